import type { HereWords } from '../words/here.ts';

export const here: HereWords = {
  title: 'この Wi-Fi と、この端末',
  device: 'この端末',
  noInternet: 'この Wi-Fi はインターネットにつながっていません。ファイルは端末どうしで直接送ります。',
  nobody: 'ほかの人は、まだいません',
  bringTitle: 'ほかの人を呼ぶ',
  wifi: 'Wi-Fi につなぐ',
  wifiCode: 'Wi-Fi「{name}」につなぐコード',
  network: 'Wi-Fi',
  password: 'パスワード',
  noPassword: 'パスワードなし',
  open: 'ブラウザーでこのアドレスを開く',
  openCode: '{address} を開くコード',
  sameWifi: 'まず、相手も同じ Wi-Fi につなぎます。それからカメラをここに向けるか、アドレスを打ち込みます。',
  copy: 'アドレスをコピー',
  copied: 'アドレスをコピーしました。',
  notCopied: 'このブラウザーではコピーできません。アドレスを長押ししてください。',
  share: 'アドレスを送る',
  shareText: '{name} の Wi-Fi で、ファイルをやりとりしましょう。',
  report: '不具合の報告',
  reportHelp: 'このアプリの動きの記録です。名前やファイルは入りません。ルーターの管理者に見せてください。',
  find: {
    label: '人をさがす',
    hint: '名前・絵・数字・場所',
    found: '見つかった人: {count}',
    nobody: '見つかりません。文字を減らしてみてください。',
  },
  chime: {
    loud: '音と振動',
    help: '何か届くと、小さな音と振動で知らせます。まわりの人が休んでいるときは切ってください。',
  },
};
