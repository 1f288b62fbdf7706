/** Commands for the machine, over a virtio port to `agent.pl`, which tells the messages. */
import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';

export type Ran = { readonly status: number; readonly stdout: string; readonly stderr: string };

export type CommandOptions = {
  /** What the command reads from its standard input. */
  readonly input?: string | Buffer;
  /** Called with each whole line that it writes, and with the last one even if it is not whole. */
  readonly onLine?: (line: string, stream: 'out' | 'err') => void;
  /** After so many milliseconds it is killed, and an error. Without it nobody hurries. */
  readonly timeoutMs?: number;
};

export type Running = {
  readonly ended: Promise<Ran>;
  /** To the command and all that it has started. */
  readonly kill: (signal: 'TERM' | 'INT' | 'KILL') => void;
};

/** Takes shell commands, as root: a machine, a box in it, or the machine that this process runs in (`here.ts`). */
export type Shell = Pick<Channel, 'start' | 'run' | 'output'>;

type Command = {
  readonly chunks: Record<'out' | 'err', Buffer[]>;
  readonly lines: Record<'out' | 'err', LineReader>;
  readonly end: (status: number) => void;
  readonly fail: (error: Error) => void;
};

export class Channel {
  readonly #socket: Socket;
  readonly #commands = new Map<string, Command>();
  #count = 0;
  #gone: Error | undefined;
  /** Resolves with the kernel's version when the machine takes commands; rejects when it ends before. */
  readonly ready: Promise<string>;

  constructor(socket: Socket) {
    this.#socket = socket;
    let isReady: (version: string) => void = () => {};
    let isGone: (error: Error) => void = () => {};
    this.ready = new Promise((resolve, reject) => {
      isReady = resolve;
      isGone = reject;
    });
    this.ready.catch(() => {}); // whoever waits for it hears of it
    const messages = createInterface(socket);
    messages.on('error', () => {}); // it passes on the socket's; 'close' follows
    messages.on('line', (line) => {
      const [word, id = '', rest = ''] = line.split(' ');
      if (word === 'ready') isReady(id);
      else this.#take(word, id, rest);
    });
    socket.on('error', () => {});
    socket.once('close', () => {
      const gone = new Error('the machine has ended');
      this.#gone = gone;
      isGone(gone);
      for (const command of this.#commands.values()) command.fail(gone);
      this.#commands.clear();
    });
  }

  /** Starts a shell command, as root. */
  start(command: string, { input = '', onLine, timeoutMs }: CommandOptions = {}): Running {
    this.#count += 1;
    const id = String(this.#count);
    const kill = (signal: string) => this.#socket.write(`kill ${id} ${signal}\n`);
    const ended = new Promise<Ran>((resolve, reject) => {
      if (this.#gone !== undefined) throw this.#gone;
      const chunks: Command['chunks'] = { out: [], err: [] };
      const lines = {
        out: new LineReader((line) => onLine?.(line, 'out')),
        err: new LineReader((line) => onLine?.(line, 'err')),
      };
      const late = () => {
        kill('KILL');
        this.#commands.delete(id);
        reject(
          new Error(`not done after ${timeoutMs} ms: ${command}\n${Buffer.concat([...chunks.out, ...chunks.err])}`),
        );
      };
      const timer = timeoutMs === undefined ? undefined : setTimeout(late, timeoutMs);
      const end = (status: number) => {
        clearTimeout(timer);
        for (const reader of Object.values(lines)) reader.end();
        resolve({ status, stdout: Buffer.concat(chunks.out).toString(), stderr: Buffer.concat(chunks.err).toString() });
      };
      const fail = (error: Error) => {
        clearTimeout(timer);
        reject(error);
      };
      this.#commands.set(id, { chunks, lines, end, fail });
      this.#socket.write(`run ${id} ${Buffer.from(command).toString('hex')} ${Buffer.from(input).toString('hex')}\n`);
    });
    ended.catch(() => {}); // whoever waits for it hears of it
    return { ended, kill };
  }

  /** Runs a shell command to its end, whatever its status. */
  async run(command: string, options: CommandOptions = {}): Promise<Ran> {
    return this.start(command, options).ended;
  }

  /** Runs a shell command that must succeed; resolves with what it wrote, without the blanks around it. */
  async output(command: string, options: CommandOptions = {}): Promise<string> {
    const { status, stdout, stderr } = await this.run(command, options);
    if (status !== 0) throw new Error(`ended with ${status} in the machine: ${command}\n${stdout}${stderr}`);
    return stdout.trim();
  }

  #take(word: string | undefined, id: string, rest: string): void {
    const command = this.#commands.get(id);
    if (command === undefined) return;
    if (word === 'out' || word === 'err') {
      const bytes = Buffer.from(rest, 'hex');
      command.chunks[word].push(bytes);
      command.lines[word].take(bytes);
    } else if (word === 'end') {
      this.#commands.delete(id);
      command.end(Number(rest));
    }
  }
}

/** Cuts bytes into lines. */
class LineReader {
  readonly #tell: (line: string) => void;
  #rest = Buffer.alloc(0);

  constructor(tell: (line: string) => void) {
    this.#tell = tell;
  }

  take(bytes: Buffer): void {
    this.#rest = Buffer.concat([this.#rest, bytes]);
    for (;;) {
      const end = this.#rest.indexOf(10);
      if (end < 0) return;
      this.#tell(this.#rest.subarray(0, end).toString());
      this.#rest = this.#rest.subarray(end + 1);
    }
  }

  end(): void {
    if (this.#rest.length > 0) this.#tell(this.#rest.toString());
    this.#rest = Buffer.alloc(0);
  }
}
