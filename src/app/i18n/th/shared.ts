import type { SharedWords } from '../words/shared.ts';

export const shared: SharedWords = {
  title: 'แชร์มาที่ Hikyaku',
  byPage: 'หน้าเว็บ {page} ใส่สิ่งนี้ไว้ที่นี่',
  help: 'เมื่อครู่คุณแชร์สิ่งนี้เองใช่หรือไม่ ถ้าใช่ คุณส่งได้',
  use: 'ใช่ ใช้สิ่งนี้',
  drop: 'ไม่ใช่ ทิ้งไป',
};
