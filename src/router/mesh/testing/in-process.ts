/**
 * Buses that share one switch in memory: the double for tests of code on top of a bus. Delivers in order, but not at
 * once.
 */
import type { Bus, BusEvents, Departure, Member, RouterId, Self } from '../bus.ts';
import type { MeshMessage } from '../messages.ts';

type Port = { readonly self: Self; readonly address: string; events: BusEvents; version: number };

export class Switch {
  readonly #ports = new Map<RouterId, Port>();
  readonly #cut = new Set<string>();
  /** Pairs that see each other now. */
  readonly #linked = new Set<string>();

  /** `address`: the address at which others see it. */
  bus(self: Self, address = 'this process'): Bus {
    const { id } = self;
    return {
      self,
      start: async (events) => {
        this.#ports.set(id, { self, address, events, version: 0 });
        for (const other of this.#ports.keys()) this.#join(id, other);
      },
      publish: (message) => {
        for (const other of this.#ports.keys()) this.#send(id, other, message);
      },
      send: (to, message) => this.#send(id, to, message),
      isOnBackhaul: (other) => this.#sees(id, other),
      shun: (other) => this.#part(id, other, 'silent'),
      advertise: (version) => {
        const port = this.#ports.get(id);
        if (port !== undefined) port.version = version;
        for (const other of this.#ports.keys())
          if (this.#sees(id, other)) this.#later(id, other, (events) => events.advertised(id, version >>> 0));
      },
      status: () => ({
        members: [...this.#ports.values()]
          .filter((port) => this.#sees(id, port.self.id))
          .map((port) => ({ ...memberOf(port), lastSeenMs: 0, linked: true })),
        strangers: [],
      }),
      stop: async () => {
        for (const other of this.#ports.keys()) this.#part(id, other, 'closed');
        this.#ports.delete(id);
      },
    };
  }

  /** Cuts the cable between two routers. */
  cut(a: RouterId, b: RouterId): void {
    this.#cut.add(pair(a, b));
    this.#part(a, b, 'silent');
  }

  mend(a: RouterId, b: RouterId): void {
    this.#cut.delete(pair(a, b));
    this.#join(a, b);
  }

  #sees(a: RouterId, b: RouterId): boolean {
    return this.#linked.has(pair(a, b));
  }

  #join(a: RouterId, b: RouterId): void {
    const [left, right] = [this.#ports.get(a), this.#ports.get(b)];
    if (a === b || left === undefined || right === undefined || this.#cut.has(pair(a, b)) || this.#sees(a, b)) return;
    this.#linked.add(pair(a, b));
    this.#later(b, a, (events) => events.joined(memberOf(right)));
    this.#later(a, b, (events) => events.joined(memberOf(left)));
  }

  #part(a: RouterId, b: RouterId, how: Departure): void {
    if (!this.#linked.delete(pair(a, b))) return;
    const [left, right] = [this.#ports.get(a), this.#ports.get(b)];
    if (left) queueMicrotask(() => left.events.left(b, how));
    if (right) queueMicrotask(() => right.events.left(a, how));
  }

  #send(from: RouterId, to: RouterId, message: MeshMessage): boolean {
    if (!this.#sees(from, to)) return false;
    const copy = copyOf(message);
    this.#later(from, to, (events) => events.received(from, copy));
    return true;
  }

  /** Messages that are under way when the cable is cut are lost. */
  #later(from: RouterId, to: RouterId, tell: (events: BusEvents) => void): void {
    queueMicrotask(() => {
      const port = this.#ports.get(to);
      if (port !== undefined && this.#sees(from, to)) tell(port.events);
    });
  }
}

/** As it comes out of a link, but unchecked: devices of tests sign nothing. */
const copyOf = (message: MeshMessage): MeshMessage =>
  message.type === 'bytes'
    ? { ...message, bytes: Buffer.from(message.bytes) }
    : (JSON.parse(JSON.stringify(message)) as MeshMessage);
const pair = (a: RouterId, b: RouterId): string => [a, b].sort().join(' ');
const memberOf = ({ self, address }: Port): Member => ({ ...self, address });
