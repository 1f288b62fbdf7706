/** A shelf for tests: on disks in memory, with a clock that goes only when it is told to, and people who say something. */
import { type Draft, hexOf, type SignedEvent, signedBy } from '../../../protocol/event.ts';
import { newSecret, publicKeyOf, type SecretKey } from '../../../protocol/keys.ts';
import type { Bringer, Held } from '../../../words/holding.ts';
import { DELETION, POST, WRAP } from '../../../words/kinds.ts';
import { createLog, type Log } from '../../machine/log.ts';
import { type HoldOptions, openOn } from '../holder.ts';
import { MemoryDisk } from './memory-disk.ts';

export const OPERATOR = newSecret();
export const keyOf = (secret: SecretKey) => hexOf(publicKeyOf(secret));
export const DAYS = 14;
export const DAY_S = 86_400;

type Opened = Awaited<ReturnType<typeof openOn>>;
export type Shelter = Opened & {
  readonly disks: { words: MemoryDisk; blobs: MemoryDisk };
  readonly clock: { now: number };
  readonly said: string[];
  /** As after a power cut, or after an orderly end. */
  again(how?: 'orderly' | 'power cut', options?: Partial<HoldOptions>): Promise<Shelter>;
};

export async function shelter(
  options: Partial<HoldOptions> = {},
  disks = { words: new MemoryDisk(), blobs: new MemoryDisk() },
  clock = { now: 1_000 },
): Promise<Shelter> {
  const said: string[] = [];
  const log: Log = createLog('debug', (line) => said.push(line));
  const all = {
    log,
    bytesAtMost: 1e6,
    days: DAYS,
    operator: OPERATOR,
    now: () => clock.now,
    date: () => 5,
    ...options,
  };
  const opened = await openOn(disks, all);
  const again: Shelter['again'] = async (how = 'orderly', more = {}) => {
    if (how === 'orderly') {
      await opened.blobs.stop();
      await opened.shelf.stop();
    }
    const found =
      how === 'orderly' ? disks : { words: disks.words.afterPowerCut(), blobs: disks.blobs.afterPowerCut() };
    return shelter({ ...options, ...more }, found, clock);
  };
  return { ...opened, disks, clock, said, again };
}

let counter = 0;
const unlike = (): string => {
  counter += 1;
  return `${counter}`;
};

export const says = (secret: SecretKey, draft: Partial<Draft> = {}): SignedEvent =>
  signedBy(secret, { kind: POST, created_at: 9, tags: [], content: unlike(), ...draft });
export const replies = (secret: SecretKey, to: SignedEvent): SignedEvent =>
  says(secret, { tags: [['e', to.id, '', 'root']] });
export const letterTo = (receiver: SecretKey, tags: Draft['tags'] = []): SignedEvent =>
  says(newSecret(), { kind: WRAP, tags: [['p', keyOf(receiver)], ...tags] });
export const takesBack = (secret: SecretKey, ...targets: readonly SignedEvent[]): SignedEvent =>
  says(secret, { kind: DELETION, tags: targets.map(({ id }) => ['e', id]) });
/** As our phones take back a post. */
export const takesBackPost = (secret: SecretKey, { id }: SignedEvent): SignedEvent =>
  says(secret, {
    kind: DELETION,
    tags: [
      ['e', id],
      ['k', String(POST)],
    ],
  });

/** The phone of `secret`, at that address. */
export const phone = (secret: SecretKey, address = '192.168.42.7'): Bringer => ({
  is: 'device',
  key: keyOf(secret),
  address,
});

export async function all<T>(items: AsyncIterable<T> | undefined): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items ?? []) found.push(item);
  return found;
}

export const eventsOf = (held: readonly Held[]): readonly SignedEvent[] => held.map(({ event }) => event);
