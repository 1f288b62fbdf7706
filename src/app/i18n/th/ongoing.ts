import type { OngoingWords } from '../words/ongoing.ts';

export const ongoing: OngoingWords = {
  sending: 'ส่ง {title} ให้ {name}',
  receiving: 'รับ {title} จาก {name}',
  several: { other: 'รับส่ง # รายการ' },
  keepOn: 'เปิดหน้าจอไว้จนกว่าจะเสร็จ',
  from: 'จาก {name}: {title}',
  arrived: 'ได้รับแล้วจาก {name}: {title}',
  save: {
    photos: { other: 'บันทึกรูปภาพ # รูป' },
    videos: { other: 'บันทึกวิดีโอ # รายการ' },
    media: { other: 'บันทึกรูปภาพและวิดีโอ # รายการ' },
    files: { other: 'บันทึก # ไฟล์เป็น zip เดียว' },
  },
  saveShort: 'บันทึก',
  later: 'ไว้ทีหลัง',
  close: 'ปิด',
  more: { other: 'ได้รับอีก # รายการ' },
  stays: 'จะอยู่ใน “{received}” จนกว่าคุณจะลบที่นั่น',
};
