/** Routers whose buses share one switch in memory, and what goes over the link of each two of them. Holders are in memory. */
import { createHash } from 'node:crypto';
import type { EventId, SignedEvent } from '../../../../protocol/event.ts';
import type { Bringer, Outcome } from '../../../../words/holding.ts';
import { MemoryHolding } from '../../../../words/testing/memory-holding.ts';
import type { Bus, RouterId } from '../../../mesh/bus.ts';
import type { MeshMessage } from '../../../mesh/messages.ts';
import { selfOf } from '../../../mesh/testing/devices.ts';
import { Switch } from '../../../mesh/testing/in-process.ts';
import type { Naming } from '../../api.ts';
import { Neighbours } from '../neighbours.ts';

export const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const PHONE: Bringer = { is: 'device', key: 'a'.repeat(64) as never, address: '192.168.42.7' };

class Shelf extends MemoryHolding {
  readonly elsewhere = new Map<EventId, Set<string>>();
  markElsewhere(id: EventId, router: string): void {
    this.elsewhere.set(id, (this.elsewhere.get(id) ?? new Set()).add(router));
  }
  naming(): Naming {
    return { isNamed: true, bringers: [], isHidden: false, isPinned: false, elsewhere: 0 };
  }
}

class MemoryBlobs {
  readonly kept = new Map<string, Uint8Array>();
  has(sha256: string): boolean {
    return this.kept.has(sha256);
  }
  size(sha256: string): number | undefined {
    return this.kept.get(sha256)?.length;
  }
  async receive(sha256: string, size: number | undefined, bytes: AsyncIterable<Uint8Array>): Promise<Outcome> {
    const pieces: Uint8Array[] = [];
    for await (const piece of bytes) pieces.push(Buffer.from(piece));
    const whole = Buffer.concat(pieces);
    if (whole.length !== size) return 'malformed';
    if (digestOf(whole) !== sha256) return 'not-genuine';
    this.kept.set(sha256, whole);
    return 'held';
  }
  async *#read(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
    yield bytes;
  }
  read(sha256: string, from = 0, to?: number): AsyncIterable<Uint8Array> | undefined {
    const bytes = this.kept.get(sha256);
    return bytes && this.#read(bytes.subarray(from, to));
  }
}

/** One router. */
export class Place {
  readonly id: RouterId;
  readonly shelf = new Shelf();
  readonly blobs = new MemoryBlobs();
  readonly shunned: string[] = [];
  /** Bytes of files that it has sent, by the router to which. */
  readonly given = new Map<RouterId, number>();
  readonly neighbours: Neighbours;
  readonly bus: Bus;
  /** May change what this router says, or leave it out: for those who lie, and for cables that go. */
  says: (to: RouterId, message: MeshMessage) => MeshMessage | undefined = (_, message) => message;

  constructor(name: string, island: Island) {
    const bus = island.net.bus(selfOf(name));
    this.bus = bus;
    this.id = bus.self.id;
    this.neighbours = new Neighbours({
      shelf: this.shelf,
      blobs: this.blobs,
      log: { debug() {}, info() {}, warn() {}, error() {} },
      bus: {
        self: bus.self,
        send: (to, said) => {
          const message = this.says(to, said);
          if (message === undefined) return true;
          if (!bus.send(to, message)) return false;
          island.carried(this.id, to, message);
          if (message.type === 'bytes') this.given.set(to, (this.given.get(to) ?? 0) + message.bytes.length);
          return true;
        },
        shun: (id, why) => {
          this.shunned.push(why);
          bus.shun(id, why);
        },
      },
    });
  }

  async start(): Promise<void> {
    await this.bus.start({
      joined: ({ id }) => this.neighbours.joined(id),
      left: (id) => this.neighbours.left(id),
      received: (from, message) => this.neighbours.received(from, message as never),
      advertised() {},
      renamed() {},
    });
  }

  async stop(): Promise<void> {
    this.neighbours.stop();
    await this.bus.stop();
  }

  /** A phone leaves it here. */
  bring(event: SignedEvent): Promise<Outcome> {
    return this.shelf.put(event, 0, PHONE);
  }

  get ids(): readonly EventId[] {
    return [...this.shelf.kept.keys()].sort();
  }
}

/** Of `names`, those are linked for which `isLinked`; the others may be linked later. */
export class Island {
  readonly net = new Switch();
  readonly places: readonly Place[];
  /** How often each event has gone over each link, as `event link`. */
  readonly crossings = new Map<string, number>();
  /** Frames over all links, by type. */
  readonly frames = new Map<string, number>();

  constructor(names: readonly string[], isLinked: (a: number, b: number) => boolean = () => true) {
    this.places = names.map((name) => new Place(name, this));
    for (const [a, one] of this.places.entries())
      for (const [b, other] of this.places.entries()) if (a < b && !isLinked(a, b)) this.net.cut(one.id, other.id);
  }

  async start(): Promise<void> {
    for (const place of this.places) await place.start();
  }

  async stop(): Promise<void> {
    for (const place of this.places) await place.stop();
  }

  mendAll(): void {
    for (const one of this.places)
      for (const other of this.places) if (one.id < other.id) this.net.mend(one.id, other.id);
  }

  carried(from: RouterId, to: RouterId, message: MeshMessage): void {
    const words = message.type === 'ask' || message.type === 'tell' ? message.words : undefined;
    const type = words?.[0] ?? message.type;
    this.frames.set(type, (this.frames.get(type) ?? 0) + 1);
    if (words?.[0] !== 'EVENT' || message.type === 'took') return;
    const event = (message.type === 'ask' ? words[1] : words[2]) as SignedEvent;
    const crossing = `${event.id} ${[from, to].sort().join('-')}`;
    this.crossings.set(crossing, (this.crossings.get(crossing) ?? 0) + 1);
  }
}
