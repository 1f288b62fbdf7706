/** Spanish, with the words of Latin America. */
import type { FirstWords } from '../words/first-screen.ts';
import { pictures } from './pictures.ts';
import { shell } from './shell.ts';

export const first: FirstWords = {
  language: 'Idioma',
  connection: {
    connecting: 'Conectando',
    online: 'Conectado',
    reconnecting: 'Reconectando',
    offline: 'Sin conexión',
    outdated: 'Sin conexión',
    replaced: 'Sin conexión',
  },
  connectionHelp: {
    connecting: 'Buscando el router de esta red Wi-Fi.',
    reconnecting: 'La conexión se cortó; se intenta de nuevo. Los envíos en curso continúan.',
  },
  withoutInternet: 'sin Internet',
  tabs: 'Pantallas',
  people: 'Personas',
  bringIn: 'Invitar a alguien',
  sections: { known: 'Conocidos', recent: 'Recientes', here: 'Aquí', new: 'Acaban de llegar' },
  board: 'Tablero',
  received: 'Recibidos',
  notSavedYet: { other: '# sin guardar' },

  pictures,
  mark: '{picture} {digits}',
  withMark: '{name} ({mark})',
  yourMark: 'su distintivo para los demás',
  alike: 'Hay un nombre parecido: compare el dibujo y el número.',
  known: 'Persona conocida',
  ofGroup: 'Grupo {name}',
  notThem: 'Este dispositivo no es el de {name}, a quien usted conoce.',
  aboutPerson: 'Acerca de {name}',
  callsItself: 'usa el nombre {name}',

  yourName: 'Su nombre: {name}',

  chooseFiles: 'Elegir archivos',
  chooseFolder: 'Elegir carpeta',
  takePhoto: 'Tomar una foto',
  dropHint: 'o arrastre archivos a cualquier lugar de esta página',
  looking: 'Revisando los archivos…',
  files: { one: '# archivo', other: '# archivos' },
  more: { other: 'y # más' },

  devices: 'Dispositivos',
  pressToChoose: 'Toque un nombre para enviar algo.',
  pressToSend: 'Ahora toque el nombre de quien recibirá los archivos.',
  several: 'Enviar a varios',
  hasLeft: 'ya no está aquí',
  kind: { phone: 'Teléfono', tablet: 'Tableta', computer: 'Computadora', device: 'Dispositivo' },
  away: 'ausente por un momento',
  behind: 'en {router}',
  devicesLater: 'Los dispositivos aparecerán aquí cuando haya conexión.',

  outdated: 'Esta página está desactualizada',
  outdatedHelp: 'Guarde los archivos que recibió y después recargue la página.',
  reload: 'Recargar',
  replaced: 'Hikyaku está abierto en otro lugar',
  replacedHelp:
    'Está abierto en otra pestaña, en otra dirección o en un dispositivo con una copia de los datos de este. Solo uno a la vez puede enviar y recibir.',
  useHere: 'Usar aquí',

  shell,
};
