/** The bundle as an operator has it: one file alone in a folder, no node_modules, started with Node alone. */
import { type ChildProcess, type ChildProcessByStdio, execFile, type StdioOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { fakeApp, HOST, temporaryDirectory } from './setting.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export type Process = ChildProcessByStdio<null, Readable, Readable>;

export type Bundle = {
  readonly home: string;
  launch(flags: readonly string[], environment?: Record<string, string>): Process;
  /** With words before the command line (`prlimit ...`), and the caller's choice of output. */
  launchAs(prefix: readonly string[], flags: readonly string[], stdio: StdioOptions): ChildProcess;
  /** Starts a router and reads its output until it listens on `urls` addresses. */
  serve(
    flags?: readonly string[],
    urls?: number,
    environment?: Record<string, string>,
  ): Promise<{ child: Process; said: string; port: number; listening: URL[] }>;
  /** Ends every process that this bundle started. */
  endAll(): void;
  remove(): Promise<void>;
};

/** Builds the router, and lays a small app beside it. */
export async function bundle(): Promise<Bundle> {
  const home = await temporaryDirectory();
  await promisify(execFile)(process.execPath, ['src/tasks/build.mjs', 'router', home.path], { cwd: ROOT });
  await fakeApp(join(home.path, 'app'));
  const running = new Set<ChildProcess>();
  const program = join(home.path, 'router.mjs');

  function launch(flags: readonly string[], environment: Record<string, string> = {}): Process {
    const child = spawn(process.execPath, [program, ...flags], {
      cwd: '/',
      env: { PATH: '', HOME: home.path, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(child);
    return child;
  }

  return {
    home: home.path,
    launch,
    launchAs(prefix, flags, stdio) {
      const [command = '', ...words] = [...prefix, process.execPath, program, ...flags];
      const child = spawn(command, words, { cwd: '/', env: { PATH: '/usr/bin:/bin', HOME: home.path }, stdio });
      running.add(child);
      return child;
    },
    async serve(flags = [], urls = 1, environment = {}) {
      const child = launch(['--port', '0', '--host', HOST, ...flags], environment);
      const { said, listening } = await listeningOf(child.stdout, urls);
      return { child, said, port: Number(listening[0]?.port), listening };
    },
    endAll() {
      for (const child of running) child.kill('SIGKILL');
      running.clear();
    },
    remove: home.remove,
  };
}

/** Reads a router's output until it listens on the expected number of addresses. */
export async function listeningOf(stdout: Readable, urls = 1): Promise<{ said: string; listening: URL[] }> {
  const said: string[] = [];
  const listening: URL[] = [];
  for await (const line of createInterface(stdout)) {
    said.push(line);
    const url = /^listening on (\S+)$/.exec(line)?.[1];
    if (url !== undefined) listening.push(new URL(url));
    if (listening.length === urls) break;
  }
  return { said: said.join('\n'), listening };
}

/** Waits until a process has ended by itself. */
export async function end(child: Process): Promise<{ code: number | null; said: string }> {
  let said = '';
  child.stderr.on('data', (piece) => {
    said += piece;
  });
  const [code] = await once(child, 'close');
  return { code, said };
}
