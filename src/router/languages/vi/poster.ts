/** Vietnamese: the poster. */
import type { PosterWords } from '../../poster/words.ts';

export const poster: PosterWords = {
  title: 'Gửi ảnh và tệp cho người ở đây',
  steps: [
    'Kết nối Wi-Fi này',
    'Mở trang này bằng Safari hoặc Chrome',
    'Chọn tệp, rồi nhấn vào người nhận',
    'Người nhận nhấn “Chấp nhận”',
  ],
  notes: [
    'Ở đây không có Internet. Không cần cài ứng dụng, không cần đăng ký, miễn phí.',
    'Nếu hiện ra cửa sổ nhỏ, hãy nhấn “Đã hiểu” rồi đóng lại.',
  ],
  labels: { network: 'Tên Wi-Fi', password: 'Mật khẩu', noPassword: 'không có mật khẩu', address: 'Địa chỉ' },
  printing: {
    wall: 'để dán tường',
    handOut: 'để phát',
    print: 'In bằng chức năng “In” của trình duyệt.',
    beside: 'Ngôn ngữ in cùng tiếng Nhật (nhiều nhất là ba)',
  },
};
