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
 * The ids of those whose names may be confused, by what they are called here: with each other, with that of this device
 * (id `undefined`), and with those of known people who are not among them.
 */
export function confusable(
  people: Asked,
  present: readonly Somebody[],
  ownName: string,
): ReadonlySet<DeviceId | undefined> {
  const here = new Set(present.map(({ id }) => id));
  const absent = [...people.all.value.values()].filter(({ is, id }) => is === 'known' && !here.has(id));
  return alike<DeviceId | undefined>([
    ...present.map((one) => ({ id: one.id, name: labelOf(people, one) })),
    ...absent.map(({ id, label }) => ({ id, name: label })),
    { id: undefined, name: ownName },
  ]);
}
