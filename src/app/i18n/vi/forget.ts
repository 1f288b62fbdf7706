import type { ForgetWords } from '../words/forget.ts';

export const forget: ForgetWords = {
  button: 'Xóa mọi dữ liệu Hikyaku trên thiết bị này',
  buttonHelp: 'Dùng khi bạn cho mượn, trả lại hoặc có thể làm mất thiết bị: xóa những gì còn lại ở đây.',

  title: 'Xóa mọi dữ liệu Hikyaku trên thiết bị này?',
  where: 'Xóa những gì trình duyệt này đang giữ cho {address}. Không thể hoàn tác.',
  lost: 'Những gì sẽ mất',
  unsaved: { other: '# tệp đã nhận có thể chưa được lưu vào thiết bị. Nếu cần, hãy lưu trước.' },
  saved: { other: 'Bản sao ở đây của # tệp đã nhận. Tệp đã lưu vào thiết bị vẫn còn.' },
  receivedUnknown: 'Mọi tệp đã nhận ở đây. Hiện chưa biết là bao nhiêu.',
  underWay: { other: '# lượt gửi nhận chưa xong. Sẽ dừng ngay và sau này không tiếp tục được.' },
  unsent: 'Các tệp đang chờ gửi ở đây.',
  people: { other: '# người quen hoặc bị chặn. Với thiết bị này, họ sẽ lại là người lạ.' },
  groups: { other: '# nhóm. Muốn vào lại phải có mã nhóm.' },
  words: 'Tin nhắn và bài của bạn, và những gì bạn mang giúp người khác.',
  name: 'Tên của bạn, {name}. Người khác sẽ thấy một thiết bị mới.',
  app: 'Chính ứng dụng, nếu được giữ lại để mở khi không có bộ phát Wi-Fi.',
  stays: 'Những gì vẫn còn ở nơi khác',
  staying: [
    'Trên thiết bị này: các tệp bạn đã lưu, lịch sử và các quyền của trình duyệt. Hãy xóa trong ứng dụng và cài đặt của thiết bị.',
    'Trên thiết bị này: những gì giữ ở trình duyệt khác, ở địa chỉ khác của bộ phát, hoặc trong ứng dụng trên màn hình chính. Hãy xóa cả ở đó.',
    'Trên bộ phát Wi-Fi: các bài của bạn cho đến khi hết hạn, và thư niêm kín cho đến khi tới nơi. Bạn biến mất khỏi danh sách ngay.',
    'Trên thiết bị khác: những gì bạn đã gửi, cùng với tên của bạn.',
  ],
  yes: 'Xóa tất cả',
  no: 'Giữ lại',

  removing: 'Đang xóa tất cả',
  removingHelp: 'Mất vài giây. Hãy để trang này mở.',
  done: 'Đã xóa mọi dữ liệu Hikyaku trên thiết bị này',
  doneHelp: 'Ứng dụng này không còn giữ gì ở đây cho {address} nữa.',
  notAll: 'Có dữ liệu chưa xóa được',
  left: {
    databases:
      'Chưa xóa: tên của bạn, thông tin để người khác nhận ra bạn, danh sách người quen, các nhóm, danh sách đã gửi và đã nhận.',
    worker: 'Chưa xóa: phần để mở ứng dụng khi không có bộ phát Wi-Fi, và các thông báo của nó.',
    texts: 'Chưa xóa: ngôn ngữ đã chọn, và thời hạn chỉ nhận từ người quen.',
    files: 'Chưa xóa: các tệp đã nhận.',
    caches: 'Chưa xóa: bản lưu của ứng dụng. Trong đó không có gì về bạn.',
  },
  leftHelp:
    'Hãy đóng mọi thẻ khác của trang này rồi thử lại. Nếu vẫn không được, hãy xóa dữ liệu trang web của {address} trong cài đặt trình duyệt.',
  afterwards: 'Bây giờ bạn có thể đóng trang này. Muốn dùng lại Hikyaku, hãy kết nối vào Wi-Fi của bộ phát.',
  again: 'Thử lại',
  begin: 'Bắt đầu như thiết bị mới',
};
