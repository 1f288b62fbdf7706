import type { MakeSureWords } from '../words/make-sure.ts';

const MAYBE_NOT = '본인의 것이 아닐 수 있습니다.';
const BETWEEN = '누군가 사이에 끼어들어 주고받는 것을 엿보거나 바꿀 수 있습니다.';
const NOT_SURE_YET = '아직 서로 확인하지 못했습니다.';
const ON_THEIR_SCREEN = '상대방 화면에서 ‘본인인지 확인’을 누른 다음 ‘내 QR 코드 보여 주기’를 누르세요.';
const KEEP_OPEN = '양쪽 모두 이 화면을 열어 두고 다시 시도하세요.';

export const makeSure: MakeSureWords = {
  button: '본인인지 확인',
  ways: {
    title: '{name} 님 본인인지 확인',
    help: '두 화면이 모두 보이도록 나란히 서세요.',
    compare: '그림 비교하기',
    compareHelp: '10초면 서로 확인됩니다.',
    photo: '상대방 QR 코드 찍기',
    photoHelp:
      '상대방이 ‘본인인지 확인’과 ‘내 QR 코드 보여 주기’를 누릅니다. 나는 상대방을 확인하지만, 상대방은 아직 나를 확인하지 못합니다.',
    mine: '내 QR 코드 보여 주기',
    mineHelp: '다른 사람이 찍을 수 있게 보여 줍니다.',
  },
  waysAny: {
    title: '사진으로 확인하기',
    help: '나란히 서세요. 그림을 비교하려면 먼저 기기 목록에서 그 사람을 선택하세요.',
  },

  calling: { title: '{name} 님에게 연결하는 중', help: '몇 초 걸립니다.' },
  asking: { title: '이제 {name} 님의 화면을 보세요', help: '상대방 화면에 물음이 나오면 ‘수락’을 눌러 달라고 하세요.' },
  asked: {
    title: '{name} 님이 내가 본인인지 확인하려고 합니다',
    help: '나란히 서세요. 두 화면에 그림 네 개와 숫자가 나오면 서로 비교합니다.',
    accept: '수락',
    notNow: '나중에',
  },
  agreed: { title: '잠시만 기다리세요', help: '두 화면에 그림이 나옵니다.' },
  code: {
    title: '두 화면이 같은가요?',
    help: '두 화면을 보거나 서로 소리 내어 읽으세요. 그림 네 개와 숫자를 모두 확인합니다.',
    pictures: '그림',
    number: '숫자: {digits}',
    same: '같습니다',
    different: '다릅니다',
    saidHere: '나는 같다고 답했습니다. {name} 님을 기다리고 있습니다.',
    saidThere: '{name} 님은 같다고 답했습니다. 여기는 어떤가요?',
  },
  known: {
    title: '이제 {name} 님은 아는 사람입니다',
    help: '앞으로는 다른 사람이 어떤 이름을 써도 이 기기가 {name} 님의 기기를 알아봅니다.',
    oneSided: '{name} 님은 아직 나를 확인하지 못했습니다. 내 QR 코드를 보여 주거나 그림을 비교하세요.',
    label: '내가 부르는 이름',
    labelHint: '이 이름은 나에게만 보입니다.',
    done: '완료',
  },

  different: {
    title: '상대방 기기에 아무것도 보내지 마세요',
    me: `두 화면이 다릅니다. 여기 나오는 {name} 님의 기기는 ${MAYBE_NOT} ${BETWEEN}`,
    peer: `{name} 님은 두 화면이 다르다고 답했습니다. 여기 나오는 {name} 님의 기기는 ${MAYBE_NOT} ${BETWEEN}`,
    broken: `{name} 님의 것이라는 기기가 올바르게 응답하지 않았습니다. ${MAYBE_NOT} ${BETWEEN}`,
    unproven: `응답한 것은 {name} 님의 기기가 아닙니다. ${BETWEEN}`,
    other: `이 QR 코드는 여기 나오는 {name} 님의 기기가 아니라 다른 기기의 것입니다. ${MAYBE_NOT} ${BETWEEN}`,
    nothingSent: '지금은 아무것도 보내지 않았습니다.',
    what: '어떻게 할까요',
    steps: [
      '{name} 님에게 바로 알려 주세요.',
      '잘못 보았을 수도 있습니다. 소리 내어 읽으면서 한 번 더 해 보세요.',
      '또 다르면 파일은 다른 방법으로 건네고, 이 Wi-Fi를 관리하는 사람에게 알려 주세요.',
    ],
  },
  block: '상대방 기기 차단',
  failed: {
    refused: { title: '{name} 님이 수락하지 않았습니다', help: '상대방에게 물어보고 다시 시도하세요.' },
    cancelled: { title: '{name} 님이 그만두었습니다', help: `${NOT_SURE_YET} 상대방과 이야기하고 다시 시도하세요.` },
    late: { title: '시간이 너무 오래 걸렸습니다', help: `${NOT_SURE_YET} 나란히 서서 다시 시도하세요.` },
    lost: { title: '연결이 끊겼습니다', help: `${NOT_SURE_YET} ${KEEP_OPEN}` },
    unreachable: { title: '{name} 님에게 연결되지 않습니다', help: KEEP_OPEN },
    outdated: { title: '한쪽 화면이 오래되었습니다', help: '두 기기에서 화면을 새로 고치고 다시 시도하세요.' },
  },

  mine: {
    title: '내 QR 코드',
    help: '상대방이 ‘본인인지 확인’을 누르고 이것을 사진으로 찍으면 나를 확인하게 됩니다. 나도 상대방을 확인하려면 상대방의 QR 코드를 찍으세요.',
    picture: '이 기기의 QR 코드',
  },
  photo: {
    title: '상대방 QR 코드 찍기',
    help: `${ON_THEIR_SCREEN} QR 코드가 사진의 절반을 채우게 찍으세요.`,
    take: '사진 찍기',
    looking: '사진을 살펴보는 중…',
  },
  noPerson: {
    nothing: {
      title: '사진에서 QR 코드를 찾지 못했습니다',
      help: 'QR 코드가 사진의 절반을 채울 때까지 가까이 가세요. 흔들리지 않게 하고, 조명과 햇빛이 비치지 않게 하고, 상대방 화면을 밝게 하세요.',
    },
    unreadable: { title: '이 사진은 열 수 없습니다', help: '다시 찍으세요.' },
    missing: {
      title: '화면의 일부를 불러오지 못했습니다',
      help: '그래서 지금은 사진을 읽을 수 없습니다. 공유기 가까이에서 화면을 새로 고치거나 그림을 비교하세요.',
    },
    foreign: { title: '다른 종류의 QR 코드입니다', help: ON_THEIR_SCREEN },
    own: { title: '내 QR 코드입니다', help: '상대방의 화면을 찍으세요.' },
    absent: {
      title: '이 사람은 여기 없습니다',
      help: 'QR 코드는 맞지만 상대방 기기가 보이지 않습니다. 두 사람 모두 같은 Wi-Fi에서 이 화면을 여세요.',
    },
    blocked: { title: '차단한 사람입니다', help: '먼저 ‘아는 사람과 차단한 사람’에서 차단을 해제하세요.' },
  },

  again: '다시 시도',
  cancel: '취소',
  close: '닫기',
};
