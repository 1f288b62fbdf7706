/** Several running routers of ours, each with its rules, process and coturn, and an observer. */
import type { Phone, PhoneOptions } from '../drive/phone.ts';
import { OBSERVER } from './mesh-networks.ts';
import { Observer } from './observer.ts';
import { APP_PORT, applyProductNat, type RouterProcess } from './router-process.ts';
import { Stage, type StageOptions } from './stage.ts';
import { firstAddress, type Topology, WAN } from './topology.ts';

export class Mesh {
  readonly stage: Stage;
  readonly observer: Observer;
  readonly #routers: ReadonlyMap<string, RouterProcess>;

  private constructor(stage: Stage, observer: Observer, routers: ReadonlyMap<string, RouterProcess>) {
    this.stage = stage;
    this.observer = observer;
    this.#routers = routers;
  }

  /**
   * Resolves when every router of ours listens and its coturn answers on the LAN. Their cables are out. `flags`: more
   * flags for the processes. `bundle`: a build of the router and the app other than the usual one.
   */
  static async build(
    topology: Topology,
    options: StageOptions = {},
    flags: Readonly<Record<string, readonly string[]>> = {},
    bundle?: string,
  ): Promise<Mesh> {
    const stage = await Stage.build(topology, options);
    try {
      const ours = topology.routers.filter(({ nat }) => nat.by === 'product');
      const names = ours.map(({ name }) => name);
      await Promise.all(names.map((name) => applyProductNat(stage.world, name)));
      await stage.world.cables(names, WAN, 'out');
      const routers = await Promise.all(
        names.map(async (name) => {
          const router = await stage.router(name, {
            flags: flags[name] ?? [],
            ...(bundle !== undefined && { bundle }),
          });
          await router.says(/coturn: answers/);
          return [name, router] as const;
        }),
      );
      const urls = ours.map(({ name, wan }) => [name, `http://${wan.address}:${APP_PORT}/status.json`]);
      const observer = await Observer.start(stage.world, OBSERVER.name, Object.fromEntries(urls));
      return new Mesh(stage, observer, new Map(routers));
    } catch (error) {
      await stage.close();
      throw error;
    }
  }

  get names(): readonly string[] {
    return [...this.#routers.keys()];
  }

  router(name: string): RouterProcess {
    const found = this.#routers.get(name);
    if (found === undefined) throw new Error(`there is no router "${name}"`);
    return found;
  }

  /** A browser that shows the app of its router and has the name of its host. */
  phone(host: string, options: PhoneOptions = {}): Promise<Phone> {
    const { on } = this.stage.host(host);
    const lan = this.stage.topology.routers.find(({ name }) => name === on)?.lan ?? '';
    return this.stage.phone(host, host, `http://${firstAddress(lan)}:${APP_PORT}/`, options);
  }

  /**
   * Moves cables between routers and the backhaul. Resolves with the time just before the first moved, in milliseconds
   * since 1970.
   */
  async cables(routers: readonly string[], state: 'in' | 'out'): Promise<number> {
    const at = Date.now();
    await this.stage.world.cables(routers, WAN, state);
    return at;
  }

  async close(): Promise<void> {
    this.observer.stop();
    await this.stage.close();
  }
}
