import { effect, signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { DeviceId } from '../../protocol/signaling.ts';
import type { OfferView, TransferKey, TransferView } from '../../transfer/view.ts';
import type { Arrival } from '../arrivals/arrival.ts';
import type { Share } from '../arrivals/shares.ts';
import { type KeptGroups, NO_GROUPS, type OwnGroup } from '../groups/own-group.ts';
import type { ChosenFile } from '../model/model.ts';
import type { Listed } from '../model/presence.ts';
import type { Person } from '../people/person.ts';
import type { Departure } from '../send/departures.ts';
import { KnownNames } from './known-names.ts';

const device = (name: string): Listed => ({ id: name as DeviceId, name, kind: 'phone' }) as Listed;
const file = (path: string): ChosenFile => ({ file: new File([], path), path });
const key = { key: 'k' as TransferKey, peer: 'p' as DeviceId };
const arrival = (path: string): Arrival => ({ kind: 'file', chosen: file(path) });

function page() {
  const model = {
    ownName: signal('Aki'),
    router: signal(undefined),
    devices: signal<readonly Listed[]>([]),
    offers: signal<readonly OfferView[]>([]),
    transfers: signal<readonly TransferView[]>([]),
    people: { all: signal<ReadonlyMap<DeviceId, Person>>(new Map()) },
    groups: { kept: signal<KeptGroups>(NO_GROUPS) },
  };
  const compose = {
    files: signal<readonly ChosenFile[]>([]),
    departures: { waiting: signal<readonly Departure[]>([]) },
  };
  const arrivals = { waiting: signal<readonly Arrival[]>([]), shares: signal<readonly Share[]>([]) };
  const known = new KnownNames({ model, compose, arrivals });
  effect(() => known.meetPersons());
  effect(() => known.meetFiles());
  return { model, compose, arrivals, known };
}

test('devices that have left are known, and earlier names of those that are here', () => {
  const { model, known } = page();
  model.devices.value = [device('Haru')];
  model.devices.value = [];
  model.ownName.value = 'Mio';
  for (const name of ['Haru', 'Aki', 'Mio']) expect(known.all()).toContain(name);
});

test('labels that a person gave to others are known, also after they were forgotten', () => {
  const { model, known } = page();
  const id = 'p' as DeviceId;
  model.people.all.value = new Map([[id, { is: 'blocked', id, label: 'The loud one', since: 0 }]]);
  model.people.all.value = new Map();
  expect(known.all()).toContain('The loud one');
});

test('groups are known by name and by code, also after they were left', () => {
  const { model, known } = page();
  const group = { code: 'H1KYAK0GR0VP', name: '伊藤家' } as OwnGroup;
  model.groups.kept.value = { all: [group], onlyGroups: false };
  model.groups.kept.value = NO_GROUPS;
  for (const text of ['伊藤家', 'H1KYAK0GR0VP', 'H1KY-AK0G-R0VP']) expect(known.all()).toContain(text);
});

test('so are files that are chosen, leaving, shared and offered, also when they are gone', () => {
  const { model, compose, arrivals, known } = page();
  compose.files.value = [file('Mihara/list one.csv')];
  compose.files.value = [];
  compose.departures.waiting.value = [
    { number: 1, files: [file('leaving.pdf')], to: [], takesMore: false, secondsLeft: 4 },
  ];
  arrivals.waiting.value = [arrival('opened.png'), { kind: 'text', text: { title: 'Notes', text: '', url: '' } }];
  arrivals.shares.value = [{ items: [arrival('shared.jpg')], from: '' } as Share];
  model.offers.value = [
    {
      ...key,
      peerName: 'Haru',
      isKnown: true,
      totalBytes: 1,
      entries: [{ path: 'offered.txt', size: 1, modified: 0 }],
      isSilent: false,
    } as OfferView,
  ];
  const parts = ['Mihara/list one.csv', 'Mihara', 'list one.csv'];
  for (const name of [...parts, 'leaving.pdf', 'opened.png', 'Notes', 'shared.jpg', 'offered.txt', 'Haru'])
    expect(known.all()).toContain(name);
});

test('of a transfer, everything that the page still has', () => {
  const { model, known } = page();
  const missing = { count: 2, names: ['sky.jpg'], changed: ['sun.jpg'] };
  model.transfers.value = [
    {
      ...key,
      ...{ phase: 'failed', reason: 'no-path', direction: 'sending', files: 3, totalBytes: 9, storedBytes: 0 },
      ...{ title: 'Photos', contents: 'named', verified: false },
      ...{ peerName: 'Ren', failedOn: 'Photos/sea.jpg', missing },
    },
  ];
  for (const name of ['Photos', 'Ren', 'Photos/sea.jpg', 'sea.jpg', 'sky.jpg', 'sun.jpg'])
    expect(known.all()).toContain(name);
});

test('a part of a path that is a word of any sentence is no name', () => {
  const { compose, known } = page();
  compose.files.value = [file('a/of/x')];
  expect(known.all()).not.toContain('of');
});

test('only the newest of those that are gone are remembered', () => {
  const { model, known } = page();
  for (let number = 0; number < 2_010; number += 1) model.devices.value = [device(`device ${number}`)];
  expect(known.all()).toContain('device 2009');
  expect(known.all()).toContain('device 1000');
  expect(known.all()).not.toContain('device 5');
});
