/** What must hold at every moment between two engines, whatever happens around them. */
import type { Failure } from '../../../protocol/failure.ts';
import type { ArrivedFrame } from '../../../protocol/frame.ts';
import { BLOCK_BYTES, WINDOW_BYTES } from '../../../protocol/limits.ts';
import type { ControlMessage, Ranges, TransferId } from '../../../protocol/peer.ts';
import { packPositions, totalBytes } from '../../../transfer/manifest.ts';
import { seek } from '../../../transfer/plan.ts';
import { expand } from '../../../transfer/ranges.ts';
import { READ_AHEAD_BLOCKS } from '../../../transfer/sending.ts';
import type { TransferKey, TransferView } from '../../../transfer/view.ts';
import type { Side } from './clock.ts';
import type { DiskFile } from './disk.ts';

/** A rule that was broken. */
export class Broken extends Error {}

export function demand(holds: boolean, rule: string): asserts holds {
  if (!holds) throw new Broken(rule);
}

/** Events that may keep a transfer from being saved. */
export type Excuse = 'cancelled' | 'declined' | 'changed' | 'storage failed' | 'misspoken' | 'spoilt';

/** One offer, on one connection. */
type Run = { readonly parcel: Parcel; wanted: number[]; base: number | undefined; stored: number; sent: number };

/** One transfer, for an observer who sees both sides. */
export type Parcel = {
  readonly id: TransferId;
  readonly from: Side;
  readonly files: readonly DiskFile[];
  /** Indices of the files that the receiver's person wants. */
  accepted: readonly number[] | undefined;
  isSaved: boolean;
  /** The two never met, and something prevented it. */
  isExcused: boolean;
  /** Positions in the pack at which blocks were stored. */
  readonly positions: Set<number>;
  /** The bytes that the receiver reported as stored, and has not lost since. */
  told: number;
  offers: number;
  chunkBytes: number;
  lostBytes: number;
  /** It was ended at its sender while there was no connection: the other side has to be told at the next one. */
  isUntold: boolean;
};

/** Reasons for not having met. */
const ABSENT: readonly Failure[] = ['no-path', 'peer-left', 'unreachable'];
const FINAL: readonly TransferView['phase'][] = ['saved', 'sent', 'declined'];

export class Rules {
  readonly excuses = new Set<Excuse>();
  readonly parcels = new Map<TransferId, Parcel>();
  /** The two devices could not reach each other, or one of them did not answer, for a while. */
  wasHindered = false;
  readonly #phases = new Map<string, TransferView['phase']>();
  /** By connection, sending side and handle. */
  readonly #runs = new Map<string, Run>();
  /** Blocks that were read for a run and have not left yet, by side and handle. */
  readonly #readAhead = new Map<string, number>();

  readonly #stored: (side: Side, key: TransferKey) => Uint8Array;

  /** `stored`: the content of a device's storage. */
  constructor(stored: (side: Side, key: TransferKey) => Uint8Array) {
    this.#stored = stored;
  }

  begin(id: TransferId, from: Side, files: readonly DiskFile[]): void {
    const parcel = {
      id,
      from,
      files,
      accepted: undefined,
      isSaved: false,
      isExcused: false,
      told: 0,
      offers: 0,
      chunkBytes: 0,
      lostBytes: 0,
      isUntold: false,
    };
    this.parcels.set(id, { ...parcel, positions: new Set() });
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
    for (const parcel of this.parcels.values()) if (parcel.from === side) parcel.isUntold = false;
    for (const name of this.#readAhead.keys()) if (name.startsWith(side)) this.#readAhead.delete(name);
  }

  #checkFailure(parcel: Parcel, reason: Failure): void {
    if (ABSENT.includes(reason)) {
      demand(this.wasHindered, 'nobody is called out of reach who is there');
      parcel.isExcused = true;
    }
    const isForged = this.excuses.has('misspoken') || this.excuses.has('spoilt');
    if (reason === 'protocol-violation') demand(isForged, 'two honest sides never break the protocol');
    if (reason === 'digest-mismatch' || reason === 'source-changed')
      demand(isForged || this.excuses.has('changed'), `${reason} only if a file has changed`);
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

  wrote(key: TransferKey, position: number, bytes: Uint8Array): void {
    const parcel = this.of(key);
    demand(parcel?.accepted !== undefined, 'nothing is stored before somebody has agreed');
    const files = this.#acceptedFiles(parcel);
    const positions = packPositions(files.map(({ entry }) => entry));
    const at = files.findIndex(({ entry }, index) => position < (positions[index] ?? 0) + entry.size);
    const offset = position - (positions[at] ?? 0);
    demand(offset % BLOCK_BYTES === 0, 'what is stored is whole blocks');
    const versions = files[at]?.versionsWith(bytes, offset) ?? [];
    demand(versions.length > 0, 'every block is stored in its own place, as its sender has or had it');
    parcel.positions.add(position);
  }

  /** The disk of the receiver has lost blocks from `bytes` on. */
  lost(parcel: Parcel, bytes: number): void {
    parcel.lostBytes += Math.max(0, parcel.told - bytes) + BLOCK_BYTES;
    parcel.told = Math.min(parcel.told, bytes);
  }

  read(side: Side, handle: number): void {
    if (handle === 0) return; // read only to recognise a file
    this.#ahead(side, handle, 1);
  }

  #ahead(side: Side, handle: number, more: number): void {
    const name = `${side} ${handle}`;
    const ahead = (this.#readAhead.get(name) ?? 0) + more;
    this.#readAhead.set(name, ahead);
    demand(ahead <= READ_AHEAD_BLOCKS, 'few blocks are read ahead');
  }

  sentFrame(wire: number, from: Side, { kind, handle, payload }: ArrivedFrame): void {
    const run = this.#runs.get(`${wire} ${from} ${handle}`);
    demand(run?.base !== undefined, 'no frame leaves before its transfer was accepted');
    if (kind === 'block') this.#ahead(from, handle, -1);
    if (kind !== 'chunk') return;
    run.sent += payload.length;
    run.parcel.chunkBytes += payload.length;
    const under = run.sent - (run.stored - run.base);
    demand(under <= WINDOW_BYTES, 'no more than the window is under way');
    this.#checkCost(run.parcel);
  }

  /** An interruption costs at most a window and the block that was arriving. */
  #checkCost(parcel: Parcel): void {
    if (this.excuses.size > 0) return;
    const total = totalBytes(this.#acceptedFiles(parcel).map(({ entry }) => entry));
    const most = total + (parcel.offers - 1) * (WINDOW_BYTES + BLOCK_BYTES) + parcel.lostBytes;
    demand(parcel.chunkBytes <= most, 'an interruption costs at most a window and a block');
  }

  /** The transfer of frames with `handle`. */
  parcelOf(wire: number, from: Side, handle: number): Parcel | undefined {
    return this.#runs.get(`${wire} ${from} ${handle}`)?.parcel;
  }

  said(wire: number, from: Side, message: ControlMessage): void {
    const parcel = 'transfer' in message ? this.parcels.get(message.transfer) : undefined;
    if (!parcel) return;
    if (message.type === 'offer' && from === parcel.from) {
      parcel.offers += 1;
      if (!message.again) this.lost(parcel, 0); // the receiver is asked anew, and may have kept nothing
      const run = { parcel, wanted: [], base: undefined, stored: 0, sent: 0 };
      this.#runs.set(`${wire} ${from} ${message.handle}`, run);
      this.#runs.set(`${wire} ${parcel.id}`, run);
    }
    if (from === parcel.from) return;
    if (message.type === 'stored') parcel.told = Math.max(parcel.told, message.bytes);
    // Storage that cannot be read looks empty for a while.
    const isSure = !this.excuses.has('misspoken') && !this.excuses.has('storage failed');
    if (message.type === 'accept' && isSure) {
      const has = seek(
        this.#acceptedFiles(parcel).map(({ entry }) => entry),
        message.have.blocks,
      ).bytes;
      demand(has >= parcel.told, 'what was counted as stored is not lost');
    }
  }

  /** A message that the sender receives opens its window. */
  heard(wire: number, at: Side, message: ControlMessage): void {
    const parcel = 'transfer' in message ? this.parcels.get(message.transfer) : undefined;
    const run = parcel && this.#runs.get(`${wire} ${parcel.id}`);
    if (!run || at !== parcel.from) return;
    if (message.type === 'wanted') run.wanted.push(...indices(message.files));
    if (message.type === 'accept' && run.base === undefined) {
      const entries = [...run.wanted, ...indices(message.files)].flatMap((index) => parcel.files[index]?.entry ?? []);
      run.base = seek(entries, message.have.blocks).bytes;
      run.stored = run.base;
    }
    if (message.type === 'stored') run.stored = Math.max(run.stored, message.bytes);
  }
}

/** Forged ranges may be longer than any list of files. */
const indices = (ranges: Ranges): readonly number[] => (ranges.some(([, last]) => last > 1_000) ? [] : expand(ranges));
