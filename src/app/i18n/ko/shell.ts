import type { ShellWords } from '../words/shell.ts';

export const shell: ShellWords = {
  partMissing:
    '화면의 일부를 불러오지 못했습니다. 새로 고치세요. 그때까지는 다른 사람이 보내는 파일이 보이지 않을 수 있습니다.',
  sharedText: '공유한 글',
};
