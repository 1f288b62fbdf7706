import type { ShellWords } from '../words/shell.ts';

export const shell: ShellWords = {
  newVersion: 'Ada versi baru.',
  partMissing:
    'Ada bagian halaman yang tidak sampai. Muat ulang: sebelum itu, kiriman orang lain mungkin tidak ditampilkan.',
  sharedText: 'Teks yang dibagikan',
  sharedHere: 'Dibagikan ke Hikyaku',
  sharedByPage: 'Halaman web {page} menaruh ini di sini.',
  sharedHelp: 'Apakah Anda sendiri yang baru saja membagikannya? Jika ya, Anda bisa mengirimnya.',
  sharedUse: 'Ya, pakai',
  sharedDrop: 'Tidak, buang',
  shareLost: 'Yang Anda bagikan tidak bisa disimpan di perangkat ini. Pilihlah file di sini.',
};
