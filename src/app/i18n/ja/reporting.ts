import type { ReportingWords } from '../words/reporting.ts';

export const reporting: ReportingWords = {
  title: '不具合の報告',
  help: '飛脚を管理する人が、何がうまくいかなかったのかを知る手がかりになります。人や端末、ファイルの名前は含まれません。あなたが渡さないかぎり、この端末の外には出ません。',
  copy: '報告をコピー',
  copied: 'コピーしました。メッセージなどに貼り付けてください。',
  selected: 'このブラウザーでは自動でコピーできません。報告を選択してあるので、選択メニューからコピーしてください。',
  close: '閉じる',
};
