import type { SharedWords } from '../words/shared.ts';

export const shared: SharedWords = {
  title: '分享到 Hikyaku 的内容',
  byPage: '这是网页 {page} 放到这里的。',
  help: '是您自己刚才分享的吗？如果是，就可以发送。',
  use: '是，使用',
  drop: '不是，丢弃',
};
