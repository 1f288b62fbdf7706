import type { ShellWords } from '../words/shell.ts';

export const shell: ShellWords = {
  partMissing:
    'Una parte de esta página no llegó. Recárguela: hasta entonces, tal vez no se muestren los archivos que otras personas le ofrecen.',
  sharedText: 'Texto compartido',
};
