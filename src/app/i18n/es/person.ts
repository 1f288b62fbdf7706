import type { BlockingWords, PersonWords } from '../words/person.ts';

export const person: PersonWords = {
  title: 'Personas',
  list: 'Conocidos y bloqueados',
  known: 'Sus conocidos',
  blocked: 'Bloqueados',
  nobody: 'Todavía nadie',
  nobodyHelp: 'Aquí aparecen las personas que usted confirma y las que bloquea.',
  knownSince: 'Confirmado: {date}',
  blockedSince: 'Bloqueado: {date}',
  callsItself: 'El dispositivo usa el nombre {name}.',
  stranger: 'Usted no ha confirmado quién es esta persona',
  strangerHelp: 'Cualquiera puede usar cualquier nombre. Cuando estén lado a lado, confirme quién es.',
  isNotHelp:
    'Es otro dispositivo. {name}, a quien usted confirmó, usaba el nombre {called}. No acepte de este dispositivo lo que solo aceptaría de aquella persona.',
  unknown: 'Esta persona no está aquí, y usted no la conoce.',

  between: 'Conversación',
  nothingYet: 'Todavía no han intercambiado nada.',
  earlier: { one: 'Mostrar # anterior', other: 'Mostrar # anteriores' },
  saveAllNamed: 'Guardar todo: {name}',
  fromYou: 'Usted envió',
  fromThem: 'Usted recibió',

  forgetSent: 'Eliminar la lista de lo que envió',
  forgetSentHelp:
    'Este dispositivo recuerda por un mes lo que usted envió a esta persona: nombres, tamaños y horas. Lo que ella le envió está en “Recibidos”.',
  forgetSentAsk: '¿Eliminar esta lista? No se puede deshacer. Lo que recibió se queda.',

  forgetMessages: 'Eliminar todos los mensajes con {name}',
  forgetMessagesAsk:
    'Los mensajes con {name} y sus archivos se eliminan de este dispositivo. Se pierde lo que usted no guardó y lo que ningún router recibió todavía. {name} conserva los suyos.',
  messagesStay:
    'No se pudo eliminar todo: este navegador no lo permite. Cierre esta página, ábrala otra vez e inténtelo de nuevo.',

  more: 'Más sobre esta persona',
  notHere: '{name} no está aquí ahora.',
  notHereHelp:
    'Cuando la persona se conecte a esta red Wi-Fi y abra esta página, estará aquí otra vez. Lo que no terminó continuará automáticamente.',

  rename: 'Cambiar nombre',
  renameLabel: 'Cómo le llama usted',
  renameHint: 'Solo usted ve este nombre.',
  forget: 'Olvidar',
  forgetAsk:
    'Usted dejará de tener a {name} entre sus conocidos. Los mensajes con {name} y sus archivos se eliminan de este dispositivo. Lo que está en “Recibidos” se queda. Para volver a conocerle, confirme otra vez quién es.',
  block: 'Bloquear',
  unblock: 'Desbloquear',
  unblockNamed: 'Desbloquear a {name}',
  blockedHelp:
    'De esta persona no le llega nada, y no se le puede enviar nada. Para enviarle algo, primero desbloquéela.',
  no: 'Volver',

  unasked: 'Aceptar sin preguntar',
  unaskedHelp: {
    other:
      'Si algo es más grande, o son más de # archivos, se pregunta como siempre. En un día se acepta así, como máximo, diez veces esa cantidad.',
  },
  unaskedRoom:
    'Este navegador no dice cuánto espacio queda; por eso también se pregunta por todo lo que pase de {size}.',
  never: 'Nunca',
  upTo: 'Hasta {size}',
};

export const blocking: BlockingWords = {
  ask: 'Ya no le llegará nada de {name}, y lo que hay en curso entre ustedes se detendrá. La persona no recibe ningún aviso: para ella, usted parece no estar aquí. Puede deshacerlo en cualquier momento.',
  yes: 'Bloquear',
  no: 'Volver',
};

export const notKept =
  'Este navegador no pudo guardar todo sobre las personas. Cuando cierre o recargue esta página, se pierde.';
