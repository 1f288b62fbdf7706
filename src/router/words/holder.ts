/** What a router holds, put together: the shelf of events and the blobs beside it, on the disk of this machine. */
import { join } from 'node:path';
import type { SecretKey } from '../../protocol/keys.ts';
import { MAX_BLOB_BYTES } from '../../protocol/limits.ts';
import type { Log } from '../machine/log.ts';
import type { Blobs, Shelf } from './api.ts';
import { KeptBlobs } from './blobs.ts';
import type { Disk } from './disk.ts';
import { DiskHealth } from './disk-health.ts';
import { realDisk } from './real-disk.ts';
import { KeptShelf } from './shelf.ts';
import { Stock } from './stock.ts';

export type Holder = {
  readonly shelf: Shelf;
  readonly blobs: Blobs;
  readonly health: Pick<DiskHealth, 'trouble'>;
  stop(): Promise<void>;
};

export type HoldOptions = {
  readonly log: Log;
  /** Of events and blobs together. What is no longer needed is on the disk for a while beside it. */
  readonly bytesAtMost: number;
  /** Of one blob. */
  readonly blobBytesAtMost?: number;
  readonly eventsAtMost?: number;
  /** Of those that a device has signed itself. */
  readonly deviceEventsAtMost?: number;
  /** For how long anything is held. */
  readonly days: number;
  /** Whose labels are believed here. */
  readonly operator: SecretKey;
  /** Seconds of a clock that only goes on. */
  readonly now?: () => number;
  /** Seconds since 1970, as this machine believes. */
  readonly date?: () => number;
};

/** Most events: some 1 kB of memory each. A town of two thousand people has so many posts and letters at a time. */
export const EVENTS_AT_MOST = 20_000;
/** What has ended goes within this time, and after a power cut the shelf is at most this much younger than it was. */
const TICK_MS = 60_000;
const MS = 1_000;

export type Disks = { readonly words: Disk; readonly blobs: Disk };

/** In two folders of the data directory. Rejects with a `DiskError` when they cannot be read or made. */
export async function openHolder(dataDirectory: string, options: HoldOptions): Promise<Holder> {
  const [words, blobs] = await Promise.all(
    ['words', 'blobs'].map((name) => realDisk(join(dataDirectory, name))) as [Promise<Disk>, Promise<Disk>],
  );
  const { shelf, blobs: kept, health, tick } = await openOn({ words, blobs }, options);
  let ticking = Promise.resolve();
  const timer = setInterval(() => {
    ticking = ticking.then(tick);
  }, TICK_MS);
  timer.unref();
  const stop = async (): Promise<void> => {
    clearInterval(timer);
    await kept.stop();
    await shelf.stop();
    await ticking;
  };
  return { shelf, blobs: kept, health, stop };
}

/** On any disks; `tick` is to be called once a minute. */
export async function openOn(
  disks: Disks,
  options: HoldOptions,
): Promise<{
  readonly shelf: KeptShelf;
  readonly blobs: KeptBlobs;
  readonly health: DiskHealth;
  readonly tick: () => Promise<void>;
}> {
  const { log, bytesAtMost, blobBytesAtMost = MAX_BLOB_BYTES, eventsAtMost = EVENTS_AT_MOST, days, operator } = options;
  const { now = () => performance.now() / MS, date = () => Math.floor(Date.now() / MS) } = options;
  const stock = new Stock({ bytes: bytesAtMost, events: eventsAtMost }, options.deviceEventsAtMost);
  const health = new DiskHealth(now);
  const [words, files] = [health.watched(disks.words), health.watched(disks.blobs)];
  const shelf = await KeptShelf.open({ disk: words, log, stock, days, operator, now, date });
  const naming = (sha256: string) => shelf.naming(sha256);
  const rest = { stock, naming, lived: () => shelf.lived, isRoomy: () => shelf.isRoomy };
  const blobs = await KeptBlobs.open({ disk: files, log, bytesAtMost: blobBytesAtMost, ...rest });
  shelf.onLetGo = (sha256, by) => blobs.letGo(sha256, by);
  const tick = async (): Promise<void> => {
    await shelf.tick();
    await blobs.tick();
  };
  return { shelf, blobs, health, tick };
}
