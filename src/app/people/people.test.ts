import { expect, test } from 'vitest';
import { idOf, newSecret, publicKeyOf } from '../../protocol/keys.ts';
import type { Kept } from '../../store/keyval.ts';
import { learn } from './look-alike.ts';
import { People } from './people.ts';
import { carefulLook } from './uts39.ts';

learn(carefulLook);

const key = publicKeyOf(newSecret());
const id = idOf(key);
const of = (bytes: number) => ({ bytes, files: 1, roomBytes: undefined });

/** What a browser stores, so that another visit finds it. */
function storage(values = new Map<IDBValidKey, unknown>()) {
  const done: Promise<Kept<void>> = Promise.resolve({ ok: true, value: undefined });
  return {
    values,
    entries: () => Promise.resolve({ ok: true as const, value: [...values] }),
    set: (at: IDBValidKey, value: unknown) => {
      values.set(at, value);
      return done;
    },
    delete: (at: IDBValidKey) => {
      values.delete(at);
      return done;
    },
  };
}

async function visit(kept: ReturnType<typeof storage>): Promise<People> {
  const people = new People(kept);
  await people.load();
  return people;
}

test('who was made sure of is known at the next visit, under the label that was given', async () => {
  const kept = storage();
  const people = await visit(kept);
  people.know(key, '伊藤');
  people.rename(id, ' Ito from the desk ');
  people.rename(id, '\u200b');
  people.acceptUpTo(id, 5_000_000);
  people.know(key, 'Ito');
  people.rename(id, 'Ito from the desk');
  const again = await visit(kept);
  expect(again.known(id)).toMatchObject({ key, label: 'Ito from the desk', acceptBytes: 5_000_000 });
});

test('who is blocked is no longer known, and is a stranger again when forgotten', async () => {
  const kept = storage();
  const people = await visit(kept);
  people.know(key, 'Ito');
  people.block(id, 'Ito');
  const again = await visit(kept);
  expect([again.known(id), again.isBlocked(id)]).toEqual([undefined, true]);
  again.forget(id);
  const last = await visit(kept);
  expect([last.known(id), last.isBlocked(id), kept.values.size]).toEqual([undefined, false, 0]);
});

test('who is unblocked is who they were: known, under the label, with what was allowed', async () => {
  const kept = storage();
  const people = await visit(kept);
  people.know(key, 'Ito');
  people.rename(id, 'Desk');
  people.acceptUpTo(id, 100);
  people.takesUnasked(id, of(60), 1_000);
  const known = people.known(id);
  people.block(id, 'Desk');
  people.block(id, 'Desk'); // twice is once
  const again = await visit(kept);
  again.unblock(id);
  expect(again.known(id)).toEqual(known);
  expect((await visit(kept)).known(id)).toEqual(known);
});

test('a stranger who is unblocked is a stranger', async () => {
  const kept = storage();
  const people = await visit(kept);
  people.block(id, 'Loud');
  people.unblock(id);
  expect([people.all.value.size, kept.values.size]).toEqual([0, 0]);
});

test('what another page has done since is read again, and wins over what this one remembers', async () => {
  const kept = storage();
  const [here, there] = [await visit(kept), await visit(kept)];
  const other = publicKeyOf(newSecret());
  here.know(key, 'Ito');
  here.acceptUpTo(id, 1_000_000_000);
  here.know(other, 'Hana');
  await there.load();
  there.block(id, 'Ito');
  there.forget(idOf(other));
  await here.load();
  expect([here.isBlocked(id), here.known(idOf(other))]).toEqual([true, undefined]);
});

test('what the storage refused to keep is said, and outlasts that it is read again', async () => {
  const kept = storage();
  const people = await visit(kept);
  people.know(key, 'Ito');
  const refusing: Kept<void> = { ok: false, failure: 'refused', cause: undefined };
  const full = { ...kept, set: () => Promise.resolve(refusing), delete: () => Promise.resolve(refusing) };
  const other = new People(full);
  await other.load();
  expect(other.isKept.value).toBe(true);
  other.block(id, 'Ito');
  await other.load();
  expect([other.isBlocked(id), other.isKept.value]).toEqual([true, false]);
  other.forget(id);
  await other.load();
  expect([other.all.value.size, other.isKept.value]).toEqual([0, false]);
});

test('what is done while the storage still reads is not undone by it', async () => {
  const kept = storage(new Map([[id, { is: 'known', key, label: 'Ito', since: 1, acceptBytes: 0 }]]));
  const people = new People(kept);
  const loading = people.load();
  people.block(id, 'Ito');
  await loading;
  expect(people.isBlocked(id)).toBe(true);
});

test.each([
  undefined,
  null,
  'known',
  {},
  { is: 'known', key: 'short', label: 'Ito', since: 1, acceptBytes: 0 },
  { is: 'known', key: publicKeyOf(newSecret()), label: 'Ito', since: 1, acceptBytes: 0 },
  { is: 'friend', key, label: 'Ito', since: 1, acceptBytes: 0 },
  { is: 'blocked', label: ' ', since: 1 },
  { is: 'known', key, label: ' ', since: 1, acceptBytes: 0 },
])('%j in the storage is nobody', async (value) => {
  const people = await visit(storage(new Map([[id, value]])));
  expect(people.all.value.size).toBe(0);
});

test('somebody else under the label of a known person, or under the name they had, is not them', async () => {
  const people = await visit(storage());
  people.know(key, '伊藤');
  people.rename(id, 'Ito from the desk');
  const other = idOf(publicKeyOf(newSecret()));
  expect(people.whoIsNot(other, '伊藤')?.label).toBe('Ito from the desk');
  expect(people.whoIsNot(other, 'lto from the desk')?.id).toBe(id);
  expect(people.whoIsNot(other, 'Hana')).toBeUndefined();
  expect(people.whoIsNot(id, '伊藤')).toBeUndefined();
  people.forget(id);
  expect(people.whoIsNot(other, '伊藤')).toBeUndefined();
});

test('comparing again keeps what the owner chose: the label, and what is accepted unasked', async () => {
  const people = await visit(storage());
  people.know(key, 'Ito');
  people.rename(id, 'Desk');
  people.acceptUpTo(id, 10);
  people.know(key, 'Ito 2');
  expect(people.known(id)).toMatchObject({ label: 'Desk', called: 'Ito 2', acceptBytes: 10 });
});

test('what was accepted without a question counts on at the next visit', async () => {
  const kept = storage();
  const people = await visit(kept);
  people.know(key, 'Ito');
  expect(people.takesUnasked(id, of(1), 1_000)).toBe(false);
  people.acceptUpTo(id, 100);
  for (let offer = 0; offer < 9; offer++) expect(people.takesUnasked(id, of(100), 1_000)).toBe(true);
  const again = await visit(kept);
  expect([again.takesUnasked(id, of(100), 2_000), again.takesUnasked(id, of(1), 2_000)]).toEqual([true, false]);
});

test('numbers that make no sense accept nothing by themselves', async () => {
  const stored = { is: 'known', key, label: 'Ito', since: Number.NaN, acceptBytes: -5 };
  const people = await visit(storage(new Map([[id, stored]])));
  expect(people.known(id)).toMatchObject({ since: 0, acceptBytes: 0 });
});

test.each(['', 'hana', 'a b', `${id}x`, 7])('under %j nobody is stored', async (at) => {
  const blocked = { is: 'blocked', label: 'Hana', since: 1 };
  expect((await visit(storage(new Map([[at, blocked]])))).all.value.size).toBe(0);
});

test('who was blocked as somebody else than they are is unblocked as a stranger', async () => {
  const was = { is: 'known', key: publicKeyOf(newSecret()), label: 'Ito', since: 1, acceptBytes: 9 };
  const people = await visit(storage(new Map([[id, { is: 'blocked', label: 'Ito', since: 1, was }]])));
  expect(people.isBlocked(id)).toBe(true);
  people.unblock(id);
  expect(people.all.value.size).toBe(0);
});
