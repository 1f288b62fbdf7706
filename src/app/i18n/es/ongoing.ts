import type { OngoingWords } from '../words/ongoing.ts';

export const ongoing: OngoingWords = {
  sending: '{title} para {name}',
  receiving: '{title} de {name}',
  several: { one: '# envío', other: '# envíos' },
  keepOn: 'Mantenga la pantalla encendida hasta que termine.',
  from: 'De {name}: {title}',
  arrived: 'Llegó de {name}: {title}',
  save: {
    photos: { one: 'Guardar # foto', other: 'Guardar # fotos' },
    videos: { one: 'Guardar # video', other: 'Guardar # videos' },
    media: { one: 'Guardar # foto o video', other: 'Guardar # fotos y videos' },
    files: { one: 'Guardar # archivo', other: 'Guardar # archivos en un zip' },
  },
  saveShort: 'Guardar',
  later: 'Más tarde',
  close: 'Cerrar',
  more: { one: 'Llegó # más', other: 'Llegaron # más' },
  stays: 'Se queda en “{received}” hasta que usted lo elimine allí.',
};
