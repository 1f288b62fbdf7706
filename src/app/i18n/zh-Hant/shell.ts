import type { ShellWords } from '../words/shell.ts';

export const shell: ShellWords = {
  partMissing: '頁面有一部分沒有載入。請重新載入；在那之前，別人傳來的檔案可能不會顯示。',
  sharedText: '分享的文字',
  shareLost: '您分享的內容無法留在這台裝置上。請改為在這裡選擇檔案。',
};
