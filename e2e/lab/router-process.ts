/** The real router process on one of the lab's nodes, as an operator starts it there. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '../files.ts';
import { processTree } from '../process-tree.ts';
import { signal, type World } from './netns.ts';
import { LAN, WAN } from './topology.ts';

const BUNDLE = fileURLToPath(new URL('../../dist/router.mjs', import.meta.url));
export const APP_PORT = 8080;

/** coturn prepares every relay port before it answers. */
const TURN_MS = 30_000;

export type RouterOptions = {
  readonly flags?: readonly string[];
  /** Search path of programs: without coturn's folder, coturn is not installed. */
  readonly path?: string;
};

export type RouterStatus = {
  readonly clients: number;
  readonly turn: { readonly state: 'running' | 'off' | 'failed'; readonly reason?: string };
};

export class RouterProcess {
  readonly node: string;
  readonly #world: World;
  readonly #data: { path: string; remove: () => Promise<void> };
  readonly #process: ChildProcess;
  readonly #said: string[];

  private constructor(
    node: string,
    world: World,
    data: { path: string; remove: () => Promise<void> },
    child: ChildProcess,
    said: string[],
  ) {
    this.node = node;
    this.#world = world;
    this.#data = data;
    this.#process = child;
    this.#said = said;
  }

  /** Resolves when the process says where it listens; rejects with what it said instead. */
  static async start(world: World, node: string, { flags = [], path }: RouterOptions = {}): Promise<RouterProcess> {
    const data = await temporaryFolder(`lab-${node}`);
    const sides = ['--lan', LAN, '--backhaul', WAN];
    const command = [BUNDLE, '--port', String(APP_PORT), '--data-dir', data.path, '--name', node, ...sides, ...flags];
    const search = path === undefined ? [] : ['env', `PATH=${path}`];
    const child = world.spawn(node, [...search, process.execPath, ...command], { stdio: ['ignore', 'pipe', 'pipe'] });
    const said: string[] = [];
    await new Promise<void>((resolve, reject) => {
      for (const stream of [child.stdout, child.stderr]) {
        if (stream === null) continue;
        createInterface(stream).on('line', (line) => {
          said.push(line);
          if (line.startsWith('listening on ')) resolve();
        });
      }
      child.once('error', reject);
      child.once('exit', (code) => reject(new Error(`the router on ${node} ended with ${code}: ${said.join('\n')}`)));
    });
    return new RouterProcess(node, world, data, child, said);
  }

  /** Lines that the process wrote so far. */
  get said(): readonly string[] {
    return this.#said;
  }

  /** Processes that the router runs, itself included. */
  get processes(): readonly number[] {
    return this.#process.pid === undefined ? [] : processTree(this.#process.pid);
  }

  async status(): Promise<RouterStatus> {
    const ask = `fetch('http://127.0.0.1:${APP_PORT}/status.json').then((r) => r.text()).then((t) => process.stdout.write(t))`;
    return JSON.parse(await this.#world.output(this.node, [process.execPath, '-e', ask])) as RouterStatus;
  }

  /** Asks again, without pause, until the status is as wanted. Gives up with an error after `timeoutMs`. */
  async waitForStatus(wanted: (status: RouterStatus) => boolean, timeoutMs: number): Promise<RouterStatus> {
    const end = performance.now() + timeoutMs;
    for (;;) {
      const status = await this.status();
      if (wanted(status)) return status;
      if (performance.now() > end)
        throw new Error(`the router on ${this.node} still says ${JSON.stringify(status)}\n${this.#said.join('\n')}`);
    }
  }

  /** Until coturn answers, or something else does in its place. */
  waitForTurn(): Promise<RouterStatus> {
    return this.waitForStatus(({ turn }) => turn.state !== 'off' || turn.reason !== 'starting', TURN_MS);
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode === null && this.#process.signalCode === null) {
      const exit = once(this.#process, 'exit');
      signal(this.#process, 'SIGTERM');
      await exit;
    }
    await this.#data.remove();
  }
}

/** `router.mjs nat ACTION` on a node: the product's own rules, by its own command. Gives what it says. */
export async function productNat(
  world: World,
  node: string,
  action: 'print' | 'apply' | 'remove',
  flags: readonly string[] = [],
): Promise<string> {
  return world.output(node, [process.execPath, BUNDLE, 'nat', action, '--lan', LAN, '--backhaul', WAN, ...flags]);
}

export async function applyProductNat(world: World, node: string, flags: readonly string[] = []): Promise<void> {
  await productNat(world, node, 'apply', flags);
}
