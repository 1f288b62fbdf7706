/**
 * A victim and its friends behind two routers, and a listener with an ear on the Wi-Fi of each.
 *
 *      Haru, Aki, ear1 --- r1 ---+--- backhaul ---+--- r2 --- Mari, ear2
 *                                |
 *                            observer: a router of the listener's own
 *
 * The routers are copies of one disk image, so Aki walks from one to the other with the page open.
 */
import { join } from 'node:path';
import type { DeviceId } from '../../src/protocol/signaling.ts';
import { randomFile } from '../drive/files.ts';
import type { Phone } from '../drive/phone.ts';
import { shows } from '../lab/device-lists.ts';
import { Mesh } from '../lab/mesh.ts';
import { mesh as network, OBSERVER } from '../lab/mesh-networks.ts';
import type { StageOptions } from '../lab/stage.ts';
import { firstAddress } from '../lab/topology.ts';
import { RogueMachine } from '../mesh/rogue-machine.ts';
import { Listener } from './listener.ts';
import { type Overheard, saidOf, talksOf, told } from './overheard.ts';

export const VICTIM = 'Aki';
const FILE_BYTES = 1_000_000;
const SEEN_MS = 30_000;
const EARS = [
  { node: 'ear1', router: 'r1' },
  { node: 'ear2', router: 'r2' },
] as const;

export type People = { readonly aki: Phone; readonly haru: Phone; readonly mari: Phone };

export class Ground {
  readonly mesh: Mesh;
  readonly people: People;
  readonly listeners: readonly Listener[];
  readonly rogue: RogueMachine;
  readonly url: string;

  private constructor(mesh: Mesh, people: People, listeners: readonly Listener[], rogue: RogueMachine, url: string) {
    this.mesh = mesh;
    this.people = people;
    this.listeners = listeners;
    this.rogue = rogue;
    this.url = url;
  }

  /** Everybody has opened the app, the victim last; the listener has heard all of it. */
  static async lay(options: StageOptions, bundle?: string): Promise<Ground> {
    const hosts = { Haru: 'r1', ear1: 'r1', Aki: 'r1', Mari: 'r2', ear2: 'r2' };
    const mesh = await Mesh.build(network(2, hosts, 'cloned'), options, {}, bundle);
    try {
      await mesh.cables(mesh.names, 'in');
      const { world, folder, topology } = mesh.stage;
      const address = firstAddress(topology.routers[0]?.lan ?? '');
      const [rogue, ...listeners] = await Promise.all([
        RogueMachine.start(world, OBSERVER.name),
        ...EARS.map((ear) => Listener.start(world, { ...ear, address, folder })),
      ]);
      const [haru, mari] = await Promise.all([mesh.phone('Haru'), mesh.phone('Mari')]);
      const aki = await mesh.phone(VICTIM);
      return new Ground(mesh, { aki, haru, mari }, listeners, rogue, String(await aki.evaluate('location.href')));
    } catch (error) {
      await mesh.close();
      throw error;
    }
  }

  /** The victim's session: it has joined and been named; sends a file, walks, comes back under another name. */
  async session(): Promise<void> {
    const { aki, haru } = this.people;
    const { world, folder } = this.mesh.stage;
    const file = await randomFile(join(folder, 'overheard.bin'), FILE_BYTES);
    await aki.sendFiles([file], ['Haru']);
    await haru.accept();
    await haru.waitForState('overheard.bin', 'Saved');
    await aki.waitForState('overheard.bin', 'Sent');
    await world.leave(VICTIM, 'r1');
    await world.join(VICTIM, 'r1', 'r2');
    await shows(haru, VICTIM, { at: 'r2' }, SEEN_MS);
    await aki.open(this.url);
    await this.isBack();
  }

  /** Resolves when everybody sees the victim at r2. */
  async isBack(): Promise<void> {
    const { aki, haru, mari } = this.people;
    await aki.waitForStatus('Online');
    await shows(haru, VICTIM, { at: 'r2' }, SEEN_MS);
    await shows(mari, VICTIM, {}, SEEN_MS);
  }

  /** By the name of the router. The listener hears no more afterwards. */
  async overheard(): Promise<ReadonlyMap<string, Overheard>> {
    return new Map(
      await Promise.all(this.listeners.map(async (listener) => [listener.router, await listener.overheard()] as const)),
    );
  }

  /** What a router of the listener's own says to r1: that the victim is with it. Resolves with what r1 answers. */
  async list(device: object): Promise<readonly string[]> {
    const incarnation = 'f'.repeat(16);
    const snapshot = { type: 'snapshot', incarnation, version: 1, devices: [device] };
    const r1 = this.mesh.stage.topology.routers.find(({ name }) => name === 'r1')?.wan.address ?? '';
    const { heard } = await this.rogue.attack({
      do: 'link',
      to: r1,
      as: { incarnation },
      says: [JSON.stringify(snapshot)],
      times: 1,
      isTooLong: false,
      answers: true,
      forMs: MESH_LISTS_MS,
    });
    return heard;
  }

  async close(): Promise<void> {
    for (const listener of this.listeners) listener.stop();
    this.rogue.stop();
    await this.mesh.close();
  }
}

/** By then a router has told its pages of what another one lists. */
const MESH_LISTS_MS = 2_000;

/** The id of the device that said hello under this name. */
export function idOf(heard: ReadonlyMap<string, Overheard>, name: string): DeviceId {
  const talks = [...heard.values()].flatMap((overheard) => overheard.talks);
  const of = talks.find((talk) =>
    [...saidOf(talk, 'hello'), ...saidOf(talk, 'rename')].some((frame) => JSON.parse(frame).name === name),
  );
  const [welcome] = of === undefined ? [] : told(of, 'welcome');
  if (welcome === undefined) throw new Error(`nobody was overheard as ${name}`);
  return welcome.self;
}

/** What the victim did, as far as it can be heard. */
export function inWords(heard: ReadonlyMap<string, Overheard>, victim: DeviceId): readonly string[] {
  return [...heard].map(([router, overheard]) => {
    const said = talksOf(overheard, victim).map((talk) =>
      ['hello', 'rename', 'connect', 'signal'].map((type) => `${saidOf(talk, type).length} ${type}`).join(', '),
    );
    return `on the Wi-Fi of ${router}: ${said.length} sockets (${said.join('; ')})`;
  });
}
