/** What must hold at every moment between two engines, whatever happens around them. */
import type { Failure } from '../../../protocol/failure.ts';
import type { ArrivedFrame } from '../../../protocol/frame.ts';
import { BLOCK_BYTES, WINDOW_BYTES } from '../../../protocol/limits.ts';
import type { ControlMessage, Ranges, TransferId } from '../../../protocol/peer.ts';
import { packPositions, totalBytes } from '../../../transfer/manifest.ts';
import { blockLength, seek } from '../../../transfer/plan.ts';
import { expand } from '../../../transfer/ranges.ts';
import { READ_AHEAD_BLOCKS, READ_AHEAD_BUNDLES } from '../../../transfer/sending.ts';
import type { TransferKey, TransferView } from '../../../transfer/view.ts';
import type { Side } from './clock.ts';
import type { DiskFile } from './disk.ts';
import {
  type Excuse,
  isExcusedBy,
  lose,
  newParcel,
  type Parcel,
  type Run,
  storedBefore,
  storedBytes,
  unheard,
} from './parcel.ts';

/** A rule that was broken. */
export class Broken extends Error {}

export function demand(holds: boolean, rule: string): asserts holds {
  if (!holds) throw new Broken(rule);
}

/** What is read, and leaves, at once. */
type Unit = 'block' | 'bundle';

/** Reasons for not having met. A page may freeze between its hello and its proof. */
const ABSENT: readonly Failure[] = ['no-path', 'peer-left', 'unreachable', 'no-proof'];
const FINAL: readonly TransferView['phase'][] = ['saved', 'sent', 'declined'];

export class Rules {
  readonly parcels = new Map<TransferId, Parcel>();
  /** Excuses of all transfers that begin now: what causes them lasts. */
  readonly #lasting = new Map<string, Excuse>();
  readonly #phases = new Map<string, TransferView['phase']>();
  /** By connection, sending side and handle. */
  readonly #runs = new Map<string, Run>();
  /** What was read for a run and has not left yet, by side and handle. */
  readonly #readAhead = new Map<string, Record<Unit, number>>();

  readonly #stored: (side: Side, key: TransferKey) => Uint8Array;

  /** `stored`: the content of a device's storage. */
  constructor(stored: (side: Side, key: TransferKey) => Uint8Array) {
    this.#stored = stored;
  }

  begin(id: TransferId, from: Side, files: readonly DiskFile[]): void {
    this.parcels.set(id, newParcel(id, from, files, this.#lasting.values()));
  }

  /** The trouble `cause` begins, or ends: it may harm all transfers, and those that begin meanwhile. */
  trouble(cause: string, excuse: Excuse, lasts: boolean): void {
    if (!lasts) this.#lasting.delete(cause);
    else {
      this.#lasting.set(cause, excuse);
      for (const { excuses } of this.parcels.values()) excuses.add(excuse);
    }
  }

  /** All is well again, and nothing that was said before is still under way. */
  calm(): void {
    this.#lasting.clear();
  }

  of(key: TransferKey): Parcel | undefined {
    return this.parcels.get(key.slice(-16) as TransferId);
  }

  saw(side: Side, view: TransferView): void {
    const name = `${side} ${view.key}`;
    const before = this.#phases.get(name);
    this.#phases.set(name, view.phase);
    demand(!before || !FINAL.includes(before) || before === view.phase, `${before} never turns into ${view.phase}`);
    const parcel = this.of(view.key);
    demand(parcel !== undefined, 'nothing is on a screen that nobody sent');
    if (view.phase === 'saved' && before !== 'saved') this.#checkSaved(side, parcel, view);
    if (view.phase === 'sent') demand(parcel.isSaved, 'sent only when the receiver has saved');
    if (view.phase === 'failed') this.#checkFailure(parcel, view.reason);
  }

  /** The page of `side` is new: it may show less of a transfer than before. */
  forgot(side: Side): void {
    // An offer that was declined is asked about anew if its sender was not told.
    for (const [name, phase] of this.#phases)
      if (name.startsWith(side) && phase === 'declined') this.#phases.delete(name);
    for (const parcel of this.parcels.values()) if (parcel.from === side) parcel.isUntold = false;
    for (const name of this.#readAhead.keys()) if (name.startsWith(side)) this.#readAhead.delete(name);
  }

  #checkFailure(parcel: Parcel, reason: Failure): void {
    if (ABSENT.includes(reason)) {
      demand(isExcusedBy(parcel, 'hindered'), 'nobody is called out of reach who is there');
      parcel.isExcused = true;
    }
    const isForged = isExcusedBy(parcel, 'misspoken', 'spoilt');
    if (reason === 'protocol-violation') demand(isForged, 'two honest sides never break the protocol');
    if (reason === 'unproven') demand(isForged, 'two honest sides prove who they are');
    if (reason === 'digest-mismatch' || reason === 'source-changed')
      demand(isForged || isExcusedBy(parcel, 'changed'), `${reason} only if a file has changed`);
    demand(reason !== 'page-failed', 'no exception that nobody foresaw');
  }

  #checkSaved(side: Side, parcel: Parcel, view: TransferView): void {
    const files = this.#acceptedFiles(parcel);
    demand(view.verified && view.storedBytes === totalBytes(files.map(({ entry }) => entry)), 'saved is all of it');
    const positions = packPositions(files.map(({ entry }) => entry));
    const stored = this.#stored(side, view.key);
    for (const [at, file] of files.entries()) {
      const start = positions[at] ?? 0;
      const isOne = file.versionsWith(stored.subarray(start, start + file.entry.size), 0).length > 0;
      demand(isOne, `saved only with the whole of one version of ${file.entry.path}`);
    }
    parcel.isSaved = true;
  }

  #acceptedFiles({ files, accepted }: Parcel): readonly DiskFile[] {
    return (accepted ?? []).flatMap((index) => files[index] ?? []);
  }

  opened(key: TransferKey): void {
    demand(this.of(key)?.accepted !== undefined, 'nothing is opened before somebody has agreed');
  }

  /** `end`: of what was written before, since the pack was opened. */
  wrote(key: TransferKey, position: number, bytes: Uint8Array, end: number | undefined): void {
    const parcel = this.of(key);
    demand(parcel?.accepted !== undefined, 'nothing is stored before somebody has agreed');
    const files = this.#acceptedFiles(parcel);
    const positions = packPositions(files.map(({ entry }) => entry));
    // Blocks behind a spoilt one are stored until its pack is closed, which is then discarded.
    const isSure = !isExcusedBy(parcel, 'misspoken', 'spoilt', 'storage failed');
    if (isSure) demand(end === undefined || position === end, 'every block is stored behind the one before it');
    for (let start = position; start < position + bytes.length; ) {
      const at = files.findIndex(({ entry }, index) => start < (positions[index] ?? 0) + entry.size);
      const offset = start - (positions[at] ?? 0);
      demand(offset % BLOCK_BYTES === 0, 'what is stored is whole blocks');
      const length = blockLength(files[at]?.entry.size ?? 0, offset);
      const block = bytes.subarray(start - position, start - position + length);
      demand(block.length === length && length > 0, 'what is stored is whole blocks');
      const versions = files[at]?.versionsWith(block, offset) ?? [];
      demand(versions.length > 0, 'every block is stored in its own place, as its sender has or had it');
      if (isSure) {
        demand(!parcel.blocks.has(start), 'no block is stored twice that was not lost');
        demand(storedBefore(parcel, start) === start, 'no block is left out');
      }
      parcel.blocks.set(start, length);
      start += length;
    }
  }

  read(side: Side, handle: number, unit: Unit): void {
    if (handle === 0) return; // read only to recognise a file
    this.#ahead(side, handle, unit, 1);
  }

  /** A bundle that was read for `handle` is of no use: its files are read one by one. */
  gaveUp(side: Side, handle: number): void {
    this.#ahead(side, handle, 'bundle', -1);
  }

  #ahead(side: Side, handle: number, unit: Unit, more: number): void {
    const name = `${side} ${handle}`;
    const ahead = this.#readAhead.get(name) ?? { block: 0, bundle: 0 };
    ahead[unit] += more;
    this.#readAhead.set(name, ahead);
    demand(ahead.block <= READ_AHEAD_BLOCKS, 'few blocks are read ahead');
    demand(ahead.block + ahead.bundle <= READ_AHEAD_BUNDLES, 'few bundles are read ahead');
  }

  sentFrame(wire: number, from: Side, { kind, handle, file, offset, payload }: ArrivedFrame): void {
    const run = this.#runs.get(`${wire} ${from} ${handle}`);
    demand(run?.base !== undefined, 'no frame leaves before its transfer was accepted');
    if (kind === 'block') this.#ahead(from, handle, 'block', -1);
    if (kind === 'files') this.#ahead(from, handle, 'bundle', -1);
    if (kind === 'same') run.issued += run.parcel.files[file]?.entry.size ?? 0;
    if (kind !== 'chunk' && kind !== 'files') return;
    const bytes = kind === 'chunk' ? payload.length : bytesInBundle(run, file, offset);
    run.issued += bytes;
    run.parcel.chunkBytes += bytes;
    const under = run.issued - (run.stored - run.base);
    demand(under <= WINDOW_BYTES, 'no more than the window is under way');
    this.#checkCost(run.parcel);
  }

  /** An interruption costs what was under way, which is at most a window. */
  #checkCost(parcel: Parcel): void {
    if (isExcusedBy(parcel, 'changed', 'storage failed', 'misspoken', 'spoilt')) return;
    const total = totalBytes(this.#acceptedFiles(parcel).map(({ entry }) => entry));
    const most = total + unheard(parcel) + parcel.lostBytes;
    demand(parcel.chunkBytes <= most, 'an interruption costs only what was under way');
  }

  /** The transfer of frames with `handle`. */
  parcelOf(wire: number, from: Side, handle: number): Parcel | undefined {
    return this.#runs.get(`${wire} ${from} ${handle}`)?.parcel;
  }

  said(wire: number, from: Side, message: ControlMessage): void {
    const parcel = 'transfer' in message ? this.parcels.get(message.transfer) : undefined;
    if (!parcel) return;
    if (message.type === 'offer' && from === parcel.from) {
      if (!message.again) lose(parcel, 0); // the receiver is asked anew, and may have kept nothing
      const run = { parcel, wanted: [], base: undefined, stored: 0, told: 0, issued: 0 };
      parcel.runs.push(run);
      this.#runs.set(`${wire} ${from} ${message.handle}`, run);
      this.#runs.set(`${wire} ${parcel.id}`, run);
    }
    // The other side may have closed this connection already: then it asks, and is told again.
    if (from === parcel.from && message.type === 'cancel') parcel.isUntold = false;
    if (from === parcel.from) return;
    if (message.type === 'stored') {
      const run = this.#runs.get(`${wire} ${parcel.id}`);
      if (run) run.told = Math.max(run.told, message.bytes);
      this.#tell(parcel, message.bytes);
    }
    if (message.type !== 'accept') return;
    const entries = this.#acceptedFiles(parcel).map(({ entry }) => entry);
    const has = seek(entries, message.have.blocks).bytes;
    // Storage that cannot be read looks empty for a while.
    const isSure = !isExcusedBy(parcel, 'misspoken', 'storage failed');
    if (isSure) demand(has >= parcel.told, 'what was counted as stored is not lost');
    this.#tell(parcel, has);
  }

  #tell(parcel: Parcel, bytes: number): void {
    parcel.told = Math.max(parcel.told, bytes);
    const isSure = !isExcusedBy(parcel, 'misspoken', 'storage failed');
    if (isSure) demand(bytes <= storedBytes(parcel), 'nothing is reported as stored that is not');
  }

  /** A message that the sender receives opens its window. */
  heard(wire: number, at: Side, message: ControlMessage): void {
    const parcel = 'transfer' in message ? this.parcels.get(message.transfer) : undefined;
    const run = parcel && this.#runs.get(`${wire} ${parcel.id}`);
    if (!run || at !== parcel.from) return;
    if (message.type === 'wanted') run.wanted.push(...indices(message.files));
    if (message.type === 'accept' && run.base === undefined) {
      run.wanted.push(...indices(message.files));
      const entries = run.wanted.flatMap((index) => parcel.files[index]?.entry ?? []);
      run.base = seek(entries, message.have.blocks).bytes;
      run.stored = run.base;
    }
    if (message.type === 'stored') run.stored = Math.max(run.stored, message.bytes);
  }
}

/** Bytes of the `count` files from `first` on among those that the sender was asked for. */
function bytesInBundle({ wanted, parcel }: Run, first: number, count: number): number {
  const at = wanted.indexOf(first);
  demand(at >= 0 && at + count <= wanted.length, 'a bundle holds files that the receiver wants');
  return totalBytes(wanted.slice(at, at + count).flatMap((index) => parcel.files[index]?.entry ?? []));
}

/** Forged ranges may be longer than any list of files. */
const indices = (ranges: Ranges): readonly number[] => (ranges.some(([, last]) => last > 1_000) ? [] : expand(ranges));
