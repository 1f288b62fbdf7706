import type { ShellWords } from '../words/shell.ts';

export const shell: ShellWords = {
  partMissing:
    'Chưa tải được một phần của trang này. Hãy tải lại: nếu không, tệp người khác gửi đến có thể không hiện ra.',
  sharedText: 'Văn bản được chia sẻ',
};
