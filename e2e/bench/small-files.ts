/**
 * What small files cost: a folder of very many, and one file of the same bytes, in turn between the same two phones, from
 * pressing Accept to Saved. Each round is compared with itself, and counts only if others left the machine alone.
 *
 * Flags: `--files N`, `--bytes-each N` (on average; some are twice that, some nearly nothing), `--rounds N`.
 */
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { randomFile } from '../drive/files.ts';
import { renderTable } from '../lab/table.ts';
import type { Options } from '../run/program.ts';
import { show, spread } from './parts/figures.ts';
import { machineWords, probe } from './parts/machine.ts';
import { plant, type Tree, totalOf } from './parts/many.ts';
import { loopback } from './parts/place.ts';
import {
  idleLine,
  inTurn,
  lineOf,
  pairwise,
  type Reading,
  ratios,
  shown,
  VERDICTS,
  verdictOf,
} from './parts/rounds.ts';
import { bring, idleCpu, type Load, type Measured, openPair, overApp, type Pair } from './parts/ways.ts';

const FILES = 10_000;
const BYTES_EACH = 3_000;
const ROUNDS = 7;
/** As people's folders: a day, a team, an album. */
const FILES_IN_A_FOLDER = 20;
/** Least share of the speed of one large file. */
const GOAL = 0.5;

const WAYS = ['folder', 'one file'] as const;
type Way = (typeof WAYS)[number];

type Result = Reading<Way> & {
  readonly seconds: number;
  readonly megabytesPerSecond: number;
  /** Of all processes of both browsers, beyond their idle use. */
  readonly cpuSeconds: number;
  /** Sender and receiver. */
  readonly grownBytes: readonly number[];
};

type Setting = { readonly pair: Pair; readonly load: Load; readonly folder: Folder; readonly idle: number };

/** A tree on the disk that gets a new name for each round, or the receiver would say that it has it. */
class Folder {
  readonly tree: Tree;
  readonly #place: string;
  #name = 'folder-0';
  #moves = 0;

  constructor(place: string, tree: Tree) {
    this.#place = place;
    this.tree = tree;
  }

  plant(): Promise<unknown> {
    return plant(join(this.#place, this.#name), this.tree);
  }

  async renamed(): Promise<{ readonly name: string; readonly path: string }> {
    const name = `folder-${++this.#moves}`;
    const path = join(this.#place, name);
    await rename(join(this.#place, this.#name), path);
    this.#name = name;
    return { name, path };
  }
}

async function bringFolder(pair: Pair, folder: Folder): Promise<Measured> {
  const { from, to } = pair;
  const { name, path } = await folder.renamed();
  await from.sendFolder(path, [to.name]);
  await to.offer();
  return overApp(pair, name);
}

async function measure(setting: Setting, way: Way, round: number): Promise<Result> {
  const probeMs = probe();
  const { pair, load, folder } = setting;
  const { seconds, usage } = await (way === 'folder' ? bringFolder(pair, folder) : bring(pair, load, 'app'));
  return {
    way,
    round,
    seconds,
    megabytesPerSecond: load.bytes / 1e6 / seconds,
    cpuSeconds: usage.cpuSeconds - setting.idle * usage.seconds,
    grownBytes: usage.memoryPeak.map((peak, at) => peak - (usage.memoryBefore[at] ?? 0)),
    others: usage.others,
    probeMs,
  };
}

const say = (words: string) => process.stdout.write(`${words}\n`);
const speed = ({ megabytesPerSecond }: Result) => megabytesPerSecond;
const MB = (bytes: number) => bytes / 1e6;

function line(result: Result): string {
  const { seconds, cpuSeconds } = result;
  return lineOf(result, `${speed(result).toFixed(2)} MB/s in ${seconds.toFixed(1)} s, ${cpuSeconds.toFixed(2)} CPU-s`);
}

async function rounds(setting: Setting, count: number): Promise<Result[]> {
  for (const way of WAYS) say(line(await measure(setting, way, 0)));
  const idle = await idleCpu([setting.pair.from, setting.pair.to]);
  say(idleLine('app', idle));
  const done: Result[] = [];
  for (let round = 1; round <= count; round++) {
    for (const way of inTurn(WAYS, round)) {
      const result = await measure({ ...setting, idle }, way, round);
      say(line(result));
      done.push(result);
    }
  }
  return done;
}

function report(all: readonly Result[], { files, folders }: Tree, bytes: number) {
  const speeds = ratios(all, 'folder', 'one file', speed);
  const perFileMs = pairwise(
    all,
    'folder',
    'one file',
    (folder, one) => ((folder.cpuSeconds - one.cpuSeconds) * 1000) / files,
  );
  say(
    renderTable({
      title: `\n${files} files in ${folders} folders, ${MB(bytes).toFixed(1)} MB in all: median (middle half; all) of the idle rounds`,
      head: ['way', 'MB/s', 'files/s', 'CPU-s', 'grown MB (from)', 'grown MB (to)'],
      rows: WAYS.map((way) => [
        way,
        shown(all, way, speed),
        way === 'folder' ? shown(all, way, ({ seconds }) => files / seconds, 0) : '',
        shown(all, way, ({ cpuSeconds }) => cpuSeconds),
        shown(all, way, ({ grownBytes }) => MB(grownBytes[0] ?? 0), 0),
        shown(all, way, ({ grownBytes }) => MB(grownBytes[1] ?? 0), 0),
      ]),
    }),
  );
  const verdict = verdictOf([{ figures: speeds, isMet: (ratio) => ratio >= GOAL }]);
  say(`folder to one file: speed ${show(spread(speeds))} (goal ${GOAL})`);
  say(`CPU beyond the one file: ${show(spread(perFileMs))} ms for each file`);
  say(machineWords(all));
  say(`${VERDICTS[verdict]} (${speeds.length} rounds)`);
  return { speedToOneFile: spread(speeds), cpuMsPerFile: spread(perFileMs), verdict };
}

export async function run(options: Options): Promise<unknown> {
  const files = Number(options['files'] ?? FILES);
  const tree: Tree = {
    files,
    folders: Math.ceil(files / FILES_IN_A_FOLDER),
    bytes: files * Number(options['bytes-each'] ?? BYTES_EACH),
  };
  const bytes = totalOf(tree);
  const place = await loopback();
  try {
    const folder = new Folder(place.folder, tree);
    await folder.plant();
    const file = await randomFile(join(place.folder, 'source.bin'), bytes);
    const pair = await openPair(place, 'app', {});
    try {
      const setting = { pair, folder, load: { place, file, bytes }, idle: 0 };
      const all = await rounds(setting, Number(options['rounds'] ?? ROUNDS));
      return { tree, bytes, summary: report(all, tree, bytes), rounds: all };
    } finally {
      await Promise.allSettled([pair.from.close(), pair.to.close()]);
    }
  } finally {
    await place.close();
  }
}
