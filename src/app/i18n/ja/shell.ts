import type { ShellWords } from '../words/shell.ts';

export const shell: ShellWords = {
  newVersion: '新しい版があります。',
  partMissing:
    'この画面の一部を読み込めませんでした。再読み込みしてください。それまでは、届いたファイルが表示されないことがあります。',
  sharedText: '共有したテキスト',
  sharedHere: '飛脚に共有されたもの',
  sharedByPage: 'ウェブページ {page} がここに置きました。',
  sharedHelp: 'いま、自分で共有したものですか？ そうであれば、送ることができます。',
  sharedUse: 'はい、使います',
  sharedDrop: 'いいえ、捨てます',
  shareLost: '共有したものを、この端末に残せませんでした。ここでファイルを選んでください。',
};
