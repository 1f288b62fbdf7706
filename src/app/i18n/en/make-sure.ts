import type { MakeSureWords } from '../words/make-sure.ts';

export const makeSure: MakeSureWords = {
  button: 'Make sure',
  ways: {
    title: 'Make sure that this is {name}',
    help: 'Stand beside each other, so that you can see both screens.',
    compare: 'Compare pictures',
    compareHelp: 'Ten seconds, and both of you are sure.',
    photo: 'Take a photo of their code',
    photoHelp: 'They press “Make sure” and “Show my code”. You are sure then, they are not yet.',
    mine: 'Show my code',
    mineHelp: 'For others to take a photo of.',
  },
  waysAny: {
    title: 'Make sure by a photo',
    help: 'Stand beside each other. To compare pictures, choose the person in the list of devices first.',
  },

  calling: { title: 'Connecting to {name}', help: 'This takes some seconds.' },
  asking: { title: 'Now look at the screen of {name}', help: 'They are asked, and press “Accept”.' },
  asked: {
    title: '{name} wants to make sure that you are you',
    help: 'Stand beside each other. Both screens then show four pictures and a number, and you compare them.',
    accept: 'Accept',
    notNow: 'Not now',
  },
  agreed: { title: 'One moment', help: 'The pictures appear on both screens.' },
  code: {
    title: 'Do both screens show the same?',
    help: 'Look at both screens, or read it aloud to each other: all four pictures, and the number.',
    pictures: 'Pictures',
    number: 'Number: {digits}',
    same: 'They are the same',
    different: 'They are not the same',
    saidHere: 'You said: the same. Waiting for {name}.',
    saidThere: '{name} said: the same. And you?',
  },
  known: {
    title: 'You know {name} now',
    help: 'From now on this device recognises the one of {name}, whatever others call themselves.',
    oneSided: '{name} is not sure of you yet: show them your code, or compare pictures.',
    label: 'What you call them',
    labelHint: 'Only you see this name.',
    done: 'Done',
  },

  different: {
    title: 'Do not send anything to this device',
    me: 'The two screens are not the same. The device that is called {name} here may not be theirs: somebody may sit between you, and read or change what you send to each other.',
    peer: '{name} says that the two screens are not the same. The device that is called {name} here may not be theirs: somebody may sit between you, and read or change what you send to each other.',
    broken:
      'The device that is called {name} here did not answer as an honest one does. It may not be theirs: somebody may sit between you, and read or change what you send to each other.',
    unproven:
      'What answers here is not the device that is called {name}. Somebody may sit between you, and read or change what you send to each other.',
    other:
      'This is the code of another device than the one that is called {name} here. It may not be theirs: somebody may sit between you, and read or change what you send to each other.',
    nothingSent: 'Nothing was sent now.',
    what: 'What to do',
    steps: [
      'Tell {name} right away.',
      'Perhaps one of you looked at something else: try once more, and read it aloud.',
      'If it is not the same again, give files to each other in another way, and tell whoever looks after this Wi-Fi.',
    ],
  },
  block: 'Block this device',
  failed: {
    refused: { title: '{name} did not accept', help: 'Ask them, and try again.' },
    cancelled: { title: '{name} stopped', help: 'You are not sure of each other yet. Talk to them, and try again.' },
    late: {
      title: 'It took too long',
      help: 'You are not sure of each other yet. Try again when you stand beside each other.',
    },
    lost: {
      title: 'The connection broke',
      help: 'You are not sure of each other yet. Keep this page open on both screens, and try again.',
    },
    unreachable: { title: '{name} cannot be reached', help: 'Keep this page open on both screens, and try again.' },
    outdated: { title: 'One of the two pages is old', help: 'Reload the page on both devices, and try again.' },
  },

  mine: {
    title: 'My code',
    help: 'The other person presses “Make sure” and takes a photo of this. Then they are sure of you. To be sure of them, take a photo of theirs.',
    picture: 'Code of this device',
  },
  photo: {
    title: 'Take a photo of their code',
    help: 'On their screen: “Make sure”, then “Show my code”. The code should fill half of your photo.',
    take: 'Take a photo',
    looking: 'Looking at the photo…',
  },
  noPerson: {
    nothing: {
      title: 'No code was found in this photo',
      help: 'Go closer, until the code fills half of the photo. Hold still, keep lamps and the sun off the glass, and make the other screen brighter.',
    },
    unreadable: { title: 'This photo cannot be opened', help: 'Take another one.' },
    missing: {
      title: 'A part of this page did not arrive',
      help: 'Photos cannot be read without it. Stay near the router, and reload this page; or compare pictures.',
    },
    foreign: { title: 'This is another kind of code', help: 'On their screen: “Make sure”, then “Show my code”.' },
    own: { title: 'This is your own code', help: 'Take a photo of the other screen.' },
    absent: {
      title: 'This person is not here',
      help: 'Their code is right, but their device is not in reach. Both of you open this page in the same Wi-Fi.',
    },
    blocked: { title: 'You have blocked this person', help: 'Unblock them first, under “People”.' },
  },

  again: 'Try again',
  cancel: 'Cancel',
  close: 'Close',
};
