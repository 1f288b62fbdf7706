import type { FailureWords } from '../words/failures.ts';

export const failures: FailureWords = {
  failure: {
    unreachable: {
      sending:
        'No se logró la conexión con el otro dispositivo. Revise que tenga esta página abierta y la pantalla encendida, y vuelva a enviar.',
      receiving:
        'No se logró la conexión con el otro dispositivo. Deje esta página abierta y vuelva a pedir los archivos.',
    },
    'blocked-here': {
      sending:
        'Este navegador no encontró camino hacia otro dispositivo. Algo aquí lo impide: una VPN, un filtro o un ajuste del navegador. Desactívelo y vuelva a enviar.',
      receiving:
        'Este navegador no encontró camino hacia otro dispositivo. Algo aquí lo impide: una VPN, un filtro o un ajuste del navegador. Desactívelo y vuelva a pedir los archivos.',
    },
    'blocked-there': {
      sending:
        'Algo en el otro dispositivo impide la conexión: una VPN, un filtro o un ajuste del navegador. Pida a la persona que lo desactive; después vuelva a enviar.',
      receiving:
        'Algo en el otro dispositivo impide la conexión: una VPN, un filtro o un ajuste del navegador. Pida a la persona que lo desactive y envíe otra vez.',
    },
    'no-path': {
      sending:
        'Los dos dispositivos están aquí, pero nada pasa entre ellos. Si alguno tiene una VPN o un filtro, hay que desactivarlo. Acérquese al router y vuelva a enviar.',
      receiving:
        'Los dos dispositivos están aquí, pero nada pasa entre ellos. Si alguno tiene una VPN o un filtro, hay que desactivarlo. Acérquese al router y vuelva a pedir los archivos.',
    },
    'peer-left': {
      sending: 'El otro dispositivo se fue o cerró la página. Pida a la persona que la abra; después vuelva a enviar.',
      receiving: 'El otro dispositivo se fue o cerró la página. Pida a la persona que la abra y envíe otra vez.',
    },
    'connection-lost': {
      sending: 'La conexión se cortó. Acérquese al router, mantenga la pantalla encendida y vuelva a enviar.',
      receiving:
        'La conexión se cortó. Acérquese al router, mantenga la pantalla encendida y vuelva a pedir los archivos.',
    },
    'no-webrtc': {
      sending:
        'El navegador del otro dispositivo no puede recibir archivos. Pida a la persona que use Safari, Chrome o Firefox.',
      receiving: 'Este navegador no puede recibir archivos. Abra esta página en Safari, Chrome o Firefox.',
    },
    busy: {
      sending:
        'El otro dispositivo tiene demasiadas solicitudes abiertas en este momento. Espere un poco y vuelva a enviar.',
      receiving: 'Aquí había demasiadas solicitudes abiertas a la vez. Vuelva a pedir los archivos.',
    },
    'no-more-connections': {
      sending: 'Este navegador tiene demasiadas conexiones abiertas. Recargue esta página y vuelva a enviar.',
      receiving:
        'Este navegador tiene demasiadas conexiones abiertas. Recargue esta página y vuelva a pedir los archivos.',
    },
    unproven: {
      sending:
        'Alguien está entre usted y {name}, o se hace pasar por {name}. No se envió nada. Vaya adonde está {name}, o use otro router.',
      receiving: 'Alguien está entre usted y {name}, o se hace pasar por {name}. No se recibió nada de allí.',
    },
    'no-proof': {
      sending: 'Lo que responde en lugar de {name} no demuestra quién es. No se envió nada. Inténtelo de nuevo.',
      receiving: 'Lo que responde en lugar de {name} no demuestra quién es. No se recibió nada de allí.',
    },
    'same-address': {
      sending:
        'Dos routers tienen la misma dirección, por eso no pasa nada. Avise a la persona encargada; la página /status dice qué hacer.',
      receiving:
        'Dos routers tienen la misma dirección, por eso no pasa nada. Avise a la persona encargada; la página /status dice qué hacer.',
    },
    'other-network': {
      sending: 'No hay camino de este router al otro. Avise a la persona encargada; la página /status dice qué hacer.',
      receiving:
        'No hay camino de este router al otro. Avise a la persona encargada; la página /status dice qué hacer.',
    },
    'version-mismatch': {
      sending:
        'Las dos páginas no son de la misma versión. Recargue la página en los dos dispositivos y vuelva a enviar.',
      receiving:
        'Las dos páginas no son de la misma versión. Recargue la página en los dos dispositivos y vuelva a pedir los archivos.',
    },
    'protocol-violation': {
      sending:
        'El otro dispositivo respondió algo que no tiene sentido. Recargue la página en los dos dispositivos y vuelva a enviar.',
      receiving:
        'El otro dispositivo envió algo que no tiene sentido, por eso no se conservó nada. Recargue la página en los dos dispositivos y vuelva a pedir los archivos.',
    },
    'source-changed': {
      sending:
        'Un archivo cambió en su dispositivo mientras se enviaba. Elija otra vez los archivos y envíelos de nuevo.',
      receiving:
        'Un archivo cambió en el otro dispositivo mientras se enviaba. Pida a la persona que lo envíe otra vez.',
    },
    'source-unreadable': {
      sending:
        'Ya no se puede leer un archivo de su dispositivo; tal vez se movió o se eliminó. Elija otra vez los archivos.',
      receiving:
        'Ya no se puede leer un archivo en el otro dispositivo. Pida a la persona que elija otra vez los archivos.',
    },
    'storage-full': {
      sending: 'El otro dispositivo está lleno. Pida a la persona que libere espacio; después vuelva a enviar.',
      receiving: 'Su dispositivo está lleno. Libere espacio y vuelva a pedir los archivos.',
    },
    'storage-failed': {
      sending:
        'El otro dispositivo no pudo guardar los archivos. Pida a la persona que recargue la página; después vuelva a enviar.',
      receiving:
        'Este navegador no pudo guardar los archivos. Si usa una ventana privada, salga de ella; recargue la página y vuelva a pedir los archivos.',
    },
    'storage-refused': {
      sending:
        'El navegador del otro dispositivo no conserva nada de esta página, y esto es demasiado para su memoria. Pida a la persona que la abra en otro navegador, no en una ventana privada; después vuelva a enviar.',
      receiving:
        'Este navegador no conserva nada de esta página, y esto es demasiado para su memoria. Permita que este sitio guarde datos, o abra la página en otro navegador, no en una ventana privada. Después vuelva a pedir los archivos.',
    },
    'digest-mismatch': {
      sending: 'Los archivos llegaron dañados y se descartaron. Envíelos otra vez.',
      receiving: 'Los archivos llegaron dañados y se descartaron. Vuelva a pedirlos.',
    },
    'hash-failed': {
      sending:
        'En una de las páginas no se cargó la parte que revisa los archivos. Recargue la página en los dos dispositivos y vuelva a enviar.',
      receiving:
        'En una de las páginas no se cargó la parte que revisa los archivos. Recargue la página en los dos dispositivos y vuelva a pedir los archivos.',
    },
    'page-failed': {
      sending: 'Algo falló en una de las dos páginas. Recargue la página en los dos dispositivos y vuelva a enviar.',
      receiving:
        'Algo falló en una de las dos páginas. Recargue la página en los dos dispositivos y vuelva a pedir los archivos.',
    },
  },
  interruption: {
    'connection-lost': {
      sending: 'La conexión se cortó. Continúa automáticamente cuando los dos dispositivos estén otra vez al alcance.',
      receiving:
        'La conexión se cortó. Continúa automáticamente cuando los dos dispositivos estén otra vez al alcance.',
    },
    'peer-left': {
      sending: 'El otro dispositivo se fue. Continúa automáticamente cuando vuelva con esta página abierta.',
      receiving: 'El otro dispositivo se fue. Continúa automáticamente cuando vuelva con esta página abierta.',
    },
    unreachable: {
      sending: 'Ahora no hay conexión con el otro dispositivo. Se vuelve a intentar automáticamente.',
      receiving: 'Ahora no hay conexión con el otro dispositivo. Se vuelve a intentar automáticamente.',
    },
    unproven: {
      sending:
        'Alguien está entre usted y {name}, o se hace pasar por {name}. No se envió nada más. Continúa cuando responda {name}. Vaya adonde está {name}, o use otro router.',
      receiving:
        'Alguien está entre usted y {name}, o se hace pasar por {name}. No se recibió nada de allí; lo que ya llegó se conserva. Continúa cuando responda {name}.',
    },
    'no-proof': {
      sending:
        'Lo que responde en lugar de {name} no demuestra quién es. No se envió nada más. Se vuelve a intentar automáticamente.',
      receiving:
        'Lo que responde en lugar de {name} no demuestra quién es. Lo que ya llegó se conserva. Se vuelve a intentar automáticamente.',
    },
    'blocked-here': {
      sending:
        'Este navegador no encuentra ahora camino hacia otro dispositivo: lo impide una VPN, un filtro o un ajuste del navegador. Desactívelo; se vuelve a intentar automáticamente.',
      receiving:
        'Este navegador no encuentra ahora camino hacia otro dispositivo: lo impide una VPN, un filtro o un ajuste del navegador. Desactívelo; se vuelve a intentar automáticamente.',
    },
    'blocked-there': {
      sending:
        'Algo en el otro dispositivo impide la conexión: una VPN, un filtro o un ajuste del navegador. Pida a la persona que lo desactive; se vuelve a intentar automáticamente.',
      receiving:
        'Algo en el otro dispositivo impide la conexión: una VPN, un filtro o un ajuste del navegador. Pida a la persona que lo desactive; se vuelve a intentar automáticamente.',
    },
    'no-path': {
      sending:
        'Los dos dispositivos están aquí, pero nada pasa entre ellos. Si alguno tiene una VPN o un filtro, hay que desactivarlo. Se vuelve a intentar automáticamente.',
      receiving:
        'Los dos dispositivos están aquí, pero nada pasa entre ellos. Si alguno tiene una VPN o un filtro, hay que desactivarlo. Se vuelve a intentar automáticamente.',
    },
    'no-answer': {
      sending:
        'El otro dispositivo no responde: tal vez tiene la pantalla apagada, o no le llega nada. Continúa en cuanto responda.',
      receiving:
        'El otro dispositivo no responde: tal vez tiene la pantalla apagada, o no le llega nada. Continúa en cuanto responda.',
    },
    'storage-failed': {
      sending: 'El otro dispositivo no pudo guardar más. Continúa cuando la otra persona toque “Continuar”.',
      receiving: 'Este navegador no pudo guardar más. Toque “Continuar”, o recargue antes la página.',
    },
    'storage-full': {
      sending: 'El otro dispositivo está lleno. Continúa cuando la otra persona libere espacio y toque “Continuar”.',
      receiving: 'Su dispositivo está lleno. Libere espacio y después toque “Continuar”.',
    },
    'hash-failed': {
      sending:
        'En una de las páginas no se cargó la parte que revisa los archivos. Cerca de un router, recargue la página en los dos dispositivos y toque “Continuar”.',
      receiving:
        'En una de las páginas no se cargó la parte que revisa los archivos. Cerca de un router, recargue la página en los dos dispositivos y toque “Continuar”.',
    },
    'source-unreadable': {
      sending:
        'Ya no se puede leer un archivo: se movió, se eliminó o se retiró la memoria donde estaba. Elíjalo otra vez; lo que ya llegó no se envía dos veces.',
      receiving:
        'Ya no se puede leer un archivo en el otro dispositivo. Continúa cuando la otra persona lo elija otra vez.',
    },
    'page-failed': {
      sending: 'Algo falló en una de las dos páginas. Recargue la página en los dos dispositivos y toque “Continuar”.',
      receiving:
        'Algo falló en una de las dos páginas. Recargue la página en los dos dispositivos y toque “Continuar”.',
    },
  },
};
