/**
 * The half that answers: what one client of a holder asks for and brings (NIP-01, NIP-77). Knows no socket; frames come parsed.
 * Authentication is the socket's business: it says who brings something.
 */
import type { SignedEvent } from '../../protocol/event.ts';
import { type Filter, matches } from '../../protocol/filter.ts';
import type { ClientWords, HolderWords, Negentropy, Subscription } from '../../protocol/words.ts';
import { type Bringer, type Held, type Holding, Unreadable } from '../holding.ts';
import { Comparison } from '../negentropy/comparison.ts';
import { reasonOf } from '../refusal.ts';
import type { SortedSets } from './sorted-sets.ts';

/** Most subscriptions, and most comparisons, that one client has open. */
const MAX_SUBSCRIPTIONS = 16;
const MAX_COMPARISONS = 4;
/** Most answers that are being told to one client at a time: each waits until the client has read what was before it. */
const MAX_ANSWERS = 8;
/** Most events of one client that are being stored at a time. It waits for `OK` before it brings more. */
const MAX_BEING_STORED = 128;

export type ServingOptions = {
  readonly holding: Holding;
  send(frame: HolderWords): void;
  /** Resolves when what was sent has left, as far as that is worth waiting for. */
  ready(): Promise<void>;
  /** Who brings something here; `undefined` while it is not known. */
  bringer(): Bringer | undefined;
  /** What is compared; shared by all clients of a holder where there are many. Absent: sorted for each comparison. */
  readonly sets?: Pick<SortedSets, 'of'>;
  /** True when what somebody has brought is told to this client while it follows. */
  passes(by: Bringer): boolean;
};

export class Serving {
  readonly #options: ServingOptions;
  readonly #followed = new Map<Subscription, Filter>();
  readonly #comparisons = new Map<Subscription, Comparison>();
  /** Subscriptions whose answers are being told. */
  readonly #answering = new Set<Subscription>();
  readonly #unwatch: () => void;
  #beingStored = 0;
  #isStopped = false;

  constructor(options: ServingOptions) {
    this.#options = options;
    this.#unwatch = options.holding.watch((held, by) => this.#tell(held, by));
  }

  receive(frame: Exclude<ClientWords, readonly ['AUTH' | 'KEY', ...unknown[]]>): void {
    switch (frame[0]) {
      case 'EVENT':
        void this.#store(frame[1], frame[2]?.age ?? 0);
        break;
      case 'REQ':
        void this.#query(frame[1], frame[2]);
        break;
      case 'CLOSE':
        this.#followed.delete(frame[1]);
        break;
      case 'NEG-OPEN':
        this.#open(frame[1], frame[2], frame[3]);
        break;
      case 'NEG-MSG':
        this.#answer(frame[1], frame[2]);
        break;
      case 'NEG-CLOSE':
        this.#comparisons.delete(frame[1]);
        break;
    }
  }

  stop(): void {
    this.#isStopped = true;
    this.#unwatch();
    this.#followed.clear();
    this.#comparisons.clear();
  }

  async #store(event: SignedEvent, ageS: number): Promise<void> {
    const { holding, bringer } = this.#options;
    const by = bringer();
    const say = (isHeld: boolean, reason: string): void => this.#send(['OK', event.id, isHeld, reason]);
    if (by === undefined) return say(false, reasonOf('unknown'));
    if (this.#beingStored >= MAX_BEING_STORED) return say(false, reasonOf('pace'));
    this.#beingStored += 1;
    const outcome = await holding.put(event, ageS, by);
    this.#beingStored -= 1;
    if (outcome === 'held') say(true, '');
    else if (outcome === 'known') say(true, 'duplicate: known');
    else say(false, reasonOf(outcome));
  }

  async #query(subscription: Subscription, filter: Filter): Promise<void> {
    const isTooMuch = !this.#followed.has(subscription) && this.#followed.size >= MAX_SUBSCRIPTIONS;
    if (isTooMuch || this.#answering.has(subscription) || this.#answering.size >= MAX_ANSWERS) {
      this.#send(['CLOSED', subscription, reasonOf('pace')]);
      return;
    }
    this.#followed.set(subscription, filter);
    this.#answering.add(subscription);
    try {
      await this.#answerAll(subscription, filter);
    } finally {
      this.#answering.delete(subscription);
    }
  }

  async #answerAll(subscription: Subscription, filter: Filter): Promise<void> {
    const { holding, ready } = this.#options;
    // The same name again is another question, and closing ends this one.
    const isAsked = (): boolean => this.#followed.get(subscription) === filter;
    try {
      if (filter.limit !== 0)
        for await (const { event, ageS } of holding.query(filter)) {
          await ready();
          if (!isAsked()) return;
          this.#send(['EVENT', subscription, event, { age: Math.floor(ageS) }]);
        }
      if (isAsked()) this.#send(['EOSE', subscription]);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      // Without `EOSE`: that would say that all of it has come.
      if (!isAsked()) return;
      this.#followed.delete(subscription);
      this.#send(['CLOSED', subscription, reasonOf('disk')]);
    }
  }

  #open(subscription: Subscription, filter: Filter, message: Negentropy): void {
    if (!this.#comparisons.has(subscription) && this.#comparisons.size >= MAX_COMPARISONS) {
      this.#send(['NEG-ERR', subscription, reasonOf('pace')]);
      return;
    }
    this.#comparisons.set(
      subscription,
      new Comparison(this.#options.sets?.of(filter) ?? this.#options.holding.items(filter)),
    );
    this.#answer(subscription, message);
  }

  #answer(subscription: Subscription, message: Negentropy): void {
    const answer = this.#comparisons.get(subscription)?.answer(message);
    if (answer === undefined) {
      this.#comparisons.delete(subscription);
      this.#send(['NEG-ERR', subscription, reasonOf('malformed')]);
    } else this.#send(['NEG-MSG', subscription, answer]);
  }

  #tell({ event, ageS }: Held, by: Bringer): void {
    if (!this.#options.passes(by)) return;
    for (const [subscription, filter] of this.#followed)
      if (matches(filter, event)) this.#send(['EVENT', subscription, event, { age: Math.floor(ageS) }]);
  }

  #send(frame: HolderWords): void {
    if (!this.#isStopped) this.#options.send(frame);
  }
}
