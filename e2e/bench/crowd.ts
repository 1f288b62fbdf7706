/**
 * A crowd on one machine: one phone that gives a file to ten, ten that give to one, and five pairs at once, each over the
 * app and over the same number of bare data channels, in turn. Each round is compared with itself, and counts only if
 * others left the machine alone meanwhile.
 *
 * Flags: `--bytes N` (of each file), `--rounds N`, `--shape fan-out,fan-in,pairs`, `--receivers N` (in a fan-out;
 * the senders of a fan-in, and twice the pairs, are as many).
 */
import { join } from 'node:path';
import { randomFile } from '../drive/files.ts';
import { renderTable } from '../lab/table.ts';
import type { Options } from '../run/program.ts';
import { type Spread, show, spread } from './parts/figures.ts';
import { CROWD_WAYS, type CrowdWay, Gathering } from './parts/gathering.ts';
import { machineWords, probe } from './parts/machine.ts';
import { loopback } from './parts/place.ts';
import { ENOUGH_ROUNDS, idleLine, inTurn, lineOf, type Reading, ratios, shown, VERDICTS } from './parts/rounds.ts';
import { type Crowd, crowdOf, SHAPES, type Shape } from './parts/shapes.ts';
import { idleCpu, type Load } from './parts/ways.ts';

const BYTES = 30_000_000;
const ROUNDS = 7;
const RECEIVERS = 10;

type Result = Reading<CrowdWay> & {
  readonly shape: Shape;
  /** Of all files together. */
  readonly megabytesPerSecond: number;
  /** Of all browsers, beyond their idle use, for 100 MB received. */
  readonly cpuSecondsPer100MB: number;
  /** Seconds from the beginning until each file had arrived, in order. */
  readonly arrivals: readonly number[];
  /** Seconds from the first Accept to the last: one person answers one after the other. */
  readonly acceptedWithin: number;
  /** How often a sender's processes have read as much as its file. */
  readonly timesRead: number;
  readonly memory: Memory;
};

/** In bytes: the senders together, the receivers together, and the one phone that needed most. */
type Memory = {
  readonly peak: { readonly senders: number; readonly receivers: number; readonly busiest: number };
  readonly grown: { readonly senders: number; readonly receivers: number; readonly busiest: number };
};

type Setting = Load & { readonly shape: Shape; readonly crowd: Crowd };

const sum = (figures: readonly number[]): number => figures.reduce((all, figure) => all + figure, 0);

function memoryOf(figures: readonly number[], senders: number): Memory['peak'] {
  return {
    senders: sum(figures.slice(0, senders)),
    receivers: sum(figures.slice(senders)),
    busiest: Math.max(...figures),
  };
}

async function measure(
  { shape, crowd, ...load }: Setting,
  way: CrowdWay,
  gathering: Gathering,
  round: number,
  idle: number,
): Promise<Result> {
  const probeMs = probe();
  const { seconds, arrivals, acceptedWithin, usage } = await gathering.bring(load);
  const total = load.bytes * crowd.flows.length;
  const grown = usage.memoryPeak.map((peak, at) => peak - (usage.memoryBefore[at] ?? 0));
  return {
    way,
    shape,
    round,
    megabytesPerSecond: total / 1e6 / seconds,
    cpuSecondsPer100MB: (usage.cpuSeconds - idle * usage.seconds) / (total / 100e6),
    arrivals,
    acceptedWithin,
    timesRead: sum(usage.bytesRead.slice(0, crowd.senders)) / crowd.senders / load.bytes,
    memory: { peak: memoryOf(usage.memoryPeak, crowd.senders), grown: memoryOf(grown, crowd.senders) },
    others: usage.others,
    probeMs,
  };
}

async function rounds(setting: Setting, count: number): Promise<Result[]> {
  const gatherings = new Map<CrowdWay, Gathering>();
  const idle = new Map<CrowdWay, number>();
  try {
    for (const way of CROWD_WAYS) gatherings.set(way, await Gathering.open(setting.place, way, setting.crowd));
    for (const [way, gathering] of gatherings) say(line(await measure(setting, way, gathering, 0, 0)));
    for (const [way, { phones }] of gatherings) {
      const cpu = await idleCpu(phones);
      say(idleLine(way, cpu));
      idle.set(way, cpu);
    }
    const done: Result[] = [];
    for (let round = 1; round <= count; round++) {
      for (const way of inTurn(CROWD_WAYS, round)) {
        const gathering = gatherings.get(way);
        if (gathering === undefined) continue;
        const result = await measure(setting, way, gathering, round, idle.get(way) ?? 0);
        say(line(result));
        done.push(result);
      }
    }
    return done;
  } finally {
    for (const gathering of gatherings.values()) await gathering.close();
  }
}

const say = (words: string) => process.stdout.write(`${words}\n`);
const MB = (bytes: number) => bytes / 1e6;
const speed = ({ megabytesPerSecond }: Result) => megabytesPerSecond;
const cpu = ({ cpuSecondsPer100MB }: Result) => cpuSecondsPer100MB;
const first = ({ arrivals }: Result) => arrivals[0] ?? Number.NaN;
const last = ({ arrivals }: Result) => arrivals.at(-1) ?? Number.NaN;

function line(result: Result): string {
  const figures = [
    `${result.shape}, ${speed(result).toFixed(1)} MB/s together`,
    `${cpu(result).toFixed(2)} CPU-s per 100 MB`,
    `arrived after ${first(result).toFixed(1)} to ${last(result).toFixed(1)} s`,
    `read ${result.timesRead.toFixed(2)} times`,
  ];
  return lineOf(result, figures.join(', '));
}

type Summary = {
  readonly shape: Shape;
  readonly speedToBare: Spread;
  readonly cpuToBare: Spread;
  readonly rounds: number;
};

function report(all: readonly Result[], { shape, crowd, bytes }: Setting): Summary {
  const rows: readonly [string, (result: Result) => number, number?][] = [
    ['MB/s together', speed, 1],
    ['CPU-s per 100 MB', cpu],
    ['last accepted after s', ({ acceptedWithin }) => acceptedWithin, 1],
    ['first arrived after s', first, 1],
    ['last arrived after s', last, 1],
    ['MB/s of the slowest', (result) => MB(bytes) / last(result)],
    ['MB/s of the fastest', (result) => MB(bytes) / first(result)],
    ['file read, times', ({ timesRead }) => timesRead],
    ['senders, peak MB', ({ memory }) => MB(memory.peak.senders), 0],
    ['senders, grown MB', ({ memory }) => MB(memory.grown.senders), 0],
    ['receivers, peak MB', ({ memory }) => MB(memory.peak.receivers), 0],
    ['receivers, grown MB', ({ memory }) => MB(memory.grown.receivers), 0],
    ['busiest phone, peak MB', ({ memory }) => MB(memory.peak.busiest), 0],
    ['busiest phone, grown MB', ({ memory }) => MB(memory.grown.busiest), 0],
  ];
  const who = `${crowd.senders} to ${crowd.receivers}, ${crowd.flows.length} times ${MB(bytes).toFixed(0)} MB`;
  say(
    renderTable({
      title: `\n${shape}: ${who}: median (middle half; all) of the idle rounds`,
      head: ['', ...CROWD_WAYS],
      rows: rows.map(([name, figure, digits]) => [name, ...CROWD_WAYS.map((way) => shown(all, way, figure, digits))]),
    }),
  );
  const speeds = ratios(all, 'app', 'bare', speed);
  const costs = ratios(all, 'app', 'bare', cpu);
  say(`app to bare: speed ${show(spread(speeds))}, CPU ${show(spread(costs))} (${speeds.length} rounds)`);
  say(machineWords(all));
  if (speeds.length < ENOUGH_ROUNDS) say(VERDICTS['too few']);
  return { shape, speedToBare: spread(speeds), cpuToBare: spread(costs), rounds: speeds.length };
}

export async function run(options: Options): Promise<unknown> {
  const bytes = Number(options['bytes'] ?? BYTES);
  const count = Number(options['rounds'] ?? ROUNDS);
  const many = Number(options['receivers'] ?? RECEIVERS);
  const shapes = SHAPES.filter((shape) => options['shape']?.split(',').includes(shape) ?? true);
  const summaries: Summary[] = [];
  const all: Result[] = [];
  for (const shape of shapes) {
    const place = await loopback();
    try {
      const file = await randomFile(join(place.folder, 'source.bin'), bytes);
      const crowd = crowdOf(shape, shape === 'pairs' ? Math.ceil(many / 2) : many);
      const setting: Setting = { place, file, bytes, shape, crowd };
      const results = await rounds(setting, count);
      summaries.push(report(results, setting));
      all.push(...results);
    } finally {
      await place.close();
    }
  }
  return { bytes, many, summaries, rounds: all };
}
