/** What the poster says: Japanese, easy Japanese with readings in brackets (see `withReadings`), English. */

export type Words = { readonly ja: string; readonly easy: string; readonly en: string };

export const TITLE: Words = {
  ja: '写真やファイルを、ここにいる人に送れます',
  easy: '写真[しゃしん]や ファイルを、ここに いる 人[ひと]に 送[おく]ることが できます。',
  en: 'Send photos and files to people here',
};

/** One for each picture. */
export const STEPS: readonly Words[] = [
  {
    ja: 'この Wi-Fi につなぐ',
    easy: '下[した]の Wi-Fi に つなぎます。',
    en: 'Join this Wi-Fi',
  },
  {
    ja: 'このページを開く',
    easy: 'Safari か Chrome で 開[ひら]きます。',
    en: 'Open this page in Safari or Chrome',
  },
  {
    ja: 'ファイルと、送る相手を選ぶ',
    easy: '写真[しゃしん]を 選[えら]びます。人[ひと]を 押[お]します。',
    en: 'Choose files, press the person',
  },
  {
    ja: '相手が「受け取る」を押す',
    easy: '相手[あいて]が「受[う]け取[と]る」を 押[お]します。',
    en: 'They press “Accept”',
  },
];

export const NOTES: readonly Words[] = [
  {
    ja: 'インターネットにはつながりません。アプリも登録も要りません。',
    easy: 'インターネットは 使[つか]えません。お金[かね]は いりません。',
    en: 'No Internet here. No app, no account, no charge.',
  },
  {
    ja: '小さな画面が出たら、「わかりました」を押して閉じてください。',
    easy: '小[ちい]さい 画面[がめん]が 出[で]たら、「わかりました」を 押[お]します。',
    en: 'If a small window appears, press “OK” in it and close it.',
  },
];

export const LABELS = {
  network: { ja: 'Wi-Fi の名前', en: 'Name' },
  password: { ja: 'パスワード', en: 'Password' },
  noPassword: { ja: 'パスワードなし', en: 'no password' },
  address: { ja: 'アドレス', en: 'Address' },
} as const;
