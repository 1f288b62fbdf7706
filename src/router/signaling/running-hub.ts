/**
 * The hub at work: passes it events and times, performs its effects in order, and wakes it when something is due. The
 * only place where effects of the hub are performed.
 *
 *   sockets --+                                +--> sockets   send, close
 *             +--> happen(event) --> the hub --+
 *   routers --+         ^                      +--> routers   pass, changed
 *                       +--- could not be passed, alarm
 */
import type { RouterMessage } from '../../protocol/signaling.ts';
import type { RouterId } from '../mesh/bus.ts';
import type { Effect, Passed } from './effects.ts';
import type { Hub } from './hub.ts';

/** Where effects go. */
export type Outlets<S> = {
  readonly sockets: {
    send(to: readonly S[], message: RouterMessage): void;
    close(socket: S, code: number, reason: string): void;
  };
  readonly routers: {
    /** False when there is no link to that router now. */
    pass(router: RouterId, message: Passed): boolean;
    changed(): void;
  };
};

/** Something that happens: an event of the hub. */
type HubEvent<S> = (hub: Hub<S>, now: number) => readonly Effect<S>[];

export class RunningHub<S> {
  readonly #hub: Hub<S>;
  readonly #now: () => number;
  #outlets: Outlets<S> | undefined;
  #waiting: Effect<S>[] = [];
  #isPerforming = false;
  #alarm: NodeJS.Timeout | undefined;
  #goOn: NodeJS.Immediate | undefined;

  /** `now`: monotonic, in milliseconds. */
  constructor(hub: Hub<S>, now: () => number = () => performance.now()) {
    this.#hub = hub;
    this.#now = now;
  }

  /** Its read-only part. */
  get hub(): Pick<Hub<S>, 'clients' | 'has' | 'keyOf' | 'locals' | 'router'> {
    return this.#hub;
  }

  /** From now on effects are performed. Before that, events have none. */
  start(outlets: Outlets<S>): void {
    this.#outlets = outlets;
  }

  happen(event: HubEvent<S>): void {
    const outlets = this.#outlets;
    if (outlets === undefined) return;
    this.#waiting.push(...event(this.#hub, this.#now()));
    // Events caused by an effect wait for earlier effects, so that clients get news in order.
    if (!this.#isPerforming) this.#performAll(outlets);
  }

  #performAll(outlets: Outlets<S>): void {
    this.#isPerforming = true;
    try {
      for (let effect = this.#waiting.shift(); effect !== undefined; effect = this.#waiting.shift())
        this.#perform(effect, outlets);
    } finally {
      this.#isPerforming = false;
      this.#setAlarm();
      // Left over after one that threw: on a quiet router the next event may be long in coming.
      clearImmediate(this.#goOn);
      if (this.#waiting.length > 0 && this.#outlets !== undefined)
        this.#goOn = setImmediate(() => this.#performAll(outlets));
    }
  }

  /** From now on nothing is performed. */
  stop(): void {
    this.#outlets = undefined;
    clearTimeout(this.#alarm);
    clearImmediate(this.#goOn);
  }

  #perform(effect: Effect<S>, { sockets, routers }: Outlets<S>): void {
    switch (effect.type) {
      case 'send':
        sockets.send(effect.to, effect.message);
        return;
      case 'close':
        sockets.close(effect.socket, effect.code, effect.reason);
        return;
      case 'changed':
        routers.changed();
        return;
      case 'pass':
        if (!routers.pass(effect.router, effect.message)) this.happen((hub, now) => hub.unpassed(effect.message, now));
    }
  }

  #setAlarm(): void {
    clearTimeout(this.#alarm);
    const due = this.#hub.nextDue();
    if (due === undefined || this.#outlets === undefined) return;
    this.#alarm = setTimeout(() => this.happen((hub, now) => hub.tick(now)), Math.max(1, due - this.#now()));
  }
}
