/** A phone with its bag for tests: storage in memory, time as the test says, and all that its page is told. */

import type { EventId } from '../../protocol/event.ts';
import { idOf, newSecret, type PublicKey, publicKeyOf, type SecretKey } from '../../protocol/keys.ts';
import type { DeviceId } from '../../protocol/signaling.ts';
import type { FileToSay, FromBag, PersonMessage } from '../api/api.ts';
import type { CarriedView, HolderState, MessageView, PostView } from '../api/views.ts';
import { Bag } from '../bag.ts';
import type { FakeRouter } from './fake-router.ts';
import { MemoryKeyval, Timers } from './memory-keyval.ts';

type Request = Extract<PersonMessage, { readonly request: number }>;
type Unasked<Message> = Message extends Request ? Omit<Message, 'request'> : never;

export class Phone {
  readonly secret: SecretKey;
  readonly key: PublicKey;
  readonly id: DeviceId;
  readonly stores: { words: MemoryKeyval; messages: MemoryKeyval; blobs: MemoryKeyval };
  readonly clock = { now: 1_764_150_000_000, elapsed: 0 };
  readonly timers = new Timers();
  readonly posted: FromBag[] = [];
  readonly messages = new Map<EventId, MessageView>();
  readonly posts = new Map<EventId, PostView>();
  holder: HolderState | undefined;
  carried: CarriedView | undefined;
  isWhole = false;
  at: FakeRouter | undefined;
  readonly #name: string;
  #bag: Bag | undefined;
  #watchers: (() => void)[] = [];
  #requests = 0;

  /** `before`: the same phone at an earlier visit. */
  constructor(name: string, before?: Phone) {
    this.#name = name;
    this.secret = before?.secret ?? newSecret();
    this.key = publicKeyOf(this.secret);
    this.id = idOf(this.key);
    this.stores = {
      words: before?.stores.words.after() ?? new MemoryKeyval(),
      messages: before?.stores.messages.after() ?? new MemoryKeyval(),
      blobs: before?.stores.blobs.after() ?? new MemoryKeyval(),
    };
    if (before) this.clock.now = before.clock.now;
  }

  async begin(): Promise<this> {
    const need = (): FakeRouter => {
      if (this.at === undefined) throw new Error('no router');
      return this.at;
    };
    this.#bag = await Bag.open(
      { secret: this.secret, name: this.#name },
      {
        stores: this.stores,
        schedule: this.timers.schedule,
        now: () => this.clock.now,
        elapsed: () => this.clock.elapsed,
        random: () => 0.5,
        fetch: (url, init) => need().fetch(url, init),
        open: (url) => need().open(url),
        post: (message) => this.#hear(message),
      },
    );
    return this;
  }

  get bag(): Bag {
    if (this.#bag === undefined) throw new Error('not begun');
    return this.#bag;
  }

  /** Walks to a router, or away from all. Resolves when it has all that is for everybody there. */
  async walk(router: FakeRouter | undefined): Promise<void> {
    this.at = router;
    this.bag.receive({ type: 'router', router: router?.own });
    if (router === undefined) return;
    this.bag.receive({ type: 'look', isOn: true });
    await this.until(() => this.isWhole || undefined);
  }

  leave(): void {
    this.bag.stop();
  }

  pass(seconds: number): void {
    this.clock.now += seconds * 1000;
    this.clock.elapsed += seconds * 1000;
  }

  async say(to: Phone, text: string, files: readonly FileToSay[] = []): Promise<string | undefined> {
    const answer = await this.ask({ type: 'say', to: to.id, key: to.key, text, files });
    return answer.type === 'said' ? answer.not : 'no answer';
  }

  /** `undefined` is an answer too. */
  async ask(message: Unasked<Request>): Promise<Extract<FromBag, { readonly request: number }>> {
    this.#requests += 1;
    const request = this.#requests;
    this.bag.receive({ ...message, request } as Request);
    return this.until(() =>
      this.posted.find(
        (one): one is Extract<FromBag, { readonly request: number }> => 'request' in one && one.request === request,
      ),
    );
  }

  /** Resolves when the page is shown such a message. */
  message(wanted: (view: MessageView) => boolean): Promise<MessageView> {
    return this.until(() => [...this.messages.values()].find(wanted));
  }

  async post(wanted: (view: PostView) => boolean): Promise<PostView> {
    return this.until(() => [...this.posts.values()].find(wanted));
  }

  /** Resolves when `found` returns something. Timers of a second ring meanwhile: receipts, and what is told seldom. */
  until<T>(found: () => T | undefined): Promise<T> {
    return new Promise((resolve) => {
      const look = (): void => {
        const value = found();
        if (value === undefined) return;
        this.#watchers = this.#watchers.filter((one) => one !== look);
        resolve(value);
      };
      this.#watchers.push(look);
      look();
    });
  }

  #hear(message: FromBag): void {
    this.posted.push(message);
    switch (message.type) {
      case 'messages':
        for (const view of message.put) this.messages.set(view.id, view);
        for (const id of message.gone) this.messages.delete(id);
        break;
      case 'board':
        for (const view of message.put) this.posts.set(view.id, view);
        for (const id of message.gone) this.posts.delete(id);
        this.isWhole = message.isWhole;
        break;
      case 'carried':
        this.carried = message.carried;
        break;
      case 'holder':
        this.holder = message.state;
        break;
    }
    // After the bag has done what it was doing.
    setImmediate(() => {
      for (const look of this.#watchers) look();
      this.timers.ring(1_000);
    });
  }
}

/** Some turns of the loop, in which everything that needs no timer happens. */
export async function turns(count = 20): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise(setImmediate);
}
