import type { OngoingWords } from '../words/ongoing.ts';

export const ongoing: OngoingWords = {
  sending: '{title} para kay {name}',
  receiving: '{title} mula kay {name}',
  several: { other: '# padala' },
  keepOn: 'Panatilihing naka-on ang screen hanggang matapos.',
  from: 'Mula kay {name}: {title}',
  arrived: 'Dumating na mula kay {name}: {title}',
  save: {
    photos: { other: 'I-save ang # larawan' },
    videos: { other: 'I-save ang # video' },
    media: { other: 'I-save ang # larawan at video' },
    files: { other: 'I-save ang # file sa isang zip' },
  },
  saveShort: 'I-save',
  later: 'Mamaya',
  close: 'Isara',
  more: { other: '# pa ang dumating' },
  stays: 'Mananatili ito sa “{received}” hanggang i-delete mo roon.',
};
