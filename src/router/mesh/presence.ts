/**
 * Who is where, over all routers. Pure: messages come in, time is passed in, what changed comes out.
 *
 * The whole is a union of maps, one per router, and only its owner writes a map. Each change raises the owner's version; a
 * delta names the version it starts from, so that a gap shows, and a snapshot repairs it. Merging islands is a union, in any
 * order, and nothing is elected.
 *
 * A device that several routers list is at one of them: where it is not away; then where its claim is highest; then at the
 * router whose id is greatest. Everybody computes the same. A router that finds itself the loser, to a claim that the device
 * itself has made (claim.ts), gives the device up.
 */
import type { DeviceId, ToldKind } from '../../protocol/signaling.ts';
import { DEVICES_PER_ROUTER } from './acquaintances.ts';
import type { Departure, Incarnation, RouterId, Self } from './bus.ts';
import { type ClaimKey, isProven, proveClaim } from './claim.ts';
import { type Listed, MAX_CLAIM, type PresenceMessage } from './messages.ts';

/** A device of this router. */
export type Local = {
  readonly id: DeviceId;
  readonly name: string;
  readonly kind: ToldKind;
  readonly away: boolean;
  /** How often it said hello here. */
  readonly hellos: number;
  readonly key: ClaimKey;
};

/** A device as another router lists it. */
export type Remote = {
  readonly name: string;
  readonly kind: ToldKind;
  readonly away: boolean;
  readonly router: RouterId;
};

/** What a message changed. */
export type Loss = { readonly device: DeviceId; readonly later: boolean };
export type Outcome = {
  /** Devices whose place, name or absence may be another one now. */
  readonly changed: ReadonlySet<DeviceId>;
  /** Devices of this router that have turned up at another one; `later`: they were here before that. */
  readonly lost: readonly Loss[];
  /** Something was missed: ask the sender for a snapshot. */
  readonly want: boolean;
  /** The sender lists a device of this router that never said hello to it. No mistake makes a router do so. */
  readonly isLie?: boolean;
};

/** How many devices of a router are taken at most. */
export type Allowance = (router: RouterId, now: number) => number;

type Own = Listed & { readonly hellos: number; readonly key: ClaimKey };
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
type Candidate = {
  readonly router: RouterId;
  readonly away: boolean;
  readonly entry: Listed;
  /** Of a life of its router that has ended. */
  readonly isOld?: boolean;
};

const NOTHING: Outcome = { changed: new Set(), lost: [], want: false };

export class Presence {
  #self: Self;
  readonly #graceMs: number;
  readonly #allowance: Allowance;
  readonly #own = new Map<DeviceId, Own>();
  readonly #copies = new Map<RouterId, Copy>();
  /** Which routers list a device. */
  readonly #holders = new Map<DeviceId, Set<RouterId>>();
  #version = 0;

  constructor(self: Self, graceMs: number, allowance: Allowance = () => DEVICES_PER_ROUTER) {
    this.#self = self;
    this.#graceMs = graceMs;
    this.#allowance = allowance;
  }

  /** How many changes were published. */
  get version(): number {
    return this.#version;
  }

  /** This router has another id now. Proofs are bound to it, so all claims are made anew. */
  rename(self: Self): void {
    this.#self = self;
    for (const [id, own] of this.#own) this.#own.set(id, { ...own, proof: this.#prove(own, own.claim) });
  }

  /** Brings the own map up to date: what is to be told to the others, if anything, and who turns out to be elsewhere. */
  publish(locals: Iterable<Local>): { readonly message?: PresenceMessage; readonly lost: readonly Loss[] } {
    const base = this.#version;
    const put: Listed[] = [];
    const lost: Loss[] = [];
    const seen = new Set<DeviceId>();
    for (const local of locals) {
      seen.add(local.id);
      const known = this.#own.get(local.id);
      if (known !== undefined && isSame(known, local)) continue;
      const own = this.#claimed(local, known);
      this.#own.set(local.id, own);
      put.push(listedOf(own));
      // Its socket is closed now, and another router had it all the while.
      for (const { router, entry } of this.#candidates(local.id))
        if (local.away && this.#hasLost(router, entry)) lost.push({ device: local.id, later: false });
    }
    const gone = [...this.#own.keys()].filter((id) => !seen.has(id));
    for (const id of gone) this.#own.delete(id);
    if (put.length === 0 && gone.length === 0) return { lost };
    this.#version += 1;
    const { incarnation } = this.#self;
    return { message: { type: 'delta', incarnation, base, version: this.#version, put, gone }, lost };
  }

  snapshot(): PresenceMessage {
    const devices = hereFirst([...this.#own.values()].map(listedOf));
    return { type: 'snapshot', incarnation: this.#self.incarnation, version: this.#version, devices };
  }

  /** Another router can be talked to. Its snapshot is expected. */
  joined(router: RouterId, incarnation: Incarnation, now: number): Outcome {
    const copy = this.#copies.get(router);
    if (copy === undefined) {
      const empty = { devices: new Map(), old: new Map(), oldFrom: incarnation, oldUntil: now };
      this.#copies.set(router, { incarnation, version: undefined, ...empty, present: true, isCut: false });
      return NOTHING;
    }
    copy.present = true;
    copy.version = undefined;
    return restart(copy, incarnation, now + this.#graceMs);
  }

  /** Another router cannot be talked to any more. */
  left(router: RouterId, how: Departure, now: number): Outcome {
    const copy = this.#copies.get(router);
    if (copy === undefined) return NOTHING;
    const changed = new Set([...copy.devices.keys(), ...copy.old.keys()]);
    copy.present = false;
    copy.version = undefined;
    retire(copy, now + this.#graceMs);
    if (how === 'silent' || copy.old.size === 0) this.#forget(router, copy);
    return { ...NOTHING, changed };
  }

  receive(router: RouterId, message: PresenceMessage, now: number): Outcome {
    const copy = this.#copies.get(router);
    if (copy === undefined || message.incarnation < copy.incarnation) return NOTHING;
    const before = restart(copy, message.incarnation, now + this.#graceMs);
    const known = copy.version;
    if (known !== undefined && message.version <= known) return before;
    if (message.type === 'delta' && message.base !== known) return { ...before, want: true };
    const changed = new Set(before.changed);
    const lost: { device: DeviceId; later: boolean }[] = [];
    copy.version = message.version;
    if (message.type === 'snapshot') copy.isCut = false;
    const most = this.#allowance(router, now);
    const entries = message.type === 'snapshot' ? message.devices : message.put;
    const gone = message.type === 'snapshot' ? [...copy.devices.keys()] : message.gone;
    // Who knows its old devices says what became of them.
    const settled = message.type === 'delta' ? gone : message.incarnation === copy.oldFrom ? [...copy.old.keys()] : [];
    for (const id of gone) copy.devices.delete(id);
    for (const id of settled) copy.old.delete(id);
    for (const id of [...gone, ...settled]) {
      changed.add(id);
      this.#unhold(id, router, copy);
    }
    let isLie = false;
    // Who is there comes before who is away, in whatever order they are listed.
    const spare = this.#awayIn(copy);
    for (const entry of entries) {
      changed.add(entry.id);
      const own = this.#own.get(entry.id);
      if (own !== undefined && !isProven(own.key, router, entry.id, entry.claim, entry.proof)) isLie = true;
      // Whoever was here and walked there is followed, however many there are.
      if (copy.devices.size >= most && own === undefined && !copy.devices.has(entry.id)) {
        copy.isCut = true;
        const yields = entry.away === true ? undefined : spare.next().value;
        if (yields === undefined) continue;
        changed.add(yields);
        copy.devices.delete(yields);
        this.#unhold(yields, router, copy);
      }
      copy.devices.set(entry.id, entry);
      copy.old.delete(entry.id);
      this.#hold(entry.id, router);
      if (!this.#hasLost(router, entry)) continue;
      // Equal claims were made without knowing of each other, though the routers were linked: within one batch.
      const higher = entry.claim > (own?.claim ?? 0);
      lost.push({ device: entry.id, later: message.type === 'delta' && higher });
    }
    return { changed, lost, want: false, ...(isLie && { isLie }) };
  }

  /** Whether fewer of a router's changes are known than it has published. `version` has 32 bits. */
  isBehind(router: RouterId, version: number): boolean {
    const copy = this.#copies.get(router);
    return copy?.present === true && (copy.version === undefined || copy.version >>> 0 !== version);
  }

  /** Routers of which more may be taken than was, by now: each is to be asked for a snapshot. */
  wanting(now: number): readonly RouterId[] {
    const wanting: RouterId[] = [];
    for (const [router, copy] of this.#copies) {
      if (!copy.present || !copy.isCut || copy.devices.size >= this.#allowance(router, now)) continue;
      copy.isCut = false;
      copy.version = undefined; // so that the snapshot is news, though nothing has changed there
      wanting.push(router);
    }
    return wanting;
  }

  /** Ends what time ends. */
  tick(now: number): Outcome {
    const changed = new Set<DeviceId>();
    for (const [router, copy] of this.#copies) {
      if (now < copy.oldUntil || (copy.present && copy.old.size === 0)) continue;
      for (const id of copy.old.keys()) {
        changed.add(id);
        copy.old.delete(id);
        this.#unhold(id, router, copy);
      }
      if (!copy.present) this.#copies.delete(router);
    }
    return { ...NOTHING, changed };
  }

  nextDue(): number | undefined {
    let due: number | undefined;
    for (const { old, oldUntil, present } of this.#copies.values())
      if (!present || old.size > 0) due = Math.min(due ?? oldUntil, oldUntil);
    return due;
  }

  /** Where a device is, apart from this router. */
  find(device: DeviceId): Remote | undefined {
    const best = this.#best(device);
    if (best === undefined) return undefined;
    const { name, kind } = best.entry;
    return { name, kind, away: best.away, router: best.router };
  }

  /** Whether anything is known of that router's devices. */
  knows(router: RouterId): boolean {
    return this.#copies.has(router);
  }

  /** Connected devices of another router. */
  clientsOf(router: RouterId): number {
    let count = 0;
    for (const { away } of this.#copies.get(router)?.devices.values() ?? []) if (away !== true) count += 1;
    return count;
  }

  /**
   * Every device and where routers say now that it is, own ones included: the same text on all routers that heard the same.
   * What stands of a life before is no part of it, for a router that came later has never heard of that.
   */
  *places(): Generator<string> {
    for (const id of new Set([...this.#own.keys(), ...this.#holders.keys()])) {
      const own = this.#own.get(id);
      let best: Candidate | undefined = own && { router: this.#self.id, away: own.away === true, entry: own };
      for (const candidate of this.#candidates(id)) if (!candidate.isOld) best = better(best, candidate);
      if (best !== undefined) yield `${id} ${best.router} ${best.away ? 'away' : 'here'} ${best.entry.name}`;
    }
  }

  #claimed(local: Local, known: Own | undefined): Own {
    const { id, name, kind, away, hellos, key } = local;
    let claim = known?.claim ?? 1;
    if (known === undefined || known.hellos !== hellos)
      for (const other of this.#candidates(id)) claim = Math.max(claim, other.entry.claim + 1);
    // A lie of another router must not make this one say what no router says.
    claim = Math.min(claim, MAX_CLAIM);
    return { id, name, kind, ...(away && { away }), claim, hellos, key, proof: this.#prove(local, claim) };
  }

  #prove({ id, key }: { readonly id: DeviceId; readonly key: ClaimKey }, claim: number): string {
    return proveClaim(key, this.#self.id, id, claim);
  }

  /** A device is given up only when it is itself that went: to be listed elsewhere is not enough. */
  #hasLost(router: RouterId, theirs: Listed): boolean {
    const own = this.#own.get(theirs.id);
    if (own === undefined || theirs.away === true) return false;
    const mine = { router: this.#self.id, away: own.away === true, entry: own };
    return (
      better(mine, { router, away: false, entry: theirs }) !== mine &&
      isProven(own.key, router, theirs.id, theirs.claim, theirs.proof)
    );
  }

  #best(device: DeviceId): Candidate | undefined {
    let best: Candidate | undefined;
    for (const candidate of this.#candidates(device)) best = better(best, candidate);
    return best;
  }

  *#candidates(device: DeviceId): Generator<Candidate> {
    for (const router of this.#holders.get(device) ?? []) {
      const copy = this.#copies.get(router);
      const entry = copy?.devices.get(device);
      const old = copy?.old.get(device);
      if (entry !== undefined) yield { router, away: entry.away === true, entry };
      else if (old !== undefined) yield { router, away: true, entry: old, isOld: true };
    }
  }

  /** Who may make room. */
  *#awayIn({ devices }: Copy): Generator<DeviceId, undefined> {
    for (const [id, { away }] of devices) if (away === true && !this.#own.has(id)) yield id;
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
    this.#copies.delete(router);
    copy.devices.clear();
    copy.old.clear();
    for (const id of ids) this.#unhold(id, router, copy);
  }
}

/** A later life of a router has not seen its devices yet: the list of the life before stands for them, as away. */
function restart(copy: Copy, incarnation: Incarnation, until: number): Outcome {
  if (incarnation === copy.incarnation) return NOTHING;
  const changed = new Set(copy.devices.keys());
  retire(copy, until);
  copy.incarnation = incarnation;
  copy.version = undefined;
  return { ...NOTHING, changed };
}

/** Whoever was retired before keeps the end that was set then. */
function retire(copy: Copy, until: number): void {
  if (copy.devices.size === 0) return;
  for (const [id, entry] of copy.devices) copy.old.set(id, entry);
  copy.devices = new Map();
  copy.oldFrom = copy.incarnation;
  copy.oldUntil = until;
}

function better<A extends Candidate | undefined>(a: A, b: Candidate | undefined): A | Candidate | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  if (a.away !== b.away) return a.away ? b : a;
  if (a.entry.claim !== b.entry.claim) return a.entry.claim > b.entry.claim ? a : b;
  return a.router > b.router ? a : b;
}

const hereFirst = (entries: readonly Listed[]): readonly Listed[] =>
  [...entries].sort((a, b) => Number(a.away === true) - Number(b.away === true));

function isSame(own: Own, local: Local): boolean {
  return (
    own.name === local.name &&
    own.kind === local.kind &&
    (own.away === true) === local.away &&
    own.hellos === local.hellos
  );
}

function listedOf({ id, name, kind, away, claim, proof }: Own): Listed {
  return { id, name, kind, ...(away === true && { away }), claim, proof };
}
