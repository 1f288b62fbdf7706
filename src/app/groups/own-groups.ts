/**
 * The groups of the owner of this device, and who may see it: signals for the screens, and answers for the router and the
 * engine. Each change is stored, and told to both by whoever watches `kept`.
 */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { GroupsMessage } from '../../engine/api/api.ts';
import { type GroupCode, spacedCode } from '../../protocol/group-code.ts';
import { belongs, MAX_GROUPS, type Membership } from '../../protocol/groups.ts';
import type { PublicKey } from '../../protocol/keys.ts';
import { cleanName } from '../../protocol/name.ts';
import { type KeptGroups, NO_GROUPS, type OwnGroup, stored } from './own-group.ts';

const enrolling = () => import('./enrol.ts');

/** What a hello says of groups. */
export type Belonging = { readonly groups?: readonly Membership[]; readonly onlyGroups?: boolean };

/** `missing`: a part of this page could not be loaded. */
export type Joined = 'joined' | 'already' | 'full' | 'missing';

export class OwnGroups {
  readonly #device: PublicKey;
  readonly #keep: (groups: unknown) => void;
  readonly #kept;

  /** `keep` stores the groups. */
  constructor(device: PublicKey, kept: KeptGroups = NO_GROUPS, keep: (groups: unknown) => void = () => {}) {
    this.#device = device;
    this.#keep = keep;
    this.#kept = signal(kept);
  }

  get kept(): ReadonlySignal<KeptGroups> {
    return this.#kept;
  }

  readonly belonging = computed((): Belonging => {
    const { all, onlyGroups } = this.#kept.value;
    const groups = all.filter(({ device }) => device === this.#device).map(({ membership }) => membership);
    return { ...(groups.length > 0 && { groups }), ...(onlyGroups && { onlyGroups }) };
  });

  readonly told = computed((): GroupsMessage => {
    const { all, onlyGroups } = this.#kept.value;
    const own = all.map(({ membership: { group }, secret }) => ({ group, secret }));
    return { type: 'groups', own, onlyGroups };
  });

  get isFull(): boolean {
    return this.#kept.value.all.length >= MAX_GROUPS;
  }

  named(group: PublicKey): OwnGroup | undefined {
    return this.#kept.value.all.find(({ membership }) => membership.group === group);
  }

  /** Begins a group of one's own, which others join by its code. */
  async make(name: string): Promise<Joined> {
    const enrol = await enrolling().catch(() => undefined);
    return enrol ? this.join(enrol.madeCode(), name) : 'missing';
  }

  /** Takes up to a second. In place of a name that shows nothing the code stands. */
  async join(code: GroupCode, name: string): Promise<Joined> {
    const enrol = await enrolling().catch(() => undefined);
    if (enrol === undefined) return 'missing';
    if (this.#has(code)) return 'already';
    if (this.isFull) return 'full';
    const group = await enrol.enrol(code, this.#device, cleanName(name) || spacedCode(code));
    if (this.#has(code) || this.isFull) return this.#has(code) ? 'already' : 'full'; // pressed twice
    this.#change({ all: [...this.#kept.value.all, group] });
    return 'joined';
  }

  /** Whoever leaves the last group is there for everybody again: otherwise nobody would see them. */
  leave(group: PublicKey): void {
    const all = this.#kept.value.all.filter(({ membership }) => membership.group !== group);
    this.#change({ all, ...(all.length === 0 && { onlyGroups: false }) });
  }

  /** A name that shows nothing changes nothing. */
  rename(group: PublicKey, name: string): void {
    const clean = cleanName(name);
    if (clean === '') return;
    const all = this.#kept.value.all.map((one) => (one.membership.group === group ? { ...one, name: clean } : one));
    this.#change({ all });
  }

  /** Without a group there is nobody to show oneself to, and nothing changes. */
  showTo(whom: 'everybody' | 'groups'): void {
    const onlyGroups = whom === 'groups' && this.#kept.value.all.length > 0;
    if (onlyGroups !== this.#kept.value.onlyGroups) this.#change({ onlyGroups });
  }

  /** Joins again what was joined under another key of this device, or what the storage has spoilt. */
  async mend(): Promise<void> {
    const isRight = ({ device, membership }: OwnGroup) => device === this.#device && belongs(device, membership);
    if (this.#kept.value.all.every(isRight)) return;
    const enrol = await enrolling().catch(() => undefined);
    if (enrol === undefined) return;
    const again = async (one: OwnGroup) => (isRight(one) ? one : enrol.enrol(one.code, this.#device, one.name));
    this.#change({ all: await Promise.all(this.#kept.value.all.map(again)) });
  }

  #has(code: GroupCode): boolean {
    return this.#kept.value.all.some((group) => group.code === code);
  }

  #change(change: Partial<KeptGroups>): void {
    this.#kept.value = { ...this.#kept.value, ...change };
    this.#keep(stored(this.#kept.value));
  }
}
