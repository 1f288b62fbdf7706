import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { newSecret, publicKeyOf } from '../../protocol/keys.ts';
import type { DeviceId } from '../../protocol/signaling.ts';
import type { OfferView, TransferKey, TransferView } from '../../transfer/view.ts';
import type { Listed } from '../model/presence.ts';
import type { Person } from '../people/person.ts';
import { whomOf } from './whom.ts';

const idOf = (name: string) => name.padEnd(16, '_') as DeviceId;
const from = (name: string) => ({ key: `key ${name}`, peer: idOf(name), peerName: name });
const KNOWN: Person = {
  is: 'known',
  id: idOf('Ito'),
  key: publicKeyOf(newSecret()),
  called: 'Ito',
  label: 'Grandma',
  since: 0,
  acceptBytes: 0,
};
const BLOCKED: Person = { is: 'blocked', id: idOf('Fox'), label: 'Fox', since: 0 };

function setting() {
  const tried: DeviceId[] = [];
  const heard = {
    devices: signal([{ id: idOf('Aki'), name: 'Aki' } as Listed]),
    offers: signal([from('Haru') as OfferView]),
    transfers: signal([from('Mina') as TransferView]),
    people: { all: signal(new Map([KNOWN, BLOCKED].map((person) => [person.id, person]))) },
  };
  return { whom: whomOf(heard, { tries: (peer) => tried.push(peer) }), tried };
}

test.each(['Aki', 'Haru', 'Mina', 'Ito', 'Fox'])('%s has the name under which they were last heard of', (name) => {
  expect(setting().whom.nameOf(idOf(name))).toBe(name);
});

test('somebody of whom nothing was heard has none', () => {
  expect(setting().whom.nameOf(idOf('nobody'))).toBe('');
});

test('whoever is wanted, also for the sake of a transfer, is warned of again', () => {
  const { whom, tried } = setting();
  whom.wanted(idOf('Aki'));
  whom.wantedOf('key Mina' as TransferKey);
  whom.wantedOf('gone' as TransferKey);
  expect(tried).toEqual([idOf('Aki'), idOf('Mina')]);
});
