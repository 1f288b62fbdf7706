import type { ClosedWords } from '../words/closed.ts';

export const closed: ClosedWords = {
  close: '一小時內不接受陌生人的請求',
  help: '陌生人不斷傳來請求時使用。對他們來說，這台裝置就像關機了一樣，不會有任何回應。認識的人、群組裡的人，以及以前互相傳送過的人，仍然可以聯絡您。',
  on: '還有{time}，到時會自動結束。',
  title: '只有認識的人能聯絡您',
  others: '還有{time}。其他人得不到任何回應，就像這台裝置關機了一樣。',
  end: '現在結束',
};
