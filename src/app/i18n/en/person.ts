import type { BlockingWords, PersonWords } from '../words/person.ts';

export const person: PersonWords = {
  title: 'People',
  list: 'Known and blocked people',
  known: 'People you know',
  blocked: 'Blocked',
  nobody: 'Nobody yet',
  nobodyHelp: 'People whom you make sure of, and those whom you block, are listed here.',
  knownSince: 'Known since {date}',
  blockedSince: 'Blocked since {date}',
  callsItself: 'The device calls itself {name}.',
  stranger: 'You have not made sure of this person',
  strangerHelp: 'Anybody can use any name. When you stand beside each other, make sure that it is them.',
  isNotHelp:
    'It is another device. {name}, whom you made sure of, called themselves {called}. Take nothing from this one that you would take only from them.',
  unknown: 'This person is not here, and you do not know them.',

  between: 'Conversation',
  nothingYet: 'Nothing has gone between you yet.',
  earlier: { one: 'Show # earlier', other: 'Show # earlier' },
  saveAllNamed: 'Save all: {name}',
  fromYou: 'You sent',
  fromThem: 'They sent',

  forgetSent: 'Delete the list of what you sent',
  forgetSentHelp:
    'This device remembers for a month what you sent to this person: names, sizes and times. What they sent you is under Received.',
  forgetSentAsk: 'Delete this list? It cannot be undone. What you received stays.',

  forgetMessages: 'Delete all messages with {name}',
  forgetMessagesAsk:
    'Messages with {name} and the files in them go from this device. What you have not saved, and what no router has taken yet, is lost. {name} keeps theirs.',
  messagesStay:
    'Not everything could be deleted: this browser refuses. Close this page, open it again and try once more.',

  more: 'More about this person',
  notHere: '{name} is not here now.',
  notHereHelp:
    'When they join this Wi-Fi and open this page, they are here again. What is not finished then goes on by itself.',

  rename: 'Rename',
  renameLabel: 'What you call them',
  renameHint: 'Only you see this name.',
  forget: 'Forget',
  forgetAsk:
    'Then {name} is new to you again. Messages with {name} and the files in them go from this device. What is under Received stays. To know them again, make sure once more.',
  block: 'Block',
  unblock: 'Unblock',
  unblockNamed: 'Unblock {name}',
  blockedHelp: 'Nothing of them reaches you, and nothing can be sent to them. To send something, unblock them first.',
  no: 'Back',

  unasked: 'Accept without asking',
  unaskedHelp: {
    other:
      'You are still asked about anything larger, or more than # files. In one day, at most ten times this size is accepted without asking.',
  },
  unaskedRoom:
    'This browser does not say how much room is left, so you are also asked about everything larger than {size}.',
  never: 'Never',
  upTo: 'Up to {size}',
};

export const blocking: BlockingWords = {
  ask: 'Then nothing of {name} reaches you, and what is under way between you stops. They are not told: to them you seem to be away. You can undo this at any time.',
  yes: 'Block',
  no: 'Back',
};

export const notKept =
  'This browser could not store everything about people. When you close or reload this page, it is forgotten.';
