import type { ShellWords } from '../words/shell.ts';

export const shell: ShellWords = {
  partMissing:
    'May bahagi ng page na hindi dumating. I-reload ito: hangga’t hindi, baka hindi maipakita ang mga ipinapadala sa iyo.',
  sharedText: 'Na-share na text',
};
