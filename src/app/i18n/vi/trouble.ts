import type { TroubleWords } from '../words/trouble.ts';

export const trouble: TroubleWords = {
  expired: 'Chứng chỉ của địa chỉ này đã hết hạn',
  expiredHelp:
    'Vì vậy không kết nối được với bộ phát Wi-Fi từ đây. Hãy mở địa chỉ thường, lúc nào cũng dùng được. Những gì bạn đã nhận vẫn ở đây.',
  away: 'Không thấy bộ phát Wi-Fi',
  about: 'Hikyaku gửi tệp từ điện thoại này sang điện thoại khác qua bộ phát Wi-Fi ở gần, không cần Internet.',
  wifiOn: 'Hãy bật Wi-Fi và lại gần bộ phát hơn.',
  join: 'Kết nối Wi-Fi của {router}, hoặc của bộ phát Hikyaku khác.',
  joinAny: 'Kết nối Wi-Fi của một bộ phát Hikyaku.',
  comeBack: 'Quay lại đây. Trang này tự kết nối.',
  keptHere: 'Những gì bạn đã nhận và những gì chưa xong vẫn ở trên thiết bị này và dùng được ngay.',
  turnedAway: {
    title: 'Bộ phát Wi-Fi có trả lời nhưng không cho trang này vào',
    'no-socket':
      'Wi-Fi của bạn không có vấn đề. Có gì đó giữa trang này và bộ phát đang chặn kết nối, ví dụ proxy hoặc một địa chỉ khác. Hãy mở địa chỉ trên tờ hướng dẫn, hoặc báo cho người quản lý. Trang này vẫn tiếp tục thử.',
    crowded:
      'Wi-Fi của bạn không có vấn đề. Có quá nhiều trang đang mở ở bộ phát này. Hãy đóng những trang không ai dùng, hoặc báo cho người quản lý. Trang này vẫn tiếp tục thử.',
  },
  siteData: {
    refused: 'Trình duyệt này không giữ gì cho trang này',
    refusedHelp:
      'Bạn vẫn gửi được tệp. Để nhận, hãy cho phép cookie và dữ liệu trang web của địa chỉ này trong cài đặt trình duyệt, rồi tải lại trang này.',
    silent: 'Bộ nhớ của trình duyệt này không trả lời',
    silentHelp:
      'Hiện không xem được những gì bạn đã nhận trước đây, và người khác thấy bạn với tên mới. Hãy đóng trình duyệt, mở lại và quay lại đây.',
  },
  cannotTransfer: 'Trình duyệt này không gửi và nhận được tệp',
  cannotTransferHelp: {
    firefox:
      'WebRTC đang bị tắt trong Firefox này, ở phần cài đặt hoặc do tiện ích. Hãy bật lên, hoặc mở địa chỉ này bằng trình duyệt khác:',
    safari:
      'Nếu thiết bị đang ở Chế độ phong tỏa, hãy tắt nó cho trang này: nhấn nút cạnh địa chỉ, rồi chọn “Cài đặt trang web”. Hoặc mở địa chỉ này bằng trình duyệt khác:',
    other: 'Hãy mở địa chỉ này bằng Safari, Chrome hoặc Firefox:',
  },
};
