import { expect, it } from 'vitest';
import { type Candidate, makeRoom } from './room.ts';

const one = (what: string, more: Partial<Candidate<string>> = {}): Candidate<string> => ({
  what,
  bytes: 10,
  events: 1,
  isEnded: false,
  isPinned: false,
  elsewhere: 0,
  seen: 100,
  ...more,
});
const COMER = one('comer', { seen: 200 });
const MOST = { bytes: 100, events: 100 };
const room = (all: readonly Candidate<string>[], bytes: number, events = 0, comer = COMER) =>
  makeRoom(all, comer, { bytes, events }, MOST);

const pinned = one('pinned', { isPinned: true, seen: 1 });
const ended = one('ended', { isEnded: true, seen: 190 });
const elsewhere = one('elsewhere', { elsewhere: 2, seen: 180 });
const old = one('old', { seen: 50 });
const young = one('young', { seen: 150 });
const all = [pinned, young, old, elsewhere, ended];

it('goes first: what has ended, what most others hold, what is oldest; last what is pinned', () => {
  expect(room(all, 5)).toEqual(['ended']);
  expect(room(all, 15)).toEqual(['ended', 'elsewhere']);
  expect(room(all, 25)).toEqual(['ended', 'elsewhere', 'old']);
  expect(room(all, 35)).toEqual(['ended', 'elsewhere', 'old', 'young']);
});

it('nothing goes for what would be the next to go itself', () => {
  expect(room([young, old], 15, 0, one('comer', { seen: 100 }))).toBeUndefined();
  expect(room([pinned], 5)).toBeUndefined();
  expect(room([pinned], 5, 0, one('comer', { seen: 200, isPinned: true }))).toEqual(['pinned']);
});

it('nothing goes when that would not be enough', () => {
  expect(room(all, 45)).toBeUndefined();
  expect(room(all, 0, 5)).toBeUndefined();
});

it('a little more goes than is needed, and of what is pinned no more than that', () => {
  expect(room(all, 10)).toEqual(['ended', 'elsewhere']); // eleven are wanted
  expect(room([old, pinned], 10, 0, one('comer', { isPinned: true, seen: 200 }))).toEqual(['old']);
});
