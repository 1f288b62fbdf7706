import type { WarningWords } from '../words/warning.ts';

export const warning: WarningWords = {
  title: {
    unproven: '{name} 님이 아니었습니다',
    'no-proof': '{name} 님인지 확인하지 못했습니다',
  },
  more: { other: '다른 기기 #대에서도 같은 일이 있었습니다.' },
  what: {
    unproven: '다른 기기가 대신 응답했거나 두 사람 사이에 끼어들었습니다.',
    'no-proof': '대신 응답한 기기가 누구의 것인지 밝히지 않았습니다. 화면이 꺼졌을 뿐일 수도 있습니다.',
  },
  nothing: '이 기기가 제때 막았습니다. 그 뒤로는 아무것도 보내지 않았고, 그쪽에서 온 것도 표시하지 않습니다.',
  todo: {
    unproven: [
      '상대방에게 가서 두 화면을 함께 보며 다시 시도하세요.',
      '또 그러면 두 사람 모두 다른 공유기에 연결해 다시 시도하세요.',
      '이 Wi-Fi를 관리하는 사람에게 알려 주세요.',
    ],
    'no-proof': ['양쪽 모두 이 화면을 열어 두고 다시 시도하세요.'],
  },
  read: '읽었습니다',
};
