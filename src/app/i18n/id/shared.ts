import type { SharedWords } from '../words/shared.ts';

export const shared: SharedWords = {
  title: 'Dibagikan ke Hikyaku',
  byPage: 'Halaman web {page} menaruh ini di sini.',
  help: 'Apakah Anda sendiri yang baru saja membagikannya? Jika ya, Anda bisa mengirimnya.',
  use: 'Ya, pakai',
  drop: 'Tidak, buang',
};
