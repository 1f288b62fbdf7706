/**
 * The place of every device, as this router shows it. Pure; time is passed in.
 *
 *   far ----says hello here----> here ----socket closes----> away ----grace ends----> far, where other routers have it;
 *    ^                            |                                                   else gone
 *    +----says hello elsewhere----+
 *
 * Presence is a version number: every change raises it and stamps the device. A client that was told up to a version
 * has missed the devices with a higher stamp, and nothing is queued for it.
 */
import type { Device, DeviceId } from '../../protocol/signaling.ts';
import type { RouterId } from '../mesh/bus.ts';
import type { Local } from '../mesh/own-devices.ts';
import { AwayDevices, type AwayLimits } from './away.ts';
import { type Arrival, describe, type Entry, type Far, type Present } from './entry.ts';
import { type Departed, Gone } from './gone.ts';
import { Listing } from './listing.ts';
import { type Audience, audienceOf, audienceWith, isSameAudience, sees, type Viewer, viewerOf } from './sight.ts';

export type RosterLimits = AwayLimits & {
  /** Most devices that a page is told of; the rest of those behind other routers is only counted (`listing.ts`). */
  readonly listedDevices: number;
};

/** What a client has not been told yet, as far as it may see it. */
export type News<S> = { readonly put: readonly Entry<S>[]; readonly gone: readonly Departed[]; readonly more?: number };

export class Roster<S> {
  readonly #listedDevices: number;
  readonly #devices = new Map<DeviceId, Entry<S>>();
  readonly #away: AwayDevices;
  readonly #gone = new Gone();
  /** Places of devices at other routers. A device that is also here is shown as here. */
  readonly #far = new Map<DeviceId, Far>();
  /** Which devices at other routers are listed. */
  readonly #listing = new Listing();
  /** How many of them are not listed, and since which version. */
  #more = { count: 0, changed: 0 };
  #version = 0;
  #ownVersion = 0;

  constructor(limits: RosterLimits) {
    this.#listedDevices = limits.listedDevices;
    this.#away = new AwayDevices(limits);
  }

  /** Raised by every change that pages are told of. */
  get version(): number {
    return this.#version;
  }

  /**
   * Raised by every change that other routers are told of: a device of this router comes, says hello again, is renamed
   * or leaves.
   */
  get ownVersion(): number {
    return this.#ownVersion;
  }

  /** When the next grace ends, if there is one. */
  get graceEnds(): number | undefined {
    return this.#away.firstEnd;
  }

  /** Devices behind other routers for which the list has no room. */
  get more(): number {
    return this.#more.count;
  }

  get(id: DeviceId): Entry<S> | undefined {
    return this.#devices.get(id);
  }

  /** Its place at another router, listed or not. */
  farOf(id: DeviceId): Far | undefined {
    return this.#far.get(id);
  }

  present(id: DeviceId): Present<S> | undefined {
    const device = this.#devices.get(id);
    return device?.place.at === 'here' ? { device, socket: device.place.socket } : undefined;
  }

  /** Devices of this router, for others to know. */
  *locals(): Generator<Local> {
    for (const { id, name, kind, hello, saidTo, place, member, audience } of this.#devices.values())
      if (place.at !== 'far' && hello !== undefined && saidTo !== undefined) {
        const onlyGroups = audience !== 'everybody';
        yield { id, name, kind, away: place.at === 'away', hello, saidTo, groups: member?.of, onlyGroups };
      }
  }

  /** The whole list for the page of `viewer`: nearest first, without itself. */
  listFor(viewer: Viewer): readonly Device[] {
    const others = [...this.#devices.values()].filter(({ id, audience }) => id !== viewer.id && sees(viewer, audience));
    const near = others.filter(({ place }) => place.at !== 'far');
    const far = others.filter(({ place }) => place.at === 'far');
    return [...near, ...far].map((entry) => describe(entry, viewer));
  }

  /** News for a client that was told up to version `told`. A device that came and went since is not mentioned. */
  since(told: number): News<S> {
    const put = [...this.#devices.values()].filter((entry) => entry.changed > told);
    const gone = this.#gone.since(told);
    return { put, gone, ...(this.#more.changed > told && { more: this.#more.count }) };
  }

  /** Every client knows everything up to this version. */
  allTold(): void {
    this.#gone.clear();
  }

  /** A device says hello here. */
  arrive(socket: S, device: Arrival, now: number): void {
    const place = { at: 'here', socket } as const;
    const known = this.#devices.get(device.id);
    this.#ownVersion += 1;
    if (known === undefined) {
      const version = ++this.#version;
      const { id, name, kind, address, hello, saidTo, member } = device;
      const own = { id, name, kind, address, hello, saidTo, member, audience: audienceOf(device) };
      this.#devices.set(id, { ...own, since: now, place, born: version, changed: version });
    } else {
      this.#show(known, audienceOf(device, known.audience));
      // A second tab or a returning socket that changes nothing is not news.
      const before = shown(known);
      this.#away.delete(device.id);
      known.member = device.member;
      known.name = device.name;
      known.kind = device.kind;
      known.address = device.address;
      known.hello = device.hello;
      known.saidTo = device.saidTo;
      known.place = place;
      if (shown(known) !== before) known.changed = ++this.#version;
    }
    this.#listing.delete(device.id);
    this.#settle();
  }

  rename(entry: Entry<S>, name: string): void {
    if (entry.name === name) return;
    entry.name = name;
    entry.changed = ++this.#version;
    this.#ownVersion += 1;
  }

  /** Its socket is closed, and it may be back until `until`. */
  leave(entry: Entry<S>, until: number): void {
    entry.place = { at: 'away', until };
    entry.changed = ++this.#version;
    this.#ownVersion += 1;
    this.#departById(this.#away.add(entry.id, entry.address, until));
  }

  /** This router no longer has it; another one may. */
  depart(entry: Entry<S>): void {
    this.#away.delete(entry.id);
    this.#ownVersion += 1;
    this.#moveOut(entry.id, entry);
  }

  endGrace(now: number): void {
    for (const id of this.#away.endedAt(now)) this.#departById(id);
  }

  /** Other routers have reported a new place of a device. A device that is here stays shown as here. */
  place(id: DeviceId, far: Far | undefined): void {
    if (far === undefined) this.#far.delete(id);
    else this.#far.set(id, far);
    const entry = this.#devices.get(id);
    if (entry === undefined || entry.place.at === 'far') this.#moveOut(id, entry);
  }

  /**
   * A device behind `router` calls: if it is not listed, for lack of room, it is listed now, because the called device
   * must know it.
   */
  favour(id: DeviceId, router: RouterId): void {
    if (this.#far.get(id)?.router === router && this.#listing.favour(id)) this.#settle(id);
  }

  #departById(id: DeviceId | undefined): void {
    const entry = id && this.#devices.get(id);
    if (entry) this.depart(entry);
  }

  /** Moves it to its place at another router. */
  #moveOut(id: DeviceId, entry: Entry<S> | undefined): void {
    const far = this.#far.get(id);
    if (far === undefined) {
      this.#listing.delete(id);
      this.#unlist(id);
    } else {
      this.#listing.put(id, far.router, entry !== undefined);
      if (entry !== undefined) this.#move(entry, far);
    }
    this.#settle();
  }

  /**
   * Lists as many devices at other routers as there is room for. `caller` is listed already, for its coming message.
   */
  #settle(caller?: DeviceId): void {
    const near = this.#devices.size - this.#listing.listed + (caller === undefined ? 0 : 1);
    const { show, hide } = this.#listing.settle(this.#listedDevices - near);
    for (const id of hide) this.#unlist(id);
    for (const id of caller === undefined || hide.includes(caller) ? show : [caller, ...show]) {
      const far = this.#far.get(id);
      if (far !== undefined) this.#list(id, far);
    }
    if (this.#listing.more !== this.#more.count) this.#more = { count: this.#listing.more, changed: ++this.#version };
  }

  #unlist(id: DeviceId): void {
    const entry = this.#devices.get(id);
    if (entry === undefined) return;
    this.#devices.delete(id);
    this.#gone.add(id, { born: entry.born, died: ++this.#version, audience: entry.audience });
  }

  /** A device calls another one, which sees it from now on; true if it did not before. */
  letSee(entry: Entry<S>, viewer: Viewer): boolean {
    if (sees(viewer, entry.audience)) return false;
    this.#show(entry, audienceWith(viewer, entry.audience));
    return true;
  }

  /** From now on `audience` sees it. To those who no longer do it is gone. */
  #show(entry: Entry<S>, audience: Audience): void {
    if (isSameAudience(entry.audience, audience)) return;
    const version = ++this.#version;
    this.#gone.add(entry.id, { born: entry.born, died: version, audience: entry.audience });
    entry.audience = audience;
    entry.born = entry.changed = version;
  }

  #list(id: DeviceId, far: Far): void {
    const version = ++this.#version;
    const since = Number.NEGATIVE_INFINITY;
    const { name, kind, member } = far;
    const seen = { member, audience: audienceOf(far) };
    const place = placeAt(far);
    this.#devices.set(id, { id, name, kind, ...seen, address: '', since, place, born: version, changed: version });
  }

  #move(entry: Entry<S>, far: Far): void {
    this.#show(entry, audienceOf(far, entry.audience));
    const before = shown(entry);
    entry.name = far.name;
    entry.kind = far.kind;
    entry.member = far.member;
    entry.place = placeAt(far);
    if (shown(entry) !== before) entry.changed = ++this.#version;
  }
}

const placeAt = ({ away, router, routerName }: Far) => ({ at: 'far', away, router, routerName }) as const;

/** All that any page is told of it. */
const shown = <S>(entry: Entry<S>): string => JSON.stringify(describe(entry, viewerOf(entry)));
