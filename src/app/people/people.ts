/**
 * The people whom the owner of this device knows or has blocked, as signals for the screens and as answers for everything
 * that decides whom to listen to. Stored for each person by itself: what one page writes, another reads at its start.
 */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { idOf, type PublicKey } from '../../protocol/keys.ts';
import { cleanName } from '../../protocol/name.ts';
import type { DeviceId } from '../../protocol/signaling.ts';
import { type Keyval, keyval } from '../../store/keyval.ts';
import { skeleton } from './look-alike.ts';
import { type Known, keptPerson, type Person } from './person.ts';
import { afterOneMore, type Need, needsNoQuestion } from './unasked.ts';

export class People {
  readonly #all = signal<ReadonlyMap<DeviceId, Person>>(new Map());
  /** Those of whom the last change could not be stored. */
  readonly #unkept = signal<ReadonlySet<DeviceId>>(new Set());
  readonly #isKept = computed(() => this.#unkept.value.size === 0);
  readonly #kept: Pick<Keyval, 'entries' | 'set' | 'delete'>;
  /** Known people by what their label, and the name under which they were compared, look like. */
  readonly #byLook = computed(() => {
    const known = [...this.#all.value.values()].flatMap((person) => (person.is === 'known' ? [person] : []));
    return new Map(known.flatMap((person) => [person.called, person.label].map((name) => [skeleton(name), person])));
  });

  constructor(kept: Pick<Keyval, 'entries' | 'set' | 'delete'> = keyval('people')) {
    this.#kept = kept;
  }

  /** Everybody, by id. */
  get all(): ReadonlySignal<ReadonlyMap<DeviceId, Person>> {
    return this.#all;
  }

  /** False when somebody is known or blocked only until the page is closed: the storage has refused to keep it. */
  get isKept(): ReadonlySignal<boolean> {
    return this.#isKept;
  }

  /**
   * Reads who is stored, also when another page has changed it; what could not be stored, or changes meanwhile, stays. A
   * storage that refuses holds nobody; who is known then is known until the page is closed.
   */
  async load(): Promise<void> {
    const before = this.#all.peek();
    const read = await this.#kept.entries();
    if (!read.ok) return;
    const now = this.#all.peek();
    const people = new Map(
      read.value.flatMap(([id, value]) => keptPerson(id, value) ?? []).map((person) => [person.id, person]),
    );
    for (const id of new Set([...before.keys(), ...now.keys(), ...this.#unkept.peek()])) {
      const person = now.get(id);
      if (person === before.get(id) && !this.#unkept.peek().has(id)) continue;
      if (person) people.set(id, person);
      else people.delete(id);
    }
    this.#all.value = people;
  }

  known(id: DeviceId): Known | undefined {
    const person = this.#all.value.get(id);
    return person?.is === 'known' ? person : undefined;
  }

  isBlocked(id: DeviceId): boolean {
    return this.#all.value.get(id)?.is === 'blocked';
  }

  /** The known person whose name somebody else uses: `id`, who is not known, calls themselves `name`. */
  whoIsNot(id: DeviceId, name: string): Known | undefined {
    return this.#all.value.has(id) ? undefined : this.#byLook.value.get(skeleton(name));
  }

  /** The two were compared and are the same. `called`: what they call themselves; their label until they have another. */
  know(key: PublicKey, called: string): void {
    const id = idOf(key);
    const before = this.known(id);
    const name = cleanName(called) || id;
    this.#keep({
      acceptBytes: 0,
      label: name,
      ...before,
      is: 'known',
      id,
      key,
      called: name,
      since: Date.now(),
    });
  }

  /** A label that shows nothing changes nothing. */
  rename(id: DeviceId, label: string): void {
    const person = this.known(id);
    const clean = cleanName(label);
    if (person && clean !== '') this.#keep({ ...person, label: clean });
  }

  /** `bytes`: as `Known.acceptBytes`. */
  acceptUpTo(id: DeviceId, bytes: number): void {
    const person = this.known(id);
    if (person) this.#keep({ ...person, acceptBytes: bytes });
  }

  /** True when an offer may be accepted unasked. `now`: Unix time in milliseconds. */
  needsNoQuestion(id: DeviceId, offer: Need, now: number): boolean {
    const person = this.known(id);
    return person !== undefined && needsNoQuestion(person, offer, now);
  }

  /** True when an offer needs no question: it then counts as accepted, at `now` in Unix milliseconds. */
  takesUnasked(id: DeviceId, offer: Need, now: number): boolean {
    const person = this.known(id);
    if (!person || !needsNoQuestion(person, offer, now)) return false;
    this.#keep({ ...person, taken: afterOneMore(person, offer, now) });
    return true;
  }

  /** They are a stranger from now on: neither known nor blocked. */
  forget(id: DeviceId): void {
    if (this.#all.peek().has(id)) this.#change(id, undefined);
  }

  /** `label`: what they are called now. */
  block(id: DeviceId, label: string): void {
    if (this.isBlocked(id)) return;
    const was = this.known(id);
    this.#keep({ is: 'blocked', id, label: cleanName(label) || id, since: Date.now(), ...(was && { was }) });
  }

  /** They are again who they were before they were blocked: known, or a stranger. */
  unblock(id: DeviceId): void {
    const person = this.#all.peek().get(id);
    if (person?.is === 'blocked') this.#change(id, person.was);
  }

  #keep(person: Person): void {
    this.#change(person.id, person);
  }

  #change(id: DeviceId, person: Person | undefined): void {
    const people = new Map(this.#all.peek());
    if (person) people.set(id, person);
    else people.delete(id);
    this.#all.value = people;
    const written = person ? this.#kept.set(id, person) : this.#kept.delete(id);
    void written.then(({ ok }) => {
      const unkept = new Set(this.#unkept.peek());
      if (ok) unkept.delete(id);
      else unkept.add(id);
      this.#unkept.value = unkept;
    });
  }
}
