/**
 * A hostile neighbour on the backhaul, first without the key of the mesh and then with it. Meanwhile people behind three
 * routers of ours call each other, one of whom has walked: nothing may change for them, whichever router is told a lie; that
 * router must not be busy, and its status must report the attack.
 *
 *   npm run lab -- rogue [--seconds 5] [--open]
 */
import { fromInside, fromOutside, type Try } from '../../mesh/attacks.ts';
import { Ambush, type Watched } from '../../mesh/rogue.ts';
import { Checks } from '../checks.ts';
import { type Outcome, programOf, type RunOptions } from '../program.ts';

const KEY = 'the key of this mesh';
/** Share of one processor, above the use in quiet times. */
const MOST_CPU = 0.5;
const MOST_GROWTH_BYTES = 60e6;
const MOST_CALL_MS = 2_000;

export async function playRogue({ flags, say }: RunOptions): Promise<Outcome> {
  const forMs = Number(flags['seconds'] ?? 5) * 1_000;
  const meshKey = flags['open'] === undefined ? KEY : undefined;
  const checks = new Checks();
  const ambush = await Ambush.lay(...(meshKey === undefined ? [] : ['--mesh-key', meshKey]));
  try {
    const quiet = await ambush.watch({ quietMs: forMs });
    const rows = [rowOf('nothing', quiet)];
    const victims = await ambush.victims(meshKey);
    for (const one of [...fromOutside(victims, forMs), ...fromInside(victims, forMs)]) {
      const watched = await ambush.watch(one.attack, one.told);
      judge(checks, one, watched, quiet);
      rows.push(rowOf(one.what, watched));
      say(`${one.what}: sent ${watched.aftermath?.sent}, heard ${watched.aftermath?.heard.join(', ') || 'nothing'}`);
      await ambush.calm();
    }
    const head = ['what it tries', 'sent', 'CPU', 'RSS', 'calls', 'slowest', 'shown as', 'what people saw of it'];
    return {
      tables: [
        {
          title: `A rogue, ${meshKey === undefined ? 'in an open mesh' : 'around and in a mesh with a key'}`,
          head,
          rows,
        },
      ],
      checks: checks.all,
    };
  } finally {
    await ambush.close();
  }
}

function judge(checks: Checks, { what, shown, heard }: Try, watched: Watched, quiet: Watched): void {
  const { cpuShare, rssBytes, slowestCallMs, news } = watched;
  const percent = (share: number): string => `${Math.round(share * 100)} %`;
  checks.equal(`${what}: what people hear`, news.join('; '), '');
  checks.that(
    `${what}: calls go through`,
    slowestCallMs < MOST_CALL_MS,
    `${MOST_CALL_MS} ms`,
    `${Math.round(slowestCallMs)} ms`,
  );
  checks.that(
    `${what}: processor`,
    cpuShare - quiet.cpuShare < MOST_CPU,
    `less than ${percent(MOST_CPU)} more`,
    percent(cpuShare),
  );
  checks.that(
    `${what}: memory`,
    rssBytes - quiet.rssBytes < MOST_GROWTH_BYTES,
    `less than ${MOST_GROWTH_BYTES / 1e6} MB more`,
    `${Math.round(rssBytes / 1e6)} MB`,
  );
  const answers = watched.aftermath?.heard ?? [];
  if (heard !== undefined)
    checks.that(`${what}: it comes so far`, answers.includes(heard), `it hears ${heard}`, answers.join());
  if (shown.length > 0)
    checks.that(
      `${what}: shown`,
      shown.some((reason) => watched.shown.includes(reason)),
      shown.join(' or '),
      watched.shown.join() || 'nothing',
    );
}

function rowOf(
  what: string,
  { aftermath, cpuShare, rssBytes, calls, slowestCallMs, shown, news }: Watched,
): readonly string[] {
  return [
    what,
    String(aftermath?.sent ?? 0),
    `${(cpuShare * 100).toFixed(1)} %`,
    `${Math.round(rssBytes / 1e6)} MB`,
    String(calls),
    `${Math.round(slowestCallMs)} ms`,
    shown.join(', ') || '-',
    [...new Set(news)].join(', ') || 'nothing',
  ];
}

export const run = programOf({
  name: 'rogue',
  shows: 'a hostile machine on the backhaul changes nothing for our people',
  flags: { seconds: 'N: how long each attack goes on (5)', open: 'the mesh has no key, so that everybody is inside' },
  play: playRogue,
});
