/**
 * What earlier visits left, read back. What a browser does not give, or not in time, is not empty: nothing is written over it during
 * this visit, and words live in memory.
 */
import { type EventId, type HexKey, hexKey } from '../protocol/event.ts';
import { ParseError, type Parser } from '../protocol/parse.ts';
import type { Keyval, Kept as Read } from '../store/keyval.ts';
import { BlobStore } from './blobs/blob-store.ts';
import { type GoneEntry, goneIn, type Kept, keptIn } from './carried/kept.ts';
import { recordIn } from './letters/record.ts';
import { days } from './line/holder-facts.ts';
import { type KeptLife, keptLife } from './store/life.ts';

/** How long is waited for storage that does not answer, in milliseconds, before it is asked again; an answer to either counts. */
const PATIENCE_MS = 5_000;
/** A slow phone reads what it carries in less than three times that; Safari's storage has hung for good, and words are for now. */
const TRIES = 3;

export type Stores = { readonly words: Keyval; readonly messages: Keyval; readonly blobs: Keyval };
type Pairs = readonly (readonly [key: IDBValidKey, value: unknown])[];

export type Stored = {
  /** What could not be read. Without the count of life nothing can be put in order beside what is stored, so then it is all of them. */
  readonly unread: ReadonlySet<keyof Stores>;
  readonly life: KeptLife | undefined;
  /** In the count of life, which is at least this where it could not be read. */
  readonly latest: number;
  readonly takesLetters: boolean;
  /** The operator whose labels were believed last. */
  readonly operator: HexKey | undefined;
  /** For how many days the router held anything at which this device was last. */
  readonly days: number | undefined;
  readonly events: readonly Kept[];
  readonly gone: readonly (readonly [EventId, GoneEntry])[];
  readonly messages: Pairs;
  readonly blobs: Pairs;
};

/** Keys of the store of words beside those of events. */
export const AT = { life: 'life', letters: 'letters', operator: 'operator', days: 'days' } as const;

type Schedule = (task: () => void, ms: number) => () => void;

export async function readStored({ words, messages, blobs }: Stores, schedule: Schedule): Promise<Stored> {
  const [events, said, index] = await Promise.all([
    patiently(() => words.entries(), schedule),
    patiently(() => messages.entries(), schedule),
    patiently(() => indexIn(blobs), schedule),
  ]);
  const lacking = Object.entries({ words: events, messages: said, blobs: index }).filter(([, read]) => !read);
  const all = events ?? [];
  const by = new Map(all);
  return {
    unread: new Set((events ? lacking.map(([name]) => name) : ['words', 'messages', 'blobs']) as (keyof Stores)[]),
    life: keptLife(by.get(AT.life)),
    latest: events ? 0 : (said ?? []).reduce((most, [, value]) => Math.max(most, recordIn(value)?.lived ?? 0), 0),
    // Nobody knows whether they are wanted, and there is nowhere to keep them.
    takesLetters: events !== undefined && by.get(AT.letters) !== false,
    operator: tried(hexKey, by.get(AT.operator)),
    days: tried(days, by.get(AT.days)),
    events: all.flatMap(([key, value]) => keptIn(key, value) ?? []),
    gone: all.flatMap(([key, value]) => {
      const gone = goneIn(key, value);
      return gone ? [gone] : [];
    }),
    messages: said ?? [],
    blobs: index ?? [],
  };
}

/** `undefined` when it cannot be read. */
async function patiently<T>(read: () => Promise<Read<T>>, schedule: Schedule): Promise<T | undefined> {
  const asked: Promise<{ readonly value: T }>[] = [];
  for (let time = 0; time < TRIES; time += 1) {
    const answer = read().then((kept) => (kept.ok ? { value: kept.value } : undefined));
    asked.push(answer.then((found) => found ?? new Promise<never>(() => {})));
    let stop = (): void => {};
    const late = new Promise<undefined>((resolve) => {
      stop = schedule(() => resolve(undefined), PATIENCE_MS);
    });
    const found = await Promise.race([...asked, answer, late]);
    stop();
    if (found) return found.value;
  }
  return undefined;
}

async function indexIn(blobs: Keyval): Promise<Read<Pairs>> {
  const keys = await blobs.keys();
  if (!keys.ok) return keys;
  const index = BlobStore.indexKeys(keys.value);
  const values = await blobs.getMany(index);
  return values.ok ? { ok: true, value: index.map((key, at) => [key, values.value[at]] as const) } : values;
}

function tried<T>(parser: Parser<T>, value: unknown): T | undefined {
  try {
    return parser(value, 'stored');
  } catch (error) {
    if (error instanceof ParseError) return undefined;
    throw error;
  }
}
