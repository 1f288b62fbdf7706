import type { FailureWords } from '../words/failures.ts';

export const failures: FailureWords = {
  failure: {
    unreachable: {
      sending:
        'Không kết nối được với thiết bị kia. Hãy kiểm tra trang ở đó đang mở và màn hình đang sáng, rồi gửi lại.',
      receiving: 'Không kết nối được với thiết bị kia. Hãy để trang này mở và nhờ người đó gửi lại.',
    },
    'blocked-here': {
      sending:
        'Trình duyệt này không kết nối được với thiết bị khác. Có thể VPN, bộ lọc hoặc cài đặt của trình duyệt đang chặn. Hãy tắt nó đi, rồi gửi lại.',
      receiving:
        'Trình duyệt này không kết nối được với thiết bị khác. Có thể VPN, bộ lọc hoặc cài đặt của trình duyệt đang chặn. Hãy tắt nó đi và nhờ người đó gửi lại.',
    },
    'blocked-there': {
      sending:
        'VPN, bộ lọc hoặc cài đặt trình duyệt trên thiết bị kia đang chặn kết nối. Hãy nhờ người đó tắt đi, rồi bạn gửi lại.',
      receiving:
        'VPN, bộ lọc hoặc cài đặt trình duyệt trên thiết bị kia đang chặn kết nối. Hãy nhờ người đó tắt đi và gửi lại cho bạn.',
    },
    'no-path': {
      sending:
        'Cả hai thiết bị đều ở đây, nhưng không truyền được gì cho nhau. Nếu có VPN hoặc bộ lọc, hãy tắt đi; lại gần bộ phát Wi-Fi hơn, rồi gửi lại.',
      receiving:
        'Cả hai thiết bị đều ở đây, nhưng không truyền được gì cho nhau. Nếu có VPN hoặc bộ lọc, hãy tắt đi; lại gần bộ phát Wi-Fi hơn và nhờ người đó gửi lại.',
    },
    'peer-left': {
      sending: 'Thiết bị kia đã rời đi hoặc trang ở đó đã đóng. Hãy nhờ người đó mở lại trang, rồi bạn gửi lại.',
      receiving: 'Thiết bị kia đã rời đi hoặc trang ở đó đã đóng. Hãy nhờ người đó mở lại trang và gửi lại cho bạn.',
    },
    'connection-lost': {
      sending: 'Kết nối bị ngắt. Hãy lại gần bộ phát Wi-Fi hơn, để màn hình sáng, rồi gửi lại.',
      receiving: 'Kết nối bị ngắt. Hãy lại gần bộ phát Wi-Fi hơn, để màn hình sáng và nhờ người đó gửi lại.',
    },
    'no-webrtc': {
      sending: 'Trình duyệt của thiết bị kia không nhận được tệp. Hãy nhờ người đó dùng Safari, Chrome hoặc Firefox.',
      receiving: 'Trình duyệt này không nhận được tệp. Hãy mở trang này bằng Safari, Chrome hoặc Firefox.',
    },
    busy: {
      sending: 'Thiết bị kia đang có quá nhiều tệp chờ nhận. Hãy đợi một lát, rồi gửi lại.',
      receiving: 'Có quá nhiều tệp đến đây cùng một lúc. Hãy nhờ người đó gửi lại.',
    },
    'no-more-connections': {
      sending: 'Trình duyệt này đang mở quá nhiều kết nối. Hãy tải lại trang này, rồi gửi lại.',
      receiving: 'Trình duyệt này đang mở quá nhiều kết nối. Hãy tải lại trang này và nhờ người đó gửi lại.',
    },
    unproven: {
      sending:
        'Có ai đó chen vào giữa bạn và {name}, hoặc trả lời thay. Chưa gửi gì cả. Hãy đến gặp {name}, hoặc dùng bộ phát Wi-Fi khác.',
      receiving: 'Có ai đó chen vào giữa bạn và {name}, hoặc trả lời thay. Không nhận gì từ đó.',
    },
    'no-proof': {
      sending: 'Không xác nhận được thiết bị đang trả lời có phải là {name} không. Chưa gửi gì cả. Hãy thử lại.',
      receiving: 'Không xác nhận được thiết bị đang trả lời có phải là {name} không. Không nhận gì từ đó.',
    },
    'same-address': {
      sending:
        'Hai bộ phát Wi-Fi có cùng địa chỉ nên không truyền được gì. Hãy báo cho người quản lý; trang /status của bộ phát chỉ cách xử lý.',
      receiving:
        'Hai bộ phát Wi-Fi có cùng địa chỉ nên không truyền được gì. Hãy báo cho người quản lý; trang /status của bộ phát chỉ cách xử lý.',
    },
    'other-network': {
      sending:
        'Bộ phát Wi-Fi này không kết nối được với bộ phát kia. Hãy báo cho người quản lý; trang /status của bộ phát chỉ cách xử lý.',
      receiving:
        'Bộ phát Wi-Fi này không kết nối được với bộ phát kia. Hãy báo cho người quản lý; trang /status của bộ phát chỉ cách xử lý.',
    },
    'version-mismatch': {
      sending: 'Trang trên hai thiết bị khác phiên bản. Hãy tải lại trang trên cả hai, rồi gửi lại.',
      receiving: 'Trang trên hai thiết bị khác phiên bản. Hãy tải lại trang trên cả hai và nhờ người đó gửi lại.',
    },
    'protocol-violation': {
      sending: 'Thiết bị kia trả lời không đúng. Hãy tải lại trang trên cả hai thiết bị, rồi gửi lại.',
      receiving:
        'Thiết bị kia gửi dữ liệu không đúng nên không giữ lại gì. Hãy tải lại trang trên cả hai thiết bị và nhờ người đó gửi lại.',
    },
    'source-changed': {
      sending: 'Một tệp trên thiết bị của bạn đã thay đổi trong khi gửi. Hãy chọn lại các tệp rồi gửi lại.',
      receiving: 'Một tệp trên thiết bị kia đã thay đổi trong khi gửi. Hãy nhờ người đó gửi lại.',
    },
    'source-unreadable': {
      sending: 'Không đọc được một tệp trên thiết bị của bạn nữa; có thể tệp đã bị chuyển đi hoặc xóa. Hãy chọn lại.',
      receiving: 'Thiết bị kia không đọc được một tệp nữa. Hãy nhờ người đó chọn lại các tệp.',
    },
    'storage-full': {
      sending: 'Thiết bị kia đã đầy. Hãy nhờ người đó giải phóng chỗ trống, rồi bạn gửi lại.',
      receiving: 'Thiết bị của bạn đã đầy. Hãy giải phóng chỗ trống và nhờ người đó gửi lại.',
    },
    'storage-failed': {
      sending: 'Thiết bị kia không lưu được tệp. Hãy nhờ người đó tải lại trang, rồi bạn gửi lại.',
      receiving:
        'Trình duyệt này không lưu được tệp. Nếu đang ở chế độ ẩn danh hoặc duyệt web riêng tư, hãy thoát ra, tải lại trang và nhờ người đó gửi lại.',
    },
    'storage-refused': {
      sending:
        'Trình duyệt của thiết bị kia không giữ dữ liệu cho trang này, mà tệp lại quá lớn so với bộ nhớ. Hãy nhờ người đó mở trang bằng trình duyệt khác, không phải cửa sổ ẩn danh hoặc riêng tư, rồi bạn gửi lại.',
      receiving:
        'Trình duyệt này không giữ dữ liệu cho trang này, mà tệp lại quá lớn so với bộ nhớ. Hãy cho phép trang này lưu dữ liệu, hoặc mở trang bằng trình duyệt khác, không phải cửa sổ ẩn danh hoặc riêng tư. Sau đó nhờ người đó gửi lại.',
    },
    'digest-mismatch': {
      sending: 'Tệp đến nơi bị hỏng nên đã bị bỏ. Hãy gửi lại.',
      receiving: 'Tệp đến nơi bị hỏng nên đã bị bỏ. Hãy nhờ người đó gửi lại.',
    },
    'hash-failed': {
      sending: 'Có trang không tải được phần kiểm tra tệp. Hãy tải lại trang trên cả hai thiết bị, rồi gửi lại.',
      receiving:
        'Có trang không tải được phần kiểm tra tệp. Hãy tải lại trang trên cả hai thiết bị và nhờ người đó gửi lại.',
    },
    'page-failed': {
      sending: 'Một trong hai trang gặp lỗi. Hãy tải lại trang trên cả hai thiết bị, rồi gửi lại.',
      receiving: 'Một trong hai trang gặp lỗi. Hãy tải lại trang trên cả hai thiết bị và nhờ người đó gửi lại.',
    },
  },
  interruption: {
    'connection-lost': {
      sending: 'Kết nối bị ngắt. Khi hai thiết bị lại kết nối được với nhau, việc gửi sẽ tự tiếp tục.',
      receiving: 'Kết nối bị ngắt. Khi hai thiết bị lại kết nối được với nhau, việc nhận sẽ tự tiếp tục.',
    },
    'peer-left': {
      sending: 'Thiết bị kia đã rời đi. Khi thiết bị đó trở lại và mở trang này, việc gửi sẽ tự tiếp tục.',
      receiving: 'Thiết bị kia đã rời đi. Khi thiết bị đó trở lại và mở trang này, việc nhận sẽ tự tiếp tục.',
    },
    unreachable: {
      sending: 'Hiện không kết nối được với thiết bị kia. Trang này sẽ tự thử lại.',
      receiving: 'Hiện không kết nối được với thiết bị kia. Trang này sẽ tự thử lại.',
    },
    unproven: {
      sending:
        'Có ai đó chen vào giữa bạn và {name}, hoặc trả lời thay. Không gửi thêm gì nữa. Khi {name} trả lời, việc gửi sẽ tiếp tục. Hãy đến gặp {name}, hoặc dùng bộ phát Wi-Fi khác.',
      receiving:
        'Có ai đó chen vào giữa bạn và {name}, hoặc trả lời thay. Không nhận gì từ đó; phần đã nhận được vẫn còn. Khi {name} trả lời, việc nhận sẽ tiếp tục.',
    },
    'no-proof': {
      sending:
        'Không xác nhận được thiết bị đang trả lời có phải là {name} không. Không gửi thêm gì nữa. Trang này sẽ tự thử lại.',
      receiving:
        'Không xác nhận được thiết bị đang trả lời có phải là {name} không. Phần đã nhận được vẫn còn. Trang này sẽ tự thử lại.',
    },
    'blocked-here': {
      sending:
        'Hiện trình duyệt này không kết nối được với thiết bị khác: VPN, bộ lọc hoặc cài đặt của trình duyệt đang chặn. Hãy tắt nó đi; trang này sẽ tự thử lại.',
      receiving:
        'Hiện trình duyệt này không kết nối được với thiết bị khác: VPN, bộ lọc hoặc cài đặt của trình duyệt đang chặn. Hãy tắt nó đi; trang này sẽ tự thử lại.',
    },
    'blocked-there': {
      sending:
        'VPN, bộ lọc hoặc cài đặt trình duyệt trên thiết bị kia đang chặn kết nối. Hãy nhờ người đó tắt đi; trang này sẽ tự thử lại.',
      receiving:
        'VPN, bộ lọc hoặc cài đặt trình duyệt trên thiết bị kia đang chặn kết nối. Hãy nhờ người đó tắt đi; trang này sẽ tự thử lại.',
    },
    'no-path': {
      sending:
        'Cả hai thiết bị đều ở đây, nhưng không truyền được gì cho nhau. Nếu có VPN hoặc bộ lọc, hãy tắt đi. Trang này sẽ tự thử lại.',
      receiving:
        'Cả hai thiết bị đều ở đây, nhưng không truyền được gì cho nhau. Nếu có VPN hoặc bộ lọc, hãy tắt đi. Trang này sẽ tự thử lại.',
    },
    'no-answer': {
      sending:
        'Thiết bị kia không trả lời: có thể màn hình đã tắt, hoặc tín hiệu không đến được. Khi thiết bị đó trả lời, việc gửi sẽ tiếp tục.',
      receiving:
        'Thiết bị kia không trả lời: có thể màn hình đã tắt, hoặc tín hiệu không đến được. Khi thiết bị đó trả lời, việc nhận sẽ tiếp tục.',
    },
    'storage-failed': {
      sending: 'Thiết bị kia không lưu thêm được. Khi người đó nhấn “Tiếp tục”, việc gửi sẽ tiếp tục.',
      receiving: 'Trình duyệt này không lưu thêm được. Hãy nhấn “Tiếp tục”, hoặc tải lại trang trước.',
    },
    'storage-full': {
      sending: 'Thiết bị kia đã đầy. Khi người đó giải phóng chỗ trống và nhấn “Tiếp tục”, việc gửi sẽ tiếp tục.',
      receiving: 'Thiết bị của bạn đã đầy. Hãy giải phóng chỗ trống, rồi nhấn “Tiếp tục”.',
    },
    'hash-failed': {
      sending:
        'Có trang không tải được phần kiểm tra tệp. Hãy đến gần bộ phát Wi-Fi, tải lại trang trên cả hai thiết bị, rồi nhấn “Tiếp tục”.',
      receiving:
        'Có trang không tải được phần kiểm tra tệp. Hãy đến gần bộ phát Wi-Fi, tải lại trang trên cả hai thiết bị, rồi nhấn “Tiếp tục”.',
    },
    'source-unreadable': {
      sending:
        'Không đọc được một tệp nữa: tệp đã bị chuyển đi hoặc xóa, hoặc ổ chứa tệp đã bị rút ra. Hãy chọn lại tệp đó; phần đã đến nơi không gửi lại.',
      receiving: 'Thiết bị kia không đọc được một tệp nữa. Khi người đó chọn lại tệp, việc nhận sẽ tiếp tục.',
    },
    'page-failed': {
      sending: 'Một trong hai trang gặp lỗi. Hãy tải lại trang trên cả hai thiết bị, rồi nhấn “Tiếp tục”.',
      receiving: 'Một trong hai trang gặp lỗi. Hãy tải lại trang trên cả hai thiết bị, rồi nhấn “Tiếp tục”.',
    },
  },
};
