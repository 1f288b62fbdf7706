/**
 * Twelve journeys through the app, on a phone of today and on a small one, with a stopwatch: how many taps each takes, what of
 * it was not on the screen, and how long. The taps and what is out of sight are held against the goals; the seconds include
 * the four in which a send can be undone, and are told, not judged.
 *
 * Flags: `--only TEXT` walks those whose name has it.
 */
import { renderTable } from '../lab/table.ts';
import type { Options } from '../run/program.ts';
import { Album, Ground, type Size } from './parts/journeys/ground.ts';
import { JOURNEYS, type Journey } from './parts/journeys/journeys.ts';

const SIZES: readonly Size[] = [
  { width: 390, height: 844 },
  { width: 320, height: 568 },
];

type Walked = {
  readonly journey: string;
  readonly screen: string;
  readonly taps: number;
  readonly letters: number;
  readonly unseen: readonly string[];
  readonly seconds: number;
  readonly problem?: string;
  readonly met: boolean;
};

async function walk(journey: Journey, size: Size, ground: Ground): Promise<Walked> {
  const start = performance.now();
  const about = { journey: journey.name, screen: `${size.width} x ${size.height}` };
  try {
    const fingers = await journey.walk(ground);
    const sum = (of: 'taps' | 'letters') => fingers.reduce((total, finger) => total + finger[of], 0);
    const [taps, letters, unseen] = [sum('taps'), sum('letters'), fingers.flatMap((finger) => finger.unseen)];
    const met = taps <= journey.goal.taps && letters <= (journey.goal.letters ?? 0) && unseen.length === 0;
    return { ...about, taps, letters, unseen, seconds: secondsSince(start), met };
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return { ...about, taps: 0, letters: 0, unseen: [], seconds: secondsSince(start), problem, met: false };
  } finally {
    await ground.end();
  }
}

/** For a table: the whole of it stands above. */
const short = (text = ''): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** Of the walk alone, phones that start included: to compare one run with another. */
const secondsSince = (start: number): number => (performance.now() - start) / 1000;

function row({ journey, taps, letters, unseen, seconds, problem, met }: Walked, goal: Journey['goal']): string[] {
  const most = goal.letters === undefined ? `${goal.taps}` : `${goal.taps} + ${goal.letters} letters`;
  const used = letters === 0 ? `${taps}` : `${taps} + ${letters} letters`;
  return [
    journey,
    problem === undefined ? used : '-',
    most,
    unseen.join(', ') || (problem === undefined ? 'all in sight' : ''),
    seconds.toFixed(1),
    problem === undefined ? (met ? 'met' : 'NOT MET') : problem,
  ];
}

export async function run(options: Options): Promise<readonly Walked[]> {
  const wanted = JOURNEYS.filter(({ name }) => name.includes(options['only'] ?? ''));
  const walked: Walked[] = [];
  const album = await Album.take();
  try {
    for (const size of SIZES) {
      const rows: string[][] = [];
      for (const journey of wanted) {
        const result = await walk(journey, size, await Ground.prepare(size, album, walked.length));
        walked.push(result);
        const cells = row(result, journey.goal);
        rows.push(cells);
        process.stdout.write(`${result.screen}: ${cells.join(' | ')}\n`);
      }
      const head = ['journey', 'taps', 'at most', 'out of sight', 'seconds', ''];
      const title = `\n${size.width} x ${size.height}`;
      process.stdout.write(
        `${renderTable({ title, head, rows: rows.map((cells) => [...cells.slice(0, 5), short(cells[5])]) })}\n`,
      );
    }
  } finally {
    await album.remove();
  }
  if (walked.some(({ met }) => !met)) process.exitCode = 1;
  return walked;
}
