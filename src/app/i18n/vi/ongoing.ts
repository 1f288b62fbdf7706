import type { OngoingWords } from '../words/ongoing.ts';

export const ongoing: OngoingWords = {
  sending: '{title} cho {name}',
  receiving: '{title} từ {name}',
  several: { other: '# lượt gửi nhận' },
  keepOn: 'Hãy để màn hình sáng đến khi xong.',
  from: 'Từ {name}: {title}',
  arrived: 'Đã nhận được từ {name}: {title}',
  save: {
    photos: { other: 'Lưu # ảnh' },
    videos: { other: 'Lưu # video' },
    media: { other: 'Lưu # ảnh và video' },
    files: { other: 'Lưu # tệp (gộp thành một tệp zip)' },
  },
  saveShort: 'Lưu',
  later: 'Để sau',
  close: 'Đóng',
  more: { other: 'Còn # lượt nữa đã đến' },
  stays: 'Tệp được giữ ở mục “{received}” đến khi bạn xóa.',
};
