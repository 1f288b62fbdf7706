import type { InboxWords } from '../words/inbox.ts';

export const inbox: InboxWords = {
  back: 'Back',
  empty: 'Nothing here yet',
  emptyHelp: 'What others send you stays here until you delete it.',
  gone: 'This was deleted',
  stays: 'They stay in this app until you delete them.',
  mayGoSoon:
    'They stay in this app until you delete them, but Safari clears them after seven days of use without a visit to this page. Save what matters to your device.',
  mayGo:
    'They stay in this app until you delete them, but the browser may clear them when space runs short. Save what matters to your device.',
  where: {
    arrived: 'Arrived',
    saved: 'Saved to your device',
    onlyHere: 'Only in this app',
  },
  today: 'Today',
  yesterday: 'Yesterday',
  chooseSeveral: 'Choose several',
  endChoosing: 'Done',
  chosen: { one: '# file chosen', other: '# files chosen' },
  someSaved: '{done} of {total} saved to your device',
  savingSome: 'Saving: {done} of {total}',
  arrived: '{done} of {total} has arrived',
  expires: 'Deleted by itself after {date} if it does not go on.',
  askUnfinished: 'What has arrived so far is deleted. The transfer ends for both sides.',

  storage: 'Storage',
  allowed: 'The browser lets this app store about {size} more. Your device may have less room than that.',
  short: 'Little room is left',
  shortHelp: 'New files may not fit. Delete what you no longer need here.',

  remove: 'Delete',
  removeNamed: 'Delete {name}',
  removeAll: 'Delete all',
  removeSaved: 'Delete these copies',
  removeSavedHelp: 'Saved to your device: {files}, {size}. Deleting the copies here changes nothing there.',
  ask: {
    saved: 'This deletes the copies in this app; those on your device stay. For 24 hours you can undo it.',
    unsaved: {
      one: '# file may not be on your device yet. For 24 hours you can undo this; then it is gone.',
      other: '# files may not be on your device yet. For 24 hours you can undo this; then they are gone.',
    },
  },
  askPurge: {
    saved: 'The copies in this app are gone at once and cannot be brought back. Those on your device stay.',
    unsaved: {
      one: '# file may not be on your device. It is gone at once and cannot be brought back.',
      other: '# files may not be on your device. They are gone at once and cannot be brought back.',
    },
  },
  deletedHelp: 'Until they go, they take room as before.',
  deletedNone: 'Nothing is waiting to be deleted.',
  goes: 'Goes for good on {date}.',
  undo: 'Undo',
  undoNamed: 'Undo: {name}',
  purge: 'Delete now for good',
  purgeHelp: 'Recently deleted, and still taking room: {files}, {size}.',

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
