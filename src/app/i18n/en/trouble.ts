import type { TroubleWords } from '../words/trouble.ts';

export const trouble: TroubleWords = {
  expired: 'The certificate of this address has ended',
  expiredHelp:
    'That is why no router can be reached from here. Open the plain address instead; it always works. What you received stays here.',
  away: 'No router in reach',
  about: 'Hikyaku sends files from phone to phone through a Wi-Fi router nearby, without the Internet.',
  wifiOn: 'Turn Wi-Fi on and move closer to the router.',
  join: 'Join the Wi-Fi of {router}, or of any other Hikyaku router.',
  joinAny: 'Join the Wi-Fi of a Hikyaku router.',
  comeBack: 'Come back here. This page connects by itself.',
  keptHere: 'What you received and what is unfinished is kept on this device, and can be used now.',
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
  cannotTransfer: 'This browser cannot exchange files',
  cannotTransferHelp: {
    firefox:
      'WebRTC is switched off in this Firefox, in its settings or by an add-on. Switch it on, or open this address in another browser:',
    safari:
      'If this device is in Lockdown Mode, switch it off for this site: press the button beside the address, then Website Settings. Or open this address in another browser:',
    other: 'Open this address in Safari, Chrome or Firefox instead:',
  },
};
