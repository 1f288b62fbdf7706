/** The seam between the screens and everything behind them. Screens read signals and call actions; nothing else. */
import type { ReadonlySignal } from '@preact/signals';
import type { Attention, Ranges } from '../../protocol/peer.ts';
import type { DeviceId, DeviceKind, RouterIdentity } from '../../protocol/signaling.ts';
import type { OfferView, TransferKey, TransferView } from '../../transfer/view.ts';
import type { Listed } from './presence.ts';

/**
 * Connection to the router. `outdated`: app and router speak different versions, a reload helps.
 * `replaced`: this device is open in a newer tab.
 */
export type Connection = 'connecting' | 'online' | 'reconnecting' | 'offline' | 'outdated' | 'replaced';

/**
 * `none`: no router answers. `no-socket`: it answers, but what carries the connection (a proxy, a name that is not its own) does
 * not let it through. `crowded`: it has turned this page away, because too many are open (close code 4430).
 */
export type WhyOffline = 'none' | 'no-socket' | 'crowded';

/**
 * A file a person chose, with its place in the chosen folder (`/` between folders; just the name for a single file).
 * `handle`, where the browser gave one: of the file itself, or of the folder that is the first segment of `path`. With
 * it the file can be read again after a reload.
 */
export type ChosenFile = { readonly file: File; readonly path: string; readonly handle?: FileSystemHandle };

/** What came of choosing files again: `some`: they were among those that are missing, but more are. */
export type Attached = 'all' | 'some' | 'none';
/** What came of opening files again: `denied`: the person, or the browser, did not allow it. */
export type Reopened = 'all' | 'some' | 'none' | 'denied';

/** One stored file of a finished transfer. */
export type SavableFile = { readonly index: number; readonly path: string; readonly size: number };

/**
 * What came of saving. `saved`: written to the last byte where the person chose. `handed`: given to the browser or the
 * share sheet, which do not say what became of it. `aborted` is a person's own choice and needs no words.
 */
export type SaveResult = 'saved' | 'handed' | 'aborted' | 'failed' | 'storage-full';

/** What the browser says of this app's storage. */
export type StorageState = {
  /**
   * How much more this app is allowed to store, in bytes. No promise: browsers say a fixed share or sum, however full
   * the device is.
   */
  readonly allowedBytes: number;
  /** Whether the browser has promised not to clear it by itself. */
  readonly isPersistent: boolean;
};

export type Model = {
  readonly connection: ReadonlySignal<Connection>;
  /** Why it is offline, where that is known. */
  readonly whyOffline: ReadonlySignal<WhyOffline | undefined>;
  /** False where the browser has no WebRTC: the app says so, lists devices, and cannot send or receive. */
  readonly canTransfer: boolean;
  readonly router: ReadonlySignal<RouterIdentity | undefined>;
  /** Under which the others see this device; unknown before the router has answered for the first time. */
  readonly ownId: ReadonlySignal<DeviceId | undefined>;
  readonly ownName: ReadonlySignal<string>;
  readonly ownKind: DeviceKind;
  /** Devices in reach without this one, each in its place, and while they are held those that have left. */
  readonly devices: ReadonlySignal<readonly Listed[]>;
  /** How many more devices are in reach than the router tells of. */
  readonly moreDevices: ReadonlySignal<number>;
  /** Newest first. All there are, also those that were hidden or deleted (`kept` says so). */
  readonly transfers: ReadonlySignal<readonly TransferView[]>;
  /** Whether `transfers` tells of earlier visits yet: before that, nobody knows what is not there. */
  readonly isRestored: ReadonlySignal<boolean>;
  /** Offers that wait for an answer, oldest first. */
  readonly offers: ReadonlySignal<readonly OfferView[]>;

  rename(name: string): void;
  /** Keeps everybody in their places, also who leaves, for as long as somebody is about to press one of them. */
  hold(isHeld: boolean): void;
  send(files: readonly ChosenFile[], to: readonly DeviceId[]): void;
  /** Accepts the given files of an offer (indices into `entries`). */
  accept(key: TransferKey, files: Ranges): void;
  /** How far an offer has come with the person here; told to its sender. */
  notice(key: TransferKey, attention: Attention): void;
  decline(key: TransferKey): void;
  /** Pauses for both sides; either side may resume. */
  pause(key: TransferKey): void;
  /** Ends a pause, or goes on after an interruption without waiting. */
  resume(key: TransferKey): void;
  cancel(key: TransferKey): void;
  /**
   * Gives a transfer that `needsFiles` the files a person chose again. It keeps those with the same paths, sizes and
   * dates, and goes on when it has all.
   */
  attach(key: TransferKey, files: readonly ChosenFile[]): Promise<Attached>;
  /** Opens the files of a transfer that `canReopen`; the browser asks the person. Call it from a tap. */
  reopen(key: TransferKey): Promise<Reopened>;
  /** Takes a finished transfer off the list. Received files stay. */
  hide(key: TransferKey): void;
  /** Puts a received transfer into the trash; `restore` brings it back within a day, and `purge` frees it for good. */
  remove(key: TransferKey): void;
  restore(key: TransferKey): void;
  purge(key: TransferKey): void;
  /** The person has seen that these files are where the browser puts what it downloads. */
  confirm(key: TransferKey, files: Ranges): void;
  /** Sends the same files to the same device again, after it ended otherwise; only while the page still holds them. */
  retry(key: TransferKey): void;
  savableFiles(key: TransferKey): Promise<readonly SavableFile[]>;
  /** Downloads one stored file under its exact name. Call it from a tap. */
  saveFile(key: TransferKey, index: number): Promise<SaveResult>;
  /** Hands over all stored files, each as itself, one after the other; present where that works. Call it from a tap. */
  readonly saveEach: ((key: TransferKey) => Promise<SaveResult>) | undefined;
  /** Downloads all stored files: the only one as itself, several as one zip. Call it from a tap. */
  saveAll(key: TransferKey): Promise<SaveResult>;
  /** Writes all stored files into a folder the person picks; present where the browser can. Call it from a tap. */
  readonly saveToFolder: ((key: TransferKey) => Promise<SaveResult>) | undefined;
  /** One stored file to look at, `undefined` when it cannot be read. It stays on disk, whatever its size. */
  glance(key: TransferKey, index: number): Promise<Blob | undefined>;
  /** Whether `shareFile` can be tried with a file of this name. */
  canShare(path: string): boolean;
  /** Hands one stored file to another app through the system's share sheet. Call it from a tap. */
  shareFile(key: TransferKey, index: number): Promise<SaveResult>;
  /** `undefined` where the browser says nothing (plain HTTP). */
  storage(): Promise<StorageState | undefined>;
  /** Takes the app over from another tab after `replaced`. */
  takeOver(): void;
  /** Stops everything for good, before what is kept here is removed. The others see at once that this device has left. */
  end(): void;
};
