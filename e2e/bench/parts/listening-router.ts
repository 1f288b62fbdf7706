/**
 * One router among many, with the real hub and the real federation, on a bus whose other end is a script: what the others say
 * arrives as bytes, is unframed and parsed as on a link, and goes the way it goes in the product. Its own devices are counted
 * clients. Measures its processor time and what its clients are told.
 */
import { constants, deflateRawSync } from 'node:zlib';
import type { RouterMessage } from '../../../src/protocol/signaling.ts';
import { Federation } from '../../../src/router/federation.ts';
import { LIMITS } from '../../../src/router/limits/limits.ts';
import type { Bus, BusEvents, Incarnation, RouterId, Self } from '../../../src/router/mesh/bus.ts';
import { Deframer, frame } from '../../../src/router/mesh/framing.ts';
import { encode, MAX_LINK_FRAME_BYTES, type MeshMessage, parseLinkFrame } from '../../../src/router/mesh/messages.ts';
import { OtherRouters } from '../../../src/router/mesh/other-routers.ts';
import { Hub } from '../../../src/router/signaling/hub.ts';
import { RunningHub } from '../../../src/router/signaling/running-hub.ts';
import type { Said } from './crowd.ts';
import { deviceOf } from './crowd.ts';

/** What socket.ts compresses presence with. */
const DEFLATE = { level: 9, memLevel: 5, windowBits: 13, finishFlush: constants.Z_SYNC_FLUSH };
/** Devices of the crowd are counted from zero. */
const OWN_DEVICES_FROM = 10_000_000;

/**
 * By the hub's clock, which stands there between two ticks: clients are told of changes in whole intervals, and the first
 * one after a quiet time, which the product tells at once, waits for the others. It makes figures of one run comparable.
 */
const BETWEEN_TICKS = -1_000_000_000;

export type Told = { readonly frames: number; readonly bytes: number; readonly deflatedBytes: number };

export class ListeningRouter {
  readonly #hub: RunningHub<number>;
  readonly #federation: Federation<number>;
  readonly #frames = new Deframer(MAX_LINK_FRAME_BYTES);
  #events: BusEvents | undefined;
  #now = 0;
  #hubNow = BETWEEN_TICKS;
  #own = 0;
  #told = { frames: 0, bytes: 0, deflatedBytes: 0 };
  /** Bytes of frames that came over links, without TLS and below. */
  heardBytes = 0;
  heardFrames = 0;

  constructor() {
    const self: Self = { id: 'the-one-measured' as RouterId, incarnation: '0000000100000001' as Incarnation };
    const hub = new Hub<number>({ ...LIMITS, router: { id: self.id, name: 'measured' }, iceServersFor: () => [] });
    this.#hub = new RunningHub(hub, () => this.#hubNow);
    this.#federation = new Federation<number>({
      bus: this.#bus(self),
      hub: this.#hub,
      others: new OtherRouters(
        async () => true,
        () => false,
        () => true,
      ),
      name: 'measured',
      stun: () => undefined,
      trust: 'key',
      backhaul: () => undefined,
      graceMs: LIMITS.graceMs,
      now: () => this.#now,
    });
    this.#hub.start({
      sockets: { send: (to, message) => this.#tell(to.length, message), close() {} },
      routers: this.#federation,
    });
  }

  async start(): Promise<void> {
    await this.#federation.start();
  }

  stop(): Promise<void> {
    this.#hub.stop();
    return this.#federation.stop();
  }

  get devices(): number {
    return this.#federation.status().devices;
  }

  meet(self: Self, name: string): void {
    this.#events?.joined({ ...self, address: '192.168.1.1' });
    this.hear({ from: self.id, message: { type: 'about', about: { name } } });
  }

  hear({ from, message }: Said | { readonly from: RouterId; readonly message: MeshMessage }): void {
    const bytes = frame(encode(message));
    this.heardBytes += bytes.length;
    this.heardFrames += 1;
    for (const each of this.#frames.push(bytes) ?? []) {
      const parsed = parseLinkFrame(each);
      if (!parsed.ok || parsed.value.type === 'hello') throw new Error('a router said what no router says');
      const { value } = parsed;
      if (value.type !== 'ping' && value.type !== 'pong' && value.type !== 'bye') this.#events?.received(from, value);
    }
  }

  /** A device of this router says hello: what is told to anybody then, its welcome first of all. */
  join(): Told {
    const { away: _, ...device } = deviceOf(OWN_DEVICES_FROM + this.#own, this.#hub.hub.router.id);
    const socket = this.#own++;
    this.#hub.happen((hub, now) => hub.hello(socket, { ...device, address: '10.0.0.1' }, now));
    return this.#takeTold();
  }

  /** Time goes on to `now`: what all devices of this router were told since it was asked last, in sum. */
  tick(now: number): Told {
    this.#now = now;
    this.#hubNow = now;
    this.#hub.happen((hub, at) => hub.tick(at));
    this.#hubNow = BETWEEN_TICKS;
    return this.#takeTold();
  }

  #takeTold(): Told {
    const told = this.#told;
    this.#told = { frames: 0, bytes: 0, deflatedBytes: 0 };
    return told;
  }

  #tell(clients: number, message: RouterMessage): void {
    const json = JSON.stringify(message);
    // Each socket has a compressor of its own.
    for (let client = 0; client < clients; client += 1) {
      const deflated = deflateRawSync(json, DEFLATE);
      this.#told.frames += 1;
      this.#told.bytes += Buffer.byteLength(json);
      this.#told.deflatedBytes += deflated.length;
    }
  }

  #bus(self: Self): Bus {
    return {
      self,
      start: async (events) => {
        this.#events = events;
      },
      publish() {},
      send: () => true,
      shun() {},
      isOnBackhaul: () => true,
      advertise() {},
      status: () => ({ members: [], strangers: [] }),
      stop: async () => {},
    };
  }
}
