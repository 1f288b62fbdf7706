/** English: the welcome page. */
import type { PortalWords } from '../../portal/words.ts';

export const portal: PortalWords = {
  title: 'Open this address in Safari or Chrome',
  why: 'This Wi-Fi has no Internet. With it you send photos and files to people nearby.',
  notHere: 'This small window cannot do that.',
  agree: 'OK',
  apple: 'iPhone: press “Done” at the top right',
  android: 'Android: if asked about “no Internet”, choose “Yes”',
  open: 'Open Safari or Chrome and type the address',
  next: 'Close this window and open Safari or Chrome',
  enter: 'Open',
  otherName:
    'This router does not answer to the name you opened. Use the address above. (For the operator: to use this name, tell it to the router with {option}.)',
  short: 'Open this address in Safari or Chrome. There is no Internet here, but you can send files to people nearby.',
};
