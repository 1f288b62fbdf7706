import type { ShellWords } from '../words/shell.ts';

export const shell: ShellWords = {
  partMissing: '頁面有一部分沒有載入。請重新載入；在那之前，別人傳來的檔案可能不會顯示。',
  sharedText: '分享的文字',
};
