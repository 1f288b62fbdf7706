import { effect } from '@preact/signals';
import { expect, test } from 'vitest';
import { alike, learn, skeleton } from './look-alike.ts';

test('finds exactly those whose name is like that of another', () => {
  const people = ['Hana', 'Aki', 'hana', 'AKI', 'Haru'].map((name, id) => ({ id, name }));
  expect([...alike(people)].sort()).toEqual([0, 1, 2, 3]);
  expect(alike([]).size).toBe(0);
});

test('whoever compares names compares them anew when more is known', () => {
  const seen: boolean[] = [];
  const stop = effect(() => {
    seen.push(skeleton('Hana') === skeleton('Н ana'));
  });
  learn((name) => name.replace('Н ', 'H'));
  stop();
  expect(seen).toEqual([false, true]);
});
