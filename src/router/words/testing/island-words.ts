/** What people say on the island of a faulty disk, and what can happen there. Signing takes milliseconds, so all runs say the same. */
import { createHash } from 'node:crypto';
import type { SignedEvent } from '../../../protocol/event.ts';
import { newSecret } from '../../../protocol/keys.ts';
import { DAY_S, DAYS, letterTo, phone, says, takesBack } from './bench.ts';

const PEOPLE = [newSecret(), newSecret(), newSecret()] as const;
export const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
export const cycle = <T>(values: readonly T[], index: number): T => values[index % values.length] as T;

export const FILES = [1, 2, 3, 4].map((seed) => Buffer.alloc(300 * seed, seed));
export const DIGESTS = FILES.map(digestOf);
/** With who may take it back: its author, or, of letters, the one for whom it is. */
const SAID: readonly (readonly [by: (typeof PEOPLE)[number], event: SignedEvent])[] = [
  ...Array.from({ length: 8 }, (_, index) => cycle(PEOPLE, index)).map((by) => [by, says(by)] as const),
  // Each file is named by two, and two of them by a third one.
  ...[...FILES, ...FILES].map((file, index) => {
    const by = cycle(PEOPLE, index);
    return [by, says(by, { tags: [['x', digestOf(file)]] })] as const;
  }),
  [PEOPLE[0], says(PEOPLE[0], { tags: FILES.slice(0, 2).map((file) => ['x', digestOf(file)]) })],
  ...Array.from({ length: 4 }, (_, index) => cycle(PEOPLE, index)).map((by) => [by, letterTo(by)] as const),
];
export const EVENTS = SAID.map(([, event]) => event);
export const DELETIONS = SAID.map(([by, event]) => takesBack(by, event));
export const names = ({ tags }: SignedEvent, sha256: string): boolean => tags.some(([, value]) => value === sha256);
export const FORGED = EVENTS.slice(0, 4).map((event) => ({ ...event, content: `${event.content}!` }));

/** More than four places: each of them may fill a quarter. */
export const phoneOf = (who: number) => phone(cycle(PEOPLE, who), `192.168.42.${who % 6}`);

/** For how long others have had it, as somebody says: the last but one ends soon, the last has ended. */
export const AGES_S = [0, 0, 0, 30, 5_000, DAYS * DAY_S - 60, DAYS * DAY_S];
/** For so long a file waits for an event that names it. */
export const UNNAMED_S = 600;

export type Step =
  | readonly [
      what: 'put' | 'take back' | 'forge' | 'upload' | 'upload twice' | 'upload other' | 'hide' | 'show' | 'rot',
      which: number,
      who: number,
    ]
  | readonly [what: 'together', which: number, count: number]
  | readonly [what: 'wait', seconds: number, _: number]
  | readonly [what: 'tick' | 'restart' | 'kill' | 'power cut', _: number, __: number]
  | readonly [what: 'fault', after: number, fate: number];
