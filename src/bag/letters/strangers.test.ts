import { expect, test } from 'vitest';
import type { PublicKey } from '../../protocol/keys.ts';
import { MOST_OF_STRANGERS, whatGoesFor } from './strangers.ts';

const said = (count: number, by: string, lived = 0) =>
  Array.from({ length: count }, (_, at) => ({ with: by as PublicKey, lived: lived + at }));
const { one, all } = MOST_OF_STRANGERS;
const [honest, loud, louder] = ['honest', 'loud', 'louder'].map((name) => name as PublicKey);
if (!honest || !loud || !louder) throw new Error();

test('nothing goes while there is room', () => {
  expect(whatGoesFor(honest, said(all - 1, loud))).toBeUndefined();
});

test('nobody has more than their share', () => {
  expect(whatGoesFor(loud, said(one, loud))).toBe('too-much');
  expect(whatGoesFor(loud, said(one - 1, loud))).toBeUndefined();
});

test('the oldest of whoever has said most makes room for who has said less', () => {
  const kept = [...said(1, honest), ...said(one - 1, loud, 10), ...said(one, louder, 500), ...said(100, 'other')];
  expect(kept).toHaveLength(all);
  expect(whatGoesFor(honest, kept)).toEqual({ with: louder, lived: 500 });
  expect(whatGoesFor(loud, kept)).toEqual({ with: louder, lived: 500 });
  expect(whatGoesFor('new' as PublicKey, kept)).toEqual({ with: louder, lived: 500 });
});

test('who has said most gets no room at the cost of others, nor of what they were told is here', () => {
  const kept = [...said(150, honest), ...said(170, loud), ...said(180, louder)];
  expect(whatGoesFor(louder, kept)).toBe('too-much');
});

test('where all have said the same, the oldest goes', () => {
  const kept = Array.from({ length: all }, (_, at) => ({ with: `${at}` as PublicKey, lived: 1000 - at }));
  expect(whatGoesFor(honest, kept)).toEqual({ with: `${all - 1}`, lived: 1001 - all });
});
