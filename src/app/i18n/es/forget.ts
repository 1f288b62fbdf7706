import type { ForgetWords } from '../words/forget.ts';

export const forget: ForgetWords = {
  button: 'Olvidar todo lo de Hikyaku en este dispositivo',
  buttonHelp: 'Para un dispositivo que presta, devuelve o podría perder: lo que queda aquí se puede eliminar.',

  title: '¿Olvidar todo lo de Hikyaku en este dispositivo?',
  where: 'Se elimina lo que este navegador conserva de {address}. No se puede deshacer.',
  lost: 'Qué se pierde',
  unsaved: {
    one: '# archivo recibido que tal vez todavía no está en su dispositivo. Si lo necesita, guárdelo antes.',
    other: '# archivos recibidos que tal vez todavía no están en su dispositivo. Si los necesita, guárdelos antes.',
  },
  saved: {
    one: 'La copia de # archivo recibido que hay aquí. La de su dispositivo se queda.',
    other: 'Las copias de # archivos recibidos que hay aquí. Las de su dispositivo se quedan.',
  },
  receivedUnknown: 'Todos los archivos recibidos aquí. En este momento no se sabe cuántos son.',
  underWay: {
    one: '# envío sin terminar. Se cancela ahora y después no puede continuar.',
    other: '# envíos sin terminar. Se cancelan ahora y después no pueden continuar.',
  },
  unsent: 'Los archivos que esperan aquí para enviarse.',
  people: {
    one: 'Sus conocidos y bloqueados: # persona. Para este dispositivo pasa a ser desconocida.',
    other: 'Sus conocidos y bloqueados: # personas. Para este dispositivo pasan a ser desconocidas.',
  },
  groups: {
    one: '# grupo. Para volver a él necesita su código.',
    other: '# grupos. Para volver a ellos necesita sus códigos.',
  },
  words: 'Sus mensajes y publicaciones, y lo que lleva para otros.',
  name: 'Su nombre, {name}. Los demás verán un dispositivo nuevo.',
  app: 'La app misma, si está guardada para abrirse sin router.',
  stays: 'Qué queda en otros lugares',
  staying: [
    'En este dispositivo: los archivos que guardó, el historial del navegador y sus permisos. Elimínelos en las apps y la configuración del dispositivo.',
    'En este dispositivo: lo que conservan otro navegador, otra dirección del router o una app en la pantalla de inicio. Hay que olvidarlo también allí.',
    'En los routers: sus publicaciones hasta que venza su plazo, y cartas selladas hasta que lleguen. Usted desaparece de sus listas de inmediato.',
    'En otros dispositivos: lo que usted les envió, junto con su nombre.',
  ],
  yes: 'Olvidar todo',
  no: 'Conservar',

  removing: 'Olvidando todo',
  removingHelp: 'Tarda unos segundos. Deje esta página abierta.',
  done: 'Hikyaku olvidó todo lo que había aquí',
  doneHelp: 'Aquí ya no se conserva nada de esta app para {address}.',
  notAll: 'Hikyaku no pudo olvidar todo',
  left: {
    databases:
      'No se eliminó: su nombre, quién es usted para los demás, sus conocidos, sus grupos y las listas de lo que envió y recibió.',
    worker: 'No se eliminó: la parte de la app que se abre sin router, y sus avisos.',
    texts: 'No se eliminó: el idioma elegido y hasta cuándo se admite solo a sus conocidos.',
    files: 'No se eliminó: los archivos recibidos.',
    caches: 'No se eliminó: la copia guardada de la app. No dice nada de usted.',
  },
  leftHelp:
    'Cierre todas las demás pestañas de esta página e inténtelo de nuevo. Si eso no ayuda, elimine los datos del sitio {address} en la configuración del navegador.',
  afterwards:
    'Ya puede cerrar esta página. Para usar Hikyaku de nuevo, el dispositivo debe estar en la red Wi-Fi de un router.',
  again: 'Intentar de nuevo',
  begin: 'Empezar como dispositivo nuevo',
};
