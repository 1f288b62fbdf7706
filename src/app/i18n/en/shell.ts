import type { ShellWords } from '../words/shell.ts';

export const shell: ShellWords = {
  partMissing: 'A part of this page did not arrive. Reload it: until then, files that others offer may not be shown.',
  sharedText: 'Shared text',
};
