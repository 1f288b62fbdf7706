/** Vietnamese: the welcome page. */
import type { PortalWords } from '../../portal/words.ts';

export const portal: PortalWords = {
  title: 'Mở địa chỉ này bằng Safari hoặc Chrome',
  why: 'Wi-Fi này không có Internet. Bạn có thể gửi và nhận ảnh, tệp với những người ở gần.',
  notHere: 'Không dùng được trong cửa sổ nhỏ này.',
  agree: 'Đã hiểu',
  apple: 'iPhone: nhấn “Xong” ở góc trên bên phải',
  android: 'Android: khi được hỏi vì “không có Internet”, chọn “Có”',
  open: 'Mở Safari hoặc Chrome rồi nhập địa chỉ',
  next: 'Đóng cửa sổ này rồi mở Safari hoặc Chrome',
  enter: 'Mở',
  otherName:
    'Bộ phát Wi-Fi này không dùng tên mà bạn vừa mở. Hãy dùng địa chỉ ở trên. (Gửi người quản lý: để dùng tên này, hãy khai báo với bộ phát bằng {option}.)',
  short: 'Mở địa chỉ này bằng Safari hoặc Chrome. Ở đây không có Internet, nhưng bạn có thể gửi tệp cho người ở gần.',
};
