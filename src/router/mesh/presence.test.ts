import { describe, expect, it } from 'vitest';
import type { DeviceId, DeviceSecret } from '../../protocol/signaling.ts';
import { LIMITS } from '../limits/limits.ts';
import type { Incarnation, RouterId, Self } from './bus.ts';
import { claimKeyOf } from './claim.ts';
import { MAX_CLAIM, type PresenceMessage } from './messages.ts';
import type { Local } from './own-devices.ts';
import { Presence } from './presence.ts';

const GRACE_MS = 30_000;
const idOf = (name: string): DeviceId => name.padEnd(12, '-') as DeviceId;
const keyOf = (name: string) => claimKeyOf(`secret of ${name}` as DeviceSecret);
const selfOf = (router: string, life = 1): Self => ({
  id: router.padEnd(16, '-') as RouterId,
  incarnation: life.toString(16).padStart(8, '0').padEnd(16, 'a') as Incarnation,
});
const local = (name: string, more: Partial<Local> = {}): Local => ({
  id: idOf(name),
  name,
  kind: 'phone',
  away: false,
  hellos: 1,
  key: keyOf(name),
  ...more,
});
const R1 = selfOf('r1');
const R2 = selfOf('r2');
const R3 = selfOf('r3');

/** Two routers that know each other, with devices at R2. */
function pair(...devices: readonly Local[]) {
  const [one, two] = [new Presence(R1, GRACE_MS), new Presence(R2, GRACE_MS)];
  one.joined(R2.id, R2.incarnation, 0);
  two.joined(R1.id, R1.incarnation, 0);
  two.publish(devices);
  two.receive(R1.id, one.snapshot(), 0);
  one.receive(R2.id, two.snapshot(), 0);
  return { one, two };
}

function published(presence: Presence, ...devices: readonly Local[]): PresenceMessage {
  const { message } = presence.publish(devices);
  if (message === undefined) throw new Error('nothing to publish');
  return message;
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
    const two = new Presence(R2, GRACE_MS);
    two.publish([...away, ...many.slice(0, 2)]);
    const order = ['d0', 'd1', 'a0', 'a1', 'a2'].map((name) => ({ name }));
    expect(two.snapshot()).toMatchObject({ devices: order });
  });

  it('away devices make room for present ones, in a snapshot and in a delta, in any order', () => {
    const one = new Presence(R1, GRACE_MS, () => 3);
    const two = new Presence(R2, GRACE_MS);
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
    const one = new Presence(R1, GRACE_MS, () => allowance);
    const two = new Presence(R2, GRACE_MS);
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
    const one = new Presence(R1, GRACE_MS, () => 3);
    const two = new Presence(R2, GRACE_MS);
    one.joined(R2.id, R2.incarnation, 0);
    one.receive(R2.id, two.snapshot(), 0);
    for (let count = 1; count <= 5; count++) one.receive(R2.id, published(two, ...many.slice(0, count)), 0);
    expect(names(one)).toEqual(['d0', 'd1', 'd2']);
  });

  it('a device that walked there from here is followed all the same', () => {
    const one = new Presence(R1, GRACE_MS, () => 3);
    const two = new Presence(R2, GRACE_MS);
    one.publish([local('walker')]);
    one.joined(R2.id, R2.incarnation, 0);
    two.joined(R1.id, R1.incarnation, 0);
    two.receive(R1.id, one.snapshot(), 0);
    two.publish(many.slice(0, 3));
    one.receive(R2.id, two.snapshot(), 0);
    const { lost } = one.receive(R2.id, published(two, ...many.slice(0, 3), local('walker')), 0);
    expect(lost.map(({ device }) => device)).toEqual([local('walker').id]);
    one.publish([]);
    expect(names(one)).toContain('walker');
  });
});

describe('copies of another router', () => {
  it('come by snapshot and follow by deltas', () => {
    const { one, two } = pair(local('a'));
    expect(one.find(idOf('a'))).toEqual({ name: 'a', kind: 'phone', away: false, router: R2.id });
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
    const again = new Presence(life2, GRACE_MS);
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
    const claim = published(one, local('a'));
    expect(claim).toMatchObject({ put: [{ claim: 2 }] });
    expect(two.receive(R1.id, claim, 0)).toMatchObject({ lost: [{ device: idOf('a'), later: true }] });
    // A third router that still hears both reaches the same result.
    const three = new Presence(R3, GRACE_MS);
    three.joined(R1.id, R1.incarnation, 0);
    three.joined(R2.id, R2.incarnation, 0);
    three.receive(R1.id, one.snapshot(), 0);
    three.receive(R2.id, two.snapshot(), 0);
    expect(three.find(idOf('a'))?.router).toBe(R1.id);
  });

  it('and comes back is claimed again', () => {
    const { one, two } = pair(local('a'));
    two.receive(R1.id, published(one, local('a')), 0);
    two.publish([]);
    expect(published(two, local('a'))).toMatchObject({ put: [{ claim: 3 }] });
  });

  it('faster than the news may be at either router: its page must say hello again', () => {
    const { one, two } = pair();
    const [here, there] = [published(one, local('a')), published(two, local('a'))];
    expect(two.receive(R1.id, here, 0).lost).toEqual([]); // the greater id has the device for now
    expect(one.receive(R2.id, there, 0).lost).toEqual([{ device: idOf('a'), later: false }]);
  });

  it('is never claimed above the limit, whatever another router says', () => {
    const { one } = pair();
    const entry = { id: idOf('a'), name: 'a', kind: 'phone', claim: MAX_CLAIM, proof: 'A'.repeat(22) } as const;
    one.receive(R2.id, { type: 'snapshot', incarnation: R2.incarnation, version: 9, devices: [entry] }, 0);
    expect(published(one, local('a'))).toMatchObject({ put: [{ claim: MAX_CLAIM }] });
  });

  it('keeps its claim when it is only renamed', () => {
    const { one } = pair(local('a'));
    one.publish([local('a')]);
    expect(published(one, local('a', { name: 'A' }))).toMatchObject({ put: [{ claim: 2 }] });
  });

  it('is where it is not away when islands meet, whatever the claims', () => {
    const [one, two] = [new Presence(R1, GRACE_MS), new Presence(R2, GRACE_MS)];
    one.publish([local('a', { away: true })]);
    two.publish([local('a')]);
    one.joined(R2.id, R2.incarnation, 0);
    expect(one.receive(R2.id, two.snapshot(), 0).lost).toEqual([{ device: idOf('a'), later: false }]);
  });

  it('is not given up to a router that it never said hello to', () => {
    const { one } = pair();
    one.publish([local('a')]);
    const liar = new Presence(R2, GRACE_MS);
    liar.publish([]);
    const forged = published(liar, local('a', { key: keyOf('guess'), hellos: 9 }));
    if (forged.type !== 'delta') throw new Error('a delta is expected');
    const high = { ...forged, put: forged.put.map((entry) => ({ ...entry, claim: 1_000 })) };
    expect(one.receive(R2.id, high, 0).lost).toEqual([]);
  });

  it('that is listed elsewhere without having gone there exposes a lie, which its router detects', () => {
    const { one } = pair();
    one.publish([local('a')]);
    const entry = { id: idOf('a'), name: 'me', kind: 'phone', claim: MAX_CLAIM, proof: 'A'.repeat(22) } as const;
    const list = { type: 'snapshot', incarnation: R2.incarnation, version: 1, devices: [entry] } as const;
    expect(one.receive(R2.id, list, 0)).toMatchObject({ isLie: true, lost: [] });
    const { one: other, two } = pair();
    other.publish([local('a')]);
    expect(other.receive(R2.id, published(two, local('a')), 0).isLie).toBeUndefined();
  });

  it('is given up when its socket closes and it has been elsewhere in the meantime', () => {
    const [one, two] = [new Presence(R1, GRACE_MS), new Presence(R2, GRACE_MS)];
    one.publish([local('a')]);
    two.publish([local('a')]);
    two.joined(R1.id, R1.incarnation, 0);
    // Islands meet with equal claims: the greater id has the device for now.
    expect(two.receive(R1.id, one.snapshot(), 0).lost).toEqual([]);
    expect(two.publish([local('a', { away: true })]).lost).toEqual([{ device: idOf('a'), later: false }]);
  });
});
