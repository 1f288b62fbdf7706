import { describe, expect, it } from 'vitest';
import { type Candidate, type Comer, EVERYBODY_GOES, makeRoom } from './room.ts';
import type { Owner } from './stock.ts';

const at = (key: string, side: Owner['side'] = 'here'): Owner => ({ side, key });
const COMER: Comer = { owner: at('me'), isPinned: false, seen: 200 };
const one = (what: string, more: Partial<Candidate<string>> = {}): Candidate<string> => ({
  what,
  owner: at('me'),
  bytes: 10,
  events: 1,
  isEnded: false,
  isPinned: false,
  elsewhere: 0,
  seen: 100,
  ...more,
});
/** What is there is all that they have. */
function room(all: readonly Candidate<string>[], bytes: number, events = 0, comer = COMER) {
  const has = (key: string) => {
    const own = all.filter(({ owner }) => owner.key === key || owner.side === key);
    return { bytes: own.reduce((sum, { bytes: one }) => sum + one, 0), events: own.length };
  };
  return makeRoom(all, comer, { short: { bytes, events }, most: { bytes: 100, events: 100 }, has });
}
const of = (owner: Owner, count: number, seen = 100) =>
  Array.from({ length: count }, (_, index) => one(`${owner.key}${index}`, { owner, seen: seen + index }));

describe('of one place', () => {
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
    expect(room([young, old], 15, 0, { ...COMER, seen: 100 })).toBeUndefined();
    expect(room([pinned], 5)).toBeUndefined();
    expect(room([pinned], 5, 0, { ...COMER, isPinned: true })).toEqual(['pinned']);
  });

  it('nothing goes when that would not be enough', () => {
    expect(room(all, 45)).toBeUndefined();
    expect(room(all, 0, 5)).toBeUndefined();
  });

  it('a little more goes than is needed, and of what is pinned no more than that', () => {
    expect(room(all, 10)).toEqual(['ended', 'elsewhere']); // eleven are wanted
    expect(room([old, pinned], 10, 0, { ...COMER, isPinned: true })).toEqual(['old']);
  });
});

describe('of many', () => {
  it('who has most goes first, whatever the age, and until others have as much', () => {
    const all = [...of(at('much'), 4, 900), ...of(at('some'), 3, 800), ...of(at('little'), 1, 1)];
    expect(room(all, 0, 1)).toEqual(['much0', 'much1']);
    expect(room(all, 0, 3)).toEqual(['much0', 'much1', 'some0', 'much2']);
  });

  it('nobody makes room who has as little as the one who comes', () => {
    const all = [...of(at('a'), 2), ...of(at('b'), 2), ...of(at('me'), 2, 300)];
    expect(room(all, 0, 1)).toBeUndefined();
    expect(room([...all, ...of(at('c'), 4)], 0, 3)).toBeUndefined(); // two of them, and nothing more
    expect(room([...all, ...of(at('c'), 4)], 0, 1)).toEqual(['c0', 'c1']);
  });

  it('bytes are compared where bytes are short, and events where events are', () => {
    const all = [...of(at('words'), 5), one('file', { owner: at('files'), bytes: 90, events: 0 })];
    expect([room(all, 5, 0), room(all, 0, 1)]).toEqual([['file'], ['words0', 'words1']]);
  });

  it('phones here and routers elsewhere leave each other as much as they have themselves', () => {
    const here = Array.from({ length: 9 }, (_, index) => of(at(`phone${index} `), 1)).flat();
    const link = of(at('link', 'linked'), 3, 1);
    const phone = { ...COMER, owner: at('phone9') };
    expect(room([...here, ...link], 0, 1, phone)?.every((what) => what.startsWith('phone'))).toBe(true);
    const router = { ...COMER, owner: at('other', 'linked') };
    expect(room([...here, ...link], 0, 5, router)?.every((what) => what.startsWith('phone'))).toBe(true);
    expect(room([...here.slice(0, 3), ...link], 0, 2, router)).toEqual(['link0', 'link1', 'link2']);
    expect(room([...here.slice(0, 2), ...link], 0, 1, phone)).toEqual(['link0', 'phone0 0']); // then both have two
  });

  it('for what is less than there was, everybody does', () => {
    const all = [...of(at('a'), 2), ...of(at('b', 'linked'), 1), one('pinned', { isPinned: true, owner: at('a') })];
    expect(room(all, 0, 4, EVERYBODY_GOES)).toEqual(['a0', 'a1', 'b0', 'pinned']);
  });
});
