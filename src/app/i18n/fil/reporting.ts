import type { ReportingWords } from '../words/reporting.ts';

export const reporting: ReportingWords = {
  title: 'Ulat ng problema',
  help: 'Tumutulong ito sa mga nangangalaga sa Hikyaku na makita kung ano ang naging problema. Walang pangalan ng tao, device, o file rito. Hindi ito lalabas sa device na ito maliban kung ibigay mo.',
  copy: 'Kopyahin ang ulat',
  copied: 'Nakopya na. Puwede mo itong i-paste sa mensahe.',
  selected:
    'Hindi pinapayagan ng browser na ito ang pagkopya. Nakapili na ang ulat: kopyahin ito mula sa menu na lalabas doon.',
  close: 'Isara',
};
