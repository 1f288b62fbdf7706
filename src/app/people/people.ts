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

  /** Reads who is stored. A storage that refuses holds nobody; who is known then is known until the page is closed. */
  async load(): Promise<void> {
    const read = await this.#kept.entries();
    if (!read.ok) return;
    const people = read.value.flatMap(([id, value]) => keptPerson(String(id), value) ?? []);
    this.#all.value = new Map([...people.map((person) => [person.id, person] as const), ...this.#all.peek()]);
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
    const people = new Map(this.#all.peek());
    if (!people.delete(id)) return;
    this.#all.value = people;
    void this.#kept.delete(id);
  }

  /** `label`: what they are called now. */
  block(id: DeviceId, label: string): void {
    this.#keep({ is: 'blocked', id, label: cleanName(label) || id, since: Date.now() });
  }

  #keep(person: Person): void {
    this.#all.value = new Map(this.#all.peek()).set(person.id, person);
    void this.#kept.set(person.id, person);
  }
}
