import type { TroubleWords } from '../words/trouble.ts';

export const trouble: TroubleWords = {
  expired: '이 주소의 인증서 기한이 끝났습니다',
  expiredHelp:
    '그래서 여기서는 공유기에 연결되지 않습니다. 대신 일반 주소를 여세요. 언제나 쓸 수 있습니다. 받은 파일은 여기에 남아 있습니다.',
  away: '가까이에 공유기가 없습니다',
  about: 'Hikyaku는 인터넷 없이 가까운 Wi-Fi 공유기를 통해 휴대전화끼리 파일을 보냅니다.',
  wifiOn: 'Wi-Fi를 켜고 공유기에 가까이 가세요.',
  join: '{router} 공유기나 다른 Hikyaku 공유기의 Wi-Fi에 연결하세요.',
  joinAny: 'Hikyaku 공유기의 Wi-Fi에 연결하세요.',
  comeBack: '이 화면으로 돌아오세요. 자동으로 연결됩니다.',
  keptHere: '받은 파일과 끝나지 않은 전송은 이 기기에 남아 있습니다. 지금도 쓸 수 있습니다.',
  turnedAway: {
    title: '공유기가 응답하지만 이 화면의 연결을 받지 않습니다',
    'no-socket':
      'Wi-Fi는 괜찮습니다. 이 화면과 공유기 사이의 무언가(프록시나 다른 주소 등)가 연결을 막고 있습니다. 안내문의 주소를 열거나 관리자에게 알려 주세요. 자동으로 계속 시도합니다.',
    crowded:
      'Wi-Fi는 괜찮습니다. 이 공유기에서 열려 있는 화면이 너무 많습니다. 쓰지 않는 화면을 닫거나 관리자에게 알려 주세요. 자동으로 계속 시도합니다.',
  },
  siteData: {
    refused: '이 브라우저는 이 화면의 데이터를 남기지 않습니다',
    refusedHelp:
      '파일을 보낼 수는 있습니다. 받으려면 브라우저 설정에서 이 주소의 쿠키와 사이트 데이터를 허용하고 화면을 새로 고치세요.',
    silent: '브라우저의 저장 공간이 응답하지 않습니다',
    silentHelp:
      '전에 받은 파일을 지금은 볼 수 없고, 다른 사람에게는 새 이름으로 보입니다. 브라우저를 닫았다가 다시 열고 여기로 돌아오세요.',
  },
  cannotTransfer: '이 브라우저로는 파일을 주고받을 수 없습니다',
  cannotTransferHelp: {
    firefox:
      '이 Firefox에서는 설정이나 부가 기능 때문에 WebRTC가 꺼져 있습니다. WebRTC를 켜거나 다른 브라우저에서 이 주소를 여세요:',
    safari:
      '이 기기가 차단 모드라면 이 사이트에서만 끄세요. 주소 옆의 버튼을 누르고 ‘웹 사이트 설정’을 누르면 됩니다. 또는 다른 브라우저에서 이 주소를 여세요:',
    other: 'Safari, Chrome, Firefox 중 하나에서 이 주소를 여세요:',
  },
};
