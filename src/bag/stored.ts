/** What earlier visits left, read back. A browser that refuses, or does not answer, has left nothing. */
import { type EventId, type HexKey, hexKey } from '../protocol/event.ts';
import { ParseError } from '../protocol/parse.ts';
import type { Keyval, Kept as Read } from '../store/keyval.ts';
import { BlobStore } from './blobs/blob-store.ts';
import { type GoneEntry, goneIn, type Kept, keptIn } from './carried/kept.ts';
import { type KeptLife, keptLife } from './store/life.ts';

/** How long is waited for storage that does not answer, in milliseconds. */
const PATIENCE_MS = 5_000;

export type Stores = { readonly words: Keyval; readonly messages: Keyval; readonly blobs: Keyval };
type Pairs = readonly (readonly [key: IDBValidKey, value: unknown])[];

export type Stored = {
  readonly life: KeptLife | undefined;
  readonly takesLetters: boolean;
  /** The operator whose labels were believed last. */
  readonly operator: HexKey | undefined;
  readonly events: readonly Kept[];
  readonly gone: readonly (readonly [EventId, GoneEntry])[];
  readonly messages: Pairs;
  readonly blobs: Pairs;
};

/** Keys of the store of words beside those of events. */
export const AT = { life: 'life', letters: 'letters', operator: 'operator' } as const;

export async function readStored(
  { words, messages, blobs }: Stores,
  schedule: (task: () => void, ms: number) => () => void,
): Promise<Stored> {
  const inTime = async <T>(read: Promise<Read<T>>): Promise<T | undefined> => {
    let stop = (): void => {};
    const late = new Promise<undefined>((resolve) => {
      stop = schedule(() => resolve(undefined), PATIENCE_MS);
    });
    const found = await Promise.race([read.then((kept) => (kept.ok ? kept.value : undefined)), late]);
    stop();
    return found;
  };
  const blobIndex = async (): Promise<Pairs> => {
    const keys = BlobStore.indexKeys((await inTime(blobs.keys())) ?? []);
    const values = (await inTime(blobs.getMany(keys))) ?? [];
    return keys.map((key, at) => [key, values[at]] as const);
  };
  const [all = [], said = [], index] = await Promise.all([
    inTime(words.entries()),
    inTime(messages.entries()),
    blobIndex(),
  ]);
  const by = new Map(all);
  return {
    life: keptLife(by.get(AT.life)),
    takesLetters: by.get(AT.letters) !== false,
    operator: operatorIn(by.get(AT.operator)),
    events: all.flatMap(([key, value]) => keptIn(key, value) ?? []),
    gone: all.flatMap(([key, value]) => {
      const gone = goneIn(key, value);
      return gone ? [gone] : [];
    }),
    messages: said,
    blobs: index,
  };
}

function operatorIn(value: unknown): HexKey | undefined {
  try {
    return hexKey(value, 'operator');
  } catch (error) {
    if (error instanceof ParseError) return undefined;
    throw error;
  }
}
