import type { OngoingWords } from '../words/ongoing.ts';

export const ongoing: OngoingWords = {
  sending: '{name} 님에게 {title}',
  receiving: '{name} 님에게서 {title}',
  several: { other: '전송 #건' },
  keepOn: '끝날 때까지 화면을 끄지 마세요.',
  from: '{name} 님에게서 {title}',
  arrived: '{name} 님에게서 도착했습니다: {title}',
  save: {
    photos: { other: '사진 #장 저장' },
    videos: { other: '동영상 #개 저장' },
    media: { other: '사진과 동영상 #개 저장' },
    files: { other: '파일 #개를 zip 하나로 저장' },
  },
  saveShort: '저장',
  later: '나중에',
  close: '닫기',
  more: { other: '#건이 더 도착했습니다' },
  stays: '삭제할 때까지 ‘{received}’에 남습니다.',
};
