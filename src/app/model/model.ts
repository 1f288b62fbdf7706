/** The seam between the screens and everything behind them. Screens read signals and call actions; nothing else. */
import type { ReadonlySignal } from '@preact/signals';
import type { ComparisonView } from '../../engine/api/comparison-view.ts';
import type { Verdict } from '../../protocol/compare.ts';
import type { ProofFailure } from '../../protocol/failure.ts';
import type { PublicKey } from '../../protocol/keys.ts';
import type { Attention, Ranges } from '../../protocol/peer.ts';
import type { DeviceId, DeviceKind, RouterIdentity } from '../../protocol/signaling.ts';
import type { OfferView, TransferKey, TransferView } from '../../transfer/view.ts';
import type { StorageState } from '../device/storage.ts';
import type { OwnGroups } from '../groups/own-groups.ts';
import type { ClosedHour } from '../people/closed-hour.ts';
import type { People } from '../people/people.ts';
import type { ChosenFile } from './chosen-file.ts';
import type { Listed } from './presence.ts';
import type { Words } from './words.ts';

/**
 * Connection to the router. `outdated`: app and router speak different versions, a reload helps.
 * `replaced`: this device is open in a newer tab.
 */
export type Connection = 'connecting' | 'online' | 'reconnecting' | 'offline' | 'outdated' | 'replaced';

/**
 * `none`: no router answers. `no-socket`: it answers, but something (a proxy, a name that is not its own) blocks the
 * connection. `crowded`: it turned this page away, because too many are open (close code 4430).
 */
export type WhyOffline = 'none' | 'no-socket' | 'crowded';

export type { ChosenFile } from './chosen-file.ts';

/** The result of choosing files again: `some`: some of the missing files were among them. */
export type Attached = 'all' | 'some' | 'none';
/** The result of reopening files: `denied`: the person, or the browser, did not allow it. */
export type Reopened = 'all' | 'some' | 'none' | 'denied';

/** One stored file of a finished transfer. */
export type SavableFile = { readonly index: number; readonly path: string; readonly size: number };

/**
 * The result of saving. `saved`: written to the last byte where the person chose. `handed`: given to the browser or the
 * share sheet, which do not report the result. `aborted` is a person's own choice and needs no words.
 */
export type SaveResult = 'saved' | 'handed' | 'aborted' | 'failed' | 'storage-full';

/** JPEGs of a stranger's making, by the index of their file in an offer. */
export type Pictures = ReadonlyMap<number, Uint8Array<ArrayBuffer>>;

/** What answered in the place of a device has not proved to be it. */
export type NotProven = { readonly peer: DeviceId; readonly peerName: string; readonly cause: ProofFailure };

export type Warnings = {
  /** One for each device. */
  readonly shown: ReadonlySignal<readonly NotProven[]>;
  /** Of how many more devices there was the same to say. */
  readonly more: ReadonlySignal<number>;
  /** The person here has read them. */
  dismiss(): void;
};

export type Model = {
  readonly connection: ReadonlySignal<Connection>;
  /** Why it is offline, if that is known. */
  readonly whyOffline: ReadonlySignal<WhyOffline | undefined>;
  /** False where the browser has no WebRTC: the app says so, lists devices, and cannot send or receive. */
  readonly canTransfer: boolean;
  readonly router: ReadonlySignal<RouterIdentity | undefined>;
  /** By which this device is itself: no router can say another. */
  readonly ownKey: PublicKey;
  readonly ownName: ReadonlySignal<string>;
  /** True until the person has chosen their name, or was asked for it. */
  readonly asksName: ReadonlySignal<boolean>;
  readonly ownKind: DeviceKind;
  /** Whom the owner of this device knows, and whom they have blocked. */
  readonly people: People;
  /** Whether people whom they do not know are kept out for a while. */
  readonly closed: ClosedHour;
  readonly groups: OwnGroups;
  /** Those in which a device is, as far as it has shown that; reads signals. */
  groupsOf(id: DeviceId): readonly { readonly group: PublicKey; readonly name: string }[];
  /** Devices in reach without this one, each in its place; while the list is held, also those that have left. */
  readonly devices: ReadonlySignal<readonly Listed[]>;
  /** How many devices in reach the router has not listed. */
  readonly moreDevices: ReadonlySignal<number>;
  /** All transfers, newest first, including hidden and deleted ones (`kept` says so). */
  readonly transfers: ReadonlySignal<readonly TransferView[]>;
  /** True when `transfers` includes earlier visits: before that, nobody knows what is missing. */
  readonly isRestored: ReadonlySignal<boolean>;
  /** Offers that wait for an answer, oldest first. */
  readonly offers: ReadonlySignal<readonly OfferView[]>;
  /** Small pictures of what is on offer, by file, as their sender made them: decode them with care. */
  readonly pictures: ReadonlySignal<ReadonlyMap<TransferKey, Pictures>>;
  /** Two people who make sure of each other, one of them here. */
  readonly comparison: ReadonlySignal<ComparisonView | undefined>;
  /** About devices that did not prove who they are. */
  readonly warnings: Warnings;
  readonly words: Words;

  rename(name: string): void;
  /** The person was asked for their name: once is enough. */
  nameAsked(): void;
  /** Keeps all devices in their places, even those that leave, while a person is about to press one of them. */
  hold(isHeld: boolean): void;
  /** `note`: a line that goes along, `MAX_NOTE_LENGTH` at most. */
  /** Parts the list anew, with who became known meanwhile. Call it when the list comes to the eye. */
  arrange(): void;
  send(files: readonly ChosenFile[], to: readonly DeviceId[], note?: string): void;
  /** Asks the sender of an offer for its small pictures: the person here knows them, or wants to see what it is. */
  look(key: TransferKey): void;
  /** Accepts the given files of an offer (indices into `entries`). */
  accept(key: TransferKey, files: Ranges): void;
  /** How far an offer has come with the person here; its sender is told. */
  notice(key: TransferKey, attention: Attention): void;
  decline(key: TransferKey): void;
  /** Asks the person of `peer` to compare, or agrees to what they ask. A comparison with somebody else ends. */
  compare(peer: DeviceId): void;
  /** What the person here says of both screens. `cancelled` also puts away a comparison that has ended. */
  compared(peer: DeviceId, verdict: Verdict): void;
  /** Pauses for both sides; either side may resume. */
  pause(key: TransferKey): void;
  /** Ends a pause, or resumes after an interruption without waiting. */
  resume(key: TransferKey): void;
  cancel(key: TransferKey): void;
  /**
   * Gives a transfer that `needsFiles` the files that a person chose again. It takes those with the same paths, sizes
   * and dates, and goes on when it has all.
   */
  attach(key: TransferKey, files: readonly ChosenFile[]): Promise<Attached>;
  /** Reopens the files of a transfer that `canReopen`; the browser asks the person. Call it from a tap. */
  reopen(key: TransferKey): Promise<Reopened>;
  /** Removes a finished transfer from the list. Received files stay. */
  hide(key: TransferKey): void;
  /** Moves a received transfer to the trash; `restore` brings it back within a day, and `purge` frees it for good. */
  remove(key: TransferKey): void;
  restore(key: TransferKey): void;
  purge(key: TransferKey): void;
  /** The person has seen these files among the browser's downloads. */
  confirm(key: TransferKey, files: Ranges): void;
  /** Sends the same files to the same device again, after the transfer failed; only while the page still holds them. */
  retry(key: TransferKey): void;
  savableFiles(key: TransferKey): Promise<readonly SavableFile[]>;
  /** Downloads one stored file under its exact name. Call it from a tap. */
  saveFile(key: TransferKey, index: number): Promise<SaveResult>;
  /**
   * Hands over the stored files, or `only` those with these indices, one after the other; present where that works. Call
   * it from a tap.
   */
  readonly saveEach: ((key: TransferKey, only?: readonly number[]) => Promise<SaveResult>) | undefined;
  /** Downloads all stored files: a single one as itself, several as one zip, which `signal` gives up. Call it from a tap. */
  saveAll(key: TransferKey, signal?: AbortSignal): Promise<SaveResult>;
  /** Writes all stored files into a folder that the person picks; present where the browser can. Call it from a tap. */
  readonly saveToFolder: ((key: TransferKey) => Promise<SaveResult>) | undefined;
  /** A stored file to view; `undefined` when it cannot be read. It stays on disk, whatever its size. */
  glance(key: TransferKey, index: number): Promise<Blob | undefined>;
  /** True when `shareFile` may work for a file with this name. */
  canShare(path: string): boolean;
  /** Gives a stored file to another app through the system's share sheet. Call it from a tap. */
  shareFile(key: TransferKey, index: number): Promise<SaveResult>;
  /** `undefined` when the browser does not tell (plain HTTP). */
  storage(): Promise<StorageState | undefined>;
  /** Takes the app over from another tab after `replaced`. */
  takeOver(): void;
  /** Stops everything for good, before stored data is removed. Others see at once that this device has left. */
  end(): void;
};
