import type { GroupWords } from '../words/group.ts';

export const group: GroupWords = {
  title: 'Grupos',
  list: 'Grupos',
  hidden: 'Solo le ven las personas de sus grupos.',
  none: 'Todavía no hay grupos',
  noneHelp:
    'En un grupo encuentra a su gente entre muchas personas. Aparece primero en la lista, y usted puede hacerse visible solo para ella.',
  full: 'Ya está en el máximo de grupos. Para unirse a otro, salga primero de uno.',

  make: 'Crear un grupo',
  makeHelp: 'Después muestre su código a quienes son del grupo.',
  join: 'Unirse con un código',
  joinHelp: 'Alguien del grupo se lo puede mostrar.',
  name: 'Nombre del grupo',
  nameHint: 'Solo usted ve este nombre. Si no pone ninguno, se muestra el código.',
  someName: 'Mi grupo',
  code: 'Código del grupo',
  codeHint: 'Doce letras y números. Mayúsculas o minúsculas, con o sin guiones: todo sirve.',
  making: 'Creando el grupo…',
  joining: 'Uniéndose al grupo…',
  invited: '¿Unirse al grupo con el código {code}?',
  invitedHelp: 'Las personas de este grupo verán que usted es parte de él. Únase solo si sabe quién le dio el enlace.',
  joinYes: 'Unirse',
  notNow: 'Ahora no',
  problem: {
    noCode: 'Esto no es un código de grupo. Tiene doce letras y números: revíselo otra vez.',
    already: 'Usted ya está en este grupo.',
    full: 'Ya está en el máximo de grupos. Salga primero de uno.',
    missing: 'Falta una parte de la app. Quédese cerca del router e inténtelo de nuevo.',
  },

  sameMark: 'Todo el grupo ve este dibujo y este número. Si alguien ve otro, el código se escribió mal.',
  show: 'Mostrar el código',
  showing: 'Código de {name}',
  showHelp: 'Los demás apuntan la cámara del teléfono a este código, o lo escriben en “Unirse con un código”.',
  showWarning: 'Quien tiene el código está en el grupo para siempre. Muéstrelo solo a personas del grupo.',
  picture: 'Código QR para el código {code}',
  hide: 'Ocultar el código',
  rename: 'Cambiar nombre',
  leave: 'Salir',
  leaveAsk: '¿Salir de {name}? Para volver necesita su código.',
  leaveHiddenAsk:
    '¿Salir de {name}? Es su último grupo: después, todas las personas podrán verle de nuevo. Para volver necesita su código.',
  no: 'Volver',

  visible: 'Quién puede verme',
  everybody: 'Todas las personas',
  onlyGroups: 'Solo las personas de mis grupos',
  visibleHelp:
    'Si elige sus grupos, nadie más le encuentra en su lista ni puede enviarle nada. Solo le ven, desde ese momento, las personas a quienes usted envía algo. El router siempre sabe que usted está aquí.',
};
