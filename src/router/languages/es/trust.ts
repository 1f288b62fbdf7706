/** Spanish, with the words of Latin America: how to trust this router. Menus as the systems call them. */
import type { TrustWords } from '../../tls/words.ts';

export const trust: TrustWords = {
  title: 'Confiar en este router',
  notNeeded: 'Para enviar y recibir no hace falta. Hágalo en su propio dispositivo, si usa Hikyaku con frecuencia.',
  gains: 'Qué se gana',
  gainList: [
    'La app se puede instalar y se abre aunque no haya red.',
    'Los archivos muy grandes no son un problema.',
    'La pantalla no se apaga mientras se envían o reciben archivos.',
  ],
  how: 'Cómo se hace',
  systems: {
    apple: {
      name: 'iPhone, iPad',
      download: 'Obtener el perfil',
      steps: [
        'Abra esta página en Safari. Toque el botón de arriba y después “Permitir”.',
        'Abra Configuración. Cerca de la parte superior toque “Perfil descargado” y después “Instalar”.',
        'En Configuración vaya a “General” → “Información” → “Configuración de confianza de certificados”.',
        'Active “Hikyaku”. Sin este último paso no cambia nada.',
      ],
      remove: '“Configuración” → “General” → “VPN y administración de dispositivos” → “Hikyaku” → “Eliminar perfil”.',
    },
    android: {
      name: 'Android',
      download: 'Obtener el certificado',
      steps: [
        'Toque el botón de arriba. El archivo va a “Descargas”.',
        'Abra Configuración y busque “certificado de CA”. Está en “Seguridad y privacidad” → “Más opciones de seguridad y privacidad” → “Encriptación y credenciales” → “Instalar un certificado”.',
        'Elija “Certificado de CA” y después “Instalar de todos modos”. Su dispositivo necesita un bloqueo de pantalla.',
        'Elija el archivo “hikyaku-ca.crt”.',
        'Desde ese momento Android avisa que la red podría estar supervisada. Lo dice de todo certificado que usted agrega por su cuenta.',
      ],
      remove:
        '“Configuración” → “Seguridad y privacidad” → “Más opciones de seguridad y privacidad” → “Encriptación y credenciales” → “Credenciales de usuario”, o “Credenciales de confianza” → “Usuario”: toque “Hikyaku” y elimínelo.',
    },
    windows: {
      name: 'Windows (Chrome, Edge)',
      download: 'Obtener el certificado',
      steps: [
        'Presione el botón de arriba y abra el archivo “hikyaku-ca.crt”.',
        'Presione “Instalar certificado”, elija “Usuario actual” y presione “Siguiente”.',
        'Elija “Colocar todos los certificados en el siguiente almacén” → “Examinar” → “Entidades de certificación raíz de confianza”.',
        'Presione “Siguiente” → “Finalizar” y responda “Sí” a la advertencia.',
      ],
      remove:
        'Abra “certmgr.msc” → “Entidades de certificación raíz de confianza” → “Certificados” → “Hikyaku” → “Eliminar”.',
    },
    mac: {
      name: 'Mac (Safari, Chrome)',
      download: 'Obtener el certificado',
      steps: [
        'Presione el botón de arriba y abra el archivo “hikyaku-ca.crt”. Se abre “Acceso a Llaveros”: agréguelo a “inicio de sesión”.',
        'Haga doble clic en “Hikyaku” en la lista de certificados y abra “Confiar”.',
        'En “Al usar este certificado” elija “Confiar siempre” y cierre la ventana.',
      ],
      remove: '“Acceso a Llaveros” → “inicio de sesión” → “Certificados” → “Hikyaku” → “Eliminar”.',
    },
    firefox: {
      name: 'Firefox',
      download: 'Obtener el certificado',
      steps: [
        'En una computadora: presione el botón de arriba. Si Firefox pregunta de inmediato, siga con el paso 3.',
        '“Ajustes” → “Privacidad y seguridad” → “Certificados” → “Ver certificados” → “Autoridades” → “Importar”: elija “hikyaku-ca.crt”.',
        'Marque “Confiar en esta CA para identificar sitios web” y presione “Aceptar”.',
        'En Android: primero haga lo que dice la sección Android. Después, en Firefox: “Ajustes” → “Acerca de Firefox”, toque el logotipo varias veces, vuelva, entre en “Secret Settings” y active “Usar certificados CA de terceros”.',
      ],
      remove: 'En la misma lista de “Autoridades”: “Hikyaku” → “Eliminar o dejar de confiar”.',
    },
  },
  removing: 'Para deshacerlo',
  finally: 'Por último, abra la dirección segura',
  open: 'Abrir',
  refused:
    '¿El navegador muestra una advertencia? Entonces todavía no confía en el router. Revise otra vez los pasos y vea si la fecha de su dispositivo es correcta. No se pierde nada: la dirección sin “s” funciona siempre.',
  why: 'Por qué no se puede usar para hacer daño',
  whyList: [
    'El certificado mismo dice para qué sirve: solo para {name} y para direcciones privadas como 192.168.1.1. No puede hacerse pasar por su banco, su correo ni ningún sitio de Internet: los navegadores lo rechazan. Lo probamos con el motor de Chrome y con Firefox.',
    'Su clave nunca sale de los routers que funcionan con este nombre.',
    'No permite que nadie lea sus archivos: con o sin él, van cifrados de dispositivo a dispositivo.',
    'Aun así, hágalo solo si confía en las personas encargadas de este router, y deshágalo cuando ya no lo necesite.',
  ],
  compare: '¿Es el verdadero?',
  compareHelp:
    'Pida su número a quien está encargado de este router y compárelo. El router lo muestra cuando se inicia, y su dispositivo lo muestra como “SHA-256” entre los detalles del certificado.',
  back: 'Volver a la app',
  known: 'No hay que configurar nada: todos los dispositivos conocen el certificado de este router.',
  off: 'La dirección segura de este router no está disponible en este momento.',
};
