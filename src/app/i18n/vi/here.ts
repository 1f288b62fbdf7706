import type { HereWords } from '../words/here.ts';

export const here: HereWords = {
  newVersion: 'Có phiên bản mới.',
  title: 'Wi-Fi này và thiết bị này',
  device: 'Thiết bị này',
  noInternet: 'Wi-Fi này không có Internet. Tệp đi thẳng từ thiết bị này sang thiết bị kia.',
  nobody: 'Chưa có ai khác ở đây',
  bringTitle: 'Mời người khác vào',
  wifi: 'Kết nối Wi-Fi',
  wifiCode: 'Mã QR để kết nối Wi-Fi {name}',
  network: 'Wi-Fi',
  password: 'Mật khẩu',
  noPassword: 'Không có mật khẩu',
  open: 'Mở địa chỉ này bằng trình duyệt',
  openCode: 'Mã QR để mở {address}',
  sameWifi: 'Trước hết, người kia kết nối cùng Wi-Fi với bạn. Sau đó hướng máy ảnh vào đây, hoặc nhập địa chỉ.',
  copy: 'Sao chép địa chỉ',
  copied: 'Đã sao chép địa chỉ.',
  notCopied: 'Trình duyệt này không cho trang sao chép. Hãy nhấn giữ vào địa chỉ.',
  share: 'Gửi địa chỉ',
  shareText: 'Gửi và nhận tệp với tôi trong Wi-Fi của {name}:',
  report: 'Báo cáo sự cố',
  reportHelp: 'Cho người quản lý bộ phát Wi-Fi biết ứng dụng đã làm gì, không có tên và tệp.',
  find: {
    label: 'Tìm người',
    hint: 'Tên, hình, số, nơi',
    found: 'Tìm thấy: {count}',
    nobody: 'Không có ai phù hợp. Hãy thử gõ ít chữ hơn.',
  },
  chime: {
    loud: 'Âm thanh và rung',
    help: 'Hai tiếng nhẹ khi có gì đến. Hãy tắt ở nơi người khác đang ngủ.',
  },
  takeOver: {
    ask: 'Tiếp tục ở đây với tên {name}?',
    help: 'Bạn từ {address} sang. Nếu bạn vừa dùng ở đó, hãy tiếp tục: người khác vẫn thấy bạn là cùng một người. Nếu không, hãy bắt đầu lại.',
    yes: 'Tiếp tục',
    no: 'Bắt đầu lại',
  },
  secure: {
    title: 'Địa chỉ an toàn',
    works:
      'Trình duyệt này tin cậy bộ phát Wi-Fi này. Ở địa chỉ an toàn, bạn có thể cài đặt ứng dụng, mở khi không có mạng và nhận tệp rất lớn.',
    stays: 'Tên của bạn giữ nguyên. Các tệp đã nhận không chuyển theo: hãy lưu trước.',
    busy: 'Những lượt gửi nhận chưa xong không chuyển theo được. Hãy đợi xong hoặc hủy trước.',
    go: 'Đến địa chỉ an toàn',
    trust: 'Bạn hay dùng Hikyaku? Xem cách cài đặt ở đây.',
  },
  extras: {
    install: 'Cài đặt Hikyaku',
    installHelp:
      'Khi đã cài đặt, ứng dụng mở được cả khi không có bộ phát Wi-Fi, và nhận được tệp chia sẻ từ ứng dụng khác.',
    installByHand: 'Đưa Hikyaku ra màn hình chính',
    installByHandHelp:
      'Trong Safari, nhấn nút Chia sẻ (hình vuông có mũi tên), rồi nhấn “Thêm vào MH chính”. Ứng dụng ở đó bắt đầu với tên mới và chưa có tệp: hãy lưu trước những gì đã nhận ở đây.',
    tellMe: 'Báo cho tôi khi có tệp đến',
    tellMeHelp: 'Hiện thông báo khi bạn đang dùng ứng dụng khác.',
  },
};
