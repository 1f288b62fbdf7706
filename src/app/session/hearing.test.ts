import { expect, test } from 'vitest';
import type { RegardMessage } from '../../engine/api/api.ts';
import { idOf, newSecret, publicKeyOf } from '../../protocol/keys.ts';
import type { DeviceId } from '../../protocol/signaling.ts';
import type { OfferView, TransferKey } from '../../transfer/view.ts';
import { ClosedHour } from '../people/closed-hour.ts';
import { People } from '../people/people.ts';
import { EngineNews } from './engine-news.ts';
import { Hearing } from './hearing.ts';

const friendKey = publicKeyOf(newSecret());
const [friend, pest, nobody, partner] = [idOf(friendKey), 'pest', 'nobody', 'partner'] as [
  DeviceId,
  DeviceId,
  DeviceId,
  DeviceId,
];

const offer = (peer: DeviceId, n: number): OfferView => ({
  key: `offer ${n}` as TransferKey,
  peer,
  peerName: peer,
  isKnown: peer === friend || peer === partner,
  ...(peer === partner && { standsAside: true }),
  isSilent: false,
  totalBytes: 1,
  entries: [],
});

/** A page that knows a friend and has blocked a pest; its engine, once restored, knows a partner of earlier transfers. */
function page() {
  const done = Promise.resolve({ ok: true as const, value: undefined });
  const people = new People({ entries: async () => ({ ok: true, value: [] }), set: () => done, delete: () => done });
  people.know(friendKey, 'Friend');
  people.block(pest, 'Pest');
  const closed = new ClosedHour({ now: () => 1_000, recall: () => '', keep: () => {}, isAtRest: () => true });
  const news = new EngineNews(false);
  const restored = () => {
    news.told({ type: 'known', peers: [partner, pest] });
    news.isRestored.value = true;
  };
  const ask = (...peers: readonly string[]) =>
    news.told({ type: 'offers', offers: peers.map((peer, n) => offer(peer as DeviceId, n)) });
  const doors = { hides: false, isMember: (_: DeviceId) => false };
  const hearing = new Hearing({ people, closed, news, hides: () => doors.hides, isMember: (id) => doors.isMember(id) });
  return { people, closed, restored, ask, doors, hearing };
}

const heard = ({ hearing }: ReturnType<typeof page>, isInvited = false) =>
  [friend, partner, nobody, pest].map((id) => hearing.hears(id, isInvited));

test('usually everybody is heard but who is blocked', () => {
  const it = page();
  it.restored();
  expect(heard(it)).toEqual([true, true, true, false]);
  expect(heard(it, true)).toEqual([true, true, true, false]);
  expect([friend, partner, nobody, pest].map((id) => it.hearing.isKnown(id))).toEqual([true, true, false, false]);
});

test('in the hour those whom one knows, those with whom something was agreed, and whom one calls', () => {
  const it = page();
  it.restored();
  it.closed.begin();
  expect(heard(it)).toEqual([true, true, false, false]);
  expect(heard(it, true)).toEqual([true, true, true, false]);
  it.closed.end();
  expect(heard(it)).toEqual([true, true, true, false]);
});

test('nobody but who is blocked is turned away before the engine has said with whom something was agreed', () => {
  const it = page();
  it.closed.begin();
  expect(heard(it)).toEqual([true, true, true, false]);
  it.restored();
  expect(heard(it)).toEqual([true, true, false, false]);
});

test('while this device is there for its groups alone, members are heard and whom one calls', () => {
  const it = page();
  it.restored();
  it.doors.hides = true;
  it.doors.isMember = (id) => id === nobody;
  expect(heard(it)).toEqual([false, false, true, false]);
  expect(heard(it, true)).toEqual([true, true, true, false]);
});

test('in the hour members of the own groups are heard, unless they are blocked', () => {
  const it = page();
  it.restored();
  it.closed.begin();
  it.doors.isMember = () => true;
  expect(heard(it)).toEqual([true, true, true, false]);
});

test('the engine is told at once, and again with every change', () => {
  const it = page();
  const told: RegardMessage[] = [];
  const engine = { peek: () => ({ post: (message: RegardMessage) => told.push(message) }) };
  let changes = 0;
  it.hearing.watch(engine, () => {
    changes += 1;
  });
  it.closed.begin();
  it.people.forget(pest);
  it.closed.end();
  expect(told).toEqual([
    { type: 'regard', known: [friendKey], blocked: [pest], isClosed: false },
    { type: 'regard', known: [friendKey], blocked: [pest], isClosed: true },
    { type: 'regard', known: [friendKey], blocked: [], isClosed: true },
    { type: 'regard', known: [friendKey], blocked: [], isClosed: false },
  ]);
  expect(changes).toBe(4);
});

test('an engine that starts later is told of every change from then on', () => {
  const it = page();
  const told: boolean[] = [];
  let engine: { post(message: RegardMessage): void } | undefined;
  it.hearing.watch({ peek: () => engine }, () => {});
  engine = { post: ({ isClosed }) => void told.push(isClosed) };
  it.closed.begin();
  it.closed.end();
  expect(told).toEqual([true, false]);
});

test('a stranger finds a place unless as many offers of strangers wait as are let in, none of its own', () => {
  const it = page();
  it.ask('a', 'a', 'b', friend, 'c', friend, 'd');
  expect(it.hearing.isHeeded(nobody)).toBe(true);
  it.ask('a', 'a', 'b', partner, 'c', 'd', friend); // the partner has asked in vain so often that it counts as a stranger
  expect(['a', partner, nobody].map((id) => it.hearing.isHeeded(id as DeviceId))).toEqual([true, true, false]);
});
