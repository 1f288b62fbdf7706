/** Spanish, with the words of Latin America: the operator's page. */
import type { StatusWords } from '../../status/words.ts';

export const status: StatusWords = {
  title: 'Estado de este router',
  verdict: {
    note: { word: 'Todo está bien', sentence: 'Aquí se pueden enviar y recibir archivos.' },
    warn: {
      word: 'Funciona, pero falta algo',
      sentence: 'Aquí se pueden enviar y recibir archivos. Qué hacer:',
    },
    stop: { word: 'Hay que hacer algo', sentence: 'Así como está, este router no se puede usar. Qué hacer:' },
  },
  findings: {
    'app-missing': { what: 'La página que abren las personas no está.', todo: 'En la carpeta de Hikyaku, escriba:' },
    unreachable: {
      what: 'Solo esta misma máquina puede abrir la página: no está en ninguna red, o no atiende en ninguna.',
      todo: 'Conecte la red Wi-Fi o el cable de red. Si ya está conectado, inicie el router sin --host.',
    },
    full: {
      what: 'Hay {clients} dispositivos conectados de un máximo de {most}: quien llegue ahora puede ser rechazado.',
      todo: 'Pida que usen otro router, o instale uno más.',
    },
    'memory-low': {
      what: 'Queda poca memoria en esta máquina: {free}.',
      todo: 'Cierre otros programas. Si eso no ayuda, reinicie la máquina en un momento tranquilo.',
    },
    'certificate-ends': {
      what: {
        one: 'El certificado de HTTPS vence en # día. Después, las apps instaladas no podrán conectarse a este router.',
        other:
          'El certificado de HTTPS vence en # días. Después, las apps instaladas no podrán conectarse a este router.',
      },
      todo: 'Reemplace los archivos de --tls-cert y --tls-key por otros nuevos. Se usan en segundos, sin reiniciar.',
    },
    'certificate-ended': {
      what: 'El certificado de HTTPS venció: las apps instaladas no pueden conectarse a este router. La dirección común funciona.',
      todo: 'Reemplace los archivos de --tls-cert y --tls-key por otros nuevos. Se usan en segundos, sin reiniciar.',
    },
    'certificate-problem': {
      what: 'El nuevo certificado de HTTPS no se puede usar, así que se sigue usando el anterior.',
      todo: 'Revise los archivos de --tls-cert y --tls-key. El error es:',
    },
    'secure-failed': {
      what: 'La dirección segura (HTTPS) no funciona. La dirección común funciona.',
      todo: 'Tal vez otro programa usa su puerto: ciérrelo, o elija otro puerto con --https-port. La máquina dice:',
    },
    'disk-low': {
      what: 'El disco de esta máquina está casi lleno: quedan {free}.',
      todo: 'Elimine archivos viejos de esta máquina.',
    },
    'held-failed': {
      what: 'No se guardan mensajes ni publicaciones: no se puede usar el disco de esta máquina.',
      todo: 'Revise el disco y que ningún otro programa use el mismo --data-dir; después vuelva a iniciar este programa. La máquina dice:',
    },
    'held-stuck': {
      what: 'No se guarda lo que la gente deja: el disco de esta máquina no lo acepta.',
      todo: 'Libere espacio en el disco o repárelo. Se vuelve a intentar automáticamente. La máquina dice:',
    },
    'held-damaged': {
      what: {
        one: '# mensaje, publicación o archivo se dañó en el disco y ya no está aquí.',
        other: '# mensajes, publicaciones o archivos se dañaron en el disco y ya no están aquí.',
      },
      todo: 'Puede que el disco esté fallando: copie la carpeta de --data-dir a otro.',
    },
    'access-point-off': {
      what: 'El Wi-Fi de este router no está en el aire: los teléfonos no lo ven.',
      todo: 'Se vuelve a iniciar automáticamente. Si no regresa, esto dice por qué:',
    },
    'radio-blocked': {
      what: 'Una radio está apagada: {names}.',
      todo: 'Busque un interruptor en la máquina, o escriba:',
    },
    'radar-wait': {
      what: 'Una radio busca radares antes de poder transmitir: {names}. Eso tarda un minuto o más.',
      todo: 'Espere. En los canales 1 a 11 no hace falta.',
    },
    'country-unset': {
      what: 'La radio no sabe en qué país está: puede usar pocos canales, y con poca potencia.',
      todo: 'Indique el país, por ejemplo:',
    },
    'radio-unknown': {
      what: 'Ahora no se sabe nada de la radio: el programa que la vigila no informa.',
      todo: 'Esto dice por qué:',
    },
    'mesh-point-off': {
      what: 'La radio hacia los otros routers no está en el aire.',
      todo: 'Se vuelve a iniciar automáticamente. Si no regresa, esto dice por qué:',
    },
    'batman-missing': {
      what: 'El núcleo de esta máquina no tiene batman-adv, que une routers por radio y por cable.',
      todo: 'Use un núcleo que lo tenga, como el del propio Debian, y escriba:',
    },
    'mesh-point-alone': {
      what: 'La radio hacia los otros routers no oye ninguno.',
      todo: '¿El router más cercano está encendido, y lo bastante cerca? Los dos necesitan el mismo canal y la misma clave de la malla.',
    },
    'stations-many': {
      what: 'Hay {stations} dispositivos en el Wi-Fi, y su radio admite unos {most}: quien llegue ahora tal vez no pueda entrar.',
      todo: 'Pida que usen otro router, o instale uno más.',
    },
    'stations-weak': {
      what: {
        one: 'El único dispositivo (#) en el Wi-Fi llega con señal débil: los archivos tardan, y las conexiones se cortan.',
        other:
          'Los # dispositivos en el Wi-Fi llegan todos con señal débil: los archivos tardan, y las conexiones se cortan.',
      },
      todo: 'Ponga el router más alto y en un lugar abierto, o más cerca de las personas.',
    },
    'air-busy': {
      what: 'El canal {channel} está lleno: en uso {share} del tiempo, y los archivos tardan.',
      todo: 'Elija el más libre entre 1, 6 y 11. Los routers unidos por radio necesitan el mismo canal.',
    },
    'relay-missing': {
      what: 'La retransmisión no está instalada. Si dos redes no permiten una conexión directa, los archivos no llegan.',
      todo: 'Cuando la máquina tenga Internet, escriba esto y vuelva a iniciar el router:',
    },
    'relay-failed': {
      what: 'La retransmisión no funciona. Si dos redes no permiten una conexión directa, los archivos no llegan.',
      todo: 'Se vuelve a intentar automáticamente. La máquina dice:',
    },
    'relay-off': { what: 'La retransmisión está desactivada, según --turn.' },
    'backhaul-down': {
      what: 'Se cortó la conexión con otros routers: su cable o su radio no tiene dirección.',
      todo: 'Revise el cable o la radio entre los routers, en los dos extremos.',
    },
    'same-address': {
      what: {
        one: '{names} tiene en el enlace la misma dirección que este router: se ven los dispositivos, pero los archivos no pasan.',
        other:
          '{names} tienen en el enlace la misma dirección que este router: se ven los dispositivos, pero los archivos no pasan.',
      },
      todo: 'Dé a cada router una dirección propia en el enlace, dentro de la misma red. Por ejemplo, aquí:',
    },
    'shared-address': {
      what: '{names} tienen en el enlace la misma dirección: los archivos no llegan a los dispositivos de allí.',
      todo: 'Dé a cada uno una dirección propia en el enlace, dentro de la misma red.',
    },
    'other-network': {
      what: 'No hay camino hacia {names}: su dirección en el enlace es de otra red. Se ven los dispositivos, pero los archivos no pasan.',
      todo: 'Dé a todos los routers direcciones distintas de una misma red en el enlace, o configure rutas entre las redes.',
    },
    gone: {
      what: {
        one: '{names} estaba aquí y ya no está (hace {time}).',
        other: '{names} estaban aquí y ya no están (el último, hace {time}).',
      },
      todo: 'Revise allí la corriente, después el cable o la radio. Abajo hay una lista de lo demás que hay que revisar.',
    },
    alone: {
      what: 'No hay otro router al alcance. Los dispositivos de este router se conectan entre sí.',
      todo: 'Si debería haber otro, revise la lista de abajo.',
    },
    'own-clock': {
      what: 'El reloj de este router está mal. Marca {time}.',
      todo: 'Los archivos llegan de todos modos, pero tal vez no se abran las direcciones seguras (https). Ajústelo, por ejemplo:',
    },
    clocks: {
      what: 'Los relojes no coinciden: {names}, diferencia de {time}.',
      todo: 'Los archivos llegan de todos modos. Compare los dos relojes con uno de pulsera y ajuste el que está mal.',
    },
    open: {
      what: 'No hay clave de la malla: cualquier router del enlace puede unirse, y se le cree.',
      todo: 'Para admitir solo los suyos, inicie todos con la misma --mesh-key.',
    },
    'mesh-off': { what: 'No se buscan otros routers, según --mesh.' },
    'no-backhaul': {
      what: 'Este router funciona solo.',
      todo: 'Para unirlo con otros, conéctelos por cable o radio e inicie cada uno con el nombre de esa interfaz:',
    },
  },
  strangers: {
    'other-key': {
      what: '{addresses}: un router con otra clave. No se le admite.',
      todo: 'Si es suyo, inícielo con una --mesh-key exactamente igual a la de aquí.',
    },
    'no-key': {
      what: '{addresses}: un router sin clave. No se le admite.',
      todo: 'Si es suyo, inícielo con la misma --mesh-key que aquí.',
    },
    'has-key': {
      what: '{addresses}: un router con clave, y este no tiene ninguna. No se unen.',
      todo: 'Si los dos son suyos, inicie este con la misma --mesh-key.',
    },
    'other-version': {
      what: '{addresses}: un router con otra versión de Hikyaku. No se unen.',
      todo: 'Instale la misma versión en los dos.',
    },
    forged: {
      what: '{addresses}: envía señales dañadas o falsas. Se ignoran.',
      todo: 'Si es suyo, revise su cable. Si no, averigüe qué es.',
    },
    'too-many': {
      what: '{addresses}: envía demasiado, o hay más routers de los que caben. El resto se ignora.',
      todo: 'Averigüe qué hay en esta dirección. Un router se une como máximo con otros 128.',
    },
    misbehaves: {
      what: '{addresses}: dice cosas que ningún router dice; por un rato no se le hace caso.',
      todo: 'Si es suyo, vuelva a iniciarlo con la misma versión que aquí.',
    },
  },
  numbers: { router: 'dispositivos aquí', all: 'dispositivos en todos los routers', routers: 'routers al alcance' },

  open: 'Muestre esta dirección a las personas',
  openHelp:
    'Primero hay que conectarse a esta red Wi-Fi; después, apuntar la cámara al cuadrado o escribir la dirección en el navegador.',
  openOthers: 'Otras direcciones de este router',
  poster: 'Un cartel para imprimir',
  qrCode: 'Código QR de {url}',

  reach: 'Routers al alcance',
  picture: { one: 'Dibujo de este router y # más', other: 'Dibujo de este router y otros #' },
  pictureHelp:
    'En el círculo: cuántos dispositivos están conectados allí. Una línea es una unión con este router. Aquí no se sabe si otra radio la retransmite en el camino.',
  legend: { self: 'este router', direct: 'unido', lost: 'recién cortado', missing: 'ya no está' },
  onlyThis: 'Ahora no hay otro router al alcance.',
  table: {
    caption: 'Lo mismo en una lista',
    name: 'Nombre',
    address: 'Dirección',
    devices: 'Dispositivos',
    heard: 'Último contacto',
    way: 'Camino',
    key: 'Clave',
    clock: 'Su reloj',
  },
  self: 'este router',
  direct: 'unido',
  lost: 'recién cortado',
  gone: 'ya no está, {ago}',
  keyed: 'misma clave',
  openMesh: 'sin clave',
  sameClock: 'igual',
  ahead: 'adelantado {time}',
  behind: 'atrasado {time}',
  unknown: 'no se sabe',

  checklist: {
    title: '¿Falta un router? Revise en este orden',
    steps: [
      '¿Tiene corriente? ¿Alguien que esté cerca puede abrir su página (su dirección con /status)?',
      '¿El cable está conectado en los dos extremos, o la radio encendida? Todos los routers deben estar en un mismo enlace: un switch, o una radio en malla (batman-adv, 802.11s). Un router en otro enlace, detrás de un tercero, no se ve.',
      '¿Los dos se iniciaron con --backhaul y la interfaz de ese cable o radio?',
      '¿Sus direcciones allí son del mismo rango, como 192.168.1.1 y 192.168.1.2 (las dos /24)? Ninguna dirección puede usarse dos veces.',
      '¿La --mesh-key es exactamente igual en los dos, o ninguno la tiene?',
      '¿Tienen los dos la misma versión de Hikyaku?',
      '¿Hay otra red en medio? Por ella no pasan las señales: indique la dirección del otro con --mesh-peers, en los dos.',
      '¿Hay un firewall suyo en medio? Entre los routers debe pasar el puerto 8642 de UDP y TCP, y multicast.',
    ],
  },

  facts: {
    title: 'Este router',
    devices: 'Dispositivos conectados',
    devicesOf: '{here} de un máximo de {most}',
    refused: 'Rechazados desde el inicio',
    refusedFor: {
      'foreign-host': {
        one: '# vez: abierto con un nombre que no es de este router. Use una dirección de arriba, o indique el nombre con --hostname',
        other:
          '# veces: abierto con un nombre que no es de este router. Use una dirección de arriba, o indique el nombre con --hostname',
      },
      'foreign-page': {
        one: '# vez: una página de otro lugar quiso conectarse. Si hay un proxy, debe pasar el encabezado Host tal cual',
        other:
          '# veces: una página de otro lugar quiso conectarse. Si hay un proxy, debe pasar el encabezado Host tal cual',
      },
      connections: {
        one: '# vez: demasiadas conexiones desde una dirección',
        other: '# veces: demasiadas conexiones desde una dirección',
      },
      sockets: {
        one: '# vez: demasiados dispositivos detrás de una dirección. Si hay un proxy u otro router, muchos comparten una',
        other:
          '# veces: demasiados dispositivos detrás de una dirección. Si hay un proxy u otro router, muchos comparten una',
      },
      full: { one: '# vez: este router estaba lleno', other: '# veces: este router estaba lleno' },
    },
    relay: 'Retransmisión (TURN)',
    relayState: { running: 'funciona', off: 'desactivada', failed: 'no funciona' },
    relayCause: {
      'not-installed': 'coturn no está instalado',
      'switched-off': 'según --turn',
      'no-network': 'no hay red que atender',
      starting: 'iniciando',
    },
    relayed: { one: '# conexión por ella ahora', other: '# conexiones por ella ahora' },
    secure: 'Dirección segura (HTTPS)',
    secureState: { off: 'desactivada, según --https-port', failed: 'no funciona' },
    secureCertificate: { own: 'certificado propio de este router', operator: 'certificado del encargado' },
    secureUntil: { one: 'hasta el {date}, queda # día', other: 'hasta el {date}, quedan # días' },
    secureEnded: 'venció el {date}',
    secureClock: 'El reloj de este router está mal, por eso este certificado no tiene fecha límite.',
    secureTrust: 'Cómo hacer que los teléfonos confíen en él',
    mesh: 'Otros routers (malla)',
    meshState: { off: 'no se buscan', alone: 'ninguno al alcance', joined: 'unido' },
    trust: { key: 'solo con la misma clave', open: 'abierto a cualquier router' },
    radio: {
      title: 'Radio',
      channel: 'canal {channel}',
      inUse: '{share} en uso',
      stations: { one: '# dispositivo', other: '# dispositivos' },
      peers: { one: '# vecino', other: '# vecinos' },
      through: { one: '# máquina a la que se llega por otra', other: '# máquinas a las que se llega por otras' },
    },
    memory: 'Memoria',
    memoryOf: '{own} este programa, {free} libres',
    disk: 'Disco',
    diskOf: '{free} libres de {whole}',
    held: {
      title: 'Mensajes y publicaciones guardados',
      posts: { one: '# publicación', other: '# publicaciones' },
      letters: { one: '# carta sellada', other: '# cartas selladas' },
      files: { one: '# archivo', other: '# archivos' },
      room: '{used} de {most} como máximo',
      days: { one: '# día como máximo', other: '# días como máximo' },
      off: 'desactivado, según --hold',
      opening: 'se está abriendo: un momento',
      failed: 'no se guarda nada: no se puede usar el disco de esta máquina',
    },
    uptime: 'En funcionamiento desde hace',
    time: 'Su reloj',
    version: 'Versión',
    id: 'ID',
    digests: 'Valores de comparación',
    digestsHelp: 'iguales en los routers que ven los mismos routers y los mismos dispositivos',
  },

  refreshes: {
    one: 'Esta página se actualiza sola cada segundo.',
    other: 'Esta página se actualiza sola cada # segundos.',
  },
  stopRefreshing: 'Detener',
  startRefreshing: 'Actualizar automáticamente',
  privacy: 'Aquí no se muestran archivos, nombres de archivos ni nombres de personas.',
  asJson: 'Lo mismo para programas',

  units: {
    y: { one: '# año', other: '# años' },
    d: { one: '# d', other: '# d' },
    h: { one: '# h', other: '# h' },
    min: { one: '# min', other: '# min' },
    s: { one: '# s', other: '# s' },
  },
  ago: 'hace {time}',
  more: { one: '# más', other: '# más' },
};
