import type { ShellWords } from '../words/shell.ts';

export const shell: ShellWords = {
  newVersion: 'Hay una versión nueva.',
  partMissing:
    'Una parte de esta página no llegó. Recárguela: hasta entonces, tal vez no se muestren los archivos que otras personas le ofrecen.',
  sharedText: 'Texto compartido',
  sharedHere: 'Compartido con Hikyaku',
  sharedByPage: 'La página web {page} puso esto aquí.',
  sharedHelp: '¿Lo compartió usted hace un momento? Entonces puede enviarlo.',
  sharedUse: 'Sí, usarlo',
  sharedDrop: 'No, descartarlo',
  shareLost: 'Lo que compartió no se pudo conservar en este dispositivo. Elija los archivos aquí.',
};
