/** The lab's end of a `udp-agent.ts`. */
import type { ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { World } from './netns.ts';
import { type Endpoint, type Order, type Report, WHO_AM_I, YOU_ARE } from './udp-agent.ts';

/** A datagram may be lost, so a question is asked again after this time, in milliseconds. */
const ASK_AGAIN_MS = 250;
const ASK_AT_MOST = 40;

const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

export type Datagram = Extract<Report, { what: 'received' }>;

export class Agent {
  readonly #process: ChildProcess;
  readonly #reports = new EventEmitter();
  #sockets = 0;
  #questions = 0;

  private constructor(child: ChildProcess) {
    this.#process = child;
    this.#reports.setMaxListeners(0);
    child.on('message', (report: Report) => this.#reports.emit(report.what, report));
    child.once('exit', (code) => this.#reports.emit('error', new Error(`an agent ended with ${code}`)));
  }

  static start(world: World, node: string): Agent {
    // A process in another mount namespace starts in the root folder, so relative paths do not work.
    const program = [process.execPath, '--import', TSX, fileURLToPath(new URL('udp-agent.ts', import.meta.url))];
    return new Agent(world.spawn(node, program, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] }));
  }

  stop(): void {
    this.#reports.on('error', () => {}); // from here on it may end
    this.#process.disconnect();
  }

  /** Opens a socket. Resolves with its name and the address it is bound to. */
  async open(address: string, port = 0): Promise<{ readonly socket: string; readonly at: Endpoint }> {
    const socket = `socket ${++this.#sockets}`;
    const opened = this.#next('opened', (report) => report.socket === socket);
    this.#order({ do: 'open', socket, address, port });
    const { at } = await opened;
    return { socket, at };
  }

  send(socket: string, text: string, to: Endpoint): void {
    this.#order({ do: 'send', socket, text, to });
  }

  /** Calls `heard` for each datagram of a socket, until the returned function is called. */
  listen(socket: string, heard: (datagram: Datagram) => void): () => void {
    const listener = (report: Datagram) => {
      if (report.socket === socket) heard(report);
    };
    this.#reports.on('received', listener);
    return () => this.#reports.off('received', listener);
  }

  /** The address that another agent's socket sees this socket at. `undefined`: no answer. */
  async ask(socket: string, server: Endpoint): Promise<Endpoint | undefined> {
    const nonce = `${process.pid}-${++this.#questions}`;
    const answer = await this.exchange(
      () => this.send(socket, `${WHO_AM_I}${nonce}`, server),
      socket,
      `${YOU_ARE}${nonce} `,
    );
    const [address, port] = answer?.text.slice(`${YOU_ARE}${nonce} `.length).split(' ') ?? [];
    return address === undefined ? undefined : { address, port: Number(port) };
  }

  /** Repeats an attempt until this socket receives a text with this beginning. */
  async exchange(attempt: () => void, socket: string, beginning: string): Promise<Datagram | undefined> {
    const abort = new AbortController();
    let attempts = 0;
    const timer = setInterval(() => {
      if (++attempts === ASK_AT_MOST) abort.abort();
      else attempt();
    }, ASK_AGAIN_MS);
    const answered = this.#next(
      'received',
      (report) => report.socket === socket && report.text.startsWith(beginning),
      abort.signal,
    );
    attempt();
    try {
      return await answered;
    } catch (error) {
      if (abort.signal.aborted) return undefined;
      throw error;
    } finally {
      clearInterval(timer);
    }
  }

  /** The next report that `accepts` takes. Listens from the moment of the call. */
  #next<W extends Report['what']>(
    what: W,
    accepts: (report: Extract<Report, { what: W }>) => boolean,
    abort?: AbortSignal,
  ): Promise<Extract<Report, { what: W }>> {
    return new Promise((resolve, reject) => {
      const done = (settle: () => void) => {
        this.#reports.off(what, listener);
        this.#reports.off('error', failed);
        settle();
      };
      const listener = (report: Extract<Report, { what: W }>) => {
        if (accepts(report)) done(() => resolve(report));
      };
      const failed = (error: Error) => done(() => reject(error));
      this.#reports.on(what, listener);
      this.#reports.on('error', failed);
      abort?.addEventListener('abort', () => done(() => reject(new Error('no answer'))), { once: true });
    });
  }

  #order(order: Order): void {
    this.#process.send(order);
  }
}
