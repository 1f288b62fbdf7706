/** English. Texts named in docs/names.md are relied on by tests outside the repository. */
import type { FirstWords } from '../words/first-screen.ts';
import { pictures } from './pictures.ts';
import { shell } from './shell.ts';

export const first: FirstWords = {
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
  withoutInternet: 'no Internet',
  tabs: 'Screens',
  people: 'People',
  bringIn: 'Bring somebody in',
  sections: { known: 'Known', recent: 'Recent', here: 'Here', new: 'Just came' },
  board: 'Board',
  received: 'Received',
  notSavedYet: { one: '# not saved yet', other: '# not saved yet' },

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

  chooseFiles: 'Choose files',
  chooseFolder: 'Choose folder',
  takePhoto: 'Take a photo',
  dropHint: 'or drop files anywhere on this page',
  looking: 'Looking at the files…',
  files: { one: '# file', other: '# files' },
  more: { other: 'and # more' },

  devices: 'Devices',
  pressToChoose: 'Press a name to send something.',
  pressToSend: 'Now press who should get the files.',
  several: 'Send to several',
  hasLeft: 'no longer here',
  kind: { phone: 'Phone', tablet: 'Tablet', computer: 'Computer', device: 'Device' },
  away: 'away for a moment',
  behind: 'at {router}',
  devicesLater: 'Devices appear here once you are connected.',

  outdated: 'This page is older than the router',
  outdatedHelp: 'Save the files you received, then load the page again.',
  reload: 'Reload',
  replaced: 'Hikyaku is open somewhere else',
  replacedHelp:
    'It is open in another tab, at its other address, or on a device with a copy of this one’s data. Only one at a time can send and receive.',
  useHere: 'Use here',

  shell,
};
