import type { ReportingWords } from '../words/reporting.ts';

export const reporting: ReportingWords = {
  title: 'Báo cáo sự cố',
  help: 'Giúp những người phụ trách Hikyaku biết điều gì đã hỏng. Trong đó không có tên người, thiết bị hay tệp. Báo cáo chỉ ở trên thiết bị này, trừ khi bạn chuyển đi.',
  copy: 'Sao chép báo cáo',
  copied: 'Đã sao chép. Bạn có thể dán vào tin nhắn.',
  selected: 'Trình duyệt này không cho trang sao chép. Báo cáo đã được chọn sẵn: hãy sao chép bằng menu ở đó.',
  close: 'Đóng',
};
