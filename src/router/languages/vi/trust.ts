/** Vietnamese: how to trust this router. Menus as the systems call them. */
import type { TrustWords } from '../../tls/words.ts';

export const trust: TrustWords = {
  title: 'Tin cậy bộ phát Wi-Fi này',
  notNeeded:
    'Nếu chỉ gửi và nhận tệp thì không cần làm việc này. Chỉ làm trên thiết bị của chính bạn, nếu bạn hay dùng Hikyaku.',
  gains: 'Bạn được gì',
  gainList: [
    'Có thể cài ứng dụng và mở ngay cả khi không có mạng.',
    'Nhận được cả những tệp rất lớn.',
    'Màn hình không tắt khi đang gửi và nhận.',
  ],
  how: 'Cách làm',
  systems: {
    apple: {
      name: 'iPhone, iPad',
      download: 'Tải hồ sơ',
      steps: [
        'Mở trang này bằng Safari. Nhấn nút ở trên, rồi nhấn “Cho phép”.',
        'Mở ứng dụng Cài đặt. Ở gần trên cùng, nhấn “Đã tải về hồ sơ”, rồi nhấn “Cài đặt”.',
        'Trong Cài đặt, vào “Cài đặt chung” → “Giới thiệu” → “Cài đặt tin cậy chứng nhận”.',
        'Bật “Hikyaku”. Nếu không làm bước cuối này thì chưa có tác dụng.',
      ],
      remove: '“Cài đặt” → “Cài đặt chung” → “VPN & Quản lý thiết bị” → “Hikyaku” → “Gỡ hồ sơ”.',
    },
    android: {
      name: 'Android',
      download: 'Tải chứng chỉ',
      steps: [
        'Nhấn nút ở trên. Tệp nằm trong thư mục “Tải xuống”.',
        'Mở ứng dụng Cài đặt và tìm “Chứng chỉ CA”. Vị trí: “Bảo mật và quyền riêng tư” → “Chế độ cài đặt khác về bảo mật và quyền riêng tư” → “Mã hóa và thông tin xác thực” → “Cài đặt chứng chỉ”.',
        'Chọn “Chứng chỉ CA”, rồi nhấn “Vẫn cài đặt”. Thiết bị phải có khóa màn hình.',
        'Chọn tệp “hikyaku-ca.crt”.',
        'Từ đó Android báo rằng mạng có thể bị theo dõi. Với chứng chỉ nào do bạn tự thêm, Android cũng báo như vậy.',
      ],
      remove:
        '“Cài đặt” → “Bảo mật và quyền riêng tư” → “Chế độ cài đặt khác về bảo mật và quyền riêng tư” → “Mã hóa và thông tin xác thực” → “Thông tin xác thực người dùng”, hoặc “Thông tin xác thực đáng tin cậy” → “Người dùng”: nhấn “Hikyaku”, rồi xóa.',
    },
    windows: {
      name: 'Windows (Chrome, Edge)',
      download: 'Tải chứng chỉ',
      steps: [
        'Nhấn nút ở trên và mở tệp “hikyaku-ca.crt”.',
        'Nhấn “Install Certificate”, chọn “Current User”, nhấn “Next”.',
        'Chọn “Place all certificates in the following store” → “Browse” → “Trusted Root Certification Authorities”.',
        'Nhấn “Next” → “Finish”, và trả lời “Yes” khi có cảnh báo.',
      ],
      remove: 'Mở “certmgr.msc” → “Trusted Root Certification Authorities” → “Certificates” → “Hikyaku” → “Delete”.',
    },
    mac: {
      name: 'Mac (Safari, Chrome)',
      download: 'Tải chứng chỉ',
      steps: [
        'Nhấn nút ở trên và mở tệp “hikyaku-ca.crt”. “Truy cập chuỗi khóa” sẽ mở ra: thêm vào “đăng nhập”.',
        'Nhấn đúp vào “Hikyaku” trong danh sách chứng nhận và mở mục “Tin cậy”.',
        'Ở “Khi sử dụng chứng nhận này”, chọn “Luôn tin cậy”, rồi đóng cửa sổ.',
      ],
      remove: '“Truy cập chuỗi khóa” → “đăng nhập” → “Chứng nhận” → “Hikyaku” → “Xóa”.',
    },
    firefox: {
      name: 'Firefox',
      download: 'Tải chứng chỉ',
      steps: [
        'Trên máy tính: nhấn nút ở trên. Nếu Firefox hỏi ngay, làm tiếp từ bước 3.',
        '“Cài đặt” → “Riêng tư & Bảo mật” → “Chứng chỉ” → “Xem chứng chỉ” → “Nhà cung cấp” → “Nhập”: chọn “hikyaku-ca.crt”.',
        'Đánh dấu “Tin tưởng CA này để định danh các trang web”, nhấn “OK”.',
        'Trên Android: trước hết làm theo mục Android. Sau đó trong Firefox: “Cài đặt” → “Giới thiệu về Firefox”, nhấn nhiều lần vào biểu tượng, quay lại, mở “Secret Settings” và bật “Use third party CA certificates”.',
      ],
      remove: 'Trong cùng danh sách “Nhà cung cấp”: chọn “Hikyaku” → “Xóa hoặc không tin tưởng”.',
    },
  },
  removing: 'Để gỡ bỏ',
  finally: 'Cuối cùng, mở địa chỉ an toàn',
  open: 'Mở',
  refused:
    'Trình duyệt cảnh báo? Như vậy là bộ phát chưa được tin cậy. Hãy xem lại các bước và kiểm tra ngày trên thiết bị có đúng không. Bạn không mất gì: địa chỉ không có chữ “s” lúc nào cũng dùng được.',
  why: 'Vì sao không thể bị lợi dụng',
  whyList: [
    'Trong chứng chỉ ghi rõ nó chỉ dùng được cho: {name}, và các địa chỉ nội bộ như 192.168.1.1. Nó không thể giả làm ngân hàng, thư điện tử hay trang nào trên Internet: trình duyệt sẽ từ chối. Chúng tôi thử điều này với nhân của Chrome và với Firefox.',
    'Khóa của chứng chỉ không bao giờ rời khỏi các bộ phát mang tên này.',
    'Chứng chỉ không giúp ai đọc được tệp của bạn: dù có cài hay không, tệp luôn được mã hóa từ thiết bị đến thiết bị.',
    'Dù vậy, chỉ làm khi bạn tin người quản lý bộ phát này, và gỡ bỏ khi không cần nữa.',
  ],
  compare: 'Có đúng chứng chỉ không?',
  compareHelp:
    'Hỏi người quản lý bộ phát này mã số của nó và so sánh. Bộ phát hiện mã số khi khởi động; trên thiết bị, mã số nằm trong chi tiết của chứng chỉ, với tên “SHA-256”.',
  back: 'Về ứng dụng',
  known: 'Không cần cài đặt gì: chứng chỉ của bộ phát này thiết bị nào cũng biết.',
  off: 'Địa chỉ an toàn của bộ phát này hiện không dùng được.',
};
