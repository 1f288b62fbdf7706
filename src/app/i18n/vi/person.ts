import type { BlockingWords, PersonWords } from '../words/person.ts';

export const person: PersonWords = {
  title: 'Người quen và người bị chặn',
  list: 'Người quen và người bị chặn',
  known: 'Người quen',
  blocked: 'Bị chặn',
  nobody: 'Chưa có ai',
  nobodyHelp: 'Những người bạn đã xác nhận và những người bạn chặn sẽ hiện ở đây.',
  knownSince: 'Người quen từ {date}',
  blockedSince: 'Bị chặn từ {date}',
  callsItself: 'Thiết bị tự đặt tên là {name}.',
  stranger: 'Bạn chưa xác nhận người này',
  strangerHelp: 'Ai cũng có thể dùng bất kỳ tên nào. Khi đứng cạnh nhau, hãy xác nhận đúng người.',
  isNotHelp:
    'Đây là một thiết bị khác. {name} mà bạn đã xác nhận tự đặt tên là {called}. Thứ gì bạn chỉ nhận từ {name} thì đừng nhận từ người này.',
  unknown: 'Người này không có ở đây, và bạn không quen người này.',

  between: 'Trò chuyện',
  nothingYet: 'Hai bên chưa gửi gì cho nhau.',
  earlier: { other: 'Xem # mục trước đó' },
  saveAllNamed: 'Lưu tất cả: {name}',
  fromYou: 'Bạn đã gửi',
  fromThem: 'Người kia đã gửi',

  forgetSent: 'Xóa danh sách bạn đã gửi',
  forgetSentHelp:
    'Thiết bị này nhớ trong một tháng những gì bạn đã gửi cho người này: tên, dung lượng và giờ. Những gì người này gửi cho bạn nằm ở mục “Đã nhận”.',
  forgetSentAsk: 'Xóa danh sách này? Không thể hoàn tác. Những gì bạn đã nhận vẫn còn.',

  forgetMessages: 'Xóa mọi tin nhắn với {name}',
  forgetMessagesAsk:
    'Tin nhắn với {name} và các tệp trong đó bị xóa khỏi thiết bị này. Những gì bạn chưa lưu và những gì chưa bộ phát nào nhận đều mất. Bản của {name} vẫn còn.',
  messagesStay: 'Chưa xóa được hết: trình duyệt này không cho. Hãy đóng trang này, mở lại rồi thử lần nữa.',

  more: 'Xem thêm về người này',
  notHere: '{name} hiện không có ở đây.',
  notHereHelp: 'Khi người đó kết nối Wi-Fi này và mở trang này, họ lại hiện ra. Những gì chưa xong sẽ tự tiếp tục.',

  rename: 'Đổi tên',
  renameLabel: 'Tên bạn gọi người này',
  renameHint: 'Chỉ bạn thấy tên này.',
  forget: 'Bỏ khỏi người quen',
  forgetAsk:
    'Khi đó, với bạn, {name} lại là người mới. Tin nhắn với {name} và các tệp trong đó bị xóa khỏi thiết bị này. Những gì ở mục “Đã nhận” vẫn còn. Muốn thành người quen lại, hãy xác nhận lần nữa.',
  block: 'Chặn',
  unblock: 'Bỏ chặn',
  unblockNamed: 'Bỏ chặn {name}',
  blockedHelp: 'Người này không gửi được gì cho bạn, và bạn cũng không gửi được cho họ. Muốn gửi, hãy bỏ chặn trước.',
  no: 'Quay lại',

  unasked: 'Nhận không cần hỏi',
  unaskedHelp: {
    other:
      'Nếu lớn hơn mức này, hoặc nhiều hơn # tệp, vẫn hỏi như thường. Mỗi ngày chỉ nhận theo cách này nhiều nhất gấp mười lần mức đó.',
  },
  unaskedRoom: 'Trình duyệt này không cho biết còn bao nhiêu chỗ trống, nên cũng hỏi khi lớn hơn {size}.',
  never: 'Không bao giờ',
  upTo: 'Đến {size}',
};

export const blocking: BlockingWords = {
  ask: 'Khi đó {name} không gửi được gì cho bạn, và những gì đang gửi nhận giữa hai bên sẽ dừng. Người đó không được báo: họ chỉ thấy như bạn đi vắng. Bạn có thể bỏ chặn bất cứ lúc nào.',
  yes: 'Chặn',
  no: 'Quay lại',
};

export const notKept =
  'Trình duyệt này không lưu được hết thông tin về người quen và người bị chặn. Khi bạn đóng hoặc tải lại trang này, thông tin đó sẽ mất.';
