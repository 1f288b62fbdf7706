/** Korean: the operator's page. */
import type { StatusWords } from '../../status/words.ts';

export const status: StatusWords = {
  title: '이 공유기의 상태',
  verdict: {
    note: { word: '정상입니다', sentence: '여기서 파일을 주고받을 수 있습니다.' },
    warn: { word: '작동하지만 부족한 것이 있습니다', sentence: '여기서 파일을 주고받을 수 있습니다. 할 일:' },
    stop: { word: '조치가 필요합니다', sentence: '지금은 이 공유기를 쓸 수 없습니다. 할 일:' },
  },
  findings: {
    'app-missing': { what: '사람들이 열 페이지가 아직 없습니다.', todo: 'Hikyaku 폴더에서 다음과 같이 입력하세요:' },
    unreachable: {
      what: '이 기계에서만 페이지를 열 수 있습니다. 네트워크에 연결되어 있지 않거나 어떤 네트워크에도 응답하지 않습니다.',
      todo: 'Wi-Fi나 네트워크 케이블을 연결하세요. 연결되어 있다면 --host 없이 공유기를 다시 시작하세요.',
    },
    full: {
      what: '최대 {most}대 중 {clients}대가 연결되어 있습니다. 다음 사람은 거절될 수 있습니다.',
      todo: '다른 공유기에 연결해 달라고 하거나 공유기를 하나 더 놓으세요.',
    },
    'memory-low': {
      what: '이 기계의 메모리가 얼마 남지 않았습니다: {free}.',
      todo: '다른 프로그램을 끝내세요. 그래도 안 되면 쓰는 사람이 적을 때 기계를 다시 시작하세요.',
    },
    'certificate-ends': {
      what: { other: 'HTTPS 인증서가 #일 뒤에 끝납니다. 그 뒤에는 설치된 앱이 이 공유기에 연결되지 않습니다.' },
      todo: '--tls-cert와 --tls-key의 파일을 새것으로 바꾸세요. 다시 시작하지 않아도 몇 초 안에 적용됩니다.',
    },
    'certificate-ended': {
      what: 'HTTPS 인증서의 기한이 끝나 설치된 앱이 이 공유기에 연결되지 않습니다. 일반 주소는 쓸 수 있습니다.',
      todo: '--tls-cert와 --tls-key의 파일을 새것으로 바꾸세요. 다시 시작하지 않아도 몇 초 안에 적용됩니다.',
    },
    'certificate-problem': {
      what: '새 HTTPS 인증서를 쓸 수 없어 이전 것을 쓰고 있습니다.',
      todo: '--tls-cert와 --tls-key의 파일을 확인하세요. 문제는 다음과 같습니다:',
    },
    'secure-failed': {
      what: '보안 주소(HTTPS)가 작동하지 않습니다. 일반 주소는 쓸 수 있습니다.',
      todo: '다른 프로그램이 같은 포트를 쓰고 있을 수 있습니다. 그 프로그램을 끝내거나 --https-port로 다른 포트를 고르세요. 기계의 메시지:',
    },
    'disk-low': {
      what: '이 기계의 디스크가 거의 찼습니다. 남은 공간: {free}.',
      todo: '이 기계의 오래된 파일을 삭제하세요.',
    },
    'held-failed': {
      what: '메시지와 글을 맡아 두지 못합니다. 이 기계의 디스크를 쓸 수 없습니다.',
      todo: '디스크를 확인하고, 같은 --data-dir을 쓰는 다른 프로그램이 없는지 확인한 뒤 이 프로그램을 다시 시작하세요. 기계의 메시지:',
    },
    'held-stuck': {
      what: '사람들이 맡긴 것이 저장되지 않습니다. 이 기계의 디스크가 받아들이지 않습니다.',
      todo: '디스크의 공간을 비우거나 고치세요. 자동으로 다시 시도하고 있습니다. 기계의 메시지:',
    },
    'held-damaged': {
      what: { other: '메시지, 글, 파일 #개가 디스크에서 손상되어 더 이상 여기에 없습니다.' },
      todo: '디스크가 고장 나고 있을 수 있습니다. --data-dir 폴더를 다른 디스크에 복사하세요.',
    },
    'access-point-off': {
      what: '이 공유기의 Wi-Fi가 전파를 내지 않습니다. 휴대전화에서 보이지 않습니다.',
      todo: '자동으로 다시 시작합니다. 계속 안 되면 다음을 입력해 원인을 확인하세요:',
    },
    'radio-blocked': { what: '무선이 꺼져 있습니다: {names}.', todo: '기계의 스위치를 확인하거나 다음을 입력하세요:' },
    'radar-wait': {
      what: '전파를 내기 전에 레이더가 있는지 확인하고 있습니다: {names}. 1분 넘게 걸립니다.',
      todo: '기다리세요. 채널 1~11은 기다리지 않아도 됩니다.',
    },
    'country-unset': {
      what: '무선에 국가가 설정되어 있지 않아 쓸 수 있는 채널이 적고 전파도 약합니다.',
      todo: '사용하는 국가를 설정하세요. 예:',
    },
    'radio-unknown': {
      what: '무선 상태를 알 수 없습니다. 감시 프로그램에서 소식이 없습니다.',
      todo: '다음을 입력해 원인을 확인하세요:',
    },
    'mesh-point-off': {
      what: '다른 공유기와 잇는 무선이 전파를 내지 않습니다.',
      todo: '자동으로 다시 시작합니다. 계속 안 되면 다음을 입력해 원인을 확인하세요:',
    },
    'batman-missing': {
      what: '이 기계의 커널에는 무선과 케이블로 공유기를 잇는 batman-adv가 없습니다.',
      todo: 'Debian 기본 커널처럼 batman-adv가 있는 커널을 쓰고 다음을 입력하세요:',
    },
    'mesh-point-alone': {
      what: '다른 공유기와 잇는 무선에서 아무 공유기도 찾지 못합니다.',
      todo: '옆 공유기가 켜져 있고 충분히 가까운지 확인하세요. 양쪽의 채널과 메시 키가 같아야 합니다.',
    },
    'stations-many': {
      what: 'Wi-Fi에 {stations}대가 연결되어 있습니다. 이 무선은 약 {most}대까지입니다. 다음 사람은 연결되지 않을 수 있습니다.',
      todo: '다른 공유기에 연결해 달라고 하거나 공유기를 하나 더 놓으세요.',
    },
    'stations-weak': {
      what: { other: 'Wi-Fi의 기기 #대 모두 신호가 약합니다. 오래 걸리고 연결이 끊깁니다.' },
      todo: '공유기를 높고 트인 곳이나 사람들 가까이에 두세요.',
    },
    'air-busy': {
      what: '채널 {channel}이(가) 붐빕니다. 시간의 {share} 동안 쓰이고 있어 오래 걸립니다.',
      todo: '1, 6, 11 가운데 가장 한산한 채널을 고르세요. 무선으로 이어진 공유기끼리는 같은 채널이어야 합니다.',
    },
    'relay-missing': {
      what: '중계 프로그램이 설치되어 있지 않습니다. 두 네트워크가 직접 연결되지 않으면 파일이 전달되지 않습니다.',
      todo: '인터넷이 될 때 다음을 입력하고 공유기를 다시 시작하세요:',
    },
    'relay-failed': {
      what: '중계가 작동하지 않습니다. 두 네트워크가 직접 연결되지 않으면 파일이 전달되지 않습니다.',
      todo: '자동으로 다시 시도하고 있습니다. 기계의 메시지:',
    },
    'relay-off': { what: '중계는 --turn 설정에 따라 꺼져 있습니다.' },
    'backhaul-down': {
      what: '다른 공유기와의 연결이 끊겼습니다. 케이블이나 무선에 주소가 없습니다.',
      todo: '공유기 사이의 케이블이나 무선을 양쪽 끝에서 확인하세요.',
    },
    'same-address': {
      what: {
        other: '{names}의 백홀 주소가 이 공유기와 같습니다. 서로의 기기는 보이지만 파일은 전달되지 않습니다.',
      },
      todo: '백홀의 같은 네트워크 안에서 공유기마다 다른 주소를 주세요. 예를 들어 여기서는 다음과 같이 입력합니다:',
    },
    'shared-address': {
      what: '백홀 주소가 서로 같은 공유기: {names}. 그쪽 기기에는 파일이 전달되지 않습니다.',
      todo: '백홀의 같은 네트워크 안에서 공유기마다 다른 주소를 주세요.',
    },
    'other-network': {
      what: '가는 길이 없는 공유기: {names}. 그쪽의 백홀 주소가 여기와 다른 네트워크의 것입니다. 서로의 기기는 보이지만 파일은 전달되지 않습니다.',
      todo: '모든 공유기에 백홀의 한 네트워크 안에서 서로 다른 주소를 주거나, 네트워크 사이에 경로를 설정하세요.',
    },
    gone: {
      what: { other: '여기 있다가 사라진 공유기: {names} ({time} 전).' },
      todo: '먼저 전원을, 다음으로 케이블이나 무선을 확인하세요. 그 밖의 확인 방법은 아래 목록에 있습니다.',
    },
    alone: {
      what: '다른 공유기가 보이지 않습니다. 이 공유기의 기기끼리는 쓸 수 있습니다.',
      todo: '다른 공유기가 있어야 한다면 아래 목록을 확인하세요.',
    },
    'own-clock': {
      what: '이 공유기의 시계가 틀립니다. 지금 시계: {time}.',
      todo: '파일은 전달되지만 보안 주소(https)가 열리지 않을 수 있습니다. 예를 들어 다음과 같이 맞추세요:',
    },
    clocks: {
      what: '시계가 서로 다릅니다: {names}, {time} 차이.',
      todo: '파일은 전달됩니다. 정확한 시계와 비교해서 틀린 쪽을 맞추세요.',
    },
    open: {
      what: '메시 키가 없습니다. 백홀에 있는 어떤 공유기든 들어올 수 있고, 보내는 정보를 그대로 믿습니다.',
      todo: '자기 공유기만 들어오게 하려면 모두 같은 --mesh-key로 시작하세요.',
    },
    'mesh-off': { what: '--mesh 설정에 따라 다른 공유기를 찾지 않습니다.' },
    'no-backhaul': {
      what: '이 공유기는 혼자 작동합니다.',
      todo: '다른 공유기와 이으려면 케이블이나 무선으로 연결하고, 그 인터페이스 이름을 적어 각각 시작하세요:',
    },
  },
  strangers: {
    'other-key': {
      what: '{addresses}: 키가 다른 공유기입니다. 들이지 않았습니다.',
      todo: '자기 공유기라면 여기와 한 글자도 다르지 않은 --mesh-key로 시작하세요.',
    },
    'no-key': {
      what: '{addresses}: 키가 없는 공유기입니다. 들이지 않았습니다.',
      todo: '자기 공유기라면 여기와 같은 --mesh-key로 시작하세요.',
    },
    'has-key': {
      what: '{addresses}: 키가 있는 공유기인데 여기에는 키가 없어서 연결되지 않습니다.',
      todo: '둘 다 자기 공유기라면 이 공유기도 같은 --mesh-key로 시작하세요.',
    },
    'other-version': {
      what: '{addresses}: Hikyaku 버전이 다른 공유기입니다. 연결되지 않습니다.',
      todo: '양쪽에 같은 버전을 설치하세요.',
    },
    forged: {
      what: '{addresses}: 망가졌거나 위조된 신호를 보냅니다. 무시합니다.',
      todo: '자기 공유기라면 케이블을 확인하고, 아니라면 무엇인지 알아보세요.',
    },
    'too-many': {
      what: '{addresses}: 신호가 너무 많거나 공유기 수가 한도를 넘습니다. 나머지는 무시합니다.',
      todo: '이 주소의 기계가 무엇인지 알아보세요. 공유기 하나는 최대 128대와 연결됩니다.',
    },
    misbehaves: {
      what: '{addresses}: 공유기가 보내지 않을 내용을 보내서 잠시 상대하지 않습니다.',
      todo: '자기 공유기라면 여기와 같은 버전으로 다시 시작하세요.',
    },
  },
  numbers: { router: '여기 있는 기기', all: '모든 공유기의 기기', routers: '보이는 공유기' },

  open: '사람들에게 이 주소를 알려 주세요',
  openHelp: '먼저 이 Wi-Fi에 연결한 다음, 카메라로 네모난 무늬를 비추거나 브라우저에 주소를 입력합니다.',
  openOthers: '이 공유기의 다른 주소',
  poster: '인쇄할 안내문',
  qrCode: '{url}의 QR 코드',

  reach: '보이는 공유기',
  picture: { other: '이 공유기와 다른 공유기 #대의 그림' },
  pictureHelp:
    '동그라미 안은 그곳에 연결된 기기의 수입니다. 선은 이 공유기와 연결되어 있다는 뜻입니다. 중간에 다른 무선이 전달하는지는 여기서 알 수 없습니다.',
  legend: { self: '이 공유기', direct: '연결됨', lost: '방금 끊김', missing: '사라짐' },
  onlyThis: '지금은 다른 공유기가 보이지 않습니다.',
  table: {
    caption: '목록',
    name: '이름',
    address: '주소',
    devices: '기기',
    heard: '마지막 연락',
    way: '경로',
    key: '키',
    clock: '시계',
  },
  self: '이 공유기',
  direct: '연결됨',
  lost: '방금 끊김',
  gone: '{ago} 사라짐',
  keyed: '같은 메시 키',
  openMesh: '키 없음',
  sameClock: '같음',
  ahead: '{time} 빠름',
  behind: '{time} 느림',
  unknown: '알 수 없음',

  checklist: {
    title: '보이지 않는 공유기가 있나요? 순서대로 확인하세요',
    steps: [
      '전원이 켜져 있나요? 가까이 있는 사람이 그 공유기의 페이지(주소 뒤에 /status)를 열 수 있나요?',
      '케이블이 양쪽 끝에 꽂혀 있나요? 무선이 켜져 있나요? 모든 공유기는 한 백홀, 즉 스위치 하나나 메시 무선 하나(batman-adv, 802.11s)에 있어야 합니다. 다른 공유기 뒤의 다른 백홀에 있는 공유기는 보이지 않습니다.',
      '둘 다 --backhaul과 그 케이블이나 무선의 인터페이스 이름으로 시작했나요?',
      '그곳의 주소가 같은 범위에 있나요? 예: 192.168.1.1과 192.168.1.2(둘 다 /24). 같은 주소를 두 번 쓰면 안 됩니다.',
      '양쪽의 --mesh-key가 한 글자도 다르지 않나요? 아니면 둘 다 없나요?',
      '양쪽의 Hikyaku 버전이 같나요?',
      '사이에 다른 네트워크가 있나요? 신호가 지나가지 못하므로 양쪽에 --mesh-peers로 상대의 주소를 적으세요.',
      '사이에 방화벽이 있나요? 공유기 사이에서 UDP와 TCP 8642번 포트, 그리고 멀티캐스트를 허용하세요.',
    ],
  },

  facts: {
    title: '이 공유기',
    devices: '연결된 기기',
    devicesOf: '{here}대 (최대 {most}대)',
    refused: '시작한 뒤 거절한 연결',
    refusedFor: {
      'foreign-host': {
        other: '#번: 이 공유기의 것이 아닌 이름으로 열었습니다. 위의 주소를 쓰거나 --hostname으로 이름을 알려 주세요',
      },
      'foreign-page': {
        other: '#번: 다른 곳의 페이지가 연결하려 했습니다. 프록시가 있으면 Host 헤더를 그대로 넘겨야 합니다',
      },
      connections: { other: '#번: 한 주소에서 온 연결이 너무 많았습니다' },
      sockets: {
        other: '#번: 한 주소 뒤의 기기가 너무 많았습니다. 프록시나 다른 공유기가 있으면 여러 기기가 한 주소를 씁니다',
      },
      full: { other: '#번: 이 공유기가 가득 찼습니다' },
    },
    relay: '중계(TURN)',
    relayState: { running: '작동 중', off: '꺼짐', failed: '작동하지 않음' },
    relayCause: {
      'not-installed': 'coturn이 설치되어 있지 않음',
      'switched-off': '--turn 설정',
      'no-network': '쓸 네트워크가 없음',
      starting: '시작하는 중',
    },
    relayed: { other: '지금 연결 #개를 중계' },
    secure: '보안 주소(HTTPS)',
    secureState: { off: '꺼짐(--https-port 설정)', failed: '작동하지 않음' },
    secureCertificate: { own: '이 공유기의 인증서', operator: '관리자의 인증서' },
    secureUntil: { other: '{date}까지, #일 남음' },
    secureEnded: '{date}에 끝남',
    secureClock: '이 공유기의 시계가 틀려서 기한이 없는 인증서를 쓰고 있습니다.',
    secureTrust: '휴대전화가 신뢰하게 하려면',
    mesh: '다른 공유기(메시)',
    meshState: { off: '찾지 않음', alone: '보이지 않음', joined: '연결됨' },
    trust: { key: '같은 키의 공유기만', open: '어떤 공유기든 가능' },
    radio: {
      title: '무선',
      channel: '채널 {channel}',
      inUse: '사용 중 {share}',
      stations: { other: '기기 #대' },
      peers: { other: '이웃 공유기 #대' },
      through: { other: '다른 공유기를 거치는 것 #대' },
    },
    memory: '메모리',
    memoryOf: '이 프로그램 {own}, 남은 공간 {free}',
    disk: '디스크',
    diskOf: '{whole} 중 {free} 남음',
    held: {
      title: '맡아 둔 메시지와 글',
      posts: { other: '게시판 글 #개' },
      letters: { other: '봉한 편지 #통' },
      files: { other: '파일 #개' },
      room: '{used}(최대 {most})',
      days: { other: '최대 #일' },
      off: '꺼짐(--hold 설정)',
      opening: '여는 중: 잠시만 기다려 주세요',
      failed: '맡아 두지 못함: 이 기계의 디스크를 쓸 수 없음',
    },
    uptime: '작동 시간',
    time: '시계',
    version: '버전',
    id: 'ID',
    digests: '대조값',
    digestsHelp: '같은 공유기와 같은 기기를 보는 공유기에서는 같은 값이 됩니다',
  },

  refreshes: { other: '이 페이지는 #초마다 자동으로 새로워집니다.' },
  stopRefreshing: '멈추기',
  startRefreshing: '자동으로 새로 고치기',
  privacy: '파일도, 파일 이름도, 사람 이름도 여기에 표시하지 않습니다.',
  asJson: '프로그램용으로 같은 내용',

  units: {
    y: { other: '#년' },
    d: { other: '#일' },
    h: { other: '#시간' },
    min: { other: '#분' },
    s: { other: '#초' },
  },
  ago: '{time} 전',
  more: { other: '그 외 #대' },
};
