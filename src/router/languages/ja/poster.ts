/** Japanese: the poster. */
import type { PosterWords } from '../../poster/words.ts';

export const poster: PosterWords = {
  title: '写真やファイルを、ここにいる人に送れます',
  steps: ['この Wi-Fi につなぐ', 'Safari か Chrome で開く', 'ファイルと、送る相手を選ぶ', '相手が「受け取る」を押す'],
  notes: [
    'インターネットにはつながりません。アプリも登録も要りません。',
    '小さな画面が出たら、「わかりました」を押して閉じてください。',
  ],
  labels: { network: 'Wi-Fi の名前', password: 'パスワード', noPassword: 'パスワードなし', address: 'アドレス' },
  printing: {
    wall: '掲示用',
    handOut: '配布用',
    print: 'ブラウザーの「印刷」で印刷してください。',
    beside: '日本語と並べる言語（三つまで）',
  },
};
