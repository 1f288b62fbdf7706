import type { CarriedWords, MessageWords } from '../words/messages.ts';

export const messages: MessageWords = {
  title: 'Tin nhắn',
  unread: { other: '# tin nhắn mới' },
  sayNew: 'Tin nhắn mới từ {name}',
  mine: 'Bạn: {text}',
  write: 'Tin nhắn',
  send: 'Gửi tin nhắn',
  attach: 'Đính kèm tệp',
  paste: 'Dán',
  useChosen: 'Đưa vào tin nhắn',
  goesNow: '{name} đang ở đây: tin nhắn đến ngay.',
  isLeft:
    'Tin nhắn được niêm kín và để lại ở bộ phát Wi-Fi: chỉ {name} đọc được, khi đến bộ phát này hoặc bộ phát khác.',
  isKept:
    'Hiện không có bộ phát nào nhận tin nhắn. Tin của bạn ở lại thiết bị này, và thiết bị mang đến bộ phát tiếp theo.',
  isNotKept:
    'Trình duyệt này không giữ gì cho trang này. Khi bạn đóng trang, những gì chưa bộ phát nào nhận và thư trả lời đều mất.',
  tooLong: 'Nội dung quá dài: tối đa {size}.',
  tooLarge: '{name} quá lớn: tối đa {size}. Tệp lớn hơn chỉ gửi được khi cả hai cùng ở đây.',
  tooMany: { other: 'Mỗi lần tối đa # tệp.' },
  offered: 'Tệp trên {size} được gửi riêng, và người kia được hỏi trước.',
  notSaid: {
    unreadable: 'Có tệp không đọc được. Hãy bỏ ra rồi chọn lại.',
    'no-room': 'Thiết bị này hết chỗ. Hãy xóa bớt trước.',
    elsewhere: 'Hikyaku hiện đang mở ở nơi khác. Hãy xem ở đó nội dung này đã được gửi chưa.',
    'no-key': 'Thiết bị này chưa thể niêm kín tin cho người đó. Sẽ được sau khi cả hai từng có mặt ở đây.',
  },
  progress: {
    sending: 'Đang gửi',
    kept: 'Ở trên thiết bị này cho đến khi có bộ phát nhận',
    left: 'Đã để lại ở bộ phát Wi-Fi',
    carried: 'Điện thoại và bộ phát khác đang mang đi',
    arrived: 'Đã đến nơi',
    undelivered: 'Sau {days} vẫn chưa đến',
    refused: 'Bộ phát không nhận',
  },
  days: { other: '# ngày' },
  help: {
    quota: 'Thiết bị này đã để lại đủ mức cho phép ở đây. Hãy đợi một phần trong đó đến nơi.',
    full: 'Bộ phát hết chỗ. Hãy thử lại sau, hoặc ở bộ phát khác.',
    pace: 'Đã gửi quá nhiều trong một phút. Hãy thử lại sau giây lát.',
    large: 'Quá lớn với bộ phát này. Hãy gửi ít hơn mỗi lần.',
    gone: 'Đã bị rút lại, hoặc đã hết hạn.',
    removed: 'Người quản lý bộ phát đã gỡ. Thiết bị này sẽ mang đến bộ phát tiếp theo.',
    other: 'Hãy thử lại ở bộ phát khác.',
  },
  again: 'Thử lại',
  copy: 'Sao chép',
  copied: 'Đã sao chép',
  notCopied: 'Trình duyệt này không cho sao chép. Hãy nhấn giữ vào chữ.',
  open: 'Mở liên kết',
  removeAsk: 'Xóa tin nhắn này trên thiết bị này? Bản của {name} vẫn còn.',
  look: 'Xem {name}',
  fetching: 'Đang lấy tệp…',
  nowhere: 'Hiện không ai ở gần có tệp này. Hãy thử lại sau.',
  lacking: 'Tin nhắn này chưa đến đủ.',
};

export const carried: CarriedWords = {
  title: 'Những gì bạn mang giúp người khác',
  letters: { other: '# thư niêm kín' },
  posts: { other: '# bài trên bảng tin' },
  postsOf: '{posts} ({places})',
  nothing: 'Hiện không có gì.',
  help: 'Thiết bị của bạn mang thư và bài đến bộ phát tiếp theo. Không ai trên đường đọc được thư.',
  throwAway: 'Bỏ đi',
  throwAwayAsk:
    'Bỏ những gì bạn mang giúp người khác? Nếu không ai khác mang, chúng sẽ không đến nơi. Tin nhắn và bài của bạn vẫn còn. Những gì mới vẫn được mang theo, và bảng tin trở lại khi bạn mở xem.',
  takes: 'Mang giúp thư của người khác',
  takesHelp: 'Chỉ tốn ít chỗ. Bài trên bảng tin thì luôn được mang theo.',
};
