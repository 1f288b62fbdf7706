import type { ClosedWords } from '../words/closed.ts';

export const closed: ClosedWords = {
  close: '한 시간 동안 모르는 사람 막기',
  help: '모르는 사람이 계속 보내려고 할 때 쓰세요. 이 기기가 꺼져 있을 때처럼 아무 응답도 하지 않습니다. 아는 사람, 그룹 사람, 전에 주고받은 사람은 그대로 보낼 수 있습니다.',
  on: '{time} 남았습니다. 시간이 지나면 저절로 끝납니다.',
  title: '아는 사람만 나에게 보낼 수 있습니다',
  others: '{time} 남았습니다. 다른 사람에게는 이 기기가 꺼져 있을 때처럼 응답하지 않습니다.',
  end: '지금 끝내기',
};
