/** Routers on one backhaul with people behind each. One of them stays, as a witness of what people are told there. */
import { meshDigest, type Status } from '../../src/router/status/status.ts';
import { MeshStage } from '../router/mesh-stage.ts';
import { Person } from './person.ts';
import type { Deed } from './story.ts';
import { whatIsWrong } from './truth.ts';

export type CrowdOptions = {
  readonly routers: number;
  readonly islands: number;
  /** Behind each router, the witness included. */
  readonly peoplePerRouter: number;
  /** People who are nowhere at first. */
  readonly others: number;
  readonly flags?: readonly string[];
};

export class Crowd {
  readonly stage: MeshStage;
  readonly routers: readonly string[];
  readonly people: ReadonlyMap<string, Person>;
  readonly witnesses: ReadonlyMap<string, Person>;
  readonly #flags: readonly string[];

  private constructor(stage: MeshStage, routers: readonly string[], options: CrowdOptions) {
    this.stage = stage;
    this.routers = routers;
    this.#flags = options.flags ?? [];
    this.witnesses = new Map(routers.map((router) => [router, new Person(stage, `w${router}`)]));
    const count = routers.length * (options.peoplePerRouter - 1) + options.others;
    const others = Array.from({ length: count }, (_, index) => new Person(stage, `p${index}`));
    this.people = new Map([...this.witnesses.values(), ...others].map((person) => [person.who, person]));
  }

  /** Starts everything, and everybody opens the app. Does not check that they see each other. */
  static async gather(options: CrowdOptions): Promise<Crowd> {
    const routers = Array.from({ length: options.routers }, (_, index) => `R${index + 1}`);
    const stage = await MeshStage.of(routers, options.islands);
    const crowd = new Crowd(stage, routers, options);
    try {
      await Promise.all(routers.map((router) => stage.start(router, ...crowd.#flags)));
    } catch (error) {
      await stage.close();
      throw error;
    }
    for (const [router, witness] of crowd.witnesses) witness.join(router);
    const movers = [...crowd.people.values()].filter(({ at }) => at === undefined);
    const some = movers.slice(0, movers.length - options.others);
    for (const [index, person] of some.entries()) person.join(routers[index % routers.length] ?? '');
    return crowd;
  }

  /** Where everybody is. */
  get places(): ReadonlyMap<string, string | undefined> {
    return new Map([...this.people.values()].map(({ who, at }) => [who, at]));
  }

  async do(deed: Deed): Promise<void> {
    if (deed.do === 'restart') return this.#restart(deed.router);
    const person = this.people.get(deed.who);
    switch (deed.do) {
      case 'join':
        return person?.join(deed.router);
      case 'bye':
        return person?.bye();
      case 'drop':
        return person?.drop();
      case 'rename':
        return person?.rename(deed.called);
      case 'reload':
        return person?.reload();
      case 'walk':
        return person?.walk(deed.router, deed.isNoticed);
    }
  }

  /** The errors in people's lists, when these routers reach each other and nobody else. */
  wrongLists(inReach: readonly string[] = this.routers): readonly string[] {
    const people = [...this.people.values()];
    const now = performance.now();
    return inReach.flatMap((router) => {
      const witness = this.witnesses.get(router);
      if (witness?.page?.id === undefined) return [`${router}: its witness is not welcome`];
      return whatIsWrong(witness.page.devices.values(), people, inReach, witness.id, router, now);
    });
  }

  /** The errors in what these routers say about each other. */
  async wrongStatus(inReach: readonly string[] = this.routers): Promise<readonly string[]> {
    const all = await Promise.all(inReach.map((router) => this.stage.status(router)));
    const digest = meshDigest(all.map(({ router }) => router.id));
    return all.flatMap((status) => this.#wrongWith(status, digest, all[0]?.mesh.presence, inReach));
  }

  /** Resolves with an empty list as soon as nothing is wrong, or with the errors after `withinMs`. */
  async right(inReach: readonly string[], withinMs: number): Promise<readonly string[]> {
    const end = performance.now() + withinMs;
    for (;;) {
      const wrong = [...this.wrongLists(inReach), ...(await this.wrongStatus(inReach))];
      if (wrong.length === 0 || performance.now() > end) return wrong;
    }
  }

  close(): Promise<void> {
    for (const person of this.people.values()) person.bye();
    return this.stage.close();
  }

  #wrongWith(status: Status, digest: string, presence: string | undefined, inReach: readonly string[]) {
    const { router, mesh } = status;
    const wrong: string[] = [];
    if (mesh.digest !== digest) wrong.push(`${router.name}: the mesh is ${mesh.digest}, not ${digest}`);
    if (mesh.presence !== presence) wrong.push(`${router.name}: presence is ${mesh.presence}, not ${presence}`);
    const known = mesh.routers.map(({ name }) => name).sort();
    if (known.join() !== [...inReach].sort().join()) wrong.push(`${router.name}: knows ${known}, not ${inReach}`);
    for (const { name, clients } of mesh.routers) {
      const [least, most] = this.#clientsOf(name, inReach);
      if (clients < least || clients > most)
        wrong.push(
          `${router.name}: ${name} has ${clients} clients, not ${least === most ? least : `${least} to ${most}`}`,
        );
    }
    return wrong;
  }

  /** At least and at most: nobody can know of a phone that walked off to where nothing is heard from. */
  #clientsOf(router: string, inReach: readonly string[]): readonly [number, number] {
    const people = [...this.people.values()];
    const here = people.filter(({ at }) => at === router).length;
    const now = performance.now();
    const seems = people.filter(
      ({ at, left }) => (left.get(router)?.hereUntil ?? 0) > now && (at === undefined || !inReach.includes(at)),
    );
    return [here, here + seems.length];
  }

  async #restart(router: string): Promise<void> {
    await this.stage.stop(router, 'SIGKILL');
    for (const person of this.people.values()) person.wasKilled(router);
    await this.stage.start(router, ...this.#flags);
  }
}
