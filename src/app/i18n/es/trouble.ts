import type { TroubleWords } from '../words/trouble.ts';

export const trouble: TroubleWords = {
  expired: 'El certificado de esta dirección venció',
  expiredHelp:
    'Por eso desde aquí no se puede llegar a ningún router. Abra la dirección común; funciona siempre. Lo que recibió se queda aquí.',
  away: 'No hay un router al alcance',
  about: 'Hikyaku envía archivos de teléfono a teléfono por un router Wi-Fi cercano, sin Internet.',
  wifiOn: 'Encienda el Wi-Fi y acérquese al router.',
  join: 'Conéctese a la red Wi-Fi de {router}, o de cualquier otro router de Hikyaku.',
  joinAny: 'Conéctese a la red Wi-Fi de un router de Hikyaku.',
  comeBack: 'Vuelva aquí. Esta página se conecta automáticamente.',
  keptHere: 'Lo que recibió y lo que no ha terminado se conserva en este dispositivo, y puede usarlo ahora.',
  turnedAway: {
    title: 'El router responde, pero no deja entrar a esta página',
    'no-socket':
      'Su conexión Wi-Fi está bien. Algo entre esta página y el router impide la conexión, como un proxy u otra dirección. Abra la dirección del cartel, o avise a la persona encargada del router. Esta página lo sigue intentando.',
    crowded:
      'Su conexión Wi-Fi está bien. Hay demasiadas páginas abiertas en este router. Cierre las que nadie usa, o avise a la persona encargada del router. Esta página lo sigue intentando.',
  },
  siteData: {
    refused: 'Este navegador no conserva nada de esta página',
    refusedHelp:
      'Puede enviar archivos. Para recibir, permita las cookies y los datos de esta dirección en la configuración del navegador y recargue esta página.',
    silent: 'El almacenamiento de este navegador no responde',
    silentHelp:
      'Lo que recibió antes no se puede mostrar ahora, y los demás le ven con un nombre nuevo. Cierre el navegador, ábralo otra vez y vuelva aquí.',
  },
  cannotTransfer: 'Este navegador no puede intercambiar archivos',
  cannotTransferHelp: {
    firefox:
      'WebRTC está desactivado en este Firefox, en sus ajustes o por un complemento. Actívelo, o abra esta dirección en otro navegador:',
    safari:
      'Si este dispositivo está en modo de aislamiento, desactívelo para este sitio: toque el botón junto a la dirección y después “Configuración del sitio web”. O abra esta dirección en otro navegador:',
    other: 'Abra esta dirección en Safari, Chrome o Firefox:',
  },
};
