import type { OngoingWords } from '../words/ongoing.ts';

export const ongoing: OngoingWords = {
  sending: '{title} to {name}',
  receiving: '{title} from {name}',
  several: { one: '# transfer', other: '# transfers' },
  keepOn: 'Keep the screen on until it is done.',
  from: 'From {name}: {title}',
  arrived: 'Arrived from {name}: {title}',
  save: {
    photos: { one: 'Save # photo', other: 'Save # photos' },
    videos: { one: 'Save # video', other: 'Save # videos' },
    media: { one: 'Save # photo or video', other: 'Save # photos and videos' },
    files: { one: 'Save # file', other: 'Save # files as one zip' },
  },
  saveShort: 'Save',
  later: 'Later',
  close: 'Close',
  more: { one: '# more has arrived', other: '# more have arrived' },
  stays: 'It stays under “{received}” until you delete it there.',
};
