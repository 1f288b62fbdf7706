/** The real router process on one of the lab's nodes, as an operator starts it there. */
import type { ChildProcess, StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Status } from '../../src/router/status/status.ts';
import { temporaryFolder } from '../drive/files.ts';
import { patient } from '../drive/patience.ts';
import { commandOf, killAll, processTree } from '../drive/process-tree.ts';
import { signal, type World } from './netns.ts';
import { LAN, WAN } from './topology.ts';

const BUNDLE = fileURLToPath(new URL('../../dist/router.mjs', import.meta.url));
export const APP_PORT = 8080;

/** coturn prepares every relay port before it answers. */
const TURN_MS = patient(30_000);
/** Long: twenty routers may start at once on one machine. */
const SAYS_MS = patient(90_000);

export type RouterOptions = {
  readonly flags?: readonly string[];
  /** Search path of programs: without coturn's folder in it, coturn counts as not installed. */
  readonly path?: string;
  /** Most files and sockets that the process may have open; by default the machine's limit. */
  readonly descriptors?: number;
  /** A build other than the usual one; the app lies beside it. */
  readonly bundle?: string;
};

export class RouterProcess {
  readonly node: string;
  readonly #world: World;
  readonly #data: { path: string; remove: () => Promise<void> };
  readonly #options: RouterOptions;
  #process: ChildProcess | undefined;
  #said: string[] = [];
  #listening: (() => void)[] = [];

  private constructor(
    node: string,
    world: World,
    data: { path: string; remove: () => Promise<void> },
    options: RouterOptions,
  ) {
    this.node = node;
    this.#world = world;
    this.#data = data;
    this.#options = options;
  }

  /** Resolves when the process says where it listens; rejects with its output otherwise. */
  static async start(world: World, node: string, options: RouterOptions = {}): Promise<RouterProcess> {
    const router = new RouterProcess(node, world, await temporaryFolder(`lab-${node}`), options);
    await router.restart();
    return router;
  }

  /** Starts the process again after `kill`, with the data on its disk. */
  async restart(): Promise<void> {
    const { node } = this;
    const { flags = [], path, bundle = BUNDLE, descriptors } = this.#options;
    const sides = ['--lan', LAN, '--backhaul', WAN];
    const data = ['--data-dir', this.#data.path];
    const command = [bundle, '--port', String(APP_PORT), ...data, '--name', node, ...sides, ...flags];
    const limit = descriptors === undefined ? [] : ['prlimit', `--nofile=${descriptors}:${descriptors}`];
    const search = [...limit, ...(path === undefined ? [] : ['env', `PATH=${path}`])];
    const stdio: StdioOptions = ['ignore', 'pipe', 'pipe'];
    const child = this.#world.spawn(node, [...search, process.execPath, ...command], { stdio });
    this.#process = child;
    const said: string[] = [];
    this.#said = said;
    await new Promise<void>((resolve, reject) => {
      for (const stream of [child.stdout, child.stderr]) {
        if (stream === null) continue;
        createInterface(stream).on('line', (line) => {
          said.push(line);
          for (const look of this.#listening.splice(0)) look();
          if (line.startsWith('listening on ')) resolve();
        });
      }
      child.once('error', reject);
      child.once('exit', (code) => reject(new Error(`the router on ${node} ended with ${code}: ${said.join('\n')}`)));
    });
  }

  /** Lines that the process wrote so far. */
  get said(): readonly string[] {
    return this.#said;
  }

  /** Resolves when the process, since its last start, has written `times` such lines; an error after `SAYS_MS`. */
  says(pattern: RegExp, times = 1): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = () => {
        if (this.#said.filter((line) => pattern.test(line)).length >= times) {
          clearTimeout(timer);
          resolve();
        } else this.#listening.push(look);
      };
      const words = `the router on ${this.node} does not say ${pattern} ${times} times`;
      const timer = setTimeout(() => reject(new Error(`${words}: ${this.#said.join('\n')}`)), SAYS_MS);
      look();
    });
  }

  /** Processes that the router runs, including itself. */
  get processes(): readonly number[] {
    return this.#process?.pid === undefined ? [] : processTree(this.#process.pid);
  }

  /** The first of the router's processes with this name, such as `turnserver`. */
  processOf(program: string): number {
    const found = this.processes.find((pid) => commandOf(pid) === program);
    if (found === undefined) throw new Error(`the router on ${this.node} runs no ${program}`);
    return found;
  }

  async status(): Promise<Status> {
    const ask = `fetch('http://127.0.0.1:${APP_PORT}/status.json').then((r) => r.text()).then((t) => process.stdout.write(t))`;
    return JSON.parse(await this.#world.output(this.node, [process.execPath, '-e', ask])) as Status;
  }

  /** Asks again, without pause, until the status meets the condition. Gives up with an error after `timeoutMs`. */
  async waitForStatus(wanted: (status: Status) => boolean, timeoutMs: number): Promise<Status> {
    const end = performance.now() + timeoutMs;
    for (;;) {
      const status = await this.status();
      if (wanted(status)) return status;
      if (performance.now() > end)
        throw new Error(`the router on ${this.node} still says ${JSON.stringify(status)}\n${this.#said.join('\n')}`);
    }
  }

  /** Until coturn answers, or the built-in STUN does. */
  waitForTurn(): Promise<Status> {
    return this.waitForStatus(({ turn }) => turn.state !== 'off' || turn.reason !== 'starting', TURN_MS);
  }

  /** Kills the router process, or all that this router runs, without a goodbye. */
  async kill(what: 'router' | 'everything'): Promise<void> {
    if (this.#process === undefined || this.#ended) return;
    const exit = once(this.#process, 'exit');
    if (what === 'router') signal(this.#process, 'SIGKILL');
    else killAll(this.processes);
    await exit;
  }

  async stop(): Promise<void> {
    if (this.#process !== undefined && !this.#ended) {
      const exit = once(this.#process, 'exit');
      signal(this.#process, 'SIGTERM');
      await exit;
    }
    await this.#data.remove();
  }

  get #ended(): boolean {
    return this.#process?.exitCode !== null || this.#process.signalCode !== null;
  }
}

/** `router.mjs nat ACTION` on a node: the product's own rules, applied by its own command. Returns its output. */
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
