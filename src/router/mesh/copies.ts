/**
 * What other routers list: one map each, copied from their messages, and for a while the leftovers of a router's
 * previous life. Pure; time is passed in.
 *
 *   unknown -- joined --> nothing told yet -- snapshot --> a copy -- delta, delta, ... --> a copy
 *   a copy -- closed, or a later life --> old, shown as away until grace ends;   a copy -- silent --> nothing
 */
import type { DeviceId } from '../../protocol/signaling.ts';
import type { Departure, Incarnation, RouterId } from './bus.ts';
import type { Candidate } from './candidates.ts';
import type { Listed, PresenceMessage } from './messages.ts';

/** Most devices that are accepted from a router. */
export type Allowance = (router: RouterId, now: number) => number;

/** What is known of another router's devices. */
type Copy = {
  incarnation: Incarnation;
  /** `undefined`: nothing from this incarnation yet. */
  version: number | undefined;
  devices: Map<DeviceId, Listed>;
  /**
   * Devices listed as away until `oldUntil`, because their router is gone or has not seen them yet since its restart.
   */
  old: Map<DeviceId, Listed>;
  /** The life of the router that listed the old devices, or the last such life. */
  oldFrom: Incarnation;
  oldUntil: number;
  present: boolean;
  /** True when it lists more devices than were accepted. */
  isCut: boolean;
};

/** The effect of a message. */
type Taken = {
  readonly changed: ReadonlySet<DeviceId>;
  /** The entries in a message that was news, accepted or not. */
  readonly entries: readonly Listed[];
  /** True when a message before this one was missed. */
  readonly want: boolean;
};

const NONE: ReadonlySet<DeviceId> = new Set();

export class Copies {
  readonly #graceMs: number;
  readonly #allowance: Allowance;
  readonly #isOwn: (id: DeviceId) => boolean;
  readonly #all = new Map<RouterId, Copy>();
  /** The routers that list a device. */
  readonly #holders = new Map<DeviceId, Set<RouterId>>();

  /** `isOwn`: true when this router has a device as well. Such devices are accepted beyond any allowance. */
  constructor(graceMs: number, allowance: Allowance, isOwn: (id: DeviceId) => boolean) {
    this.#graceMs = graceMs;
    this.#allowance = allowance;
    this.#isOwn = isOwn;
  }

  has(router: RouterId): boolean {
    return this.#all.has(router);
  }

  /** All devices that any router lists. */
  ids(): Iterable<DeviceId> {
    return this.#holders.keys();
  }

  /** Connected devices of a router. */
  clientsOf(router: RouterId): number {
    let count = 0;
    for (const { away } of this.#all.get(router)?.devices.values() ?? []) if (away !== true) count += 1;
    return count;
  }

  /** The places at which a device is listed. */
  *candidates(device: DeviceId): Generator<Candidate> {
    for (const router of this.#holders.get(device) ?? []) {
      const copy = this.#all.get(router);
      const entry = copy?.devices.get(device);
      const old = copy?.old.get(device);
      if (entry !== undefined) yield { router, away: entry.away === true, entry };
      else if (old !== undefined) yield { router, away: true, entry: old, isOld: true };
    }
  }

  /** A router can be talked to, and its snapshot is expected. Returns the devices whose place may have changed. */
  joined(router: RouterId, incarnation: Incarnation, now: number): ReadonlySet<DeviceId> {
    const copy = this.#all.get(router);
    if (copy === undefined) {
      const empty = { devices: new Map(), old: new Map(), oldFrom: incarnation, oldUntil: now };
      this.#all.set(router, { incarnation, version: undefined, ...empty, present: true, isCut: false });
      return NONE;
    }
    copy.present = true;
    copy.version = undefined;
    return restart(copy, incarnation, now + this.#graceMs);
  }

  /** A router can no longer be talked to. Returns the devices whose place may have changed. */
  left(router: RouterId, how: Departure, now: number): ReadonlySet<DeviceId> {
    const copy = this.#all.get(router);
    if (copy === undefined) return NONE;
    const changed = new Set([...copy.devices.keys(), ...copy.old.keys()]);
    copy.present = false;
    copy.version = undefined;
    retire(copy, now + this.#graceMs);
    if (how === 'silent' || copy.old.size === 0) this.#forget(router, copy);
    return changed;
  }

  receive(router: RouterId, message: PresenceMessage, now: number): Taken {
    const copy = this.#all.get(router);
    if (copy === undefined || message.incarnation < copy.incarnation)
      return { changed: NONE, entries: [], want: false };
    const changed = new Set(restart(copy, message.incarnation, now + this.#graceMs));
    const known = copy.version;
    if (known !== undefined && message.version <= known) return { changed, entries: [], want: false };
    if (message.type === 'delta' && message.base !== known) return { changed, entries: [], want: true };
    copy.version = message.version;
    if (message.type === 'snapshot') copy.isCut = false;
    for (const id of this.#remove(router, copy, message)) changed.add(id);
    const entries = message.type === 'snapshot' ? message.devices : message.put;
    for (const id of this.#put(router, copy, entries, this.#allowance(router, now))) changed.add(id);
    return { changed, entries, want: false };
  }

  /** True when fewer of a router's changes are known than it has published. `version` has 32 bits. */
  isBehind(router: RouterId, version: number): boolean {
    const copy = this.#all.get(router);
    return copy?.present === true && (copy.version === undefined || copy.version >>> 0 !== version);
  }

  /** Routers whose allowance has grown beyond what was accepted: each is to be asked for a snapshot. */
  wanting(now: number): readonly RouterId[] {
    const wanting: RouterId[] = [];
    for (const [router, copy] of this.#all) {
      if (!copy.present || !copy.isCut || copy.devices.size >= this.#allowance(router, now)) continue;
      copy.isCut = false;
      copy.version = undefined; // so that the snapshot counts as news although nothing has changed there
      wanting.push(router);
    }
    return wanting;
  }

  /** Removes what has expired. Returns the devices whose place may have changed. */
  tick(now: number): ReadonlySet<DeviceId> {
    const changed = new Set<DeviceId>();
    for (const [router, copy] of this.#all) {
      if (now < copy.oldUntil || (copy.present && copy.old.size === 0)) continue;
      for (const id of copy.old.keys()) {
        changed.add(id);
        copy.old.delete(id);
        this.#unhold(id, router, copy);
      }
      if (!copy.present) this.#all.delete(router);
    }
    return changed;
  }

  nextDue(): number | undefined {
    let due: number | undefined;
    for (const { old, oldUntil, present } of this.#all.values())
      if (!present || old.size > 0) due = Math.min(due ?? oldUntil, oldUntil);
    return due;
  }

  /**
   * Removes the devices that a message no longer lists. A router that knows its old devices says what became of them.
   */
  #remove(router: RouterId, copy: Copy, message: PresenceMessage): readonly DeviceId[] {
    const gone = message.type === 'snapshot' ? [...copy.devices.keys()] : message.gone;
    const settled = message.type === 'delta' ? gone : message.incarnation === copy.oldFrom ? [...copy.old.keys()] : [];
    for (const id of gone) copy.devices.delete(id);
    for (const id of settled) copy.old.delete(id);
    const removed = [...gone, ...settled];
    for (const id of removed) this.#unhold(id, router, copy);
    return removed;
  }

  /**
   * Accepts a router's entries, up to `most`: present devices before those that are away, in whatever order they are
   * listed.
   */
  *#put(router: RouterId, copy: Copy, entries: readonly Listed[], most: number): Generator<DeviceId> {
    const spare = this.#awayIn(copy);
    for (const entry of entries) {
      yield entry.id;
      // A device that was here and walked there is followed beyond any allowance.
      if (copy.devices.size >= most && !this.#isOwn(entry.id) && !copy.devices.has(entry.id)) {
        copy.isCut = true;
        const yields = entry.away === true ? undefined : spare.next().value;
        if (yields === undefined) continue;
        yield yields;
        copy.devices.delete(yields);
        this.#unhold(yields, router, copy);
      }
      copy.devices.set(entry.id, entry);
      copy.old.delete(entry.id);
      this.#hold(entry.id, router);
    }
  }

  /** The devices that may make room. */
  *#awayIn({ devices }: Copy): Generator<DeviceId, undefined> {
    for (const [id, { away }] of devices) if (away === true && !this.#isOwn(id)) yield id;
  }

  #hold(device: DeviceId, router: RouterId): void {
    const holders = this.#holders.get(device);
    if (holders === undefined) this.#holders.set(device, new Set([router]));
    else holders.add(router);
  }

  #unhold(device: DeviceId, router: RouterId, copy: Copy): void {
    if (copy.devices.has(device) || copy.old.has(device)) return;
    const holders = this.#holders.get(device);
    holders?.delete(router);
    if (holders?.size === 0) this.#holders.delete(device);
  }

  #forget(router: RouterId, copy: Copy): void {
    const ids = [...copy.devices.keys(), ...copy.old.keys()];
    this.#all.delete(router);
    copy.devices.clear();
    copy.old.clear();
    for (const id of ids) this.#unhold(id, router, copy);
  }
}

/** A later life of a router has not seen its devices yet: until it does, its previous list counts, as away. */
function restart(copy: Copy, incarnation: Incarnation, until: number): ReadonlySet<DeviceId> {
  if (incarnation === copy.incarnation) return NONE;
  const changed = new Set(copy.devices.keys());
  retire(copy, until);
  copy.incarnation = incarnation;
  copy.version = undefined;
  return changed;
}

/** When nothing is listed, devices that were retired before keep their earlier end. */
function retire(copy: Copy, until: number): void {
  if (copy.devices.size === 0) return;
  for (const [id, entry] of copy.devices) copy.old.set(id, entry);
  copy.devices = new Map();
  copy.oldFrom = copy.incarnation;
  copy.oldUntil = until;
}
