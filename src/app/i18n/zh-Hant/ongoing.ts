import type { OngoingWords } from '../words/ongoing.ts';

export const ongoing: OngoingWords = {
  sending: '傳給{name}：{title}',
  receiving: '來自{name}：{title}',
  several: { other: '# 項傳輸' },
  keepOn: '完成之前，請讓螢幕保持亮著。',
  from: '來自{name}：{title}',
  arrived: '已收到{name}傳來的：{title}',
  save: {
    photos: { other: '儲存 # 張照片' },
    videos: { other: '儲存 # 個影片' },
    media: { other: '儲存照片和影片（# 個）' },
    files: { other: '把 # 個檔案儲存為一個 zip' },
  },
  saveShort: '儲存',
  later: '稍後再說',
  close: '關閉',
  more: { other: '另外還收到 # 個' },
  stays: '會留在「{received}」裡，直到您在那裡刪除。',
};
