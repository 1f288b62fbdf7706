import type { ChoiceWords } from '../words/choice.ts';

export const choice: ChoiceWords = {
  unreadable: {
    one: 'No se pudo leer {names}: ya no está allí, o no se permite leerlo. No se enviará.',
    other: 'No se pudieron leer # archivos: ya no están allí, o no se permite leerlos. No se enviarán: {names}',
  },
  nameTooLong: {
    one: 'No se incluye {names}: su nombre es demasiado largo.',
    other: 'No se incluyen # archivos; sus nombres son demasiado largos: {names}',
  },
  emptyFolders: {
    one: 'No se incluye {names}: no se puede enviar una carpeta vacía.',
    other: 'No se incluyen # carpetas vacías: {names}',
  },
  withoutContent: {
    one: 'No hay nada en {names}: 0 bytes.',
    other: 'No hay nada en # archivos, 0 bytes cada uno: {names}',
  },
  tooMuch: '{count} es demasiado de una vez: el máximo es {most}. Elija una parte, y el resto después.',
  namesTooMuch:
    'Los nombres de estos archivos, en conjunto, son demasiado largos. Elija una parte, y el resto después.',
  nothingThere: 'Allí no se encontró ningún archivo.',
  count: {
    photos: { one: '# foto', other: '# fotos' },
    videos: { one: '# video', other: '# videos' },
    media: { one: '# foto o video', other: '# fotos y videos' },
  },
  dated: '{files} ({days})',
  span: '{from} – {to}',
  firstAndMore: { other: '{name} y # más' },
  onlyFiles: 'Las carpetas vacías y los enlaces dentro de una carpeta no se envían.',
  tray: 'Listo para enviar',
  trayLeaving: 'Se envía pronto',
  remove: 'Quitar {name}',
  removeAll: 'Quitar todo',
  lookAtFiles: 'Ver los archivos',
  trayDone: 'Listo',
  everybody: 'Todas las personas',
  allOf: 'Todas en {place}',
  selected: { one: '# dispositivo elegido', other: '# dispositivos elegidos' },
  send: 'Enviar',
  undo: 'Deshacer',
  sendNow: 'Enviar ya',
  leavesIn: 'se envía en {time}',
  leftNow: 'Fuera de alcance: {names}.',

  sayDeparting: '{files} para {names}; se envía en {time}. La tecla Esc lo deshace.',
  madeOfText: 'Su texto es ahora el archivo {name}.',
  namesAndMore: { other: '{names} y # más' },
  toPeople: { one: 'para # persona: {names}', other: 'para # personas: {names}' },
  addNote: 'Agregar unas palabras',
  note: 'Unas palabras junto con los archivos',

  nameLabel: 'Su nombre',
  nameHint: 'Los demás le encuentran por este nombre.',
  nameSave: 'Guardar nombre',
  nameBack: 'Volver',

  missed: 'No se envió nada a quien ya no está aquí: {names}.',
  moreDevices: {
    one: 'Hay # dispositivo más al alcance que no se muestra: la lista está llena.',
    other: 'Hay # dispositivos más al alcance que no se muestran: la lista está llena.',
  },
  shareLost: 'Lo que compartió no se pudo conservar en este dispositivo. Elija los archivos aquí.',
  dropHere: 'Suéltelos aquí para enviarlos',
  pressSeveral: 'Toque los nombres de quienes recibirán los archivos y después “Enviar”.',
  pressAlso: 'Toque otro nombre para enviarle también esto.',
};
