/**
 * The groups of the owner of this device, and who may see it: signals for the screens, and answers for the router and the
 * engine. Each change is stored, and told to both by whoever watches `kept`. Another page of this device may have changed
 * what is stored: so a change is something that is done to it, and never all that this page knows.
 */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { GroupsMessage } from '../../engine/api/api.ts';
import { type GroupCode, spacedCode } from '../../protocol/group-code.ts';
import { belongs, MAX_GROUPS, type Membership } from '../../protocol/groups.ts';
import type { PublicKey } from '../../protocol/keys.ts';
import { cleanName } from '../../protocol/name.ts';
import { type KeptGroups, NO_GROUPS, type OwnGroup } from './own-group.ts';

const enrolling = () => import('./enrol.ts');

/** What a hello says of groups. */
export type Belonging = { readonly groups?: readonly Membership[]; readonly onlyGroups?: boolean };

/** `missing`: a part of this page could not be loaded. */
export type Joined = 'joined' | 'already' | 'full' | 'missing';

/** Done twice, it changes no more than done once. */
export type GroupsChange = (kept: KeptGroups) => KeptGroups;

export type GroupsStore = {
  /** `undefined` when the storage refuses. */
  read(): Promise<KeptGroups | undefined>;
  /** Does it to what is stored by then. False when the storage refuses. */
  update(change: GroupsChange): Promise<boolean>;
};

const NOWHERE: GroupsStore = { read: async () => undefined, update: async () => false };

export class OwnGroups {
  readonly #device: PublicKey;
  readonly #store: GroupsStore;
  readonly #kept;
  /** Changes that are not stored, or not yet. */
  readonly #unkept = new Set<GroupsChange>();

  constructor(device: PublicKey, kept: KeptGroups = NO_GROUPS, store: GroupsStore = NOWHERE) {
    this.#device = device;
    this.#store = store;
    this.#kept = signal(kept);
  }

  /** Reads what is stored, because another page may have changed it. */
  async load(): Promise<void> {
    const read = await this.#store.read();
    if (read) this.#kept.value = [...this.#unkept].reduce((kept, change) => change(kept), read);
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
    this.#change((kept) => {
      const isIn = kept.all.some(({ code: other }) => other === code) || kept.all.length >= MAX_GROUPS;
      return isIn ? kept : { ...kept, all: [...kept.all, group] };
    });
    return 'joined';
  }

  /** Whoever leaves the last group is there for everybody again: otherwise nobody would see them. */
  leave(group: PublicKey): void {
    this.#change((kept) => {
      const all = kept.all.filter(({ membership }) => membership.group !== group);
      return { all, onlyGroups: kept.onlyGroups && all.length > 0 };
    });
  }

  /** A name that shows nothing changes nothing. */
  rename(group: PublicKey, name: string): void {
    const clean = cleanName(name);
    if (clean === '') return;
    this.#change((kept) => ({
      ...kept,
      all: kept.all.map((one) => (one.membership.group === group ? { ...one, name: clean } : one)),
    }));
  }

  /** Without a group there is nobody to show oneself to, and nothing changes. */
  showTo(whom: 'everybody' | 'groups'): void {
    const change: GroupsChange = (kept) => ({ ...kept, onlyGroups: whom === 'groups' && kept.all.length > 0 });
    if (change(this.#kept.value).onlyGroups !== this.#kept.value.onlyGroups) this.#change(change);
  }

  /** Joins again what was joined under another key of this device. */
  async mend(): Promise<void> {
    const isWrong = ({ device, membership }: OwnGroup) => device !== this.#device || !belongs(device, membership);
    const wrong = this.#kept.value.all.filter(isWrong);
    if (wrong.length === 0) return;
    const enrol = await enrolling().catch(() => undefined);
    if (enrol === undefined) return;
    const again = await Promise.all(wrong.map(({ code, name }) => enrol.enrol(code, this.#device, name)));
    const mended = new Map(again.map((one) => [one.code, one]));
    this.#change((kept) => ({
      ...kept,
      all: kept.all.map((one) => ({ ...one, ...mended.get(one.code), name: one.name })),
    }));
  }

  #has(code: GroupCode): boolean {
    return this.#kept.value.all.some((group) => group.code === code);
  }

  #change(change: GroupsChange): void {
    this.#kept.value = change(this.#kept.value);
    this.#unkept.add(change);
    void this.#store.update(change).then((isKept) => isKept && this.#unkept.delete(change));
  }
}
