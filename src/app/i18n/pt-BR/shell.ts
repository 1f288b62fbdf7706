import type { ShellWords } from '../words/shell.ts';

export const shell: ShellWords = {
  partMissing:
    'Uma parte desta página não chegou. Recarregue: até lá, os arquivos que outras pessoas oferecem podem não aparecer.',
  sharedText: 'Texto compartilhado',
};
