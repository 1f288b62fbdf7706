import type { PreviewWords } from '../words/preview.ts';

export const preview: PreviewWords = {
  video: 'Video: {name}',
  sound: 'Suara: {name}',
  videoNot:
    'Browser ini tidak bisa memutar video ini. Simpan di perangkat, lalu buka dengan aplikasi lain, misalnya VLC.',
  soundNot:
    'Browser ini tidak bisa memutar suara ini. Simpan di perangkat, lalu buka dengan aplikasi lain, misalnya VLC.',
  onlySound:
    'Browser ini hanya memutar suaranya. Untuk melihat gambarnya, simpan di perangkat dan buka dengan aplikasi lain, misalnya VLC.',
  heicNot:
    'Foto ini berformat iPhone (HEIC), dan browser ini tidak bisa menampilkannya. Simpan di perangkat: aplikasi foto di iPhone, iPad, Mac, dan ponsel Android baru bisa menampilkannya. Yang disimpan persis sama dengan yang dikirim.',
  modernHelp: 'Jika halaman ini berhenti, buka lagi: file Anda tetap ada.',

  zip: 'Isinya',
  zipHelp: 'Untuk membuka file di dalamnya, simpan di perangkat dan buka di sana.',
  zipEmpty: 'Tidak ada file di dalamnya.',
  zipUnreadable: 'Isinya tidak bisa ditampilkan di sini. Simpan di perangkat, lalu buka di sana.',
  zipLocked: 'File ini memakai kata sandi: tanyakan kepada pengirimnya.',
  zipPart: { other: 'Masih ada nama lain; hanya # yang ditampilkan.' },
};
