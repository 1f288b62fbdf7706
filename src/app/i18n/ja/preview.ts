import type { PreviewWords } from '../words/preview.ts';

export const preview: PreviewWords = {
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
