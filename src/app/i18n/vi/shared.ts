import type { SharedWords } from '../words/shared.ts';

export const shared: SharedWords = {
  title: 'Được chia sẻ đến Hikyaku',
  byPage: 'Trang web {page} đã đặt mục này ở đây.',
  help: 'Có phải chính bạn vừa chia sẻ không? Nếu đúng, bạn có thể gửi.',
  use: 'Đúng, dùng mục này',
  drop: 'Không, bỏ đi',
};
