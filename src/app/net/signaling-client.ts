/** The WebSocket to the router: says hello, keeps trying, parses the messages. The only file that opens a socket. */
import { idOf } from '../../protocol/keys.ts';
import { HEARTBEAT_MS, SIGNALING_VERSION } from '../../protocol/limits.ts';
import {
  CLOSE,
  type ClientMessage,
  type DeviceKind,
  parseRouterMessage,
  type RouterMessage,
} from '../../protocol/signaling.ts';
import type { OwnKey } from '../device/own-key.ts';
import type { Belonging } from '../groups/own-groups.ts';
import { note } from '../log/log.ts';
import type { Connection } from '../model/model.ts';

export type SignalingListener = {
  state(connection: Connection): void;
  /** The router has turned this page away, because too many are open. The page keeps trying. */
  crowded(): void;
  message(message: Exclude<RouterMessage, { readonly type: 'ping' | 'challenge' }>): void;
};

type SaidOfOneself = {
  readonly key: OwnKey;
  readonly kind: DeviceKind;
  /** Its groups at the moment. `renew` says them anew. */
  readonly belonging?: () => Belonging;
};

/**
 * First wait before another try, in milliseconds; doubled up to the longest, with jitter so that a hundred phones
 * spread out.
 */
const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 8_000;
/** "Reconnecting" becomes "Offline" after this long, in milliseconds. Trying goes on. */
const OFFLINE_AFTER_MS = 15_000;
/**
 * A page that was opened without a router is "Offline" after this many refused tries: there is nothing to reconnect to.
 */
const FIRST_TRIES = 2;
/** A router that answers questions does so within this time, in milliseconds, even over a slow network. */
const ANSWER_MS = 4_000;
/** A socket that has not opened by then is replaced, in milliseconds: TCP itself would try for two minutes. */
const OPENING_MS = 10_000;
/** The router sends something at least every other heartbeat; a socket that is silent for longer is dead. */
const SILENCE_MS = 2.5 * HEARTBEAT_MS;

export class SignalingClient {
  readonly #url: string;
  readonly #identity: SaidOfOneself & { name: string };
  readonly #listener: SignalingListener;
  #socket: WebSocket | undefined;
  #hasOpened = false;
  #welcomed = false;
  /** The router whose question was answered on this socket; there is one question for each. */
  #greeted: string | undefined;
  /** True when the router was asked for a sign of life and has not answered yet. */
  #isAsked = false;
  #everWelcomed = false;
  #refused = 0;
  #stopped = false;
  #retryMs = FIRST_RETRY_MS;
  #retryTimer: ReturnType<typeof setTimeout> | undefined;
  #offlineTimer: ReturnType<typeof setTimeout> | undefined;
  #silenceTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(url: string, identity: SaidOfOneself & { readonly name: string }, listener: SignalingListener) {
    this.#url = url;
    this.#identity = { ...identity };
    this.#listener = listener;
  }

  /** Connects now, if there is no connection, and keeps trying until `stop`. */
  connect(): void {
    this.#stopped = false;
    if (this.#socket) return;
    clearTimeout(this.#retryTimer);
    this.#awaitOffline();
    const socket = new WebSocket(this.#url);
    this.#socket = socket;
    this.#hasOpened = false;
    this.#expect(OPENING_MS);
    socket.onopen = () => {
      this.#hasOpened = true;
      note('socket', 'opened');
      this.#expect(SILENCE_MS);
    };
    socket.onmessage = ({ data }: MessageEvent<unknown>) => this.#receive(data);
    socket.onclose = ({ code }) => this.#closed(socket, code);
  }

  /**
   * The network has changed: the old socket may be dead, and report it only after a minute. The current router learns
   * of this device at once.
   */
  renew(): void {
    if (this.#stopped) return;
    clearTimeout(this.#retryTimer);
    this.#forgetOffline();
    this.#retryMs = FIRST_RETRY_MS;
    this.#detach()?.close();
    this.#report(this.#everWelcomed ? 'reconnecting' : 'connecting');
    this.connect();
  }

  /**
   * The page wakes up, or something may be wrong with the network. A socket that looks open may have been dead for a
   * minute (WebKit and others keep it so after the phone slept): the router is asked, and must answer soon.
   */
  probe(): void {
    if (this.#stopped) return;
    if (this.#socket === undefined) {
      this.connect();
      return;
    }
    // One question is enough: repeated ones would keep a dead socket from ever timing out.
    if (this.#isAsked) return;
    this.#isAsked = true;
    this.#write({ type: 'pong', asks: true });
    this.#expect(ANSWER_MS);
  }

  /** Says bye, so that others see it at once. */
  leave(): void {
    this.send({ type: 'bye' });
    this.stop();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#retryTimer);
    this.#forgetOffline();
    this.#detach()?.close(1000);
  }

  rename(name: string): void {
    this.#identity.name = name;
    this.send({ type: 'rename', name });
  }

  /** Sends if the router knows this device now; false when there is no such connection. */
  send(message: ClientMessage): boolean {
    return this.#welcomed && this.#write(message);
  }

  /** True when the message was given to a socket. A closing socket takes nothing, and reports that later. */
  #write(message: ClientMessage): boolean {
    if (this.#socket?.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(JSON.stringify(message));
    return true;
  }

  #receive(data: unknown): void {
    const parsed = typeof data === 'string' ? parseRouterMessage(data) : undefined;
    if (!parsed?.ok) return; // a router that sends nonsense is treated like a silent one
    this.#isAsked = false;
    this.#expect(SILENCE_MS);
    const message = parsed.value;
    if (message.type === 'ping') {
      this.#write({ type: 'pong' });
      return;
    }
    if (message.type === 'challenge') {
      // One for each socket: a router could pass on what others ask.
      if (this.#greeted === undefined) this.#sayHello(message);
      return;
    }
    if (message.type === 'welcome') {
      if (!this.#isOwnWelcome(message)) {
        this.#detach()?.close();
        this.#again();
        return;
      }
      this.#welcomed = true;
      this.#everWelcomed = true;
      this.#retryMs = FIRST_RETRY_MS;
      this.#forgetOffline();
      this.#report('online');
    }
    this.#listener.message(message);
  }

  /** A router that takes this device for another one, or itself for another router, is none to stay with. */
  #isOwnWelcome({ self, router }: Extract<RouterMessage, { readonly type: 'welcome' }>): boolean {
    return self === idOf(this.#identity.key.publicKey) && router.id === this.#greeted;
  }

  #sayHello({ router, challenge }: Extract<RouterMessage, { readonly type: 'challenge' }>): void {
    const { key, name, kind, belonging } = this.#identity;
    this.#greeted = router;
    const { key: publicKey, claim, signature } = key.hello({ router, challenge });
    this.#write({
      type: 'hello',
      version: SIGNALING_VERSION,
      key: publicKey,
      claim,
      signature,
      name,
      kind,
      ...belonging?.(),
    });
  }

  /** The router's next message is due within `ms`: a socket can be dead for minutes before the browser notices. */
  #expect(ms: number): void {
    clearTimeout(this.#silenceTimer);
    this.#silenceTimer = setTimeout(() => {
      note('socket', 'silent');
      this.#detach()?.close();
      this.#again();
    }, ms);
  }

  /** Forgets the socket; its later events are ignored. */
  #detach(): WebSocket | undefined {
    const socket = this.#socket;
    this.#socket = undefined;
    this.#welcomed = false;
    this.#greeted = undefined;
    this.#isAsked = false;
    clearTimeout(this.#silenceTimer);
    if (socket) socket.onopen = socket.onmessage = socket.onclose = null;
    return socket;
  }

  #closed(socket: WebSocket, code: number): void {
    if (socket !== this.#socket) return;
    note('socket', this.#hasOpened ? 'closed' : 'refused', code);
    this.#detach();
    if (code === CLOSE.versionMismatch || code === CLOSE.replaced) {
      this.#stopped = true;
      this.#forgetOffline();
      this.#report(code === CLOSE.replaced ? 'replaced' : 'outdated');
      return;
    }
    if (code === CLOSE.tooMany) this.#listener.crowded();
    this.#again();
  }

  #again(): void {
    if (this.#stopped) return;
    if (this.#offlineTimer === undefined) {
      this.#report(this.#everWelcomed ? 'reconnecting' : 'connecting');
      this.#awaitOffline();
    }
    this.#refused += 1;
    if (!this.#everWelcomed && this.#refused === FIRST_TRIES) {
      clearTimeout(this.#offlineTimer);
      this.#report('offline');
    }
    const wait = this.#retryMs * (0.5 + Math.random());
    this.#retryMs = Math.min(this.#retryMs * 2, LONGEST_RETRY_MS);
    this.#retryTimer = setTimeout(() => this.connect(), wait);
  }

  #awaitOffline(): void {
    this.#offlineTimer ??= setTimeout(() => {
      // A stopped page reports its own state, and "offline" would let a page that was set aside come back.
      if (!this.#stopped) this.#report('offline');
    }, OFFLINE_AFTER_MS);
  }

  #forgetOffline(): void {
    clearTimeout(this.#offlineTimer);
    this.#offlineTimer = undefined;
  }

  #report(connection: Connection): void {
    note('router', connection);
    this.#listener.state(connection);
  }
}
