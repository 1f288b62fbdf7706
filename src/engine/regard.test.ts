import { expect, test } from 'vitest';
import type { PublicKey } from '../protocol/keys.ts';
import type { DeviceId } from '../protocol/signaling.ts';
import { Regard } from './regard.ts';

const [known, agreed, blocked, both, nobody] = ['known', 'agreed', 'blocked', 'both', 'nobody'] as DeviceId[] as [
  DeviceId,
  DeviceId,
  DeviceId,
  DeviceId,
  DeviceId,
];

/** Of a device that everybody sees, with nobody in its groups. */
const OPEN = { letsIn: () => true, isMember: () => false };

function regard(isClosed: boolean): Regard {
  const made = new Regard((peer) => peer === agreed || peer === both, OPEN);
  made.told({ type: 'regard', known: [known as string as PublicKey], blocked: [blocked, both], isClosed });
  return made;
}

test.each<[string, DeviceId, boolean, readonly [open: boolean, closed: boolean, invited: boolean]]>([
  ['made sure of', known, true, [true, true, true]],
  ['of an earlier transfer', agreed, true, [true, true, true]],
  ['blocked', blocked, false, [false, false, false]],
  ['of an earlier transfer, and blocked since', both, false, [false, false, false]],
  ['nobody knows', nobody, false, [true, false, true]],
])('somebody %s', (_, peer, isKnown, [open, closed, invited]) => {
  expect([false, true].map((isClosed) => regard(isClosed).isKnown(peer))).toEqual([isKnown, isKnown]);
  expect(regard(false).hears(peer, false)).toBe(open);
  expect(regard(true).hears(peer, false)).toBe(closed);
  expect(regard(true).hears(peer, true)).toBe(invited);
});

test('before the page has said anything everybody is heard, and who agreed is known', () => {
  const made = new Regard((peer) => peer === agreed, OPEN);
  expect([made.hears(nobody, false), made.isKnown(agreed), made.isKnown(known)]).toEqual([true, true, false]);
});

test('while this device is there for its groups alone, others are not heard, known or not, unless they are invited', () => {
  const made = new Regard((peer) => peer === agreed, { letsIn: () => false, isMember: () => false });
  made.told({ type: 'regard', known: [known as string as PublicKey], blocked: [blocked], isClosed: false });
  for (const peer of [known, agreed, nobody])
    expect([made.hears(peer, false), made.hears(peer, true)]).toEqual([false, true]);
  expect(made.hears(blocked, true)).toBe(false);
});

test('a member of a group is no stranger, unless blocked', () => {
  const made = new Regard(() => false, { letsIn: () => true, isMember: (peer) => peer !== known });
  made.told({ type: 'regard', known: [], blocked: [blocked], isClosed: true });
  expect([nobody, known, blocked].map((peer) => [made.isKnown(peer), made.hears(peer, false)])).toEqual([
    [true, true],
    [false, false],
    [false, false],
  ]);
});
