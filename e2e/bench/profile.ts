/**
 * Where the processor time of a transfer goes, thread by thread, beside a bare channel's; and when the first byte leaves
 * after Accept, and how long after the last one the file is saved. `docs/speed.md` explains the threads. Chromium.
 *
 * Flags: `--bytes N`, `--rounds N`, `--trace FOLDER` (one more transfer under the browser's own tracing, which slows it).
 */
import { link } from 'node:fs/promises';
import { join } from 'node:path';
import { randomFile } from '../drive/files.ts';
import { renderTable } from '../lab/table.ts';
import type { Options } from '../run/main.ts';
import { median, show, spread } from './parts/figures.ts';
import { machineWords, probe } from './parts/machine.ts';
import { type Moments, MomentWatch } from './parts/moments.ts';
import { loopback } from './parts/place.ts';
import { isIdle } from './parts/rounds.ts';
import { trace } from './parts/tracing.ts';
import { bring, clear, type Load, type Measured, openPair, type Pair } from './parts/ways.ts';

const BYTES = 100_000_000;
const ROUNDS = 7;
/** Transfers whose moments are noted. */
const MOMENTS = 5;
/** Threads that use less than this many processor seconds per 100 MB are left out. */
const LEAST = 0.015;

const say = (words: string) => process.stdout.write(`${words}\n`);

/** CPU seconds per 100 MB of each thread, the median of the rounds. */
function table(bytes: number, bare: readonly Measured[], app: readonly Measured[]): string {
  const of = (rounds: readonly Measured[], side: number, place: string) =>
    median(rounds.map(({ threads }) => threads[side]?.get(place) ?? 0)) / (bytes / 100e6);
  const rows = ['from', 'to'].flatMap((name, side) => {
    const places = new Set([...bare, ...app].flatMap(({ threads }) => [...(threads[side]?.keys() ?? [])]));
    return [...places].map((place) => ({
      name: `${name}: ${place}`,
      bare: of(bare, side, place),
      app: of(app, side, place),
    }));
  });
  const shown = rows
    .filter((row) => Math.max(row.bare, row.app) >= LEAST)
    .sort((a, b) => b.app + b.bare - a.app - a.bare);
  const cells = (row: { name: string; bare: number; app: number }) => [
    row.name,
    row.bare.toFixed(2),
    row.app.toFixed(2),
    (row.app - row.bare).toFixed(2),
  ];
  const sum = rows.reduce((all, row) => ({ name: 'all', bare: all.bare + row.bare, app: all.app + row.app }));
  return renderTable({
    title: '\nCPU seconds per 100 MB, median',
    head: ['browser: process / thread', 'bare', 'app', 'more'],
    rows: [...shown.map(cells), cells({ ...sum, name: 'all threads' })],
  });
}

function momentsTable(bytes: number, all: readonly Moments[]): string {
  const each = (pick: (moments: Moments) => number) => show(spread(all.map(pick)), 0);
  const perBlock = (count: number) => (count / (bytes / (512 * 1024))).toFixed(2);
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

/** Offers the file once more, under a name of its own. */
async function offer({ from, to }: Pair, { file, place }: Load, name: string): Promise<() => Promise<void>> {
  await link(file, join(place.folder, name));
  await from.sendFiles([join(place.folder, name)], [to.name]);
  await to.offer();
  return () => to.press({ role: 'button', name: 'Accept', in: { role: 'dialog', name: 'Incoming files' } });
}

async function noteMoments(load: Load): Promise<Moments[]> {
  const pair = await openPair(load.place, 'app', {});
  try {
    const watch = await MomentWatch.start(pair.from, pair.to);
    const all: Moments[] = [];
    for (let round = 0; round <= MOMENTS; round++) {
      const name = `moment-${round}.bin`;
      const moments = await watch.during(await offer(pair, load, name));
      await pair.from.waitForState(name, 'Sent');
      await clear(pair.from, pair.to);
      if (round > 0) all.push(moments); // the first one compiles code
    }
    return all;
  } finally {
    await Promise.allSettled([pair.from.close(), pair.to.close()]);
  }
}

async function writeTraces(load: Load, folder: string): Promise<void> {
  const pair = await openPair(load.place, 'app', {});
  try {
    const accept = await offer(pair, load, 'traced.bin');
    const ends = [await trace(pair.from), await trace(pair.to)];
    await accept();
    await pair.from.waitForState('traced.bin', 'Sent');
    for (const [side, end] of ends.entries()) await end(join(folder, `${['from', 'to'][side]}.trace.json`));
    say(`traces of both browsers: ${folder}`);
  } finally {
    await Promise.allSettled([pair.from.close(), pair.to.close()]);
  }
}

export async function run(options: Options): Promise<unknown> {
  const bytes = Number(options['bytes'] ?? BYTES);
  const count = Number(options['rounds'] ?? ROUNDS);
  const place = await loopback();
  const file = await randomFile(join(place.folder, 'source.bin'), bytes);
  const load: Load = { place, file, bytes };
  const pairs = { bare: await openPair(place, 'bare', {}), app: await openPair(place, 'app', {}) };
  const rounds: Record<'bare' | 'app', (Measured & { readonly others: number; readonly probeMs: number })[]> = {
    bare: [],
    app: [],
  };
  try {
    for (let round = 0; round <= count; round++) {
      for (const way of round % 2 === 0 ? (['bare', 'app'] as const) : (['app', 'bare'] as const)) {
        const probeMs = probe();
        const measured = await bring(pairs[way], load, way);
        if (round > 0) rounds[way].push({ ...measured, others: measured.usage.others, probeMs }); // the first one compiles code
      }
    }
    for (const { from, to } of Object.values(pairs)) await Promise.allSettled([from.close(), to.close()]);
    const moments = await noteMoments(load);
    const idle = (way: 'bare' | 'app') => rounds[way].filter(isIdle);
    say(table(bytes, idle('bare'), idle('app')));
    say(momentsTable(bytes, moments));
    say(machineWords([...rounds.bare, ...rounds.app]));
    const folder = options['trace'];
    if (folder !== undefined) await writeTraces(load, folder === '' ? process.cwd() : folder);
    const plain = (way: 'bare' | 'app') =>
      rounds[way].map(({ threads }) => threads.map((of) => Object.fromEntries(of)));
    return { bytes, moments, bare: plain('bare'), app: plain('app') };
  } finally {
    await place.close();
  }
}
