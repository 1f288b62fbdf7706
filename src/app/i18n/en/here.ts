import type { HereWords } from '../words/here.ts';

export const here: HereWords = {
  title: 'This Wi-Fi and this device',
  device: 'This device',
  noInternet: 'This Wi-Fi has no Internet. Files go straight from device to device.',
  nobody: 'Nobody else is here yet',
  bringTitle: 'Bring somebody in',
  wifi: 'Join the Wi-Fi',
  wifiCode: 'Code that joins the Wi-Fi {name}',
  network: 'Wi-Fi',
  password: 'Password',
  noPassword: 'No password',
  open: 'Open this address in the browser',
  openCode: 'Code that opens {address}',
  sameWifi:
    'First the other person joins the same Wi-Fi as you. Then they point their camera here, or type the address.',
  copy: 'Copy the address',
  copied: 'The address is copied.',
  notCopied: 'This browser does not let the page copy. Press and hold the address instead.',
  share: 'Send the address',
  shareText: 'Exchange files with me in the Wi-Fi of {name}:',
  report: 'Report of a problem',
  reportHelp: 'Shows what this app did, without names and files, for whoever runs the router.',
  find: {
    label: 'Find somebody',
    hint: 'Name, picture, number, place',
    found: 'Found: {count}',
    nobody: 'Nobody here fits. Try fewer letters.',
  },
  chime: {
    loud: 'Sound and vibration',
    help: 'Two soft notes when something comes. Switch it off where others sleep.',
  },
};
