import type { ReportingWords } from '../words/reporting.ts';

export const reporting: ReportingWords = {
  title: 'アプリが おかしいとき',
  help: 'これを 見[み]ると、Hikyaku の 担当[たんとう]の 人[ひと]が、おかしく なった 理由[りゆう]を 調[しら]べることが できます。人[ひと]や スマホや ファイルの 名前[なまえ]は 入[はい]りません。あなたが 渡[わた]すまで、この スマホの 中[なか]だけに あります。',
  copy: 'コピーする',
  copied: 'コピーしました。メールなどに 貼[は]って ください。',
  selected: 'ボタンでは コピーできません。文[ぶん]は もう 選[えら]んで あります。メニューから コピーして ください。',
  close: '閉[と]じる',
};
