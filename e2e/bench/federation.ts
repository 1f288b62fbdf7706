/**
 * Does a mesh of routers become whole after a power cut, and again after a split? N namespaces on one segment, a
 * process in each, started within a second of each other; an observer on the segment asks each router which others it
 * has. Then a third of them lose their cable for `--split` seconds.
 *
 * `--engine mesh`: the router process as it is. `--engine nats`: nats-server, whose routes discovery would feed; this
 * trial decided against it. Its list of routes grows as beacons would make it grow. A change waits for `DEBOUNCE_MS`,
 * is then written, and loaded by SIGHUP. In each pair only the router with the lower number solicits.
 *
 *   npm run bench -- federation [--engine mesh|nats] [--routers 20] [--rounds 4] [--split 75]
 */
import type { ChildProcess } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '../drive/files.ts';
import { signal, World } from '../lab/netns.ts';
import { renderTable, seconds } from '../lab/table.ts';
import { HOST, type Topology } from '../lab/topology.ts';
import type { Options } from '../run/program.ts';

const BUNDLE = fileURLToPath(new URL('../../dist/router.mjs', import.meta.url));
const START_WITHIN_MS = 1_000;
/** Time for a beacon to reach the list: the newcomer's next one, or the one it sends at its start. */
const HEARD_WITHIN_MS = 150;
const DEBOUNCE_MS = 300;
const GIVE_UP_MS = 30_000;
const ASK_EVERY_MS = 250;

const addressOf = (index: number): string => `10.99.0.${index + 1}`;

function topology(routers: number): Topology {
  const hosts = Array.from({ length: routers }, (_, index) => ({
    name: `n${index}`,
    on: 'backhaul',
    addresses: [addressOf(index)],
  }));
  const observer = { name: 'observer', on: 'backhaul', addresses: ['10.99.0.250'] };
  return { segments: [{ name: 'backhaul', range: '10.99.0.0/24' }], routers: [], hosts: [...hosts, observer] };
}

function conf(index: number, heard: ReadonlySet<number>): string {
  const routes = [...heard].filter((other) => other > index).map((other) => `nats://${addressOf(other)}:6222`);
  return [
    `server_name: n${index}`,
    'listen: 127.0.0.1:4222',
    `http: ${addressOf(index)}:8222`,
    'ping_interval: "2s"',
    'ping_max: 2',
    `cluster { name: hikyaku, listen: "${addressOf(index)}:6222", routes: ${JSON.stringify(routes)} }`,
  ].join('\n');
}

type Contender = {
  start(): Promise<void>;
  /** A beacon of the router `other` arrives about now. */
  hears(other: number): void;
};

/** A nats-server whose list of routes grows. */
class NatsServer implements Contender {
  readonly heard = new Set<number>();
  readonly #index: number;
  readonly #file: string;
  readonly #world: World;
  #process: ChildProcess | undefined;
  #settle: NodeJS.Timeout | undefined;

  constructor(index: number, folder: string, world: World) {
    this.#index = index;
    this.#file = join(folder, `n${index}.conf`);
    this.#world = world;
  }

  async start(): Promise<void> {
    await writeFile(this.#file, conf(this.#index, this.heard));
    const child = this.#world.spawn(`n${this.#index}`, ['nats-server', '-c', this.#file], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.#process = child;
    await saying(child, child.stderr, 'Server is ready');
  }

  hears(other: number): void {
    if (this.heard.has(other)) return;
    this.heard.add(other);
    if (other < this.#index) return; // the other one solicits
    clearTimeout(this.#settle);
    this.#settle = setTimeout(() => void this.#reload(), DEBOUNCE_MS);
  }

  async #reload(): Promise<void> {
    await writeFile(this.#file, conf(this.#index, this.heard));
    if (this.#process !== undefined) signal(this.#process, 'SIGHUP');
  }
}

/** The router process: it finds the others itself. */
class MeshRouter implements Contender {
  readonly #index: number;
  readonly #folder: string;
  readonly #world: World;

  constructor(index: number, folder: string, world: World) {
    this.#index = index;
    this.#folder = folder;
    this.#world = world;
  }

  async start(): Promise<void> {
    const node = `n${this.#index}`;
    const flags = [
      '--backhaul',
      HOST,
      '--turn',
      'off',
      '--https-port',
      'off',
      '--name',
      node,
      '--data-dir',
      join(this.#folder, node),
    ];
    const command = [process.execPath, BUNDLE, ...flags, '--mesh-key', 'the key of this trial'];
    const child = this.#world.spawn(node, command, { stdio: ['ignore', 'pipe', 'ignore'] });
    await saying(child, child.stdout, 'listening on');
  }

  hears(): void {}
}

async function saying(child: ChildProcess, output: Readable | null, words: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    if (output === null) return reject(new Error('no output'));
    createInterface(output).on('line', (line) => {
      if (line.includes(words)) resolve();
    });
    child.once('exit', (code) => reject(new Error(`it ended with ${code}`)));
  });
}

const ENGINES = {
  mesh: {
    Contender: MeshRouter,
    port: 8080,
    path: 'status.json',
    count: 'new Set(answer.mesh.routers.slice(1).map((r) => r.id)).size',
  },
  nats: {
    Contender: NatsServer,
    port: 8222,
    path: 'routez',
    count: 'new Set(answer.routes.map((r) => r.remote_id)).size',
  },
} as const;
type Engine = keyof typeof ENGINES;

/** Runs on the observer: prints the number of missing directed pairs, again and again. */
const observing = (engine: Engine): string => `
const n = Number(process.argv[1]);
const ask = async (i) => {
  try {
    const url = 'http://10.99.0.' + (i + 1) + ':${ENGINES[engine].port}/${ENGINES[engine].path}';
    const answer = await (await fetch(url, { signal: AbortSignal.timeout(1000) })).json();
    return ${ENGINES[engine].count};
  } catch { return 0; }
};
for (;;) {
  const have = await Promise.all(Array.from({ length: n }, (_, i) => ask(i)));
  console.log(have.reduce((sum, one) => sum + n - 1 - one, 0));
  await new Promise((next) => setTimeout(next, ${ASK_EVERY_MS}));
}`;

class Observer {
  missing = Number.POSITIVE_INFINITY;
  readonly #child: ChildProcess;

  constructor(world: World, routers: number, engine: Engine) {
    const command = [process.execPath, '--input-type=module', '-e', observing(engine), String(routers)];
    this.#child = world.spawn('observer', command, { stdio: ['ignore', 'pipe', 'inherit'] });
    if (this.#child.stdout) createInterface(this.#child.stdout).on('line', (line) => (this.missing = Number(line)));
  }

  /** Milliseconds until every server has all others, or `undefined` when it gave up. */
  async whole(): Promise<number | undefined> {
    const start = performance.now();
    while (this.missing !== 0) {
      if (performance.now() - start > GIVE_UP_MS) return undefined;
      await delay(50);
    }
    return performance.now() - start;
  }
}

type Round = {
  readonly coldMs?: number;
  readonly coldMissing: number;
  readonly healMs?: number;
  readonly healMissing?: number;
};

async function play(engine: Engine, routers: number, splitS: number): Promise<Round> {
  const world = await World.build(topology(routers));
  const folder = await temporaryFolder('nats');
  try {
    const { Contender } = ENGINES[engine];
    const servers: readonly Contender[] = Array.from(
      { length: routers },
      (_, index) => new Contender(index, folder.path, world),
    );
    const up = new Set<number>();
    await Promise.all(
      servers.map(async (server, index) => {
        await delay(Math.random() * START_WITHIN_MS);
        await server.start();
        for (const other of up) {
          setTimeout(() => servers[other]?.hears(index), Math.random() * HEARD_WITHIN_MS);
          setTimeout(() => server.hears(other), Math.random() * HEARD_WITHIN_MS);
        }
        up.add(index);
      }),
    );
    const observer = new Observer(world, routers, engine);
    const cold = await observer.whole();
    const coldMissing = observer.missing;
    const result = { ...(cold !== undefined && { coldMs: cold }), coldMissing };
    if (splitS === 0) return result;
    const cut = servers.map((_, index) => index).filter((index) => index % 3 === 0);
    await Promise.all(cut.map((index) => world.link(`n${index}`, HOST, 'down')));
    await delay(splitS * 1000);
    observer.missing = Number.POSITIVE_INFINITY;
    await Promise.all(cut.map((index) => world.link(`n${index}`, HOST, 'up')));
    const heal = await observer.whole();
    return { ...result, ...(heal !== undefined && { healMs: heal }), healMissing: observer.missing };
  } finally {
    await world.close();
    await folder.remove();
  }
}

export async function run(flags: Options): Promise<readonly Round[]> {
  const engine = flags['engine'] === 'nats' ? 'nats' : 'mesh';
  const [routers = 0, rounds = 0, split = 0] = [
    flags['routers'] ?? '20',
    flags['rounds'] ?? '4',
    flags['split'] ?? '75',
  ].map(Number);
  const time = (ms: number | undefined, missing: number): string =>
    ms === undefined ? `${missing} missing after ${GIVE_UP_MS / 1000} s` : seconds(ms);
  const results: Round[] = [];
  for (let round = 0; round < rounds; round += 1) results.push(await play(engine, routers, split));
  const table = {
    title: `${engine}, ${routers} routers (${routers * (routers - 1)} directed pairs)`,
    head: ['round', 'whole after the last start', `whole after ${split} s without cable`],
    rows: results.map(({ coldMs, coldMissing, healMs, healMissing }, index) => [
      String(index + 1),
      time(coldMs, coldMissing),
      healMissing === undefined ? '-' : time(healMs, healMissing),
    ]),
  };
  process.stdout.write(`${renderTable(table)}\n`);
  return results;
}
