/** The real router process on a free port, as an operator starts it. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { PLAIN_HOST } from './browser.ts';
import { temporaryFolder } from './files.ts';
import { keptPort } from './kept-port.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
let built: Promise<unknown> | undefined;

/** Builds the app and the router, once per process and not at all if the parent process has built them. */
export function build(): Promise<unknown> {
  if (process.env['HIKYAKU_BUILT'] !== undefined) return Promise.resolve();
  built ??= promisify(execFile)(process.execPath, ['src/tasks/build.mjs'], { cwd: ROOT });
  return built;
}

export type RouterStatus = {
  readonly router: { readonly id: string; readonly name: string; readonly rss_bytes: number };
  readonly clients: number;
};

export class Router {
  readonly #data: { path: string; remove: () => Promise<void> };
  readonly #flags: readonly string[];
  readonly #program: string;
  #process: ChildProcess;
  #port: number;

  private constructor(
    data: { path: string; remove: () => Promise<void> },
    flags: readonly string[],
    program: string,
    started: { process: ChildProcess; port: number },
  ) {
    this.#data = data;
    this.#flags = flags;
    this.#program = program;
    this.#process = started.process;
    this.#port = started.port;
  }

  /** `program`: the built router; it serves the app that lies beside it. */
  static async start(flags: readonly string[] = [], program = join(ROOT, 'dist', 'router.mjs')): Promise<Router> {
    await build();
    const data = await temporaryFolder('router');
    const quiet = ['--turn', 'off', '--mesh', 'off', '--https-port', 'off'];
    const all = ['--host', '127.0.0.1', '--data-dir', data.path, ...quiet, ...flags];
    return new Router(data, all, program, await spawnRouter(program, await keptPort(), all));
  }

  /** Address of the app as a secure context (loopback). */
  get url(): string {
    return `http://127.0.0.1:${this.#port}/`;
  }

  /** Address of the app as phones on plain HTTP use it: the same process, but no secure context. */
  get plainUrl(): string {
    return `http://${PLAIN_HOST}:${this.#port}/`;
  }

  /** What it keeps on disk. */
  get dataDirectory(): string {
    return this.#data.path;
  }

  get pid(): number {
    if (this.#process.pid === undefined) throw new Error('the router has no process');
    return this.#process.pid;
  }

  async status(): Promise<RouterStatus> {
    const response = await fetch(new URL('status.json', this.url));
    if (!response.ok) throw new Error(`status.json: ${response.status}`);
    return (await response.json()) as RouterStatus;
  }

  /** A power cut. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Starts again on the same port with the same data. */
  async restart(): Promise<void> {
    await this.#end('SIGTERM');
    this.#process = (await spawnRouter(this.#program, this.#port, this.#flags)).process;
  }

  async stop(): Promise<void> {
    await this.#end('SIGTERM');
    await this.#data.remove();
  }

  async #end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const exit = once(this.#process, 'exit');
    this.#process.kill(signal);
    await exit;
  }
}

/** Resolves when the process says where it listens; rejects with its output otherwise. */
async function spawnRouter(
  program: string,
  port: number,
  flags: readonly string[],
): Promise<{ process: ChildProcess; port: number }> {
  const child = spawn(process.execPath, [program, '--port', String(port), ...flags], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // Also when the test process itself is ended.
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  const said: string[] = [];
  child.stderr.on('data', (piece: Buffer) => said.push(piece.toString()));
  const listening = new Promise<number>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      said.push(`${line}\n`);
      const url = /^listening on (\S+)/.exec(line)?.[1];
      if (url !== undefined) resolve(Number(new URL(url).port));
    });
    child.once('exit', (code) => reject(new Error(`the router ended with ${code}: ${said.join('')}`)));
  });
  return { process: child, port: await listening };
}
