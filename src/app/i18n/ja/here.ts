import type { HereWords } from '../words/here.ts';

export const here: HereWords = {
  title: 'ここについて',
  device: 'この端末',
  chime: {
    loud: '音と振動',
    help: '何か届くと、小さな音と振動で知らせます。まわりの人が休んでいるときは切ってください。',
  },
};
