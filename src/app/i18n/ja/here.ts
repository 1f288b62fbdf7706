import type { HereWords } from '../words/here.ts';

export const here: HereWords = {
  title: 'ここについて',
  device: 'この端末',
};
