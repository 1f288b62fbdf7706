/** Easy Japanese: the poster. */
import type { PosterWords } from '../../poster/words.ts';

export const poster: PosterWords = {
  title: '写真[しゃしん]や ファイルを、ここに いる 人[ひと]に 送[おく]ることが できます。',
  steps: [
    '下[した]の Wi-Fi に つなぎます。',
    'Safari か Chrome で 開[ひら]きます。',
    '写真[しゃしん]を 選[えら]びます。人[ひと]を 押[お]します。',
    '相手[あいて]が「受[う]け取[と]る」を 押[お]します。',
  ],
  notes: [
    'インターネットは 使[つか]えません。お金[かね]は いりません。',
    '小[ちい]さい 画面[がめん]が 出[で]たら、「わかりました」を 押[お]します。',
  ],
  labels: {
    network: 'Wi-Fi の 名前[なまえ]',
    password: 'パスワード',
    noPassword: 'パスワードは ありません',
    address: 'アドレス',
  },
  printing: {
    wall: '壁[かべ]に 貼[は]る',
    handOut: '人[ひと]に 渡[わた]す',
    print: 'この 画面[がめん]を 印刷[いんさつ]して ください。',
    beside: '日本語[にほんご]と いっしょに 書[か]く ことば（三[みっ]つまで）',
  },
};
