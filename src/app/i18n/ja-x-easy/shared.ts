import type { SharedWords } from '../words/shared.ts';

export const shared: SharedWords = {
  title: 'Hikyaku に 来[き]た もの',
  byPage: 'これは {page} から 来[き]ました。',
  help: 'いま、自分[じぶん]で 選[えら]びましたか？「はい」なら、送[おく]ることが できます。',
  use: 'はい、使[つか]います',
  drop: 'いいえ、捨[す]てます',
};
