import type { ClosedWords } from '../words/closed.ts';

export const closed: ClosedWords = {
  close: 'Nobody I do not know, for an hour',
  help: 'For when strangers keep asking. They get no answer, as if this device were off. People you know, people of your groups, and those with whom you have already exchanged something, still get through.',
  on: 'For {time} more. It ends by itself.',
  title: 'Only people you know can reach you',
  others: 'For {time} more. Whoever else tries gets no answer, as if this device were off.',
  end: 'End now',
};
