import type { WarningWords } from '../words/warning.ts';

export const warning: WarningWords = {
  title: {
    unproven: 'Đó không phải là {name}',
    'no-proof': 'Không biết chắc đó có phải là {name} không',
  },
  more: { other: 'Điều tương tự đã xảy ra với # thiết bị khác.' },
  what: {
    unproven: 'Một thiết bị khác đã trả lời thay, hoặc đã chen vào giữa hai bên.',
    'no-proof': 'Thiết bị trả lời không cho biết nó là của ai. Có thể màn hình chỉ vừa tắt.',
  },
  nothing: 'Thiết bị này đã ngăn lại kịp thời: không gửi thêm gì, và những gì đến từ đó không hiện ra.',
  todo: {
    unproven: [
      'Hãy đến gặp nhau, cùng nhìn hai màn hình và thử lại.',
      'Nếu lại xảy ra, cả hai hãy kết nối bộ phát Wi-Fi khác và thử ở đó.',
      'Báo cho người quản lý Wi-Fi này.',
    ],
    'no-proof': ['Hãy để trang này mở trên cả hai màn hình và thử lại.'],
  },
  read: 'Tôi đã đọc',
};
