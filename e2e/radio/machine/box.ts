/**
 * A router's computer inside the machine: a Debian that starts with systemd as its first process (systemd-nspawn), with a disk, radios
 * and a network of its own. Several stand side by side in one machine, because emulated radios of two machines do not hear each
 * other.
 */
import type { CommandOptions, Ran, Running } from './channel.ts';
import type { Machine } from './machine.ts';

/** Where the machine has them. */
const BOXES = '/run/boxes';
/** systemd has started all that it starts by then, or says what it could not; on a busy machine without KVM. */
const BOOT_MS = 300_000;

export type BoxPlan = {
  /** Its name, of letters and digits; also that of its network namespace. */
  readonly name: string;
  /** Where the machine has the root folder of a Debian (`debianRoot`), which boxes share; each writes into a layer of its own. */
  readonly root: string;
  /** Radios that are plugged into it: `phy0`. */
  readonly radios: readonly string[];
  /** Folders of the machine that it sees at the same place, read-only. */
  readonly folders?: readonly string[];
};

export class Box {
  readonly name: string;
  readonly #machine: Machine;
  readonly #plan: BoxPlan;
  readonly #console: string[] = [];
  #running: Running | undefined;
  #starts = 0;

  private constructor(machine: Machine, plan: BoxPlan) {
    this.name = plan.name;
    this.#machine = machine;
    this.#plan = plan;
  }

  /** A new box, switched off. Its disk is in the machine's memory and keeps what is on it until the machine ends. */
  static async make(machine: Machine, plan: BoxPlan): Promise<Box> {
    const at = `${BOXES}/${plan.name}`;
    await machine.output(
      [
        'set -e',
        `mkdir -p ${BOXES}`,
        `mountpoint -q ${BOXES} || mount -t tmpfs -o size=60% boxes ${BOXES}`,
        `mkdir ${at} ${at}/upper ${at}/work ${at}/root`,
        `mount -t overlay -o lowerdir=${plan.root},upperdir=${at}/upper,workdir=${at}/work box ${at}/root`,
        `echo ${plan.name} > ${at}/root/etc/hostname`,
      ].join('\n'),
    );
    return new Box(machine, plan);
  }

  /** Switches it on. Resolves when systemd has started all that it starts: with `running`, or `degraded` when a unit failed. */
  async powerOn(): Promise<string> {
    const { name, radios, folders = [] } = this.#plan;
    const moves = radios.map((phy) => `iw phy ${phy} set netns name ${name}`);
    await this.#machine.output(
      ['set -e', `mkdir -p /run/netns`, `ip netns add ${name}`, `ip -n ${name} link set lo up`, ...moves].join('\n'),
    );
    const options = [
      `--directory=${BOXES}/${name}/root`,
      `--machine=${name}`,
      '--boot --register=no --keep-unit --link-journal=no --console=pipe',
      '--capability=all --system-call-filter=@module', // a kernel that loads what it is asked for, as on a machine of its own
      '--bind-ro=/usr/lib/modules --bind=/dev/rfkill',
      ...folders.map((folder) => `--bind-ro=${folder}`),
    ];
    this.#starts += 1;
    const group = `/sys/fs/cgroup/box-${name}-${this.#starts}`;
    const start = [
      `mkdir ${group} && echo $$ > ${group}/cgroup.procs`,
      // From within the namespace, so that its /sys has the radios of this box and no others. That /sys has nothing mounted in it.
      `exec ip netns exec ${name} sh -c 'mount -t cgroup2 cgroup2 /sys/fs/cgroup &&`,
      `  SYSTEMD_NSPAWN_API_VFS_WRITABLE=network exec systemd-nspawn ${options.join(' ')} 2>&1'`,
    ];
    this.#running = this.#machine.start(start.join('\n'), { onLine: (line) => this.#console.push(line) });
    const ended = this.#running.ended.then(() => {
      throw new Error(`the box ${name} ended while it started:\n${this.console}`);
    });
    ended.catch(() => {}); // later on that is no failure
    const asks = `until state=$(${this.#inside('systemctl is-system-running --wait')}); [ "\${state:-offline}" != offline ]; do sleep 0.3; done; echo $state`;
    return Promise.race([this.#machine.output(asks, { timeoutMs: BOOT_MS }), ended]);
  }

  /** Starts a shell command in it, as root. */
  start(command: string, options?: CommandOptions): Running {
    return this.#machine.start(this.#inside(command), options);
  }

  /** Runs a shell command in it to its end, whatever its status. */
  run(command: string, options?: CommandOptions): Promise<Ran> {
    return this.#machine.run(this.#inside(command), options);
  }

  /** Runs a shell command that must succeed; resolves with what it wrote, without the blanks around it. */
  output(command: string, options?: CommandOptions): Promise<string> {
    return this.#machine.output(this.#inside(command), options);
  }

  /** What it wrote to its console since it was made. */
  get console(): string {
    return this.#console.join('\n');
  }

  /**
   * Ends all that runs in it at once. Its radios are as new and its network is gone. Unlike that of a machine with a disk, its disk has
   * all that was written: what a power cut does to files is shown by `Machine.cutPower`.
   */
  async cutPower(): Promise<void> {
    if (this.#running === undefined) return;
    await this.#machine.output(`kill -KILL $(${leader(this.name)})`);
    await this.#running.ended;
    this.#running = undefined;
    await this.#machine.output(`ip netns del ${this.name}`);
    // The kernel takes a namespace apart some time after its last process; the radios are back afterwards.
    const back = this.#plan.radios.map((phy) => `until iw phy ${phy} info > /dev/null 2>&1; do sleep 0.1; done`);
    await this.#machine.output(['true', ...back].join('\n'), { timeoutMs: BOOT_MS });
  }

  #inside(command: string): string {
    const quoted = `'${command.replaceAll("'", "'\\''")}'`;
    const path = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
    return `nsenter --target "$(${leader(this.name)})" --all -- env -i ${path} HOME=/root sh -c ${quoted}`;
  }
}

/** A command that writes the process id of the box's systemd, as the machine sees it. */
const leader = (name: string): string => `pgrep -P "$(pgrep -f '^systemd-nspawn.*--machine=${name} ')"`;
