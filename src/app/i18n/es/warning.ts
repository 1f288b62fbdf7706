import type { WarningWords } from '../words/warning.ts';

export const warning: WarningWords = {
  title: {
    unproven: 'No era {name}',
    'no-proof': 'No sabemos si era {name}',
  },
  more: { one: 'Pasó lo mismo con # dispositivo más.', other: 'Pasó lo mismo con # dispositivos más.' },
  what: {
    unproven: 'Otro dispositivo se hizo pasar por esa persona, o se puso entre ustedes.',
    'no-proof': 'Lo que respondió no mostró quién es. Tal vez solo se apagó la pantalla.',
  },
  nothing: 'Este dispositivo lo detuvo a tiempo: no se envió nada más, y no se muestra nada de lo que vino de allí.',
  todo: {
    unproven: [
      'Acérquense, miren las dos pantallas e inténtenlo de nuevo.',
      'Si vuelve a pasar, conéctense a otro router e inténtenlo allí.',
      'Avisen a la persona encargada de esta red Wi-Fi.',
    ],
    'no-proof': ['Dejen esta página abierta en las dos pantallas e inténtenlo de nuevo.'],
  },
  read: 'Entendido',
};
