import type { ReportingWords } from '../words/reporting.ts';

export const reporting: ReportingWords = {
  title: '問題回報',
  help: '這份報告能幫助維護 Hikyaku 的人了解哪裡出了問題。裡面沒有任何人、裝置或檔案的名字。您不傳給別人，它就只留在這台裝置上。',
  copy: '複製報告',
  copied: '已複製。例如，可以貼到訊息裡。',
  selected: '這個瀏覽器不允許頁面複製。報告已經選取，請用跳出的選單複製。',
  close: '關閉',
};
