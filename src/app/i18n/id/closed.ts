import type { ClosedWords } from '../words/closed.ts';

export const closed: ClosedWords = {
  close: 'Jangan terima dari orang tak dikenal selama satu jam',
  help: 'Jika orang tak dikenal terus-menerus mengirim. Mereka tidak mendapat jawaban, seolah perangkat ini mati. Orang yang Anda kenal, orang di grup Anda, dan orang yang pernah bertukar file dengan Anda tetap bisa menghubungi.',
  on: '{time} lagi. Setelah itu berakhir sendiri.',
  title: 'Hanya orang yang Anda kenal bisa mengirim kepada Anda',
  others: '{time} lagi. Orang lain tidak mendapat jawaban, seolah perangkat ini mati.',
  end: 'Akhiri sekarang',
};
