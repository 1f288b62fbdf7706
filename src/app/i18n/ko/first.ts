/** Korean: short -습니다 and -하세요. A name is followed by 님, so that no particle depends on its last sound. */
import type { FirstWords } from '../words/first-screen.ts';
import { pictures } from './pictures.ts';
import { shell } from './shell.ts';

export const first: FirstWords = {
  language: '언어',
  connection: {
    connecting: '연결하는 중',
    online: '연결됨',
    reconnecting: '다시 연결하는 중',
    offline: '연결 안 됨',
    outdated: '연결 안 됨',
    replaced: '연결 안 됨',
  },
  connectionHelp: {
    connecting: '이 Wi-Fi의 공유기를 찾고 있습니다.',
    reconnecting: '공유기와 연결이 잠시 끊겨 다시 연결하고 있습니다. 주고받던 파일은 계속 전송됩니다.',
  },
  withoutInternet: '인터넷 안 됨',
  tabs: '화면',
  people: '사람들',
  bringIn: '다른 사람 초대',
  sections: { known: '아는 사람', recent: '최근에 주고받은 사람', here: '여기 있는 사람', new: '방금 온 사람' },
  board: '게시판',
  received: '받은 파일',
  notSavedYet: { other: '저장하지 않은 것 #개' },

  pictures,
  mark: '{picture} {digits}',
  withMark: '{name}({mark})',
  yourMark: '다른 사람에게 보이는 내 표시',
  alike: '비슷한 이름이 또 있습니다. 그림과 숫자를 확인하세요.',
  known: '아는 사람',
  ofGroup: '그룹 ‘{name}’',
  notThem: '내가 아는 {name} 님이 아닙니다.',
  aboutPerson: '{name} 님 정보',
  callsItself: '본인이 쓰는 이름: {name}',

  yourName: '내 이름: {name}',

  chooseFiles: '파일 선택',
  chooseFolder: '폴더 선택',
  takePhoto: '사진 찍기',
  dropHint: '또는 이 화면에 파일을 끌어다 놓기',
  looking: '파일을 살펴보는 중…',
  files: { other: '파일 #개' },
  more: { other: '그 외 #개' },

  devices: '기기',
  pressToChoose: '받을 사람의 이름을 누르세요.',
  pressToSend: '이제 받을 사람을 누르세요.',
  several: '여러 명에게 보내기',
  hasLeft: '지금 여기 없음',
  kind: { phone: '휴대전화', tablet: '태블릿', computer: '컴퓨터', device: '기기' },
  away: '잠시 자리 비움',
  behind: '공유기: {router}',
  devicesLater: '연결되면 여기에 기기가 나타납니다.',

  outdated: '이 화면은 최신 버전이 아닙니다',
  outdatedHelp: '받은 파일을 저장한 다음 화면을 새로 고치세요.',
  reload: '새로 고침',
  replaced: 'Hikyaku가 다른 곳에서 열려 있습니다',
  replacedHelp:
    '다른 탭이나 다른 주소, 또는 이 기기의 데이터를 복사한 기기에서 열려 있습니다. 한 번에 한 곳에서만 주고받을 수 있습니다.',
  useHere: '여기서 사용',

  shell,
};
