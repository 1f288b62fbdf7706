import type { ShellWords } from '../words/shell.ts';

export const shell: ShellWords = {
  partMissing:
    'この画面の一部を読み込めませんでした。再読み込みしてください。それまでは、届いたファイルが表示されないことがあります。',
  sharedText: '共有したテキスト',
};
