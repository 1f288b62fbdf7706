/**
 * Routers on one backhaul, each with a LAN of its own, in private namespaces; the router processes; scripted devices. The
 * backhaul can be cut into islands.
 *
 *      devices --- R1 .1.1 ---+
 *      devices --- R2 .1.2 ---+--- backhaul 192.168.1.0/24
 *      devices --- R3 .1.3 ---+
 */
import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Status } from '../../src/router/status/status.ts';
import { processTree } from '../drive/process-tree.ts';
import { World } from '../lab/netns.ts';
import { LAN, type Topology, WAN } from '../lab/topology.ts';
import { DevicesOfLan } from './devices-of-lan.ts';
import { Running } from './place.ts';
import type { ScriptedDevice } from './scripted-device.ts';
import { temporaryDirectory } from './setting.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const APP_PORT = 8080;

type Home = Awaited<ReturnType<typeof temporaryDirectory>>;

/** Last part of the address of the first host on the backhaul that is no router of ours. */
const FIRST_HOST = 200;

/** The first segment is the whole backhaul, the others are for islands. */
const segments = (islands: number): readonly string[] => [
  'backhaul',
  ...Array.from({ length: islands - 1 }, (_, index) => `island${index + 2}`),
];

const topology = (routers: readonly string[], islands: number, hosts: readonly string[]): Topology => ({
  segments: segments(islands).map((name) => ({ name, range: '192.168.1.0/24' })),
  routers: routers.map((name, index) => ({
    name,
    lan: `10.${index + 1}.0.0/24`,
    wan: { on: 'backhaul', address: `192.168.1.${index + 1}` },
    nat: { by: 'product' },
  })),
  hosts: [
    ...routers.map((name, index) => ({ name: `of-${name}`, on: name, addresses: [`10.${index + 1}.0.100`] })),
    ...hosts.map((name, index) => ({ name, on: 'backhaul', addresses: [`192.168.1.${FIRST_HOST + index}`] })),
  ],
});

export class MeshStage {
  readonly world: World;
  readonly #routers: readonly string[];
  readonly #home: Home;
  readonly #agents = new Map<string, DevicesOfLan>();
  readonly #running = new Map<string, Running>();
  /** Nodes to which the product's rules were applied. */
  readonly #ruled = new Set<string>();

  private constructor(world: World, routers: readonly string[], home: Home) {
    this.world = world;
    this.#routers = routers;
    this.#home = home;
  }

  static build(...routers: readonly string[]): Promise<MeshStage> {
    return MeshStage.of(routers, 1);
  }

  /** `islands`: how many islands it can be cut into. `hosts`: machines on the backhaul, at 192.168.1.200 and on. */
  static async of(routers: readonly string[], islands: number, hosts: readonly string[] = []): Promise<MeshStage> {
    const home = await temporaryDirectory();
    await promisify(execFile)(process.execPath, ['src/tasks/build.mjs', 'router', home.path], { cwd: ROOT });
    const stage = new MeshStage(await World.build(topology(routers, islands, hosts)), routers, home);
    await Promise.all(routers.map((node) => stage.#agent(node).ready));
    return stage;
  }

  /** Starts the router process on a node, with the product's own rules; resolves when it listens. */
  async start(node: string, ...flags: readonly string[]): Promise<Running> {
    const bundle = join(this.#home.path, 'router.mjs');
    const sides = ['--lan', LAN, '--backhaul', WAN];
    if (!this.#ruled.has(node)) await this.world.output(node, [process.execPath, bundle, 'nat', 'apply', ...sides]);
    this.#ruled.add(node);
    const data = this.dataDirectory(node);
    await mkdir(data, { recursive: true });
    const words = [
      ...sides,
      '--data-dir',
      data,
      '--name',
      node,
      '--turn',
      'off',
      '--https-port',
      'off',
      '--log-level',
      'debug',
      ...flags,
    ];
    const child = this.world.spawn(node, [process.execPath, bundle, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
    const running = new Running(child);
    this.#running.set(node, running);
    await running.said(/^listening on/);
    return running;
  }

  dataDirectory(node: string): string {
    return join(this.#home.path, `data-${node}`);
  }

  async stop(node: string, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    await this.#running.get(node)?.stop(signal);
    this.#running.delete(node);
  }

  /** The processes of a router. */
  processes(node: string): readonly number[] {
    const pid = this.#running.get(node)?.pid;
    return pid === undefined ? [] : processTree(pid);
  }

  said(node: string): string {
    return this.#running.get(node)?.lines.join('\n') ?? '';
  }

  cable(node: string, state: 'in' | 'out'): Promise<void> {
    return this.world.link(node, WAN, state === 'in' ? 'up' : 'down');
  }

  /** From now on, routers of different lists do not reach each other. One list restores the whole backhaul. */
  async islands(...lists: readonly (readonly string[])[]): Promise<void> {
    const names = segments(lists.length);
    await this.world.plug(
      lists.flatMap((nodes, index) => nodes.map((node) => ({ node, device: WAN, to: names[index] ?? '' }))),
    );
  }

  /** Gives a router another IPv4 address on the backhaul, such as 192.168.1.7/24. */
  async address(node: string, cidr: string): Promise<void> {
    const commands = `ip -4 addr flush dev ${WAN}; ip addr add ${cidr} dev ${WAN}`;
    await this.world.output(node, ['sh', '-c', commands]);
  }

  /** The lab has no IPv6 anywhere; from now on this node's backhaul has nothing else. */
  async onlyIpv6(node: string): Promise<void> {
    const commands = `echo 0 > /proc/sys/net/ipv6/conf/${WAN}/disable_ipv6; ip addr flush dev ${WAN} scope global`;
    await this.world.output(node, ['sh', '-c', commands]);
  }

  /** A device on the LAN of a router; it has said hello. */
  async join(node: string, name: string): Promise<ScriptedDevice> {
    const device = this.visit(node, name);
    await device.next('welcome');
    return device;
  }

  /** A device that tries to say hello. `who` makes its secret; people see `called`. */
  visit(node: string, who: string, called = who): ScriptedDevice {
    return this.#agent(node).visit(who, called);
  }

  status(node: string): Promise<Status> {
    return this.#agent(node).status();
  }

  /** Asks until the status meets the condition, and returns it; fails after `withinMs`. */
  async until(node: string, wanted: (status: Status) => boolean, withinMs: number): Promise<Status> {
    const end = performance.now() + withinMs;
    for (;;) {
      const status = await this.status(node);
      if (wanted(status)) return status;
      if (performance.now() > end)
        throw new Error(`after ${withinMs} ms ${node} says ${JSON.stringify(status.mesh)}\n${this.said(node)}`);
    }
  }

  /** Resolves when each of these routers sees exactly the others. */
  async together(nodes: readonly string[], withinMs: number): Promise<void> {
    const end = performance.now() + withinMs;
    for (const node of nodes)
      await this.until(
        node,
        ({ mesh }) =>
          sameMembers(
            mesh.routers.map(({ name }) => name),
            nodes,
          ),
        Math.max(0, end - performance.now()),
      );
  }

  async close(): Promise<void> {
    for (const node of [...this.#running.keys()]) await this.stop(node);
    for (const agent of this.#agents.values()) agent.stop();
    await this.world.close();
    await this.#home.remove();
  }

  /** The address at which people on its LAN open the app. */
  addressOf(node: string): string {
    return `10.${this.#routers.indexOf(node) + 1}.0.1:${APP_PORT}`;
  }

  #agent(node: string): DevicesOfLan {
    const agent = this.#agents.get(node) ?? new DevicesOfLan(this.world, `of-${node}`, this.addressOf(node));
    this.#agents.set(node, agent);
    return agent;
  }
}

const sameMembers = (a: readonly string[], b: readonly string[]): boolean =>
  [...a].sort().join() === [...b].sort().join();
