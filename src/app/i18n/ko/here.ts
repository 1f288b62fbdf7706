import type { HereWords } from '../words/here.ts';

export const here: HereWords = {
  newVersion: '새 버전이 있습니다.',
  title: '이 Wi-Fi와 이 기기',
  device: '이 기기',
  noInternet: '이 Wi-Fi는 인터넷이 안 됩니다. 파일은 기기에서 기기로 바로 갑니다.',
  nobody: '아직 다른 사람이 없습니다',
  bringTitle: '다른 사람 초대',
  wifi: 'Wi-Fi에 연결',
  wifiCode: 'Wi-Fi ‘{name}’ 연결용 QR 코드',
  network: 'Wi-Fi',
  password: '비밀번호',
  noPassword: '비밀번호 없음',
  open: '브라우저에서 이 주소 열기',
  openCode: '{address} 주소를 여는 QR 코드',
  sameWifi: '먼저 상대방도 같은 Wi-Fi에 연결합니다. 그다음 카메라로 여기를 비추거나 주소를 입력합니다.',
  copy: '주소 복사',
  copied: '주소를 복사했습니다.',
  notCopied: '이 브라우저에서는 복사할 수 없습니다. 주소를 길게 누르세요.',
  share: '주소 보내기',
  shareText: '{name} Wi-Fi에서 저와 파일을 주고받아요:',
  report: '문제 보고서',
  reportHelp: '이 앱의 동작 기록입니다. 이름과 파일은 들어 있지 않습니다. 관리자에게 보여 주세요.',
  find: {
    label: '사람 찾기',
    hint: '이름, 그림, 숫자, 장소',
    found: '찾았습니다: {count}',
    nobody: '맞는 사람이 없습니다. 글자를 줄여 보세요.',
  },
  chime: {
    loud: '소리와 진동',
    help: '무언가 오면 작은 소리로 두 번 알립니다. 주위에 자는 사람이 있으면 끄세요.',
  },
  takeOver: {
    ask: '여기서도 {name} 님으로 계속할까요?',
    help: '{address}에서 왔습니다. 방금까지 그곳을 쓰고 있었다면 계속하세요. 다른 사람에게는 같은 사람으로 보입니다. 아니라면 새로 시작하세요.',
    yes: '계속',
    no: '새로 시작',
  },
  secure: {
    title: '보안 주소',
    works:
      '이 브라우저는 이 공유기를 신뢰합니다. 보안 주소에서는 앱으로 설치할 수 있고, 네트워크가 없어도 열리며, 아주 큰 파일도 받을 수 있습니다.',
    stays: '내 이름은 그대로입니다. 받은 파일은 여기에 남으니 먼저 저장하세요.',
    busy: '끝나지 않은 전송은 옮길 수 없습니다. 먼저 끝내거나 취소하세요.',
    go: '보안 주소로 이동',
    trust: 'Hikyaku를 자주 쓰시나요? 설치 방법을 보세요.',
  },
  extras: {
    install: 'Hikyaku 설치',
    installHelp: '앱으로 설치하면 공유기가 없는 곳에서도 열리고, 다른 앱에서 파일을 공유할 수 있습니다.',
    installByHand: 'Hikyaku를 홈 화면에 추가',
    installByHandHelp:
      'Safari에서 공유 버튼(화살표가 있는 네모)을 누르고 ‘홈 화면에 추가’를 누르세요. 홈 화면의 앱은 새 이름으로, 파일이 없는 상태로 시작합니다. 여기서 받은 파일을 먼저 저장하세요.',
    tellMe: '파일이 오면 알림',
    tellMeHelp: '다른 앱을 쓰는 동안 알림을 표시합니다.',
  },
};
