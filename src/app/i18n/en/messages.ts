import type { CarriedWords, MessageWords } from '../words/messages.ts';

export const messages: MessageWords = {
  title: 'Messages',
  unread: { one: '# new message', other: '# new messages' },
  sayNew: 'New message from {name}',
  mine: 'You: {text}',

  write: 'Message',
  send: 'Send message',
  attach: 'Attach files',
  paste: 'Paste',
  useChosen: 'Put into a message',
  goesNow: '{name} is here: a message arrives at once.',
  isLeft:
    'A message is left with the router, sealed: only {name} can read it, when they come to this or another router.',
  isKept: 'No router takes messages now. Yours stays on this device, which brings it to the next router.',
  isNotKept:
    'This browser keeps nothing for this page. What no router has yet is lost when you close it, and so are answers.',

  tooLong: 'This text is too long: {size} at most.',
  tooLarge: '{name} is too large: {size} at most. Larger files can be sent while both of you are here.',
  tooMany: { one: 'At most # file at once.', other: 'At most # files at once.' },
  offered: 'Files of more than {size} are sent beside the message, and the other person is asked first.',
  notSaid: {
    unreadable: 'A file could not be read. Remove it and choose it again.',
    'no-room': 'There is no room left on this device. Delete something first.',
    elsewhere: 'Hikyaku is open somewhere else now. Look there whether this has been sent.',
    'no-key': 'This device cannot seal anything for them yet. That is possible once you have both been here.',
  },

  progress: {
    sending: 'Sending',
    kept: 'Kept on this device until a router takes it',
    left: 'Left with the router',
    carried: 'Other phones and routers carry it',
    arrived: 'Arrived',
    undelivered: 'Not delivered after {days}',
    refused: 'Not taken by the router',
  },
  days: { one: '# day', other: '# days' },
  help: {
    quota: 'This device has left as much as one may here. Wait until something of it has arrived.',
    full: 'The router has no room. Try again later, or at another router.',
    pace: 'That was a lot in one minute. Try again in a moment.',
    large: 'It is too large for this router. Send less at once.',
    gone: 'It was taken back, or its time is over.',
    removed: 'An operator of the router removed it. This device brings it to the next router.',
    other: 'Try again at another router.',
  },
  again: 'Try again',
  copy: 'Copy',
  copied: 'Copied',
  notCopied: 'This browser does not let the page copy. Press and hold the text instead.',
  open: 'Open link',
  removeAsk: 'Delete this message on this device? {name} keeps theirs.',
  look: 'Look at {name}',
  fetching: 'Fetching the file…',
  nowhere: 'Nobody in reach has this file now. Try again later.',
  lacking: 'Not all of this message is here yet.',
};

export const carried: CarriedWords = {
  title: 'What you carry for others',
  letters: { one: '# sealed letter', other: '# sealed letters' },
  posts: { one: '# post of the board', other: '# posts of the board' },
  postsOf: '{posts} ({places})',
  nothing: 'Nothing at the moment.',
  help: 'Your device takes letters and posts along to the next router. Nobody on the way can read the letters.',
  throwAway: 'Throw it away',
  throwAwayAsk:
    'Throw away what you carry for others? If nobody else carries it, it does not arrive. Your own messages and posts stay. What is new is taken along again, and the board comes back when you look at it.',
  takes: 'Take letters of others along',
  takesHelp: 'They need little room. Posts of the board are always taken along.',
};
