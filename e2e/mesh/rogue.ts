/**
 * Two routers with a device each, and a hostile machine between them.
 *
 *      ann --- R1 ---+--- backhaul ---+--- R2 --- bob
 *                            |
 *                          rogue 192.168.1.200
 *
 * Meanwhile ann and bob call each other again and again, and must see no change in each other.
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
const ROUTERS = ['R1', 'R2'];
const MEET_MS = 20_000;
const CALL_MS = 10_000;
/** A socket with more than 60 messages a second is closed. */
const CALL_EVERY_MS = 100;
/** By then people have been told of anything that an attack changed. */
const NEWS_MS = 600;

/** How R1 and its people fared for a while. */
export type Watched = {
  readonly aftermath: Aftermath | undefined;
  /** Processor time of the router's process, as a share of one processor. */
  readonly cpuShare: number;
  readonly rssBytes: number;
  readonly calls: number;
  readonly slowestCallMs: number;
  /** What ann and bob were told about each other. Empty if all is well. */
  readonly news: readonly string[];
  /** Why R1 ignores the rogue, as its status shows. */
  readonly shown: readonly string[];
};

const OFFER: Signal = { type: 'offer', sdp: 'v=0' };
const CANDIDATE: Signal = { type: 'candidate', candidate: '' };

export class Ambush {
  readonly stage: MeshStage;
  readonly ann: ScriptedDevice;
  readonly bob: ScriptedDevice;
  readonly #rogue: RogueMachine;
  #calls = 0;
  /** Calls to ann in bob's name that bob never made. */
  #strangeCalls = 0;

  private constructor(stage: MeshStage, devices: readonly [ScriptedDevice, ScriptedDevice], rogue: RogueMachine) {
    this.stage = stage;
    [this.ann, this.bob] = devices;
    this.#rogue = rogue;
  }

  static async lay(...flags: readonly string[]): Promise<Ambush> {
    const stage = await MeshStage.of(ROUTERS, 1, ['rogue']);
    try {
      const [rogue] = await Promise.all([
        RogueMachine.start(stage.world, 'rogue'),
        ...ROUTERS.map((router) => stage.start(router, ...flags)),
      ]);
      await stage.together(ROUTERS, MEET_MS);
      const devices = [await stage.join('R1', 'ann'), await stage.join('R2', 'bob')] as const;
      const [ann, bob] = devices;
      await ann.until(() => ann.named('bob') !== undefined, MEET_MS);
      await bob.until(() => bob.named('ann') !== undefined, MEET_MS);
      return new Ambush(stage, devices, rogue);
    } catch (error) {
      await stage.close();
      throw error;
    }
  }

  /** Watches R1 during an attack, or during a quiet time of the given length. */
  async watch(during: Attack | { readonly quietMs: number }): Promise<Watched> {
    const { ann, bob, stage } = this;
    const before = [ann.news.length, bob.news.length] as const;
    const strangeBefore = this.#strangeCalls;
    const processes = stage.processes('R1');
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
      await pause(CALL_EVERY_MS);
      // A status may be as old as the last one read, which was before the attack.
    } while (performance.now() < Math.max(overAt + NEWS_MS, start + STATUS_MS));
    const aftermath = await over;
    const cpuShare = (cpuSeconds(processes) - cpuBefore) / ((performance.now() - start) / 1000);
    const status = await stage.status('R1');
    const tookMs = performance.now() - start;
    const news = [
      ...ann.news.slice(before[0]).filter(({ of }) => of === bob.id),
      ...bob.news.slice(before[1]).filter(({ of }) => of === ann.id),
    ];
    return {
      aftermath,
      cpuShare,
      rssBytes: status.router.rss_bytes,
      calls: times.length,
      slowestCallMs: Math.max(...times),
      news: [
        ...news.map(({ of, is }) => `${of === ann.id ? 'ann' : 'bob'} is ${is}`),
        ...Array.from({ length: this.#strangeCalls - strangeBefore }, () => 'a call that bob never made'),
      ],
      shown: (status.mesh.strangers ?? [])
        .filter(({ address, last_seen_ms }) => address === ROGUE_ADDRESS && last_seen_ms < tookMs)
        .map(({ reason }) => reason),
    };
  }

  /** What everybody on the backhaul can find out. */
  async victims(meshKey: string | undefined): Promise<Victims> {
    const [one, two] = await Promise.all(ROUTERS.map((router) => this.stage.status(router)));
    const { ann, bob } = this;
    if (ann.id === undefined || bob.id === undefined) throw new Error('somebody is not there');
    const annsKey = publicKeyOf(secretOf('ann'));
    return { meshKey, r1: one?.router.id ?? '', r2: two?.router.id ?? '', ann: ann.id, bob: bob.id, annsKey };
  }

  /** Resolves when the routers see only each other, and people see each other, whatever happened. */
  async calm(): Promise<void> {
    const { ann, bob, stage } = this;
    await stage.together(ROUTERS, MEET_MS);
    const sees = (one: ScriptedDevice, other: ScriptedDevice): boolean =>
      other.id !== undefined && one.devices.get(other.id)?.away === undefined && one.devices.has(other.id);
    await ann.until(() => sees(ann, bob), MEET_MS);
    await bob.until(() => sees(bob, ann), MEET_MS);
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
