/**
 * Where the processor time of a transfer goes, thread by thread, beside a bare channel's; and when the first byte leaves
 * after Accept, and how long after the last one the file is saved. `docs/speed.md` explains the threads. Chromium.
 *
 * Flags: `--bytes N`, `--rounds N`, `--plain` (root: plain HTTP on a private address, so IndexedDB), `--trace FOLDER` (one
 * more transfer under the browser's own tracing, which slows it).
 */
import { join } from 'node:path';
import { BLOCK_BYTES } from '../../src/protocol/limits.ts';
import { randomFile } from '../drive/files.ts';
import { renderTable } from '../lab/table.ts';
import type { Options } from '../run/program.ts';
import { median, show, spread } from './parts/figures.ts';
import { machineWords, probe } from './parts/machine.ts';
import { type Moments, MomentWatch } from './parts/moments.ts';
import { loopback, plain } from './parts/place.ts';
import { ENOUGH_ROUNDS, idleLine, inTurn, lineOf, pairwise, type Reading, spreadOf, VERDICTS } from './parts/rounds.ts';
import { accept } from './parts/saved.ts';
import { type ByThread, beyond, together } from './parts/threads.ts';
import { trace } from './parts/tracing.ts';
import { bring, clear, idleThreads, type Load, offer, openPair, type Pair } from './parts/ways.ts';

const BYTES = 100_000_000;
const ROUNDS = 7;
/** Transfers whose moments are noted. */
const MOMENTS = 5;
/** Threads that use less than this many processor seconds per 100 MB are left out. */
const LEAST = 0.015;

const COMPARED = ['bare', 'app'] as const;
type Compared = (typeof COMPARED)[number];

type Result = Reading<Compared> & {
  readonly megabytesPerSecond: number;
  /** Processor seconds per 100 MB of sender and receiver, beyond their idle use. */
  readonly threads: readonly ByThread[];
};

const say = (words: string) => process.stdout.write(`${words}\n`);

const per100MB = (used: ByThread, bytes: number): ByThread =>
  new Map([...used].map(([place, seconds]) => [place, seconds / (bytes / 100e6)]));

async function measure(
  pair: Pair,
  load: Load,
  way: Compared,
  round: number,
  idle: readonly ByThread[] = [],
): Promise<Result> {
  const probeMs = probe();
  const { seconds, usage, threads } = await bring(pair, load, way);
  return {
    way,
    round,
    megabytesPerSecond: load.bytes / 1e6 / seconds,
    threads: threads.map((used, side) => per100MB(beyond(used, idle[side] ?? new Map(), usage.seconds), load.bytes)),
    others: usage.others,
    probeMs,
  };
}

const ofAll = ({ threads }: Result): number => threads.reduce((sum, used) => sum + together(used), 0);

function line(result: Result): string {
  const speed = result.megabytesPerSecond.toFixed(1);
  return lineOf(result, `${speed} MB/s, ${ofAll(result).toFixed(2)} CPU-s per 100 MB`);
}

async function rounds(load: Load, count: number): Promise<Result[]> {
  const pairs = new Map<Compared, Pair>();
  try {
    for (const way of COMPARED) pairs.set(way, await openPair(load.place, way, {}));
    for (const [way, pair] of pairs) say(line(await measure(pair, load, way, 0)));
    const idle = new Map<Compared, readonly ByThread[]>();
    for (const [way, pair] of pairs) {
      const threads = await idleThreads(pair);
      say(
        idleLine(
          way,
          threads.reduce((sum, used) => sum + together(used), 0),
        ),
      );
      idle.set(way, threads);
    }
    const done: Result[] = [];
    for (let round = 1; round <= count; round++) {
      for (const way of inTurn(COMPARED, round)) {
        const pair = pairs.get(way);
        if (pair === undefined) continue;
        const result = await measure(pair, load, way, round, idle.get(way));
        say(line(result));
        done.push(result);
      }
    }
    return done;
  } finally {
    for (const pair of pairs.values()) await close(pair);
  }
}

const close = ({ from, to }: Pair) => Promise.allSettled([from.close(), to.close()]);

/** CPU seconds per 100 MB of each thread. */
function table(all: readonly Result[]): string {
  const row = (name: string, figure: (result: Result) => number) => {
    const [bare, app] = COMPARED.map((way) => spreadOf(all, way, figure).median);
    const more = median(pairwise(all, 'app', 'bare', (one, other) => figure(one) - figure(other)));
    return { name, bare: bare ?? Number.NaN, app: app ?? Number.NaN, more };
  };
  const rows = ['from', 'to'].flatMap((name, side) => {
    const places = new Set(all.flatMap(({ threads }) => [...(threads[side]?.keys() ?? [])]));
    return [...places].map((place) => row(`${name}: ${place}`, ({ threads }) => threads[side]?.get(place) ?? 0));
  });
  const shown = rows
    .filter(({ bare, app }) => Math.max(bare, app) >= LEAST)
    .sort((one, other) => other.app + other.bare - one.app - one.bare);
  return renderTable({
    title: '\nCPU seconds per 100 MB beyond idle use: medians of the idle rounds; more: of the differences in each',
    head: ['browser: process / thread', 'bare', 'app', 'more'],
    rows: [...shown, row('all threads', ofAll)].map(({ name, ...figures }) => [
      name,
      ...[figures.bare, figures.app, figures.more].map((figure) => figure.toFixed(2)),
    ]),
  });
}

function momentsTable(bytes: number, all: readonly Moments[]): string {
  const each = (pick: (moments: Moments) => number) => show(spread(all.map(pick)), 0);
  const perBlock = (count: number) => (count / (bytes / BLOCK_BYTES)).toFixed(2);
  return renderTable({
    title: 'Milliseconds, and messages',
    head: ['what', 'median (middle half; all)'],
    rows: [
      ['Accept to the first byte sent', each(({ firstSent }) => firstSent)],
      ['Accept to the first byte here', each(({ firstArrived }) => firstArrived)],
      ['last byte here to Saved', each(({ saved, lastArrived }) => saved - lastArrived)],
      ['Accept to Saved', each(({ saved }) => saved)],
      ['frames for each block', perBlock(median(all.map(({ frames }) => frames)))],
      ['words back for each block', perBlock(median(all.map(({ words }) => words)))],
    ],
  });
}

async function noteMoments(load: Load): Promise<Moments[]> {
  const pair = await openPair(load.place, 'app', {}, 'moments');
  try {
    const watch = await MomentWatch.start(pair.from, pair.to);
    const all: Moments[] = [];
    for (let round = 0; round <= MOMENTS; round++) {
      const name = await offer(pair, load);
      const moments = await watch.during(name);
      await pair.from.waitForState(name, 'Sent');
      await clear(pair.from, pair.to);
      if (round > 0) all.push(moments); // the first one compiles code
    }
    return all;
  } finally {
    await close(pair);
  }
}

async function writeTraces(load: Load, folder: string): Promise<void> {
  const pair = await openPair(load.place, 'app', {}, 'traced');
  try {
    const name = await offer(pair, load);
    const ends = [await trace(pair.from), await trace(pair.to)];
    await accept(pair.to, name);
    await pair.from.waitForState(name, 'Sent');
    for (const [side, end] of ends.entries()) await end(join(folder, `${['from', 'to'][side]}.trace.json`));
    say(`traces of both browsers: ${folder}`);
  } finally {
    await close(pair);
  }
}

export async function run(options: Options): Promise<unknown> {
  const bytes = Number(options['bytes'] ?? BYTES);
  const count = Number(options['rounds'] ?? ROUNDS);
  const place = await (options['plain'] === undefined ? loopback() : plain());
  try {
    const load: Load = { place, file: await randomFile(join(place.folder, 'source.bin'), bytes), bytes };
    const all = await rounds(load, count);
    const moments = await noteMoments(load);
    const compared = pairwise(all, 'app', 'bare', () => 1).length;
    say(table(all));
    say(momentsTable(bytes, moments));
    say(machineWords(all));
    say(compared < ENOUGH_ROUNDS ? `${VERDICTS['too few']} (${compared} rounds)` : `${compared} rounds`);
    const folder = options['trace'];
    if (folder !== undefined) await writeTraces(load, folder === '' ? process.cwd() : folder);
    const readable = all.map((result) => ({
      ...result,
      threads: result.threads.map((used) => Object.fromEntries(used)),
    }));
    return { bytes, moments, rounds: readable };
  } finally {
    await place.close();
  }
}
