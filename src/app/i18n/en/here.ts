import type { HereWords } from '../words/here.ts';

export const here: HereWords = {
  newVersion: 'A new version is here.',
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
  takeOver: {
    ask: 'Go on here as {name}?',
    help: 'You come from {address}. If you were there just now, go on: the others see you as the same person. If not, start anew.',
    yes: 'Go on',
    no: 'Start anew',
  },
  secure: {
    title: 'Secure address',
    works:
      'This browser trusts this router. At its secure address the app can be installed, opens without a network, and takes very large files.',
    stays: 'Your name goes with you. Files that you received stay here: save them first.',
    busy: 'What is not finished cannot go with you. Finish it or cancel it first.',
    go: 'Go to the secure address',
    trust: 'Do you use Hikyaku often? Here is how to install it.',
  },
  extras: {
    install: 'Install Hikyaku',
    installHelp: 'As an app it opens even when no router is in reach, and other apps can share files to it.',
    installByHand: 'Keep Hikyaku on the home screen',
    installByHandHelp:
      'In Safari press the Share button (a square with an arrow), then “Add to Home Screen”. The app there starts with a new name and no files: save first what you received here.',
    tellMe: 'Tell me when files come',
    tellMeHelp: 'Shows a notification while you use another app.',
  },
};
