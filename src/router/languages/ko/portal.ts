/** Korean: the welcome page. */
import type { PortalWords } from '../../portal/words.ts';

export const portal: PortalWords = {
  title: 'Safari나 Chrome에서 이 주소를 여세요',
  why: '이 Wi-Fi는 인터넷에 연결되어 있지 않습니다. 가까이 있는 사람과 사진이나 파일을 주고받을 수 있습니다.',
  notHere: '이 작은 창에서는 사용할 수 없습니다.',
  agree: '확인',
  apple: 'iPhone: 오른쪽 위의 ‘완료’를 누르세요',
  android: 'Android: 인터넷이 없다고 물으면 ‘예’를 선택하세요',
  open: 'Safari나 Chrome을 열고 주소를 입력하세요',
  next: '이 창을 닫고 Safari나 Chrome을 여세요',
  enter: '열기',
  otherName:
    '방금 연 주소로는 이 공유기를 사용할 수 없습니다. 위의 주소를 사용하세요. (관리자께: 그 주소를 쓰려면 {option} 옵션으로 공유기에 알려 주세요.)',
  short: 'Safari나 Chrome에서 이 주소를 여세요. 인터넷은 없지만 가까이 있는 사람에게 파일을 보낼 수 있습니다.',
};
