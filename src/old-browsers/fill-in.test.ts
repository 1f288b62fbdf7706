import { afterEach, expect, test } from 'vitest';
import { fillIn } from './fill-in.ts';

const places: readonly (readonly [place: object, name: string])[] = [
  [Array.prototype, 'at'],
  [String.prototype, 'at'],
  [Object.getPrototypeOf(Uint8Array.prototype), 'at'],
  [Array.prototype, 'findLast'],
  [Object, 'hasOwn'],
];
/** Calls `findLast` by name: the library types of this project are older than the method. */
const findLast = (row: readonly number[], isWanted: (item: number) => boolean): unknown =>
  Reflect.apply(Reflect.get(row, 'findLast'), row, [isWanted]);
const own = places.map(([place, name]) => Object.getOwnPropertyDescriptor(place, name));

afterEach(() => {
  for (const [index, [place, name]] of places.entries()) Object.defineProperty(place, name, own[index] ?? {});
});

test('an engine of 2021 gets the missing methods, and they give the same answers', () => {
  const answers = () => [
    [[1, 2, 3].at(-1), [1, 2, 3].at(0), [1, 2, 3].at(3), [1, 2, 3].at(-4), [].at(-1), [1, 2].at(Number.NaN)],
    ['abc'.at(-1), ''.at(0), Uint8Array.of(7, 8).at(-2)],
    [findLast([1, 2, 3], (item) => item < 3), findLast([1], (item) => item > 1)],
    [Object.hasOwn({ a: 1 }, 'a'), Object.hasOwn({}, 'toString'), Object.hasOwn(Object.create({ a: 1 }), 'a')],
  ];
  const expected = answers();
  for (const [place, name] of places) Reflect.deleteProperty(place, name);
  expect(() => [1].at(0)).toThrow(TypeError);
  fillIn();
  expect(answers()).toEqual(expected);
  expect(Object.keys(Array.prototype)).toEqual([]);
});

test('an engine that has the methods keeps its own', () => {
  fillIn();
  for (const [index, [place, name]] of places.entries())
    expect(Object.getOwnPropertyDescriptor(place, name)).toEqual(own[index]);
});
