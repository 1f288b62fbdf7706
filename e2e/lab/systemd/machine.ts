/**
 * A machine under systemd, made of namespaces: units, users, `dpkg` and `systemctl` are the real ones, in three seconds and without a
 * virtual machine. It has this machine's root and its own network; what it writes lies in memory, and goes with it. The kernel is this
 * one: there is no radio, and no module is loaded.
 *
 * Two processes. The keeper holds the disk, and ends when the process that made it ends, in whatever way. The machine runs on
 * that disk, can lose its power at any moment, and start again.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';

export type Said = { readonly status: number | null; readonly stdout: string; readonly stderr: string };

const KEEPER = `set -e
disk=$(mktemp -d)
mount -t tmpfs tmpfs "$disk"
mkdir "$disk/upper" "$disk/work" "$disk/root" "$disk/group"
echo "$disk"
exec cat`;

/** Of each disk: what the tools of Debian keep of their own, whatever they do. Not what they were told to do. */
const OWN_BOOKS = [
  /^\/var\/lib\/dpkg\//,
  /^\/var\/log\//,
  /^\/var\/cache\//,
  /^\/var\/lib\/systemd\//,
  // Copies of what was before, and a lock.
  /^\/etc\/(?:passwd|shadow|group|gshadow|subuid|subgid)-$/,
  /^\/etc\/\.pwd\.lock$/,
];

export class Machine {
  static #made = 0;
  readonly #keeper: ChildProcess;
  readonly #disk: string;
  readonly #group = `hikyaku-lab-${process.pid}-${++Machine.#made}`;
  #init: ChildProcess | undefined;

  private constructor(keeper: ChildProcess, disk: string) {
    this.#keeper = keeper;
    this.#disk = disk;
  }

  /** Its first process, as this machine sees it. */
  get pid(): number {
    if (this.#init === undefined) throw new Error('the machine has no power');
    return onlyChild(this.#init);
  }

  /** A machine that is up. Needs root; rejects with the reason where the kernel or a container forbids a part of it. */
  static async boot(): Promise<Machine> {
    const keeper = spawn('unshare', ['--mount', '--propagation', 'private', 'sh', '-c', KEEPER], {
      stdio: ['pipe', 'pipe', 'inherit'],
      detached: true, // Ctrl-C must reach this process alone
    });
    const disk = String((await once(keeper.stdout, 'data'))[0]).trim();
    const machine = new Machine(keeper, disk);
    try {
      await machine.powerOn();
    } catch (error) {
      await machine.close();
      throw error;
    }
    return machine;
  }

  /** Starts it again, on the disk as it was when the power went. Resolves when all that it starts has started, or failed. */
  async powerOn(): Promise<void> {
    const options = [
      '--fork',
      '--pid',
      '--mount',
      '--net',
      '--uts',
      '--ipc',
      '--kill-child',
      '--propagation',
      'private',
    ];
    const words = [...this.#onDisk, 'setpriv', '--pdeathsig', 'KILL', 'unshare', ...options];
    const boot = ['sh', join(import.meta.dirname, 'boot.sh'), this.#disk, this.#group];
    const [program = '', ...rest] = [...words, ...boot];
    const init = spawn(program, rest, { stdio: ['ignore', 'ignore', 'pipe'], detached: true });
    this.#init = init;
    let said = '';
    init.stderr.on('data', (piece) => {
      said += piece;
    });
    // A manager that does not listen yet; it is asked again until it does, or is gone.
    for (;;) {
      if (init.exitCode !== null || init.signalCode !== null) throw new Error(`the machine did not start: ${said}`);
      const { status, stdout } = await this.run('systemctl is-system-running --wait').catch(() => NOT_YET);
      if (status !== null && /^(?:running|degraded)$/.test(stdout.trim())) return;
    }
  }

  /** The power goes: nothing is told, nothing is written. What was in memory is gone. */
  async powerOff(): Promise<void> {
    const init = this.#init;
    if (init === undefined) return;
    const ended = once(init, 'exit');
    this.#init = undefined;
    process.kill(onlyChild(init), 'SIGKILL');
    await ended;
  }

  /** Runs a command of the shell in it, as root. `input`: what it reads. */
  async run(command: string, input: string | Buffer = ''): Promise<Said> {
    const pid = String(this.pid);
    const into = [
      'nsenter',
      '--target',
      pid,
      '--mount',
      '--uts',
      '--ipc',
      '--net',
      '--pid',
      '--cgroup',
      '--root',
      '--wd',
    ];
    return said([...into, 'env', '-i', 'PATH=/usr/sbin:/usr/bin:/sbin:/bin', 'HOME=/root', 'sh', '-c', command], input);
  }

  /** The output of a command that must succeed. */
  async output(command: string): Promise<string> {
    const { status, stdout, stderr } = await this.run(command);
    if (status !== 0) throw new Error(`ended with ${status}: ${stderr}${stdout}\n${command}`);
    return stdout;
  }

  /** Lays a file of this machine's on its disk. */
  async put(file: string, path: string): Promise<void> {
    const { status, stderr } = await this.run(`cat > ${path}`, readFileSync(file));
    if (status !== 0) throw new Error(`cannot be laid at ${path}: ${stderr}`);
  }

  /** Paths at which its disk differs from this machine's, and what is there now. Without the books that Debian's tools keep. */
  async changes(): Promise<Readonly<Record<string, string>>> {
    const script = join(import.meta.dirname, 'changes.mjs');
    const { stdout } = await said([...this.#onDisk, process.execPath, script, `${this.#disk}/upper`, '/']);
    const all = Object.entries(JSON.parse(stdout) as Record<string, string>);
    return Object.fromEntries(all.filter(([path]) => !OWN_BOOKS.some((book) => book.test(path))));
  }

  async close(): Promise<void> {
    await this.powerOff();
    const groups = `mount -t cgroup2 cgroup "$1/group" && find "$1/group/$2" -depth -type d -exec rmdir {} +`;
    await said([...this.#onDisk, 'sh', '-c', groups, 'sh', this.#disk, this.#group]);
    const ended = once(this.#keeper, 'exit');
    this.#keeper.stdin?.end();
    await ended;
    rmdirSync(this.#disk);
  }

  /** Words before a command that shall see the disk from outside. */
  get #onDisk(): readonly string[] {
    return ['nsenter', '--target', String(this.#keeper.pid), '--mount'];
  }
}

const NOT_YET: Said = { status: null, stdout: '', stderr: '' };

function onlyChild({ pid }: ChildProcess): number {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  if (!/^\d+$/.test(children)) throw new Error(`process ${pid} has no child`);
  return Number(children);
}

async function said(argv: readonly string[], input: string | Buffer = ''): Promise<Said> {
  const [program = '', ...words] = argv;
  const child = spawn(program, words, { stdio: ['pipe', 'pipe', 'pipe'] });
  child.stdin.on('error', () => {}); // it need not read
  child.stdin.end(input);
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (piece) => {
    stdout += piece;
  });
  child.stderr.setEncoding('utf8').on('data', (piece) => {
    stderr += piece;
  });
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, stdout, stderr };
}
