import type { FailureWords } from '../words/failures.ts';

const SEND_AGAIN = '그다음 다시 보내세요.';
const ASK_AGAIN = '그다음 다시 보내 달라고 하세요.';
const ON_ITS_OWN = '자동으로 다시 시도합니다.';

const BLOCKED_HERE = '이 기기의 VPN이나 필터, 브라우저 설정이 다른 기기와의 연결을 막고 있습니다.';
const BLOCKED_THERE = '상대방 기기의 VPN이나 필터, 브라우저 설정이 연결을 막고 있습니다.';
const NO_PATH = '두 기기가 모두 여기 있지만 서로 통신이 되지 않습니다. 어느 쪽이든 VPN이나 필터가 있으면 끄세요.';
const SAME_ADDRESS =
  '두 공유기의 주소가 같아서 통신이 되지 않습니다. 관리자에게 알려 주세요. 고치는 방법은 공유기의 /status 화면에 있습니다.';
const OTHER_NETWORK =
  '이 공유기가 상대방 공유기와 연결되지 않습니다. 관리자에게 알려 주세요. 고치는 방법은 공유기의 /status 화면에 있습니다.';
const RELOAD_BOTH = '두 기기에서 이 화면을 새로 고치세요.';
const NO_CHECK = '파일을 확인하는 부분을 불러오지 못했습니다.';
const WENT_WRONG = '두 화면 중 하나에서 문제가 생겼습니다.';
const IN_BETWEEN = '{name} 님과의 사이에 누군가 끼어들었거나, 다른 기기가 대신 응답하고 있습니다.';
const WHO_ANSWERS = '{name} 님 대신 응답한 기기가 누구의 것인지 밝히지 않았습니다.';

export const failures: FailureWords = {
  failure: {
    unreachable: {
      sending: '상대방 기기에 연결하지 못했습니다. 상대방이 이 화면을 열고 켜 두었는지 확인한 다음 다시 보내세요.',
      receiving: '상대방 기기에 연결하지 못했습니다. 이 화면을 열어 두고 다시 보내 달라고 하세요.',
    },
    'blocked-here': {
      sending: `${BLOCKED_HERE} 끄고 다시 보내세요.`,
      receiving: `${BLOCKED_HERE} 끄고 다시 보내 달라고 하세요.`,
    },
    'blocked-there': {
      sending: `${BLOCKED_THERE} 꺼 달라고 한 다음 다시 보내세요.`,
      receiving: `${BLOCKED_THERE} 끄고 다시 보내 달라고 하세요.`,
    },
    'no-path': {
      sending: `${NO_PATH} 공유기에 더 가까이 가서 다시 보내세요.`,
      receiving: `${NO_PATH} 공유기에 더 가까이 가서 다시 보내 달라고 하세요.`,
    },
    'peer-left': {
      sending: '상대방이 Wi-Fi에서 나갔거나 화면을 닫았습니다. 다시 열어 달라고 한 다음 다시 보내세요.',
      receiving: '상대방이 Wi-Fi에서 나갔거나 화면을 닫았습니다. 다시 열고 보내 달라고 하세요.',
    },
    'connection-lost': {
      sending: '연결이 끊겼습니다. 공유기에 더 가까이 가서 화면을 켜 둔 채 다시 보내세요.',
      receiving: '연결이 끊겼습니다. 공유기에 더 가까이 가서 화면을 켜 둔 채 다시 보내 달라고 하세요.',
    },
    'no-webrtc': {
      sending: '상대방 브라우저로는 파일을 받을 수 없습니다. Safari, Chrome, Firefox 중 하나를 써 달라고 하세요.',
      receiving: '이 브라우저로는 파일을 받을 수 없습니다. Safari, Chrome, Firefox 중 하나에서 이 화면을 여세요.',
    },
    busy: {
      sending: '지금 상대방 기기에 요청이 너무 많습니다. 잠시 기다렸다가 다시 보내세요.',
      receiving: '한꺼번에 요청이 너무 많이 왔습니다. 다시 보내 달라고 하세요.',
    },
    'no-more-connections': {
      sending: `이 브라우저의 연결이 너무 많습니다. 이 화면을 새로 고치세요. ${SEND_AGAIN}`,
      receiving: `이 브라우저의 연결이 너무 많습니다. 이 화면을 새로 고치세요. ${ASK_AGAIN}`,
    },
    unproven: {
      sending: `${IN_BETWEEN} 아무것도 보내지 않았습니다. {name} 님에게 직접 가거나 다른 공유기를 쓰세요.`,
      receiving: `${IN_BETWEEN} 아무것도 받지 않았습니다.`,
    },
    'no-proof': {
      sending: `${WHO_ANSWERS} 아무것도 보내지 않았습니다. 다시 시도하세요.`,
      receiving: `${WHO_ANSWERS} 아무것도 받지 않았습니다.`,
    },
    'same-address': { sending: SAME_ADDRESS, receiving: SAME_ADDRESS },
    'other-network': { sending: OTHER_NETWORK, receiving: OTHER_NETWORK },
    'version-mismatch': {
      sending: `두 화면의 버전이 서로 맞지 않습니다. ${RELOAD_BOTH} ${SEND_AGAIN}`,
      receiving: `두 화면의 버전이 서로 맞지 않습니다. ${RELOAD_BOTH} ${ASK_AGAIN}`,
    },
    'protocol-violation': {
      sending: `상대방 기기의 응답이 올바르지 않습니다. ${RELOAD_BOTH} ${SEND_AGAIN}`,
      receiving: `상대방 기기가 올바르지 않은 데이터를 보내서 아무것도 저장하지 않았습니다. ${RELOAD_BOTH} ${ASK_AGAIN}`,
    },
    'source-changed': {
      sending: '보내는 동안 이 기기의 파일이 바뀌었습니다. 파일을 다시 선택해서 보내세요.',
      receiving: '보내는 동안 상대방 기기의 파일이 바뀌었습니다. 다시 보내 달라고 하세요.',
    },
    'source-unreadable': {
      sending: '이 기기의 파일을 더는 읽을 수 없습니다. 옮겼거나 삭제했을 수 있습니다. 파일을 다시 선택하세요.',
      receiving: '상대방 기기에서 파일을 더는 읽을 수 없습니다. 파일을 다시 선택해 달라고 하세요.',
    },
    'storage-full': {
      sending: '상대방 기기에 남은 공간이 없습니다. 공간을 비워 달라고 한 다음 다시 보내세요.',
      receiving: '이 기기에 남은 공간이 없습니다. 공간을 비우고 다시 보내 달라고 하세요.',
    },
    'storage-failed': {
      sending: '상대방 기기가 파일을 저장하지 못했습니다. 화면을 새로 고쳐 달라고 한 다음 다시 보내세요.',
      receiving:
        '이 브라우저가 파일을 저장하지 못했습니다. 시크릿 모드나 개인정보 보호 모드라면 끄고, 화면을 새로 고친 다음 다시 보내 달라고 하세요.',
    },
    'storage-refused': {
      sending:
        '상대방 브라우저는 이 화면의 데이터를 저장하지 않으며, 파일이 메모리에 담기에는 너무 큽니다. 다른 브라우저의 일반 창에서 열어 달라고 한 다음 다시 보내세요.',
      receiving:
        '이 브라우저는 이 화면의 데이터를 저장하지 않으며, 파일이 메모리에 담기에는 너무 큽니다. 이 사이트의 데이터 저장을 허용하거나, 다른 브라우저의 일반 창에서 이 화면을 여세요. 그다음 다시 보내 달라고 하세요.',
    },
    'digest-mismatch': {
      sending: '파일이 손상된 채 도착해서 버렸습니다. 다시 보내세요.',
      receiving: '파일이 손상된 채 도착해서 버렸습니다. 다시 보내 달라고 하세요.',
    },
    'hash-failed': {
      sending: `${NO_CHECK} ${RELOAD_BOTH} ${SEND_AGAIN}`,
      receiving: `${NO_CHECK} ${RELOAD_BOTH} ${ASK_AGAIN}`,
    },
    'page-failed': {
      sending: `${WENT_WRONG} ${RELOAD_BOTH} ${SEND_AGAIN}`,
      receiving: `${WENT_WRONG} ${RELOAD_BOTH} ${ASK_AGAIN}`,
    },
  },
  interruption: {
    'connection-lost': {
      sending: '연결이 끊겼습니다. 두 기기가 다시 연결되면 자동으로 계속됩니다.',
      receiving: '연결이 끊겼습니다. 두 기기가 다시 연결되면 자동으로 계속됩니다.',
    },
    'peer-left': {
      sending: '상대방이 Wi-Fi에서 나갔거나 화면을 닫았습니다. 돌아와서 이 화면을 열면 자동으로 계속됩니다.',
      receiving: '상대방이 Wi-Fi에서 나갔거나 화면을 닫았습니다. 돌아와서 이 화면을 열면 자동으로 계속됩니다.',
    },
    unreachable: {
      sending: `지금 상대방 기기에 연결되지 않습니다. ${ON_ITS_OWN}`,
      receiving: `지금 상대방 기기에 연결되지 않습니다. ${ON_ITS_OWN}`,
    },
    unproven: {
      sending: `${IN_BETWEEN} 더는 아무것도 보내지 않았습니다. {name} 님이 응답하면 계속됩니다. {name} 님에게 직접 가거나 다른 공유기를 쓰세요.`,
      receiving: `${IN_BETWEEN} 그쪽에서는 아무것도 받지 않았습니다. 이미 도착한 것은 남아 있습니다. {name} 님이 응답하면 계속됩니다.`,
    },
    'no-proof': {
      sending: `${WHO_ANSWERS} 더는 아무것도 보내지 않았습니다. ${ON_ITS_OWN}`,
      receiving: `${WHO_ANSWERS} 이미 도착한 것은 남아 있습니다. ${ON_ITS_OWN}`,
    },
    'blocked-here': {
      sending: `${BLOCKED_HERE} 끄세요. ${ON_ITS_OWN}`,
      receiving: `${BLOCKED_HERE} 끄세요. ${ON_ITS_OWN}`,
    },
    'blocked-there': {
      sending: `${BLOCKED_THERE} 꺼 달라고 하세요. ${ON_ITS_OWN}`,
      receiving: `${BLOCKED_THERE} 꺼 달라고 하세요. ${ON_ITS_OWN}`,
    },
    'no-path': {
      sending: `${NO_PATH} ${ON_ITS_OWN}`,
      receiving: `${NO_PATH} ${ON_ITS_OWN}`,
    },
    'no-answer': {
      sending:
        '상대방 기기가 응답하지 않습니다. 화면이 꺼져 있거나 통신이 막혔을 수 있습니다. 응답하면 바로 계속됩니다.',
      receiving:
        '상대방 기기가 응답하지 않습니다. 화면이 꺼져 있거나 통신이 막혔을 수 있습니다. 응답하면 바로 계속됩니다.',
    },
    'storage-failed': {
      sending: '상대방 기기가 더 저장하지 못했습니다. 상대방이 ‘계속’을 누르면 이어집니다.',
      receiving: '이 브라우저가 더 저장하지 못했습니다. ‘계속’을 누르거나 먼저 화면을 새로 고치세요.',
    },
    'storage-full': {
      sending: '상대방 기기에 남은 공간이 없습니다. 상대방이 공간을 비우고 ‘계속’을 누르면 이어집니다.',
      receiving: '이 기기에 남은 공간이 없습니다. 공간을 비우고 ‘계속’을 누르세요.',
    },
    'hash-failed': {
      sending: `${NO_CHECK} 공유기 가까이에서 두 기기의 화면을 새로 고친 다음 ‘계속’을 누르세요.`,
      receiving: `${NO_CHECK} 공유기 가까이에서 두 기기의 화면을 새로 고친 다음 ‘계속’을 누르세요.`,
    },
    'source-unreadable': {
      sending:
        '파일을 더는 읽을 수 없습니다. 옮겼거나 삭제했거나, USB 메모리 등이 빠졌을 수 있습니다. 다시 선택하세요. 이미 도착한 것은 다시 보내지 않습니다.',
      receiving: '상대방 기기에서 파일을 더는 읽을 수 없습니다. 상대방이 다시 선택하면 이어집니다.',
    },
    'page-failed': {
      sending: `${WENT_WRONG} ${RELOAD_BOTH} 그다음 ‘계속’을 누르세요.`,
      receiving: `${WENT_WRONG} ${RELOAD_BOTH} 그다음 ‘계속’을 누르세요.`,
    },
  },
};
