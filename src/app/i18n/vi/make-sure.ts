import type { MakeSureWords } from '../words/make-sure.ts';

export const makeSure: MakeSureWords = {
  button: 'Xác nhận đúng người',
  ways: {
    title: 'Xác nhận đây đúng là {name}',
    help: 'Hãy đứng cạnh nhau để cùng nhìn thấy cả hai màn hình.',
    compare: 'So hình',
    compareHelp: 'Chỉ mười giây là cả hai đều chắc chắn.',
    photo: 'Chụp mã của người kia',
    photoHelp: 'Người kia nhấn “Xác nhận đúng người” rồi “Cho xem mã của tôi”. Chỉ người chụp được chắc chắn.',
    mine: 'Cho xem mã của tôi',
    mineHelp: 'Để người khác chụp mã này.',
  },
  waysAny: {
    title: 'Xác nhận bằng ảnh',
    help: 'Hãy đứng cạnh nhau. Muốn so hình, trước hết hãy chọn người đó trong danh sách thiết bị.',
  },

  calling: { title: 'Đang kết nối với {name}', help: 'Mất vài giây.' },
  asking: { title: 'Hãy nhìn màn hình của {name}', help: 'Ở đó có câu hỏi. Nhờ người đó nhấn “Chấp nhận”.' },
  asked: {
    title: '{name} muốn xác nhận đúng là bạn',
    help: 'Hãy đứng cạnh nhau. Cả hai màn hình sẽ hiện bốn hình và một số để hai người so với nhau.',
    accept: 'Chấp nhận',
    notNow: 'Để sau',
  },
  agreed: { title: 'Xin đợi một lát', help: 'Các hình sẽ hiện trên cả hai màn hình.' },
  code: {
    title: 'Hai màn hình có giống nhau không?',
    help: 'Hãy nhìn cả hai màn hình, hoặc đọc to cho nhau nghe: đủ bốn hình và số.',
    pictures: 'Hình',
    number: 'Số: {digits}',
    same: 'Giống nhau',
    different: 'Không giống',
    saidHere: 'Bạn đã trả lời: giống nhau. Đang đợi {name}.',
    saidThere: '{name} đã trả lời: giống nhau. Còn bạn?',
  },
  known: {
    title: 'Đã xác nhận: {name}',
    help: 'Từ nay thiết bị này nhận ra thiết bị của {name}, dù người khác dùng tên gì.',
    oneSided: '{name} chưa xác nhận bạn: hãy cho xem mã của bạn, hoặc so hình.',
    label: 'Tên bạn gọi người này',
    labelHint: 'Chỉ bạn thấy tên này.',
    done: 'Xong',
  },

  different: {
    title: 'Đừng gửi gì cho thiết bị kia',
    me: 'Hai màn hình không giống nhau. Thiết bị mang tên {name} ở đây có thể không phải của người đó: có thể ai đó chen vào giữa để đọc hoặc sửa những gì hai bên gửi cho nhau.',
    peer: '{name} trả lời rằng hai màn hình không giống nhau. Thiết bị mang tên {name} ở đây có thể không phải của người đó: có thể ai đó chen vào giữa để đọc hoặc sửa những gì hai bên gửi cho nhau.',
    broken:
      'Thiết bị mang tên {name} ở đây trả lời không đúng. Có thể nó không phải của người đó: có thể ai đó chen vào giữa để đọc hoặc sửa những gì hai bên gửi cho nhau.',
    unproven:
      'Thiết bị đang trả lời không phải là thiết bị mang tên {name}. Có thể ai đó chen vào giữa để đọc hoặc sửa những gì hai bên gửi cho nhau.',
    other:
      'Đây là mã của một thiết bị khác, không phải thiết bị mang tên {name} ở đây. Thiết bị ở đây có thể không phải của người đó: có thể ai đó chen vào giữa để đọc hoặc sửa những gì hai bên gửi cho nhau.',
    nothingSent: 'Lần này chưa gửi gì cả.',
    what: 'Cần làm gì',
    steps: [
      'Báo cho {name} ngay.',
      'Có thể ai đó nhìn nhầm: hãy thử lại một lần và đọc to cho nhau nghe.',
      'Nếu vẫn không giống, hãy đưa tệp cho nhau bằng cách khác và báo cho người quản lý Wi-Fi này.',
    ],
  },
  block: 'Chặn thiết bị kia',
  failed: {
    refused: { title: '{name} chưa chấp nhận', help: 'Hãy hỏi người đó rồi thử lại.' },
    cancelled: {
      title: '{name} đã dừng',
      help: 'Hai bên chưa xác nhận xong. Hãy nói chuyện với người đó rồi thử lại.',
    },
    late: { title: 'Đã chờ quá lâu', help: 'Hai bên chưa xác nhận xong. Hãy đứng cạnh nhau rồi thử lại.' },
    lost: {
      title: 'Kết nối bị ngắt',
      help: 'Hai bên chưa xác nhận xong. Hãy để trang này mở trên cả hai màn hình và thử lại.',
    },
    unreachable: {
      title: 'Không kết nối được với {name}',
      help: 'Hãy để trang này mở trên cả hai màn hình và thử lại.',
    },
    outdated: { title: 'Một trong hai trang đã cũ', help: 'Hãy tải lại trang trên cả hai thiết bị và thử lại.' },
  },

  mine: {
    title: 'Mã của tôi',
    help: 'Người kia nhấn “Xác nhận đúng người” rồi chụp mã này. Khi đó họ chắc chắn đúng là bạn. Để chắc chắn về họ, bạn cũng hãy chụp mã của họ.',
    picture: 'Mã của thiết bị này',
  },
  photo: {
    title: 'Chụp mã của người kia',
    help: 'Trên màn hình của người kia: “Xác nhận đúng người”, rồi “Cho xem mã của tôi”. Mã nên chiếm một nửa ảnh.',
    take: 'Chụp ảnh',
    looking: 'Đang xem ảnh…',
  },
  noPerson: {
    nothing: {
      title: 'Không tìm thấy mã trong ảnh này',
      help: 'Hãy lại gần đến khi mã chiếm một nửa ảnh. Giữ yên tay, tránh đèn và nắng chiếu vào màn hình, và tăng độ sáng của màn hình kia.',
    },
    unreadable: { title: 'Không mở được ảnh này', help: 'Hãy chụp lại.' },
    missing: {
      title: 'Thiếu một phần của trang này',
      help: 'Thiếu phần đó thì không đọc được ảnh. Hãy ở gần bộ phát Wi-Fi và tải lại trang này, hoặc so hình.',
    },
    foreign: {
      title: 'Đây là loại mã khác',
      help: 'Trên màn hình của người kia: “Xác nhận đúng người”, rồi “Cho xem mã của tôi”.',
    },
    own: { title: 'Đây là mã của chính bạn', help: 'Hãy chụp màn hình của người kia.' },
    absent: {
      title: 'Người này không có ở đây',
      help: 'Mã đúng, nhưng không thấy thiết bị của người đó. Cả hai hãy mở trang này trong cùng một Wi-Fi.',
    },
    blocked: { title: 'Bạn đã chặn người này', help: 'Hãy bỏ chặn trước, ở mục “Người quen và người bị chặn”.' },
  },

  again: 'Thử lại',
  cancel: 'Hủy',
  close: 'Đóng',
};
