/** Messages between the page and the engine in its worker. Both ends are built together, so they are typed and not parsed. */
import type { Verdict } from '../../protocol/compare.ts';
import type { EventId, Rumor } from '../../protocol/event.ts';
import type { Failure, ProofFailure } from '../../protocol/failure.ts';
import type { Fingerprints } from '../../protocol/fingerprint.ts';
import type { GroupSecret } from '../../protocol/groups.ts';
import type { PublicKey, SecretKey } from '../../protocol/keys.ts';
import type { WordMessage } from '../../protocol/passed-words.ts';
import type { Attention, ManifestEntry, Ranges } from '../../protocol/peer.ts';
import type { ConnectionId, DeviceId, Signal } from '../../protocol/signaling.ts';
import type { OfferView, Path, TransferKey, TransferView } from '../../transfer/view.ts';
import type { ComparisonView } from './comparison-view.ts';

/** One connection to a device, counted by the page. A later link to the same device replaces an earlier one once it is ready. */
export type LinkId = number & { readonly __brand: 'LinkId' };

/**
 * A data channel on its way to the worker: the channel itself where the browser can transfer it (Chrome 130,
 * Firefox 144, Safari 15), else a port to a bridge on the page.
 */
export type ChannelEnd = RTCDataChannel | MessagePort;

/**
 * A file that a person chose, and its manifest entry. `handle` opens it again on a later visit: the handle of the file
 * itself, or of the folder that holds it.
 */
export type SourceFile = { readonly file: File; readonly entry: ManifestEntry; readonly handle?: FileSystemHandle };

/** A device, and its name as the person here saw it. */
export type Recipient = { readonly peer: DeviceId; readonly peerName: string };

/** What the person here sends, and does for what they send. */
export type SendMessage =
  /** To one or several at once: those share what is read of the files. `note`: a line to them. */
  | {
      readonly type: 'send';
      readonly to: readonly Recipient[];
      readonly sources: readonly SourceFile[];
      readonly note?: string;
    }
  /** Sends the files of an ended transfer again, as a new transfer. */
  | { readonly type: 'retry'; readonly key: TransferKey }
  /** A small picture of one of the files for which `want-pictures` has asked. */
  | {
      readonly type: 'picture';
      readonly key: TransferKey;
      readonly file: number;
      readonly jpeg: Uint8Array<ArrayBuffer>;
    }
  /** Files that a person chose again for a transfer that needs them. */
  | {
      readonly type: 'attach';
      readonly request: number;
      readonly key: TransferKey;
      readonly sources: readonly SourceFile[];
    }
  /** Asks for the handles of a transfer that `canReopen`; or, after the person has allowed it, reads through them. */
  | { readonly type: 'handles' | 'reopen'; readonly request: number; readonly key: TransferKey };

/** What a person does with one transfer. */
export type PersonMessage =
  /** How far an offer has come with the person here: it stands on a visible page, and later it is touched. */
  | { readonly type: 'noticed'; readonly key: TransferKey; readonly attention: Attention }
  /** The small pictures of an offer may be shown: its person knows the sender, or wants to see them. */
  | { readonly type: 'look'; readonly key: TransferKey }
  /** `isUnasked`: the person was not asked, and has said before that this sender needs no question. */
  | { readonly type: 'accept'; readonly key: TransferKey; readonly files: Ranges; readonly isUnasked?: true }
  | { readonly type: 'decline' | 'pause' | 'resume' | 'cancel'; readonly key: TransferKey }
  /**
   * `hide` takes an ended transfer off the list; saved files stay. `delete` can be undone with `restore`, until
   * `purge`.
   */
  | { readonly type: 'hide' | 'delete' | 'restore' | 'purge'; readonly key: TransferKey }
  /** Files of a saved transfer that the browser was given, or that are known to be elsewhere. */
  | { readonly type: 'handed-over' | 'elsewhere'; readonly key: TransferKey; readonly files: Ranges };

/** Comes first: the key with which this device proves itself to others. */
export type OwnMessage = { readonly type: 'own'; readonly secret: SecretKey };

/** What the person here thinks of others. Comes after `own`, and again whenever it changes. */
export type RegardMessage = {
  readonly type: 'regard';
  /** The whole keys of people who were made sure of. */
  readonly known: readonly PublicKey[];
  /** People from whom nothing is taken, whatever was agreed before. */
  readonly blocked: readonly DeviceId[];
  /** True while nobody is heard but known people, and devices with which a transfer was agreed before. */
  readonly isClosed: boolean;
};

/** The groups of this device. Comes after `own`, and again whenever they change. */
export type GroupsMessage = {
  readonly type: 'groups';
  readonly own: readonly { readonly group: PublicKey; readonly secret: GroupSecret }[];
  /** True while this device is there for devices of its groups alone, and for those that it calls. */
  readonly onlyGroups: boolean;
};

/** News of links to other devices. The page makes them, because only a page can. See the drawing in `../README.md`. */
export type LinkMessage =
  /** Devices that can be reached now. */
  | { readonly type: 'present'; readonly peers: readonly DeviceId[] }
  /** The channels of a link that is being connected. They open later. */
  | {
      readonly type: 'link';
      readonly link: LinkId;
      readonly peer: DeviceId;
      readonly peerName: string;
      readonly connection: ConnectionId;
      readonly control: ChannelEnd;
      readonly bulk: ChannelEnd;
    }
  /**
   * The link is connected. `fingerprints`: of the two certificates, as this browser sees them; the other browser accepts
   * messages of up to `maxMessageBytes`.
   */
  | {
      readonly type: 'link-connected';
      readonly link: LinkId;
      readonly maxMessageBytes: number;
      readonly fingerprints: Fingerprints;
    }
  /** The bulk channel of lane number `lane` of a link. It opens later, or never. */
  | { readonly type: 'lane'; readonly link: LinkId; readonly bulk: ChannelEnd }
  /** A signal to pass to the other side, which sets up lane number `lane` with it. */
  | { readonly type: 'lane-signal'; readonly link: LinkId; readonly lane: number; readonly signal: Signal }
  | { readonly type: 'link-path'; readonly link: LinkId; readonly path: Path }
  | { readonly type: 'link-lost'; readonly link: LinkId; readonly cause: Failure }
  /** The link that `want-link` asked for could not be made. */
  | { readonly type: 'no-link'; readonly peer: DeviceId; readonly cause: Failure }
  /** The router holds back the call for `want-link`. The page repeats it by itself. */
  | { readonly type: 'link-held'; readonly peer: DeviceId };

/** Questions about the files of a saved transfer. */
export type FilesMessage =
  /** Asks for a stored file of a finished transfer (`index` into its accepted files), or for all of them as one zip. */
  | {
      readonly type: 'read';
      readonly request: number;
      readonly key: TransferKey;
      readonly what: number | 'zip';
      /** True when the file is only viewed: no reading continues after the transfer was forgotten. */
      readonly isGlance?: boolean;
    }
  /** Nobody waits for the answer to the `read` of that number any more: a zip that is being made for it alone is given up. */
  | { readonly type: 'stop-reading'; readonly request: number }
  | { readonly type: 'list'; readonly request: number; readonly key: TransferKey };

/** Two people make sure of each other: one at a time. */
export type MakeSureMessage =
  /** The person here asks for it, or agrees to what the other one asks. */
  | { readonly type: 'compare'; readonly peer: DeviceId; readonly peerName: string }
  /** What they say of the two screens. `cancelled`: nothing, not now, or that the result is read. */
  | { readonly type: 'compared'; readonly peer: DeviceId; readonly verdict: Verdict };

/** What the bag says to somebody who is here; the engine does not look into it. Answered by `heard` or `unpassed`. */
export type PassMessage = { readonly type: 'pass'; readonly peer: DeviceId; readonly message: WordMessage };

/** A link to somebody is wanted, to learn their key. Answered by `met`, or not at all. */
export type MeetMessage = { readonly type: 'meet'; readonly peer: DeviceId };

export type PageMessage =
  | OwnMessage
  | RegardMessage
  | GroupsMessage
  | MakeSureMessage
  | PassMessage
  | MeetMessage
  | SendMessage
  | PersonMessage
  | LinkMessage
  | FilesMessage;

/**
 * Where received bytes are kept. `records`: Blobs in IndexedDB; `buffers`: the same without Blobs; `memory`: where the browser
 * keeps nothing.
 */
export type StorageKind = 'opfs' | 'records' | 'buffers' | 'memory';

export type EngineMessage =
  /** The engine listens; the page may make links. */
  | { readonly type: 'ready'; readonly storage: StorageKind }
  /** An error that nobody caught: the engine goes on. */
  | { readonly type: 'fault'; readonly name: string; readonly message: string }
  /** Asks, before `ready`, if IndexedDB keeps Blobs; the answer is a boolean. */
  | { readonly type: 'try-blobs'; readonly answer: MessagePort }
  /** All devices with which a transfer was agreed before. */
  | { readonly type: 'known'; readonly peers: readonly DeviceId[] }
  /** A transfer waits for a device to which there is no link. */
  | { readonly type: 'want-link'; readonly peer: DeviceId }
  /** Much is sent over this link: lanes would help if its round trip is long. */
  | { readonly type: 'busy-link'; readonly link: LinkId }
  /** A signal from the other side, to set up lane number `lane`. */
  | { readonly type: 'lane-signal'; readonly link: LinkId; readonly lane: number; readonly signal: Signal }
  /** Nothing has moved on this link for a while: close it. */
  | { readonly type: 'idle-link'; readonly link: LinkId }
  /** What answered in place of a device has not proved to be it. Nothing was sent to it, and nothing of it is shown. */
  | { readonly type: 'not-proven'; readonly peer: DeviceId; readonly peerName: string; readonly cause: ProofFailure }
  /** How far the comparison is; `undefined`: there is none. */
  | { readonly type: 'comparison'; readonly comparison: ComparisonView | undefined }
  /** A device has proved to be itself, and to be in these groups of this device. */
  | { readonly type: 'members'; readonly peer: DeviceId; readonly groups: readonly PublicKey[] }
  /** There is a link to the device, which has proved to have that key. */
  | { readonly type: 'met'; readonly key: PublicKey }
  /** The device with that key says something to the person here. Tell it `heard` once that is stored. */
  | { readonly type: 'word'; readonly peer: DeviceId; readonly key: PublicKey; readonly event: Rumor }
  /** The device has stored the word with that id. */
  | { readonly type: 'heard'; readonly peer: DeviceId; readonly id: EventId }
  /** Those words do not come through: there is no link to the device, or its app is too old for them. */
  | { readonly type: 'unpassed'; readonly peer: DeviceId; readonly ids: readonly EventId[] }
  /** The link is useless: its other side breaks the protocol, or does not answer. Close it. */
  | { readonly type: 'drop-link'; readonly link: LinkId }
  /** New or changed transfers, and the keys of those that are gone. */
  | { readonly type: 'transfers'; readonly changed: readonly TransferView[]; readonly gone: readonly TransferKey[] }
  | { readonly type: 'offers'; readonly offers: readonly OfferView[] }
  /** A small picture of one file of an offer, as its sender made it: nobody has looked at what is in it. */
  | {
      readonly type: 'picture';
      readonly key: TransferKey;
      readonly file: number;
      readonly jpeg: Uint8Array<ArrayBuffer>;
    }
  /** The receiver of a transfer asks for small pictures of these files. */
  | {
      readonly type: 'want-pictures';
      readonly key: TransferKey;
      readonly files: readonly { readonly file: number; readonly blob: File }[];
    }
  | { readonly type: 'blob'; readonly request: number; readonly blob: Blob | Failure }
  /** `isSame`: the transfer has all its files now. `isNews`: it has more of them than before. */
  | { readonly type: 'attached'; readonly request: number; readonly isSame: boolean; readonly isNews: boolean }
  | { readonly type: 'handles'; readonly request: number; readonly handles: readonly FileSystemHandle[] }
  | { readonly type: 'listing'; readonly request: number; readonly entries: readonly ManifestEntry[] };
