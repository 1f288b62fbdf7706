/** Vietnamese: the operator's page. */
import type { StatusWords } from '../../status/words.ts';

export const status: StatusWords = {
  title: 'Tình trạng của bộ phát Wi-Fi này',
  verdict: {
    note: { word: 'Mọi thứ đều tốt', sentence: 'Mọi người có thể gửi và nhận tệp ở đây.' },
    warn: { word: 'Vẫn chạy, nhưng còn thiếu', sentence: 'Mọi người có thể gửi và nhận tệp ở đây. Việc cần làm:' },
    stop: { word: 'Cần xử lý', sentence: 'Hiện không dùng được bộ phát này. Việc cần làm:' },
  },
  findings: {
    'app-missing': { what: 'Chưa có trang để mọi người mở.', todo: 'Trong thư mục của Hikyaku, gõ:' },
    unreachable: {
      what: 'Chỉ chính máy này mở được trang: máy chưa vào mạng nào, hoặc không nhận kết nối từ mạng nào.',
      todo: 'Hãy kết nối Wi-Fi hoặc cắm dây mạng. Nếu đã kết nối, hãy khởi động lại bộ phát mà không dùng --host.',
    },
    full: {
      what: 'Đã có {clients} thiết bị kết nối, tối đa là {most}: người đến sau có thể bị từ chối.',
      todo: 'Nhờ mọi người dùng bộ phát khác, hoặc đặt thêm một bộ phát.',
    },
    'memory-low': {
      what: 'Bộ nhớ của máy này sắp hết: còn {free}.',
      todo: 'Hãy tắt các chương trình khác. Nếu vẫn không được, hãy khởi động lại máy vào lúc ít người dùng.',
    },
    'certificate-ends': {
      what: {
        other: 'Chứng chỉ HTTPS còn # ngày là hết hạn. Sau đó, các ứng dụng đã cài không kết nối được với bộ phát này.',
      },
      todo: 'Thay tệp của --tls-cert và --tls-key bằng tệp mới. Sau vài giây là có hiệu lực, không cần khởi động lại.',
    },
    'certificate-ended': {
      what: 'Chứng chỉ HTTPS đã hết hạn: các ứng dụng đã cài không kết nối được với bộ phát này. Địa chỉ thường vẫn dùng được.',
      todo: 'Thay tệp của --tls-cert và --tls-key bằng tệp mới. Sau vài giây là có hiệu lực, không cần khởi động lại.',
    },
    'certificate-problem': {
      what: 'Chứng chỉ HTTPS mới không dùng được, nên vẫn đang dùng chứng chỉ cũ.',
      todo: 'Kiểm tra tệp của --tls-cert và --tls-key. Lỗi là:',
    },
    'secure-failed': {
      what: 'Địa chỉ an toàn (HTTPS) không chạy. Địa chỉ thường vẫn dùng được.',
      todo: 'Có thể chương trình khác đang dùng cổng này: hãy tắt nó, hoặc chọn cổng khác bằng --https-port. Máy báo:',
    },
    'disk-low': {
      what: 'Ổ đĩa của máy này gần đầy: còn {free}.',
      todo: 'Hãy xóa các tệp cũ trên máy này.',
    },
    'held-failed': {
      what: 'Không giữ được tin nhắn và bài: không dùng được ổ đĩa của máy này.',
      todo: 'Hãy kiểm tra ổ đĩa, và xem có chương trình nào khác dùng cùng --data-dir không; rồi khởi động lại chương trình này. Máy báo:',
    },
    'held-stuck': {
      what: 'Những gì mọi người gửi lại không được lưu: ổ đĩa của máy này không nhận.',
      todo: 'Hãy dọn chỗ trên ổ đĩa, hoặc sửa nó. Máy đang tự thử lại. Máy báo:',
    },
    'held-damaged': {
      what: { other: '# tin nhắn, bài hoặc tệp bị hỏng trên ổ đĩa và không còn ở đây.' },
      todo: 'Ổ đĩa có thể sắp hỏng: hãy chép thư mục của --data-dir sang ổ khác.',
    },
    'access-point-off': {
      what: 'Wi-Fi của bộ phát này không phát sóng: điện thoại không thấy nó.',
      todo: 'Nó đang tự khởi động lại. Nếu vẫn không được, gõ dòng này để biết lý do:',
    },
    'radio-blocked': { what: 'Sóng đã bị tắt: {names}.', todo: 'Xem công tắc trên máy, hoặc gõ:' },
    'radar-wait': {
      what: 'Trước khi phát, máy phải dò xem có radar không: {names}. Việc này mất hơn một phút.',
      todo: 'Hãy chờ. Các kênh 1 đến 11 không phải chờ.',
    },
    'country-unset': {
      what: 'Chưa đặt quốc gia cho sóng: chỉ dùng được ít kênh, và sóng yếu.',
      todo: 'Đặt quốc gia đang dùng, ví dụ:',
    },
    'radio-unknown': {
      what: 'Hiện không biết gì về sóng: chương trình theo dõi không báo.',
      todo: 'Gõ dòng này để biết lý do:',
    },
    'mesh-point-off': {
      what: 'Sóng nối với các bộ phát khác không phát.',
      todo: 'Nó đang tự khởi động lại. Nếu vẫn không được, gõ dòng này để biết lý do:',
    },
    'batman-missing': {
      what: 'Nhân hệ điều hành của máy này thiếu batman-adv, thứ nối các bộ phát bằng sóng và dây.',
      todo: 'Dùng nhân có nó, như nhân của Debian, rồi gõ:',
    },
    'mesh-point-alone': {
      what: 'Sóng nối với các bộ phát khác không thấy bộ phát nào.',
      todo: 'Bộ phát bên cạnh có bật và đủ gần không? Cả hai cần cùng kênh và cùng khóa chung.',
    },
    'stations-many': {
      what: '{stations} thiết bị đang dùng Wi-Fi, sóng này chứa được khoảng {most}: người đến sau có thể không vào được.',
      todo: 'Nhờ mọi người dùng bộ phát khác, hoặc đặt thêm một bộ phát.',
    },
    'stations-weak': {
      what: { other: 'Cả # thiết bị trên Wi-Fi đều có sóng yếu: gửi chậm và hay mất kết nối.' },
      todo: 'Đặt bộ phát cao hơn, ở chỗ thoáng, hoặc gần mọi người hơn.',
    },
    'air-busy': {
      what: 'Kênh {channel} đông: {share} thời gian có người dùng, nên gửi chậm.',
      todo: 'Chọn kênh vắng nhất trong 1, 6 và 11. Các bộ phát nối nhau bằng sóng phải dùng cùng một kênh.',
    },
    'relay-missing': {
      what: 'Chưa cài chương trình trung chuyển. Khi hai mạng không nối trực tiếp được, tệp không đến nơi.',
      todo: 'Khi máy có Internet, gõ dòng này rồi khởi động lại bộ phát:',
    },
    'relay-failed': {
      what: 'Trung chuyển không chạy. Khi hai mạng không nối trực tiếp được, tệp không đến nơi.',
      todo: 'Máy đang tự thử lại. Máy báo:',
    },
    'relay-off': { what: 'Trung chuyển đã tắt, theo --turn.' },
    'backhaul-down': {
      what: 'Mất kết nối với các bộ phát khác: dây hoặc sóng nối giữa chúng không có địa chỉ.',
      todo: 'Kiểm tra dây hoặc sóng giữa các bộ phát, ở cả hai đầu.',
    },
    'same-address': {
      what: {
        other:
          '{names} có cùng địa chỉ đường nối với bộ phát này: hai bên thấy thiết bị của nhau, nhưng tệp không qua được.',
      },
      todo: 'Hãy đặt cho mỗi bộ phát một địa chỉ riêng trên đường nối, trong cùng một mạng. Ví dụ, ở đây:',
    },
    'shared-address': {
      what: '{names} có cùng địa chỉ đường nối: tệp không đến được các thiết bị ở đó.',
      todo: 'Hãy đặt cho mỗi bộ phát một địa chỉ riêng trên đường nối, trong cùng một mạng.',
    },
    'other-network': {
      what: 'Không kết nối được với {names}: địa chỉ đường nối ở đó thuộc mạng khác. Các thiết bị thấy nhau, nhưng tệp không qua được.',
      todo: 'Hãy đặt cho tất cả các bộ phát những địa chỉ khác nhau trong cùng một mạng trên đường nối, hoặc đặt tuyến giữa các mạng.',
    },
    gone: {
      what: { other: '{names} đã ở đây và nay không thấy nữa ({time} trước).' },
      todo: 'Kiểm tra nguồn điện ở đó, rồi dây hoặc sóng. Những điều cần kiểm tra khác ở danh sách bên dưới.',
    },
    alone: {
      what: 'Không thấy bộ phát nào khác. Các thiết bị của bộ phát này vẫn gửi được cho nhau.',
      todo: 'Nếu lẽ ra phải có, hãy kiểm tra danh sách bên dưới.',
    },
    'own-clock': {
      what: 'Đồng hồ của bộ phát này sai. Nó chỉ {time}.',
      todo: 'Tệp vẫn đến nơi, nhưng địa chỉ an toàn (https) có thể không mở được. Hãy chỉnh lại, ví dụ:',
    },
    clocks: {
      what: 'Đồng hồ lệch nhau: {names}, lệch {time}.',
      todo: 'Tệp vẫn đến nơi. Hãy so hai đồng hồ với một đồng hồ đúng và chỉnh cái sai.',
    },
    open: {
      what: 'Chưa đặt khóa chung: bộ phát nào trên đường nối cũng có thể vào và được tin.',
      todo: 'Để chỉ cho bộ phát của mình vào, hãy khởi động tất cả với cùng một --mesh-key.',
    },
    'mesh-off': { what: 'Không tìm các bộ phát khác, theo --mesh.' },
    'no-backhaul': {
      what: 'Bộ phát này chạy một mình.',
      todo: 'Để nối với các bộ phát khác, hãy nối bằng dây hoặc sóng, rồi khởi động từng cái với tên cổng mạng đó:',
    },
  },
  strangers: {
    'other-key': {
      what: '{addresses}: bộ phát có khóa khác. Không cho vào.',
      todo: 'Nếu là của bạn, hãy khởi động nó với --mesh-key giống hệt ở đây.',
    },
    'no-key': {
      what: '{addresses}: bộ phát không có khóa. Không cho vào.',
      todo: 'Nếu là của bạn, hãy khởi động nó với --mesh-key giống ở đây.',
    },
    'has-key': {
      what: '{addresses}: bộ phát có khóa, còn ở đây không có. Hai bên không nối với nhau.',
      todo: 'Nếu cả hai là của bạn, hãy khởi động bộ phát này với cùng --mesh-key.',
    },
    'other-version': {
      what: '{addresses}: bộ phát dùng phiên bản Hikyaku khác. Hai bên không nối với nhau.',
      todo: 'Hãy cài cùng một phiên bản cho cả hai.',
    },
    forged: {
      what: '{addresses}: gửi tín hiệu hỏng hoặc giả. Đã bỏ qua.',
      todo: 'Nếu là của bạn, hãy kiểm tra dây. Nếu không, hãy tìm xem đó là máy gì.',
    },
    'too-many': {
      what: '{addresses}: gửi quá nhiều, hoặc có nhiều bộ phát hơn mức cho phép. Phần còn lại bị bỏ qua.',
      todo: 'Hãy tìm xem máy gì ở địa chỉ này. Một bộ phát nối với nhiều nhất 128 bộ phát khác.',
    },
    misbehaves: {
      what: '{addresses}: gửi những điều mà bộ phát không bao giờ gửi, nên tạm thời không nhận.',
      todo: 'Nếu là của bạn, hãy khởi động lại nó với cùng phiên bản như ở đây.',
    },
  },
  numbers: { router: 'thiết bị ở đây', all: 'thiết bị ở tất cả các bộ phát', routers: 'bộ phát thấy được' },

  open: 'Cho mọi người xem địa chỉ này',
  openHelp: 'Trước hết kết nối Wi-Fi này, rồi hướng máy ảnh vào ô vuông, hoặc nhập địa chỉ vào trình duyệt.',
  openOthers: 'Các địa chỉ khác của bộ phát này',
  poster: 'Tờ hướng dẫn để in',
  qrCode: 'Mã QR của {url}',

  reach: 'Các bộ phát thấy được',
  picture: { other: 'Hình vẽ bộ phát này và # bộ phát khác' },
  pictureHelp:
    'Trong vòng tròn: số thiết bị đang kết nối ở đó. Đường kẻ nghĩa là đã nối với bộ phát này. Ở đây không biết có sóng khác chuyển tiếp ở giữa hay không.',
  legend: { self: 'bộ phát này', direct: 'đã nối', lost: 'vừa mất nối', missing: 'không thấy nữa' },
  onlyThis: 'Hiện không thấy bộ phát nào khác.',
  table: {
    caption: 'Danh sách',
    name: 'Tên',
    address: 'Địa chỉ',
    devices: 'Thiết bị',
    heard: 'Liên lạc cuối',
    way: 'Đường',
    key: 'Khóa',
    clock: 'Đồng hồ',
  },
  self: 'bộ phát này',
  direct: 'đã nối',
  lost: 'vừa mất nối',
  gone: 'mất từ {ago}',
  keyed: 'cùng khóa',
  openMesh: 'không có khóa',
  sameClock: 'giống nhau',
  ahead: 'nhanh {time}',
  behind: 'chậm {time}',
  unknown: 'không rõ',

  checklist: {
    title: 'Thiếu một bộ phát? Kiểm tra theo thứ tự này',
    steps: [
      'Nó có điện không? Người ở gần có mở được trang của nó (địa chỉ của nó thêm /status) không?',
      'Dây đã cắm ở cả hai đầu chưa, hoặc sóng đã bật chưa? Mọi bộ phát phải ở trên cùng một đường nối: một bộ chia mạng, hoặc một mạng lưới không dây (batman-adv, 802.11s). Bộ phát ở đường nối khác, phía sau bộ phát thứ ba, thì không thấy.',
      'Cả hai có được khởi động với --backhaul và tên cổng mạng của dây hoặc sóng đó không?',
      'Địa chỉ ở đó có cùng dải không, ví dụ 192.168.1.1 và 192.168.1.2 (đều /24)? Không được dùng một địa chỉ hai lần.',
      '--mesh-key ở hai bên có giống nhau từng chữ không, hoặc cả hai đều không có?',
      'Phiên bản Hikyaku ở hai bên có giống nhau không?',
      'Ở giữa có mạng khác không? Tín hiệu không qua được: hãy ghi địa chỉ của nhau bằng --mesh-peers ở cả hai bên.',
      'Ở giữa có tường lửa của bạn không? Giữa các bộ phát phải cho qua cổng 8642 của UDP và TCP, và multicast.',
    ],
  },

  facts: {
    title: 'Bộ phát này',
    devices: 'Thiết bị đang kết nối',
    devicesOf: '{here}, tối đa {most}',
    refused: 'Số lần từ chối từ khi khởi động',
    refusedFor: {
      'foreign-host': {
        other:
          '# lần: mở bằng tên không phải của bộ phát này. Hãy dùng địa chỉ ở trên, hoặc khai báo tên bằng --hostname',
      },
      'foreign-page': {
        other: '# lần: một trang từ nơi khác muốn kết nối. Nếu có proxy, nó phải chuyển nguyên phần Host',
      },
      connections: { other: '# lần: quá nhiều kết nối từ một địa chỉ' },
      sockets: {
        other:
          '# lần: quá nhiều thiết bị sau một địa chỉ. Nếu có proxy hoặc bộ phát khác, nhiều thiết bị dùng chung một địa chỉ',
      },
      full: { other: '# lần: bộ phát này đã đầy' },
    },
    relay: 'Trung chuyển (TURN)',
    relayState: { running: 'đang chạy', off: 'tắt', failed: 'không chạy' },
    relayCause: {
      'not-installed': 'chưa cài coturn',
      'switched-off': 'theo --turn',
      'no-network': 'không có mạng để phục vụ',
      starting: 'đang khởi động',
    },
    relayed: { other: '# kết nối đang qua đây' },
    secure: 'Địa chỉ an toàn (HTTPS)',
    secureState: { off: 'tắt, theo --https-port', failed: 'không chạy' },
    secureCertificate: { own: 'chứng chỉ của chính bộ phát này', operator: 'chứng chỉ của người quản lý' },
    secureUntil: { other: 'đến {date}, còn # ngày' },
    secureEnded: 'đã hết hạn ngày {date}',
    secureClock: 'Đồng hồ của bộ phát này sai, nên chứng chỉ này không có thời hạn.',
    secureTrust: 'Cách để điện thoại tin cậy nó',
    mesh: 'Các bộ phát khác (mạng lưới)',
    meshState: { off: 'không tìm', alone: 'không thấy', joined: 'đã nối' },
    trust: { key: 'chỉ với cùng khóa', open: 'bộ phát nào cũng vào được' },
    radio: {
      title: 'Sóng',
      channel: 'kênh {channel}',
      inUse: 'đang dùng {share}',
      stations: { other: '# thiết bị' },
      peers: { other: '# bộ phát bên cạnh' },
      through: { other: '# bộ phát đến được qua bộ phát khác' },
    },
    memory: 'Bộ nhớ',
    memoryOf: 'chương trình này {own}, còn trống {free}',
    disk: 'Ổ đĩa',
    diskOf: 'còn trống {free} trong {whole}',
    held: {
      title: 'Tin nhắn và bài đang giữ',
      posts: { other: '# bài trên bảng tin' },
      letters: { other: '# thư niêm kín' },
      files: { other: '# tệp' },
      room: '{used}, nhiều nhất {most}',
      days: { other: 'lâu nhất # ngày' },
      off: 'tắt, theo --hold',
      opening: 'đang mở: chờ một lát',
      failed: 'không giữ được: không dùng được ổ đĩa của máy này',
    },
    uptime: 'Đã chạy',
    time: 'Đồng hồ',
    version: 'Phiên bản',
    id: 'ID',
    digests: 'Mã đối chiếu',
    digestsHelp: 'giống nhau ở những bộ phát thấy cùng các bộ phát và cùng các thiết bị',
  },

  refreshes: { other: 'Trang này tự làm mới mỗi # giây.' },
  stopRefreshing: 'Dừng lại',
  startRefreshing: 'Để trang tự làm mới',
  privacy: 'Ở đây không hiện tệp, tên tệp hay tên người.',
  asJson: 'Nội dung này cho chương trình',

  units: {
    y: { other: '# năm' },
    d: { other: '# ngày' },
    h: { other: '# giờ' },
    min: { other: '# phút' },
    s: { other: '# giây' },
  },
  ago: '{time} trước',
  more: { other: '# cái khác' },
};
