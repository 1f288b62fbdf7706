/** Plays one variant: what the evil router gets, what the screens say of it, and the file at the honest neighbour. */
import type { Checks } from '../lab/checks.ts';
import type { RunOptions } from '../lab/program.ts';
import { type Attacked, Ground } from './ground.ts';
import type { Variant } from './variants.ts';

/** Of the rows that `play` gives. */
export const HEAD = [
  'the router',
  'how',
  'connections',
  'hellos, proofs',
  'other words',
  'frames, bytes of files',
  "sender's screen",
  "receiver's screen",
  'honest neighbour',
];

/** The beginning of what must be met in any case, and is not without the variant's guard. */
export const reaches = ({ name }: Variant): string => `${name}: what reaches the middle`;

/** `bundle`: a build of the product without the guard that stops this variant. */
export async function play(
  variant: Variant,
  options: Pick<RunOptions, 'hold' | 'pcap'>,
  checks: Checks,
  bundle?: string,
): Promise<readonly string[]> {
  const ground = await Ground.lay(options, variant, bundle);
  try {
    const attacked = await ground.attack(variant);
    judge(checks, variant, attacked);
    // A page without its guard holds on to the connection in which it was deceived.
    const neighbour = bundle === undefined ? inTable(await ground.neighbour()) : '-';
    if (bundle === undefined)
      checks.equal(`${variant.name}: a file at the honest neighbour arrives`, neighbour, inTable(true));
    const row = rowOf(variant, attacked, neighbour);
    await options.hold?.(ground.stage, [{ title: variant.what, head: HEAD, rows: [row] }], checks.all);
    return row;
  } finally {
    await ground.close();
  }
}

function judge(checks: Checks, variant: Variant, { tally, seen, received }: Attacked): void {
  const { name, says } = variant;
  checks.that(`${name}: connections to the middle`, tally.connections >= 2, 'two or more', String(tally.connections));
  checks.equal(
    `${reaches(variant)} beside hellos and proofs`,
    [...new Set(tally.words)].join(', ') || 'nothing',
    'nothing',
  );
  checks.equal(`${name}: frames that reach the middle`, tally.frames, 0);
  checks.equal(`${name}: what the receiver is asked or shows`, seen[1].isAsked ? 'an offer' : received, 0);
  for (const [who, { words: said }] of [
    ['sender', seen[0]],
    ['receiver', seen[1]],
  ] as const)
    checks.equal(`${name}: the ${who}'s screen says`, said ?? 'nothing of it', says);
}

const inTable = (isIntact: boolean): string => (isIntact ? 'with the same SHA-256' : 'WITH OTHER BYTES');

function rowOf(variant: Variant, { tally, seen }: Attacked, neighbour: string): readonly string[] {
  const [sender = '', receiver = ''] = seen.map(({ words, isAsked }) => (isAsked ? 'AN OFFER' : (words ?? 'NOTHING')));
  return [
    variant.group,
    variant.what,
    String(tally.connections),
    `${tally.hellos}, ${tally.proofs}`,
    [...new Set(tally.words)].join(', ') || 'none',
    `${tally.frames}, ${tally.bytes}`,
    sender,
    receiver,
    neighbour,
  ];
}
