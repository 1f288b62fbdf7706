/**
 * What is said to the owner of this device: letters are opened and kept as messages, words over a link as well. Whoever said it is
 * told that it is here, and nobody needs to hold the letter any more: both a moment later, for several at once.
 */
import { type EventId, hexOf, type Rumor, type SignedEvent, signedBy } from '../../protocol/event.ts';
import { idOf, type PublicKey, publicKeyOf, type SecretKey } from '../../protocol/keys.ts';
import type { DeviceId } from '../../protocol/signaling.ts';
import type { Outcome } from '../../words/holding.ts';
import { DELETION } from '../../words/kinds.ts';
import { opened } from '../../words/letters/envelope.ts';
import { authorIn, MAX_RECEIPT, type Said, saidIn } from '../../words/letters/message.ts';
import type { Messages } from './messages.ts';
import type { MessageRecord } from './record.ts';
import { whatGoesFor } from './strangers.ts';

/** From the first letter until its author is told, in milliseconds: what was held for somebody comes within a second. */
export const RECEIPT_MS = 1_000;

export type ArrivingPorts = {
  readonly secret: SecretKey;
  readonly messages: Messages;
  /** The count of `Life`, and seconds since 1970 as this device believes. */
  readonly lived: () => number;
  readonly now: () => number;
  readonly isKnown: (key: PublicKey) => boolean;
  readonly isBlocked: (id: DeviceId) => boolean;
  /** True while nobody unknown is answered, unless the page knows them. */
  readonly isKeptOut: (id: DeviceId) => boolean;
  /** Keeps an event of this device's own, and gives it to the router. */
  readonly leave: (event: SignedEvent) => Promise<void>;
  /** Tells the author that these are here. Resolves when that is kept. */
  readonly receipt: (to: PublicKey, of: readonly EventId[]) => Promise<void>;
  /** The other device says that these have arrived. Resolves to whether that is written. */
  readonly arrived: (from: PublicKey, of: readonly EventId[]) => Promise<boolean>;
  /** Takes a message off this device; its file goes with the next look at those that nothing names. */
  readonly drop: (id: EventId) => Promise<void>;
  /** These letters are not taken again. */
  readonly letGo: (wraps: readonly EventId[]) => Promise<void>;
  readonly schedule: (task: () => void, ms: number) => () => void;
};

export class Arriving {
  readonly #ports: ArrivingPorts;
  readonly #self;
  /** Letters without a message that they belong to, of which nobody has said yet that they are done with. */
  readonly #done = new Set<EventId>();
  #isWaiting = false;
  #telling: Promise<void> = Promise.resolve();

  constructor(ports: ArrivingPorts) {
    this.#ports = ports;
    this.#self = hexOf(publicKeyOf(ports.secret));
    for (const { isReceiptDue, done } of ports.messages.all) if (isReceiptDue || done) this.#soon();
  }

  /** Opens a letter. What it says is kept before this resolves; a letter that says nothing here is let go. */
  async letter(wrap: SignedEvent): Promise<Outcome> {
    const { secret, letGo } = this.#ports;
    const letter = opened(wrap, secret);
    const outcome = letter === undefined ? 'malformed' : await this.#take(letter.from, letter.rumor, wrap.id);
    // What would be too much now, or is not written, may be kept tomorrow: it is left where it is.
    if (outcome !== 'quota' && outcome !== 'disk') await letGo([wrap.id]);
    return outcome;
  }

  /** Something was said over a link by the device with that key. True when it is kept, or was already. */
  async word(from: PublicKey, said: Rumor): Promise<boolean> {
    const outcome = await this.#take(from, said, undefined);
    return outcome === 'held' || outcome === 'known';
  }

  /** The file of this message is here now: nobody needs to hold its letters any more. */
  async hasFile(id: EventId): Promise<void> {
    await this.#ports.messages.change(id, ({ waits = [], done = [], ...record }) => ({
      ...record,
      ...(waits.length + done.length > 0 && { done: [...done, ...waits] }),
    }));
    this.#soon();
  }

  /** Nobody needs to hold the letters of this message, which goes off this device: it was here. */
  isDone({ done = [], waits = [] }: MessageRecord): void {
    for (const wrap of [...done, ...waits]) this.#finish(wrap);
  }

  async #take(from: PublicKey, rumor: Rumor, wrap: EventId | undefined): Promise<Outcome> {
    const { messages, arrived, isBlocked, isKeptOut } = this.#ports;
    // Unseen, and without a word: they would learn from any that they are.
    if (isBlocked(idOf(from))) return 'deleted';
    // As if this device were off: it stays where it is, and may come when they are let in.
    if (isKeptOut(idOf(from)) && this.#isStranger(from)) return 'quota';
    const said = saidIn(rumor, this.#self);
    if (said === undefined) return 'malformed';
    if (said.says === 'arrived') {
      if (!(await arrived(from, said.of))) return 'disk';
      this.#finish(wrap);
      return 'held';
    }
    if (messages.knows(rumor.id)) {
      await this.#again(rumor.id, from, wrap);
      return messages.isWritten(rumor.id) ? 'known' : 'disk';
    }
    const going = this.#whatGoesFor(from);
    if (going === 'too-much') return 'quota';
    if (going !== undefined) void this.#takeOff(going);
    const isWritten = await messages.keep(this.#recordOf(from, rumor, said, wrap));
    this.#soon();
    return isWritten ? 'held' : 'disk';
  }

  #recordOf(from: PublicKey, rumor: Rumor, said: Said, wrap: EventId | undefined): MessageRecord {
    const letters = wrap && { [said.says === 'file' ? 'waits' : 'done']: [wrap] };
    return {
      rumor,
      with: from,
      withName: authorIn(rumor),
      direction: 'received',
      lived: this.#ports.lived(),
      isNew: true,
      // Over a link the other device hears at once that it is here.
      ...(wrap && { isReceiptDue: true }),
      ...letters,
    };
  }

  /** It came by another way, or its author does not know yet that it is here. */
  async #again(id: EventId, from: PublicKey, wrap: EventId | undefined): Promise<void> {
    const { messages } = this.#ports;
    const before = messages.get(id);
    if (before?.with !== from || before.direction !== 'received') {
      this.#finish(wrap);
      return;
    }
    if (wrap === undefined) {
      if (!messages.isWritten(id)) await messages.keep(before); // there may be room by now
      return;
    }
    const and = (all: readonly EventId[]): readonly EventId[] => [...new Set([...all, wrap])];
    await messages.change(id, ({ waits, done = [], ...record }) => ({
      ...record,
      isReceiptDue: true,
      ...(waits ? { waits: and(waits), done } : { done: and(done) }),
    }));
    this.#soon();
  }

  #isStranger(key: PublicKey): boolean {
    const { isKnown, messages } = this.#ports;
    return !isKnown(key) && !messages.of(key).some(({ direction }) => direction === 'sent');
  }

  #whatGoesFor(from: PublicKey): MessageRecord | 'too-much' | undefined {
    if (!this.#isStranger(from)) return undefined;
    const { messages, isKnown, isBlocked } = this.#ports;
    const all = [...messages.all];
    const answered = new Set(all.flatMap((record) => (record.direction === 'sent' ? [record.with] : [])));
    const isCounted = (key: PublicKey): boolean => !answered.has(key) && !isKnown(key) && !isBlocked(idOf(key));
    return whatGoesFor(
      from,
      all.filter((record) => isCounted(record.with)),
    );
  }

  async #takeOff(record: MessageRecord): Promise<void> {
    this.isDone(record);
    await this.#ports.drop(record.rumor.id);
  }

  #finish(wrap: EventId | undefined): void {
    if (wrap === undefined) return;
    this.#done.add(wrap);
    this.#soon();
  }

  #soon(): void {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    this.#ports.schedule(() => {
      this.#isWaiting = false;
      void this.tell();
    }, RECEIPT_MS);
  }

  /** Says now what is to be said: receipts, and which letters nobody needs to hold. One call after the other: each is said once. */
  tell(): Promise<void> {
    this.#telling = this.#telling.then(() => this.#tell());
    return this.#telling;
  }

  async #tell(): Promise<void> {
    const { messages, receipt, leave, secret, now } = this.#ports;
    // Nobody hears of what is gone with this page: it is held for the next visit.
    const written = [...messages.all].filter(({ rumor }) => messages.isWritten(rumor.id));
    const due = written.filter(({ isReceiptDue }) => isReceiptDue);
    for (const author of new Set(due.map((record) => record.with))) {
      const ids = due.flatMap((record) => (record.with === author ? [record.rumor.id] : []));
      for (const some of portions(ids)) {
        await receipt(author, some);
        for (const id of some) await messages.change(id, ({ isReceiptDue, ...record }) => record);
      }
    }
    const finished = written.filter(({ done = [] }) => done.length > 0);
    const wraps = [...this.#done, ...finished.flatMap(({ done = [] }) => done)];
    this.#done.clear();
    for (const some of portions(wraps)) {
      const tags = some.map((id) => ['e', id]);
      await leave(signedBy(secret, { kind: DELETION, created_at: now(), tags, content: '' }));
    }
    for (const { rumor, done: told = [] } of finished)
      await messages.change(rumor.id, ({ done = [], ...record }) => {
        const left = done.filter((id) => !told.includes(id));
        return { ...record, ...(left.length > 0 && { done: left }) };
      });
  }
}

function portions<T>(all: readonly T[]): readonly (readonly T[])[] {
  const count = Math.ceil(all.length / MAX_RECEIPT);
  return Array.from({ length: count }, (_, at) => all.slice(at * MAX_RECEIPT, (at + 1) * MAX_RECEIPT));
}
