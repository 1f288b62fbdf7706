/** English. Texts named in docs/names.md are relied on by tests outside the repository. */
import { inbox } from './inbox-en.ts';
import type { Messages } from './messages.ts';
import { pictures } from './pictures-en.ts';

export const en: Messages = {
  language: 'Language',
  connection: {
    connecting: 'Connecting',
    online: 'Online',
    reconnecting: 'Reconnecting',
    offline: 'Offline',
    outdated: 'Offline',
    replaced: 'Offline',
  },
  connectionHelp: {
    connecting: 'Looking for the router of this Wi-Fi.',
    reconnecting: 'Lost the router for a moment and trying again. Running transfers go on.',
  },
  noInternet: 'This Wi-Fi has no Internet. Files go straight from device to device.',
  report: 'Report of a problem',

  pictures,
  mark: '{picture} {digits}',
  withMark: '{name} ({mark})',
  yourMark: 'your sign for others',
  alike: 'Similar name here: compare picture and number.',
  known: 'Known',
  ofGroup: 'Group {name}',
  notThem: 'This is not the {name} you know.',
  aboutPerson: 'About {name}',
  callsItself: 'calls itself {name}',

  yourName: 'Your name: {name}',
  nameLabel: 'Your name',
  nameHint: 'Others find you by this name.',
  nameSave: 'Save name',
  nameBack: 'Back',

  chooseFiles: 'Choose files',
  chooseFolder: 'Choose folder',
  dropHint: 'or drop files anywhere on this page',
  dropHere: 'Drop here to send',
  unreadable: {
    one: '{names} cannot be read and is left out: it is gone, or reading it is not allowed.',
    other: '# files cannot be read and are left out; they are gone, or reading them is not allowed: {names}',
  },
  nameTooLong: {
    one: '{names} is left out: its name is too long.',
    other: '# files are left out; their names are too long: {names}',
  },
  emptyFolders: {
    one: '{names} is left out: an empty folder cannot be sent.',
    other: '# empty folders are left out: {names}',
  },
  withoutContent: {
    one: 'There is nothing in {names}: 0 bytes.',
    other: 'There is nothing in # files, 0 bytes each: {names}',
  },
  tooMuch: '{count} are too much at once: {most} is the most. Choose a part of them, and the rest after that.',
  letters: { other: '# letters in names' },
  looking: 'Looking at the files…',
  onlyFiles: 'Empty folders, and links within a folder, are not sent.',
  nothingThere: 'No files were found there.',
  tray: 'Ready to send',
  trayLeaving: 'Sending soon',
  remove: 'Remove {name}',
  removeAll: 'Remove all',
  files: { one: '# file', other: '# files' },
  count: {
    photos: { one: '# photo', other: '# photos' },
    videos: { one: '# video', other: '# videos' },
    media: { one: '# photo or video', other: '# photos and videos' },
  },
  firstAndMore: { other: '{name} and # more' },
  more: { other: 'and # more' },

  devices: 'Devices',
  pressToChoose: 'Press a device to send it something.',
  pressToSend: 'Now press the device that should get the files.',
  pressSeveral: 'Press every device that should get the files, then “Send”.',
  several: 'Send to several',
  send: 'Send',
  selected: { one: '# device chosen', other: '# devices chosen' },
  pressAlso: 'Press another device to send these there, too.',
  undo: 'Undo',
  sendNow: 'Send now',
  leavesIn: 'leaves in {time}',
  leftNow: 'No longer here: {names}.',
  missed: 'Nothing was sent to {names}: no longer here.',
  hasLeft: 'no longer here',
  kind: { phone: 'Phone', tablet: 'Tablet', computer: 'Computer', device: 'Device' },
  away: 'away for a moment',
  behind: 'at {router}',
  devicesLater: 'Devices appear here once you are connected.',
  moreDevices: {
    one: '# more device is in reach and not shown: the list is full.',
    other: '# more devices are in reach and not shown: the list is full.',
  },
  nobody: 'Nobody else is here yet',
  nobodyHelp: 'Ask the other person to join the same Wi-Fi and open this address in the browser:',
  cannotTransfer: 'This browser cannot exchange files',
  cannotTransferHelp: {
    firefox:
      'WebRTC is switched off in this Firefox, in its settings or by an add-on. Switch it on, or open this address in another browser:',
    safari:
      'If this device is in Lockdown Mode, switch it off for this site: press the button beside the address, then Website Settings. Or open this address in another browser:',
    other: 'Open this address in Safari, Chrome or Firefox instead:',
  },

  outdated: 'This page is older than the router',
  outdatedHelp: 'Save the files you received, then load the page again.',
  reload: 'Reload',
  replaced: 'Hikyaku is open somewhere else',
  replacedHelp:
    'It is open in another tab, at its other address, or on a device with a copy of this one’s data. Only one at a time can send and receive.',
  useHere: 'Use here',

  shell: {
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
  },

  incoming: 'Incoming files',
  wantsToSend: 'wants to send you',
  chooseAll: 'Choose all',
  chooseNone: 'Choose none',
  nothingStored: 'Nothing is stored on your device before you accept.',
  senderSilent:
    'The other device does not answer just now. Its screen may be off. You can accept as soon as it answers.',
  fleeting: 'This browser keeps nothing for this page. Save what arrives before you close it.',
  accept: 'Accept',
  decline: 'Decline',
  waitingOffers: { one: '# more offer is waiting', other: '# more offers are waiting' },
  strangers: {
    ask: { one: '# person wants to send you something', other: '# people want to send you something' },
    help: 'They are new to you, or you did not take what they sent before. They can wait.',
    look: 'Look',
    lookAt: 'Look at what {name} wants to send',
    declineAll: 'Decline all',
    later: 'Not now',
    say: 'Somebody wants to send you something. It waits at the end of the page.',
  },

  transfers: 'Transfers',
  keepScreenOn: 'Keep the screen on and this page open until it is done. A phone that goes to sleep stops it.',
  to: 'to {name}',
  from: 'from {name}',
  phase: {
    waiting: 'Waiting',
    sending: 'Sending',
    receiving: 'Receiving',
    paused: 'Paused',
    sent: 'Sent',
    saved: 'Saved',
    declined: 'Declined',
    cancelled: 'Cancelled',
    interrupted: 'Interrupted',
    failed: 'Failed',
  },
  waitingHelp: {
    connecting: 'Connecting to the other device.',
    held: 'Many calls were made from here at once, so this one waits its turn. It goes on by itself.',
    delivered: 'It is at the other device, but not on its screen yet.',
    ringing: 'It is on the screen of the other device.',
    seen: 'The other person has it on the screen and is choosing.',
    unheeded:
      'It is not on the other screen yet, which seems to be off or busy with something else. Speak to the person.',
    stuck:
      'The other device was there, but the offer does not get through. Its screen may have gone off, or a VPN or a filter lets only small things pass.',
    comparing: 'The other device has some of it already. Comparing; nothing is sent twice.',
    starting: 'You have accepted. The other device is about to start.',
  },
  declinedHelp: {
    sending: 'The other person did not want these files now. Nothing was sent.',
    receiving: 'You declined. Nothing was stored.',
  },
  cancelledHelp: {
    me: 'You stopped this.',
    peer: 'The other person stopped this.',
    absence: 'The other device is no longer there. Nothing was stored. When it is back, you are asked again.',
  },
  savedHelp: 'Everything arrived. Put it on your device now:',
  fleetingHelp: 'Everything arrived, but this browser keeps nothing. Put it on your device before you close this page:',
  arrivedIsKept: 'What has arrived is kept.',
  stoppedAt: 'It stopped at {name}.',
  path: { direct: 'Direct', relayed: 'Relayed' },
  complete: 'Complete',
  verified: 'Verified',
  declinedHere: 'Declined',
  progress: 'Progress of {name}',
  doneOf: '{done} of {total}',
  speed: '{size}/s',
  timeLeft: '{time} left',
  cancel: 'Cancel',
  pause: 'Pause',
  resume: 'Resume',
  chooseAgain: 'Choose the same files again',
  otherFiles: 'These are not the same files, or they have changed since. Choose the ones that you sent before.',
  reopen: 'Continue',
  reopenDenied:
    'The browser was not allowed to read the files. Press “Continue” again, or choose the same files again.',
  reopenGone: 'The files are no longer where they were. Choose the same files again.',
  stillMissing: {
    one: '# file is still missing: {names}',
    other: '# files are still missing, among them: {names}',
  },
  changedSince:
    'Changed since it was offered: {names}. Put it back as it was and choose it again, or cancel and send anew.',
  sendAgain: 'Send again',
  saveToDevice: 'Save to device',
  saveNamed: 'Save to device: {name}',
  saveAll: 'Save all',
  saveZip: 'As one zip file',
  hasArrived: 'arrived from {name}',
  saveToFolder: 'Save to folder',
  showFiles: 'Show the files',
  hide: 'Hide',
  dismissYes: 'Delete',
  dismissNo: 'Keep',
  arrivedAsk: 'Did it arrive there?',
  arrivedYes: 'Yes, it is there',
  arrivedAgain: 'Try again',
  severalHint: 'If it asks, allow several downloads.',
  saveResult: {
    saved: 'Everything is in the folder you chose.',
    handed: 'Handed to your browser. Look in Downloads or Files.',
    failed: 'That did not work, but the files are still here. Please try again.',
    'storage-full': 'Your device is full. Free some space and try again; the files are still here.',
  },
  failure: {
    unreachable: {
      sending:
        'No connection to the other device came about. Check that its page is open and its screen is on, then send again.',
      receiving: 'No connection to the other device came about. Keep this page open and ask for the files again.',
    },
    'blocked-here': {
      sending:
        'This browser could find no way to another device. Something here prevents it: a VPN, a filter, or a setting of the browser. Switch it off, then send again.',
      receiving:
        'This browser could find no way to another device. Something here prevents it: a VPN, a filter, or a setting of the browser. Switch it off and ask for the files again.',
    },
    'blocked-there': {
      sending:
        'Something on the other device prevents a connection: a VPN, a filter, or a setting of its browser. Ask the person to switch it off, then send again.',
      receiving:
        'Something on the other device prevents a connection: a VPN, a filter, or a setting of its browser. Ask the person to switch it off and to send again.',
    },
    'no-path': {
      sending:
        'Both devices are there, but nothing gets through between them. If one of them has a VPN or a filter, switch it off; move closer to the router, then send again.',
      receiving:
        'Both devices are there, but nothing gets through between them. If one of them has a VPN or a filter, switch it off; move closer to the router and ask for the files again.',
    },
    'peer-left': {
      sending: 'The other device left or its page was closed. Ask the person to open it again, then send again.',
      receiving: 'The other device left or its page was closed. Ask the person to open it again and to send again.',
    },
    'connection-lost': {
      sending: 'The connection broke off. Move closer to the router, keep the screen on, then send again.',
      receiving:
        'The connection broke off. Move closer to the router, keep the screen on, and ask for the files again.',
    },
    'no-webrtc': {
      sending: 'The browser of the other device cannot receive files. Ask the person to use Safari, Chrome or Firefox.',
      receiving: 'This browser cannot receive files. Open this page in Safari, Chrome or Firefox.',
    },
    busy: {
      sending: 'The other device has too many requests open just now. Wait a moment, then send again.',
      receiving: 'Too many requests were open here at once. Ask for the files again.',
    },
    'no-more-connections': {
      sending: 'This browser has too many connections open. Reload this page, then send again.',
      receiving: 'This browser has too many connections open. Reload this page and ask for the files again.',
    },
    unproven: {
      sending:
        'Somebody stands between you and {name}, or answers in their place. Nothing was sent. Go to {name}, or use another router.',
      receiving: 'Somebody stands between you and {name}, or answers in their place. Nothing was taken from them.',
    },
    'no-proof': {
      sending: 'What answers in the place of {name} does not prove who it is. Nothing was sent. Try again.',
      receiving: 'What answers in the place of {name} does not prove who it is. Nothing was taken from it.',
    },
    'same-address': {
      sending:
        'The two routers have the same address, so nothing passes between them. Tell whoever runs them; their page /status says what to do.',
      receiving:
        'The two routers have the same address, so nothing passes between them. Tell whoever runs them; their page /status says what to do.',
    },
    'other-network': {
      sending:
        'No way leads from this router to the other one. Tell whoever runs them; their page /status says what to do.',
      receiving:
        'No way leads from this router to the other one. Tell whoever runs them; their page /status says what to do.',
    },
    'version-mismatch': {
      sending: 'The two pages do not fit together. Reload this page on both devices, then send again.',
      receiving: 'The two pages do not fit together. Reload this page on both devices and ask for the files again.',
    },
    'protocol-violation': {
      sending:
        'The other device answered with something that makes no sense. Reload this page on both devices, then send again.',
      receiving:
        'The other device sent something that makes no sense, so nothing was kept. Reload this page on both devices and ask again.',
    },
    'source-changed': {
      sending: 'A file changed on your device while it was being sent. Choose the files again and send them again.',
      receiving: 'A file changed on the other device while it was being sent. Ask the person to send it again.',
    },
    'source-unreadable': {
      sending:
        'A file on your device can no longer be read; it may have been moved or deleted. Choose the files again.',
      receiving: 'A file can no longer be read on the other device. Ask the person to choose the files again.',
    },
    'storage-full': {
      sending: 'The other device is full. Ask the person to free some space, then send again.',
      receiving: 'Your device is full. Free some space and ask for the files again.',
    },
    'storage-failed': {
      sending: 'The other device could not store the files. Ask the person to reload the page, then send again.',
      receiving:
        'This browser could not store the files. Leave private browsing if it is on, reload, and ask for the files again.',
    },
    'storage-refused': {
      sending:
        'The browser of the other device keeps nothing for this page, and this is too much for its memory. Ask the person to open the page in another browser, not in a private window, then send again.',
      receiving:
        'This browser keeps nothing for this page, and this is too much for its memory. Allow this site to keep data, or open the page in another browser, not in a private window. Then ask for the files again.',
    },
    'digest-mismatch': {
      sending: 'The files arrived damaged and were thrown away. Send them again.',
      receiving: 'The files arrived damaged and were thrown away. Ask for them again.',
    },
    'hash-failed': {
      sending: 'A page could not load the part that checks files. Reload it on both devices, then send again.',
      receiving: 'A page could not load the part that checks files. Reload it on both devices and ask again.',
    },
    'page-failed': {
      sending: 'Something went wrong in one of the two pages. Reload it on both devices, then send again.',
      receiving: 'Something went wrong in one of the two pages. Reload it on both devices and ask again.',
    },
  },
  interruption: {
    'connection-lost': {
      sending: 'The connection broke off. It goes on by itself when both devices are in reach again.',
      receiving: 'The connection broke off. It goes on by itself when both devices are in reach again.',
    },
    'peer-left': {
      sending: 'The other device left. It goes on by itself when the device is back with this page open.',
      receiving: 'The other device left. It goes on by itself when the device is back with this page open.',
    },
    unreachable: {
      sending: 'The other device cannot be reached just now. This is tried again by itself.',
      receiving: 'The other device cannot be reached just now. This is tried again by itself.',
    },
    unproven: {
      sending:
        'Somebody stands between you and {name}, or answers in their place. Nothing more was sent. It goes on when {name} answers. Go to {name}, or use another router.',
      receiving:
        'Somebody stands between you and {name}, or answers in their place. Nothing was taken from them; what has arrived is kept. It goes on when {name} answers.',
    },
    'no-proof': {
      sending:
        'What answers in the place of {name} does not prove who it is. Nothing more was sent. This is tried again by itself.',
      receiving:
        'What answers in the place of {name} does not prove who it is. What has arrived is kept. This is tried again by itself.',
    },
    'blocked-here': {
      sending:
        'This browser can find no way to another device just now: a VPN, a filter, or a setting of the browser prevents it. Switch it off; this is tried again by itself.',
      receiving:
        'This browser can find no way to another device just now: a VPN, a filter, or a setting of the browser prevents it. Switch it off; this is tried again by itself.',
    },
    'blocked-there': {
      sending:
        'Something on the other device prevents a connection: a VPN, a filter, or a setting of its browser. Ask the person to switch it off; this is tried again by itself.',
      receiving:
        'Something on the other device prevents a connection: a VPN, a filter, or a setting of its browser. Ask the person to switch it off; this is tried again by itself.',
    },
    'no-path': {
      sending:
        'Both devices are there, but nothing gets through between them. If one of them has a VPN or a filter, switch it off. This is tried again by itself.',
      receiving:
        'Both devices are there, but nothing gets through between them. If one of them has a VPN or a filter, switch it off. This is tried again by itself.',
    },
    'no-answer': {
      sending:
        'The other device is not answering: its screen may be off, or nothing gets through to it. It goes on as soon as it answers.',
      receiving:
        'The other device is not answering: its screen may be off, or nothing gets through to it. It goes on as soon as it answers.',
    },
    'storage-failed': {
      sending: 'The other device could not store more. It goes on when the person there presses Resume.',
      receiving: 'This browser could not store more. Press Resume, or reload the page first.',
    },
    'storage-full': {
      sending: 'The other device is full. It goes on when the person there has freed some space and presses Resume.',
      receiving: 'Your device is full. Free some space, then press Resume.',
    },
    'hash-failed': {
      sending:
        'A page could not load the part that checks files. Reload it on both devices near a router, then press Resume.',
      receiving:
        'A page could not load the part that checks files. Reload it on both devices near a router, then press Resume.',
    },
    'source-unreadable': {
      sending:
        'A file can no longer be read: it was moved or deleted, or its drive was taken out. Choose it again; what has already arrived is not sent twice.',
      receiving:
        'A file can no longer be read on the other device. It goes on when the person there has chosen it again.',
    },
    'page-failed': {
      sending: 'Something went wrong in one of the two pages. Reload it on both devices, then press Resume.',
      receiving: 'Something went wrong in one of the two pages. Reload it on both devices, then press Resume.',
    },
  },
  reopenHelp:
    'This page was reloaded. Press “Continue” and allow the files to be read; what has already arrived is not sent twice.',
  needsFilesHelp: 'This page was reloaded. Choose the same files again; what has already arrived is not sent twice.',

  secure: {
    title: 'Secure address',
    works:
      'This browser trusts this router. At its secure address the app can be installed, opens without a network, and takes very large files.',
    stays: 'Your name goes with you. Files that you received stay here: save them first.',
    busy: 'What is not finished above cannot go with you. Finish it or cancel it first.',
    go: 'Go to the secure address',
    trust: 'Do you use Hikyaku often? Here is how to install it.',
    expired: 'The certificate of this address has ended',
    expiredHelp:
      'That is why no router can be reached from here. Open the plain address instead; it always works. What you received stays here.',
    takeOver: 'Go on here as {name}?',
    takeOverHelp:
      'You come from {address}. If you were there just now, go on: the others see you as the same person. If not, start anew.',
    takeOverYes: 'Go on',
    takeOverNo: 'Start anew',
  },
  inbox,

  sayDeparting: '{files} to {names}, leaving in {time}. Escape undoes this.',
  sayOffer: '{name} wants to send you {files}.',
  saySent: 'Sent to {name}: {title}.',
  saySaved: 'Arrived from {name}: {title}. Save it to your device now.',
  sayDeclined: '{name} declined {title}.',
  sayEnded: '{title}: {phase}. {reason}',
};
