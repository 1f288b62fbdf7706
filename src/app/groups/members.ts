/**
 * Who is in the groups of the owner of this device: devices that show a membership, which is checked here and believed of no
 * router; and, with more weight, what a link to the device has shown.
 */
import { signal } from '@preact/signals';
import { belongs, type Membership } from '../../protocol/groups.ts';
import { idOf, type PublicKey } from '../../protocol/keys.ts';
import type { Device, DeviceId } from '../../protocol/signaling.ts';
import { TokenBucket } from '../../transfer/token-bucket.ts';
import type { OwnGroup } from './own-group.ts';
import type { OwnGroups } from './own-groups.ts';

/** Results that are kept, of those that were looked at last. */
const KEPT_RESULTS = 1_000;
/** Devices that are looked at because they call: more come only from a router that makes them up. */
const CALLS = { burst: 16, perSecond: 2 };
/** Between two looks at devices of the list, in milliseconds: the page must answer a finger meanwhile. */
const PAUSE_MS = 20;

type Shown = Pick<Device, 'id' | 'member'>;

export class Members {
  readonly #groups: OwnGroups;
  readonly #check: typeof belongs;
  readonly #later: (task: () => void) => void;
  readonly #results = new Map<string, boolean>();
  readonly #waiting = new Map<string, () => boolean>();
  /** Raised when more is known. */
  readonly #known = signal(0);
  /** What links have shown. */
  readonly #met = signal<ReadonlyMap<DeviceId, readonly PublicKey[]>>(new Map());
  /** Memberships of which a link has shown that they are over. */
  readonly #over = new Set<string>();
  readonly #calls = new TokenBucket(CALLS.burst, CALLS.perSecond, performance.now());

  /** `later` runs a task when nobody waits for the page: a check takes some dozen milliseconds of a phone. */
  constructor(
    groups: OwnGroups,
    later: (task: () => void) => void = (task) => void setTimeout(task, PAUSE_MS),
    check: typeof belongs = belongs,
  ) {
    this.#groups = groups;
    this.#later = later;
    this.#check = check;
  }

  /** A link has shown that the device is in these groups, and in no other one of this device at that time. */
  met(device: Shown, groups: readonly PublicKey[]): void {
    for (const [membership] of this.#claimed(device))
      if (!groups.includes(membership.group)) this.#over.add(nameOf(device, membership));
    this.#met.value = new Map(this.#met.peek()).set(device.id, groups);
  }

  /** The groups that the device is in, as far as this is known; the rest is looked at soon, and the signals in it change then. */
  sharedWith(device: Shown): readonly OwnGroup[] {
    this.#known.value;
    const met = (this.#met.value.get(device.id) ?? []).flatMap((group) => this.#groups.named(group) ?? []);
    const claimed = this.#claimed(device).filter(([, own]) => !met.includes(own));
    const shown = claimed.flatMap(([membership, own]) => {
      const name = nameOf(device, membership);
      const result = this.#results.get(name);
      if (result === undefined) this.#wait(name, () => this.#look(device, membership));
      return result ? [own] : [];
    });
    return [...met, ...shown];
  }

  /** True when the device is in one of the groups; looks now, unless too many were looked at so lately. */
  isMember(device: Shown): boolean {
    const met = this.#met.peek().get(device.id) ?? [];
    if (met.some((group) => this.#groups.named(group) !== undefined)) return true;
    return this.#claimed(device).some(([membership]) => {
      const known = this.#results.get(nameOf(device, membership));
      if (known !== undefined) return known;
      return this.#calls.take(performance.now()) && this.#look(device, membership);
    });
  }

  /** True when it says so, or its router does. Good for its place in a list and nothing else. */
  saysSo(device: Shown): boolean {
    return this.#claimed(device).length > 0;
  }

  #claimed({ id, member }: Shown): readonly (readonly [Membership, OwnGroup])[] {
    if (member === undefined || idOf(member.key) !== id) return [];
    return member.of.flatMap((membership) => {
      const isOver = this.#over.has(nameOf({ id, member }, membership));
      const own = isOver ? undefined : this.#groups.named(membership.group);
      return own ? [[membership, own] as const] : [];
    });
  }

  #look(device: Shown, membership: Membership): boolean {
    const name = nameOf(device, membership);
    const known = this.#results.get(name);
    if (known !== undefined || device.member === undefined) return known ?? false;
    const [oldest] = this.#results.keys();
    if (this.#results.size >= KEPT_RESULTS && oldest !== undefined) this.#results.delete(oldest);
    const result = this.#check(device.member.key, membership);
    this.#results.set(name, result);
    return result;
  }

  #wait(name: string, look: () => boolean): void {
    const isFirst = this.#waiting.size === 0;
    this.#waiting.set(name, look);
    if (isFirst) this.#later(() => this.#lookAtNext());
  }

  #lookAtNext(): void {
    const [next] = this.#waiting;
    if (next === undefined) return;
    const [name, look] = next;
    look();
    this.#waiting.delete(name);
    if (this.#waiting.size > 0) this.#later(() => this.#lookAtNext());
    this.#known.value = this.#known.peek() + 1;
  }
}

const nameOf = ({ id, member }: Shown, { group, signature }: Membership): string =>
  [id, member?.key, group, signature].join(' ');
