import type { InboxMessages } from './inbox-messages.ts';

export const inbox: InboxMessages = {
  title: 'Received files',
  back: 'Back',
  sum: '{files} · {size}',
  empty: 'Nothing here yet',
  emptyHelp: 'What others send you stays here until you delete it.',
  gone: 'This was deleted',
  stays: 'They stay in this app until you delete them.',
  mayGo:
    'They stay in this app until you delete them, but the browser may clear them when space runs short. Save what matters to your device.',
  onDevice: 'On your device',
  onlyHere: 'Only in this app',
  someOnDevice: '{done} of {total} on your device',

  unfinished: 'Unfinished',
  arrived: '{done} of {total} has arrived',
  expires: 'Deleted by itself on {date} if it does not go on.',
  askUnfinished: 'What has arrived so far is deleted. The transfer ends for both sides.',

  storage: 'Storage',
  allowed: 'The browser lets this app store about {size} more. Your device may have less room than that.',
  short: 'Little room is left',
  shortHelp: 'New files may not fit. Delete what you no longer need here.',

  remove: 'Delete',
  removeNamed: 'Delete {name}',
  removeAll: 'Delete all',
  removeSaved: 'Delete what is on your device',
  removeSavedHelp: '{files} ({size}) that you have saved. The copies on your device stay.',
  askSaved: 'This deletes the copies in this app. Those on your device stay.',
  askUnsaved: {
    one: '# file is not on your device yet. Deleting it here deletes it for good.',
    other: '# files are not on your device yet. Deleting them here deletes them for good.',
  },

  share: 'Share',
  preview: 'Preview',
  openPdf: 'Open PDF',
  pdfHelp: 'Opens in a new tab, in the viewer of your browser.',
  pdfNoViewer: 'This browser cannot show PDF files. Save it to your device, then open it there.',
  cannotShow: 'This kind of file cannot be shown here. Save it to your device, then open it there.',
  pictureTooLarge: 'This picture is too large to be shown here. Save it to your device, then open it there.',
  unreadable: 'This file cannot be read just now. Reload the page and try again.',
  beginning: 'This is only the beginning: {done} of {total}.',
  encoding: 'Text encoding',
  picture: 'Picture: {name}',
};
