import type { PreviewWords } from '../words/preview.ts';

const OPEN_ELSEWHERE = 'スマホに 保存[ほぞん]して、別[べつ]の アプリ（VLC など）で 開[ひら]いて ください。';

export const preview: PreviewWords = {
  video: '動画[どうが]：{name}',
  sound: '音[おと]：{name}',
  videoNot: `この 動画[どうが]は、ここでは 見[み]ることが できません。${OPEN_ELSEWHERE}`,
  soundNot: `この 音[おと]は、ここでは 聞[き]くことが できません。${OPEN_ELSEWHERE}`,
  onlySound: `ここでは 音[おと]だけ 聞[き]くことが できます。動画[どうが]を 見[み]るときは、${OPEN_ELSEWHERE}`,
  heicNot:
    'これは iPhone の 写真[しゃしん]（HEIC）です。ここでは 見[み]ることが できません。スマホに 保存[ほぞん]して ください。iPhone、iPad、Mac、新[あたら]しい Android の 写真[しゃしん]アプリで 見[み]ることが できます。送[おく]った ものと 同[おな]じ ものを 保存[ほぞん]します。',
  modernHelp: '画面[がめん]が 止[と]まったら、もう 一度[いちど] 開[ひら]いて ください。ファイルは 残[のこ]ります。',

  zip: '中[なか]に ある もの',
  zipHelp: 'ファイルを 開[ひら]くときは、スマホに 保存[ほぞん]してから 開[ひら]いて ください。',
  zipEmpty: '中[なか]に ファイルは ありません。',
  zipUnreadable: '中[なか]の ものは、ここでは わかりません。スマホに 保存[ほぞん]してから 開[ひら]いて ください。',
  zipLocked: 'パスワードが あります。送[おく]った 人[ひと]に 聞[き]いて ください。',
  zipPart: { other: 'ほかにも あります。ここには #個[こ]だけ 出[で]ます。' },
};
