/** Filipino, with the English words that phones show: the poster. */
import type { PosterWords } from '../../poster/words.ts';

export const poster: PosterWords = {
  title: 'Magpadala ng larawan at file sa mga tao rito',
  steps: [
    'Kumonekta sa Wi-Fi na ito',
    'Buksan ang page na ito sa Safari o Chrome',
    'Pumili ng file, at pindutin ang padadalhan',
    'Pipindutin niya ang “Tanggapin”',
  ],
  notes: [
    'Walang Internet dito. Walang kailangang i-install o i-register. Libre.',
    'Kung may lumabas na maliit na window, pindutin ang “OK” at isara ito.',
  ],
  labels: { network: 'Pangalan', password: 'Password', noPassword: 'walang password', address: 'Address' },
  printing: {
    wall: 'para sa dingding',
    handOut: 'para ipamigay',
    print: 'I-print gamit ang browser (Ctrl+P).',
    beside: 'Mga wika sa tabi ng Japanese (hanggang tatlo)',
  },
};
