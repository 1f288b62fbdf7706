/**
 * A private world of network namespaces, and the only file that calls `ip`, `bridge` and `nft` or sets kernel
 * parameters.
 *
 * One keeper process holds the world: first process of a process-id namespace, with its own mounts and network. It only
 * reads its standard input. When the process that made the world ends, in whatever way, the pipe closes, the keeper
 * ends, the kernel ends every process of its namespace, and the network namespaces go with their mounts. Nothing can be
 * left behind, and worlds side by side do not see each other.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import type { Radio } from './air.ts';
import { plan, type Setup } from './plan.ts';
import { cable, HOST, LAN, type Topology } from './topology.ts';

/**
 * `/run` is where `ip netns` keeps its names. The resolver is outside of every topology, so that requests for names
 * show.
 */
const KEEPER = `set -e
mount -t tmpfs tmpfs /run
mkdir /run/netns
echo 'nameserver 198.51.100.53' > /run/resolver
target=$(readlink -m /etc/resolv.conf)
case $target in /run/*) mkdir -p "\${target%/*}"; touch "$target";; esac
if [ -e "$target" ]; then mount --bind /run/resolver "$target"; fi
ip link set lo up
echo ready
exec cat`;

export class World {
  readonly #keeper: ChildProcess;
  /** Process id of the keeper as this process sees it. */
  readonly #pid: number;
  #ports: ReadonlyMap<string, string> = new Map();
  #radios: readonly Radio[] = [];
  #nodes: readonly Setup[] = [];

  private constructor(keeper: ChildProcess, pid: number) {
    this.#keeper = keeper;
    this.#pid = pid;
  }

  /** An empty world. Needs root. */
  static async create(): Promise<World> {
    const options = ['--mount', '--pid', '--fork', '--kill-child', '--mount-proc', '--net'];
    const keeper = spawn('unshare', [...options, 'sh', '-c', KEEPER], {
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: true, // Ctrl-C must reach this process alone
    });
    const said: string[] = [];
    keeper.stderr.on('data', (piece: Buffer) => said.push(piece.toString()));
    await new Promise<void>((resolve, reject) => {
      keeper.stdout.once('data', () => resolve());
      keeper.once('error', reject);
      keeper.once('exit', (code) => reject(new Error(`no private namespaces (${code}): ${said.join('')}`)));
    });
    return new World(keeper, onlyChild(keeper));
  }

  static async build(topology: Topology): Promise<World> {
    const world = await World.create();
    try {
      const { ip, nodes, ports, radios } = plan(topology, (node) => world.namespaceOf(node), radiosHere());
      world.#ports = ports;
      world.#radios = radios;
      await world.#handOver(radios);
      // By number: names are looked up in /sys, which shows the radios of another namespace.
      const numbered = ({ phy }: Radio) => phy.replace('phy', 'phy#');
      const moves = radios.map((radio) => `iw ${numbered(radio)} set netns name ${world.namespaceOf(radio.node)}`);
      await world.#run([batch('ip', ip), ...moves, ...nodes.map((node) => world.#setUp(node))].join('\n'));
      const { reach } = topology;
      if (reach !== undefined)
        await world.hearing(Object.fromEntries(radios.map((radio) => [radio.phy, reach(radio.node, radio.for)])));
      world.#nodes = nodes;
      for (const stage of ['up', 'joined'] as const) await world.#goOnAir(nodes, stage);
      return world;
    } catch (error) {
      await world.close();
      throw error;
    }
  }

  /** The name holds the process id, for anybody who reads a list of processes. */
  namespaceOf(node: string): string {
    return `${node}.${process.pid}`;
  }

  /** Words before a command that shall run on a node. */
  prefix(node: string): readonly string[] {
    return [...this.#enter(), 'ip', 'netns', 'exec', this.namespaceOf(node)];
  }

  /** Starts a program on a node; `inside` sends it signals. */
  spawn(node: string, command: readonly string[], options: Parameters<typeof spawn>[2] = {}): ChildProcess {
    const [program = '', ...words] = [...this.prefix(node), ...command];
    return spawn(program, words, { detached: true, ...options });
  }

  /** Runs a program on a node, which must succeed, and returns its output. */
  async output(node: string, command: readonly string[]): Promise<string> {
    const child = this.spawn(node, command, { stdio: ['ignore', 'pipe', 'pipe'] });
    return outputOf(child, `${command[0]} on ${node}`);
  }

  /** Replaces the node's rules by this set, which deletes its own tables first. */
  async load(node: string, ruleset: string): Promise<void> {
    await this.#run(this.#on(node, batch('nft', [ruleset.trimEnd()])));
  }

  async deleteTable(node: string, table: string): Promise<void> {
    await this.#run(this.#on(node, `nft delete table ${table}`));
  }

  /** The node's rules as the kernel has them. */
  async ruleset(node: string): Promise<string> {
    return this.#run(this.#on(node, 'nft list ruleset'));
  }

  /** The named counters of a table. */
  async counters(node: string, table: string): Promise<ReadonlyMap<string, Counter>> {
    const { nftables } = JSON.parse(await this.#run(this.#on(node, `nft -j list counters table ${table}`))) as {
      readonly nftables: readonly { readonly counter?: Counter & { readonly name: string } }[];
    };
    return new Map(
      nftables.flatMap(({ counter }) =>
        counter === undefined ? [] : [[counter.name, { packets: counter.packets, bytes: counter.bytes }] as const],
      ),
    );
  }

  /**
   * Pulls cables between nodes and a segment out of the segment, or puts them back, all in one go: the nodes see their
   * carrier go and come.
   */
  async cables(nodes: readonly string[], device: string, state: 'in' | 'out'): Promise<void> {
    const way = state === 'in' ? 'up' : 'down';
    await this.#run(
      batch(
        'ip',
        nodes.map((node) => `link set ${this.#port(node, device)} ${way}`),
      ),
    );
  }

  /** A host leaves the LAN of a router. Its interface has no carrier until it joins another LAN. */
  async leave(host: string, router: string): Promise<void> {
    await this.#run(`ip -n ${this.namespaceOf(router)} link set ${this.#port(host, HOST)} down nomaster`);
  }

  /** A host that has left the LAN of one router joins that of another. Its address stays. */
  async join(host: string, from: string, to: string): Promise<void> {
    const [port, there] = [this.#port(host, HOST), this.namespaceOf(to)];
    await this.#run(
      `ip -n ${this.namespaceOf(from)} link set ${port} netns ${there}\nip -n ${there} link set ${port} master ${LAN} up`,
    );
  }

  /** Limits the rate from a router to a host; packets that would wait longer than 0.4 s are dropped. */
  async throttle(host: string, router: string, kilobits: number): Promise<void> {
    const port = this.#port(host, HOST);
    const rate = `rate ${kilobits}kbit burst 16kb latency 400ms`;
    await this.#run(`tc -n ${this.namespaceOf(router)} qdisc replace dev ${port} root tbf ${rate}`);
  }

  /**
   * `ear`, a host on the LAN of `router`, gets a copy of every frame between the router and that LAN, and of all frames of
   * `hosts`: on a Wi-Fi whose password everybody knows, everybody hears everybody. Lasts while those cables stay in.
   */
  async overhear(router: string, ear: string, hosts: readonly string[]): Promise<void> {
    const devices = [LAN, ...hosts.map((host) => this.#port(host, HOST))];
    const chains = devices.flatMap((device) =>
      ['ingress', 'egress'].map(
        (way) =>
          `chain ${device}-${way} {\n type filter hook ${way} device "${device}" priority 0;\n dup to "${this.#port(ear, HOST)}"\n }`,
      ),
    );
    await this.load(router, `table netdev overhear {\n${chains.join('\n')}\n}`);
  }

  /** What has passed the interfaces of nodes so far, by node, all read at once. */
  async traffic(nodes: readonly string[], device: string): Promise<ReadonlyMap<string, Traffic>> {
    const show = (node: string) => this.#on(node, `ip -json -statistics link show dev ${device}`);
    const lines = (await this.#run(nodes.map(show).join('\n'))).trim().split('\n');
    return new Map(nodes.map((node, index) => [node, trafficOf(lines[index] ?? '')] as const));
  }

  /** Pulls out the cable of a node, or puts it back. */
  async link(node: string, device: string, state: 'up' | 'down'): Promise<void> {
    await this.#run(this.#on(node, `ip link set ${device} ${state}`));
  }

  /** Plugs cables into other segments, all at once: the nodes' own ends notice nothing. */
  async plug(ends: readonly { readonly node: string; readonly device: string; readonly to: string }[]): Promise<void> {
    const lines = ends.map(({ node, device, to }) => `link set ${this.#port(node, device)} master ${to}`);
    await this.#run(batch('ip', lines));
  }

  /** The radio of a node, as its number. */
  radio(node: string, what: Radio['for']): string {
    const found = this.#radios.find((radio) => radio.node === node && radio.for === what);
    if (found === undefined) throw new Error(`${node} has no radio for that: ${what}`);
    return found.phy;
  }

  /**
   * Which radios hear each other, from now on: those whose masks share a bit. Masks by `radio(...)`; 0 hears nobody. At first all hear
   * each other.
   */
  async hearing(masks: Readonly<Record<string, number>>): Promise<void> {
    for (const [phy, mask] of Object.entries(masks))
      await writeFile(`/sys/kernel/debug/ieee80211/${phy}/hwsim/group`, String(mask));
  }

  async close(): Promise<void> {
    if (this.#keeper.exitCode !== null || this.#keeper.signalCode !== null) return;
    const exit = once(this.#keeper, 'exit');
    this.#keeper.stdin?.end();
    await exit;
  }

  #port(node: string, device: string): string {
    const port = this.#ports.get(cable(node, device));
    if (port === undefined) throw new Error(`${node} has no cable at ${device}`);
    return port;
  }

  #enter(): readonly string[] {
    return ['nsenter', '--target', String(this.#pid), '--mount', '--pid', '--net'];
  }

  /** From the machine's own namespace, where radios are at first. */
  async #handOver(radios: readonly Radio[]): Promise<void> {
    if (radios.length === 0) return;
    const moves = radios.map(({ phy }) => `iw phy ${phy} set netns ${this.#pid}`).join('\n');
    await outputOf(spawn('sh', ['-ec', moves], { stdio: ['ignore', 'pipe', 'pipe'] }), moves);
  }

  /** Ends the programs of a node's radios, and starts them again. */
  async restartAir(node: string): Promise<void> {
    const only = this.#nodes.filter((setup) => setup.node === node);
    for (const stage of ['down', 'up'] as const) await this.#goOnAir(only, stage);
  }

  async #goOnAir(nodes: readonly Setup[], stage: 'up' | 'down' | 'joined'): Promise<void> {
    const scripts = nodes.flatMap(({ node, air }) =>
      air === undefined ? [] : [this.#on(node, air[stage].join('\n'))],
    );
    if (scripts.length > 0) await this.#run(scripts.join('\n'), `radios: ${stage}`);
  }

  #setUp({ node, sysctl, ip, bridge, nft, air }: Setup): string {
    const commands = [...sysctl.map(setting), ...(air?.before ?? []), batch('ip', ip)];
    if (bridge.length > 0) commands.push(batch('bridge', bridge));
    if (nft !== '') commands.push(batch('nft', [nft.trimEnd()]));
    return this.#on(node, commands.join('\n'));
  }

  /** Shell commands on a node. */
  #on(node: string, commands: string): string {
    return `ip netns exec ${this.namespaceOf(node)} sh -es <<'ON_THE_NODE'\n${commands}\nON_THE_NODE`;
  }

  /** One shell for everything: a process for each command would take seconds on a slow machine. */
  async #run(script: string, called = script): Promise<string> {
    const [program = '', ...words] = this.#enter();
    const shell = spawn(program, [...words, 'sh', '-es'], { stdio: ['pipe', 'pipe', 'pipe'] });
    shell.stdin.end(script);
    return outputOf(shell, called);
  }
}

/** Radios of this machine that nobody has taken into a namespace of their own. */
function radiosHere(): readonly string[] {
  const folder = '/sys/class/ieee80211';
  const number = (phy: string): number => Number(phy.slice('phy'.length));
  return existsSync(folder) ? readdirSync(folder).sort((a, b) => number(a) - number(b)) : [];
}

/** As the node sees it: in is what others sent. Bytes are those of Ethernet frames without their checksums. */
export type Traffic = { readonly in: Counter; readonly out: Counter };

function trafficOf(json: string): Traffic {
  type Way = { readonly packets: number; readonly bytes: number };
  const [link] = JSON.parse(json) as readonly { readonly stats64: { readonly rx: Way; readonly tx: Way } }[];
  if (link === undefined) throw new Error('ip shows no such interface');
  const only = ({ packets, bytes }: Way): Counter => ({ packets, bytes });
  return { in: only(link.stats64.rx), out: only(link.stats64.tx) };
}

export type Counter = { readonly packets: number; readonly bytes: number };

/** `net.ipv4.ip_forward=1`. A setting of a module that is not loaded may be missing. */
function setting(line: string): string {
  const [name = '', value = ''] = line.split('=');
  const file = `/proc/sys/${name.replaceAll('.', '/')}`;
  return `[ ! -e ${file} ] || echo ${value} > ${file}`;
}

/** Lines for a program that reads many commands from its standard input. */
function batch(program: 'ip' | 'bridge' | 'nft', lines: readonly string[]): string {
  const option = program === 'nft' ? '-f' : '-batch';
  return `${program} ${option} - <<'IN_ONE_GO'\n${lines.join('\n')}\nIN_ONE_GO`;
}

/** `unshare` and `nsenter` stay in front of the process they start in another process-id namespace. */
function onlyChild(child: ChildProcess): number {
  const pid = Number(readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').trim().split(' ')[0]);
  if (!Number.isInteger(pid) || pid === 0) throw new Error(`process ${child.pid} has no child`);
  return pid;
}

/** Signals the program that `World.spawn` started, not the `nsenter` in front of it, which ends with it. */
export function signal(child: ChildProcess, name: NodeJS.Signals): void {
  process.kill(onlyChild(child), name);
}

async function outputOf(child: ChildProcess, what: string): Promise<string> {
  const output: string[] = [];
  const errors: string[] = [];
  child.stdout?.on('data', (piece: Buffer) => output.push(piece.toString()));
  child.stderr?.on('data', (piece: Buffer) => errors.push(piece.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`ended with ${code}: ${errors.join('')}${output.join('')}\n${what}`);
  return output.join('');
}
