import type { HereWords } from '../words/here.ts';

export const here: HereWords = {
  title: 'Here',
  device: 'This device',
  chime: {
    loud: 'Sound and vibration',
    help: 'Two soft notes when something comes. Switch it off where others sleep.',
  },
};
