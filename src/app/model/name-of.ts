/** What somebody calls themselves, from wherever they were heard of here. */
import type { DeviceId } from '../../protocol/signaling.ts';
import type { People } from '../people/people.ts';
import type { Model } from './model.ts';

/** Where people are heard of. */
export type Heard = Pick<Model, 'devices' | 'offers' | 'transfers'> & { readonly people: Pick<People, 'all'> };

/** Now, or when they were last heard of; `undefined` when they never were. Reads signals. */
export function nameOf({ devices, offers, transfers, people }: Heard, id: DeviceId): string | undefined {
  const person = people.all.value.get(id);
  return (
    devices.value.find((device) => device.id === id)?.name ??
    (person?.is === 'known' ? person.called : person?.label) ??
    offers.value.find(({ peer }) => peer === id)?.peerName ??
    transfers.value.find(({ peer }) => peer === id)?.peerName
  );
}
