/** The tools of split-merge: stories that a seed repeats, and a check that finds errors in lists. */
import { describe, expect, it } from 'vitest';
import type { DeviceId } from '../../src/protocol/signaling.ts';
import { Random } from '../drive/random.ts';
import { type StoryOptions, tellStory } from '../mesh/story.ts';
import { type Somebody, whatIsWrong } from '../mesh/truth.ts';

const ROUTERS = ['R1', 'R2', 'R3', 'R4', 'R5'];
const OPTIONS: StoryOptions = {
  routers: ROUTERS,
  islands: 3,
  people: new Map([
    ['w1', 'R1'],
    ['p1', 'R2'],
    ['p2', undefined],
  ]),
  witnesses: new Set(['w1']),
  splitMs: 10_000,
  deeds: 200,
  restarts: 2,
};

describe('a story', () => {
  it('is the same for the same seed, and differs for another', () => {
    expect(tellStory(new Random(7), OPTIONS)).toEqual(tellStory(new Random(7), OPTIONS));
    expect(tellStory(new Random(7), OPTIONS)).not.toEqual(tellStory(new Random(8), OPTIONS));
  });

  it('leaves no router out and no island empty, and its witnesses where they are', () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const { islands, deeds } = tellStory(new Random(seed), OPTIONS);
      expect(islands.flat().sort()).toEqual(ROUTERS);
      expect(islands.every((island) => island.length > 0)).toBe(true);
      expect(deeds.filter((deed) => deed.do === 'restart')).toHaveLength(2);
      for (const deed of deeds) {
        expect(deed.atMs).toBeGreaterThanOrEqual(0);
        expect(deed.atMs).toBeLessThanOrEqual(10_000);
        if ('who' in deed && deed.who === 'w1') expect(deed.do).toBe('rename');
      }
    }
  });
});

describe('a list', () => {
  const somebody = (who: string, at: string | undefined, left: Somebody['left'] = new Map()): Somebody => ({
    id: who.padEnd(12, '-') as DeviceId,
    who,
    called: who,
    at,
    left,
  });
  const ann = somebody('ann', 'R1');
  const bob = somebody('bob', 'R2');
  const gone = somebody('gone', undefined, new Map([['R2', { hereUntil: 10, awayUntil: 20 }]]));
  const of = ({ id, who }: Somebody, router?: string, away?: true) => ({
    id,
    name: who,
    kind: 'phone' as const,
    ...(router !== undefined && { router }),
    ...(away && { away }),
  });
  const look = (list: Parameters<typeof whatIsWrong>[0], inReach = ['R1', 'R2'], now = 15) =>
    whatIsWrong(list, [ann, bob, gone], inReach, ann.id, 'R1', now);

  it('that tells the truth has no errors', () => {
    expect(look([of(bob, 'R2')])).toEqual([]);
    expect(look([of(bob, 'R2'), of(gone, 'R2', true)])).toEqual([]);
    expect(look([], ['R1'])).toEqual([]);
  });

  it.each([
    ['lacks somebody', look([])],
    ['has somebody elsewhere', look([of(bob)])],
    ['has somebody away who is not', look([of(bob, 'R2', true)])],
    ['has another name', look([{ ...of(bob, 'R2'), name: 'Bob' }])],
    ['has a ghost', look([of(bob, 'R2'), of(gone, 'R2')])],
    ['has one that is away for too long', look([of(bob, 'R2'), of(gone, 'R2', true)], ['R1', 'R2'], 21)],
    ['has somebody of another island', look([of(bob, 'R2')], ['R1'])],
    ['has somebody nobody knows', look([of(bob, 'R2'), of(somebody('eve', 'R2'), 'R2')])],
  ])('that %s has one thing wrong', (_, wrong) => {
    expect(wrong).toHaveLength(1);
  });
});
