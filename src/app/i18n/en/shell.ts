import type { ShellWords } from '../words/shell.ts';

export const shell: ShellWords = {
  away: 'No router in reach',
  about: 'Hikyaku sends files from phone to phone through a Wi-Fi router nearby, without the Internet.',
  wifiOn: 'Turn Wi-Fi on and move closer to the router.',
  join: 'Join the Wi-Fi of {router}, or of any other Hikyaku router.',
  joinAny: 'Join the Wi-Fi of a Hikyaku router.',
  comeBack: 'Come back here. This page connects by itself.',
  keptHere: 'What you received and what is unfinished is kept on this device, and can be used now.',
  newVersion: 'A new version is here.',
  partMissing: 'A part of this page did not arrive. Reload it: until then, files that others offer may not be shown.',
  install: 'Install Hikyaku',
  installHelp: 'As an app it opens even when no router is in reach, and other apps can share files to it.',
  installByHand: 'Keep Hikyaku on the home screen',
  installByHandHelp:
    'In Safari press the Share button (a square with an arrow), then “Add to Home Screen”. The app there starts with a new name and no files: save first what you received here.',
  tellMe: 'Tell me when files come',
  tellMeHelp: 'Shows a notification while you use another app.',
  sharedText: 'Shared text',
  sharedHere: 'Shared to Hikyaku',
  sharedByPage: 'The web page {page} put this here.',
  sharedHelp: 'Did you share this yourself just now? Then you can send it.',
  sharedUse: 'Yes, use it',
  sharedDrop: 'No, throw it away',
  shareLost: 'What you shared could not be kept on this device. Choose the files here instead.',
  turnedAway: {
    title: 'The router answers, but does not let this page in',
    'no-socket':
      'Your Wi-Fi is all right. Something between this page and the router stops the connection, such as a proxy or another address. Open the address on the poster, or tell whoever runs the router. This page keeps trying.',
    crowded:
      'Your Wi-Fi is all right. Too many pages are open at this router. Close those that nobody uses, or tell whoever runs the router. This page keeps trying.',
  },
  siteData: {
    refused: 'This browser keeps nothing for this page',
    refusedHelp:
      'You can send files. To receive some, allow cookies and site data for this address in the settings of the browser, then reload this page.',
    silent: 'The storage of this browser does not answer',
    silentHelp:
      'What you received earlier cannot be shown now, and others see you under a new name. Close the browser, open it again and come back here.',
  },
};
