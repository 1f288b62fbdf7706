/** Two whole engines in one simulated shelter: their pages, their people, and the road between them do what a story says. */
import type { TransferId } from '../../../protocol/peer.ts';
import { isActive } from '../../../transfer/about-view.ts';
import { toRanges } from '../../../transfer/ranges.ts';
import { type TransferKey, type TransferView, transferKey } from '../../../transfer/view.ts';
import type { EngineMessage } from '../../api/api.ts';
import { Device } from '../device.ts';
import { Clock, type Side } from './clock.ts';
import { digestOf } from './digest.ts';
import { chosenReader, DiskFile, type Part, readChosenTogether } from './disk.ts';
import { loseAllBut, type Parcel } from './parcel.ts';
import { Road } from './road.ts';
import { Rules } from './rules.ts';
import { Shelf } from './shelf.ts';
import type { Step, Story } from './steps.ts';
import { Turns } from './turns.ts';
import { otherSide, WireChannel } from './wire.ts';

export const SIDES = ['a', 'b'] as const;

export class Shelter {
  readonly rules = new Rules((side, key) => this.stored(side, key));
  readonly clock = new Clock();
  readonly trace: string[] = [];
  readonly #story: Story;
  readonly #sets: readonly (readonly DiskFile[])[];
  readonly #shelves: Readonly<Record<Side, Shelf>>;
  readonly #devices: Record<Side, Device>;
  readonly #road: Road;
  /** Blocks that the pages of now have read and not released. */
  readonly #held: Record<Side, ReadonlySet<Part>> = { a: new Set(), b: new Set() };
  readonly #declining = new Set<Side>();
  readonly #turns: Turns;
  #lastId = 0;

  constructor(story: Story) {
    this.#story = story;
    this.#sets = story.sets.map((sizes, set) =>
      sizes.map((size, file) => new DiskFile(`set ${set} file ${file}`, size, 1 + file + 16 * set)),
    );
    this.#turns = new Turns(this.clock, (runs) => this.#road.arrivals(runs));
    const check = (rule: (rules: Rules) => void) => this.#turns.check(() => rule(this.rules));
    this.#shelves = { a: new Shelf(check), b: new Shelf(check) };
    this.#road = new Road({
      rules: this.rules,
      clock: this.clock,
      lanes: story.lanes,
      device: (side) => this.#devices[side],
      view: (side, id) => this.view(side, id),
      later: (side, run) => this.#turns.later(side, run),
      check: (rule) => this.#turns.check(rule),
      note: (line) => this.trace.push(line),
    });
    this.#devices = { a: this.#device('a'), b: this.#device('b') };
    this.#meet();
  }

  device(side: Side): Device {
    return this.#devices[side];
  }

  heldBlocks(side: Side): number {
    return this.#held[side].size;
  }

  view(side: Side, id: TransferId): TransferView | undefined {
    return [...this.#devices[side].views.values()].find(({ key }) => key.endsWith(id));
  }

  #device(side: Side, before?: Device): Device {
    const visit = { isGone: false };
    const held = new Set<Part>();
    this.#held[side] = held;
    const readChosen = chosenReader(held);
    const device: Device = new Device(side, before, 0, {
      store: this.#shelves[side].of(visit),
      hash: async (bytes) => digestOf(bytes),
      read: async (file, place) => {
        this.#turns.check(() => this.rules.read(side, place.handle, 'block'));
        return readChosen(file, place);
      },
      readBundle: async (place) => {
        this.#turns.check(() => this.rules.read(side, place.handle, 'bundle'));
        const read = await readChosenTogether(place);
        if (!read) this.#turns.check(() => this.rules.gaveUp(side, place.handle));
        return read;
      },
      now: () => this.clock.now,
      elapsed: () => this.clock.now,
      schedule: (task, ms) => this.clock.schedule(side, () => visit.isGone || task(), ms),
      newTransferId: () => this.#newId(),
      openChannel: (end, lowWaterBytes) => {
        const channel = end as unknown; // what `#connect` gives to the engine
        if (!(channel instanceof WireChannel)) throw new Error('a channel that nobody made');
        channel.lowWaterBytes = lowWaterBytes;
        return channel;
      },
    });
    device.until(() => {
      for (const message of device.posted.splice(0)) if (device === this.#devices?.[side]) this.#heard(side, message);
      return undefined; // and the next one as well
    });
    const { leave } = device;
    device.leave = () => {
      visit.isGone = true;
      this.#shelves[side].abandon();
      this.clock.drop(side);
      return leave.call(device);
    };
    return device;
  }

  #newId(): TransferId {
    this.#lastId += 1;
    return `${this.#lastId}`.padStart(16, '0') as TransferId;
  }

  // What happens

  async step(step: Step): Promise<void> {
    this.trace.push(`> ${step.join(' ')}`);
    switch (step[0]) {
      case 'run':
        await this.#turns.run(step[1], step[2]);
        break;
      case 'wait':
        this.rules.trouble('path', 'hindered', true); // pending answers do not come meanwhile
        await this.#turns.wait(step[1]);
        break;
      case 'send':
        this.#send(step[1], step[2]);
        break;
      case 'apart':
      case 'together':
        this.#road.isApart = step[0] === 'apart';
        this.rules.trouble('path', 'hindered', true);
        this.#meet();
        break;
      case 'freeze':
      case 'thaw':
        this.#turns.setFrozen(step[1], step[0] === 'freeze');
        this.rules.trouble('path', 'hindered', true);
        break;
      case 'reload':
        await this.#reload(step[1]);
        break;
      case 'kill':
        await this.#kill(step[1], step[2], step[3]);
        break;
      case 'choose':
        this.#choose(step[1]);
        break;
      case 'decline':
        this.#declining.add(step[1]);
        break;
      case 'storage':
        this.#setStorage(step[1], step[2]);
        break;
      case 'change':
        this.#change(step[1], step[2], step[3]);
        break;
      case 'pause':
      case 'resume':
      case 'cancel':
        this.#press(step[0], step[1], step[2]);
        break;
      default:
        this.#road.disturb(step);
    }
    await this.#turns.turn();
  }

  #send(side: Side, set: number): void {
    const files = this.#sets[set % this.#sets.length] ?? [];
    const id = `${this.#lastId + 1}`.padStart(16, '0') as TransferId;
    this.rules.begin(id, side, files);
    const to = this.#devices[otherSide[side]].id;
    const sources = files.map((file) => file.chosen());
    this.#devices[side].engine.receive({ type: 'send', to: [{ peer: to, peerName: otherSide[side] }], sources });
  }

  #press(type: 'pause' | 'resume' | 'cancel', side: Side, which: number): void {
    const views = [...this.#devices[side].views.values()].filter(isActive);
    const view = views[which % Math.max(1, views.length)];
    if (!view) return;
    if (type === 'cancel') {
      const parcel = this.rules.of(view.key);
      parcel?.excuses.add('cancelled');
      if (parcel?.from === side && view.phase === 'interrupted') parcel.isUntold = !this.#road.isJoined(side);
    }
    this.#devices[side].engine.receive({ type, key: view.key });
  }

  #setStorage(side: Side, storage: Shelf['state']): void {
    this.#shelves[side].state = storage;
    this.rules.trouble(`storage ${side}`, 'storage failed', storage === 'failing');
  }

  #change(set: number, file: number, block: number): void {
    const files = this.#sets[set % this.#sets.length] ?? [];
    for (const parcel of this.rules.parcels.values()) if (parcel.files === files) parcel.excuses.add('changed');
    files[file % Math.max(1, files.length)]?.change(block);
  }

  #choose(side: Side): void {
    for (const { key, needsFiles } of [...this.#devices[side].views.values()]) {
      const sources = this.rules.of(key)?.files.map((file) => file.chosen());
      if (needsFiles && sources) this.#devices[side].engine.receive({ type: 'attach', request: 0, key, sources });
    }
  }

  // Pages and persons

  #meet(): void {
    for (const side of SIDES) {
      const peers = this.#road.isApart ? [] : [this.#devices[otherSide[side]].id];
      this.#devices[side].engine.receive({ type: 'present', peers });
    }
  }

  #heard(side: Side, message: EngineMessage): void {
    switch (message.type) {
      case 'transfers':
        for (const view of message.changed) {
          this.trace.push(`  ${side} shows ${view.key.slice(-2)} ${view.phase} ${view.storedBytes}`);
          this.#turns.check(() => this.rules.saw(side, view));
        }
        return;
      case 'offers':
        for (const { key, entries } of message.offers)
          this.#turns.later(side, () => this.#answer(side, key, entries.length));
        return;
      default:
        this.#road.heard(side, message);
    }
  }

  #answer(side: Side, key: TransferKey, files: number): void {
    const { engine, offers } = this.#devices[side];
    if (!offers.some((offer) => offer.key === key)) return;
    const parcel = this.rules.of(key);
    if (this.#declining.delete(side)) {
      parcel?.excuses.add('declined');
      engine.receive({ type: 'decline', key });
      return;
    }
    engine.receive({ type: 'noticed', key, attention: 'ringing' });
    const wanted = Array.from({ length: files }, (_, index) => index).filter(
      (index) => index % this.#story.everyNth === 0,
    );
    if (parcel) {
      parcel.accepted = wanted;
      parcel.blocks.clear();
    }
    engine.receive({ type: 'accept', key, files: toRanges(wanted) });
  }

  async #reload(side: Side): Promise<void> {
    await this.#devices[side].leave();
    // A block that was stored and not yet noted is not found again.
    for (const { parcel, key } of this.#arriving(side))
      loseAllBut(parcel, (await this.#devices[side].ledger.load(key)).length);
    this.#road.leave(side);
    this.#turns.leave(side);
    this.rules.forgot(side);
    const later = this.#device(side, this.#devices[side]);
    this.#devices[side] = later;
    await later.engine.restore();
    await later.engine.tidy().catch(() => {}); // a failing storage is tidied on a later visit
    this.#meet();
  }

  async #kill(side: Side, lost: number, damaged: number): Promise<void> {
    const device = this.#devices[side];
    await device.leave();
    for (const { parcel, key } of this.#arriving(side)) {
      const notes = await device.ledger.load(key);
      await device.ledger.delete(key);
      const left = notes.slice(0, Math.max(0, notes.length - lost));
      device.ledger.note(key, { first: 0, digests: left, bytes: 0 });
      const position = [...parcel.blocks.keys()].sort((a, b) => a - b)[damaged];
      if (position !== undefined) this.#shelves[side].damage(key, position);
      loseAllBut(parcel, position === undefined ? left.length : Math.min(left.length, damaged));
    }
    await this.#reload(side);
  }

  /** What `side` is receiving, and has not saved. */
  #arriving(side: Side): readonly { readonly parcel: Parcel; readonly key: TransferKey }[] {
    return [...this.rules.parcels.values()]
      .filter(({ from, isSaved }) => from !== side && !isSaved)
      .map((parcel) => ({ parcel, key: transferKey('receiving', this.#devices[parcel.from].id, parcel.id) }));
  }

  /** Lets everything happen that is pending. */
  settle(): Promise<void> {
    return this.#turns.settle();
  }

  /** From here on path, pages and storage work. */
  mend(): void {
    this.#road.mend();
    this.#declining.clear();
    for (const side of SIDES) {
      this.#turns.setFrozen(side, false);
      this.#setStorage(side, 'good');
    }
    this.#meet();
  }

  /** What persons do who want the transfers to succeed. */
  async help(): Promise<void> {
    for (const side of SIDES) {
      this.#choose(side);
      const { engine, views } = this.#devices[side];
      for (const { key, phase } of [...views.values()])
        if (phase === 'paused' || phase === 'interrupted') engine.receive({ type: 'resume', key });
    }
    await this.#turns.turn();
  }

  stored(side: Side, key: TransferKey): Uint8Array {
    return this.#shelves[side].content(key);
  }

  /** True when the person at `side` is being asked about the transfer. */
  isAsked(side: Side, id: TransferId): boolean {
    return this.#devices[side].offers.some(({ key }) => key.endsWith(id));
  }

  async close(): Promise<void> {
    for (const side of SIDES) await this.#devices[side].leave();
  }
}
