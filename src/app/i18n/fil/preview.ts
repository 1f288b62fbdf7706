import type { PreviewWords } from '../words/preview.ts';

export const preview: PreviewWords = {
  video: 'Video: {name}',
  sound: 'Tunog: {name}',
  videoNot:
    'Hindi ma-play ng browser na ito ang video na ito. I-save ito sa device mo, at buksan sa ibang app, gaya ng VLC.',
  soundNot:
    'Hindi ma-play ng browser na ito ang tunog na ito. I-save ito sa device mo, at buksan sa ibang app, gaya ng VLC.',
  onlySound:
    'Tunog lang ang napi-play ng browser na ito. Para makita ang larawan, i-save ito sa device mo at buksan sa ibang app, gaya ng VLC.',
  heicNot:
    'Nasa format ng iPhone (HEIC) ang larawang ito, at hindi ito maipakita ng browser na ito. I-save ito sa device mo: naipapakita ito ng photo app ng iPhone, iPad, Mac, at mas bagong Android. Kung ano ang ipinadala, iyon mismo ang mase-save mo.',
  modernHelp: 'Kung tumigil ang page na ito, buksan ulit: ligtas ang mga file mo.',

  zip: 'Ang laman nito',
  zipHelp: 'Para buksan ang mga file na ito, i-save sa device mo at buksan doon.',
  zipEmpty: 'Walang file sa loob nito.',
  zipUnreadable: 'Hindi mailista rito ang laman nito. I-save ito sa device mo, at buksan doon.',
  zipLocked: 'May password ito: itanong sa nagpadala.',
  zipPart: { other: 'May iba pang pangalan; # lang ang ipinapakita.' },
};
