import type { SharedWords } from '../words/shared.ts';

export const shared: SharedWords = {
  title: '飛脚に共有されたもの',
  byPage: 'ウェブページ {page} がここに置きました。',
  help: 'いま、自分で共有したものですか？ そうであれば、送ることができます。',
  use: 'はい、使います',
  drop: 'いいえ、捨てます',
};
