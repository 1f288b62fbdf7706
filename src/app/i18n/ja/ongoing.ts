import type { OngoingWords } from '../words/ongoing.ts';

export const ongoing: OngoingWords = {
  sending: '{name}へ {title}',
  receiving: '{name}から {title}',
  several: { other: '送受信 #件' },
  keepOn: '終わるまで、画面を消さないでください。',
  from: '{name}から {title}',
  arrived: '{name}から届きました: {title}',
  save: {
    photos: { other: '写真#枚を保存' },
    videos: { other: '動画#本を保存' },
    media: { other: '写真と動画#件を保存' },
    files: { other: 'ファイル#個を1つのzipで保存' },
  },
  saveShort: '保存',
  later: 'あとで',
  close: '閉じる',
  more: { other: 'ほかに#件、届いています' },
  stays: '消すまで「{received}」に残ります。',
};
