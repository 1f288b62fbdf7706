import { expect, it } from 'vitest';
import type { EventId } from '../../protocol/event.ts';
import { Departed, type Departure, MAX_DEPARTED } from './departed.ts';
import type { Place } from './journal.ts';

const DAY_S = 86_400;
const id = (number: number): EventId => String(number).padStart(64, '0') as EventId;
const place = (offset: number): Place => ({ segment: 1, generation: 0, offset, bytes: 1 });
const gone = (why: Departure['why'], more: Partial<Departure> = {}): Departure => ({
  why,
  at: 0,
  place: place(7),
  ghosts: [],
  isOver: false,
  ...more,
});
const nowhere = () => false;

it.each<[Departure['why'], number, number]>([
  ['deleted', 0, DAY_S],
  ['removed', 0, DAY_S],
  ['ended', 0, DAY_S],
  ['evicted', 0, 3_600],
])('what was %s is remembered for a while', (why, from, until) => {
  const departed = new Departed(DAY_S);
  departed.add(id(1), gone(why));
  expect([from, until - 1, until].map((now) => departed.why(id(1), now))).toEqual([why, why, undefined]);
  expect(departed.forget(until - 1, nowhere)).toEqual([]);
  expect(departed.forget(until, nowhere)).toEqual([place(7)]);
  expect(departed.size).toBe(0);
});

it('what the disk has lost may come at once, and what the operator forgives', () => {
  const departed = new Departed(DAY_S);
  departed.add(id(1), gone('lost'));
  departed.add(id(2), gone('removed'));
  departed.forgive(id(2));
  expect([id(1), id(2)].map((one) => departed.why(one, 0))).toEqual([undefined, undefined]);
});

it('is known as long as a record of the event is on the disk, or a start would bring it back', () => {
  const departed = new Departed(DAY_S);
  departed.add(id(1), gone('lost', { ghosts: [place(1)] }));
  expect(departed.forget(2 * DAY_S, ({ offset }) => offset === 1)).toEqual([]);
  expect(departed.forget(2 * DAY_S, nowhere)).toEqual([place(7)]);
});

it('remembers so many, the last ones', () => {
  const departed = new Departed(DAY_S);
  for (let number = 0; number < MAX_DEPARTED + 2; number += 1) departed.add(id(number), gone('deleted'));
  departed.forget(0, nowhere);
  expect(departed.size).toBe(MAX_DEPARTED);
  expect([0, 1, 2].map((number) => departed.why(id(number), 0))).toEqual([undefined, undefined, 'deleted']);
});
