/**
 * coturn as a child of this process, and the only file that runs turnserver. It counts as alive while it answers STUN,
 * not while its process exists; when it does not answer, it is started again, with growing pauses. Meanwhile `standIn`
 * keeps at least STUN going.
 *
 * Under root it runs as Debian's user for it, without any capability, in a directory it cannot write: a program in C that
 * talks to everyone on an open Wi-Fi needs no more. setpriv does that, and asks the kernel to end coturn with this process,
 * in whatever way that ends. Where there is no setpriv, it has this process's rights; a file records the process, and the
 * next start ends the left-over.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { backOffMs } from '../machine/back-off.ts';
import { wordsOf } from '../machine/files.ts';
import { chooseLaunch, type Launch } from '../machine/launch.ts';
import { endLeftOver } from '../machine/left-over.ts';
import type { Log } from '../machine/log.ts';
import { isComplaint, logReader, type Mark } from './coturn-log.ts';
import { askStun } from './stun/probe.ts';
import type { TurnStatus } from './turn-status.ts';
import { NOTHING_RELAYED, type RelayedBytes, withUsage } from './usage.ts';

/** What to run: a configuration, and where it answers. */
export type CoturnPlan = { readonly conf: string; readonly addresses: readonly string[]; readonly port: number };

type CoturnOptions = {
  readonly program: string;
  readonly setpriv: string | undefined;
  readonly dataDirectory: string;
  readonly log: Log;
  /** How often it is tested for being alive. */
  readonly probeEveryMs?: number;
  /** The mark that the plan makes it write before each line of its log. */
  readonly mark: Mark;
  /** Serves STUN at the plan's place from the moment that the returned promise resolves, until it is stopped. */
  readonly standIn: { start(plan: CoturnPlan): Promise<void>; stop(): Promise<void> };
};

/** On a slow router coturn takes seconds to start: it prepares every relay port. */
const START_MS = 15_000;
const START_PROBE_MS = 100;
const PROBE_EVERY_MS = 5_000;
const PROBE_MS = 1_500;
const MAX_MISSED_PROBES = 2;
/** A run of this length was no failed start: the next one follows at once. */
const STEADY_MS = 60_000;
/** coturn 4.6.1 needs up to 1.3 s for an orderly end and keeps nothing that would need one. */
const TERM_MS = 1_000;

const CONF = 'turnserver.conf';

export class Coturn {
  readonly #options: CoturnOptions;
  readonly #directory: string;
  readonly #pidFile: string;
  readonly #launch: Launch;
  #plan: CoturnPlan | undefined;
  #interrupt = new AbortController();
  #stopping = false;
  #failures = 0;
  #status: TurnStatus = { state: 'off', reason: 'starting', cause: 'starting' };
  #relayed = NOTHING_RELAYED;
  #loop: Promise<void> | undefined;

  constructor(options: CoturnOptions) {
    this.#options = options;
    this.#directory = join(options.dataDirectory, 'coturn');
    this.#pidFile = join(options.dataDirectory, 'coturn.pid');
    this.#launch = chooseLaunch(options.setpriv);
  }

  get status(): TurnStatus {
    return this.#status;
  }

  /** Since the first run, over all of them. Nothing, unless the plan makes it tell. */
  get relayed(): RelayedBytes {
    return this.#relayed;
  }

  /** True when clients may be told to use it: it answers, or will in a moment. */
  get offered(): boolean {
    return this.#plan !== undefined && !this.#stopping && this.#failures <= 1;
  }

  /** Runs this plan, with a restart if it differs from the running one. `undefined`: nothing to serve now. */
  run(plan: CoturnPlan | undefined): void {
    if (JSON.stringify(plan) === JSON.stringify(this.#plan) && this.#loop !== undefined) return;
    this.#plan = plan;
    this.#failures = 0;
    this.#interrupt.abort();
    this.#interrupt = new AbortController();
    this.#loop ??= this.#supervise();
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    this.#interrupt.abort();
    await this.#loop;
  }

  async #supervise(): Promise<void> {
    await endLeftOver(this.#pidFile, this.#directory, this.#options.log);
    while (!this.#stopping) {
      const { signal } = this.#interrupt;
      if (this.#plan === undefined) {
        this.#status = { state: 'off', reason: 'no network to serve', cause: 'no-network' };
        if (!signal.aborted) await once(signal, 'abort');
        continue;
      }
      const began = performance.now();
      const why = await this.#runOnce(this.#plan, signal).catch((error) => `cannot be run (${wordsOf(error)})`);
      if (why === undefined) continue;
      this.#failures = performance.now() - began > STEADY_MS ? 1 : this.#failures + 1;
      await this.#waitDown(this.#plan, why, signal);
    }
    this.#status = { state: 'off', reason: 'stopped' };
  }

  async #waitDown(plan: CoturnPlan, why: string, signal: AbortSignal): Promise<void> {
    const waitMs = backOffMs(this.#failures, Math.random());
    this.#status = { state: 'failed', reason: why };
    this.#options.log.warn(`coturn: ${why}; next try in ${(waitMs / 1000).toFixed(1)} s`);
    await this.#options.standIn.start(plan);
    await pause(waitMs, signal);
    await this.#options.standIn.stop();
  }

  /** Runs it until it fails or is interrupted; resolves with the reason of a failure. */
  async #runOnce(plan: CoturnPlan, interrupt: AbortSignal): Promise<string | undefined> {
    const taken = await whatIsTaken(plan);
    if (taken !== undefined) return taken;
    let child: ChildProcess;
    try {
      child = this.#spawn(plan);
    } catch (error) {
      return `cannot be prepared (${wordsOf(error)})`;
    }
    const ended = new AbortController();
    const complaints = this.#listen(child);
    const exit = new Promise<string>((resolve) => {
      child.once('error', (error) => resolve(`cannot be run (${wordsOf(error)})`));
      child.once('close', (code, signal) => resolve(`ended with ${signal ?? `status ${code}`}`));
    }).then((how) => {
      ended.abort();
      return [how, ...complaints()].join(': ');
    });
    const over = AbortSignal.any([interrupt, ended.signal]);
    const silent = await this.#watch(plan, over);
    if (!ended.signal.aborted) await terminate(child, exit, silent === undefined ? TERM_MS : 0);
    rmSync(this.#pidFile, { force: true });
    return interrupt.aborted ? undefined : (silent ?? exit);
  }

  /** Resolves with the fault of a process that is still alive, or when `over` fires. */
  async #watch({ addresses, port }: CoturnPlan, over: AbortSignal): Promise<string | undefined> {
    const answers = async (withinMs: number): Promise<boolean> => {
      const all = await Promise.all(addresses.map((address) => askStun(address, port, withinMs)));
      return !all.includes(undefined);
    };
    const deadline = performance.now() + START_MS;
    while (!(await answers(START_PROBE_MS))) {
      if (over.aborted) return undefined;
      if (performance.now() > deadline) return `did not answer STUN within ${START_MS / 1000} s of its start`;
      await pause(START_PROBE_MS, over);
    }
    if (over.aborted) return undefined;
    this.#status = { state: 'running' };
    this.#options.log.info(`coturn: answers on ${addresses.join(' and ')}, port ${port}`);
    let missed = 0;
    while (!over.aborted) {
      await pause(this.#options.probeEveryMs ?? PROBE_EVERY_MS, over);
      if (over.aborted) break;
      missed = (await answers(PROBE_MS)) ? 0 : missed + 1;
      if (missed >= MAX_MISSED_PROBES) return 'does not answer STUN any more';
    }
    return undefined;
  }

  #spawn({ conf }: CoturnPlan): ChildProcess {
    const { prefix, account } = this.#launch;
    // The account may pass through this directory and read its own file, but make no other: root writes here.
    mkdirSync(this.#directory, { recursive: true, mode: 0o700 });
    const file = join(this.#directory, CONF);
    rmSync(file, { force: true });
    writeFileSync(file, conf, { mode: 0o600, flag: 'wx' });
    if (account !== undefined) {
      chownSync(this.#directory, 0, account.gid);
      chmodSync(this.#directory, 0o710);
      chownSync(file, account.uid, account.gid);
    }
    const [command = '', ...words] = [...prefix, this.#options.program, '-c', CONF];
    const child = spawn(command, words, {
      // Opened from here, so that the account need not pass through the directories above.
      cwd: this.#directory,
      env: { PATH: process.env['PATH'] ?? '' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (child.pid !== undefined) writeFileSync(this.#pidFile, `${process.pid} ${child.pid}\n`, { mode: 0o600 });
    return child;
  }

  /** Copies its lines into our log. Returns a function that gives its last complaints. */
  #listen(child: ChildProcess): () => readonly string[] {
    const { mark } = this.#options;
    let complaint: string | undefined;
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue; // no descriptor was left for a pipe; its error comes later
      const read = logReader(mark);
      createInterface(stream).on('line', (line) => {
        this.#relayed = withUsage(this.#relayed, line, mark);
        const { words, isOwn } = read(line);
        if (words === '') return;
        if (isOwn && isComplaint(words)) complaint = words;
        // Debug only: clients cause most of these lines (a denied peer, an expired credential).
        this.#options.log.debug(`coturn: ${words}`);
      });
    }
    return () => (complaint === undefined ? [] : [complaint]);
  }
}

/**
 * coturn shares its port with any program that already has it (SO_REUSEADDR), and packets then go to one of the two. So
 * the port must be tested before. Debian starts its own coturn when the package is installed.
 */
async function whatIsTaken({ addresses, port }: CoturnPlan): Promise<string | undefined> {
  for (const address of addresses) {
    try {
      await tryUdp(address, port);
      await tryTcp(address, port);
    } catch (error) {
      const code = wordsOf(error);
      if (code !== 'EADDRINUSE') return `port ${port} of ${address} cannot be used (${code})`;
      return `port ${port} of ${address} is taken by another program (if by Debian's coturn: systemctl disable --now coturn)`;
    }
  }
  return undefined;
}

async function tryUdp(address: string, port: number): Promise<void> {
  const socket = createSocket('udp4');
  try {
    socket.bind({ address, port, exclusive: true });
    await once(socket, 'listening');
  } finally {
    socket.close();
  }
}

async function tryTcp(host: string, port: number): Promise<void> {
  const server = createServer().listen({ host, port, exclusive: true });
  await once(server, 'listening');
  server.close();
  await once(server, 'close');
}

async function terminate(child: ChildProcess, exit: Promise<unknown>, patienceMs: number): Promise<void> {
  if (patienceMs > 0) child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs);
  await exit;
  clearTimeout(timer);
}

/** Waits, or until interrupted. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => {});
}
