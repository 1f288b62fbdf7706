/** An access point with honest people and one hostile phone: what runs there, and how it fares during an attack. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Phone } from '../drive/phone.ts';
import { processTree } from '../drive/process-tree.ts';
import type { Check } from '../lab/checks.ts';
import { withHostilePhone } from '../lab/networks.ts';
import { APP_PORT, applyProductNat, type RouterProcess } from '../lab/router-process.ts';
import { Stage, type StageOptions } from '../lab/stage.ts';
import { RogueMachine } from '../mesh/rogue-machine.ts';
import type { Attack } from './attacks.ts';
import { begin, type Hostile } from './battle.ts';
import { type Held, heldBy, type Load, loadMeter } from './cost.ts';
import { check, HONEST_DEVICES, ofTheRouter, onTheScreen, whatItGot } from './expectations.ts';
import { type People, ROUNDS, type Round, rounds } from './honest.ts';
import { HostileMachine, NICE } from './hostile-machine.ts';
import { listed, lookAt } from './looks.ts';
import type { Tally } from './orders.ts';

const LAN_ADDRESS = '192.168.42.1';
const URL_OF_APP = `http://${LAN_ADDRESS}:${APP_PORT}/`;
/** What most systems allow a process. */
const DESCRIPTORS = 1_024;
/** Length at which a message of a page or a stack trace is cut; enough to recognise it. */
const MOST_WORDS = 160;
/** Time between two readings of the router's process, in milliseconds. */
const LOOK_MS = 100;
/**
 * How long the router may take to return to its former size, in milliseconds. Seats in their grace take the longest,
 * and V8, which returns memory only when idle for a while.
 */
const RECOVERY_MS = 90_000;
/**
 * How much more it may hold than before: connections that everybody opens now and then, and the heap, which is small in
 * a router that has just started, and which V8 keeps as large as a crowd of hundreds has made it.
 */
export const ROOM = { descriptors: 8, residentBytes: 100e6 } as const;
/** Two rounds of news to pages, plus the router's pause between them. */
const AWAY_IS_SHOWN_MS = 3_000;

export type Fought = {
  /** `undefined` when an action was never completed. */
  readonly times: Round | undefined;
  readonly failed: string | undefined;
  readonly load: Load;
  readonly before: Held;
  readonly most: Held;
  readonly after: Held | undefined;
  readonly tally: Tally;
  /** Pages and processes that ended, or reported an exception. */
  readonly broken: readonly string[];
  /** The checks for this attack. */
  readonly checks: readonly Check[];
};

export class Ground {
  readonly stage: Stage;
  readonly #router: RouterProcess;
  readonly #people: People;
  readonly #hostile: Hostile;

  private constructor(stage: Stage, router: RouterProcess, people: People, hostile: Hostile) {
    this.stage = stage;
    this.#router = router;
    this.#people = people;
    this.#hostile = hostile;
  }

  /** `bundle`: a build of the router and the app other than the usual one. */
  static async lay(options: StageOptions, bundle?: string): Promise<Ground> {
    const stage = await Stage.build(withHostilePhone(), options);
    try {
      await applyProductNat(stage.world, 'r1');
      const router = await stage.router('r1', { descriptors: DESCRIPTORS, ...(bundle !== undefined && { bundle }) });
      await router.waitForTurn();
      const own = stage.host('hostile').addresses;
      const [aki, haru, guest, page, machine, rogue] = await Promise.all([
        stage.phone('Aki', 'client1', URL_OF_APP),
        stage.phone('Haru', 'client2', URL_OF_APP),
        stage.browser('Guest', 'guest'),
        stage.browser('Hostile', 'hostile', NICE),
        HostileMachine.start(stage.world, 'hostile', { address: LAN_ADDRESS, port: APP_PORT }, own),
        RogueMachine.start(stage.world, 'far'),
      ]);
      await Promise.all([aki.waitForDevice('Haru'), haru.waitForDevice('Aki')]);
      const people = { aki, haru, guest, url: URL_OF_APP, folder: stage.folder };
      return new Ground(stage, router, people, { page, machine, rogue, url: URL_OF_APP });
    } catch (error) {
      await stage.close();
      throw error;
    }
  }

  /** The times in peace. The first round makes the two acquainted, and is not counted. */
  async quiet(): Promise<Round> {
    await rounds(this.#people);
    return rounds(this.#people);
  }

  async fight(attack: Attack): Promise<Fought> {
    const pid = this.#router.processOf('node');
    const before = heldBy(pid);
    if (before === undefined) throw new Error('the router has ended');
    const { haru } = this.#people;
    const seenBefore = await lookAt(haru);
    const begun = performance.now();
    let most = before;
    const watch = setInterval(() => {
      const now = heldBy(pid) ?? before;
      most = {
        descriptors: Math.max(most.descriptors, now.descriptors),
        residentBytes: Math.max(most.residentBytes, now.residentBytes),
      };
    }, LOOK_MS);
    const battle = await begin(attack, this.#hostile);
    // As anybody would. Until then a stranger's question may cover the screen.
    if (attack.declinedOnce) await haru.decline();
    let times: Round | undefined;
    let failed: string | undefined;
    const loadOf = loadMeter({ router: [pid], attackedPage: processTree(haru.pid) });
    try {
      times = await rounds(this.#people);
    } catch (error) {
      failed = brief(String(error));
    }
    const load = loadOf();
    await pause(Math.max(0, (attack.forMs ?? 0) - (performance.now() - begun)));
    const seen = await lookAt(haru);
    const tally = await battle.end();
    const left = attack.mostStrangersLeft === undefined ? undefined : await leftOn(haru, seen.listed);
    const after = await this.#recovered(pid, before);
    clearInterval(watch);
    const broken = await this.#broken(pid);
    const honestRows = times === undefined ? 0 : ROUNDS;
    const checks = [
      ...onTheScreen(attack, { ...seen, rows: seen.rows - honestRows }, seenBefore),
      ...(left === undefined ? [] : [check('strangers left on the screen', left, attack.mostStrangersLeft ?? 0)]),
      ...ofTheRouter(attack, { cores: load.router, bytes: most.residentBytes, descriptors: most.descriptors }),
      ...whatItGot(attack, tally),
    ];
    return { times, failed, load, before, most, after, tally, broken, checks };
  }

  async close(): Promise<void> {
    this.#hostile.machine.stop();
    this.#hostile.rogue.stop();
    await this.stage.close();
  }

  /** What the router holds once that is about as much as before, or after `RECOVERY_MS`. */
  async #recovered(pid: number, before: Held): Promise<Held | undefined> {
    const end = performance.now() + RECOVERY_MS;
    for (;;) {
      const now = heldBy(pid);
      if (now === undefined || isBack(before, now) || performance.now() > end) return now;
      await pause(LOOK_MS);
    }
  }

  async #broken(pid: number): Promise<readonly string[]> {
    const { aki, haru, guest } = this.#people;
    const broken = heldBy(pid) === undefined ? ['the router process'] : [];
    const uncaught = [aki, haru, guest].flatMap((phone) => phone.uncaught().map((what) => `${phone.name}: ${what}`));
    broken.push(...new Set(uncaught.map(brief)));
    for (const phone of [aki, haru])
      await phone.waitForStatus('Online').catch(() => broken.push(`the page of ${phone.name}`));
    return broken;
  }
}

function isBack(before: Held, now: Held): boolean {
  return (
    now.descriptors <= before.descriptors + ROOM.descriptors &&
    now.residentBytes <= before.residentBytes + ROOM.residentBytes
  );
}

const brief = (words: string): string => (words.split('\n', 1)[0] ?? '').slice(0, MOST_WORDS);

/** Devices that a screen still lists when a router has noticed that they are gone and counts them as away. */
async function leftOn(phone: Phone, before: number): Promise<number> {
  await pause(AWAY_IS_SHOWN_MS);
  return Math.min(before, listed(await phone.text())) - HONEST_DEVICES;
}
