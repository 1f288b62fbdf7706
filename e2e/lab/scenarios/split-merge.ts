/**
 * Routers on one backhaul that is cut into islands for a while, again and again. Meanwhile people join, leave, rename
 * themselves and walk, some at the last moment, some to another island, and router processes are killed and restarted.
 * Then the islands meet, and within three seconds all lists are true and all routers agree.
 *
 *   npm run lab -- split-merge [--routers 12] [--islands 3] [--split 60] [--rounds 20] [--seed N]
 */

import { Random, seedOf } from '../../drive/random.ts';
import { Crowd } from '../../mesh/crowd.ts';
import { playRound, type Round } from '../../mesh/split-merge.ts';
import { Checks } from '../checks.ts';
import { type Outcome, programOf, type RunOptions } from '../program.ts';
import { seconds } from '../table.ts';

/** The aim of the product: from plugging the cable to true lists. */
const AIM_MS = 3_000;
const START_MS = 30_000;
const PEOPLE_PER_ROUTER = 4;
const DEEDS_PER_ROUTER = 6;

export async function playSplitMerge({ flags, say }: RunOptions): Promise<Outcome> {
  const number = (name: string, usual: number): number => Number(flags[name] ?? usual);
  const routers = number('routers', 12);
  const islands = number('islands', 3);
  const splitMs = number('split', 60) * 1_000;
  const seed = seedOf(flags['seed']);
  say(`seed ${seed}`);
  const checks = new Checks();
  const random = new Random(seed);
  const crowd = await Crowd.gather({ routers, islands, peoplePerRouter: PEOPLE_PER_ROUTER, others: routers });
  try {
    const wrong = await crowd.right(crowd.routers, START_MS);
    checks.equal('whole after the start', wrong.slice(0, 3).join('; '), '');
    const rounds: Round[] = [];
    for (let index = 1; index <= number('rounds', 20); index += 1) {
      const round = await playRound(crowd, random, {
        islands,
        splitMs,
        deeds: routers * DEEDS_PER_ROUTER,
        restarts: random.below(3),
      });
      rounds.push(round);
      judge(checks, index, round);
      say(lineOf(index, round));
      for (const line of [...round.apartWrong, ...round.wrong].slice(0, 8)) say(`    ${line}`);
    }
    return { tables: [summary(rounds)], checks: checks.all, notes: [`Again with the same choices: --seed ${seed}`] };
  } finally {
    await crowd.close();
  }
}

function judge(checks: Checks, index: number, { apartWrong, wrong, listsMs, digestsMs }: Round): void {
  const here = `round ${index}`;
  checks.equal(`${here}: wrong on the islands`, apartWrong.length, 0);
  checks.equal(`${here}: wrong after they met`, wrong.length, 0);
  checks.that(`${here}: people are told the truth`, listsMs <= AIM_MS, `within ${seconds(AIM_MS)}`, seconds(listsMs));
  checks.that(
    `${here}: all routers say the same`,
    digestsMs <= AIM_MS,
    `within ${seconds(AIM_MS)}`,
    seconds(digestsMs),
  );
}

function lineOf(index: number, { story, listsMs, digestsMs }: Round): string {
  const islands = story.islands.map((island) => island.length).join('+');
  const killed = story.deeds.filter((deed) => deed.do === 'restart').length;
  const when = `lists ${seconds(listsMs)}, digests ${seconds(digestsMs)}`;
  return `round ${index}: islands of ${islands}, ${story.deeds.length} things happened, ${killed} routers killed: ${when}`;
}

function summary(rounds: readonly Round[]) {
  const row = (what: string, times: readonly number[]): readonly string[] => {
    const sorted = [...times].sort((a, b) => a - b);
    return [what, seconds(sorted[Math.floor(sorted.length / 2)] ?? 0), seconds(sorted.at(-1) ?? 0)];
  };
  return {
    title: `${rounds.length} rounds`,
    head: ['from the cable until', 'median', 'most'],
    rows: [
      row(
        'all people are told the truth',
        rounds.map(({ listsMs }) => listsMs),
      ),
      row(
        'all routers say the same',
        rounds.map(({ digestsMs }) => digestsMs),
      ),
    ],
  };
}

export const run = programOf({
  name: 'split-merge',
  shows: 'islands of routers that meet become one mesh, whatever happened meanwhile',
  flags: {
    routers: 'N: how many routers (12)',
    islands: 'N: into how many islands they are cut (3)',
    split: 'N: for so many seconds (60)',
    rounds: 'N (20)',
    seed: 'N: the choices of an earlier run',
  },
  play: playSplitMerge,
});
