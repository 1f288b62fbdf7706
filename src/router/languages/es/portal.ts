/** Spanish, with the words of Latin America: the welcome page. */
import type { PortalWords } from '../../portal/words.ts';

export const portal: PortalWords = {
  title: 'Abra esta dirección en Safari o Chrome',
  why: 'Esta red Wi-Fi no tiene Internet. Con ella puede intercambiar fotos y archivos con quienes están cerca.',
  notHere: 'En esta ventana pequeña no funciona.',
  agree: 'Entendido',
  apple: 'iPhone: toque “OK” o “Listo” arriba a la derecha',
  android: 'Android: si avisa que “no hay Internet”, elija “Sí”',
  open: 'Abra Safari o Chrome y escriba la dirección',
  next: 'Cierre esta ventana y abra Safari o Chrome',
  enter: 'Abrir',
  otherName:
    'Este router no responde al nombre que usted abrió. Use la dirección de arriba. (Para el encargado: para usar este nombre, indíquelo al router con {option}.)',
  short:
    'Abra esta dirección en Safari o Chrome. Aquí no hay Internet, pero puede enviar archivos a quienes están cerca.',
};
