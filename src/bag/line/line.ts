/**
 * One socket of words to a router: says who this device is, and lets two conversations share it. What a person waits for goes over
 * the first; the second, slower one takes along what is for others, and never holds up the first.
 */
import { keyFrom, signedBy } from '../../protocol/event.ts';
import { idOf, type PublicKey, type SecretKey } from '../../protocol/keys.ts';
import type { DeviceId } from '../../protocol/signaling.ts';
import { type ClientWords, type HolderWords, parseHolderWords, type Subscription } from '../../protocol/words.ts';
import { authDraft } from '../../protocol/words-auth.ts';
import { Reconciling } from '../../words/exchange/reconciling.ts';
import type { Bringer, Holding } from '../../words/holding.ts';
import { Pace } from './pace.ts';
import type { Refusals } from './refusals.ts';

/** As much of a browser's WebSocket as is used. */
export type Socket = {
  readonly bufferedAmount: number;
  send(text: string): void;
  close(): void;
  onclose: (() => void) | null;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
};

export type LinePorts = {
  readonly secret: SecretKey;
  readonly holding: Holding;
  /** What was not taken, here and at routers. */
  readonly refusals: Refusals;
  readonly now: () => number;
  readonly elapsed: () => number;
  readonly schedule: (task: () => void, ms: number) => () => void;
};

/** Frames of the second conversation are known by this before the names of their subscriptions. */
const SECOND = 'c';
/** So many bytes may wait to leave; and how often it is looked, in milliseconds. */
const OUTFLOW = { bytes: 128 * 1024, lookMs: 50 };
/**
 * The second conversation, in bytes a second of both directions: a phone's part of a radio that fifty share, and five megabytes in four
 * minutes. And so many events of it at once: each may have tens of kilobytes, and the pace is looked at before them.
 */
const SECOND_PER_SECOND = 20_000;
const SECOND_AT_ONCE = 5;
/** In milliseconds. A router that does not say hello in this time is none. */
const GREETING_MS = 15_000;

/**
 * Whoever owes an answer and says nothing at all for so long is gone, in milliseconds: a phone that has walked away from its router hears
 * of that from its browser after many minutes. It is looked at so often, while an answer is awaited.
 */
const SILENCE = { ms: 30_000, lookMs: 10_000 };

/** Until a device counts as unknown to the router, in milliseconds. */
const KEY_MS = 5_000;

export class Line {
  readonly first: Reconciling;
  readonly second: Reconciling;
  /** Resolves when the router knows who this device is; rejects when the line ends before. */
  readonly ready: Promise<void>;
  readonly #socket: Socket;
  readonly #router: string;
  readonly #ports: LinePorts;
  readonly #pace: Pace;
  readonly #keys = new Map<DeviceId, ((key: PublicKey | undefined) => void)[]>();
  #isReady: () => void = () => {};
  #isRefused: (error: Error) => void = () => {};
  #authId: string | undefined;
  #challenge = '';
  #isOpen = true;
  #isWatched = false;
  /** When the other end gave a sign of life. */
  #lastSign = 0;

  /** `router`: its id. `ended` is called once. */
  constructor(socket: Socket, router: string, ports: LinePorts, ended: () => void) {
    this.#socket = socket;
    this.#router = router;
    this.#ports = ports;
    this.#pace = new Pace(SECOND_PER_SECOND, ports);
    this.ready = new Promise((resolve, reject) => {
      this.#isReady = resolve;
      this.#isRefused = reject;
    });
    this.ready.catch(() => {}); // reported where it is awaited
    const from: Bringer = { is: 'router', id: router };
    const { holding, refusals } = ports;
    const ready = (): Promise<void> => this.#outflow();
    this.first = new Reconciling({ holding, from, ready, send: (frame) => this.#send(frame) });
    this.second = new Reconciling({
      holding,
      from,
      ready: async () => {
        await Promise.all([ready(), this.#pace.room()]);
      },
      send: (frame) => this.#pace.spend(this.#send(named(frame, (name) => `${SECOND}${name}` as Subscription))),
      memory: refusals.memoryOf(router),
      atOnce: SECOND_AT_ONCE,
    });
    const stopClock = ports.schedule(() => this.close(), GREETING_MS);
    void this.ready.then(stopClock, stopClock);
    socket.onmessage = ({ data }) => this.#receive(data);
    socket.onclose = () => {
      if (!this.#isOpen) return;
      this.#isOpen = false;
      this.#isRefused(new Error('the line has ended'));
      this.first.stop();
      this.second.stop();
      for (const answers of this.#keys.values()) for (const answer of answers) answer(undefined);
      this.#keys.clear();
      ended();
    };
  }

  /** What the router asked last: files are brought with an answer to it. */
  get challenge(): string {
    return this.#challenge;
  }

  close(): void {
    this.#socket.close();
    this.#socket.onclose?.(); // a browser tells it when the other end has agreed, which a dead one never does
  }

  /** The whole key of a device in reach, as the router says. */
  keyOf(id: DeviceId): Promise<PublicKey | undefined> {
    if (!this.#isOpen) return Promise.resolve(undefined);
    return new Promise((answer) => {
      const asked = this.#keys.get(id) ?? [];
      this.#keys.set(id, [...asked, answer]);
      if (asked.length === 0) this.#send(['KEY', id]);
      this.#ports.schedule(() => answer(undefined), KEY_MS); // a person waits
    });
  }

  #receive(data: unknown): void {
    this.#lastSign = this.#ports.elapsed();
    const parsed = typeof data === 'string' ? parseHolderWords(data) : undefined;
    if (parsed === undefined || !parsed.ok || typeof data !== 'string') return; // something newer, of which nothing is known
    const frame = parsed.value;
    switch (frame[0]) {
      case 'AUTH':
        this.#authenticate(frame[1]);
        return;
      case 'NOTICE':
        return;
      case 'KEY': {
        const [, id, hex] = frame;
        const key = hex === null ? undefined : keyFrom(hex);
        for (const answer of this.#keys.get(id) ?? []) answer(key !== undefined && idOf(key) === id ? key : undefined);
        this.#keys.delete(id);
        return;
      }
      case 'OK':
        if (frame[1] === this.#authId) {
          if (frame[2]) this.#isReady();
          else this.close();
          return;
        }
        this.first.receive(frame);
        this.second.receive(frame);
        return;
      default: {
        if (!frame[1].startsWith(SECOND)) {
          this.first.receive(frame);
          return;
        }
        this.#pace.spend(data.length);
        this.second.receive(named(frame, (name) => name.slice(SECOND.length) as Subscription));
      }
    }
  }

  #authenticate(challenge: string): void {
    if (this.#authId !== undefined) return; // a signature for each asking would be work without end
    const { secret, now } = this.#ports;
    const answer = signedBy(secret, authDraft(this.#router, challenge, now()));
    this.#authId = answer.id;
    this.#challenge = challenge;
    this.#send(['AUTH', answer]);
  }

  /** How long it is, in characters. */
  #send(frame: ClientWords): number {
    const text = JSON.stringify(frame);
    if (this.#isOpen) this.#socket.send(text);
    if (this.#isWaiting && !this.#isWatched) this.#watch(this.#socket.bufferedAmount, this.#ports.elapsed());
    return text.length;
  }

  get #isWaiting(): boolean {
    return this.#isOpen && (this.first.isWaiting || this.second.isWaiting);
  }

  /** `buffered`: how much waited to leave; that it is less is a sign as well. `since`: when there was the last one. */
  #watch(buffered: number, since: number): void {
    this.#isWatched = true;
    this.#ports.schedule(() => {
      this.#isWatched = false;
      if (!this.#isWaiting) return;
      const { bufferedAmount } = this.#socket;
      const last = bufferedAmount < buffered ? this.#ports.elapsed() : Math.max(since, this.#lastSign);
      if (this.#ports.elapsed() - last >= SILENCE.ms) this.close();
      else this.#watch(bufferedAmount, last);
    }, SILENCE.lookMs);
  }

  async #outflow(): Promise<void> {
    while (this.#isOpen && this.#socket.bufferedAmount > OUTFLOW.bytes)
      await new Promise<void>((resolve) => this.#ports.schedule(resolve, OUTFLOW.lookMs));
  }
}

/** The same frame, its subscription under another name; frames that have none stay as they are. */
function named<Frame extends ClientWords | HolderWords>(
  frame: Frame,
  rename: (name: Subscription) => Subscription,
): Frame {
  const [type, name, ...rest] = frame as readonly [string, Subscription, ...unknown[]];
  const isNamed = type !== 'OK' && typeof name === 'string' && type !== 'AUTH' && type !== 'KEY' && type !== 'NOTICE';
  return (isNamed ? [type, rename(name), ...rest] : frame) as Frame;
}
