import type { ShellWords } from '../words/shell.ts';

export const shell: ShellWords = {
  newVersion: 'May bagong bersyon.',
  partMissing:
    'May bahagi ng page na hindi dumating. I-reload ito: hangga’t hindi, baka hindi maipakita ang mga ipinapadala sa iyo.',
  sharedText: 'Na-share na text',
  sharedHere: 'Na-share sa Hikyaku',
  sharedByPage: 'Ang web page na {page} ang naglagay nito rito.',
  sharedHelp: 'Ikaw ba mismo ang nag-share nito ngayon? Kung oo, puwede mo itong ipadala.',
  sharedUse: 'Oo, gamitin',
  sharedDrop: 'Hindi, itapon',
  shareLost: 'Hindi na-save sa device na ito ang na-share mo. Dito na lang pumili ng file.',
};
