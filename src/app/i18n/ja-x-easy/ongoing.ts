import type { OngoingWords } from '../words/ongoing.ts';

export const ongoing: OngoingWords = {
  sending: '{name} へ {title}',
  receiving: '{name} から {title}',
  several: { other: '送[おく]る・受[う]け取[と]る #件[けん]' },
  keepOn: '終[お]わるまで、画面[がめん]を 消[け]さないで ください。',
  from: '{name} から {title}',
  arrived: '{name} から 届[とど]きました：{title}',
  save: {
    photos: { other: '写真[しゃしん] #枚[まい]を 保存[ほぞん]する' },
    videos: { other: '動画[どうが] #個[こ]を 保存[ほぞん]する' },
    media: { other: '写真[しゃしん]と 動画[どうが] #個[こ]を 保存[ほぞん]する' },
    files: { other: 'ファイル #個[こ]を 一[ひと]つの zip で 保存[ほぞん]する' },
  },
  saveShort: '保存[ほぞん]',
  later: 'あとで',
  close: '閉[と]じる',
  more: { other: 'ほかに #件[けん] 届[とど]きました' },
  stays: 'あなたが 消[け]すまで「{received}」に 残[のこ]ります。',
};
