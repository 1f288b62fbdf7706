import { describe, expect, it } from 'vitest';
import type { PublicKey, Signature } from '../../protocol/keys.ts';
import { LIMITS } from '../limits/limits.ts';
import { DEVICES_PER_ROUTER } from './acquaintances.ts';
import type { Self } from './bus.ts';
import type { Allowance } from './copies.ts';
import type { Listed, PresenceMessage } from './messages.ts';
import type { Local } from './own-devices.ts';
import { Presence } from './presence.ts';
import { forgedAt, IN_WORDS, idOf, localAt, selfOf } from './testing/devices.ts';

const GRACE_MS = 30_000;
const R1 = selfOf('r1');
const R2 = selfOf('r2');
const R3 = selfOf('r3');

/** A device of R2. */
const local = (name: string, more: Parameters<typeof localAt>[2] = {}): Local => localAt(R2, name, more);
/** A device of R1. */
const own = (name: string, more: Parameters<typeof localAt>[2] = {}): Local => localAt(R1, name, more);
const presenceOf = (self: Self, allowance: Allowance = () => DEVICES_PER_ROUTER): Presence =>
  new Presence(self, GRACE_MS, allowance, IN_WORDS);

/** Two routers that know each other, with devices at R2. */
function pair(...devices: readonly Local[]) {
  const [one, two] = [presenceOf(R1), presenceOf(R2)];
  one.joined(R2.id, R2.incarnation, 0);
  two.joined(R1.id, R1.incarnation, 0);
  two.publish(devices);
  two.receive(R1.id, one.snapshot(), 0);
  one.receive(R2.id, two.snapshot(), 0);
  return { one, two };
}

function published(presence: Presence, ...devices: readonly Local[]): PresenceMessage {
  const message = presence.publish(devices);
  if (message === undefined) throw new Error('nothing to publish');
  return message;
}

const listing = (...devices: readonly Listed[]): PresenceMessage => ({
  type: 'snapshot',
  incarnation: R2.incarnation,
  version: 1,
  devices,
});

/** A router that has no devices and hears others. */
function third(...heard: readonly { readonly from: Self; readonly message: PresenceMessage }[]) {
  const three = presenceOf(R3);
  for (const { from } of heard) three.joined(from.id, from.incarnation, 0);
  const liars = new Set(heard.flatMap(({ from, message }) => [...three.receive(from.id, message, 0).liars]));
  return { three, liars };
}

it('a full router is listed completely, with all its away devices', () => {
  const sockets = Array.from({ length: LIMITS.sockets }, (_, index) => local(`here${index}`));
  const away = Array.from({ length: LIMITS.awayDevices }, (_, index) => local(`away${index}`, { away: true }));
  const { one } = pair(...away, ...sockets);
  expect([one.clientsOf(R2.id), [...one.places()].length]).toEqual([512, 768]);
});

describe('of a router that lists more than is accepted', () => {
  const many = Array.from({ length: 5 }, (_, index) => local(`d${index}`));
  const names = (presence: Presence) => [...presence.places()].map((place) => place.split(' ').at(-1));

  const away = ['a0', 'a1', 'a2'].map((name) => local(name, { away: true }));

  it('a snapshot has present devices first', () => {
    const two = presenceOf(R2);
    two.publish([...away, ...many.slice(0, 2)]);
    const order = ['d0', 'd1', 'a0', 'a1', 'a2'].map((name) => ({ name }));
    expect(two.snapshot()).toMatchObject({ devices: order });
  });

  it('away devices make room for present ones, in a snapshot and in a delta, in any order', () => {
    const one = presenceOf(R1, () => 3);
    const two = presenceOf(R2);
    one.joined(R2.id, R2.incarnation, 0);
    two.publish([...away, local('d0')]);
    const snapshot = two.snapshot();
    if (snapshot.type !== 'snapshot') throw new Error('no snapshot');
    const [d0, ...others] = snapshot.devices;
    if (d0 === undefined) throw new Error('an empty snapshot');
    const devices = [...others, d0];
    expect(devices.map(({ name }) => name)).toEqual(['a0', 'a1', 'a2', 'd0']);
    const { changed: first } = one.receive(R2.id, { ...snapshot, devices }, 0);
    expect(names(one).sort()).toEqual(['a1', 'a2', 'd0']);
    expect(first.has(idOf('a0'))).toBe(true);
    const change = published(two, ...away, local('a9', { away: true }), ...many);
    const { changed } = one.receive(R2.id, change, 0);
    expect(names(one)).toEqual(['d0', 'd1', 'd2']);
    expect(['a1', 'a2'].every((name) => changed.has(idOf(name)) && one.find(idOf(name)) === undefined)).toBe(true);
  });

  it('the first are accepted, and the rest when more are allowed', () => {
    let allowance = 3;
    const one = presenceOf(R1, () => allowance);
    const two = presenceOf(R2);
    one.joined(R2.id, R2.incarnation, 0);
    two.publish(many);
    one.receive(R2.id, two.snapshot(), 0);
    expect(names(one)).toEqual(['d0', 'd1', 'd2']);
    expect(one.wanting(1)).toEqual([]);
    allowance = 4;
    expect(one.wanting(2)).toEqual([R2.id]);
    one.receive(R2.id, two.snapshot(), 2);
    expect(names(one)).toEqual(['d0', 'd1', 'd2', 'd3']);
    expect(one.wanting(3)).toEqual([]);
    one.receive(R2.id, published(two, ...many.slice(1)), 4);
    expect(one.wanting(5)).toEqual([R2.id]);
    one.receive(R2.id, two.snapshot(), 5);
    expect(names(one).sort()).toEqual(['d1', 'd2', 'd3', 'd4']);
    expect(one.wanting(6)).toEqual([]);
  });

  it('deltas accept no more than snapshots', () => {
    const one = presenceOf(R1, () => 3);
    const two = presenceOf(R2);
    one.joined(R2.id, R2.incarnation, 0);
    one.receive(R2.id, two.snapshot(), 0);
    for (let count = 1; count <= 5; count++) one.receive(R2.id, published(two, ...many.slice(0, count)), 0);
    expect(names(one)).toEqual(['d0', 'd1', 'd2']);
  });

  it('a device that walked there from here is followed all the same', () => {
    const one = presenceOf(R1, () => 3);
    const two = presenceOf(R2);
    one.publish([own('walker')]);
    one.joined(R2.id, R2.incarnation, 0);
    two.joined(R1.id, R1.incarnation, 0);
    two.receive(R1.id, one.snapshot(), 0);
    two.publish(many.slice(0, 3));
    one.receive(R2.id, two.snapshot(), 0);
    const { lost } = one.receive(R2.id, published(two, ...many.slice(0, 3), local('walker', { claim: 2 })), 0);
    expect(lost).toEqual([idOf('walker')]);
    one.publish([]);
    expect(names(one)).toContain('walker');
  });
});

describe('copies of another router', () => {
  it('come by snapshot and follow by deltas', () => {
    const { one, two } = pair(local('a'));
    expect(one.find(idOf('a'))).toMatchObject({ name: 'a', kind: 'phone', away: false, router: R2.id });
    const outcome = one.receive(R2.id, published(two, local('a', { name: 'A' }), local('b')), 0);
    expect([...outcome.changed]).toEqual([idOf('a'), idOf('b')]);
    expect(one.find(idOf('a'))?.name).toBe('A');
    one.receive(R2.id, published(two, local('b')), 0);
    expect(one.find(idOf('a'))).toBeUndefined();
    expect(one.clientsOf(R2.id)).toBe(1);
  });

  it('show a gap by the version, and are repaired by a snapshot', () => {
    const { one, two } = pair();
    published(two, local('a'));
    const second = published(two, local('a'), local('b'));
    expect(one.isBehind(R2.id, two.version)).toBe(true);
    expect(one.receive(R2.id, second, 0)).toMatchObject({ want: true });
    expect(one.find(idOf('b'))).toBeUndefined();
    one.receive(R2.id, two.snapshot(), 0);
    expect(one.find(idOf('a'))).toBeDefined();
    expect(one.isBehind(R2.id, two.version)).toBe(false);
  });

  it('ignore older messages', () => {
    const { one, two } = pair(local('a'));
    const old = two.snapshot();
    const delta = published(two);
    one.receive(R2.id, delta, 0);
    expect(one.receive(R2.id, old, 0)).toMatchObject({ want: false });
    expect(one.receive(R2.id, delta, 0)).toMatchObject({ want: false });
    expect(one.find(idOf('a'))).toBeUndefined();
  });

  it('are gone at once when their router is silent', () => {
    const { one } = pair(local('a'));
    expect([...one.left(R2.id, 'silent', 100).changed]).toEqual([idOf('a')]);
    expect(one.find(idOf('a'))).toBeUndefined();
    expect(one.nextDue()).toBeUndefined();
  });

  it('are away for the time of grace when its process ended', () => {
    const { one } = pair(local('a'));
    one.left(R2.id, 'closed', 100);
    expect(one.find(idOf('a'))).toMatchObject({ away: true, router: R2.id });
    expect(one.nextDue()).toBe(100 + GRACE_MS);
    expect([...one.tick(100 + GRACE_MS).changed]).toEqual([idOf('a')]);
    expect(one.find(idOf('a'))).toBeUndefined();
    expect(one.nextDue()).toBeUndefined();
  });

  it('stay away after its process started again until they come back or grace ends', () => {
    const { one } = pair(local('a'), local('b'));
    one.left(R2.id, 'closed', 100);
    const life2 = selfOf('r2', 2);
    const again = presenceOf(life2);
    one.joined(R2.id, life2.incarnation, 2_000);
    one.receive(R2.id, again.snapshot(), 2_000);
    expect(one.find(idOf('a'))).toMatchObject({ away: true });
    one.receive(R2.id, published(again, local('a')), 3_000);
    expect(one.find(idOf('a'))).toMatchObject({ away: false });
    expect(one.clientsOf(R2.id)).toBe(1);
    one.tick(100 + GRACE_MS);
    expect(one.find(idOf('a'))).toMatchObject({ away: false });
    expect(one.find(idOf('b'))).toBeUndefined();
  });

  it('follow the router when only the link is new', () => {
    const { one, two } = pair(local('a'), local('b'));
    one.left(R2.id, 'closed', 100);
    two.publish([local('b')]);
    one.joined(R2.id, R2.incarnation, 200);
    one.receive(R2.id, two.snapshot(), 200);
    expect(one.find(idOf('a'))).toBeUndefined();
    expect(one.find(idOf('b'))).toMatchObject({ away: false });
  });
});

describe('a device that moves', () => {
  it('belongs to the router where it said hello last', () => {
    const { one, two } = pair(local('a'));
    const claim = published(one, own('a', { claim: 2 }));
    expect(claim).toMatchObject({ put: [{ claim: 2 }] });
    expect(two.receive(R1.id, claim, 0)).toMatchObject({ lost: [idOf('a')] });
    // A third router that still hears both reaches the same result.
    const heard = [R1, R2].map((from) => ({ from, message: (from === R1 ? one : two).snapshot() }));
    expect(third(...heard).three.find(idOf('a'))?.router).toBe(R1.id);
  });

  it('and comes back is where it came back to', () => {
    const { one, two } = pair(local('a'));
    two.receive(R1.id, published(one, own('a', { claim: 2 })), 0);
    one.receive(R2.id, published(two), 0);
    const back = published(two, local('a', { claim: 3 }));
    expect(back).toMatchObject({ put: [{ claim: 3 }] });
    expect(one.receive(R2.id, back, 0).lost).toEqual([idOf('a')]);
  });

  it.each([
    { first: 1, second: 2, loser: 'r1' },
    { first: 2, second: 1, loser: 'r2' },
    // No device says one claim twice. If it does, the greater id has it.
    { first: 1, second: 1, loser: 'r1' },
  ])('faster than the news is where its own claims say: $first here, $second there', ({ first, second, loser }) => {
    const { one, two } = pair();
    const here = published(one, own('a', { claim: first }));
    const there = published(two, local('a', { claim: second }));
    expect(two.receive(R1.id, here, 0).lost).toEqual(loser === 'r2' ? [idOf('a')] : []);
    expect(one.receive(R2.id, there, 0).lost).toEqual(loser === 'r1' ? [idOf('a')] : []);
  });

  it('is claimed as it said itself, whatever another router says', () => {
    const { one } = pair();
    one.receive(R2.id, listing(forgedAt('a', 2 ** 48)), 0);
    expect(published(one, own('a'))).toMatchObject({ put: [{ claim: 1 }] });
    expect(one.find(idOf('a'))).toBeUndefined();
  });

  it('keeps its claim when it is only renamed', () => {
    const { one } = pair(local('a'));
    const { hello } = own('a', { claim: 2 });
    one.publish([own('a', { hello })]);
    expect(published(one, own('a', { hello, name: 'A' }))).toMatchObject({ put: [{ name: 'A', ...hello }] });
  });

  it('is where it said hello last when islands meet, also if it is away there', () => {
    const [one, two] = [presenceOf(R1), presenceOf(R2)];
    one.publish([own('a', { away: true, claim: 7 })]);
    two.publish([local('a')]);
    one.joined(R2.id, R2.incarnation, 0);
    expect(one.receive(R2.id, two.snapshot(), 0).lost).toEqual([]);
    two.publish([local('a', { claim: 8 })]);
    expect(one.receive(R2.id, two.snapshot(), 0).lost).toEqual([idOf('a')]);
  });

  it('is not taken with an old hello by a router where it was once, when its screen goes dark', () => {
    const [one, two] = [presenceOf(R1), presenceOf(R2)];
    one.publish([own('a')]);
    two.publish([local('a', { claim: 2 })]);
    two.joined(R1.id, R1.incarnation, 0);
    expect(two.receive(R1.id, one.snapshot(), 0).lost).toEqual([]);
    const { three } = third({ from: R1, message: one.snapshot() }, { from: R2, message: two.snapshot() });
    expect(three.find(idOf('a'))?.router).toBe(R2.id);
    const gone = published(two, local('a', { claim: 2, away: true }));
    three.receive(R2.id, gone, 1);
    expect(three.find(idOf('a'))).toMatchObject({ router: R2.id, away: true });
    expect(two.receive(R1.id, one.snapshot(), 2).lost).toEqual([]);
  });

  it('has said nothing to the new id of its router, and is listed again when it has', () => {
    const one = presenceOf(R1);
    one.publish([own('a')]);
    one.rename(R3);
    expect(one.publish([own('a')])).toBeUndefined();
    expect(one.snapshot()).toMatchObject({ devices: [] });
    expect(published(one, localAt(R3, 'a', { claim: 2 }))).toMatchObject({ put: [{ name: 'a', claim: 2 }] });
  });
});

describe('a device that a router lists without its hello', () => {
  const copied = { id: idOf('a'), name: 'a', kind: 'phone', ...own('a', { claim: 5 }).hello } as const;
  /** What R2 says of `a`, which is at R1 by its claim 5. `matters`: it would be believed if it were true. */
  const lies: readonly { readonly what: string; readonly entry: Listed; readonly matters: boolean }[] = [
    { what: 'with a higher claim', entry: forgedAt('a', 1_000), matters: true },
    { what: 'with the same claim', entry: forgedAt('a', 5), matters: true },
    { what: 'with the hello that it said to its own router', entry: copied, matters: true },
    { what: 'with a lower claim', entry: forgedAt('a', 1), matters: false },
    { what: 'as away', entry: { ...forgedAt('a', 1_000), away: true }, matters: true },
  ];

  it.each(lies)('$what is not given up by its own router, which detects the lie', ({ entry }) => {
    const { one } = pair();
    one.publish([own('a', { claim: 5 })]);
    const outcome = one.receive(R2.id, listing(entry), 0);
    expect(outcome).toMatchObject({ lost: [], liars: new Set([R2.id]) });
    expect(one.find(idOf('a'))).toBeUndefined();
  });

  it.each(lies)('$what is not believed by a third router, in whatever order it hears', ({ entry, matters }) => {
    const one = presenceOf(R1);
    one.publish([own('a', { claim: 5 })]);
    const [truth, lie] = [
      { from: R1, message: one.snapshot() },
      { from: R2, message: listing(entry) },
    ];
    for (const heard of [
      [truth, lie],
      [lie, truth],
    ]) {
      const { three, liars } = third(...heard);
      expect(three.find(idOf('a'))?.router).toBe(R1.id);
      expect(liars).toEqual(new Set(matters ? [R2.id] : []));
      expect([...three.places()]).toEqual([...one.places()]);
    }
  });

  it('and nowhere else is listed until somebody calls it there', () => {
    const { three, liars } = third({ from: R2, message: listing(forgedAt('a', 1)) });
    expect([three.find(idOf('a'))?.router, liars.size]).toEqual([R2.id, 0]);
    expect([R1, R2].map(({ id }) => three.isProvenAt(id, idOf('a')))).toEqual([undefined, false]);
  });

  it('beside more than can be checked at once costs nobody a device here, and is found out in a moment', () => {
    let mayCheck = false;
    const look: typeof IN_WORDS.look = (...claim) => (mayCheck ? IN_WORDS.look(...claim) : undefined);
    const one = new Presence(R1, GRACE_MS, () => DEVICES_PER_ROUTER, { ...IN_WORDS, look });
    one.publish([own('a')]);
    one.joined(R2.id, R2.incarnation, 0);
    const nothingYet = { lost: [], liars: new Set() };
    expect(one.receive(R2.id, listing(forgedAt('a', 9)), 0)).toMatchObject(nothingYet);
    expect(one.isProvenAt(R2.id, idOf('a'))).toBe(false);
    expect(one.lookAgain()).toMatchObject({ changed: new Set([idOf('a')]), ...nothingYet });
    mayCheck = true;
    expect(one.lookAgain()).toMatchObject({ changed: new Set([idOf('a')]), lost: [], liars: new Set([R2.id]) });
    expect(one.lookAgain().changed.size).toBe(0);
  });

  it('that could not be checked at once is followed when it was', () => {
    let mayCheck = false;
    const look: typeof IN_WORDS.look = (...claim) => (mayCheck ? IN_WORDS.look(...claim) : undefined);
    const one = new Presence(R1, GRACE_MS, () => DEVICES_PER_ROUTER, { ...IN_WORDS, look });
    one.publish([own('a')]);
    one.joined(R2.id, R2.incarnation, 0);
    const { hello } = local('a', { claim: 2 });
    expect(one.receive(R2.id, listing({ id: idOf('a'), name: 'a', kind: 'phone', ...hello }), 0).lost).toEqual([]);
    mayCheck = true;
    expect(one.lookAgain().lost).toEqual([idOf('a')]);
  });

  it('is honestly somewhere else: nobody lies', () => {
    const { one, two } = pair();
    one.publish([own('a')]);
    expect(one.receive(R2.id, published(two, local('a', { claim: 2 })), 0).liars).toEqual(new Set());
  });
});

it('what a device says of its groups is passed on with it, and changes with its next hello', () => {
  const groups = [{ group: 'g'.repeat(43) as PublicKey, signature: 's'.repeat(86) as Signature }];
  const { one, two } = pair(local('ann', { groups, onlyGroups: true }), local('bob'));
  const ann = local('ann', { groups, onlyGroups: true });
  expect(one.find(idOf('ann'))).toMatchObject({ member: { key: ann.hello.key, of: groups }, onlyGroups: true });
  const plain = (name: string) => ({ name, kind: 'phone', key: local(name).hello.key, away: false, router: R2.id });
  expect(one.find(idOf('bob'))).toEqual(plain('bob'));
  one.receive(R2.id, published(two, local('ann', { claim: 2 }), local('bob')), 0);
  expect(one.find(idOf('ann'))).toEqual(plain('ann'));
});
