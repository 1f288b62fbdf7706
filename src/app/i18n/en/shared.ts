import type { SharedWords } from '../words/shared.ts';

export const shared: SharedWords = {
  title: 'Shared to Hikyaku',
  byPage: 'The web page {page} put this here.',
  help: 'Did you share this yourself just now? Then you can send it.',
  use: 'Yes, use it',
  drop: 'No, throw it away',
};
