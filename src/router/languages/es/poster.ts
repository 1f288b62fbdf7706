/** Spanish, with the words of Latin America: the poster. */
import type { PosterWords } from '../../poster/words.ts';

export const poster: PosterWords = {
  title: 'Envíe fotos y archivos a personas de aquí',
  steps: [
    'Conéctese a esta red Wi-Fi',
    'Abra esta página en Safari o Chrome',
    'Elija los archivos y a quién enviarlos',
    'La otra persona toca “Aceptar”',
  ],
  notes: [
    'Aquí no hay Internet. Sin instalar nada, sin registrarse, sin costo.',
    'Si aparece una ventana pequeña, toque “Entendido” y ciérrela.',
  ],
  labels: { network: 'Nombre', password: 'Contraseña', noPassword: 'sin contraseña', address: 'Dirección' },
  printing: {
    wall: 'para la pared',
    handOut: 'para repartir',
    print: 'Imprímalo con el navegador (Ctrl+P).',
    beside: 'Idiomas junto al japonés (máximo tres)',
  },
};
