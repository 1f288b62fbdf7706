/**
 * One topology with everything that runs in it: agents, router processes, phones, captures; and the end of all of them.
 */

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../drive/files.ts';
import { Phone, type PhoneOptions } from '../drive/phone.ts';
import { Agent } from './agent.ts';
import { Capture } from './capture.ts';
import { World } from './netns.ts';
import type { Packet } from './packets.ts';
import { rememberConnections } from './pairs.ts';
import { probe, type Reflector, reflector } from './probe.ts';
import { type RouterOptions, RouterProcess } from './router-process.ts';
import { HOST, type HostNode, LAN, type Topology, UPLINK, WAN } from './topology.ts';

export type StageOptions = {
  /** Where captures are kept; without it they are deleted with the stage. */
  readonly pcap?: string;
};

export class Stage {
  readonly topology: Topology;
  readonly world: World;
  /** Folder for files of this stage; deleted with it. */
  readonly folder: string;
  readonly #remove: () => Promise<void>;
  readonly #pcap: string;
  readonly #agents = new Map<string, Agent>();
  readonly #reflectors = new Map<string, Promise<Reflector>>();
  readonly #captures: Capture[] = [];
  readonly #routers: RouterProcess[] = [];
  readonly #phones: Phone[] = [];

  private constructor(
    topology: Topology,
    world: World,
    temporary: { readonly path: string; readonly remove: () => Promise<void> },
    pcap: string,
  ) {
    this.topology = topology;
    this.world = world;
    this.folder = temporary.path;
    this.#remove = temporary.remove;
    this.#pcap = pcap;
  }

  static async build(topology: Topology, { pcap }: StageOptions = {}): Promise<Stage> {
    const temporary = await temporaryFolder('lab');
    const folder = pcap ?? join(temporary.path, 'pcap');
    await mkdir(folder, { recursive: true });
    return new Stage(topology, await World.build(topology), temporary, folder);
  }

  host(name: string): HostNode {
    const found = this.topology.hosts.find((host) => host.name === name);
    if (found === undefined) throw new Error(`the topology has no host "${name}"`);
    return found;
  }

  agent(node: string): Agent {
    const agent = this.#agents.get(node) ?? Agent.start(this.world, node);
    this.#agents.set(node, agent);
    return agent;
  }

  /** A host with two addresses, listening on two ports of each. */
  reflector(node: string): Promise<Reflector> {
    const opened = this.#reflectors.get(node) ?? reflector(this.agent(node), this.host(node).addresses);
    this.#reflectors.set(node, opened);
    return opened;
  }

  /** What the NATs between a host and a reflector do. */
  async probe(client: string, outside: string): ReturnType<typeof probe> {
    const address = this.host(client).addresses[0] ?? '';
    return probe(this.agent(client), address, await this.reflector(outside));
  }

  async router(node: string, options: RouterOptions = {}): Promise<RouterProcess> {
    const router = await RouterProcess.start(this.world, node, options);
    this.#routers.push(router);
    return router;
  }

  /** A browser on a host that shows the app, online under this name. */
  async phone(name: string, node: string, url: string, options: PhoneOptions = {}): Promise<Phone> {
    const prefix = this.world.prefix(node);
    const phone = await Phone.open(name, url, { ...options, prefix, initScript: await rememberConnections() });
    this.#phones.push(phone);
    return phone;
  }

  /** A browser on a host that shows nothing yet. `before`: words before its command. */
  async browser(name: string, node: string, before: readonly string[] = []): Promise<Phone> {
    const phone = await Phone.start(name, { prefix: [...this.world.prefix(node), ...before] });
    this.#phones.push(phone);
    return phone;
  }

  /** Captures every link of the given nodes, by default of all. */
  async capture(nodes?: readonly string[]): Promise<void> {
    const { routers, hosts } = this.topology;
    const links = [
      ...routers.flatMap(({ name, uplink }) =>
        [LAN, WAN, ...(uplink === undefined ? [] : [UPLINK])].map((device) => ({ name, device })),
      ),
      ...hosts.map(({ name }) => ({ name, device: HOST })),
    ].filter(({ name }) => nodes === undefined || nodes.includes(name));
    const started = links.map(({ name, device }) => Capture.start(this.world, name, device, this.#pcap));
    this.#captures.push(...(await Promise.all(started)));
  }

  /** Ends the captures: packets by `node-device`. */
  async captured(): Promise<ReadonlyMap<string, readonly Packet[]>> {
    const captures = this.#captures.splice(0);
    return new Map(
      await Promise.all(
        captures.map(async (capture) => [`${capture.node}-${capture.device}`, await capture.stop()] as const),
      ),
    );
  }

  async close(): Promise<void> {
    await Promise.allSettled(this.#phones.map((phone) => phone.close()));
    await Promise.allSettled(this.#routers.map((router) => router.stop()));
    for (const agent of this.#agents.values()) agent.stop();
    await this.world.close();
    await this.#remove();
  }
}
