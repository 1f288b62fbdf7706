/** The devices of this router as it lists them to others, each with the claim that it is here. Pure. */
import type { DeviceId, ToldKind } from '../../protocol/signaling.ts';
import type { RouterId, Self } from './bus.ts';
import { better, type Candidate } from './candidates.ts';
import { type ClaimKey, isProven, proveClaim } from './claim.ts';
import { type Listed, MAX_CLAIM } from './messages.ts';

/** A device of this router. */
export type Local = {
  readonly id: DeviceId;
  readonly name: string;
  readonly kind: ToldKind;
  readonly away: boolean;
  /** How many times it said hello here. */
  readonly hellos: number;
  readonly key: ClaimKey;
};

type Own = Listed & { readonly hellos: number; readonly key: ClaimKey };

/** The changes for the other routers. */
type Difference = { readonly put: readonly Listed[]; readonly gone: readonly DeviceId[] };

export class OwnDevices {
  #self: Self;
  readonly #all = new Map<DeviceId, Own>();

  constructor(self: Self) {
    this.#self = self;
  }

  get self(): Self {
    return this.#self;
  }

  ids(): Iterable<DeviceId> {
    return this.#all.keys();
  }

  has(id: DeviceId): boolean {
    return this.#all.has(id);
  }

  /** Zero when the device is not listed. */
  claimOf(id: DeviceId): number {
    return this.#all.get(id)?.claim ?? 0;
  }

  /** All devices; those that are present come first. */
  list(): readonly Listed[] {
    const entries = [...this.#all.values()].map(listedOf);
    return entries.sort((a, b) => Number(a.away === true) - Number(b.away === true));
  }

  candidateOf(id: DeviceId): Candidate | undefined {
    const own = this.#all.get(id);
    return own && { router: this.#self.id, away: own.away === true, entry: own };
  }

  /** This router has a new id. Proofs are bound to the id, so all claims are made anew. */
  rename(self: Self): void {
    this.#self = self;
    for (const [id, own] of this.#all) this.#all.set(id, { ...own, proof: this.#prove(own, own.claim) });
  }

  /** Brings the list up to date. `elsewhere`: the places at other routers where a device is listed. */
  update(locals: Iterable<Local>, elsewhere: (id: DeviceId) => Iterable<Candidate>): Difference {
    const put: Listed[] = [];
    const seen = new Set<DeviceId>();
    for (const local of locals) {
      seen.add(local.id);
      const known = this.#all.get(local.id);
      if (known !== undefined && isSame(known, local)) continue;
      const own = this.#claimed(local, known, elsewhere);
      this.#all.set(local.id, own);
      put.push(listedOf(own));
    }
    const gone = [...this.#all.keys()].filter((id) => !seen.has(id));
    for (const id of gone) this.#all.delete(id);
    return { put, gone };
  }

  /** A device is given up only when it went itself: another router's list alone is not enough. */
  hasLost(router: RouterId, theirs: Listed): boolean {
    const own = this.#all.get(theirs.id);
    if (own === undefined || theirs.away === true) return false;
    const mine = { router: this.#self.id, away: own.away === true, entry: own };
    return better(mine, { router, away: false, entry: theirs }) !== mine && isProvenTo(own, router, theirs);
  }

  /** True when `router` lists a device of ours that never said hello to it. */
  isLie(router: RouterId, theirs: Listed): boolean {
    const own = this.#all.get(theirs.id);
    return own !== undefined && !isProvenTo(own, router, theirs);
  }

  #claimed(local: Local, known: Own | undefined, elsewhere: (id: DeviceId) => Iterable<Candidate>): Own {
    const { id, name, kind, away, hellos, key } = local;
    let claim = known?.claim ?? 1;
    if (known === undefined || known.hellos !== hellos)
      for (const other of elsewhere(id)) claim = Math.max(claim, other.entry.claim + 1);
    // A lie of another router must not make this one break the protocol.
    claim = Math.min(claim, MAX_CLAIM);
    return { id, name, kind, ...(away && { away }), claim, hellos, key, proof: this.#prove(local, claim) };
  }

  #prove({ id, key }: { readonly id: DeviceId; readonly key: ClaimKey }, claim: number): string {
    return proveClaim(key, this.#self.id, id, claim);
  }
}

const isProvenTo = ({ key }: Own, router: RouterId, { id, claim, proof }: Listed): boolean =>
  isProven(key, router, id, claim, proof);

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
