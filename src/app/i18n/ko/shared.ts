import type { SharedWords } from '../words/shared.ts';

export const shared: SharedWords = {
  title: 'Hikyaku에 공유한 것',
  byPage: '웹페이지 {page}에서 여기에 넣었습니다.',
  help: '방금 직접 공유하셨나요? 그렇다면 보낼 수 있습니다.',
  use: '네, 사용합니다',
  drop: '아니요, 버립니다',
};
