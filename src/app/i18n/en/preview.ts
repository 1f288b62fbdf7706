import type { PreviewWords } from '../words/preview.ts';

export const preview: PreviewWords = {
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
  modernHelp: 'If this page stops, open it again: your files stay.',

  zip: 'What is in it',
  zipHelp: 'To open these files, save it to your device and open it there.',
  zipEmpty: 'There are no files in it.',
  zipUnreadable: 'What is in it cannot be listed here. Save it to your device, then open it there.',
  zipLocked: 'It is locked with a password: ask the sender for it.',
  zipPart: { one: 'It has more names; only the first is shown.', other: 'It has more names; only # are shown.' },
};
