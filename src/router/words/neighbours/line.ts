/**
 * The words on the link to one other router: each is a client of the other's holder. Of the two, the one with the smaller id
 * compares what both hold (`exchange`); both tell what phones bring to them at once, and nothing that came from a router.
 */
import type { EventId, SignedEvent } from '../../../protocol/event.ts';
import type { HolderWords } from '../../../protocol/words.ts';
import { TokenBucket } from '../../../transfer/token-bucket.ts';
import { Nonsense, Reconciling } from '../../../words/exchange/reconciling.ts';
import { Serving } from '../../../words/exchange/serving.ts';
import type { Bringer, Holding, Outcome } from '../../../words/holding.ts';
import { DELETION, HELD_KINDS, LABEL, POST, WRAP } from '../../../words/kinds.ts';
import { reasonOf } from '../../../words/refusal.ts';
import type { RouterId } from '../../mesh/bus.ts';
import type { Asked, WordsMessage } from '../../mesh/messages.ts';
import { Crossed } from './crossed.ts';
import { Outbox } from './outbox.ts';
import type { Pace } from './pace.ts';

/** What takes something away goes first, so that it does not come; then what everybody reads; letters last. */
const IN_ORDER = [[DELETION, LABEL], [POST], [WRAP]] as const;
/** Of the events of another router that are being stored: four times `UNDER_WAY_BYTES`. More is no mistake. */
const MOST_BEING_STORED_BYTES = 512 * 1024;
/** Beyond so many bytes in line news is left out: it is found when the two are compared. */
const MOST_IN_LINE_BYTES = 512 * 1024;
/** How often another router may ask: it fetches 400 events a second at most, in fifties, and compares three sets at a time. */
const QUESTIONS_PER_SECOND = 20;
const BURST_QUESTIONS = 100;

export type LineOptions = {
  readonly router: RouterId;
  readonly holding: Holding;
  readonly pace: Pace;
  /** True when this router compares, and the other one answers. */
  readonly isAsking: boolean;
  send(message: WordsMessage): void;
  /** The other router holds it too. */
  isElsewhere(id: EventId): void;
  /** It does what cannot be a mistake. */
  shun(why: string): void;
};

type Talk = Extract<WordsMessage, { readonly type: 'ask' | 'tell' | 'took' }>;

export class Line {
  /** What the other one holds, summed up, as it says. */
  sum: string | undefined;
  readonly #options: LineOptions;
  readonly outbox: Outbox;
  readonly #asking: Reconciling;
  readonly #serving: Serving;
  readonly #crossed = new Crossed();
  readonly #questions = new TokenBucket(BURST_QUESTIONS, QUESTIONS_PER_SECOND, performance.now());
  /** The event that the last frame brought, while it is being stored. */
  #storing: Promise<unknown> | undefined;
  #bytesBeingStored = 0;
  #taken = 0;
  #isStopped = false;

  constructor(options: LineOptions) {
    const { router, holding, pace, send } = options;
    this.#options = options;
    this.outbox = new Outbox({ pace, send });
    const by: Bringer = { is: 'router', id: router };
    const store: Holding = {
      has: (id) => holding.has(id),
      isGone: (id) => holding.isGone(id),
      items: (filter) => holding.items(filter),
      query: (filter) => holding.query(filter),
      watch: (listener) => holding.watch(listener),
      put: (event, ageS) => this.#store(event, ageS, by),
    };
    const ready = (): Promise<void> => this.outbox.ready();
    this.#asking = new Reconciling({
      holding: store,
      send: (words) => this.#say({ type: 'ask', words: words as Asked }), // it asks for no keys
      ready,
      from: by,
      isOnItsWay: (id) => this.#crossed.has(id),
    });
    this.#serving = new Serving({
      holding: store,
      send: (words) => this.#say({ type: 'tell', words }),
      ready,
      bringer: () => by,
      passes: ({ is }) => is === 'device',
    });
    this.#asking.follow({ kinds: HELD_KINDS });
  }

  receive(message: Talk): void {
    if (message.type === 'took') {
      if (!this.outbox.took(message.count)) this.#options.shun('it takes what it was not sent');
      return;
    }
    this.#storing = undefined;
    if (message.type === 'ask') this.#asked(message.words);
    else this.#told(message.words);
    // Until it is stored, others wait at the other end.
    void Promise.resolve(this.#storing).then(() => this.took());
  }

  /** Something has been taken care of: the other end may send more. */
  took(): void {
    this.#taken += 1;
    if (this.#taken > 1) return;
    setImmediate(() => {
      const count = this.#taken;
      this.#taken = 0;
      if (!this.#isStopped) this.#options.send({ type: 'took', count });
    });
  }

  /** Brings both to the same. Resolves to how many events were stored, at either end; rejects with `LineEnded`. */
  async compare(): Promise<number> {
    const { holding, isElsewhere, shun } = this.#options;
    let exchanged = 0;
    try {
      for (const kinds of IN_ORDER) {
        const before = holding.items({ kinds });
        const { fetched, sent, onlyHere } = await this.#asking.reconcile({ kinds });
        exchanged += fetched + sent;
        const here = new Set(onlyHere);
        for (const { id } of before) if (!here.has(id)) isElsewhere(id);
      }
    } catch (error) {
      if (error instanceof Nonsense) shun(error.message);
      throw error;
    }
    return exchanged;
  }

  stop(): void {
    this.#isStopped = true;
    this.#asking.stop();
    this.#serving.stop();
    this.outbox.stop();
  }

  #asked(words: Asked): void {
    if (words[0] === 'EVENT') this.#crossed.add(words[1].id);
    const isQuestion = words[0] === 'REQ' || words[0] === 'NEG-OPEN';
    if (isQuestion && !this.#questions.take(performance.now())) {
      this.#say({ type: 'tell', words: [words[0] === 'REQ' ? 'CLOSED' : 'NEG-ERR', words[1], reasonOf('pace')] });
    } else if (words[0] === 'NEG-OPEN' && this.#options.isAsking) {
      this.#say({ type: 'tell', words: ['NEG-ERR', words[1], reasonOf('other-kind')] });
    } else this.#serving.receive(words);
  }

  #told(words: HolderWords): void {
    if (words[0] === 'EVENT') this.#crossed.add(words[2].id);
    if (words[0] === 'OK' && words[2]) this.#options.isElsewhere(words[1]);
    this.#asking.receive(words);
  }

  #store(event: SignedEvent, ageS: number, by: Bringer): Promise<Outcome> {
    const { holding, isElsewhere, shun } = this.#options;
    const bytes = JSON.stringify(event).length;
    this.#bytesBeingStored += bytes;
    if (this.#bytesBeingStored > MOST_BEING_STORED_BYTES) shun('it brings more than it was asked for');
    const stored = holding.put(event, ageS, by).then((outcome) => {
      this.#bytesBeingStored -= bytes;
      // It has been checked there before it came here: nobody passes on by mistake what nobody has signed.
      if (outcome === 'not-genuine') shun('it passes on what nobody has signed');
      if (outcome === 'held' || outcome === 'known') isElsewhere(event.id);
      return outcome;
    });
    this.#storing = stored;
    return stored;
  }

  #say(message: Extract<WordsMessage, { readonly type: 'ask' | 'tell' }>): void {
    const { words } = message;
    if (words[0] === 'NEG-ERR' && words[2] === reasonOf('malformed'))
      this.#options.shun('what it says to compare has no meaning');
    const event = words[0] !== 'EVENT' ? undefined : message.type === 'ask' ? words[1] : words[2];
    if (typeof event === 'object' && 'id' in event) {
      if (this.outbox.inLine > MOST_IN_LINE_BYTES) return;
      this.#crossed.add(event.id);
    }
    this.outbox.put(message, 'text');
  }
}
