/**
 * What a mesh costs each of its routers: memory, processor and air. Router processes in namespaces on one backhaul,
 * scripted devices behind each; first nobody is there, then everybody stands still, then people come and go. Counted on
 * each router: resident memory, processor time of the process, packets and bytes of its backhaul interface in both
 * directions.
 *
 *   npm run bench -- mesh-load [--routers 20] [--clients 50] [--churn 5] [--seconds 60]
 *
 * `--clients` is per router; `--churn` is the percentage of all devices that leave per minute while as many others
 * come.
 */
import type { ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { cpuSeconds } from '../drive/usage.ts';
import { renderTable, seconds } from '../lab/table.ts';
import { WAN } from '../lab/topology.ts';
import type { LoadCommand, LoadSum } from '../mesh/load-agent.ts';
import { MeshStage } from '../router/mesh-stage.ts';
import type { Options } from '../run/program.ts';

const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const AGENT = fileURLToPath(new URL('../mesh/load-agent.ts', import.meta.url));
const MEET_MS = 60_000;
const ASK_EVERY_MS = 200;
const COUNTERS = ['tx_packets', 'rx_packets', 'tx_bytes', 'rx_bytes'];

/** The devices of one router. */
class Load {
  readonly #child: ChildProcess;
  readonly #waiting: ((sum: LoadSum) => void)[] = [];

  constructor(stage: MeshStage, router: string) {
    const command = [process.execPath, '--import', TSX, AGENT, stage.addressOf(router), router];
    this.#child = stage.world.spawn(`of-${router}`, command, { stdio: ['pipe', 'pipe', 'inherit'] });
    if (this.#child.stdout)
      createInterface(this.#child.stdout).on('line', (line) => this.#waiting.shift()?.(JSON.parse(line) as LoadSum));
  }

  ask(command: LoadCommand): Promise<LoadSum> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#child.stdin?.write(`${JSON.stringify(command)}\n`);
    });
  }

  stop(): void {
    this.#child.stdin?.end();
  }
}

type Cost = {
  readonly rssBytes: readonly number[];
  /** As a share of one processor. */
  readonly cpuShare: readonly number[];
  /**
   * Per second at all routers together: sent packets, and bytes in both directions. A multicast packet is sent once.
   */
  readonly air: { readonly packets: number; readonly bytes: number };
  readonly seen: { readonly packets: number; readonly bytes: number };
};

/** What every router uses during `work`. */
async function measure(stage: MeshStage, routers: readonly string[], work: () => Promise<unknown>): Promise<Cost> {
  const cpu = (): readonly number[] => routers.map((router) => cpuSeconds(stage.processes(router)));
  const [cpuBefore, airBefore, start] = [cpu(), await counters(stage, routers), performance.now()];
  await work();
  const [cpuAfter, took] = [cpu(), (performance.now() - start) / 1000];
  const airAfter = await counters(stage, routers);
  const statuses = await Promise.all(routers.map((router) => stage.status(router)));
  const perSecond = (indexes: readonly number[]): number =>
    indexes.reduce((sum, index) => sum + ((airAfter[index] ?? 0) - (airBefore[index] ?? 0)), 0) / took;
  return {
    rssBytes: statuses.map(({ router }) => router.rss_bytes),
    cpuShare: cpuAfter.map((used, index) => (used - (cpuBefore[index] ?? 0)) / took),
    air: { packets: perSecond([0]), bytes: perSecond([2]) },
    seen: { packets: perSecond([0, 1]), bytes: perSecond([2, 3]) },
  };
}

/** Sums over the interfaces on the backhaul, in the order of `COUNTERS`. */
async function counters(stage: MeshStage, routers: readonly string[]): Promise<readonly number[]> {
  const files = COUNTERS.map((name) => `/sys/class/net/${WAN}/statistics/${name}`);
  const all = await Promise.all(routers.map((router) => stage.world.output(router, ['cat', ...files])));
  return COUNTERS.map((_, index) => all.reduce((sum, text) => sum + Number(text.split('\n')[index]), 0));
}

/** Waits until each device knows all others; returns the milliseconds. */
async function allSeeAll(loads: readonly Load[], devices: number): Promise<number> {
  const start = performance.now();
  for (;;) {
    const sums = await Promise.all(loads.map((load) => load.ask({ do: 'sum' })));
    if (sums.every(({ least, most }) => least === devices - 1 && most === devices - 1))
      return performance.now() - start;
    if (performance.now() - start > MEET_MS) throw new Error(`not everybody sees everybody: ${JSON.stringify(sums)}`);
    await pause(ASK_EVERY_MS);
  }
}

export async function run(flags: Options): Promise<unknown> {
  const number = (name: string, usual: number): number => Number(flags[name] ?? usual);
  const [count, clients, churn] = [number('routers', 20), number('clients', 50), number('churn', 5)];
  const forMs = number('seconds', 60) * 1_000;
  const routers = Array.from({ length: count }, (_, index) => `R${index + 1}`);
  const devices = count * clients;
  const stage = await MeshStage.of(routers, 1);
  const loads: Load[] = [];
  try {
    await Promise.all(routers.map((router) => stage.start(router, '--log-level', 'warn')));
    await stage.together(routers, MEET_MS);
    const empty = await measure(stage, routers, () => pause(forMs));
    loads.push(...routers.map((router) => new Load(stage, router)));
    const joinStart = performance.now();
    const join = await measure(stage, routers, () =>
      Promise.all(loads.map((load) => load.ask({ do: 'join', count: clients }))),
    );
    const joinMs = performance.now() - joinStart;
    const seenMs = await allSeeAll(loads, devices);
    const still = await measure(stage, routers, () => pause(forMs));
    const everyMs = 60_000 / ((devices * churn) / 100);
    const busy = await measure(stage, routers, async () => {
      const start = performance.now();
      for (let moves = 0; moves * everyMs < forMs; moves += 1) {
        await pause(Math.max(0, moves * everyMs - (performance.now() - start)));
        void loads[moves % loads.length]?.ask({ do: 'churn', count: 1 });
      }
    });
    await allSeeAll(loads, devices);
    const phases = { empty, join, still, busy };
    print({ count, clients, churn, joinMs, seenMs }, phases);
    return { routers: count, clients, churn, joinMs, seenMs, ...phases };
  } finally {
    for (const load of loads) load.stop();
    await stage.close();
  }
}

type Facts = {
  readonly count: number;
  readonly clients: number;
  readonly churn: number;
  joinMs: number;
  seenMs: number;
};

function print({ count, clients, churn, joinMs, seenMs }: Facts, phases: Readonly<Record<string, Cost>>): void {
  const names: Readonly<Record<string, string>> = {
    empty: 'nobody there',
    join: 'everybody joins',
    still: 'everybody stands still',
    busy: `${churn} % a minute come and go`,
  };
  const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
  const two = (values: readonly number[], unit: number): string =>
    `${(median(values) / unit).toFixed(1)} / ${(Math.max(...values) / unit).toFixed(1)}`;
  const rows = Object.entries(phases).map(([name, { rssBytes, cpuShare, air, seen }]) => [
    names[name] ?? name,
    two(rssBytes, 1e6),
    two(cpuShare, 0.01),
    `${(seen.packets / count).toFixed(1)}, ${(seen.bytes / count / 1000).toFixed(2)} kB`,
    `${air.packets.toFixed(0)}, ${(air.bytes / 1000).toFixed(1)} kB`,
  ]);
  const title = `${count} routers, ${clients} devices behind each; per router, median / most`;
  const head = ['', 'RSS MB', 'CPU %', 'packets and bytes a second', 'sent by all'];
  process.stdout.write(`${renderTable({ title, head, rows })}\n`);
  process.stdout.write(
    `${count * clients} devices joined in ${seconds(joinMs)}; ${seconds(seenMs)} later everybody saw everybody.\n`,
  );
}
