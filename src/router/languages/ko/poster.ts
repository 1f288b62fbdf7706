/** Korean: the poster. */
import type { PosterWords } from '../../poster/words.ts';

export const poster: PosterWords = {
  title: '여기 있는 사람에게 사진과 파일을 보낼 수 있습니다',
  steps: [
    '이 Wi-Fi에 연결',
    'Safari나 Chrome에서 이 주소 열기',
    '파일을 선택하고 받을 사람 누르기',
    '상대방이 ‘수락’ 누르기',
  ],
  notes: ['인터넷은 안 됩니다. 앱 설치도 가입도 필요 없고 무료입니다.', '작은 창이 나오면 ‘확인’을 누르고 닫으세요.'],
  labels: { network: 'Wi-Fi 이름', password: '비밀번호', noPassword: '비밀번호 없음', address: '주소' },
  printing: {
    wall: '게시용',
    handOut: '배포용',
    print: '브라우저의 ‘인쇄’로 인쇄하세요.',
    beside: '일본어와 함께 넣을 언어 (최대 세 가지)',
  },
};
