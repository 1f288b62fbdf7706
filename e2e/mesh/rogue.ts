/**
 * Three routers with people, and a hostile machine between them. cleo has walked from R1 to R2.
 *
 *      ann --- R1 ---+--- backhaul ---+--- R2 --- bob, cleo
 *                    |                |
 *             dan --- R3            rogue 192.168.1.200
 *
 * Meanwhile ann and bob call each other again and again, and dan calls cleo. They must see no change in each other.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { publicKeyOf } from '../../src/protocol/keys.ts';
import type { ConnectionId, Signal } from '../../src/protocol/signaling.ts';
import { STATUS_MS } from '../../src/router/http/http.ts';
import { cpuSeconds } from '../drive/usage.ts';
import { MeshStage } from '../router/mesh-stage.ts';
import type { ScriptedDevice } from '../router/scripted-device.ts';
import { secretOf } from '../router/setting.ts';
import type { Victims } from './attacks.ts';
import type { Aftermath, Attack } from './rogue-agent.ts';
import { RogueMachine } from './rogue-machine.ts';

export const ROGUE_ADDRESS = '192.168.1.200';
export const R1_ADDRESS = '192.168.1.1';
export const R2_ADDRESS = '192.168.1.2';
export const ROUTERS = { R1: R1_ADDRESS, R2: R2_ADDRESS, R3: '192.168.1.3' } as const;
const NAMES = Object.keys(ROUTERS);
const MEET_MS = 20_000;
const CALL_MS = 10_000;
/** A socket with more than 60 messages a second is closed. */
const CALL_EVERY_MS = 100;
/** By then people have been told of anything that an attack changed. */
const NEWS_MS = 600;

/** How a router and all people fared for a while. */
export type Watched = {
  readonly aftermath: Aftermath | undefined;
  /** Processor time of the router's process, as a share of one processor. */
  readonly cpuShare: number;
  readonly rssBytes: number;
  readonly calls: number;
  readonly slowestCallMs: number;
  /** What people were told about each other. Empty if all is well. */
  readonly news: readonly string[];
  /** Why the router ignores the rogue, as its status shows. */
  readonly shown: readonly string[];
};

const OFFER: Signal = { type: 'offer', sdp: 'v=0' };
const CANDIDATE: Signal = { type: 'candidate', candidate: '' };

export class Ambush {
  readonly stage: MeshStage;
  readonly ann: ScriptedDevice;
  readonly bob: ScriptedDevice;
  readonly cleo: ScriptedDevice;
  readonly dan: ScriptedDevice;
  readonly #rogue: RogueMachine;
  #calls = 0;
  /** Calls to ann in bob's name that bob never made. */
  #strangeCalls = 0;

  private constructor(stage: MeshStage, people: Pick<Ambush, 'ann' | 'bob' | 'cleo' | 'dan'>, rogue: RogueMachine) {
    this.stage = stage;
    this.ann = people.ann;
    this.bob = people.bob;
    this.cleo = people.cleo;
    this.dan = people.dan;
    this.#rogue = rogue;
  }

  get #people(): readonly ScriptedDevice[] {
    return [this.ann, this.bob, this.cleo, this.dan];
  }

  static async lay(...flags: readonly string[]): Promise<Ambush> {
    const stage = await MeshStage.of(NAMES, 1, ['rogue']);
    try {
      const [rogue] = await Promise.all([
        RogueMachine.start(stage.world, 'rogue'),
        ...NAMES.map((router) => stage.start(router, ...flags)),
      ]);
      await stage.together(NAMES, MEET_MS);
      const [ann, bob, dan] = [
        await stage.join('R1', 'ann'),
        await stage.join('R2', 'bob'),
        await stage.join('R3', 'dan'),
      ];
      await stage.join('R1', 'cleo');
      await dan.until(() => dan.named('cleo')?.router === 'R1', MEET_MS);
      const cleo = await stage.join('R2', 'cleo');
      const ambush = new Ambush(stage, { ann, bob, cleo, dan }, rogue);
      await ambush.calm();
      return ambush;
    } catch (error) {
      await stage.close();
      throw error;
    }
  }

  /** Watches a router during an attack on it, or during a quiet time of the given length. */
  async watch(during: Attack | { readonly quietMs: number }, router = 'R1'): Promise<Watched> {
    const { stage } = this;
    const before = this.#people.map(({ news }) => news.length);
    const strangeBefore = this.#strangeCalls;
    const processes = stage.processes(router);
    const [cpuBefore, start] = [cpuSeconds(processes), performance.now()];
    let overAt = Number.POSITIVE_INFINITY;
    const running =
      'quietMs' in during
        ? new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), during.quietMs))
        : this.#rogue.attack(during);
    const over = running.finally(() => (overAt = performance.now()));
    const times: number[] = [];
    do {
      // One offer is enough: a router lets only few through (`calls.ts`), and candidates take the same way.
      times.push(await this.call(times.length === 0 ? OFFER : CANDIDATE));
      await this.#ring(this.dan, this.cleo);
      await pause(CALL_EVERY_MS);
      // A status may be as old as the last one read, which was before the attack.
    } while (performance.now() < Math.max(overAt + NEWS_MS, start + STATUS_MS));
    const aftermath = await over;
    const cpuShare = (cpuSeconds(processes) - cpuBefore) / ((performance.now() - start) / 1000);
    const status = await stage.status(router);
    const tookMs = performance.now() - start;
    const names = new Map(this.#people.map(({ id, name }) => [id, name]));
    const news = this.#people
      .flatMap(({ news: all }, index) => all.slice(before[index]))
      .flatMap(({ of, is }) => (names.has(of) ? [`${names.get(of)} is ${is}`] : []));
    return {
      aftermath,
      cpuShare,
      rssBytes: status.router.rss_bytes,
      calls: times.length,
      slowestCallMs: Math.max(...times),
      news: [
        ...news,
        ...Array.from({ length: this.#strangeCalls - strangeBefore }, () => 'a call that bob never made'),
      ],
      shown: (status.mesh.strangers ?? [])
        .filter(({ address, last_seen_ms }) => address === ROGUE_ADDRESS && last_seen_ms < tookMs)
        .map(({ reason }) => reason),
    };
  }

  /** What everybody on the backhaul can find out. */
  async victims(meshKey: string | undefined): Promise<Victims> {
    const [one, two] = await Promise.all(NAMES.map((router) => this.stage.status(router)));
    const { ann, bob } = this;
    if (ann.id === undefined || bob.id === undefined) throw new Error('somebody is not there');
    const [annsKey, cleosKey] = [publicKeyOf(secretOf('ann')), publicKeyOf(secretOf('cleo'))];
    const [r1 = '', r2 = ''] = [one?.router.id, two?.router.id];
    return { meshKey, r1, r2, ann: ann.id, bob: bob.id, annsKey, cleosKey };
  }

  /** Resolves when the routers see only each other, and people see each other, whatever happened. */
  async calm(): Promise<void> {
    await this.stage.together(NAMES, MEET_MS);
    const homes = new Map([
      [this.ann, 'R1'],
      [this.bob, 'R2'],
      [this.cleo, 'R2'],
      [this.dan, 'R3'],
    ]);
    const sees = (one: ScriptedDevice, other: ScriptedDevice): boolean => {
      const device = other.id && one.devices.get(other.id);
      return (
        device !== undefined && device.away === undefined && (device.router ?? homes.get(one)) === homes.get(other)
      );
    };
    for (const one of this.#people)
      await one.until(() => this.#people.every((other) => other === one || sees(one, other)), MEET_MS);
  }

  /** Fails when the signal does not get there. */
  async #ring(from: ScriptedDevice, to: ScriptedDevice): Promise<void> {
    if (to.id === undefined) throw new Error('somebody is not there');
    const connection = `ring-${++this.#calls}`.padEnd(16, '-') as ConnectionId;
    from.say({ type: 'signal', to: to.id, connection, signal: CANDIDATE });
    while ((await to.next('signal', CALL_MS)).connection !== connection);
  }

  /**
   * ann sends a signal and bob answers; resolves with the milliseconds until the answer. Fails when it gets nowhere.
   */
  async call(signal: Signal): Promise<number> {
    const { ann, bob } = this;
    if (ann.id === undefined || bob.id === undefined) throw new Error('somebody is not there');
    this.#calls += 1;
    const connection = `call-${this.#calls}`.padEnd(16, '-') as ConnectionId;
    const start = performance.now();
    ann.say({ type: 'signal', to: bob.id, connection, signal });
    await bob.next('signal', CALL_MS);
    bob.say({ type: 'signal', to: ann.id, connection, signal: { type: 'answer', sdp: 'v=0' } });
    for (;;) {
      const answer = await ann.next('signal', CALL_MS);
      if (answer.connection === connection && answer.signal.type === 'answer') return performance.now() - start;
      this.#strangeCalls += 1;
    }
  }

  async close(): Promise<void> {
    this.#rogue.stop();
    await this.stage.close();
  }
}
