import { expect, test } from 'vitest';
import { idOf, newSecret, publicKeyOf } from '../../protocol/keys.ts';
import { learn } from './look-alike.ts';
import { People } from './people.ts';
import { confusable, labelOf, standingOf } from './standing.ts';
import { carefulLook } from './uts39.ts';

learn(carefulLook);

const done = async () => ({ ok: true, value: undefined }) as const;
const nobody = () => new People({ entries: async () => ({ ok: true, value: [] }), set: done, delete: done });
const somebody = () => {
  const key = publicKeyOf(newSecret());
  return { key, id: idOf(key) };
};
const ito = somebody();
const other = somebody();

function knowing(label: string): People {
  const people = nobody();
  people.know(ito.key, label);
  return people;
}

test('a stranger is called as they call themselves', () => {
  expect(standingOf(nobody(), { id: other.id, name: 'Hana' })).toEqual({ is: 'stranger', label: 'Hana' });
});

test('a known person has the label of the owner; what they call themselves is told when it differs', () => {
  const people = knowing('伊藤');
  expect(standingOf(people, { id: ito.id, name: '伊藤' })).toEqual({ is: 'known', label: '伊藤' });
  expect(standingOf(people, { id: ito.id, name: 'Blue Fox' })).toEqual({
    is: 'known',
    label: '伊藤',
    callsItself: 'Blue Fox',
  });
});

test('a stranger with the name of a known person is called out, in reach or not', () => {
  const people = knowing('伊藤');
  expect(standingOf(people, { id: other.id, name: '伊 藤' })).toMatchObject({ is: 'stranger', isNot: '伊藤' });
  expect(
    confusable(
      people,
      [
        { id: ito.id, name: 'Fox' },
        { id: other.id, name: '伊藤' },
      ],
      'Me',
    ).size,
  ).toBe(0);
});

test('a known person with the own name of the owner, or of another known one, may be confused, and is no stranger', () => {
  const people = knowing('Hana');
  expect([...confusable(people, [{ id: ito.id, name: 'Blue Fox' }], 'Hana')]).toEqual([ito.id, undefined]);
  expect([...confusable(people, [{ id: other.id, name: 'Hana' }], 'Hana')]).toEqual([other.id, undefined, ito.id]);
  people.know(other.key, 'hana');
  expect(confusable(people, [{ id: ito.id, name: 'Hana' }], 'Me').has(ito.id)).toBe(true);
  expect(confusable(people, [{ id: ito.id, name: 'Hana' }], 'Me').has(undefined)).toBe(false);
});

test('somebody blocked keeps the name they had then, whatever they call themselves', () => {
  const people = nobody();
  people.block(other.id, 'Hana');
  expect(standingOf(people, { id: other.id, name: 'I see you' })).toEqual({ is: 'blocked', label: 'Hana' });
  expect(labelOf(people, { id: other.id, name: 'I see you' })).toBe('Hana');
});
