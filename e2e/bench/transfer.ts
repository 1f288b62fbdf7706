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
import type { Options } from '../run/program.ts';
import { median, type Spread, show, spread } from './parts/figures.ts';
import { machineWords, probe } from './parts/machine.ts';
import { delayed, loopback, type Place, plain } from './parts/place.ts';
import {
  idleLine,
  inTurn,
  isIdle,
  lineOf,
  type Reading,
  ratios,
  shown,
  VERDICTS,
  type Verdict,
  verdictOf,
} from './parts/rounds.ts';
import { bring, idleCpu, type Load, openPair, type Pair, WAYS, type Way } from './parts/ways.ts';

const BYTES = 200_000_000;
const ROUNDS = 7;
const GOALS = {
  /** Chromium, bytes stored in OPFS. */
  best: { speed: 0.95, cpu: 1.1 },
  /** Firefox, or bytes stored in IndexedDB. */
  other: { speed: 0.9, cpu: 1.2 },
} as const;

type Result = Reading<Way> & {
  readonly rttMs: number;
  readonly megabytesPerSecond: number;
  /** Of all processes of both browsers, beyond their idle use. */
  readonly cpuSecondsPer100MB: number;
  /** Sender and receiver. */
  readonly peakBytes: readonly number[];
  readonly grownBytes: readonly number[];
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

async function rounds(setting: Setting, count: number, options: PhoneOptions): Promise<Result[]> {
  const { ways } = setting;
  const pairs = new Map<Way, Pair>();
  try {
    for (const way of ways) pairs.set(way, await openPair(setting.place, way, options));
    for (const [way, pair] of pairs) say(line(await measure(setting, way, pair, 0, 0)));
    const idle = new Map<Way, number>();
    for (const [way, { from, to }] of pairs) {
      const cpu = await idleCpu([from, to]);
      say(idleLine(way, cpu));
      idle.set(way, cpu);
    }
    const done: Result[] = [];
    for (let round = 1; round <= count; round++) {
      for (const way of inTurn(ways, round)) {
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
const speed = ({ megabytesPerSecond }: Result) => megabytesPerSecond;
const cpu = ({ cpuSecondsPer100MB }: Result) => cpuSecondsPer100MB;

function line(result: Result): string {
  const figures = `${speed(result).toFixed(1)} MB/s, ${cpu(result).toFixed(2)} CPU-s per 100 MB`;
  return lineOf(result, `${result.rttMs} ms, ${figures}`);
}

type Summary = {
  readonly rttMs: number;
  readonly speedToBare: Spread;
  readonly cpuToBare: Spread;
  readonly speedToStopAndWait: Spread;
  readonly rounds: number;
  readonly verdict: Verdict;
};

function summary(
  all: readonly Result[],
  rttMs: number,
  goal: { readonly speed: number; readonly cpu: number },
): Summary {
  const speeds = ratios(all, 'app', 'bare', speed);
  const costs = ratios(all, 'app', 'bare', cpu);
  return {
    rttMs,
    speedToBare: spread(speeds),
    cpuToBare: spread(costs),
    speedToStopAndWait: spread(ratios(all, 'app', 'stop-and-wait', speed)),
    rounds: speeds.length,
    verdict: verdictOf([
      { figures: speeds, isMet: (ratio) => ratio >= goal.speed },
      { figures: costs, isMet: (ratio) => ratio <= goal.cpu },
    ]),
  };
}

function table(all: readonly Result[], rttMs: number, ways: readonly Way[]): string {
  const row = (way: Way): readonly string[] => {
    const mine = all.filter((result) => result.way === way && isIdle(result));
    const sides = (pick: (result: Result) => readonly number[]) =>
      [0, 1].map((at) => MB(median(mine.map((result) => pick(result)[at] ?? 0)))).join(', ');
    return [
      way,
      shown(all, way, speed, 1),
      shown(all, way, cpu),
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
      if (ways.includes('stop-and-wait')) say(`app to stop-and-wait: speed ${show(one.speedToStopAndWait)}`);
      say(machineWords(results));
      say(`${VERDICTS[one.verdict]} (${one.rounds} rounds)`);
    } finally {
      await place.close();
    }
  }
  return { browser: browser.browser ?? 'chromium', isPlain, bytes, summaries, rounds: all };
}
