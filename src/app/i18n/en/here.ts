import type { HereWords } from '../words/here.ts';

export const here: HereWords = {
  title: 'Here',
  device: 'This device',
};
