/**
 * One phone against everybody else at a router: honest people call each other, send files and arrive, first in peace
 * and then during an attack. Each attack has its own router and pages, so that it is judged alone. No action may take
 * twice its quiet time, no page or process may end, and after the attack the router must hold no more than before.
 *
 *   npm run lab -- hostile-phone [--only ATTACK] [--lift CAP|all]
 *
 * With `--lift` the product is built once more without that cap, and the attack that it stops must get through: a cap
 * that nobody misses is no cap.
 */
import { temporaryFolder } from '../../drive/files.ts';
import { buildLifted } from '../../drive/lifted.ts';
import { ATTACKS, type Attack } from '../../hostile-phone/attacks.ts';
import { CAPS, type Cap } from '../../hostile-phone/caps.ts';
import { type Fought, Ground, ROOM } from '../../hostile-phone/ground.ts';
import { DEEDS, type Round } from '../../hostile-phone/honest.ts';
import { type Check, Checks } from '../checks.ts';
import { type Outcome, programOf, type RunOptions } from '../program.ts';
import type { Table } from '../table.ts';

/** An action may take this many times its quiet time. */
const MOST_TIMES = 2;
/**
 * Below this, in milliseconds, the machine's own unevenness is larger than any attack: nobody would notice that such an
 * action was slowed down.
 */
const UNNOTICED_MS = 1_000;
const HEAD = [
  'attack',
  ...DEEDS,
  'cores: router, attacked page',
  'descriptors: before, most, after',
  'router RSS: before, most, after',
  'what it got',
];

export async function playHostilePhone(options: RunOptions): Promise<Outcome> {
  const { flags } = options;
  const lift = flags['lift'];
  if (lift !== undefined) return playLifted(options, lift);
  const attacks = chosen(flags['only']);
  const { table, checks } = await fight(attacks, options);
  return { tables: [table], checks: checks.all };
}

function chosen(only: string | undefined): readonly Attack[] {
  const attacks = only === undefined ? ATTACKS : ATTACKS.filter(({ name }) => name === only);
  if (attacks.length === 0)
    throw new Error(`there is no attack "${only}"; ${ATTACKS.map(({ name }) => name).join(', ')}`);
  return attacks;
}

/** Lifts each cap in turn: the attack it stops must then show. */
async function playLifted(options: RunOptions, lift: string): Promise<Outcome> {
  const caps = lift === 'all' ? CAPS : CAPS.filter(({ name }) => name === lift);
  if (caps.length === 0) throw new Error(`there is no cap "${lift}"; ${CAPS.map(({ name }) => name).join(', ')}`);
  const checks = new Checks();
  const rows: string[][] = [];
  for (const cap of caps) {
    options.say(`without ${cap.name}`);
    const unmet = await withoutCap(cap, options);
    const noticed = unmet.filter(({ what }) =>
      cap.notices.some((notice) => what.startsWith(`${cap.attack}: ${notice}`)),
    );
    checks.that(
      `without ${cap.name}, ${cap.attack} is noticed`,
      noticed.length > 0,
      cap.notices.join(' or '),
      unmet.map(inWords).join('; ') || 'nothing',
    );
    rows.push([cap.name, cap.file, cap.attack, unmet.map(inWords).join('; ') || 'nothing']);
  }
  return {
    tables: [{ title: 'One cap lifted at a time', head: ['cap', 'in', 'attack', 'what goes wrong'], rows }],
    checks: checks.all,
  };
}

async function withoutCap(cap: Cap, options: RunOptions): Promise<readonly Check[]> {
  const folder = await temporaryFolder('lifted');
  try {
    const bundle = await buildLifted(cap, folder.path);
    const { checks } = await fight(chosen(cap.attack), options, bundle);
    return checks.unmet;
  } finally {
    await folder.remove();
  }
}

const inWords = ({ what, found }: Check): string => `${what}: ${found}`;

/** Each attack alone, at a fresh router with fresh people, beside their quiet times. */
async function fight(
  attacks: readonly Attack[],
  options: RunOptions,
  bundle?: string,
): Promise<{ readonly table: Table; readonly checks: Checks }> {
  const checks = new Checks();
  const rows: string[][] = [];
  const table = { title: 'One hostile phone', head: HEAD, rows };
  for (const attack of attacks) {
    options.say(attack.what);
    const ground = await Ground.lay(options, bundle);
    try {
      const quiet = await ground.quiet();
      const fought = await ground.fight(attack);
      judge(checks, attack, fought, quiet);
      rows.push(rowOf(attack, fought, quiet));
      if (attack === attacks.at(-1)) await options.hold?.(ground.stage, [table], checks.all);
    } finally {
      await ground.close();
    }
  }
  return { table, checks };
}

function judge(checks: Checks, { name }: Attack, fought: Fought, quiet: Round): void {
  for (const deed of DEEDS) {
    const took = fought.times?.[deed];
    const most = Math.max(MOST_TIMES * quiet[deed], UNNOTICED_MS);
    checks.that(
      `${name}: a ${deed}`,
      took !== undefined && took < most,
      `under ${inMs(most)}`,
      took === undefined ? (fought.failed ?? 'never') : inMs(took),
    );
  }
  const { before, after, broken } = fought;
  checks.equal(`${name}: what ended`, broken.join('; ') || 'nothing', 'nothing');
  checks.that(
    `${name}: descriptors afterwards`,
    after !== undefined && after.descriptors <= before.descriptors + ROOM.descriptors,
    `at most ${before.descriptors + ROOM.descriptors}`,
    String(after?.descriptors ?? 'no process'),
  );
  checks.that(
    `${name}: memory afterwards`,
    after !== undefined && after.residentBytes <= before.residentBytes + ROOM.residentBytes,
    `at most ${inMb(before.residentBytes + ROOM.residentBytes)}`,
    after === undefined ? 'no process' : inMb(after.residentBytes),
  );
  for (const { what, met, wanted, found } of fought.checks) checks.that(`${name}: ${what}`, met, wanted, found);
}

function rowOf({ name }: Attack, { times, load, before, most, after, tally }: Fought, quiet: Round): string[] {
  const deed = (which: keyof Round) =>
    times === undefined
      ? '-'
      : `${inMs(times[which])} of ${Math.round(quiet[which])} (${(times[which] / quiet[which]).toFixed(2)})`;
  return [
    name,
    ...DEEDS.map(deed),
    [load.router, load.attackedPage].map((cores) => cores.toFixed(2)).join(', '),
    [before.descriptors, most.descriptors, after?.descriptors ?? '-'].join(', '),
    [before.residentBytes, most.residentBytes, after?.residentBytes ?? 0].map(inMb).join(', '),
    Object.entries(tally)
      .map(([what, times]) => `${what} ${times}`)
      .join(', '),
  ];
}

const inMs = (ms: number): string => `${Math.round(ms)} ms`;
const inMb = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;

export const run = programOf({
  name: 'hostile-phone',
  shows: 'one phone that attacks everybody else holds nobody up, and ends nothing',
  flags: {
    only: 'NAME: this attack alone',
    lift: 'CAP|all: build without this cap, and expect that its attack gets through',
  },
  play: playHostilePhone,
});
