import type { WarningWords } from '../words/warning.ts';

export const warning: WarningWords = {
  title: {
    unproven: 'No era {name}',
    'no-proof': 'No sabemos si era {name}',
  },
  more: { one: 'Pasó lo mismo con # dispositivo más.', other: 'Pasó lo mismo con # dispositivos más.' },
  what: {
    unproven: 'Otro dispositivo respondió en su lugar, o se puso entre ustedes.',
    'no-proof': 'Lo que respondió en su lugar no mostró quién es. Tal vez solo se durmió.',
  },
  nothing: 'Este dispositivo lo detuvo a tiempo: no se envió nada más, y no se muestra nada de lo que vino de allí.',
  todo: {
    unproven: [
      'Acérquense, miren las dos pantallas e inténtenlo de nuevo.',
      'Si vuelve a pasar, conéctense los dos a otro router e inténtenlo allí.',
      'Avisen a la persona encargada de esta red Wi-Fi.',
    ],
    'no-proof': ['Dejen esta página abierta en las dos pantallas e inténtenlo de nuevo.'],
  },
  read: 'Entendido',
};
