/**
 * How near the app comes to the wire. Three ways to bring a file from one browser process to another, in alternating
 * order: (a) a bare data channel whose sink only counts; (b) this app, from pressing Accept to Saved, with digests and
 * disk; (c) a stop-and-wait loop into memory with PairDrop's figures.
 *
 * Flags: `--bytes N`, `--rounds N`, `--rtt 0,20,50` (beyond 0: root), `--firefox`.
 */
import { link } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { randomFile } from '../drive/files.ts';
import { callOf } from '../drive/page/inject.ts';
import type { Phone, PhoneOptions } from '../drive/phone.ts';
import { type Usage, watch } from '../drive/usage.ts';
import { renderTable } from '../lab/table.ts';
import type { Options } from '../run/main.ts';
import { delayed, loopback, type Place } from './parts/place.ts';

const BYTES = 200_000_000;
const ROUNDS = 5;
/** Time in which idle browsers are watched, in milliseconds, to know what they use by themselves. */
const IDLE_MS = 3_000;
const IDLE_LOOKS = 3;
const GOAL = { speed: 0.9, cpu: 1.25 } as const;

const WAYS = ['bare', 'app', 'stop-and-wait'] as const;
type Way = (typeof WAYS)[number];

type Round = {
  readonly way: Way;
  readonly rttMs: number;
  readonly megabytesPerSecond: number;
  /** Of all processes of both browsers, beyond their idle use. */
  readonly cpuSecondsPer100MB: number;
  /** Sender and receiver. */
  readonly peakBytes: readonly number[];
  readonly grownBytes: readonly number[];
};

type Pair = { readonly from: Phone; readonly to: Phone };
type Setting = {
  readonly place: Place;
  readonly rttMs: number;
  readonly file: string;
  readonly bytes: number;
};

const wire = (phone: Phone, name: string, ...args: readonly unknown[]) =>
  callOf('../../bench/parts/wire.ts', name, args).then((expression) => phone.evaluate(expression));

async function open(place: Place, way: Way, options: PhoneOptions): Promise<Pair> {
  const [from, to] = await Promise.all([
    place.phone(`From, ${way}`, 0, options),
    place.phone(`To, ${way}`, 1, options),
  ]);
  for (const phone of [from, to]) {
    await phone.open(way === 'app' ? place.url : 'about:blank');
    if (way !== 'app') continue;
    await phone.waitForStatus('Online');
    await phone.rename(phone.name);
  }
  if (way === 'app') await from.waitForDevice(to.name);
  return { from, to };
}

/** Processor seconds per second of two idle browsers: the least of a few readings, because they tidy up first. */
async function idleCpu({ from, to }: Pair): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let look = 0; look < IDLE_LOOKS; look++) {
    const { cpuSeconds, seconds } = await watch([from, to], () => after(IDLE_MS));
    least = Math.min(least, cpuSeconds / seconds);
  }
  return least;
}

/** Seconds that it took, and its use of the machine. */
type Measured = { readonly seconds: number; readonly usage: Usage };

async function overWire(
  { from, to }: Pair,
  { file, bytes }: Setting,
  way: 'bare' | 'stop-and-wait',
): Promise<Measured> {
  await wire(from, 'answered', await wire(to, 'answer', await wire(from, 'call')));
  if (way === 'stop-and-wait') {
    await wire(from, 'showPicker');
    await from.chooseFiles('Choose files', [file]);
  }
  await wire(to, way === 'bare' ? 'sink' : 'collect', bytes);
  let seconds = 0;
  const usage = await watch([from, to], async () => {
    const arrival = wire(to, 'arrived');
    const start = await (way === 'bare' ? wire(from, 'pour', bytes) : wire(from, 'stopAndWait'));
    seconds = (Number(await arrival) - Number(start)) / 1000;
  });
  for (const phone of [from, to]) {
    await wire(phone, 'end');
    await phone.open('about:blank');
  }
  return { seconds, usage };
}

/**
 * Returns the milliseconds between the next click and `Saved`, by the page's own clock: a driver's answers take time.
 * The page is read as a person reads it only at the end: at every tick of progress that would cost a second of CPU.
 */
async function clickToSaved(name: string): Promise<string> {
  const wanted = { query: { texts: [name, 'Verified'] }, states: ['Saved'], progress: 0 };
  const saved = await callOf('./screen.ts', 'waitFor', ['row', wanted, 600_000]);
  return `(async () => {
    const clicked = new Promise((resolve) =>
      document.addEventListener('click', () => resolve(performance.now()), { capture: true, once: true }));
    await new Promise((resolve) => {
      const look = () => document.querySelector('[data-phase=saved], [data-phase=failed]') && resolve();
      const attributeFilter = ['data-phase'];
      new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributeFilter });
    });
    const row = await ${saved};
    return row === null ? -1 : performance.now() - (await clicked);
  })()`;
}

let copies = 0;

async function overApp({ from, to }: Pair, { file, place }: Setting): Promise<Measured> {
  // A new name each round, or the receiver would say that it has the file from the last round.
  const name = `round-${++copies}.bin`;
  const path = join(place.folder, name);
  await link(file, path);
  await from.sendFiles([path], [to.name]);
  await to.offer();
  let seconds = 0;
  const usage = await watch([from, to], async () => {
    const saved = to.evaluate(await clickToSaved(name));
    await to.press({ role: 'button', name: 'Accept', in: { role: 'dialog', name: 'Incoming files' } });
    seconds = Number(await saved) / 1000;
    await from.waitForState(name, 'Sent');
  });
  if (seconds < 0) throw new Error(`${name} was not saved: ${await to.text()}`);
  for (const phone of [from, to]) await phone.press({ role: 'button', name: 'Hide' });
  await to.press({ role: 'button', prefix: 'Received files' });
  for (const name of ['Delete all', 'Delete']) await to.press({ role: 'button', name });
  await to.press({ role: 'button', prefix: 'Recently deleted' });
  for (const name of ['Delete now for good', 'Delete', 'Back', 'Back']) await to.press({ role: 'button', name });
  return { seconds, usage };
}

async function measure(setting: Setting, way: Way, pair: Pair, idleCpuPerSecond: number): Promise<Round> {
  const { seconds, usage } = await (way === 'app' ? overApp(pair, setting) : overWire(pair, setting, way));
  const hundreds = setting.bytes / 100e6;
  return {
    way,
    rttMs: setting.rttMs,
    megabytesPerSecond: setting.bytes / 1e6 / seconds,
    cpuSecondsPer100MB: (usage.cpuSeconds - idleCpuPerSecond * usage.seconds) / hundreds,
    peakBytes: usage.memoryPeak,
    grownBytes: usage.memoryPeak.map((peak, at) => peak - (usage.memoryBefore[at] ?? 0)),
  };
}

/** Each round rotates the order by one, so that no way always comes first. */
async function rounds(setting: Setting, count: number, options: PhoneOptions): Promise<Round[]> {
  const pairs = new Map<Way, Pair>();
  try {
    for (const way of WAYS) pairs.set(way, await open(setting.place, way, options));
    // A round that does not count: it compiles code and fills the cache.
    for (const [way, pair] of pairs) say(show(await measure(setting, way, pair, 0), 'warming up'));
    const idle = new Map<Way, number>();
    for (const [way, pair] of pairs) idle.set(way, await idleCpu(pair));
    const done: Round[] = [];
    for (let round = 0; round < count; round++) {
      for (let step = 0; step < WAYS.length; step++) {
        const way = WAYS[(step + round) % WAYS.length] ?? 'app';
        const pair = pairs.get(way);
        if (pair === undefined) continue;
        const result = await measure(setting, way, pair, idle.get(way) ?? 0);
        say(show(result, `round ${round + 1}`));
        done.push(result);
      }
    }
    return done;
  } finally {
    for (const { from, to } of pairs.values()) await Promise.allSettled([from.close(), to.close()]);
  }
}

const say = (line: string) => process.stdout.write(`${line}\n`);
const MB = (bytes: number) => (bytes / 1e6).toFixed(0);

function show({ way, rttMs, megabytesPerSecond, cpuSecondsPer100MB }: Round, when: string): string {
  return `${when}, ${rttMs} ms, ${way}: ${megabytesPerSecond.toFixed(1)} MB/s, ${cpuSecondsPer100MB.toFixed(2)} CPU-s per 100 MB`;
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

function medians(all: readonly Round[], rttMs: number, way: Way) {
  const mine = all.filter((round) => round.way === way && round.rttMs === rttMs);
  const each = (pick: (round: Round) => number) => median(mine.map(pick));
  return {
    way,
    rttMs,
    rounds: mine.length,
    megabytesPerSecond: each((round) => round.megabytesPerSecond),
    slowest: Math.min(...mine.map((round) => round.megabytesPerSecond)),
    fastest: Math.max(...mine.map((round) => round.megabytesPerSecond)),
    cpuSecondsPer100MB: each((round) => round.cpuSecondsPer100MB),
    peakBytes: [0, 1].map((at) => each(({ peakBytes }) => peakBytes[at] ?? 0)),
    grownBytes: [0, 1].map((at) => each(({ grownBytes }) => grownBytes[at] ?? 0)),
  };
}

function summary(all: readonly Round[], rttMs: number) {
  const [bare, app, waiting] = [
    medians(all, rttMs, 'bare'),
    medians(all, rttMs, 'app'),
    medians(all, rttMs, 'stop-and-wait'),
  ];
  const speed = app.megabytesPerSecond / bare.megabytesPerSecond;
  const cpu = app.cpuSecondsPer100MB / bare.cpuSecondsPer100MB;
  return {
    rttMs,
    medians: [bare, app, waiting],
    ratios: {
      speedToBare: speed,
      cpuToBare: cpu,
      speedToStopAndWait: app.megabytesPerSecond / waiting.megabytesPerSecond,
    },
    goalMet: speed >= GOAL.speed && cpu <= GOAL.cpu,
  };
}

function print({ rttMs, medians: of, ratios, goalMet }: ReturnType<typeof summary>): void {
  say(
    renderTable({
      title: `\nRound-trip time ${rttMs} ms, medians of ${of[0]?.rounds} rounds`,
      head: ['way', 'MB/s', 'slowest', 'fastest', 'CPU-s/100 MB', 'peak MB (from, to)', 'grown MB (from, to)'],
      rows: of.map((way) => [
        way.way,
        way.megabytesPerSecond.toFixed(1),
        way.slowest.toFixed(1),
        way.fastest.toFixed(1),
        way.cpuSecondsPer100MB.toFixed(2),
        way.peakBytes.map(MB).join(', '),
        way.grownBytes.map(MB).join(', '),
      ]),
    }),
  );
  say(
    `app to bare: speed ${ratios.speedToBare.toFixed(2)} (goal ${GOAL.speed}), CPU ${ratios.cpuToBare.toFixed(2)} (goal ${GOAL.cpu}); ` +
      `app to stop-and-wait: speed ${ratios.speedToStopAndWait.toFixed(2)}. ${goalMet ? 'Goal met' : 'Goal MISSED'}`,
  );
}

export async function run(options: Options): Promise<unknown> {
  const bytes = Number(options['bytes'] ?? BYTES);
  const count = Number(options['rounds'] ?? ROUNDS);
  const rtts = (options['rtt'] ?? '0').split(',').map(Number);
  const browser: PhoneOptions = options['firefox'] === undefined ? {} : { browser: 'firefox' };
  const all: Round[] = [];
  for (const rttMs of rtts) {
    const place = await (rttMs === 0 ? loopback() : delayed(rttMs));
    try {
      const file = await randomFile(join(place.folder, 'source.bin'), bytes);
      all.push(...(await rounds({ place, rttMs, file, bytes }, count, browser)));
    } finally {
      await place.close();
    }
  }
  const summaries = rtts.map((rttMs) => summary(all, rttMs));
  for (const one of summaries) print(one);
  return { browser: browser.browser ?? 'chromium', bytes, summaries, rounds: all };
}
