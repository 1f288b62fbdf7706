import type { CarriedWords, MessageWords } from '../words/messages.ts';

export const messages: MessageWords = {
  title: 'Mensajes',
  unread: { one: '# mensaje nuevo', other: '# mensajes nuevos' },
  sayNew: 'Mensaje nuevo de {name}',
  mine: 'Usted: {text}',
  write: 'Mensaje',
  send: 'Enviar mensaje',
  attach: 'Adjuntar archivos',
  paste: 'Pegar',
  useChosen: 'Agregar a un mensaje',
  goesNow: '{name} está aquí: un mensaje le llega de inmediato.',
  isLeft: 'El mensaje se deja en el router, sellado: solo {name} puede leerlo, cuando venga a este router o a otro.',
  isKept: 'Ningún router recibe mensajes ahora. El suyo se queda en este dispositivo, que lo lleva al próximo router.',
  isNotKept:
    'Este navegador no conserva nada de esta página. Al cerrarla se pierde lo que ningún router tiene todavía, y también las respuestas.',
  tooLong: 'Este texto es demasiado largo: {size} como máximo.',
  tooLarge:
    '{name} es demasiado grande: {size} como máximo. Los archivos más grandes se pueden enviar cuando los dos están aquí.',
  tooMany: { one: 'Como máximo # archivo a la vez.', other: 'Como máximo # archivos a la vez.' },
  offered: 'Los archivos de más de {size} se envían aparte del mensaje, y antes se le pregunta a la otra persona.',
  notSaid: {
    unreadable: 'No se pudo leer un archivo. Quítelo y elíjalo otra vez.',
    'no-room': 'No queda espacio en este dispositivo. Elimine algo primero.',
    elsewhere: 'Hikyaku está abierto ahora en otro lugar. Mire allí si esto se ha enviado.',
    'no-key':
      'Este dispositivo todavía no puede sellar nada para esta persona. Podrá cuando los dos hayan estado aquí.',
  },
  progress: {
    sending: 'Enviando',
    kept: 'Se queda en este dispositivo hasta que lo reciba un router',
    left: 'Se dejó en el router',
    carried: 'Lo llevan otros teléfonos y routers',
    arrived: 'Llegó',
    undelivered: 'No se entregó después de {days}',
    refused: 'El router no lo aceptó',
  },
  days: { one: '# día', other: '# días' },
  help: {
    quota: 'Este dispositivo ya dejó todo lo que se permite aquí. Espere a que llegue algo de eso.',
    full: 'El router no tiene espacio. Intente más tarde o en otro router.',
    pace: 'Se envió demasiado en un minuto. Intente otra vez en un momento.',
    large: 'Es demasiado grande para este router. Envíe menos de una vez.',
    gone: 'Se retiró, o venció su plazo.',
    removed: 'La persona encargada del router lo retiró. Este dispositivo lo lleva al próximo router.',
    other: 'Intente otra vez en otro router.',
  },
  again: 'Intentar otra vez',
  copy: 'Copiar',
  copied: 'Copiado',
  notCopied: 'Este navegador no permite copiar. Mantenga presionado el texto.',
  open: 'Abrir enlace',
  removeAsk: '¿Eliminar este mensaje de este dispositivo? {name} conserva el suyo.',
  look: 'Ver {name}',
  fetching: 'Trayendo el archivo…',
  nowhere: 'Nadie al alcance tiene este archivo ahora. Intente más tarde.',
  lacking: 'Este mensaje aún no ha llegado entero.',
};

export const carried: CarriedWords = {
  title: 'Lo que lleva para otros',
  letters: { one: '# carta sellada', other: '# cartas selladas' },
  posts: { one: '# publicación del tablero', other: '# publicaciones del tablero' },
  postsOf: '{posts} ({places})',
  nothing: 'Nada por ahora.',
  help: 'Su dispositivo lleva cartas y publicaciones al próximo router. Nadie puede leer las cartas en el camino.',
  throwAway: 'Desechar',
  throwAwayAsk:
    '¿Desechar lo que lleva para otros? Si nadie más lo lleva, no llega. Sus propios mensajes y publicaciones se quedan. Lo nuevo se vuelve a llevar, y el tablero vuelve cuando usted lo mira.',
  takes: 'Llevar cartas de otros',
  takesHelp: 'Ocupan poco espacio. Las publicaciones del tablero se llevan siempre.',
};
