/**
 * The path between the two devices: connections as the pages make and lose them, and the messages under way. Two pages
 * call and are called; nothing here knows what their engines say to each other.
 */
import { type Frame, parseFrame } from '../../../protocol/frame.ts';
import { type ControlMessage, parseControlMessage, type TransferId } from '../../../protocol/peer.ts';
import type { TransferView } from '../../../transfer/view.ts';
import type { ChannelEnd, EngineMessage, LinkId } from '../../api/api.ts';
import { CONNECTION, certificateOf, type Device } from '../device.ts';
import type { Clock, Side } from './clock.ts';
import { forged } from './forged.ts';
import { demand, type Rules } from './rules.ts';
import type { Disturbance, ForgedWord } from './steps.ts';
import { otherSide, Wire, type WireChannel } from './wire.ts';

/** The longest time until a page notices that the path is gone, in milliseconds: that of ICE. */
const ICE_MS = 30_000;

export type RoadPorts = {
  readonly rules: Rules;
  readonly clock: Clock;
  /** How many lanes each side opens beside the first when much is sent. */
  readonly lanes: number;
  readonly device: (side: Side) => Device;
  readonly view: (side: Side, id: TransferId) => TransferView | undefined;
  /** Runs something on the page of `side` at its turn. */
  readonly later: (side: Side, run: () => void) => void;
  /** Runs a rule inside an engine, which must not take a broken rule for a fault of a port. */
  readonly check: (rule: () => void) => void;
  readonly note: (line: string) => void;
};

/** A page's connections: the newest, and if one is being made. */
type Page = { wire: Wire | undefined; calls: boolean };

export class Road {
  readonly #ports: RoadPorts;
  readonly #pages: Readonly<Record<Side, Page>> = {
    a: { wire: undefined, calls: false },
    b: { wire: undefined, calls: false },
  };
  readonly #wires = new Set<Wire>();
  readonly #said: Record<Side, ControlMessage[]> = { a: [], b: [] };
  isApart = false;
  #spoilt: Side | undefined;
  #lastWire = 0;

  constructor(ports: RoadPorts) {
    this.#ports = ports;
  }

  /** A message about connections from the engine of `side` to its page. */
  heard(side: Side, message: EngineMessage): void {
    const { wire } = this.#pages[side];
    switch (message.type) {
      case 'want-link':
        this.#call(side);
        return;
      case 'drop-link':
      case 'idle-link':
        if (wire?.number === message.link) this.#hangUp(side, wire);
        return;
      case 'busy-link':
        if (wire?.number === message.link) this.#lanes(side, wire);
        return;
    }
  }

  /** True if the page of `side` has a connection, as far as it knows. */
  isJoined(side: Side): boolean {
    return this.#pages[side].wire !== undefined;
  }

  /** The page of `side` is gone. */
  leave(side: Side): void {
    this.#pages[side].wire?.close(side);
    Object.assign(this.#pages[side], { wire: undefined, calls: false });
  }

  /** From now on nothing under way is corrupted. */
  mend(): void {
    this.isApart = false;
    this.#spoilt = undefined;
  }

  /** Everything that can arrive now, at the sides that run. */
  arrivals(runs: (side: Side) => boolean): (() => void)[] {
    const arrivals: (() => void)[] = [];
    for (const wire of this.#wires) {
      if (wire.isOver) this.#wires.delete(wire);
      for (const channel of wire.busy(runs)) arrivals.push(() => channel.arrive());
    }
    return arrivals;
  }

  /** Disturbs the current connection. */
  disturb(step: Disturbance): void {
    const { wire } = this.#pages[step[1]];
    switch (step[0]) {
      case 'cut':
        this.#cut(step[1]);
        return;
      case 'hang-up':
        if (wire) this.#hangUp(step[1], wire);
        return;
      case 'close':
        wire?.channels[step[2] % wire.channels.length]?.[step[1]].fail();
        return;
      case 'spoil':
        this.#spoilt = step[1];
        return;
      case 'echo': {
        const said = this.#said[step[1]];
        this.#speak(step[1], said[step[2] % Math.max(1, said.length)]);
        return;
      }
      case 'forge':
        this.#speak(step[1], this.#forged(step[2], step[3]));
        return;
    }
  }

  #speak(side: Side, word: ControlMessage | undefined): void {
    const channel = this.#pages[side].wire?.control[side];
    if (!word || !channel || channel.isClosed || !channel.isHeard) return;
    this.#ports.rules.trouble('words', 'misspoken', true); // it may arrive late, and end the connection for all
    this.#ports.note(`  ${side} misspeaks: ${JSON.stringify(word)}`);
    channel.queue.push({ what: 'data', data: JSON.stringify(word) });
    channel.bufferedAmount += JSON.stringify(word).length;
  }

  #forged(type: ForgedWord, which: number): ControlMessage {
    const ids = [...this.#ports.rules.parcels.keys(), 'nobody-knows-it_' as TransferId];
    return forged(type, ids[which % ids.length] ?? ('nobody-knows-it_' as TransferId), which);
  }

  /** The page of `side` was asked for a connection. */
  #call(side: Side): void {
    const own = this.#pages[side];
    if (own.wire || own.calls) return;
    own.calls = true;
    this.#ports.later(side, () => own.calls && this.#connect(side));
  }

  #connect(side: Side): void {
    this.#pages[side].calls = false;
    if (this.isApart) {
      const { engine } = this.#ports.device(side);
      engine.receive({ type: 'no-link', peer: this.#ports.device(otherSide[side]).id, cause: 'peer-left' });
      return;
    }
    this.#lastWire += 1;
    const wire = new Wire(this.#lastWire, this.#tap);
    this.#ports.note(`  wire ${wire.number}`);
    this.#wires.add(wire);
    for (const end of ['a', 'b'] as const) {
      const { wire: before } = this.#pages[end];
      this.#pages[end].calls = false;
      this.#pages[end].wire = wire;
      if (before) this.#lose(end, before);
    }
    for (const end of ['a', 'b'] as const) {
      const { id } = this.#ports.device(end);
      const peer = this.#ports.device(otherSide[end]).id;
      const link = wire.number as LinkId;
      const channels = { control: asEnd(wire.control[end]), bulk: asEnd(wire.lanes[0]?.[end]) };
      this.#ports
        .device(end)
        .engine.receive({ type: 'link', link, peer, peerName: peer, connection: CONNECTION, ...channels });
      const fingerprints = { own: certificateOf(id), other: certificateOf(peer) };
      this.#ports
        .device(end)
        .engine.receive({ type: 'link-connected', link, maxMessageBytes: 256 * 1024, fingerprints });
    }
  }

  #lanes(side: Side, wire: Wire): void {
    if (wire.isCut || this.#pages[otherSide[side]].wire !== wire) return;
    for (let lane = 0; lane < this.#ports.lanes; lane += 1) {
      const channels = wire.addLane();
      for (const end of ['a', 'b'] as const) {
        const link = wire.number as LinkId;
        this.#ports.device(end).engine.receive({ type: 'lane', link, bulk: asEnd(channels[end]) });
      }
    }
  }

  #lose(side: Side, wire: Wire): void {
    wire.close(side);
    const link = wire.number as LinkId;
    this.#ports.device(side).engine.receive({ type: 'link-lost', link, cause: 'connection-lost' });
  }

  #hangUp(side: Side, wire: Wire): void {
    if (this.#pages[side].wire === wire) this.#pages[side].wire = undefined;
    this.#lose(side, wire);
  }

  #cut(first: Side): void {
    this.#ports.rules.trouble('path', 'hindered', true); // somebody notices late
    const { wire } = this.#pages[first];
    if (!wire) return;
    wire.cut();
    this.#hangUp(first, wire);
    const late = otherSide[first];
    this.#ports.clock.schedule(late, () => this.#pages[late].wire === wire && this.#hangUp(late, wire), ICE_MS);
  }

  readonly #tap = {
    sent: (wire: Wire, from: Side, data: string | ArrayBuffer) =>
      this.#ports.check(() => this.#checkSent(wire, from, data)),
    check: (rule: () => void) => this.#ports.check(rule),
    arrives: (wire: Wire, at: Side, data: string | ArrayBuffer) => {
      if (typeof data === 'string') {
        const parsed = parseControlMessage(data);
        if (parsed.ok) this.#ports.check(() => this.#ports.rules.heard(wire.number, at, parsed.value));
        if (parsed.ok && !isPulse(parsed.value))
          this.#ports.note(`  ${at} hears on ${wire.number}: ${asNoted(data, parsed.value)}`);
        return data;
      }
      const parsed = parseFrame(data);
      if (parsed.ok && (parsed.value.kind === 'block' || parsed.value.kind === 'files'))
        this.#ports.check(() => this.#checkPause(wire, at, parsed.value.handle));
      if (this.#spoilt !== at || !parsed.ok || !hasBytes(parsed.value)) return data;
      this.#spoilt = undefined;
      this.#ports.rules.parcelOf(wire.number, otherSide[at], parsed.value.handle)?.excuses.add('spoilt');
      const { payload } = parsed.value;
      payload[0] = (payload[0] ?? 0) ^ 0xff;
      return data;
    },
  };

  #checkSent(wire: Wire, from: Side, data: string | ArrayBuffer): void {
    if (typeof data === 'string') {
      const parsed = parseControlMessage(data);
      demand(parsed.ok, 'every word can be parsed');
      this.#said[from].push(parsed.value);
      this.#ports.rules.said(wire.number, from, parsed.value);
    } else {
      const parsed = parseFrame(data);
      demand(parsed.ok, 'every frame can be parsed');
      this.#ports.rules.sentFrame(wire.number, from, parsed.value);
    }
  }

  /** A receiver that shows a pause while bytes arrive must at least be about to learn that it is over. */
  #checkPause(wire: Wire, at: Side, handle: number): void {
    const from = otherSide[at];
    const parcel = this.#ports.rules.parcelOf(wire.number, from, handle);
    if (!parcel || this.#ports.view(at, parcel.id)?.phase !== 'paused' || parcel.excuses.has('misspoken')) return;
    const hearsOfIt = wire.control[from].queue.some(
      ({ data }) => typeof data === 'string' && data.includes('"resumed"') && data.includes(parcel.id),
    );
    // Messages that are still under way from an earlier page or connection say nothing about their sender's present
    // state.
    const goesOn = this.#pages[from].wire === wire && this.#ports.view(from, parcel.id)?.phase === 'sending';
    demand(!goesOn || hearsOfIt, 'paused is not shown while the sender goes on');
  }
}

const hasBytes = ({ kind, payload }: Frame): boolean => kind === 'chunk' || (kind === 'files' && payload.length > 0);
const isPulse = ({ type }: ControlMessage): boolean => type === 'ping' || type === 'pong';

/** Each signature is another one, and a run that is repeated must read alike. */
const asNoted = (data: string, { type }: ControlMessage): string => (type === 'proof' ? type : data.slice(0, 200));

/** The engine only passes it to `openChannel` of this file. */
const asEnd = (channel: WireChannel | undefined): ChannelEnd => channel as unknown as ChannelEnd;
