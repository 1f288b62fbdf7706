import type { GroupWords } from '../words/group.ts';

export const group: GroupWords = {
  title: 'Nhóm',
  list: 'Nhóm',
  hidden: 'Chỉ người trong nhóm của bạn thấy bạn.',
  none: 'Chưa có nhóm',
  noneHelp:
    'Có nhóm thì dễ tìm người của mình giữa đông người. Họ đứng đầu danh sách, và bạn có thể chỉ hiện ra với họ.',
  full: 'Bạn đã vào đủ số nhóm tối đa. Muốn vào nhóm khác, hãy rời một nhóm trước.',

  make: 'Tạo nhóm',
  makeHelp: 'Sau đó cho người của mình xem mã nhóm.',
  join: 'Vào bằng mã',
  joinHelp: 'Người trong nhóm có thể cho bạn xem mã.',
  name: 'Tên nhóm',
  nameHint: 'Chỉ bạn thấy tên này. Nếu để trống, mã sẽ hiện thay tên.',
  someName: 'Nhóm của tôi',
  code: 'Mã nhóm',
  codeHint: '12 chữ cái và chữ số. Chữ hoa hay chữ thường, có hay không có gạch nối đều được.',
  making: 'Đang tạo nhóm…',
  joining: 'Đang vào nhóm…',
  invited: 'Vào nhóm có mã {code}?',
  invitedHelp: 'Khi đó người trong nhóm biết bạn thuộc nhóm này. Chỉ vào khi bạn biết ai đã đưa liên kết cho bạn.',
  joinYes: 'Vào nhóm',
  notNow: 'Để sau',
  problem: {
    noCode: 'Đây không phải mã nhóm. Mã có 12 chữ cái và chữ số: hãy xem lại.',
    already: 'Bạn đã ở trong nhóm này.',
    full: 'Bạn đã vào đủ số nhóm tối đa. Hãy rời một nhóm trước.',
    missing: 'Thiếu một phần của ứng dụng. Hãy ở gần bộ phát Wi-Fi và thử lại.',
  },

  sameMark: 'Mọi người trong nhóm thấy cùng hình và số này. Nếu khác, mã đã bị gõ sai.',
  show: 'Cho xem mã',
  showing: 'Mã của {name}',
  showHelp: 'Người khác chụp mã này bằng máy ảnh của điện thoại, hoặc gõ mã ở “Vào bằng mã”.',
  showWarning: 'Ai có mã đều vào được nhóm và không thể đưa ra nữa. Chỉ cho người của nhóm xem.',
  picture: 'Mã QR của mã {code}',
  hide: 'Ẩn mã',
  rename: 'Đổi tên',
  leave: 'Rời nhóm',
  leaveAsk: 'Rời {name}? Muốn vào lại phải có mã.',
  leaveHiddenAsk: 'Rời {name}? Đây là nhóm cuối cùng của bạn: mọi người sẽ lại thấy bạn. Muốn vào lại phải có mã.',
  no: 'Quay lại',

  visible: 'Ai thấy tôi',
  everybody: 'Mọi người',
  onlyGroups: 'Chỉ người trong nhóm của tôi',
  visibleHelp:
    'Nếu chỉ hiện với nhóm, những người khác không thấy bạn trong danh sách và không gửi được gì cho bạn. Chỉ những người bạn gửi cho mới thấy bạn từ lúc đó. Bộ phát Wi-Fi thì luôn biết bạn đang ở đây.',
};
