import type { OngoingWords } from '../words/ongoing.ts';

export const ongoing: OngoingWords = {
  sending: '{title} untuk {name}',
  receiving: '{title} dari {name}',
  several: { other: '# kiriman' },
  keepOn: 'Biarkan layar menyala sampai selesai.',
  from: 'Dari {name}: {title}',
  arrived: 'Sudah sampai dari {name}: {title}',
  save: {
    photos: { other: 'Simpan # foto' },
    videos: { other: 'Simpan # video' },
    media: { other: 'Simpan # foto dan video' },
    files: { other: 'Simpan # file sebagai satu zip' },
  },
  saveShort: 'Simpan',
  later: 'Nanti',
  close: 'Tutup',
  more: { other: '# lagi sudah sampai' },
  stays: 'Tetap ada di “{received}” sampai Anda menghapusnya di sana.',
};
