/** Plays one variant: what the evil router gets, what the screens say of it, and the file at the honest neighbour. */
import type { Checks } from '../lab/checks.ts';
import type { RunOptions } from '../lab/program.ts';
import { type Attacked, atTheNeighbour, attack } from './attack.ts';
import { Ground } from './ground.ts';
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
    const attacked = await attack(ground, variant);
    judge(checks, variant, attacked);
    // A page without its guard holds on to the connection in which it was deceived.
    const neighbour = bundle === undefined ? inTable(await atTheNeighbour(ground, variant)) : '-';
    if (bundle === undefined)
      checks.equal(`${variant.name}: a file at the honest neighbour arrives`, neighbour, inTable(true));
    const row = rowOf(variant, attacked, neighbour);
    await options.hold?.(ground.stage, [{ title: variant.what, head: HEAD, rows: [row] }], checks.all);
    return row;
  } finally {
    await ground.close();
  }
}

function judge(checks: Checks, variant: Variant, { tally, seen, unasked }: Attacked): void {
  const { name, says } = variant;
  checks.that(`${name}: connections to the middle`, tally.connections >= 2, 'two or more', String(tally.connections));
  checks.equal(
    `${reaches(variant)} beside hellos and proofs`,
    [...new Set(tally.words)].join(', ') || 'nothing',
    'nothing',
  );
  checks.equal(`${name}: frames that reach the middle`, tally.frames, 0);
  checks.equal(`${name}: what the receiver is asked or shows`, seen[1].isAsked ? 'an offer' : unasked, 0);
  for (const [index, who] of ['sender', 'receiver'].entries())
    checks.equal(`${name}: the ${who}'s screen says`, seen[index]?.says ?? 'nothing', says);
}

const inTable = (isIntact: boolean): string => (isIntact ? 'with the same SHA-256' : 'WITH OTHER BYTES');

function rowOf(variant: Variant, { tally, seen }: Attacked, neighbour: string): readonly string[] {
  const [sender = '', receiver = ''] = seen.map(({ says, isAsked }) => (isAsked ? 'AN OFFER' : (says ?? 'NOTHING')));
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
