/**
 * What other routers list: one map each, copied from what they tell, and for a while what the life of a router before has left.
 * Pure; time is passed in.
 *
 *   nobody knows it -- joined --> nothing told yet -- snapshot --> a copy -- delta, delta, ... --> a copy
 *   a copy -- closed, or a later life --> old, shown as away until grace ends;   a copy -- silent --> nothing
 */
import type { DeviceId } from '../../protocol/signaling.ts';
import type { Departure, Incarnation, RouterId } from './bus.ts';
import type { Candidate } from './candidates.ts';
import type { Listed, PresenceMessage } from './messages.ts';

/** How many devices of a router are taken at most. */
export type Allowance = (router: RouterId, now: number) => number;

/** What is known of another router's devices. */
type Copy = {
  incarnation: Incarnation;
  /** `undefined`: nothing of this incarnation yet. */
  version: number | undefined;
  devices: Map<DeviceId, Listed>;
  /** Listed as away until then, because their router is gone or has not seen them yet since it started again. */
  old: Map<DeviceId, Listed>;
  /** The life that the old ones are from, or the last of them. */
  oldFrom: Incarnation;
  oldUntil: number;
  present: boolean;
  /** It lists more than were taken. */
  isCut: boolean;
};

/** What became of a message. */
type Taken = {
  readonly changed: ReadonlySet<DeviceId>;
  /** What it lists, taken or not, when it was news. */
  readonly entries: readonly Listed[];
  /** Something was missed before it. */
  readonly want: boolean;
};

const NONE: ReadonlySet<DeviceId> = new Set();

export class Copies {
  readonly #graceMs: number;
  readonly #allowance: Allowance;
  readonly #isOwn: (id: DeviceId) => boolean;
  readonly #all = new Map<RouterId, Copy>();
  /** Which routers list a device. */
  readonly #holders = new Map<DeviceId, Set<RouterId>>();

  /** `isOwn`: whether this router has a device as well. Those are taken however many there are. */
  constructor(graceMs: number, allowance: Allowance, isOwn: (id: DeviceId) => boolean) {
    this.#graceMs = graceMs;
    this.#allowance = allowance;
    this.#isOwn = isOwn;
  }

  has(router: RouterId): boolean {
    return this.#all.has(router);
  }

  /** All devices that any of them lists. */
  ids(): Iterable<DeviceId> {
    return this.#holders.keys();
  }

  /** Connected devices of a router. */
  clientsOf(router: RouterId): number {
    let count = 0;
    for (const { away } of this.#all.get(router)?.devices.values() ?? []) if (away !== true) count += 1;
    return count;
  }

  /** Where a device is listed. */
  *candidates(device: DeviceId): Generator<Candidate> {
    for (const router of this.#holders.get(device) ?? []) {
      const copy = this.#all.get(router);
      const entry = copy?.devices.get(device);
      const old = copy?.old.get(device);
      if (entry !== undefined) yield { router, away: entry.away === true, entry };
      else if (old !== undefined) yield { router, away: true, entry: old, isOld: true };
    }
  }

  /** A router can be talked to. Its snapshot is expected. Returns whose place may have changed. */
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

  /** A router cannot be talked to any more. Returns whose place may have changed. */
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

  /** Whether fewer of a router's changes are known than it has published. `version` has 32 bits. */
  isBehind(router: RouterId, version: number): boolean {
    const copy = this.#all.get(router);
    return copy?.present === true && (copy.version === undefined || copy.version >>> 0 !== version);
  }

  /** Routers of which more may be taken than was, by now: each is to be asked for a snapshot. */
  wanting(now: number): readonly RouterId[] {
    const wanting: RouterId[] = [];
    for (const [router, copy] of this.#all) {
      if (!copy.present || !copy.isCut || copy.devices.size >= this.#allowance(router, now)) continue;
      copy.isCut = false;
      copy.version = undefined; // so that the snapshot is news, though nothing has changed there
      wanting.push(router);
    }
    return wanting;
  }

  /** Ends what time ends. Returns whose place may have changed. */
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

  /** Takes away what a message no longer lists. A router that knows its old devices says what became of them. */
  #remove(router: RouterId, copy: Copy, message: PresenceMessage): readonly DeviceId[] {
    const gone = message.type === 'snapshot' ? [...copy.devices.keys()] : message.gone;
    const settled = message.type === 'delta' ? gone : message.incarnation === copy.oldFrom ? [...copy.old.keys()] : [];
    for (const id of gone) copy.devices.delete(id);
    for (const id of settled) copy.old.delete(id);
    const removed = [...gone, ...settled];
    for (const id of removed) this.#unhold(id, router, copy);
    return removed;
  }

  /** Takes what a router lists, up to `most`: those that are there before those that are away, in whatever order they are listed. */
  *#put(router: RouterId, copy: Copy, entries: readonly Listed[], most: number): Generator<DeviceId> {
    const spare = this.#awayIn(copy);
    for (const entry of entries) {
      yield entry.id;
      // A device that was here and walked there is followed, however many there are.
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

  /** Those that may make room. */
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

/** A later life of a router has not seen its devices yet: the list of the life before stands for them, as away. */
function restart(copy: Copy, incarnation: Incarnation, until: number): ReadonlySet<DeviceId> {
  if (incarnation === copy.incarnation) return NONE;
  const changed = new Set(copy.devices.keys());
  retire(copy, until);
  copy.incarnation = incarnation;
  copy.version = undefined;
  return changed;
}

/** Where nothing is listed, what was retired before keeps the end that it was given then. */
function retire(copy: Copy, until: number): void {
  if (copy.devices.size === 0) return;
  for (const [id, entry] of copy.devices) copy.old.set(id, entry);
  copy.devices = new Map();
  copy.oldFrom = copy.incarnation;
  copy.oldUntil = until;
}
