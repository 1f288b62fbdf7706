/**
 * A virtual machine with Debian's kernel, whose emulated radios (mac80211_hwsim) speak real 802.11 to each other. It has no network
 * but what is made inside, and ends with the process that booted it.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Channel, type CommandOptions, type Ran, type Running } from './channel.ts';
import { installQemu, QEMU, unpacked, whyNoMachine } from './debian.ts';
import { initrd } from './initrd.ts';
import {
  type Accelerator,
  accelerators,
  type Plan,
  type Root,
  rememberThatKvmFails,
  type Share,
  words,
} from './qemu.ts';

/** By then a kernel under KVM has written its first line; one that never does has no processor that works. */
const KVM_MS = 5_000;
/** Without KVM, on two cores that others use as well, it took 15 s. */
const BOOT_MS = 240_000;

export type MachineOptions = {
  /** By default the host's own root folder. */
  readonly root?: Root;
  /** Folders of this machine, mounted at the same path in that one; read-only unless they are `writable`. */
  readonly folders?: readonly { readonly path: string; readonly at?: string; readonly writable?: boolean }[];
  readonly memoryMb?: number;
  readonly cores?: number;
  /** Time of its clock at the start, as `1970-01-02T00:00:00`; by default the time that it is. */
  readonly clock?: string;
  /** Cables to the private network of `../../lab/netns.ts`: their ends, and the words before a program that runs there. */
  readonly cables?: { readonly taps: readonly string[]; readonly prefix: readonly string[] };
  /** Called with lines on progress. */
  readonly say?: (line: string) => void;
};

export class Machine {
  readonly accelerator: Accelerator;
  /** From the start of QEMU until it takes commands, in milliseconds. */
  readonly bootMs: number;
  readonly #qemu: ChildProcess;
  readonly #channel: Channel;
  readonly #started: Started;

  private constructor(accelerator: Accelerator, bootMs: number, started: Started) {
    this.accelerator = accelerator;
    this.bootMs = bootMs;
    this.#qemu = started.qemu;
    this.#channel = started.channel;
    this.#started = started;
  }

  /** Resolves when the machine takes commands. Makes all that it needs first. */
  static async boot(options: MachineOptions = {}): Promise<Machine> {
    const missing = whyNoMachine();
    if (missing !== undefined) throw new Error(missing);
    const {
      root = { kind: 'host' },
      folders = [],
      memoryMb = 3_072,
      cores = 2,
      clock,
      cables,
      say = () => {},
    } = options;
    await installQemu(say);
    const extra = await unpacked(say);
    const shares = folders.map(
      ({ path, writable = false }, index): Share => ({ tag: `share${index}`, folder: path, writable }),
    );
    const plan = {
      ...{ root, shares, memoryMb, cores, kernel: extra.kernel, extra: extra.folder, initrd: await initrd(extra) },
      ...(clock !== undefined && { clock }),
      ...(cables !== undefined && { taps: cables.taps }),
    };
    for (const accelerator of accelerators()) {
      const start = performance.now();
      const started = await Started.begin(plan, accelerator, cables?.prefix);
      if (!(await started.isUp(accelerator))) continue;
      const machine = new Machine(accelerator, performance.now() - start, started);
      for (const [index, { path, at = path, writable = false }] of folders.entries())
        await machine.output(mountShare(`share${index}`, at, writable));
      return machine;
    }
    throw new Error('the machine does not boot');
  }

  /** Starts a shell command, as root. */
  start(command: string, options?: CommandOptions): Running {
    return this.#channel.start(command, options);
  }

  /** Runs a shell command to its end, whatever its status. */
  run(command: string, options?: CommandOptions): Promise<Ran> {
    return this.#channel.run(command, options);
  }

  /** Runs a shell command that must succeed; resolves with what it wrote, without the blanks around it. */
  output(command: string, options?: CommandOptions): Promise<string> {
    return this.#channel.output(command, options);
  }

  /** Loads so many emulated radios, `phy0` and on; all hear each other. */
  async radios(count: number): Promise<void> {
    await this.output(`modprobe mac80211_hwsim radios=${count}`);
  }

  /**
   * Which radios hear each other: those whose masks share a bit. Masks by the name of the radio (`phy0`), 1 to 2^31 - 1; 0 hears
   * nobody.
   */
  async hearing(masks: Readonly<Record<string, number>>): Promise<void> {
    const lines = Object.entries(masks).map(
      ([phy, mask]) => `echo ${mask} > /sys/kernel/debug/ieee80211/${phy}/hwsim/group`,
    );
    await this.output(lines.join('\n'));
  }

  /** What the kernel and the first processes wrote. */
  get console(): string {
    return this.#started.console;
  }

  /** Cuts its power: what it has not written to its disk by now is lost. */
  async cutPower(): Promise<void> {
    await this.#started.end();
  }

  /** Lets a system on a disk end in order; the other kind has nothing to lose. */
  async powerOff(): Promise<void> {
    const gone = once(this.#qemu, 'exit');
    this.start(
      'if [ -d /run/systemd/private ] || [ -S /run/systemd/private ]; then systemctl poweroff; else echo o > /proc/sysrq-trigger; fi',
    );
    await gone;
    await this.#started.end();
  }
}

/** One tag mounts once. */
function mountShare(tag: string, at: string, writable: boolean): string {
  const options = `trans=virtio,version=9p2000.L,msize=512000,${writable ? 'cache=none' : 'cache=loose,ro'}`;
  return `mkdir -p '${at}' && mount -t 9p -o ${options} ${tag} '${at}'`;
}

/** A QEMU that runs, and the way to its agent. */
class Started {
  readonly qemu: ChildProcess;
  readonly channel: Channel;
  readonly #folder: string;
  readonly #console: Buffer[] = [];

  private constructor(qemu: ChildProcess, channel: Channel, folder: string, console: Buffer[]) {
    this.qemu = qemu;
    this.channel = channel;
    this.#folder = folder;
    this.#console = console;
  }

  static async begin(
    plan: Omit<Plan, 'agent'>,
    accelerator: Accelerator,
    prefix: readonly string[] = [],
  ): Promise<Started> {
    const folder = await mkdtemp(join(tmpdir(), 'hikyaku-machine-'));
    const agent = join(folder, 'agent');
    const server = createServer();
    const connected = new Promise<Socket>((resolve) => server.once('connection', resolve));
    server.listen(agent);
    await once(server, 'listening');
    // In front of QEMU stands a program that ends it with this process, in whatever way that ends.
    const qemuWords = ['setpriv', '--pdeathsig', 'KILL', QEMU, ...words({ ...plan, agent }, accelerator)];
    const [program = '', ...command] = [...prefix, ...qemuWords];
    const qemu = spawn(program, command, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    const said: Buffer[] = [];
    for (const stream of [qemu.stdout, qemu.stderr]) stream.on('data', (piece: Buffer) => said.push(piece));
    const failed = once(qemu, 'exit').then(([code]) => {
      throw new Error(`${QEMU} ended with ${code}: ${Buffer.concat(said)}`);
    });
    failed.catch(() => {}); // later on that is no failure
    const socket = await Promise.race([connected, failed]);
    server.close();
    return new Started(qemu, new Channel(socket), folder, said);
  }

  get console(): string {
    return Buffer.concat(this.#console).toString();
  }

  /** False when it is to be tried in another way; an error when it should have booted. */
  async isUp(accelerator: Accelerator): Promise<boolean> {
    if (accelerator === 'kvm' && !(await this.#speaksWithin(KVM_MS))) {
      rememberThatKvmFails();
      await this.end();
      return false;
    }
    let late: NodeJS.Timeout | undefined;
    const tooLong = new Promise<never>((_, reject) => {
      late = setTimeout(() => reject(new Error(`no answer after ${BOOT_MS} ms`)), BOOT_MS);
    });
    try {
      await Promise.race([this.channel.ready, tooLong]);
      return true;
    } catch (error) {
      await this.end();
      throw new Error(`the machine did not boot: ${error}\n${this.console}`);
    } finally {
      clearTimeout(late);
    }
  }

  /** True as soon as anything came over the console. */
  #speaksWithin(ms: number): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), ms);
      this.qemu.stdout?.once('data', () => {
        clearTimeout(timer);
        resolve(true);
      });
    });
  }

  async end(): Promise<void> {
    const { qemu } = this;
    if (qemu.exitCode === null && qemu.signalCode === null) {
      const gone = once(qemu, 'exit');
      qemu.kill('SIGKILL');
      await gone;
    }
    await rm(this.#folder, { recursive: true, force: true });
  }
}
