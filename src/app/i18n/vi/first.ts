/** Vietnamese: "bạn" for the reader, short sentences. */
import type { FirstWords } from '../words/first-screen.ts';
import { pictures } from './pictures.ts';
import { shell } from './shell.ts';

export const first: FirstWords = {
  language: 'Ngôn ngữ',
  connection: {
    connecting: 'Đang kết nối',
    online: 'Đã kết nối',
    reconnecting: 'Đang kết nối lại',
    offline: 'Chưa kết nối',
    outdated: 'Chưa kết nối',
    replaced: 'Chưa kết nối',
  },
  connectionHelp: {
    connecting: 'Đang tìm bộ phát của Wi-Fi này.',
    reconnecting: 'Tạm mất kết nối với bộ phát Wi-Fi, đang thử lại. Các tệp đang gửi và nhận vẫn tiếp tục.',
  },
  withoutInternet: 'không có Internet',
  tabs: 'Các màn hình',
  people: 'Mọi người',
  bringIn: 'Mời người khác vào',
  sections: { known: 'Người quen', recent: 'Gần đây', here: 'Ở đây', new: 'Vừa đến' },
  board: 'Bảng tin',
  received: 'Đã nhận',
  notSavedYet: { other: '# chưa lưu' },

  pictures,
  mark: '{picture} {digits}',
  withMark: '{name} ({mark})',
  yourMark: 'ký hiệu để người khác nhận ra bạn',
  alike: 'Có tên gần giống: hãy so hình và số.',
  known: 'Người quen',
  ofGroup: 'Nhóm {name}',
  notThem: 'Đây không phải là {name} mà bạn quen.',
  aboutPerson: 'Xem {name}',
  callsItself: 'tự đặt tên là {name}',

  yourName: 'Tên của bạn: {name}',

  chooseFiles: 'Chọn tệp',
  chooseFolder: 'Chọn thư mục',
  takePhoto: 'Chụp ảnh',
  dropHint: 'hoặc kéo thả tệp vào trang này',
  looking: 'Đang xem các tệp…',
  files: { other: '# tệp' },
  more: { other: 'và # nữa' },

  devices: 'Thiết bị',
  pressToChoose: 'Nhấn vào một tên để gửi.',
  pressToSend: 'Bây giờ nhấn vào người nhận.',
  several: 'Gửi cho nhiều người',
  hasLeft: 'không còn ở đây',
  kind: { phone: 'Điện thoại', tablet: 'Máy tính bảng', computer: 'Máy tính', device: 'Thiết bị' },
  away: 'tạm vắng',
  behind: 'ở {router}',
  devicesLater: 'Khi kết nối được, các thiết bị sẽ hiện ở đây.',

  outdated: 'Trang này cũ hơn bộ phát Wi-Fi',
  outdatedHelp: 'Hãy lưu các tệp đã nhận, rồi tải lại trang.',
  reload: 'Tải lại',
  replaced: 'Hikyaku đang mở ở nơi khác',
  replacedHelp:
    'Trang đang mở ở thẻ khác, ở địa chỉ kia của bộ phát, hoặc trên thiết bị có bản sao dữ liệu của thiết bị này. Mỗi lúc chỉ một nơi gửi và nhận được.',
  useHere: 'Dùng ở đây',

  shell,
};
