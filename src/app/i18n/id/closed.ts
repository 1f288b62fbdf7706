import type { ClosedWords } from '../words/closed.ts';

export const closed: ClosedWords = {
  close: 'Hanya orang yang saya kenal, selama satu jam',
  help: 'Dipakai jika orang tak dikenal terus-menerus mengirim. Mereka tidak mendapat jawaban, seolah perangkat ini mati. Orang yang Anda kenal, orang di grup Anda, dan orang yang pernah bertukar file dengan Anda tetap bisa menghubungi.',
  on: '{time} lagi. Setelah itu berakhir sendiri.',
  title: 'Hanya orang yang Anda kenal yang bisa menghubungi Anda',
  others: '{time} lagi. Orang lain tidak mendapat jawaban, seolah perangkat ini mati.',
  end: 'Akhiri sekarang',
};
