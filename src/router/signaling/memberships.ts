/**
 * Which groups the devices of other routers really belong to. Their own routers have checked it, and may lie; a signature
 * takes two milliseconds. So none is checked before somebody wants to be let in by it, and at a bounded pace. Time is passed in.
 */
import { belongs, type Member, type Membership } from '../../protocol/groups.ts';
import type { PublicKey } from '../../protocol/keys.ts';
import { TokenBucket } from '../../transfer/token-bucket.ts';
import { type Audience, groupsOf } from './sight.ts';

/** Checked at once: as many members as may come from one place. */
const BURST_MEMBERSHIPS = 64;
/** In the long run, a twentieth of a processor. */
const MEMBERSHIPS_PER_SECOND = 20;
/** Results that are kept, of the memberships that were checked last: 300 bytes each. */
const KEPT_MEMBERSHIPS = 1024;

export class Memberships {
  readonly #check: typeof belongs;
  #checks: TokenBucket | undefined;
  readonly #results = new Map<string, boolean>();

  constructor(check: typeof belongs = belongs) {
    this.#check = check;
  }

  /** The groups that the device belongs to, of those that see `audience`. When too many were checked lately: of those known. */
  provenFor(audience: Audience, member: Member | undefined, now: number): ReadonlySet<PublicKey> {
    if (audience === 'everybody' || member === undefined) return new Set();
    const { key, of } = member;
    return groupsOf({ key, of: of.filter((one) => audience.groups.has(one.group) && this.#holds(key, one, now)) });
  }

  #holds(device: PublicKey, membership: Membership, now: number): boolean {
    const name = [device, membership.group, membership.signature].join(' ');
    const known = this.#results.get(name);
    if (known !== undefined) return known;
    this.#checks ??= new TokenBucket(BURST_MEMBERSHIPS, MEMBERSHIPS_PER_SECOND, now);
    if (!this.#checks.take(now)) return false;
    const [oldest] = this.#results.keys();
    if (this.#results.size >= KEPT_MEMBERSHIPS && oldest !== undefined) this.#results.delete(oldest);
    const result = this.#check(device, membership);
    this.#results.set(name, result);
    return result;
  }
}
