import type { ForgetWords } from '../words/forget.ts';

export const forget: ForgetWords = {
  button: 'Forget everything Hikyaku keeps on this device',
  buttonHelp: 'For a device that you lend, give back or may lose: what stays here can be removed.',

  title: 'Forget everything Hikyaku keeps on this device?',
  where: 'This removes what this browser keeps for {address}. It cannot be undone.',
  lost: 'What is lost',
  unsaved: {
    one: '# received file that may not be on your device yet. Save it first if you need it.',
    other: '# received files that may not be on your device yet. Save them first if you need them.',
  },
  saved: {
    one: 'The copy here of # received file. The one on your device stays.',
    other: 'The copies here of # received files. Those on your device stay.',
  },
  receivedUnknown: 'All files received here. How many there are cannot be said just now.',
  underWay: {
    one: '# transfer that is not finished. It ends now, and cannot go on later.',
    other: '# transfers that are not finished. They end now, and cannot go on later.',
  },
  unsent: 'The files that wait here to be sent.',
  people: {
    one: 'Whom you know or have blocked: # person. To this device they are a stranger then.',
    other: 'Whom you know or have blocked: # people. To this device they are strangers then.',
  },
  groups: {
    one: '# group. To be in it again you need its code.',
    other: '# groups. To be in them again you need their codes.',
  },
  words: 'Your messages and posts, and what you carry for others.',
  name: 'Your name, {name}. Others will see a new device.',
  app: 'The app itself, where it is kept to open without a router.',
  stays: 'What stays elsewhere',
  staying: [
    'On this device: files that you have saved, the history of the browser, and its permissions. Remove these in the device’s own apps and settings.',
    'On this device: what another browser, another address of the router, or an app on the home screen keeps. Forget it there, too.',
    'On routers: your posts until their time is over, and sealed letters until they arrive. You disappear from their lists at once.',
    'On other devices: what you sent them, and your name beside it.',
  ],
  yes: 'Forget everything',
  no: 'Keep',

  removing: 'Forgetting everything',
  removingHelp: 'This takes a few seconds. Keep this page open.',
  done: 'Hikyaku has forgotten everything here',
  doneHelp: 'Nothing of this app is kept here for {address} any more.',
  notAll: 'Hikyaku could not forget everything',
  left: {
    databases:
      'Not removed: your name, who you are to others, whom you know, your groups, and the lists of what you sent and received.',
    worker: 'Not removed: the part of the app that opens without a router, and its notices.',
    texts: 'Not removed: the language that was chosen, and until when only known people are let in.',
    files: 'Not removed: received files.',
    caches: 'Not removed: the kept copy of the app. It tells nothing about you.',
  },
  leftHelp:
    'Close all other tabs of this page and try again. If that does not help, remove the site data of {address} in the settings of the browser.',
  afterwards: 'You can close this page now. To use Hikyaku again, the device has to be in the Wi-Fi of a router.',
  again: 'Try again',
  begin: 'Start as a new device',
};
