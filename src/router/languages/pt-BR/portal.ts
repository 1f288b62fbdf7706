/** Portuguese of Brazil: the welcome page. */
import type { PortalWords } from '../../portal/words.ts';

export const portal: PortalWords = {
  title: 'Abra este endereço no Safari ou no Chrome',
  why: 'Este Wi-Fi não tem internet. Com ele você troca fotos e arquivos com quem está por perto.',
  notHere: 'Nesta janela pequena não funciona.',
  agree: 'Entendi',
  apple: 'iPhone: toque em “OK” no alto, à direita',
  android: 'Android: se aparecer “sem internet”, escolha “Sim”',
  open: 'Abra o Safari ou o Chrome e digite o endereço',
  next: 'Feche esta janela e abra o Safari ou o Chrome',
  enter: 'Abrir',
  otherName:
    'Este roteador não atende pelo nome que você abriu. Use o endereço acima. (Para o responsável: para usar este nome, informe-o ao roteador com {option}.)',
  short:
    'Abra este endereço no Safari ou no Chrome. Aqui não há internet, mas você pode enviar arquivos a quem está por perto.',
};
