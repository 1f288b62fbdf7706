/** Whom this page answers: what its person thinks of others, for the connections and for the engine. */
import { computed, effect, untracked } from '@preact/signals';
import type { RegardMessage } from '../../engine/api/api.ts';
import type { DeviceId } from '../../protocol/signaling.ts';
import { MAX_OPEN_OFFERS } from '../../transfer/before-consent.ts';
import type { ClosedHour } from '../people/closed-hour.ts';
import type { People } from '../people/people.ts';
import type { EngineNews } from './engine-news.ts';

/** The engine of this page, if it was started. */
type MaybeEngine = { peek(): { post(message: RegardMessage): void } | undefined };
type Means = {
  readonly people: People;
  readonly closed: ClosedHour;
  readonly news: EngineNews;
  /** True while this device is there for its groups alone. */
  readonly hides: () => boolean;
  /** True for a device that has shown to be in a group of this one. */
  readonly isMember: (id: DeviceId) => boolean;
};

export class Hearing {
  readonly #means: Means;
  readonly #regard;

  constructor(means: Means) {
    this.#means = means;
    const { people, closed } = means;
    this.#regard = computed((): RegardMessage => {
      const all = [...people.all.value.values()];
      const known = all.flatMap((person) => (person.is === 'known' ? [person.key] : []));
      const blocked = all.flatMap((person) => (person.is === 'blocked' ? [person.id] : []));
      return { type: 'regard', known, blocked, isClosed: closed.until.value !== undefined };
    });
  }

  /** What the engine must know of it now. */
  get regard(): RegardMessage {
    return this.#regard.peek();
  }

  /** Tells the engine from now on whenever it changes, and calls `changed` afterwards. */
  watch(engine: MaybeEngine, changed: () => void): void {
    effect(() => {
      const regard = this.#regard.value; // read also while there is no engine: otherwise no change would be heard of
      engine.peek()?.post(regard);
      untracked(changed);
    });
  }

  /** As `Regard.isKnown` of the engine. */
  isKnown(id: DeviceId): boolean {
    const { people, news, isMember } = this.#means;
    if (people.isBlocked(id)) return false;
    return people.known(id) !== undefined || news.hasAgreed(id) || isMember(id);
  }

  /**
   * False for those whose calls are not answered, as if nobody were here. Before the engine has said with whom something
   * was agreed, only blocked people are among them: ask again then. `isInvited`: a person here calls this device.
   */
  hears(id: DeviceId, isInvited: boolean): boolean {
    const { people, closed, news, hides, isMember } = this.#means;
    if (people.isBlocked(id)) return false;
    if (!isInvited && hides() && !isMember(id)) return false;
    return closed.until.peek() === undefined || isInvited || !news.isRestored.peek() || this.isKnown(id);
  }

  /** False while as many offers of strangers wait here as are let in, and none of `id`. */
  isHeeded(id: DeviceId): boolean {
    const waiting = this.#means.news.offers.peek().filter((offer) => !offer.isKnown || offer.standsAside);
    return waiting.length < MAX_OPEN_OFFERS.stranger || waiting.some(({ peer }) => peer === id);
  }
}
