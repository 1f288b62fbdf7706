/** Traditional Chinese, as in Taiwan: the poster. */
import type { PosterWords } from '../../poster/words.ts';

export const poster: PosterWords = {
  title: '可以傳送照片和檔案給這裡的人',
  steps: ['連上這個 Wi-Fi', '用 Safari 或 Chrome 開啟這個頁面', '選擇檔案，再點一下對方的名字', '對方點一下「接受」'],
  notes: ['這裡沒有網際網路。不用安裝 App，不用註冊，免費。', '如果出現小視窗，請點一下「知道了」，然後關閉。'],
  labels: { network: 'Wi-Fi 名稱', password: '密碼', noPassword: '沒有密碼', address: '網址' },
  printing: {
    wall: '張貼用',
    handOut: '發放用',
    print: '請用瀏覽器的「列印」功能列印。',
    beside: '與日文並列的語言（最多三種）',
  },
};
