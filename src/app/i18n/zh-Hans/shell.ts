import type { ShellWords } from '../words/shell.ts';

export const shell: ShellWords = {
  newVersion: '有新版本了。',
  partMissing: '页面有一部分没有加载。请重新加载；在那之前，别人发来的文件可能不会显示。',
  sharedText: '分享的文字',
  sharedHere: '分享到 Hikyaku 的内容',
  sharedByPage: '这是网页 {page} 放到这里的。',
  sharedHelp: '是您自己刚才分享的吗？如果是，就可以发送。',
  sharedUse: '是，使用',
  sharedDrop: '不是，丢弃',
  shareLost: '您分享的内容没能留在这台设备上。请改为在这里选择文件。',
};
