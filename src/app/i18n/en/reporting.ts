import type { ReportingWords } from '../words/reporting.ts';

export const reporting: ReportingWords = {
  title: 'Report of a problem',
  help: 'It helps the people who look after Hikyaku to see what went wrong. No name of a person, a device or a file is in it. It stays on this device unless you pass it on.',
  copy: 'Copy report',
  copied: 'Copied. Paste it into a message, for example.',
  selected: 'This browser does not let the page copy. The report is selected: copy it from the menu of the selection.',
  close: 'Close',
};
