import type { ShellWords } from '../words/shell.ts';

export const shell: ShellWords = {
  newVersion: 'มีรุ่นใหม่แล้ว',
  partMissing: 'หน้านี้มาไม่ครบ โปรดโหลดใหม่ ระหว่างนี้ไฟล์ที่คนอื่นส่งมาอาจไม่แสดง',
  sharedText: 'ข้อความที่แชร์',
  sharedHere: 'แชร์มาที่ Hikyaku',
  sharedByPage: 'หน้าเว็บ {page} ใส่สิ่งนี้ไว้ที่นี่',
  sharedHelp: 'เมื่อครู่คุณแชร์สิ่งนี้เองใช่หรือไม่ ถ้าใช่ คุณส่งได้',
  sharedUse: 'ใช่ ใช้สิ่งนี้',
  sharedDrop: 'ไม่ใช่ ทิ้งไป',
  shareLost: 'เก็บสิ่งที่คุณแชร์ไว้ในอุปกรณ์นี้ไม่ได้ โปรดเลือกไฟล์ที่นี่แทน',
};
