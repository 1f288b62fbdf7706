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
  handedOver: 'Handed to your browser',
  onlyHere: 'Only in this app',
  someHandedOver: '{done} of {total} handed to your browser',

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
  removeSaved: 'Delete what you have saved',
  removeSavedHelp: '{files} ({size}) that were handed to your browser. What it saved on your device stays.',
  askSaved: 'This deletes the copies in this app. First see that the others are in Downloads or Files; those stay.',
  askUnsaved: {
    one: '# file may not be on your device yet. If so, deleting it here deletes it for good.',
    other: '# files may not be on your device yet. If so, deleting them here deletes them for good.',
  },

  share: 'Share',
  preview: 'Preview',
  openPdf: 'Open PDF',
  pdfHelp: 'Opens in a new tab, in the viewer of your browser.',
  pdfNoViewer: 'This browser cannot show PDF files. Save it to your device, then open it there.',
  cannotShow: 'This kind of file cannot be shown here. Save it to your device, then open it there.',
  pictureTooLarge: 'This picture is too large to be shown here. Save it to your device, then open it there.',
  showPicture: 'Show picture',
  showPictureHelp: 'How large it is shows only then. A very large picture can end this page; your files stay.',
  unreadable: 'This file cannot be read just now. Reload the page and try again.',
  beginning: 'This is only the beginning: {done} of {total}.',
  encoding: 'Text encoding',
  picture: 'Picture: {name}',
};
