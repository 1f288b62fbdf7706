import type { SharedWords } from '../words/shared.ts';

export const shared: SharedWords = {
  title: '分享到 Hikyaku 的內容',
  byPage: '這是網頁 {page} 放到這裡的。',
  help: '是您自己剛才分享的嗎？如果是，就可以傳送。',
  use: '是，使用',
  drop: '不是，丟掉',
};
