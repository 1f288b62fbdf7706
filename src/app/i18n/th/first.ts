/** Thai: polite and short, without ครับ or ค่ะ. */
import type { FirstWords } from '../words/first-screen.ts';
import { pictures } from './pictures.ts';
import { shell } from './shell.ts';

export const first: FirstWords = {
  language: 'ภาษา',
  connection: {
    connecting: 'กำลังเชื่อมต่อ',
    online: 'เชื่อมต่อแล้ว',
    reconnecting: 'กำลังเชื่อมต่อใหม่',
    offline: 'ไม่ได้เชื่อมต่อ',
    outdated: 'ไม่ได้เชื่อมต่อ',
    replaced: 'ไม่ได้เชื่อมต่อ',
  },
  connectionHelp: {
    connecting: 'กำลังหาเราเตอร์ของ Wi-Fi นี้',
    reconnecting: 'การเชื่อมต่อกับเราเตอร์ขาดไปชั่วครู่ กำลังลองใหม่ การรับส่งยังทำต่อไป',
  },
  withoutInternet: 'ไม่มีอินเทอร์เน็ต',
  tabs: 'หน้าจอ',
  people: 'ผู้คน',
  bringIn: 'ชวนคนอื่นเข้ามา',
  sections: { known: 'คนที่รู้จัก', recent: 'เพิ่งรับส่งกัน', here: 'อยู่ที่นี่', new: 'เพิ่งมา' },
  board: 'กระดาน',
  received: 'ที่ได้รับ',
  notSavedYet: { other: 'ยังไม่ได้บันทึก # รายการ' },

  pictures,
  mark: '{picture} {digits}',
  withMark: '{name} ({mark})',
  yourMark: 'เครื่องหมายของคุณที่คนอื่นเห็น',
  alike: 'ที่นี่มีชื่อคล้ายกัน โปรดเทียบรูปและตัวเลข',
  known: 'คนที่รู้จัก',
  ofGroup: 'กลุ่ม {name}',
  notThem: 'ไม่ใช่ {name} ที่คุณรู้จัก',
  aboutPerson: 'เกี่ยวกับ {name}',
  callsItself: 'ใช้ชื่อว่า {name}',

  yourName: 'ชื่อของคุณ: {name}',

  chooseFiles: 'เลือกไฟล์',
  chooseFolder: 'เลือกโฟลเดอร์',
  takePhoto: 'ถ่ายรูป',
  dropHint: 'หรือลากไฟล์มาวางที่ใดก็ได้ในหน้านี้',
  looking: 'กำลังดูไฟล์…',
  files: { other: '# ไฟล์' },
  more: { other: 'และอีก # รายการ' },

  devices: 'อุปกรณ์',
  pressToChoose: 'แตะชื่อคนที่คุณจะส่งให้',
  pressToSend: 'แตะชื่อคนที่จะรับไฟล์',
  several: 'ส่งให้หลายคน',
  hasLeft: 'ออกไปแล้ว',
  kind: { phone: 'โทรศัพท์', tablet: 'แท็บเล็ต', computer: 'คอมพิวเตอร์', device: 'อุปกรณ์' },
  away: 'ไม่อยู่ชั่วคราว',
  behind: 'อยู่ที่ {router}',
  devicesLater: 'เมื่อเชื่อมต่อแล้ว อุปกรณ์จะแสดงที่นี่',

  outdated: 'หน้านี้เก่ากว่าเราเตอร์',
  outdatedHelp: 'โปรดบันทึกไฟล์ที่คุณได้รับ แล้วโหลดหน้านี้ใหม่',
  reload: 'โหลดใหม่',
  replaced: 'Hikyaku เปิดอยู่ที่อื่น',
  replacedHelp: 'เปิดอยู่ในอีกแท็บหนึ่ง ในที่อยู่เว็บอื่น หรือบนอุปกรณ์ที่คัดลอกข้อมูลของเครื่องนี้ไป รับและส่งได้ทีละแห่งเท่านั้น',
  useHere: 'ใช้ที่นี่',

  shell,
};
