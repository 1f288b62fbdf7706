import type { ShellWords } from '../words/shell.ts';

export const shell: ShellWords = {
  partMissing: 'หน้านี้มาไม่ครบ โปรดโหลดใหม่ ระหว่างนี้ไฟล์ที่คนอื่นส่งมาอาจไม่แสดง',
  sharedText: 'ข้อความที่แชร์',
};
