/** The words around a report, in every language; the report itself is in English. */
import type { LanguageTag } from '../i18n/language.ts';

type ReportMessages = {
  readonly title: string;
  readonly help: string;
  readonly copy: string;
  readonly copied: string;
  /** For browsers that let no page copy: the text is selected. */
  readonly selected: string;
  readonly close: string;
};

export const reportWords: Readonly<Record<LanguageTag, ReportMessages>> = {
  en: {
    title: 'Report of a problem',
    help: 'It helps the people who look after Hikyaku to see what went wrong. No name of a person, a device or a file is in it. It stays on this device unless you pass it on.',
    copy: 'Copy report',
    copied: 'Copied. Paste it into a message, for example.',
    selected:
      'This browser does not let the page copy. The report is selected: copy it from the menu of the selection.',
    close: 'Close',
  },
  ja: {
    title: '不具合の報告',
    help: 'Hikyaku を世話している人が、何がうまくいかなかったのかを知る手がかりになります。人や端末、ファイルの名前は含まれません。あなたが渡さないかぎり、この端末の外には出ません。',
    copy: '報告をコピー',
    copied: 'コピーしました。メッセージなどに貼り付けてください。',
    selected: 'このブラウザでは自動でコピーできません。報告を選択してあるので、選択メニューからコピーしてください。',
    close: '閉じる',
  },
};
