import type { HereWords } from '../words/here.ts';

export const here: HereWords = {
  newVersion: 'Hay una versión nueva.',
  title: 'Esta red Wi-Fi y este dispositivo',
  device: 'Este dispositivo',
  noInternet: 'Esta red Wi-Fi no tiene Internet. Los archivos van directo de dispositivo a dispositivo.',
  nobody: 'Todavía no hay nadie más aquí',
  bringTitle: 'Invitar a alguien',
  wifi: 'Conectarse a la red Wi-Fi',
  wifiCode: 'Código para conectarse a la red Wi-Fi {name}',
  network: 'Wi-Fi',
  password: 'Contraseña',
  noPassword: 'Sin contraseña',
  open: 'Abrir esta dirección en el navegador',
  openCode: 'Código que abre {address}',
  sameWifi:
    'Primero, la otra persona se conecta a la misma red Wi-Fi que usted. Después apunta su cámara aquí, o escribe la dirección.',
  copy: 'Copiar la dirección',
  copied: 'La dirección se copió.',
  notCopied: 'Este navegador no permite copiar. Mantenga presionada la dirección.',
  share: 'Enviar la dirección',
  shareText: 'Intercambiemos archivos en la red Wi-Fi de {name}:',
  report: 'Informe de un problema',
  reportHelp: 'Muestra lo que hizo esta app, sin nombres ni archivos, para la persona encargada del router.',
  find: {
    label: 'Buscar a alguien',
    hint: 'Nombre, dibujo, número, lugar',
    found: 'Resultados: {count}',
    nobody: 'No se encontró a nadie. Pruebe con menos letras.',
  },
  chime: {
    loud: 'Sonido y vibración',
    help: 'Dos notas suaves cuando llega algo. Desactívelo donde otras personas duermen.',
  },
  takeOver: {
    ask: '¿Seguir aquí como {name}?',
    help: 'Usted viene de {address}. Si estaba allí hace un momento, siga: los demás le ven como la misma persona. Si no, empiece de nuevo.',
    yes: 'Seguir',
    no: 'Empezar de nuevo',
  },
  secure: {
    title: 'Dirección segura',
    works:
      'Este navegador confía en este router. En la dirección segura la app se puede instalar, se abre sin red y recibe archivos muy grandes.',
    stays: 'Su nombre va con usted. Los archivos que recibió se quedan aquí: guárdelos antes.',
    busy: 'Lo que no ha terminado no puede ir con usted. Termínelo o cancélelo antes.',
    go: 'Ir a la dirección segura',
    trust: '¿Usa Hikyaku con frecuencia? Así se instala.',
  },
  extras: {
    install: 'Instalar Hikyaku',
    installHelp:
      'Como app se abre aunque no haya un router al alcance, y otras apps pueden compartir archivos con ella.',
    installByHand: 'Tener Hikyaku en la pantalla de inicio',
    installByHandHelp:
      'En Safari, toque el botón Compartir (un cuadrado con una flecha) y después “Agregar a inicio”. La app empieza allí con un nombre nuevo y sin archivos: guarde antes lo que recibió aquí.',
    tellMe: 'Avisarme cuando lleguen archivos',
    tellMeHelp: 'Muestra una notificación mientras usted usa otra app.',
  },
};
