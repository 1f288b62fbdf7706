import type { InboxWords } from '../words/inbox.ts';

export const inbox: InboxWords = {
  title: 'Archivos recibidos',
  sum: '{files} · {size}',
  unfinished: 'Sin terminar',
  deleted: 'Eliminados hace poco',
  back: 'Volver',
  empty: 'Aquí todavía no hay nada',
  emptyHelp: 'Lo que le envían se queda aquí hasta que usted lo elimine.',
  gone: 'Esto se eliminó',
  stays: 'Se quedan en esta app hasta que usted los elimine.',
  mayGoSoon:
    'Se quedan en esta app hasta que usted los elimine, pero Safari los elimina después de siete días de uso sin abrir esta página. Guarde en su dispositivo lo que le importa.',
  mayGo:
    'Se quedan en esta app hasta que usted los elimine, pero el navegador puede eliminarlos cuando falte espacio. Guarde en su dispositivo lo que le importa.',
  where: {
    arrived: 'Llegó',
    saved: 'Guardado en el dispositivo',
    onlyHere: 'Solo en esta app',
  },
  today: 'Hoy',
  yesterday: 'Ayer',
  chooseSeveral: 'Elegir varios',
  endChoosing: 'Listo',
  chosen: { one: '# archivo elegido', other: '# archivos elegidos' },
  someSaved: '{done} de {total} en el dispositivo',
  savingSome: 'Guardando: {done} de {total}',
  arrived: 'Ya llegó: {done} de {total}',
  expires: 'Se elimina automáticamente después del {date} si no continúa.',
  askUnfinished: 'Se elimina lo que ha llegado hasta ahora. El envío termina en los dos lados.',

  storage: 'Espacio',
  allowed: 'El navegador deja que esta app ocupe unos {size} más. Tal vez su dispositivo tenga menos espacio.',
  short: 'Queda poco espacio',
  shortHelp: 'Los archivos nuevos tal vez no quepan. Elimine lo que ya no necesita aquí.',

  remove: 'Eliminar',
  removeNamed: 'Eliminar {name}',
  removeAll: 'Eliminar todo',
  removeSaved: 'Eliminar estas copias',
  removeSavedHelp: 'Guardado en el dispositivo: {files}, {size}. Eliminar las copias de aquí no cambia nada allí.',
  ask: {
    saved: 'Se eliminan las copias de esta app; las de su dispositivo se quedan. Puede deshacerlo durante 24 horas.',
    unsaved: {
      one: '# archivo tal vez todavía no está en su dispositivo. Puede deshacer esto durante 24 horas; después se pierde.',
      other:
        '# archivos tal vez todavía no están en su dispositivo. Puede deshacer esto durante 24 horas; después se pierden.',
    },
  },
  askPurge: {
    saved: 'Las copias de esta app se eliminan ya y no se pueden recuperar. Las de su dispositivo se quedan.',
    unsaved: {
      one: '# archivo tal vez no está en su dispositivo. Se elimina ya y no se puede recuperar.',
      other: '# archivos tal vez no están en su dispositivo. Se eliminan ya y no se pueden recuperar.',
    },
  },
  deletedHelp: 'Mientras estén aquí, ocupan el mismo espacio.',
  deletedNone: 'No hay nada por eliminar.',
  goes: 'Se elimina para siempre: {date}.',
  undo: 'Deshacer',
  undoNamed: 'Deshacer: {name}',
  purge: 'Eliminar para siempre',
  purgeHelp: 'Eliminado hace poco y todavía ocupa espacio: {files}, {size}.',

  share: 'Compartir',
  preview: 'Vista previa',
  openPdf: 'Abrir PDF',
  pdfHelp: 'Se abre en una pestaña nueva, con el visor de su navegador.',
  pdfNoViewer: 'Este navegador no puede mostrar archivos PDF. Guárdelo en su dispositivo y ábralo allí.',
  cannotShow: 'Este tipo de archivo no se puede mostrar aquí. Guárdelo en su dispositivo y ábralo allí.',
  pictureTooLarge: 'Esta imagen es demasiado grande para mostrarla aquí. Guárdela en su dispositivo y ábrala allí.',
  showPicture: 'Mostrar imagen',
  showPictureHelp:
    'Su tamaño solo se ve al abrirla. Una imagen muy grande puede cerrar esta página; sus archivos se quedan.',
  unreadable: 'Este archivo no se puede leer ahora. Recargue la página e inténtelo de nuevo.',
  beginning: 'Esto es solo el comienzo: {done} de {total}.',
  encoding: 'Codificación del texto',
  picture: 'Imagen: {name}',
};
