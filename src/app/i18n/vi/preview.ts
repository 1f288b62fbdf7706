import type { PreviewWords } from '../words/preview.ts';

export const preview: PreviewWords = {
  video: 'Video: {name}',
  sound: 'Âm thanh: {name}',
  videoNot: 'Trình duyệt này không phát được video này. Hãy lưu vào thiết bị, rồi mở bằng ứng dụng khác, ví dụ VLC.',
  soundNot: 'Trình duyệt này không phát được âm thanh này. Hãy lưu vào thiết bị, rồi mở bằng ứng dụng khác, ví dụ VLC.',
  onlySound:
    'Trình duyệt này chỉ phát được âm thanh. Để xem hình, hãy lưu vào thiết bị và mở bằng ứng dụng khác, ví dụ VLC.',
  heicNot:
    'Ảnh này có định dạng của iPhone (HEIC), trình duyệt này không xem được. Hãy lưu vào thiết bị: ứng dụng ảnh của iPhone, iPad, Mac và điện thoại Android đời mới xem được. Tệp lưu lại giống hệt tệp đã gửi.',
  modernHelp: 'Nếu trang này dừng, hãy mở lại: tệp của bạn vẫn còn.',

  zip: 'Bên trong có gì',
  zipHelp: 'Để mở các tệp này, hãy lưu vào thiết bị và mở ở đó.',
  zipEmpty: 'Bên trong không có tệp nào.',
  zipUnreadable: 'Không xem được bên trong ở đây. Hãy lưu vào thiết bị, rồi mở ở đó.',
  zipLocked: 'Tệp có mật khẩu: hãy hỏi người gửi.',
  zipPart: { other: 'Còn nhiều tệp nữa; ở đây chỉ hiện # tệp.' },
};
