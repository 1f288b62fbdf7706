import type { SharedWords } from '../words/shared.ts';

export const shared: SharedWords = {
  title: 'Compartido con Hikyaku',
  byPage: 'La página web {page} puso esto aquí.',
  help: '¿Lo compartió usted hace un momento? Entonces puede enviarlo.',
  use: 'Sí, usarlo',
  drop: 'No, descartarlo',
};
