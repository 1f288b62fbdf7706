/**
 * How near the app comes to the wire: a bare data channel, this app, and a stop-and-wait loop, in alternating order
 * (`parts/ways.ts`). Each round is compared with itself; a round counts only if others left the machine alone meanwhile,
 * and without enough such rounds no goal is called met or missed.
 *
 * Flags: `--bytes N`, `--rounds N`, `--rtt 0,20,50` (beyond 0: root), `--firefox`, `--plain` (root: plain HTTP on a
 * private address, so that bytes are stored in IndexedDB), `--only app,bare`.
 */
import { join } from 'node:path';
import { randomFile } from '../drive/files.ts';
import type { PhoneOptions } from '../drive/phone.ts';
import { renderTable } from '../lab/table.ts';
import type { Options } from '../run/main.ts';
import { median, type Spread, show, spread } from './parts/figures.ts';
import { IDLE_SHARE, machineWords, probe } from './parts/machine.ts';
import { delayed, loopback, type Place, plain } from './parts/place.ts';
import { bring, idleCpu, type Load, openPair, type Pair, WAYS, type Way } from './parts/ways.ts';

const BYTES = 200_000_000;
const ROUNDS = 7;
/** Fewest idle rounds on which a goal is judged. */
const ENOUGH_ROUNDS = 5;
const GOALS = {
  /** Chromium, bytes stored in OPFS. */
  best: { speed: 0.95, cpu: 1.1 },
  /** Firefox, or bytes stored in IndexedDB. */
  other: { speed: 0.9, cpu: 1.2 },
} as const;

type Result = {
  readonly way: Way;
  readonly rttMs: number;
  readonly round: number;
  readonly megabytesPerSecond: number;
  /** Of all processes of both browsers, beyond their idle use. */
  readonly cpuSecondsPer100MB: number;
  /** Sender and receiver. */
  readonly peakBytes: readonly number[];
  readonly grownBytes: readonly number[];
  /** Share of the machine that others used meanwhile, and milliseconds that the same work took just before. */
  readonly others: number;
  readonly probeMs: number;
};

type Setting = Load & { readonly rttMs: number; readonly ways: readonly Way[] };

async function measure(setting: Setting, way: Way, pair: Pair, round: number, idle: number): Promise<Result> {
  const probeMs = probe();
  const { seconds, usage } = await bring(pair, setting, way);
  return {
    way,
    rttMs: setting.rttMs,
    round,
    megabytesPerSecond: setting.bytes / 1e6 / seconds,
    cpuSecondsPer100MB: (usage.cpuSeconds - idle * usage.seconds) / (setting.bytes / 100e6),
    peakBytes: usage.memoryPeak,
    grownBytes: usage.memoryPeak.map((peak, at) => peak - (usage.memoryBefore[at] ?? 0)),
    others: usage.others,
    probeMs,
  };
}

/** Each round rotates the order by one, so that no way always comes first. */
async function rounds(setting: Setting, count: number, options: PhoneOptions): Promise<Result[]> {
  const { ways } = setting;
  const pairs = new Map<Way, Pair>();
  try {
    for (const way of ways) pairs.set(way, await openPair(setting.place, way, options));
    // A round that does not count: it compiles code and fills the cache.
    for (const [way, pair] of pairs) say(line(await measure(setting, way, pair, 0, 0)));
    const idle = new Map<Way, number>();
    for (const [way, { from, to }] of pairs) idle.set(way, await idleCpu([from, to]));
    const done: Result[] = [];
    for (let round = 1; round <= count; round++) {
      for (let step = 0; step < ways.length; step++) {
        const way = ways[(step + round) % ways.length] ?? 'app';
        const pair = pairs.get(way);
        if (pair === undefined) continue;
        const result = await measure(setting, way, pair, round, idle.get(way) ?? 0);
        say(line(result));
        done.push(result);
      }
    }
    return done;
  } finally {
    for (const { from, to } of pairs.values()) await Promise.allSettled([from.close(), to.close()]);
  }
}

const say = (words: string) => process.stdout.write(`${words}\n`);
const MB = (bytes: number) => (bytes / 1e6).toFixed(0);
const isIdle = ({ others }: Result): boolean => others <= IDLE_SHARE;

function line(result: Result): string {
  const { way, rttMs, round, megabytesPerSecond, cpuSecondsPer100MB, others } = result;
  const when = round === 0 ? 'warming up' : `round ${round}`;
  const figures = `${megabytesPerSecond.toFixed(1)} MB/s, ${cpuSecondsPer100MB.toFixed(2)} CPU-s per 100 MB`;
  return `${when}, ${rttMs} ms, ${way}: ${figures}${isIdle(result) ? '' : `; not idle, others used ${(others * 100).toFixed(0)} %`}`;
}

/** Ratio of two ways in each round in which the machine was idle for both. */
function ratios(all: readonly Result[], of: Way, to: Way, figure: (result: Result) => number): number[] {
  return all.flatMap((result) => {
    if (result.way !== of || !isIdle(result)) return [];
    const other = all.find(({ way, round }) => way === to && round === result.round);
    return other !== undefined && isIdle(other) ? [figure(result) / figure(other)] : [];
  });
}

type Summary = {
  readonly rttMs: number;
  readonly speedToBare: Spread;
  readonly cpuToBare: Spread;
  readonly speedToStopAndWait: Spread;
  readonly rounds: number;
  readonly verdict: 'met' | 'missed' | 'not idle';
};

function summary(
  all: readonly Result[],
  rttMs: number,
  goal: { readonly speed: number; readonly cpu: number },
): Summary {
  const speed = ({ megabytesPerSecond }: Result) => megabytesPerSecond;
  const cpu = ({ cpuSecondsPer100MB }: Result) => cpuSecondsPer100MB;
  const speeds = ratios(all, 'app', 'bare', speed);
  const costs = ratios(all, 'app', 'bare', cpu);
  const isMet = median(speeds) >= goal.speed && median(costs) <= goal.cpu;
  return {
    rttMs,
    speedToBare: spread(speeds),
    cpuToBare: spread(costs),
    speedToStopAndWait: spread(ratios(all, 'app', 'stop-and-wait', speed)),
    rounds: speeds.length,
    verdict: speeds.length < ENOUGH_ROUNDS ? 'not idle' : isMet ? 'met' : 'missed',
  };
}

function table(all: readonly Result[], rttMs: number, ways: readonly Way[]): string {
  const row = (way: Way): readonly string[] => {
    const mine = all.filter((result) => result.way === way && isIdle(result));
    const figures = (pick: (result: Result) => number) => mine.map(pick);
    const sides = (pick: (result: Result) => readonly number[]) =>
      [0, 1].map((at) => MB(median(figures((result) => pick(result)[at] ?? 0)))).join(', ');
    return [
      way,
      show(spread(figures((result) => result.megabytesPerSecond)), 1),
      show(spread(figures((result) => result.cpuSecondsPer100MB))),
      sides((result) => result.peakBytes),
      sides((result) => result.grownBytes),
    ];
  };
  return renderTable({
    title: `\nRound-trip time ${rttMs} ms: median (middle half; all) of the idle rounds`,
    head: ['way', 'MB/s', 'CPU-s/100 MB', 'peak MB (from, to)', 'grown MB (from, to)'],
    rows: ways.map(row),
  });
}

const VERDICTS = {
  met: 'Goal met',
  missed: 'Goal MISSED',
  'not idle': `Not idle: fewer than ${ENOUGH_ROUNDS} rounds had the machine for themselves, so no goal is judged`,
} as const;

export async function run(options: Options): Promise<unknown> {
  const bytes = Number(options['bytes'] ?? BYTES);
  const count = Number(options['rounds'] ?? ROUNDS);
  const rtts = (options['rtt'] ?? '0').split(',').map(Number);
  const ways = WAYS.filter((way) => options['only']?.split(',').includes(way) ?? true);
  const isPlain = options['plain'] !== undefined;
  const browser: PhoneOptions = options['firefox'] === undefined ? {} : { browser: 'firefox' };
  const goal = isPlain || browser.browser === 'firefox' ? GOALS.other : GOALS.best;
  const summaries: Summary[] = [];
  const all: Result[] = [];
  for (const rttMs of rtts) {
    const place: Place = await (isPlain ? plain() : rttMs === 0 ? loopback() : delayed(rttMs));
    try {
      const file = await randomFile(join(place.folder, 'source.bin'), bytes);
      const results = await rounds({ place, rttMs, file, bytes, ways }, count, browser);
      all.push(...results);
      say(table(results, rttMs, ways));
      const one = summary(results, rttMs, goal);
      summaries.push(one);
      say(
        `app to bare: speed ${show(one.speedToBare)} (goal ${goal.speed}), CPU ${show(one.cpuToBare)} (goal ${goal.cpu})`,
      );
      say(`app to stop-and-wait: speed ${show(one.speedToStopAndWait)}`);
      say(
        machineWords(
          results.map(({ others }) => others),
          results.map(({ probeMs }) => probeMs),
        ),
      );
      say(`${VERDICTS[one.verdict]} (${one.rounds} rounds)`);
    } finally {
      await place.close();
    }
  }
  return { browser: browser.browser ?? 'chromium', isPlain, bytes, summaries, rounds: all };
}
