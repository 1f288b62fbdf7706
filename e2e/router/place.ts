/**
 * A router of ours between two networks, in namespaces of its own, and the router process on it.
 *
 *      phone 192.168.42.100 ---+                       +--- laptop 192.168.1.50
 *                              +--- R1 .42.1 | .1.144 -+
 *      tablet 192.168.42.101 --+                       +--- (backhaul)
 */
import { type ChildProcess, execFile } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Errand } from '../../src/router/box/verify/wanted.ts';
import { findProgram } from '../../src/router/machine/surroundings.ts';
import { signal, World } from '../lab/netns.ts';
import { LAN, type Topology, WAN } from '../lab/topology.ts';
import { fakeApp, temporaryDirectory } from './setting.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TSX = join(ROOT, 'node_modules', '.bin', 'tsx');
export const R1 = { lan: '192.168.42.1', backhaul: '192.168.1.144' } as const;
export const LAPTOP = '192.168.1.50';
export const TABLET = '192.168.42.101';

const TOPOLOGY: Topology = {
  segments: [{ name: 'backhaul', range: '192.168.1.0/24' }],
  routers: [
    { name: 'R1', lan: '192.168.42.0/24', wan: { on: 'backhaul', address: R1.backhaul }, nat: { by: 'product' } },
  ],
  hosts: [
    { name: 'phone', on: 'R1', addresses: ['192.168.42.100'] },
    { name: 'tablet', on: 'R1', addresses: [TABLET] },
    { name: 'laptop', on: 'backhaul', addresses: [LAPTOP] },
  ],
};
const NEEDED = ['ip', 'nft', 'unshare', 'nsenter', 'turnserver', 'turnutils_uclient'];

/** Why these tests cannot run here; `undefined` when they can. */
export function whyNot(): string | undefined {
  if (process.getuid?.() !== 0) return 'network namespaces need root';
  const path = `${process.env['PATH']}:/usr/sbin:/sbin`;
  const missing = NEEDED.filter((program) => findProgram(program, path) === undefined);
  return missing.length === 0 ? undefined : `not installed: ${missing.join(', ')}`;
}

/** Longer than any program takes on a busy machine, and shorter than the time that a test's preparations have. */
const PATIENCE_MS = 110_000;

export type Outcome = { readonly code: number | null; readonly said: string };

export class Place {
  readonly #world: World;
  readonly #home: Awaited<ReturnType<typeof temporaryDirectory>>;

  private constructor(world: World, home: Awaited<ReturnType<typeof temporaryDirectory>>) {
    this.#world = world;
    this.#home = home;
  }

  static async build(): Promise<Place> {
    const home = await temporaryDirectory();
    await promisify(execFile)(process.execPath, ['src/tasks/build.mjs', 'router', home.path], { cwd: ROOT });
    await fakeApp(join(home.path, 'app'));
    return new Place(await World.build(TOPOLOGY), home);
  }

  get dataDirectory(): string {
    return join(this.#home.path, 'data');
  }

  async close(): Promise<void> {
    await this.#world.close();
    await this.#home.remove();
  }

  /** The router's bundle. */
  get program(): string {
    return join(this.#home.path, 'router.mjs');
  }

  /** A search path with only these programs on it. */
  async pathWith(...programs: readonly string[]): Promise<string> {
    const folder = join(this.#home.path, `with-${programs.join('-') || 'nothing'}`);
    await mkdir(folder, { recursive: true });
    for (const program of programs) {
      const found = findProgram(program, process.env['PATH']);
      if (found !== undefined) await symlink(found, join(folder, program)).catch(() => {});
    }
    return folder;
  }

  /** Starts a program that stays. */
  start(node: string, command: readonly string[], environment: NodeJS.ProcessEnv = process.env): Running {
    return new Running(this.#world.spawn(node, command, { stdio: ['ignore', 'pipe', 'pipe'], env: environment }));
  }

  /** Runs a program to its end. */
  async run(node: string, ...command: readonly string[]): Promise<Outcome> {
    const running = this.start(node, command);
    const code = await running.end;
    return { code, said: running.lines.join('\n') };
  }

  /** The router process on R1, when it listens. */
  async router(
    flags: readonly string[] = [],
    path = process.env['PATH'],
    node: readonly string[] = [process.execPath],
  ): Promise<Running> {
    const sides = ['--lan', LAN, '--backhaul', WAN, '--data-dir', this.dataDirectory, '--log-level', 'debug'];
    const words = [...node, this.program, ...sides, ...flags];
    // PATH is for the router alone: the program that brings it into its namespace needs the usual one.
    const router = this.start('R1', ['env', `PATH=${path}`, ...words]);
    await router.said(/^listening on/);
    return router;
  }

  /** The router program with a command instead of flags. */
  command(...words: readonly string[]): Promise<Outcome> {
    return this.run('R1', process.execPath, this.program, ...words);
  }

  /** The same, started by these words: as somebody with other rights, who may read the program. */
  async commandAs(prefix: readonly string[], ...words: readonly string[]): Promise<Outcome> {
    await chmod(this.#home.path, 0o755);
    return this.run('R1', ...prefix, process.execPath, this.program, ...words);
  }

  nat(...words: readonly string[]): Promise<Outcome> {
    const flags = words[0] === 'remove' ? [] : ['--lan', LAN, '--backhaul', WAN];
    return this.command('nat', ...words, ...flags);
  }

  /**
   * One machine that says hello as many devices and takes all that the relay gives; prints what it got, and gives it
   * back.
   */
  greedy(node: string, address: string, devices: number, each: number, other: string): Running {
    const words = [String(devices), String(each), other];
    return this.start(node, [TSX, join(ROOT, 'e2e/router/greedy.ts'), `${address}:8080`, ...words]);
  }

  /** What a client on R1's LAN cannot do of what `setup` asks of a box, and whether it has left the machine as it was. */
  async asPhone(errand: Errand): Promise<{ readonly failures: readonly string[]; readonly isAsBefore: boolean }> {
    const words = [join(ROOT, 'e2e/router/as-phone.ts'), join(this.#home.path, 'router.mjs'), JSON.stringify(errand)];
    const { code, said } = await this.run('R1', TSX, ...words);
    if (code !== 0) throw new Error(said);
    return JSON.parse(said);
  }

  /** Runs dnsmasq on R1 as the router says it should. */
  async names(...flags: readonly string[]): Promise<Running> {
    const { said } = await this.command('dns', 'print', '--lan', LAN, '--backhaul', WAN, ...flags);
    const file = join(this.#home.path, 'dnsmasq.conf');
    await writeFile(file, said);
    const leases = join(this.#home.path, 'leases');
    const words = [
      '--keep-in-foreground',
      `--conf-file=${file}`,
      `--dhcp-leasefile=${leases}`,
      '--pid-file',
      '--user=root',
    ];
    const names = this.start('R1', ['dnsmasq', ...words, '--log-facility=-']);
    await names.said(/DHCP, IP range/);
    return names;
  }

  /** A device that has said hello. */
  async visit(node: string, address: string, other?: string): Promise<Running> {
    const words = [TSX, join(ROOT, 'e2e/router/visit.ts'), `${address}:8080`, node];
    const visitor = this.start(node, other === undefined ? words : [...words, other]);
    await visitor.said(/^here/);
    return visitor;
  }
}

export class Running {
  readonly lines: string[] = [];
  readonly end: Promise<number | null>;
  /** Of each of its two outputs, because which line of two came first is seen within one alone. */
  readonly #unread: readonly [string[], string[]] = [[], []];
  readonly #child: ChildProcess;
  readonly #waiting: (() => void)[] = [];
  #ended = false;

  constructor(child: ChildProcess) {
    this.#child = child;
    for (const [index, stream] of ([child.stdout, child.stderr] as const).entries()) {
      if (stream === null) continue;
      createInterface(stream).on('line', (line) => {
        this.lines.push(line);
        this.#unread[index]?.push(line);
        this.#wake();
      });
    }
    this.end = once(child, 'close').then(([code]) => {
      this.#ended = true;
      this.#wake();
      return code as number | null;
    });
  }

  /** The next matching line; each line counts for one wait only, and those of the same output before it for none. */
  async said(pattern: RegExp): Promise<string> {
    const patience = AbortSignal.timeout(PATIENCE_MS);
    patience.addEventListener('abort', () => this.#wake());
    for (;;) {
      for (const lines of this.#unread) {
        const at = lines.findIndex((line) => pattern.test(line));
        if (at >= 0) return lines.splice(0, at + 1).at(-1) ?? '';
      }
      const why = this.#ended ? 'it ended before' : patience.aborted && `${PATIENCE_MS / 1000} s went by before`;
      if (why) throw new Error(`${why} it said ${pattern}:\n${this.lines.join('\n')}`);
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  /** Of the program that brought the command into its namespace, and is its parent. */
  get pid(): number | undefined {
    return this.#child.pid;
  }

  signal(name: NodeJS.Signals): void {
    signal(this.#child, name);
  }

  async stop(name: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    if (!this.#ended) this.signal(name);
    await this.end;
  }

  #wake(): void {
    for (const wake of this.#waiting.splice(0)) wake();
  }
}
