/**
 * The bag of this device: what was said to its owner and by them, the board, and what is carried for others. Puts its parts together,
 * passes the page's messages to them, and tells the page what has changed. `README.md` has a map.
 */
import type { EventId } from '../protocol/event.ts';
import { idOf, type PublicKey } from '../protocol/keys.ts';
import type { DeviceId } from '../protocol/signaling.ts';
import { PUBLIC_KINDS, WRAP } from '../words/kinds.ts';
import type { PersonMessage, ToBag } from './api/api.ts';
import { Board } from './board/board.ts';
import { type PostingPorts, putUp, takeBack } from './board/posting.ts';
import { progressOfOwn } from './letters/leaving.ts';
import { NEWEST, visit } from './line/visit.ts';
import { type BagPorts, type Hands, makeHands, makeStorage, type Storage, secondsOf, type Told } from './parts.ts';
import { Shown } from './shown.ts';
import { type Own, Situation } from './situation.ts';
import { AT, readStored, type Stored } from './stored.ts';

/** How often what has ended is let go, in milliseconds. */
const SWEEP_MS = 60_000;

export class Bag {
  readonly #ports: BagPorts;
  readonly #situation: Situation;
  readonly #storage: Storage;
  readonly #hands: Hands;
  readonly #shown: Shown;

  static async open(own: Own, ports: BagPorts): Promise<Bag> {
    return new Bag(own, await readStored(ports.stores, ports.schedule), ports);
  }

  private constructor(own: Own, stored: Stored, ports: BagPorts) {
    this.#ports = ports;
    const situation = new Situation(own, stored);
    this.#situation = situation;
    const told = this.#told();
    this.#storage = makeStorage(situation, stored, ports, told);
    this.#hands = makeHands(situation, this.#storage, ports, told);
    const { carried, life } = this.#storage;
    const board = new Board({
      carried: () => carried,
      self: situation.self,
      wallAt: (lived) => life.wallAt(lived),
      progressOf: ({ event, own: state }) => ({
        progress: progressOfOwn(this.#hands.giving.stateOf(event.id) ?? { isUnderWay: false }),
        ...(state?.refused && { why: state.refused }),
      }),
    });
    this.#shown = new Shown({ ...ports, situation, storage: this.#storage, hands: this.#hands, board });
    this.#shown.begin();
    // Where letters could not be read, nobody knows which are lacking.
    if (!stored.unread.has('words')) this.#hands.leaving.resume(situation.holder.days);
    this.#sweep();
  }

  receive(message: ToBag): void {
    const { line } = this.#storage;
    const { leaving, arriving, keys } = this.#hands;
    const situation = this.#situation;
    switch (message.type) {
      case 'own':
        return; // it was opened with it
      case 'name':
        situation.name = message.name;
        return;
      case 'router':
        if (message.router && message.router.id !== situation.router?.id) this.#shown.isWhole(false);
        situation.router = message.router ?? situation.router;
        line.to(message.router, message.again);
        return;
      case 'moved':
        line.moved();
        return;
      case 'present':
        situation.present = new Set(message.peers);
        return;
      case 'regard':
        situation.known = new Set(message.known);
        situation.blocked = new Set(message.blocked);
        for (const key of message.known) keys.learn(key);
        this.#keepOut(message.closedTo?.allBut);
        return;
      case 'met':
        keys.learn(message.key);
        return;
      case 'word':
        void this.#word(message);
        return;
      case 'heard':
        leaving.heard(message.peer, message.id);
        return;
      case 'unpassed':
        leaving.unpassed(message.ids);
        return;
      case 'read':
        void this.#read(message.from, arriving.tell.bind(arriving));
        return;
      default:
        void this.#pressed(message);
    }
  }

  /** Ends the line. What is stored stays. */
  stop(): void {
    this.#storage.line.stop();
  }

  async #pressed(message: Exclude<PersonMessage, { readonly type: 'read' }>): Promise<void> {
    const { post } = this.#ports;
    const { carried, blobs } = this.#storage;
    const { leaving, attached, unnamed } = this.#hands;
    const { blobBytes } = this.#situation.holder;
    switch (message.type) {
      case 'say': {
        const { request, to, key, name, text, files } = message;
        const whole = await this.#hands.keys.keyOf(to, key);
        const say = (key: PublicKey) => unnamed.after(() => leaving.say({ key, name }, text, files, blobBytes));
        post({ type: 'said', request, not: whole === undefined ? 'no-key' : await say(whole) });
        return;
      }
      case 'post': {
        const not = await unnamed.after(() => putUp(message, blobBytes, this.#posting));
        post({ type: 'said', request: message.request, not });
        return;
      }
      case 'take-back':
        await unnamed.after(() => takeBack(message.id, this.#posting));
        return;
      case 'again':
        await this.#again(message.id);
        return;
      case 'forget':
        await unnamed.after(() => this.#forget([message.id]));
        return;
      case 'forget-all': {
        const { request, with: other } = message;
        const all = [...this.#storage.messages.all].filter((record) => idOf(record.with) === other);
        const isWritten = await unnamed.after(() => this.#forget(all.map(({ rumor }) => rumor.id)));
        // Nobody knows what is in a store that could not be read.
        post({ type: 'forgotten', request, isWhole: isWritten && this.#situation.isWhole });
        return;
      }
      case 'attachment':
        post({ type: 'bytes', request: message.request, blob: await attached.file(message.of, message.file) });
        return;
      case 'thumb':
        post({ type: 'bytes', request: message.request, blob: await attached.thumb(message.of, message.file) });
        return;
      case 'throw-away':
        await Promise.all([carried.throwAway(['letters', 'public']), blobs.throwAway()]);
        return;
      case 'take-letters':
        await this.#takeLetters(message.isOn);
        return;
      case 'look':
        await this.#look(message.isOn);
        return;
    }
  }

  get #posting(): PostingPorts {
    const { secret } = this.#situation;
    return {
      secret,
      now: () => secondsOf(this.#ports),
      authorName: () => this.#situation.name,
      place: () => this.#situation.router?.name ?? '',
      leave: (event) => this.#hands.giving.leave(event),
      keepFile: (sha256, bytes) => this.#storage.blobs.keepOwn(sha256, bytes),
    };
  }

  async #word({ key, event }: Extract<ToBag, { readonly type: 'word' }>): Promise<void> {
    this.#hands.keys.learn(key);
    const isKept = await this.#hands.arriving.word(key, event);
    if (isKept) this.#ports.post({ type: 'tell-heard', to: idOf(key), id: event.id });
  }

  async #read(from: string, tell: () => Promise<void>): Promise<void> {
    const { messages } = this.#storage;
    const unread = [...messages.all].filter((record) => record.isNew && idOf(record.with) === from);
    await Promise.all(unread.map(({ rumor }) => messages.change(rumor.id, ({ isNew, ...record }) => record)));
    if (unread.length > 0) await tell();
  }

  /** What was refused is given once more; a message of which nothing was heard gets a new letter. */
  async #again(id: EventId): Promise<void> {
    const { carried, messages } = this.#storage;
    const { giving, leaving } = this.#hands;
    const event = messages.get(id)?.wrap ?? id;
    const own = carried.get(event)?.own;
    if (own?.refused === undefined) {
      await leaving.again(id);
      return;
    }
    const { refused, ...rest } = own;
    await carried.note(event, rest);
    await giving.give(event);
    await giving.bringFiles();
  }

  /** What no router has yet is not left any more. Resolves to false when the browser refuses: they stay. */
  async #forget(ids: readonly EventId[]): Promise<boolean> {
    const { carried, messages } = this.#storage;
    const records = ids.flatMap((id) => messages.get(id) ?? []);
    if (!(await messages.forget(ids))) return false;
    const wraps = records.flatMap(({ wrap }) => wrap ?? []);
    await carried.letGo(wraps.filter((wrap) => carried.get(wrap)?.own && carried.get(wrap)?.own?.at === undefined));
    for (const record of records) this.#hands.arriving.isDone(record);
    return true;
  }

  /** `allBut`: strangers, who are not these, are kept out. Once they are let in, what they have left is taken. */
  #keepOut(allBut: readonly DeviceId[] | undefined): void {
    const wasOut = this.#situation.letIn !== undefined;
    this.#situation.letIn = allBut && new Set(allBut);
    if (wasOut && allBut === undefined) void this.#storage.line.fetch({ kinds: [WRAP], '#p': [this.#situation.self] });
  }

  /** Who looks at the board asks for it, also for what they have thrown away. */
  async #look(isOn: boolean): Promise<void> {
    const { carried, line } = this.#storage;
    this.#shown.look(isOn);
    if (!isOn || !(await carried.askFor('public'))) return;
    this.#shown.isWhole(false);
    const filter = { kinds: PUBLIC_KINDS };
    if ((await line.fetch({ ...filter, limit: NEWEST })) && (await line.reconcile(filter))) this.#shown.isWhole(true);
  }

  async #takeLetters(isOn: boolean): Promise<void> {
    const { carried, journal, refusals } = this.#storage;
    this.#situation.takesLetters = isOn;
    await journal.write({ put: [[AT.letters, isOn]] });
    refusals.forgetHere();
    if (isOn) await carried.askFor('letters');
    else await carried.throwAway(['letters']);
    this.#shown.carried();
  }

  #told(): Told {
    return {
      events: (events) => {
        this.#storage.keepingLife.withChange();
        this.#shown?.events(events);
      },
      messages: (ids) => {
        this.#storage.keepingLife.withChange();
        this.#shown?.messages(ids);
      },
      files: () => this.#shown?.carried(),
      refused: () => {
        this.#situation.isFleeting = true;
        this.#shown?.carried();
      },
      letter: (wrap) => this.#hands.arriving.letter(wrap),
      holder: (state, holder) => {
        const situation = this.#situation;
        situation.state = state;
        if (holder && holder.days !== situation.holder.days)
          void this.#storage.journal.write({ put: [[AT.days, holder.days]] });
        situation.holder = holder ?? situation.holder;
        if (holder?.operator !== undefined && holder.operator !== situation.operator) {
          situation.operator = holder.operator;
          void this.#storage.journal.write({ put: [[AT.operator, holder.operator]] });
          this.#shown.operator();
        }
        this.#shown.holder();
        this.#shown.allSent(); // whether they can be given now is another thing
      },
      visit: (_, first, second) => {
        const { giving } = this.#hands;
        return visit({
          self: this.#situation.self,
          first,
          second,
          pending: () => giving.pending(),
          give: (id) => giving.give(id),
          bringFiles: () => giving.bringFiles(),
          takesLetters: () => this.#situation.takesLetters,
          takeFiles: (pause) => this.#hands.takeFiles(pause),
          isWhole: () => this.#shown.isWhole(true),
          pause: (ms) => new Promise((resolve) => this.#ports.schedule(resolve, ms)),
        });
      },
    };
  }

  #sweep(): void {
    const { carried, keepingLife } = this.#storage;
    void this.#hands.unnamed.after(() => carried.sweep());
    keepingLife.alone();
    this.#shown.allSent(); // days may have passed without an answer
    this.#ports.schedule(() => this.#sweep(), SWEEP_MS);
  }
}
