/** Messages between the page and the bag in its worker. Both ends are built together, so they are typed and not parsed. */
import type { EventId, Rumor } from '../../protocol/event.ts';
import type { PublicKey, SecretKey } from '../../protocol/keys.ts';
import type { DeviceId } from '../../protocol/signaling.ts';
import type { Topic } from '../../words/post.ts';
import type { AttachmentView, CarriedView, HolderFacts, HolderState, MessageView, PostView } from './views.ts';

/** Why something was not said: nothing of it is kept. `no-key`: nobody here knows how to seal a letter to that device. */
export type NotSaid = 'too-long' | 'file-too-large' | 'too-many-files' | 'unreadable' | 'no-room' | 'no-key';

/** A file that goes along. */
export type FileToSay = {
  readonly blob: Blob;
  readonly name: string;
  readonly type: string;
  /** A small picture of it: a JPEG of at most `MAX_PICTURE_BYTES`. */
  readonly picture?: Uint8Array<ArrayBuffer>;
};

/** The router at which this page is. */
export type OwnRouter = {
  readonly id: string;
  readonly name: string;
  /** Its address up to the last slash: everything else is found from there. */
  readonly base: string;
};

/** Who is here, and where. */
export type SituationMessage =
  /** Comes first: by which this device is itself. */
  | { readonly type: 'own'; readonly secret: SecretKey; readonly name: string }
  | { readonly type: 'name'; readonly name: string }
  /** `undefined` while the page has no router. `again`: how often it has lost it and found one; another number, another line. */
  | { readonly type: 'router'; readonly router: OwnRouter | undefined; readonly again?: number }
  /** The network has changed, or the page was woken: a line may be dead that seems to stand. */
  | { readonly type: 'moved' }
  /** Devices that can be reached now. */
  | { readonly type: 'present'; readonly peers: readonly DeviceId[] }
  /** The whole keys of people who were made sure of, and those from whom nothing is taken. */
  | {
      readonly type: 'regard';
      readonly known: readonly PublicKey[];
      readonly blocked: readonly DeviceId[];
      /** For a while nobody unknown is answered; these are not unknown. */
      readonly closedTo?: { readonly allBut: readonly DeviceId[] };
    };

/** What the engine passes from a link (`engine/words/passing.ts`). */
export type PassedMessage =
  | { readonly type: 'met'; readonly key: PublicKey }
  | { readonly type: 'word'; readonly key: PublicKey; readonly event: Rumor }
  | { readonly type: 'heard'; readonly peer: DeviceId; readonly id: EventId }
  | { readonly type: 'unpassed'; readonly ids: readonly EventId[] };

/** What the person here does. */
export type PersonMessage =
  /** `key` and `name`: of the other one, if the page knows them. Answered by `said`. */
  | {
      readonly type: 'say';
      readonly request: number;
      readonly to: DeviceId;
      readonly key?: PublicKey;
      readonly name?: string;
      readonly text: string;
      readonly files: readonly FileToSay[];
    }
  /** Answered by `said`. */
  | {
      readonly type: 'post';
      readonly request: number;
      readonly text: string;
      readonly topic: Topic;
      readonly days: number;
      readonly files: readonly FileToSay[];
      readonly replyTo?: EventId;
    }
  | { readonly type: 'take-back' | 'again' | 'forget'; readonly id: EventId }
  /** All that was said with somebody, and its files. Answered by `forgotten`. */
  | { readonly type: 'forget-all'; readonly request: number; readonly with: DeviceId }
  | { readonly type: 'read'; readonly from: DeviceId }
  /** The bytes of a file, or of the small picture of it. Answered by `bytes`. */
  | {
      readonly type: 'attachment' | 'thumb';
      readonly request: number;
      readonly of: EventId;
      readonly file: AttachmentView;
    }
  | { readonly type: 'throw-away' }
  | { readonly type: 'take-letters'; readonly isOn: boolean }
  /** The board is on the screen, or no longer: only then is it told. */
  | { readonly type: 'look'; readonly isOn: boolean };

export type ToBag = SituationMessage | PassedMessage | PersonMessage;

export type FromBag =
  /** It listens. */
  | { readonly type: 'ready' }
  /** An error that nobody caught: the bag goes on. */
  | { readonly type: 'fault'; readonly name: string; readonly message: string }
  | { readonly type: 'holder'; readonly state: HolderState; readonly facts: HolderFacts }
  /** New or changed messages, and the ids of those that are gone. */
  | { readonly type: 'messages'; readonly put: readonly MessageView[]; readonly gone: readonly EventId[] }
  /** The same of posts; a post with its replies. `isWhole`: this is all that the router has. */
  | {
      readonly type: 'board';
      readonly put: readonly PostView[];
      readonly gone: readonly EventId[];
      readonly isWhole: boolean;
    }
  | { readonly type: 'carried'; readonly carried: CarriedView }
  | { readonly type: 'said'; readonly request: number; readonly not: NotSaid | undefined }
  /** False where the browser refuses: what it has stored stays. */
  | { readonly type: 'forgotten'; readonly request: number; readonly isWhole: boolean }
  | { readonly type: 'bytes'; readonly request: number; readonly blob: Blob | undefined }
  /** A link is wanted, from which the key of that device is learned; answered by `met`. */
  | { readonly type: 'meet'; readonly peer: DeviceId }
  /** To be said over a link; answered by `heard` or `unpassed`. */
  | { readonly type: 'pass'; readonly to: DeviceId; readonly event: Rumor }
  /** What somebody said over a link is stored. */
  | { readonly type: 'tell-heard'; readonly to: DeviceId; readonly id: EventId };
