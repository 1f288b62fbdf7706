import type { WarningWords } from '../words/warning.ts';

export const warning: WarningWords = {
  title: {
    unproven: 'That was not {name}',
    'no-proof': 'We could not tell if it was {name}',
  },
  more: { one: 'The same happened with # more device.', other: 'The same happened with # more devices.' },
  what: {
    unproven: 'Another device answered in their place, or put itself between the two of you.',
    'no-proof': 'What answered in their place did not show who it is. Perhaps it only went to sleep.',
  },
  nothing: 'This device stopped it in time: nothing more was sent, and nothing that came from there is shown.',
  todo: {
    unproven: [
      'Go to each other, look at both screens, and try again.',
      'If it happens again, both connect to another router, and try there.',
      'Tell the people who look after this Wi-Fi.',
    ],
    'no-proof': ['Keep this page open on both screens, and try again.'],
  },
  read: 'I have read this',
};
