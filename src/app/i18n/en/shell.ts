import type { ShellWords } from '../words/shell.ts';

export const shell: ShellWords = {
  newVersion: 'A new version is here.',
  partMissing: 'A part of this page did not arrive. Reload it: until then, files that others offer may not be shown.',
  sharedText: 'Shared text',
  sharedHere: 'Shared to Hikyaku',
  sharedByPage: 'The web page {page} put this here.',
  sharedHelp: 'Did you share this yourself just now? Then you can send it.',
  sharedUse: 'Yes, use it',
  sharedDrop: 'No, throw it away',
  shareLost: 'What you shared could not be kept on this device. Choose the files here instead.',
};
