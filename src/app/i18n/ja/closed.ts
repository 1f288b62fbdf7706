import type { ClosedWords } from '../words/closed.ts';

export const closed: ClosedWords = {
  close: '知らない人からは1時間受け付けない',
  help: '知らない人が何度も送ろうとして困るときに。電源が切れているときと同じで、返事をしません。知っている人、グループの人、これまでにやり取りした人は、今までどおり送れます。',
  on: 'あと{time}です。時間がたつと元に戻ります。',
  title: 'あなたに送れるのは知っている人だけです',
  others: 'あと{time}です。ほかの人には、電源が切れているときと同じで、返事をしません。',
  end: '今すぐ元に戻す',
};
