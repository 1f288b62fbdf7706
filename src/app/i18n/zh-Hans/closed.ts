import type { ClosedWords } from '../words/closed.ts';

export const closed: ClosedWords = {
  close: '一小时内不接受陌生人的请求',
  help: '陌生人不断发来请求时使用。对他们来说，这台设备就像关机了一样，没有任何回应。认识的人、群组里的人，以及以前互相发送过的人，仍然可以联系您。',
  on: '还有{time}，到时自动结束。',
  title: '只有认识的人能联系您',
  others: '还有{time}。其他人得不到任何回应，就像这台设备关机了一样。',
  end: '现在结束',
};
