import type { WarningWords } from '../words/warning.ts';

export const warning: WarningWords = {
  title: {
    unproven: '剛才回應的不是{name}',
    'no-proof': '無法確定對方是不是{name}',
  },
  more: { other: '另外還有 # 台裝置也是這樣。' },
  what: {
    unproven: '另一台裝置冒充對方回應，或是夾在你們兩人之間。',
    'no-proof': '以對方名義回應的裝置沒有表明自己是誰。也許它只是休眠了。',
  },
  nothing: '您的裝置及時擋下了：沒有再傳送任何東西，那邊傳來的東西也不會顯示。',
  todo: {
    unproven: [
      '走到對方身邊，兩人一起看著螢幕再試一次。',
      '如果又發生，兩人都換到另一台路由器再試。',
      '告訴管理這個 Wi-Fi 的人。',
    ],
    'no-proof': ['兩邊都不要關閉這個頁面，然後再試一次。'],
  },
  read: '我看過了',
};
