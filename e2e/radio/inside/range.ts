/**
 * Three routers in a row, without a cable; the first and the last do not hear each other. The one in the middle walks out of reach and
 * comes back, and then the program of its mesh link is started anew: how long until the two ends list each other again.
 *
 *      r1 ~ ~ ~ r2 ~ ~ ~ r3
 */
import { setTimeout as delay } from 'node:timers/promises';
import { type Spread, spread } from '../../bench/parts/figures.ts';
import { Checks } from '../../lab/checks.ts';
import { mesh } from '../../lab/mesh-networks.ts';
import type { World } from '../../lab/netns.ts';
import { type Outcome, programOf, type RunOptions } from '../../lab/program.ts';
import { Stage } from '../../lab/stage.ts';
import { seconds } from '../../lab/table.ts';
import type { Topology } from '../../lab/topology.ts';
import { untilListed } from './listed.ts';
import { onAir } from './on-air.ts';

const NAMES = ['r1', 'r2', 'r3'];
/** Bits that two share who hear each other. */
const REACH: Readonly<Record<string, number>> = { r1: 1, r2: 3, r3: 2 };
const MIDDLE = 'r2';
const ENDS = [
  ['r1', 'r3'],
  ['r3', 'r1'],
] as const;

const ROUNDS = 3;
const AWAY_MS = 15_000;
/** Of a machine that is emulated, where others use the processors as well. */
const BOUNDS_MS = { back: 10_000, restarted: 45_000 };

const row = (): Topology => ({ ...onAir(mesh(NAMES.length, {}), {}), reach: (node) => REACH[node] ?? 0 });

/** How long until each end lists the other, or does not any more, in milliseconds. */
async function endsListed(world: World, isListed: boolean): Promise<number> {
  const start = performance.now();
  await Promise.all(ENDS.map(([node, other]) => untilListed(world, node, other, isListed)));
  return performance.now() - start;
}

async function walk(world: World): Promise<{ readonly gone: number; readonly back: number }> {
  const radio = world.radio(MIDDLE, 'mesh');
  const left = performance.now();
  await world.hearing({ [radio]: 0 });
  const gone = await endsListed(world, false);
  await delay(Math.max(0, AWAY_MS - (performance.now() - left)));
  await world.hearing({ [radio]: REACH[MIDDLE] ?? 0 });
  return { gone, back: await endsListed(world, true) };
}

async function restarted(world: World): Promise<number> {
  const start = performance.now();
  await world.restartAir(MIDDLE);
  await endsListed(world, true);
  return performance.now() - start;
}

const show = ({ median, least, most }: Spread): readonly string[] => [median, least, most].map(seconds);

function outcomeOf(met: number, walks: Awaited<ReturnType<typeof walk>>[], restarts: readonly number[]): Outcome {
  const checks = new Checks();
  const within = (what: string, found: number, most: number) =>
    checks.that(what, found <= most, `within ${seconds(most)}`, seconds(found));
  for (const { back } of walks) within('the middle is back in reach: the ends list each other', back, BOUNDS_MS.back);
  for (const took of restarts)
    within("the middle's mesh link is started anew: the ends list each other", took, BOUNDS_MS.restarted);
  const figures: readonly (readonly [string, readonly number[]])[] = [
    ['the routers run: the ends list each other', [met]],
    ['the middle is out of reach: the ends miss each other', walks.map(({ gone }) => gone)],
    ['it is back: they list each other', walks.map(({ back }) => back)],
    ['its mesh link is started anew: they list each other', restarts],
  ];
  return {
    tables: [
      {
        title: 'Three routers in a row, two hops of 802.11s with SAE, batman-adv',
        head: ['what', 'median', 'least', 'most'],
        rows: figures.map(([what, all]) => [what, ...show(spread(all))]),
      },
    ],
    checks: checks.all,
  };
}

async function range({ say }: RunOptions): Promise<Outcome> {
  const stage = await Stage.build(row());
  try {
    const { world } = stage;
    say('  the mesh is on the air');
    const flags = ['--turn', 'off', '--https-port', 'off'];
    await Promise.all(NAMES.map((name) => stage.router(name, { flags })));
    say('  the routers run');
    const met = await endsListed(world, true);
    const [walks, restarts]: [Awaited<ReturnType<typeof walk>>[], number[]] = [[], []];
    for (let round = 1; round <= ROUNDS; round += 1) {
      const walked = await walk(world);
      walks.push(walked);
      say(`  missed after ${seconds(walked.gone)}, back after ${seconds(walked.back)}`);
    }
    for (let round = 1; round <= ROUNDS; round += 1) {
      const took = await restarted(world);
      restarts.push(took);
      say(`  started anew: ${seconds(took)}`);
    }
    return outcomeOf(met, walks, restarts);
  } finally {
    await stage.close();
  }
}

export const run = programOf({
  name: 'radio range',
  shows: 'three routers in a row: the middle one walks out of reach and back, and its mesh link is started anew',
  play: range,
});
