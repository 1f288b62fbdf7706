import type { BlockingWords, PersonWords } from '../words/person.ts';

export const person: PersonWords = {
  title: '아는 사람과 차단한 사람',
  list: '아는 사람과 차단한 사람',
  known: '아는 사람',
  blocked: '차단한 사람',
  nobody: '아직 아무도 없습니다',
  nobodyHelp: '본인인지 확인한 사람과 차단한 사람이 여기에 나옵니다.',
  knownSince: '{date}에 확인',
  blockedSince: '{date}에 차단',
  callsItself: '상대방 기기의 이름: {name}',
  stranger: '아직 본인인지 확인하지 않았습니다',
  strangerHelp: '이름은 누구나 마음대로 쓸 수 있습니다. 곁에 있을 때 본인인지 확인하세요.',
  isNotHelp:
    '다른 기기입니다. 내가 확인한 {name} 님의 기기 이름은 ‘{called}’입니다. {name} 님에게서만 받을 것을 이 사람에게서 받지 마세요.',
  unknown: '이 사람은 지금 여기 없고, 아는 사람도 아닙니다.',

  between: '대화',
  nothingYet: '아직 주고받은 것이 없습니다.',
  earlier: { other: '이전 #건 보기' },
  saveAllNamed: '모두 저장: {name}',
  fromYou: '내가 보낸 것',
  fromThem: '상대방이 보낸 것',

  forgetSent: '보낸 목록 삭제',
  forgetSentHelp:
    '이 사람에게 보낸 파일의 이름, 크기, 시간을 이 기기가 한 달 동안 기억합니다. 상대방이 보낸 파일은 ‘받은 파일’에 있습니다.',
  forgetSentAsk: '이 목록을 삭제할까요? 되돌릴 수 없습니다. 받은 파일은 남습니다.',

  forgetMessages: '{name} 님과 주고받은 메시지 모두 삭제',
  forgetMessagesAsk:
    '{name} 님과 주고받은 메시지와 그 안의 파일이 이 기기에서 삭제됩니다. 저장하지 않은 것과 아직 공유기에 맡기지 못한 것은 사라집니다. {name} 님의 것은 남습니다.',
  messagesStay:
    '모두 삭제하지는 못했습니다. 이 브라우저가 거부합니다. 이 화면을 닫았다가 다시 열고 한 번 더 시도하세요.',

  more: '이 사람에 대해 더 보기',
  notHere: '{name} 님은 지금 여기 없습니다.',
  notHereHelp:
    '상대방이 이 Wi-Fi에 연결하고 이 화면을 열면 다시 나타납니다. 끝나지 않은 전송은 그때 자동으로 계속됩니다.',

  rename: '이름 바꾸기',
  renameLabel: '내가 부르는 이름',
  renameHint: '이 이름은 나에게만 보입니다.',
  forget: '아는 사람에서 빼기',
  forgetAsk:
    '{name} 님은 다시 모르는 사람이 됩니다. {name} 님과 주고받은 메시지와 그 안의 파일이 이 기기에서 삭제됩니다. ‘받은 파일’에 있는 것은 남습니다. 다시 아는 사람으로 하려면 본인인지 한 번 더 확인하세요.',
  block: '차단',
  unblock: '차단 해제',
  unblockNamed: '{name} 님 차단 해제',
  blockedHelp: '이 사람에게서는 아무것도 오지 않고, 보낼 수도 없습니다. 보내려면 먼저 차단을 해제하세요.',
  no: '뒤로',

  unasked: '묻지 않고 수락',
  unaskedHelp: {
    other: '이보다 크거나 파일이 #개보다 많으면 전과 같이 묻습니다. 하루에 이렇게 받는 양은 이 크기의 열 배까지입니다.',
  },
  unaskedRoom: '이 브라우저는 남은 공간을 알려 주지 않아서 {size}보다 큰 것도 묻습니다.',
  never: '안 함',
  upTo: '{size}까지',
};

export const blocking: BlockingWords = {
  ask: '{name} 님에게서 아무것도 오지 않고, 지금 주고받는 것도 멈춥니다. 상대방에게 알리지 않으며, 상대방에게는 내가 없는 것처럼 보입니다. 언제든지 해제할 수 있습니다.',
  yes: '차단',
  no: '뒤로',
};

export const notKept =
  '이 브라우저가 사람들에 대한 정보를 모두 저장하지는 못했습니다. 이 화면을 닫거나 새로 고치면 그 정보가 없어집니다.';
