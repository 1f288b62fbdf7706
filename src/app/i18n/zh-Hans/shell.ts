import type { ShellWords } from '../words/shell.ts';

export const shell: ShellWords = {
  partMissing: '页面有一部分没有加载。请重新加载；在那之前，别人发来的文件可能不会显示。',
  sharedText: '分享的文字',
};
