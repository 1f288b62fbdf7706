/**
 * The trial that decided against NATS between routers: does a cluster that discovery feeds become whole? N namespaces on
 * one segment, a nats-server in each, started within a second of each other as after a power cut. A router's list of routes
 * grows as beacons would make it grow; a change is settled for `DEBOUNCE_MS`, written, and loaded by SIGHUP. Of each pair
 * only the router with the lower number solicits. An observer on the segment asks every server's `/routez` which others it
 * has. Then a third of the routers lose their cable for `--split` seconds.
 *
 *   npm run bench -- nats-routes [--routers 20] [--rounds 5] [--split 75]
 */
import type { ChildProcess } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { temporaryFolder } from '../files.ts';
import { signal, World } from '../lab/netns.ts';
import { renderTable, seconds } from '../lab/table.ts';
import { HOST, type Topology } from '../lab/topology.ts';
import type { Options } from '../main.ts';

const START_WITHIN_MS = 1_000;
/** A beacon's way into the list: the next beacon of the newcomer, or the one it sends at its start. */
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

/** A nats-server with a list of routes that grows. */
class Server {
  readonly heard = new Set<number>();
  readonly #index: number;
  readonly #file: string;
  readonly #world: World;
  #process: ChildProcess | undefined;
  #settle: NodeJS.Timeout | undefined;
  reloads = 0;

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
    await new Promise<void>((resolve, reject) => {
      if (child.stderr === null) return reject(new Error('no output'));
      createInterface(child.stderr).on('line', (line) => {
        if (line.includes('Server is ready')) resolve();
      });
      child.once('exit', (code) => reject(new Error(`nats-server ended with ${code}`)));
    });
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
    this.reloads += 1;
  }
}

/** Runs on the observer: a line with the number of directed pairs without a route, again and again. */
const OBSERVER = `
const n = Number(process.argv[1]);
const ask = async (i) => {
  try {
    const { routes } = await (await fetch('http://10.99.0.' + (i + 1) + ':8222/routez', { signal: AbortSignal.timeout(1000) })).json();
    return new Set(routes.map((r) => r.remote_id)).size;
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

  constructor(world: World, routers: number) {
    const command = [process.execPath, '--input-type=module', '-e', OBSERVER, String(routers)];
    this.#child = world.spawn('observer', command, { stdio: ['ignore', 'pipe', 'inherit'] });
    if (this.#child.stdout) createInterface(this.#child.stdout).on('line', (line) => (this.missing = Number(line)));
  }

  /** Milliseconds until every server has every other one, or `undefined` when it gave up. */
  async whole(): Promise<number | undefined> {
    const start = performance.now();
    while (this.missing !== 0) {
      if (performance.now() - start > GIVE_UP_MS) return undefined;
      await delay(50);
    }
    return performance.now() - start;
  }
}

type Round = { readonly coldMs?: number; readonly coldMissing: number; readonly healMs?: number; healMissing?: number };

async function play(routers: number, splitS: number): Promise<Round> {
  const world = await World.build(topology(routers));
  const folder = await temporaryFolder('nats');
  try {
    const servers = Array.from({ length: routers }, (_, index) => new Server(index, folder.path, world));
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
    const observer = new Observer(world, routers);
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
  const [routers, rounds, split] = [flags['routers'] ?? '20', flags['rounds'] ?? '5', flags['split'] ?? '75'].map(
    Number,
  );
  const results: Round[] = [];
  for (let round = 0; round < (rounds ?? 0); round += 1) results.push(await play(routers ?? 0, split ?? 0));
  const time = (ms: number | undefined, missing: number | undefined): string =>
    ms === undefined ? `${missing} missing after ${GIVE_UP_MS / 1000} s` : seconds(ms);
  const table = {
    title: `nats-server, ${routers} routers, routes fed by discovery`,
    head: ['round', 'whole after start', `whole after ${split} s without cable`],
    rows: results.map(({ coldMs, coldMissing, healMs, healMissing }, index) => [
      String(index + 1),
      time(coldMs, coldMissing),
      healMissing === undefined ? '-' : time(healMs, healMissing),
    ]),
  };
  process.stdout.write(`${renderTable(table)}\n`);
  return results;
}
