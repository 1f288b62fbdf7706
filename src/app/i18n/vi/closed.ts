import type { ClosedWords } from '../words/closed.ts';

export const closed: ClosedWords = {
  close: 'Chỉ người quen, trong một giờ',
  help: 'Dùng khi người lạ cứ muốn gửi cho bạn. Họ không nhận được trả lời, như thể thiết bị này đã tắt. Người quen, người trong nhóm của bạn và người đã từng gửi nhận với bạn vẫn liên lạc được.',
  on: 'Còn {time}. Sau đó tự trở lại như cũ.',
  title: 'Chỉ người quen mới gửi được cho bạn',
  others: 'Còn {time}. Những người khác không nhận được trả lời, như thể thiết bị này đã tắt.',
  end: 'Dừng ngay',
};
