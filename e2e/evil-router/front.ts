/** Between the pages and the product's router: passes their messages on, and once it has turned hostile, changes them. */
import type { IncomingMessage } from 'node:http';
import { type RawData, WebSocket } from 'ws';
import { idOf } from '../../src/protocol/keys.ts';
import {
  type ClientMessage,
  type Device,
  type DeviceId,
  parseClientMessage,
  parseRouterMessage,
  type RouterMessage,
  type Signal,
} from '../../src/protocol/signaling.ts';
import type { FromMiddle, Order, Person, ToMiddle } from './orders.ts';

type Visitor = { readonly page: WebSocket; readonly address: string; readonly early: string[]; id?: DeviceId };

/** Browsers hide their addresses behind such names; whoever owns the router knows them anyway. */
const HIDDEN = /[0-9a-f-]{36}\.local/g;

export class Front {
  readonly #port: number;
  readonly #address: string;
  readonly #visitors = new Map<DeviceId, Visitor>();
  readonly #people = new Map<DeviceId, Person>();
  #middle: WebSocket | undefined;
  #isHostile = false;
  #kept: Device | undefined;

  /** `port`: of the honest router on this machine. `address`: of this machine on the LAN. */
  constructor(port: number, address: string) {
    this.#port = port;
    this.#address = address;
  }

  turn({ keeps }: Order): void {
    this.#isHostile = true;
    const kept = [...this.#people.values()].find(({ name }) => name === keeps);
    this.#kept = kept && { id: kept.id, name: kept.name, kind: 'computer' };
    this.#tellMiddle({ type: 'people', people: [...this.#people.values()] });
  }

  /** The page in the middle comes. */
  middle(socket: WebSocket): void {
    this.#middle = socket;
    this.#tellMiddle({ type: 'people', people: [...this.#people.values()] });
    socket.on('message', (data) => this.#said(JSON.parse(String(data)) as FromMiddle)); // the page shares this type
  }

  /** A page opens its socket. */
  visit(page: WebSocket, { headers, socket }: IncomingMessage): void {
    const address = (socket.remoteAddress ?? '').replace('::ffff:', '');
    const visitor: Visitor = { page, address, early: [] };
    const { origin = '', host = '' } = headers;
    const router = new WebSocket(`ws://127.0.0.1:${this.#port}/signal`, { origin, headers: { host } });
    router.on('open', () => {
      for (const frame of visitor.early.splice(0)) router.send(frame);
    });
    page.on('message', (data) => {
      const frame = this.#fromPage(visitor, String(data));
      if (frame === undefined) return;
      if (router.readyState === WebSocket.OPEN) router.send(frame);
      else visitor.early.push(frame);
    });
    router.on('message', (data: RawData) => page.send(this.#toPage(visitor, String(data))));
    for (const [one, other] of [
      [page, router],
      [router, page],
    ] as const) {
      one.on('close', (code, reason) => (isForUs(code) ? other.close(code, reason) : other.terminate()));
      one.on('error', () => other.terminate());
    }
  }

  /** `undefined`: the router does not hear of it. */
  #fromPage(visitor: Visitor, frame: string): string | undefined {
    const parsed = parseClientMessage(frame);
    if (!parsed.ok) return frame;
    const message = parsed.value;
    if (message.type === 'hello' || message.type === 'rename') this.#learn(visitor, message);
    if (!this.#isHostile || visitor.id === undefined) return frame;
    if (message.type === 'connect') {
      const { to, connection } = message;
      this.#tell(visitor, { type: 'ice', to, connection, iceServers: [] });
      return undefined;
    }
    if (message.type !== 'signal') return frame;
    const { to, connection } = message;
    const signal = shown(message.signal, visitor.address);
    this.#tellMiddle({ type: 'signal', from: visitor.id, to, connection, signal });
    return undefined;
  }

  #learn(visitor: Visitor, message: Extract<ClientMessage, { readonly type: 'hello' | 'rename' }>): void {
    const { name } = message;
    if (message.type === 'hello') {
      const id = idOf(message.key);
      visitor.id = id;
      this.#visitors.set(id, visitor);
      this.#people.set(id, { id, name, key: message.key });
      return;
    }
    const known = visitor.id && this.#people.get(visitor.id);
    if (known) this.#people.set(known.id, { ...known, name });
  }

  #toPage({ id }: Visitor, frame: string): string {
    const kept = this.#kept;
    const parsed = parseRouterMessage(frame);
    if (kept === undefined || kept.id === id || !parsed.ok) return frame;
    const message = parsed.value;
    const others = (devices: readonly Device[] = []) => devices.filter((device) => device.id !== kept.id);
    if (message.type === 'welcome') return JSON.stringify({ ...message, devices: [...others(message.devices), kept] });
    if (message.type !== 'delta') return frame;
    const gone = (message.gone ?? []).filter((device) => device !== kept.id);
    return JSON.stringify({ ...message, put: others(message.put), gone });
  }

  #said({ from, to, connection, signal }: FromMiddle): void {
    const visitor = this.#visitors.get(to);
    if (visitor === undefined) return;
    const servers = signal.type === 'offer' ? { iceServers: [] } : {};
    this.#tell(visitor, { type: 'signal', from, connection, signal: shown(signal, this.#address), ...servers });
  }

  #tell({ page }: Visitor, message: RouterMessage): void {
    page.send(JSON.stringify(message));
  }

  #tellMiddle(message: ToMiddle): void {
    this.#middle?.send(JSON.stringify(message));
  }
}

/** RFC 6455 section 7.4: the other codes are never sent. */
const isForUs = (code: number): boolean => code === 1000 || code === 1001 || code >= 3000;

function shown(signal: Signal, address: string): Signal {
  return signal.type === 'candidate' ? { ...signal, candidate: signal.candidate.replace(HIDDEN, address) } : signal;
}
