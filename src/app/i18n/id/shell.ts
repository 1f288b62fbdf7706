import type { ShellWords } from '../words/shell.ts';

export const shell: ShellWords = {
  partMissing:
    'Ada bagian halaman yang tidak sampai. Muat ulang: sebelum itu, kiriman orang lain mungkin tidak ditampilkan.',
  sharedText: 'Teks yang dibagikan',
};
