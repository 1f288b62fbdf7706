import type { ChoiceWords } from '../words/choice.ts';

export const choice: ChoiceWords = {
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
  namesTooMuch: 'The names of these files are too long together. Choose a part of them, and the rest after that.',
  nothingThere: 'No files were found there.',
  count: {
    photos: { one: '# photo', other: '# photos' },
    videos: { one: '# video', other: '# videos' },
    media: { one: '# photo or video', other: '# photos and videos' },
  },
  dated: '{files} ({days})',
  span: '{from} – {to}',
  firstAndMore: { other: '{name} and # more' },
  onlyFiles: 'Empty folders, and links within a folder, are not sent.',
  tray: 'Ready to send',
  trayLeaving: 'Sending soon',
  remove: 'Remove {name}',
  removeAll: 'Remove all',
  lookAtFiles: 'Look at the files',
  trayDone: 'Done',
  everybody: 'Everybody',
  allOf: 'All of {place}',
  selected: { one: '# device chosen', other: '# devices chosen' },
  send: 'Send',
  undo: 'Undo',
  sendNow: 'Send now',
  leavesIn: 'leaves in {time}',
  leftNow: 'No longer here: {names}.',

  sayDeparting: '{files} to {names}, leaving in {time}. Escape undoes this.',
  madeOfText: 'Your text is now the file {name}.',
  namesAndMore: { other: '{names} and # more' },
  toPeople: { one: 'to # person: {names}', other: 'to # people: {names}' },
  addNote: 'Add a few words',
  note: 'A few words to go with it',

  nameLabel: 'Your name',
  nameHint: 'Others find you by this name.',
  nameSave: 'Save name',
  nameBack: 'Back',

  missed: 'Nothing was sent to {names}: no longer here.',
  moreDevices: {
    one: '# more device is in reach and not shown: the list is full.',
    other: '# more devices are in reach and not shown: the list is full.',
  },
  shareLost: 'What you shared could not be kept on this device. Choose the files here instead.',
  dropHere: 'Drop here to send',
  pressSeveral: 'Press everybody who should get the files, then “Send”.',
  pressAlso: 'Press somebody else to send them these, too.',
};
