/**
 * The half that asks: brings two holders to the same (NIP-77). What the other one lacks is sent to it, what it has is fetched, and
 * what is new there is followed. Knows no socket; frames come parsed. One comparison at a time.
 */
import type { EventId } from '../../protocol/event.ts';
import type { Filter } from '../../protocol/filter.ts';
import type { ClientWords, HolderWords, Subscription } from '../../protocol/words.ts';
import { type Bringer, type Holding, type Outcome, Unreadable } from '../holding.ts';
import { Comparison, type Step } from '../negentropy/comparison.ts';
import { refusedBy } from '../refusal.ts';

/** Events that are asked for, or sent, before the answers to the last ones have come, unless somebody wants fewer. */
const AT_ONCE = 50;
/** A comparison of a million events takes a fifth of these. An end that never comes to one is no holder. */
const MAX_STEPS = 500;

/** Five times what a router holds: who says to have more names ids that stand for nothing. */
const MOST_NEEDED = 100_000;

export type ReconcilingOptions = {
  /** Ours. */
  readonly holding: Holding;
  send(frame: ClientWords): void;
  /** Resolves when what was sent has left, as far as that is worth waiting for, and so much more may be sent or asked for. */
  ready(): Promise<void>;
  /** The other one, as the bringer of what comes from there. */
  readonly from: Bringer;
  /** True for what has been sent there, or has come from there, in another way: it is not exchanged again. */
  isOnItsWay?(id: EventId): boolean;
  /** Of earlier comparisons, if anything is remembered. */
  readonly memory?: Memory;
  /** Events of a comparison that are asked for, or sent, before the answers to the last ones have come. Absent: 50. */
  readonly atOnce?: number;
};

/** What became of each event that was compared and exchanged, here and at the other end. */
export type Memory = {
  /** True for what is not fetched any more (`here`), or not sent (`there`). */
  isDone(id: EventId, where: 'here' | 'there'): boolean;
  note(id: EventId, where: 'here' | 'there', outcome: Outcome): void;
};

export type Reconciled = {
  /** Events that were stored here, and there. */
  readonly fetched: number;
  readonly sent: number;
  /** What each side did not take. */
  readonly refusedHere: number;
  readonly refusedThere: number;
  /** What is still held here alone, or may be. */
  readonly onlyHere: readonly EventId[];
};

/** Which of what differs is exchanged. */
export type Choice = {
  /** False: nothing (more) of this is sent, or fetched. Asked again before each portion. */
  readonly sends?: () => boolean;
  readonly fetches?: () => boolean;
};

/** The other end is gone, or says what it should not: nothing of this can go on. */
export class LineEnded extends Error {
  override readonly name = 'LineEnded';
}

/** It says what no holder says. */
export class Nonsense extends LineEnded {}

type Sum = { -readonly [K in keyof Omit<Reconciled, 'onlyHere'>]: number } & { readonly onlyHere: EventId[] };
type Found = Pick<Step, 'have' | 'need'>;
type Waiting<T> = { readonly resolve: (value: T) => void; readonly reject: (error: LineEnded) => void };
type Compared = Extract<HolderWords, readonly ['NEG-MSG' | 'NEG-ERR', ...unknown[]]>;

export class Reconciling {
  readonly #options: ReconcilingOptions;
  readonly #oks = new Map<EventId, Waiting<Outcome>>();
  readonly #fetches = new Map<Subscription, Waiting<void>>();
  readonly #followed = new Set<Subscription>();
  /** What has come of each fetch, and is being stored. */
  readonly #stored = new Map<Subscription, Promise<Outcome>[]>();
  #answer: (Waiting<Compared> & { readonly of: Subscription }) | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #count = 0;
  #ended: LineEnded | undefined;

  constructor(options: ReconcilingOptions) {
    this.#options = options;
  }

  receive(frame: HolderWords): void {
    switch (frame[0]) {
      case 'EVENT':
        this.#take(frame);
        break;
      case 'EOSE':
      case 'CLOSED':
        this.#fetches.get(frame[1])?.resolve();
        this.#fetches.delete(frame[1]);
        break;
      case 'OK':
        this.#oks.get(frame[1])?.resolve(outcomeOf(frame));
        break;
      case 'NEG-MSG':
      case 'NEG-ERR':
        if (this.#answer?.of !== frame[1]) break;
        this.#answer.resolve(frame);
        this.#answer = undefined;
        break;
      default: // AUTH, NOTICE, KEY: the socket's business
    }
  }

  /** True while the other end owes an answer. */
  get isWaiting(): boolean {
    return this.#oks.size + this.#fetches.size > 0 || this.#answer !== undefined;
  }

  /** Everything that waits for the other end is rejected with `LineEnded`. */
  stop(why = 'the line has ended'): void {
    const error = new LineEnded(why);
    this.#ended ??= error;
    this.#answer?.reject(error);
    for (const waiting of [...this.#oks.values(), ...this.#fetches.values()]) waiting.reject(error);
  }

  /** Compares all that match, and exchanges what differs. One after the other; rejects with `LineEnded`. */
  reconcile(filter: Filter, choice: Choice = {}): Promise<Reconciled> {
    const next = this.#last.then(() => this.#reconcile(filter, choice));
    this.#last = next.catch(() => {});
    return next;
  }

  /** Asks for what matches, the newest `limit` of it. Resolves to how many of them were new here. */
  async fetch(filter: Filter): Promise<number> {
    return count(await this.#fetch(filter), 'held');
  }

  /** From now on, what is new there and matches comes here. */
  follow(filter: Filter): void {
    const of = this.#newSubscription();
    this.#followed.add(of);
    this.#send(['REQ', of, { ...filter, limit: 0 }]);
  }

  /** Sends what is held here. Resolves to what the other end says of it; rejects with `LineEnded`. */
  async give(id: EventId): Promise<Outcome | undefined> {
    const { holding, ready } = this.#options;
    try {
      for await (const { event, ageS } of holding.query({ ids: [id] })) {
        await ready();
        const answered = this.#wait<Outcome>((waiting) => this.#oks.set(id, waiting));
        this.#send(['EVENT', event, { age: Math.floor(ageS) }]);
        try {
          return await answered;
        } finally {
          this.#oks.delete(id);
        }
      }
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
    }
    return undefined; // it has ended meanwhile, or cannot be read now
  }

  async #reconcile(filter: Filter, choice: Choice): Promise<Reconciled> {
    const of = this.#newSubscription();
    const comparison = new Comparison(this.#options.holding.items(filter));
    const sum: Sum = { fetched: 0, sent: 0, refusedHere: 0, refusedThere: 0, onlyHere: [] };
    const found = new Set<EventId>();
    let answer = this.#compare(of, ['NEG-OPEN', of, filter, comparison.begin()]);
    for (let steps = 0; steps < MAX_STEPS; steps++) {
      const step = this.#understood(await answer, comparison);
      // The next step travels while what this one has found is exchanged.
      if (step.next !== undefined) answer = this.#compare(of, ['NEG-MSG', of, step.next]);
      answer.catch(() => {}); // reported where it is awaited
      await this.#exchange(newIn(step, found), choice, sum);
      if (found.size > MOST_NEEDED) throw new Nonsense('it has more than anybody');
      if (step.next !== undefined) continue;
      this.#send(['NEG-CLOSE', of]);
      return sum;
    }
    throw new Nonsense('it compares without an end');
  }

  async #exchange(
    { have, need }: Found,
    { sends = () => true, fetches = () => true }: Choice,
    sum: Sum,
  ): Promise<void> {
    const { holding, isOnItsWay = () => false, memory, atOnce = AT_ONCE } = this.#options;
    const isDone = (id: EventId, where: 'here' | 'there'): boolean => memory?.isDone(id, where) === true;
    for (const portion of portions(
      need.filter((id) => !holding.isGone(id) && !isOnItsWay(id)),
      atOnce,
    )) {
      const ids = portion.filter((id) => !isDone(id, 'here')); // the last portion may have filled what room there was
      if (ids.length === 0) continue;
      if (!fetches()) break;
      const outcomes = await this.#fetch({ ids });
      sum.fetched += count(outcomes, 'held');
      sum.refusedHere += refused(outcomes);
    }
    const isThere = new Set<EventId>();
    for (const ids of portions(
      have.filter((id) => !isOnItsWay(id) && !isDone(id, 'there')),
      atOnce,
    )) {
      if (!sends()) break;
      const outcomes = await Promise.all(ids.map((id) => this.give(id)));
      for (const [index, id] of ids.entries()) {
        const outcome = outcomes[index];
        if (outcome !== undefined) memory?.note(id, 'there', outcome);
        if (isHeld(outcome)) isThere.add(id);
      }
      sum.sent += count(outcomes, 'held');
      sum.refusedThere += refused(outcomes);
    }
    for (const id of have) if (!isThere.has(id)) sum.onlyHere.push(id);
  }

  async #fetch(filter: Filter): Promise<readonly Outcome[]> {
    await this.#options.ready();
    const of = this.#newSubscription();
    const stored: Promise<Outcome>[] = [];
    this.#stored.set(of, stored);
    const ended = this.#wait<void>((waiting) => this.#fetches.set(of, waiting));
    this.#send(['REQ', of, filter]);
    try {
      await ended;
      return await Promise.all(stored);
    } finally {
      this.#fetches.delete(of);
      this.#stored.delete(of);
      this.#send(['CLOSE', of]);
    }
  }

  #take([, of, event, age]: Extract<HolderWords, readonly ['EVENT', ...unknown[]]>): void {
    const fetched = this.#stored.get(of);
    if (fetched === undefined && !this.#followed.has(of)) return; // nobody has asked for it
    if (fetched !== undefined && fetched.length >= MOST_NEEDED) return; // it has no end
    const { holding, from, memory } = this.#options;
    const stored = holding.put(event, age?.age ?? 0, from);
    fetched?.push(
      stored.then((outcome) => {
        memory?.note(event.id, 'here', outcome);
        return outcome;
      }),
    );
  }

  #compare(of: Subscription, question: ClientWords): Promise<Compared> {
    const answer = this.#wait<Compared>((waiting) => {
      this.#answer = { ...waiting, of };
    });
    this.#send(question);
    return answer;
  }

  #understood(frame: Compared, comparison: Comparison): Step {
    if (frame[0] === 'NEG-ERR') throw new LineEnded(`it does not compare: ${frame[2].slice(0, 80)}`);
    const step = comparison.step(frame[2]);
    if (step === undefined) throw new Nonsense(`it does not compare: ${frame[2].slice(0, 80)}`);
    return step;
  }

  #wait<T>(begin: (waiting: Waiting<T>) => void): Promise<T> {
    if (this.#ended) return Promise.reject(this.#ended);
    return new Promise<T>((resolve, reject) => begin({ resolve, reject }));
  }

  #newSubscription(): Subscription {
    this.#count += 1;
    return `${this.#count}` as Subscription;
  }

  #send(frame: ClientWords): void {
    if (!this.#ended) this.#options.send(frame);
  }
}

function outcomeOf([, , isHeld, reason]: Extract<HolderWords, readonly ['OK', ...unknown[]]>): Outcome {
  if (!isHeld) return refusedBy(reason);
  return reason.startsWith('duplicate:') ? 'known' : 'held';
}

/** What no step before has found: an end that tells the same again and again would be given it as often. */
function newIn({ have, need }: Found, found: Set<EventId>): Found {
  const isNew = (id: EventId): boolean => !found.has(id) && found.add(id).size > 0;
  return { have: have.filter(isNew), need: need.filter(isNew) };
}

const portions = (ids: readonly EventId[], size: number): readonly (readonly EventId[])[] =>
  Array.from({ length: Math.ceil(ids.length / size) }, (_, index) => ids.slice(index * size, (index + 1) * size));

const count = (outcomes: readonly (Outcome | undefined)[], wanted: Outcome): number =>
  outcomes.filter((outcome) => outcome === wanted).length;

const isHeld = (outcome: Outcome | undefined): boolean => outcome === 'held' || outcome === 'known';

const refused = (outcomes: readonly (Outcome | undefined)[]): number =>
  outcomes.filter((outcome) => outcome !== undefined && !isHeld(outcome)).length;
