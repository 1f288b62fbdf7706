import type { OngoingWords } from '../words/ongoing.ts';

export const ongoing: OngoingWords = {
  sending: '发给{name}：{title}',
  receiving: '来自{name}：{title}',
  several: { other: '# 项传输' },
  keepOn: '完成之前，请保持屏幕亮着。',
  from: '来自{name}：{title}',
  arrived: '已收到{name}发来的：{title}',
  save: {
    photos: { other: '保存 # 张照片' },
    videos: { other: '保存 # 个视频' },
    media: { other: '保存照片和视频（# 个）' },
    files: { other: '把 # 个文件保存为一个 zip' },
  },
  saveShort: '保存',
  later: '稍后再说',
  close: '关闭',
  more: { other: '另外还收到 # 个' },
  stays: '会留在“{received}”里，直到您在那里删除。',
};
