import type { PreviewWords } from '../words/preview.ts';

export const preview: PreviewWords = {
  video: 'Video: {name}',
  sound: 'Audio: {name}',
  videoNot:
    'Este navegador no puede reproducir este video. Guárdelo en su dispositivo y ábralo con otra app, por ejemplo VLC.',
  soundNot:
    'Este navegador no puede reproducir este audio. Guárdelo en su dispositivo y ábralo con otra app, por ejemplo VLC.',
  onlySound:
    'Este navegador solo reproduce el sonido. Para ver la imagen, guárdelo en su dispositivo y ábralo con otra app, por ejemplo VLC.',
  heicNot:
    'Esta foto tiene el formato de los iPhone (HEIC), y este navegador no la puede mostrar. Guárdela en su dispositivo: se ve en la app de fotos de un iPhone, iPad, Mac o Android reciente. Lo que guarda es exactamente lo que se envió.',
  modernHelp: 'Si esta página se cierra, ábrala otra vez: sus archivos se quedan.',

  zip: 'Qué contiene',
  zipHelp: 'Para abrir estos archivos, guárdelo en su dispositivo y ábralo allí.',
  zipEmpty: 'No contiene archivos.',
  zipUnreadable: 'Aquí no se puede mostrar qué contiene. Guárdelo en su dispositivo y ábralo allí.',
  zipLocked: 'Está protegido con contraseña: pídala a quien lo envió.',
  zipPart: {
    one: 'Contiene más nombres; solo se muestra el primero.',
    other: 'Contiene más nombres; solo se muestran #.',
  },
};
