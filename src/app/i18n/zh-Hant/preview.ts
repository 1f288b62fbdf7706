import type { PreviewWords } from '../words/preview.ts';

export const preview: PreviewWords = {
  video: '影片：{name}',
  sound: '聲音：{name}',
  videoNot: '這個瀏覽器無法播放這個影片。請儲存到裝置，再用別的 App 開啟，例如 VLC。',
  soundNot: '這個瀏覽器無法播放這個聲音。請儲存到裝置，再用別的 App 開啟，例如 VLC。',
  onlySound: '這個瀏覽器只能播放聲音。要看畫面，請儲存到裝置，再用別的 App 開啟，例如 VLC。',
  heicNot:
    '這張照片是 iPhone 使用的格式（HEIC），這個瀏覽器無法顯示。請儲存到裝置：iPhone、iPad、Mac 和較新的 Android 手機的照片 App 可以顯示。儲存的就是對方傳送的原檔。',
  modernHelp: '如果這個頁面停止了，請重新開啟：檔案還在。',

  zip: '裡面有什麼',
  zipHelp: '要開啟裡面的檔案，請先儲存到裝置，再在裝置上開啟。',
  zipEmpty: '裡面沒有檔案。',
  zipUnreadable: '這裡無法列出裡面的內容。請儲存到裝置後開啟。',
  zipLocked: '裡面有密碼保護：請向傳送的人詢問密碼。',
  zipPart: { other: '裡面還有更多，這裡只顯示前 # 個。' },
};
