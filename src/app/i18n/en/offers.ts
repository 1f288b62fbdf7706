import type { OfferWords } from '../words/offers.ts';

export const offers: OfferWords = {
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
  sayOffer: '{name} wants to send you {files}.',
  declineAllOf: { other: 'Decline all # from this sender' },
  aboutSender: 'Who is this?',
  offered: {
    firstTime: 'You have not met before',
    exchanged: 'You have met before',
    writes: 'They write:',
    showPictures: 'Show pictures',
    showPicturesHelp: 'You do not know this sender, so their pictures come only when you ask.',
    pictures: 'Pictures',
    back: 'Back',
    chooseSome: 'Choose some',
    receiveAndSave: 'Receive and save',
  },
};
