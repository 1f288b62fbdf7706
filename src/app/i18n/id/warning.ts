import type { WarningWords } from '../words/warning.ts';

export const warning: WarningWords = {
  title: {
    unproven: 'Itu bukan {name}',
    'no-proof': 'Tidak bisa dipastikan apakah itu {name}',
  },
  more: { other: 'Hal yang sama terjadi pada # perangkat lain.' },
  what: {
    unproven: 'Perangkat lain menyamar sebagai miliknya, atau menyusup di antara Anda berdua.',
    'no-proof': 'Perangkat yang menjawab tidak bisa membuktikan milik siapa. Mungkin layarnya hanya mati sebentar.',
  },
  nothing:
    'Perangkat ini menghentikannya tepat waktu: tidak ada lagi yang dikirim, dan yang datang dari sana tidak ditampilkan.',
  todo: {
    unproven: [
      'Temuilah orangnya, lihat kedua layar, lalu coba lagi.',
      'Jika terjadi lagi, sambungkan kedua perangkat ke router lain dan coba di sana.',
      'Beri tahu pengelola Wi-Fi ini.',
    ],
    'no-proof': ['Biarkan halaman ini terbuka di kedua layar, lalu coba lagi.'],
  },
  read: 'Sudah saya baca',
};
