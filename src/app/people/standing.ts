/** How somebody who is seen here stands to the owner of this device, and what to call them. Pure. */
import type { DeviceId } from '../../protocol/signaling.ts';
import { alike } from './look-alike.ts';
import type { People } from './people.ts';

type Asked = Pick<People, 'all' | 'whoIsNot'>;
/** `name`: what they call themselves, or called themselves when something began. */
export type Somebody = { readonly id: DeviceId; readonly name: string };

export type Standing =
  /** `callsItself`: when that is not the label. */
  | { readonly is: 'known'; readonly label: string; readonly callsItself?: string }
  | { readonly is: 'blocked'; readonly label: string }
  /** `isNot`: the label of the known person for whom this name is taken. */
  | { readonly is: 'stranger'; readonly label: string; readonly isNot?: string };

export function standingOf(people: Asked, { id, name }: Somebody): Standing {
  const person = people.all.value.get(id);
  if (person?.is === 'blocked') return { is: 'blocked', label: person.label };
  if (person) {
    const { label } = person;
    return { is: 'known', label, ...(name !== '' && name !== label && { callsItself: name }) };
  }
  const other = people.whoIsNot(id, name);
  return { is: 'stranger', label: name, ...(other && { isNot: other.label }) };
}

/** What the owner of this device calls them. */
export const labelOf = (people: Asked, { id, name }: Somebody): string => people.all.value.get(id)?.label ?? name;

/**
 * The ids of those whose names may be confused, by what they are called here: strangers with each other, known people with
 * each other, in reach or not, and everybody with this device (id `undefined`). A stranger with the name of a known person
 * is more than that, and `standingOf` says so; the known person is who they are.
 */
export function confusable(
  people: Asked,
  present: readonly Somebody[],
  ownName: string,
): ReadonlySet<DeviceId | undefined> {
  const own = { id: undefined, name: ownName };
  const known = [...people.all.value.values()].filter(({ is }) => is === 'known');
  const strangers = present.filter(({ id }) => !people.all.value.has(id));
  return new Set([
    ...alike<DeviceId | undefined>([...strangers, own]),
    ...alike<DeviceId | undefined>([...known.map(({ id, label }) => ({ id, name: label })), own]),
  ]);
}
