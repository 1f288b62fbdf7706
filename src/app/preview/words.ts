/** Words about files that are looked at, in every language: they come with the chunk of those screens. */
import type { Forms } from '../i18n/forms.ts';
import type { LanguageTag } from '../i18n/language.ts';

type PreviewMessages = {
  /** Names of what is shown, for those who do not see it. `{name}`. */
  readonly video: string;
  readonly sound: string;
  readonly videoNot: string;
  readonly soundNot: string;
  /** It has a picture, which this browser cannot read. */
  readonly onlySound: string;
  readonly heicNot: string;
  /** Below the button that shows a picture whose size is not known. */
  readonly modernHelp: string;

  readonly zip: string;
  readonly zipHelp: string;
  readonly zipEmpty: string;
  readonly zipUnreadable: string;
  readonly zipLocked: string;
  /** `#`: a number of names. */
  readonly zipPart: Forms;
};

const en: PreviewMessages = {
  video: 'Video: {name}',
  sound: 'Sound: {name}',
  videoNot:
    'This browser cannot play this video. Save it to your device, then open it with another app, for example VLC.',
  soundNot:
    'This browser cannot play this sound. Save it to your device, then open it with another app, for example VLC.',
  onlySound:
    'This browser plays only its sound. To see the picture, save it to your device and open it with another app, for example VLC.',
  heicNot:
    'This photo has the form that iPhones use (HEIC), and this browser cannot show it. Save it to your device: the photo apps of iPhones, iPads, Macs and newer Android phones show it. What you save is exactly what was sent.',
  modernHelp: 'Should this page stop, open it again: your files stay.',

  zip: 'What is in it',
  zipHelp: 'To open these files, save it to your device and open it there.',
  zipEmpty: 'There are no files in it.',
  zipUnreadable: 'What is in it cannot be listed here. Save it to your device, then open it there.',
  zipLocked: 'It is locked with a password: ask the sender for it.',
  zipPart: { one: 'It has more names; only the first is shown.', other: 'It has more names; only # are shown.' },
};

const ja: PreviewMessages = {
  video: '動画: {name}',
  sound: '音声: {name}',
  videoNot: 'この動画は、このブラウザーでは再生できません。端末に保存して、別のアプリ（VLC など）で開いてください。',
  soundNot: 'この音声は、このブラウザーでは再生できません。端末に保存して、別のアプリ（VLC など）で開いてください。',
  onlySound:
    'このブラウザーでは音だけを再生できます。映像を見るには、端末に保存して、別のアプリ（VLC など）で開いてください。',
  heicNot:
    'これは iPhone で使われる形式（HEIC）の写真で、このブラウザーでは表示できません。端末に保存すると、iPhone、iPad、Mac や新しい Android の写真アプリで見られます。保存されるのは、送られたものそのままです。',
  modernHelp: 'もし画面が止まったら、開き直してください。ファイルは残ります。',

  zip: '中に入っているもの',
  zipHelp: 'ファイルを開くには、端末に保存してから開いてください。',
  zipEmpty: '中にファイルはありません。',
  zipUnreadable: '中に何があるかを、ここでは表示できません。端末に保存してから開いてください。',
  zipLocked: 'パスワードがかかっています。送った人に聞いてください。',
  zipPart: { other: 'ほかにもあります。はじめの#件だけを表示しています。' },
};

export const previewWords: Readonly<Record<LanguageTag, PreviewMessages>> = { en, ja };
