/** Words of the questions that other people's offers put. */
import type { Forms } from './forms.ts';

export type OfferWords = {
  readonly incoming: string;
  readonly wantsToSend: string;
  readonly chooseAll: string;
  readonly chooseNone: string;
  readonly nothingStored: string;
  /** For a browser that keeps nothing: before accepting, and afterwards. */
  readonly fleeting: string;
  /** In place of that, while the sender does not answer. */
  readonly senderSilent: string;
  readonly accept: string;
  readonly decline: string;
  readonly waitingOffers: Forms;
  /** Offers of strangers that stand aside. `ask`: how many people. */
  readonly strangers: { readonly ask: Forms } & Readonly<
    Record<'help' | 'look' | 'lookAt' | 'declineAll' | 'later' | 'say', string>
  >;
  readonly sayOffer: string;
  /** How many offers of one sender wait, the one that is asked about included; always several. */
  readonly declineAllOf: Forms;
  /** Shows and hides what is known of the sender. */
  readonly aboutSender: string;
  /** What an offer says of its sender and its files. */
  readonly offered: {
    /** Nothing was exchanged with this device before; something was. */
    readonly firstTime: string;
    readonly exchanged: string;
    /** Before the line that the sender wrote. */
    readonly writes: string;
    /** Small pictures of a stranger come only when the person asks for them. */
    readonly showPictures: string;
    readonly showPicturesHelp: string;
    /** The name of the list of small pictures, and what ends the look at one of them. */
    readonly pictures: string;
    readonly back: string;
    /** Shows tick boxes, and hides them. */
    readonly chooseSome: string;
    /** Accepts, and saves to the device what has arrived. It must not hold the word of "Accept". */
    readonly receiveAndSave: string;
    /** An offer vanished before it was answered: its sender is away, or has stopped it. `{name}`. */
    readonly gone: string;
    readonly withdrawn: string;
    readonly close: string;
  };
};
