import { describe, expect, test } from 'vitest';
import type { Device, DeviceId } from '../../protocol/signaling.ts';
import { MOST_UNPARTED, type Presence, presence } from './presence.ts';

const SELF = 'self' as DeviceId;
const device = (name: string, more: Partial<Device> = {}): Device => ({
  id: `id of ${name}` as DeviceId,
  name,
  kind: 'phone',
  ...more,
});
const ids = (...names: string[]) => names.map((name) => `id of ${name}` as DeviceId);
const welcomed = (...devices: Device[]): Presence => presence.welcomed(presence.nobody, SELF, devices);
/** Names in their places; in brackets those that have left. */
const listed = (now: Presence): string =>
  presence
    .listed(now)
    .map(({ name, hasLeft }) => (hasLeft ? `(${name})` : name))
    .join(' ');
const B = device('b');
const D = device('d');
const F = device('f');

describe('places', () => {
  test('at the beginning of a visit: devices of the own router first, then by name', () => {
    expect(listed(welcomed(F, device('a', { router: 'Clinic' }), B, D))).toBe('b d f a');
  });

  test('a device that comes during a visit stands at the end, whatever its name', () => {
    const now = presence.changed(welcomed(B, D), [device('a')], []);
    expect(listed(presence.changed(now, [device('c')], []))).toBe('b d a c');
  });

  test('devices that come together are sorted among themselves', () => {
    expect(listed(presence.changed(welcomed(D), [device('c'), device('a')], []))).toBe('d a c');
  });

  test('a new name, a new kind, being away: none of these moves a device', () => {
    const now = presence.changed(
      welcomed(B, D, F),
      [
        { ...F, name: 'a' },
        { ...B, away: true },
      ],
      [],
    );
    expect(listed(now)).toBe('b d a');
    expect(presence.listed(now)[0]?.away).toBe(true);
  });

  test('the router comes back with a new list: every device keeps its place', () => {
    const now = presence.changed(welcomed(D, F), [B], []);
    expect(listed(presence.welcomed(now, SELF, [B, D, F, device('a')]))).toBe('d f b a');
  });
});

describe('known people', () => {
  const known = (...names: string[]) => ({
    rank: ({ id }: Device) => (ids(...names).includes(id) ? 0 : 1),
    mayMove: true,
  });

  test('are first at the beginning of a visit, in the usual order among themselves', () => {
    const now = presence.welcomed(presence.nobody, SELF, [B, F, D, device('a', { router: 'Clinic' })], known('f', 'a'));
    expect(listed(now)).toBe('f a b d');
  });

  test('who comes during a visit stands behind the known ones, and before all others', () => {
    const now = presence.welcomed(presence.nobody, SELF, [B, F], known('f', 'd'));
    expect(listed(presence.changed(now, [D, device('a')], [], known('f', 'd')))).toBe('f d b a');
  });

  test('who comes while the list is held, or a finger was just here, moves nobody, then or later', () => {
    const now = presence.welcomed(presence.nobody, SELF, [B, F], known('f', 'd'));
    const held = presence.changed(presence.held(now, true), [D], [], known('f', 'd'));
    expect(listed(held)).toBe('f b d');
    expect(listed(presence.held(held, false))).toBe('f b d');
    expect(listed(presence.changed(now, [D], [], { ...known('f', 'd'), mayMove: false }))).toBe('f b d');
  });

  test('who becomes known keeps their place until another visit', () => {
    const now = presence.welcomed(presence.nobody, SELF, [B, D, F], known());
    expect(listed(presence.changed(now, [{ ...F, name: 'f' }], [], known('f')))).toBe('b d f');
    expect(listed(presence.welcomed(now, SELF, [B, D, F], known('f')))).toBe('b d f');
  });
});

test('people of the own groups stand between known people and all others, in whatever order they come', () => {
  const rank = ({ id }: Device) =>
    ['f', 'd'].findIndex((name) => ids(name).includes(id)) + (ids('f', 'd').includes(id) ? 0 : 3);
  const arriving = { rank, mayMove: true };
  const now = presence.welcomed(presence.nobody, SELF, [B], arriving);
  const later = presence.changed(presence.changed(now, [D], [], arriving), [F, device('a')], [], arriving);
  expect(listed(later)).toBe('f d b a');
  expect(listed(presence.welcomed(presence.nobody, SELF, [B, D, F, device('a')], arriving))).toBe('f d a b');
});

describe('a device that leaves', () => {
  test('makes room at once while the list is not held', () => {
    expect(listed(presence.changed(welcomed(B, D, F), [], ids('d')))).toBe('b f');
  });

  test('keeps the place while the list is held, and is shown as gone', () => {
    const held = presence.held(welcomed(B, D, F), true);
    const now = presence.changed(held, [device('a')], ids('b', 'd'));
    expect(listed(now)).toBe('(b) (d) f a');
    expect([...now.devices.keys()]).toEqual(ids('f', 'a'));
  });

  test('comes back to the same place', () => {
    const left = presence.changed(presence.held(welcomed(B, D, F), true), [], ids('d'));
    expect(listed(presence.changed(left, [{ ...D, name: 'z' }], []))).toBe('b z f');
  });

  test('does not lose the place to another one with the same name', () => {
    const left = presence.changed(presence.held(welcomed(B, D, F), true), [], ids('d'));
    const again: Device = { ...D, id: 'another id' as DeviceId };
    expect(listed(presence.changed(left, [again], []))).toBe('b (d) f d');
  });

  test('keeps the place even when the router comes back without it', () => {
    expect(listed(presence.welcomed(presence.held(welcomed(B, D), true), SELF, [D, F]))).toBe('(b) d f');
  });

  test('is removed when the list is released, and comes back as a newcomer', () => {
    const left = presence.changed(presence.held(welcomed(B, D, F), true), [], ids('b'));
    const free = presence.held(left, false);
    expect(listed(free)).toBe('d f');
    expect(listed(presence.changed(free, [B], []))).toBe('d f b');
  });
});

test('no device changes its place while the list is held, whatever happens', () => {
  const names = ['a', 'b', 'c', 'd', 'e'];
  // Every device comes, leaves, is renamed, or does nothing: all at once.
  const kinds = ['come', 'leave', 'rename', 'nothing'] as const;
  for (let mix = 0; mix < kinds.length ** names.length; mix++) {
    const what = names.map((name, at) => [name, kinds[Math.floor(mix / kinds.length ** at) % kinds.length]] as const);
    const all = (kind: (typeof kinds)[number]) => what.filter(([, it]) => it === kind).map(([name]) => name);
    const begin = presence.held(
      welcomed(...names.filter((name) => !all('come').includes(name)).map((name) => device(name))),
      true,
    );
    const after = presence.changed(
      begin,
      [
        ...all('come').map((name) => device(name)),
        ...all('rename').map((name) => ({ ...device(name), name: `0${name}` })),
      ],
      ids(...all('leave')),
    );
    const places = presence.listed(after).map(({ id }) => id);
    expect(places.slice(0, begin.places.length)).toEqual(begin.places.map(({ id }) => id));
    expect(places.slice(begin.places.length)).toEqual(ids(...all('come')));
  }
});

describe('many people', () => {
  const many = Array.from({ length: MOST_UNPARTED + 1 }, (_, n) =>
    device(`p${n}`, n % 3 === 2 ? { router: 'Clinic' } : {}),
  );
  const arriving = (mayMove: boolean, ...ranks: (readonly string[])[]) => ({
    rank: ({ id }: Device) => {
      const found = ranks.findIndex((names) => ids(...names).includes(id));
      return found === -1 ? 3 : found;
    },
    mayMove,
  });
  const sections = (now: Presence) =>
    Object.fromEntries(presence.listed(now).map(({ name, section }) => [name, section]));

  test('are parted by who they are and where; a few are not', () => {
    const few = presence.welcomed(presence.nobody, SELF, many.slice(0, MOST_UNPARTED), arriving(true, ['p0']));
    expect(Object.values(sections(few))).toEqual(Array(MOST_UNPARTED).fill(undefined));
    const now = presence.welcomed(presence.nobody, SELF, many, arriving(false, ['p0'], ['p1'], ['p3']));
    expect(sections(now)).toMatchObject({ p0: 'known', p1: 'known', p3: 'recent', p4: 'here', p2: 'elsewhere' });
  });

  test('one more than a few parts the list only when nobody is about to press', () => {
    const few = presence.welcomed(presence.nobody, SELF, many.slice(1), arriving(true));
    expect(sections(presence.changed(few, [B], [], arriving(false)))['p1']).toBeUndefined();
    expect(sections(presence.changed(few, [B], [], arriving(true)))['p1']).toBe('here');
  });

  test('who comes while a finger may be on its way stands last, until the list is drawn anew', () => {
    const now = presence.welcomed(presence.nobody, SELF, many, arriving(true));
    const came = presence.changed(now, [D], [], arriving(false, ['d']));
    expect(presence.listed(came).at(-1)).toMatchObject({ name: 'd', section: 'new' });
    const later = presence.changed(came, [F], [], arriving(true, ['d']));
    expect(sections(later)).toMatchObject({ d: 'new', f: 'here' });
    expect(sections(presence.arranged(later, arriving(true, ['d'])))).toMatchObject({ d: 'known', f: 'here' });
    const held = presence.held(later, true);
    expect(presence.arranged(held, arriving(true, ['d']))).toBe(held);
  });

  test('who becomes known keeps their section until the list is drawn anew', () => {
    const now = presence.welcomed(presence.nobody, SELF, many, arriving(true));
    const again = presence.changed(now, [B], [], arriving(true, ['p4']));
    expect(sections(again)['p4']).toBe('here');
    expect(sections(presence.arranged(again, arriving(true, ['p4'])))['p4']).toBe('known');
  });
  test('a list that became short is whole again when it is drawn anew, unless it is held', () => {
    const now = presence.welcomed(presence.nobody, SELF, many, arriving(true));
    const few = presence.changed(now, [], ids(...many.slice(3).map(({ name }) => name)), arriving(true));
    expect(Object.values(sections(few))).toEqual(['here', 'here', 'elsewhere']);
    const held = presence.held(few, true);
    expect(presence.arranged(held, arriving(true))).toBe(held);
    const whole = presence.arranged(few, arriving(true));
    expect(sections(whole)).toEqual({ p0: undefined, p1: undefined, p2: undefined });
    expect(listed(whole)).toBe(listed(few));
  });

  test('when all have left, the list begins anew', () => {
    const now = presence.welcomed(presence.nobody, SELF, many, arriving(true));
    const nobody = presence.welcomed(now, SELF, [], arriving(true));
    expect(sections(presence.changed(nobody, [B], [], arriving(false)))).toEqual({ b: undefined });
  });
});
