import type { SharedWords } from '../words/shared.ts';

export const shared: SharedWords = {
  title: 'Na-share sa Hikyaku',
  byPage: 'Ang web page na {page} ang naglagay nito rito.',
  help: 'Ikaw ba mismo ang nag-share nito ngayon? Kung oo, puwede mo itong ipadala.',
  use: 'Oo, gamitin',
  drop: 'Hindi, itapon',
};
