/**
 * What was sent in earlier visits, in few words, so that the screen of a person can tell it: to whom, what it was called, how
 * much, when. (What was received the engine keeps, with its files.) Kept for a month, and deleted with the rest.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import { MAX_DATE_MS, MAX_FILES, MAX_PATH_LENGTH } from '../../protocol/limits.ts';
import { integer, object, oneOf, ParseError, text } from '../../protocol/parse.ts';
import { type DeviceId, deviceId } from '../../protocol/signaling.ts';
import { type Keyval, keyval } from '../../store/keyval.ts';
import type { TransferKey, TransferView } from '../../transfer/view.ts';
import { LIFE_DAYS } from './recent.ts';

/** Older ones are forgotten, in milliseconds. A clock that leaps costs nothing but this list. */
const LIFE_MS = LIFE_DAYS * 24 * 60 * 60 * 1000;
/** More are not kept: some two hundred kilobytes at most. */
const MAX_PAST = 300;
/** Longer titles end here, in UTF-16 units. */
const MAX_TITLE = 200;

export class Past {
  readonly #all = signal<ReadonlyMap<TransferKey, TransferView>>(new Map());
  /** Of this visit, whose transfers may still be on the first screen. */
  readonly #forgotten = new Set<TransferKey>();
  readonly #kept: Pick<Keyval, 'entries' | 'set' | 'change'>;
  readonly #now: () => number;

  constructor(kept: Pick<Keyval, 'entries' | 'set' | 'change'> = keyval('past'), now = Date.now) {
    this.#kept = kept;
    this.#now = now;
  }

  /** In no order. */
  get all(): ReadonlySignal<ReadonlyMap<TransferKey, TransferView>> {
    return this.#all;
  }

  /** Reads what is kept, and forgets what has been kept for long enough. A storage that refuses has nothing. */
  async load(): Promise<void> {
    const read = await this.#kept.entries();
    if (!read.ok) return;
    const views = read.value.flatMap(([key, value]) => pastView(key, value) ?? []);
    views.sort((a, b) => (b.begunAt ?? 0) - (a.begunAt ?? 0));
    const last = this.#now() - LIFE_MS;
    const stays = views.slice(0, MAX_PAST).filter(({ begunAt = 0 }) => begunAt > last);
    this.#all.value = new Map([...stays.map((view) => [view.key, view] as const), ...this.#all.peek()]);
    const gone = read.value.map(([key]) => key).filter((key) => !this.#all.peek().has(key as TransferKey));
    if (gone.length > 0) void this.#kept.change({ delete: gone });
  }

  /** Of all transfers of this visit, those that have been sent are kept from now on. */
  note(transfers: readonly TransferView[]): void {
    const isNew = (key: TransferKey): boolean => !this.#all.peek().has(key) && !this.#forgotten.has(key);
    const sent = transfers.filter(({ phase, key }) => phase === 'sent' && isNew(key));
    if (sent.length === 0) return;
    const all = new Map([...this.#all.peek(), ...sent.map((view) => [view.key, view] as const)]);
    const newest = [...all].sort(([, a], [, b]) => (b.begunAt ?? 0) - (a.begunAt ?? 0)).slice(0, MAX_PAST);
    this.#all.value = new Map(newest);
    const { value } = this.#all;
    for (const view of sent) if (value.has(view.key)) void this.#kept.set(view.key, recordOf(view));
    const gone = [...all.keys()].filter((key) => !value.has(key));
    for (const key of gone) this.#forgotten.add(key); // else it would be new again
    if (gone.length > 0) void this.#kept.change({ delete: gone });
  }

  /** Nothing of what was sent to `peer` is told any more. */
  forget(peer: DeviceId): void {
    const gone = [...this.#all.peek().values()].filter((view) => view.peer === peer).map(({ key }) => key);
    for (const key of gone) this.#forgotten.add(key);
    this.#all.value = new Map([...this.#all.peek()].filter(([key]) => !gone.includes(key)));
    void this.#kept.change({ delete: gone });
  }
}

const record = object(
  {
    peer: deviceId,
    peerName: text(MAX_PATH_LENGTH),
    title: text(MAX_PATH_LENGTH),
    contents: oneOf('named', 'photos', 'videos', 'media', 'files'),
    files: integer(0, MAX_FILES),
    totalBytes: integer(),
    begunAt: integer(),
  },
  { dates: object({ from: integer(-MAX_DATE_MS, MAX_DATE_MS), to: integer(-MAX_DATE_MS, MAX_DATE_MS) }) },
);

function recordOf({ peer, peerName, title, contents, dates, files, totalBytes, begunAt }: TransferView) {
  return {
    peer,
    peerName,
    title: title.slice(0, MAX_TITLE),
    contents,
    files,
    totalBytes,
    begunAt: begunAt ?? 0,
    ...(dates && { dates }),
  };
}

function pastView(key: unknown, value: unknown): TransferView | undefined {
  if (typeof key !== 'string') return undefined;
  try {
    const { dates, ...known } = record(value, 'past');
    return {
      ...known,
      ...(dates && { dates }),
      key: key as TransferKey,
      phase: 'sent',
      direction: 'sending',
      storedBytes: known.totalBytes,
      verified: true,
    };
  } catch (error) {
    if (error instanceof ParseError) return undefined;
    throw error;
  }
}

/** That of this page. */
export const past = new Past();
