import type { MakeSureWords } from '../words/make-sure.ts';

export const makeSure: MakeSureWords = {
  button: 'Confirmar quién es',
  ways: {
    title: 'Confirmar que es {name}',
    help: 'Pónganse lado a lado, de modo que vean las dos pantallas.',
    compare: 'Comparar dibujos',
    compareHelp: 'En diez segundos queda confirmado para las dos personas.',
    photo: 'Fotografiar el otro código',
    photoHelp:
      'La otra persona toca “Confirmar quién es” y “Mostrar mi código”. Así usted confirma quién es; ella todavía no.',
    mine: 'Mostrar mi código',
    mineHelp: 'Para que otra persona le tome una foto.',
  },
  waysAny: {
    title: 'Confirmar con una foto',
    help: 'Pónganse lado a lado. Para comparar dibujos, elija antes a la persona en la lista de dispositivos.',
  },

  calling: { title: 'Conectando con {name}', help: 'Tarda unos segundos.' },
  asking: {
    title: 'Ahora mire la pantalla de {name}',
    help: 'Allí aparece una pregunta: la otra persona debe tocar “Aceptar”.',
  },
  asked: {
    title: '{name} quiere confirmar quién es usted',
    help: 'Pónganse lado a lado. Las dos pantallas muestran cuatro dibujos y un número, y ustedes los comparan.',
    accept: 'Aceptar',
    notNow: 'Ahora no',
  },
  agreed: { title: 'Un momento', help: 'Los dibujos aparecen en las dos pantallas.' },
  code: {
    title: '¿Las dos pantallas son iguales?',
    help: 'Miren las dos pantallas, o léanlo en voz alta: los cuatro dibujos y el número.',
    pictures: 'Dibujos',
    number: 'Número: {digits}',
    same: 'Son iguales',
    different: 'No son iguales',
    saidHere: 'Usted dijo: son iguales. Falta la respuesta de {name}.',
    saidThere: '{name} dijo: son iguales. ¿Y usted?',
  },
  known: {
    title: 'Confirmado: es {name}',
    help: 'Desde ahora este dispositivo reconoce el de {name}, aunque otras personas usen el mismo nombre.',
    oneSided: '{name} todavía no ha confirmado quién es usted: muéstrele su código, o comparen los dibujos.',
    label: 'Cómo le llama usted',
    labelHint: 'Solo usted ve este nombre.',
    done: 'Listo',
  },

  different: {
    title: 'No envíe nada a este dispositivo',
    me: 'Las dos pantallas no son iguales. El dispositivo que aquí se llama {name} tal vez no sea de esa persona: alguien puede estar en medio, y leer o cambiar lo que ustedes se envían.',
    peer: '{name} dice que las dos pantallas no son iguales. El dispositivo que aquí se llama {name} tal vez no sea de esa persona: alguien puede estar en medio, y leer o cambiar lo que ustedes se envían.',
    broken:
      'El dispositivo que aquí se llama {name} no respondió como debe. Tal vez no sea de esa persona: alguien puede estar en medio, y leer o cambiar lo que ustedes se envían.',
    unproven:
      'Lo que responde aquí no es el dispositivo que se llama {name}. Alguien puede estar en medio, y leer o cambiar lo que ustedes se envían.',
    other:
      'Este código no es del dispositivo que aquí se llama {name}. Tal vez ese dispositivo no sea de esa persona: alguien puede estar en medio, y leer o cambiar lo que ustedes se envían.',
    nothingSent: 'Ahora no se envió nada.',
    what: 'Qué hacer',
    steps: [
      'Avise a {name} de inmediato.',
      'Tal vez alguien miró otra cosa: inténtenlo una vez más y léanlo en voz alta.',
      'Si otra vez no son iguales, entréguense los archivos de otra manera y avisen a la persona encargada de esta red Wi-Fi.',
    ],
  },
  block: 'Bloquear este dispositivo',
  failed: {
    refused: { title: '{name} no aceptó', help: 'Pregúntele e inténtelo de nuevo.' },
    cancelled: {
      title: '{name} lo canceló',
      help: 'Todavía no está confirmado. Hablen e inténtenlo de nuevo.',
    },
    late: {
      title: 'Tardó demasiado',
      help: 'Todavía no está confirmado. Inténtenlo de nuevo cuando estén lado a lado.',
    },
    lost: {
      title: 'La conexión se cortó',
      help: 'Todavía no está confirmado. Dejen esta página abierta en las dos pantallas e inténtenlo de nuevo.',
    },
    unreachable: {
      title: 'No hay conexión con {name}',
      help: 'Dejen esta página abierta en las dos pantallas e inténtenlo de nuevo.',
    },
    outdated: {
      title: 'Una de las dos páginas es antigua',
      help: 'Recarguen la página en los dos dispositivos e inténtenlo de nuevo.',
    },
  },

  mine: {
    title: 'Mi código',
    help: 'La otra persona toca “Confirmar quién es” y le toma una foto a este código. Así confirma quién es usted. Para confirmar quién es ella, tome una foto del código de ella.',
    picture: 'Código de este dispositivo',
  },
  photo: {
    title: 'Fotografiar el otro código',
    help: 'En la otra pantalla: “Confirmar quién es” y después “Mostrar mi código”. El código debe llenar la mitad de la foto.',
    take: 'Tomar una foto',
    looking: 'Revisando la foto…',
  },
  noPerson: {
    nothing: {
      title: 'No se encontró ningún código en esta foto',
      help: 'Acérquese hasta que el código llene la mitad de la foto. No mueva el teléfono, evite que la luz se refleje en el vidrio y suba el brillo de la otra pantalla.',
    },
    unreadable: { title: 'Esta foto no se puede abrir', help: 'Tome otra.' },
    missing: {
      title: 'Una parte de esta página no llegó',
      help: 'Sin ella no se pueden leer fotos. Quédese cerca del router y recargue esta página, o comparen los dibujos.',
    },
    foreign: {
      title: 'Este es otro tipo de código',
      help: 'En la otra pantalla: “Confirmar quién es” y después “Mostrar mi código”.',
    },
    own: { title: 'Este es su propio código', help: 'Tome una foto de la otra pantalla.' },
    absent: {
      title: 'Esta persona no está aquí',
      help: 'El código es correcto, pero el dispositivo de esa persona no está al alcance. Abran esta página en la misma red Wi-Fi.',
    },
    blocked: { title: 'Usted bloqueó a esta persona', help: 'Primero desbloquéela en “Personas”.' },
  },

  again: 'Intentar de nuevo',
  cancel: 'Cancelar',
  close: 'Cerrar',
};
