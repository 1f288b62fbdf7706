/** Somebody with a phone: at one router or nowhere, with a page that reconnects as the app's does. */
import { setTimeout as pause } from 'node:timers/promises';
import { idOf, publicKeyOf } from '../../src/protocol/keys.ts';
import { GRACE_MS, HEARTBEAT_MS } from '../../src/protocol/limits.ts';
import { CLOSE, type DeviceId } from '../../src/protocol/signaling.ts';
import type { MeshStage } from '../router/mesh-stage.ts';
import type { ScriptedDevice } from '../router/scripted-device.ts';
import { secretOf } from '../router/setting.ts';
import type { Left } from './truth.ts';

/** As the app's first retry. */
const RETRY_MS = 500;
const FOR_EVER_MS = 2 ** 31 - 1;
/** For the timers of two processes on a busy machine. */
const SLACK_MS = 3_000;
/** A dead socket is noticed after two heartbeats. */
const UNNOTICED_MS = 2 * HEARTBEAT_MS + SLACK_MS;

export class Person {
  readonly who: string;
  readonly id: DeviceId;
  called: string;
  /** The router whose Wi-Fi the phone is on. */
  at: string | undefined;
  /** Routers that the phone left, and how long they may list it. */
  readonly left = new Map<string, Left>();
  readonly #stage: MeshStage;
  #page: ScriptedDevice | undefined;
  #visit = 0;

  constructor(stage: MeshStage, who: string) {
    this.#stage = stage;
    this.who = who;
    this.called = who;
    this.id = idOf(publicKeyOf(secretOf(who)));
  }

  /** The page, connected or not. */
  get page(): ScriptedDevice | undefined {
    return this.#page;
  }

  join(router: string): void {
    this.at = router;
    void this.#stay(router, ++this.#visit);
  }

  bye(): void {
    if (!this.#isWelcome) {
      this.drop();
      return;
    }
    this.#leave();
    this.#page?.say({ type: 'bye' });
  }

  drop(): void {
    this.#leave(SLACK_MS);
    this.#page?.drop();
  }

  rename(called: string): void {
    this.called = called;
    if (this.#isWelcome) this.#page?.say({ type: 'rename', name: called });
    else this.reload();
  }

  reload(): void {
    if (this.at === undefined) return;
    this.#page?.drop();
    this.join(this.at);
  }

  walk(router: string, isNoticed: boolean): void {
    if (isNoticed) this.drop();
    else {
      this.#leave(UNNOTICED_MS);
      if (this.#page !== undefined) this.#page.isOutOfReach = true;
    }
    this.join(router);
  }

  /** A killed router's list stays for its grace period, including those who left it lately. */
  wasKilled(router: string): void {
    if (this.left.has(router)) this.#isListedFor(router, SLACK_MS);
  }

  get #isWelcome(): boolean {
    return this.#page?.id !== undefined && this.#page.closed === undefined;
  }

  /** `hereMs`: how long the phone may still seem to be there. */
  #leave(hereMs = 0): void {
    this.#visit += 1;
    if (this.at !== undefined) this.#isListedFor(this.at, hereMs);
    this.at = undefined;
  }

  #isListedFor(router: string, hereMs: number): void {
    const before = this.left.get(router) ?? { hereUntil: 0, awayUntil: 0 };
    const hereUntil = Math.max(before.hereUntil, performance.now() + hereMs);
    const awayUntil = hereMs === 0 ? before.awayUntil : Math.max(before.awayUntil, hereUntil + GRACE_MS + SLACK_MS);
    this.left.set(router, { hereUntil, awayUntil });
  }

  async #stay(router: string, visit: number): Promise<void> {
    while (this.#visit === visit) {
      const page = this.#stage.visit(router, this.who, this.called);
      this.#page = page;
      await page.until(({ closed }) => closed !== undefined, FOR_EVER_MS);
      // Another page of this device took over: this one stays closed until its person wants it back.
      if (page.closed === CLOSE.replaced) return;
      await pause(RETRY_MS);
    }
  }
}
