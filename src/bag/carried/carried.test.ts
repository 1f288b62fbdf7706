import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type EventId, hexOf, rumorOf, type SignedEvent, signedBy } from '../../protocol/event.ts';
import { newSecret, publicKeyOf } from '../../protocol/keys.ts';
import { DELETION, LABEL, POST, WRAP } from '../../words/kinds.ts';
import { labelDraft } from '../../words/label.ts';
import { sealed } from '../../words/letters/envelope.ts';
import { messageDraft } from '../../words/letters/message.ts';
import { carrying, ROUTER, self } from '../testing/carrying.ts';
import { MemoryKeyval } from '../testing/memory-keyval.ts';
import type { Kept } from './kept.ts';
import { MOST_BYTES, makeRoom } from './room.ts';

const [author, other, operator] = [newSecret(), newSecret(), newSecret()];
const NOW = 1_764_150_000;
const post = (content: string, tags: readonly (readonly string[])[] = [], by = author): SignedEvent =>
  signedBy(by, { kind: POST, created_at: NOW, tags, content });
const deletion = (of: readonly SignedEvent[], by = author): SignedEvent =>
  signedBy(by, { kind: DELETION, created_at: NOW, tags: of.map(({ id }) => ['e', id]), content: '' });
const letterTo = (to = other): SignedEvent => {
  const rumor = rumorOf(publicKeyOf(author), messageDraft({ says: 'text', text: 'x' }, publicKeyOf(to), NOW));
  return sealed(rumor, author, publicKeyOf(to), { now: NOW });
};
async function newest(carried: ReturnType<typeof carrying>['carried']): Promise<string[]> {
  const found: string[] = [];
  for await (const { event } of carried.query({ kinds: [POST] })) found.push(event.content);
  return found;
}

describe('what comes', () => {
  test('is written before it counts as held, and there at the next visit', async () => {
    const { store, carried } = carrying();
    const one = post('water at ten');
    expect(await carried.put(one, 60, ROUTER)).toBe('held');
    expect(store.kept.size).toBe(1);
    const next = carrying(store.after());
    expect(next.carried.get(one.id)).toMatchObject({ event: one, first: -60_000 });
    expect(await next.carried.put(one, 0, ROUTER)).toBe('known');
  });

  test('twice at once is held once', async () => {
    const { store, carried } = carrying();
    const one = post('water at ten');
    expect(await Promise.all([carried.put(one, 0, ROUTER), carried.put(one, 0, ROUTER)])).toEqual(['held', 'known']);
    expect(store.kept.size).toBe(1);
  });

  test('stands in the order of first sight, whatever its date and whenever it came', async () => {
    const { carried, pass } = carrying();
    await carried.put(post('an hour old'), 3600, ROUTER);
    await carried.put(
      signedBy(author, { kind: POST, created_at: 4_070_908_800, tags: [], content: 'dated 2099' }),
      7200,
      ROUTER,
    );
    pass(10);
    await carried.put(post('a minute old'), 60, ROUTER);
    expect(await newest(carried)).toEqual(['a minute old', 'an hour old', 'dated 2099']);
  });

  test('is told on to who watches, once, with its age', async () => {
    const { carried } = carrying();
    const told: unknown[] = [];
    carried.watch(({ event, ageS }, by) => told.push([event.id, ageS, by]));
    const one = post('x');
    await carried.put(one, 5, ROUTER);
    await carried.put(one, 5, ROUTER);
    expect(told).toEqual([[one.id, 5, ROUTER]]);
  });

  test('for the owner of this device is opened, and not held', async () => {
    const { carried, letters } = carrying();
    const wrap = letterTo(self);
    expect(await carried.put(wrap, 0, ROUTER)).toBe('held');
    expect(letters).toEqual([wrap]);
    expect(carried.has(wrap.id)).toBe(false);
  });

  test.each([
    ['forged', () => ({ ...post('x'), sig: '0'.repeat(128) }), 'not-genuine'],
    ['of another kind', () => signedBy(author, { kind: 3, created_at: NOW, tags: [], content: '' }), 'other-kind'],
    [
      'a letter for nobody',
      () => signedBy(author, { kind: WRAP, created_at: NOW, tags: [], content: '' }),
      'for-nobody',
    ],
    [
      'a label of somebody',
      () => signedBy(author, labelDraft({ word: 'hide', target: 'a'.repeat(64) as EventId }, NOW)),
      'other-kind',
    ],
    ['over when it comes', () => post('x', [['expiration', String(NOW + 50)]]), 'ended'],
  ] as const)('and is %s, is refused and not stored', async (_, event, why) => {
    const { store, carried } = carrying();
    expect(await carried.put(event(), 60, ROUTER)).toBe(why);
    expect(store.kept.size).toBe(0);
  });

  test('as a stranger’s letter is not taken where the owner does not want that', async () => {
    const { carried } = carrying(undefined, { takesLetters: () => false });
    expect(await carried.put(letterTo(), 0, ROUTER)).toBe('quota');
  });

  test('stays in memory where the browser stores nothing, and so does that something was taken back', async () => {
    const { store, carried } = carrying();
    const [before, one] = [post('stored before'), post('x')];
    await carried.put(before, 0, ROUTER);
    store.refuses = 'refused';
    expect(await carried.put(one, 0, ROUTER)).toBe('held');
    expect(carried.has(one.id)).toBe(true);
    expect(await carried.put(deletion([before, one]), 0, ROUTER)).toBe('held');
    expect([before, one].map(({ id }) => carried.has(id))).toEqual([false, false]);
    expect(await carried.put(one, 0, ROUTER)).toBe('deleted');
    // The next visit knows nothing of it: it takes the deletion again, and obeys.
    const { carried: again } = carrying(store.after());
    expect(again.has(before.id)).toBe(true);
    expect(await again.put(deletion([before, one]), 0, ROUTER)).toBe('held');
    expect(again.has(before.id)).toBe(false);
  });
});

describe('what is taken back', () => {
  test.each([
    ['before', true],
    ['after', false],
  ] as const)('%s it comes, is not held, at the next visit either', async (_, isFirst) => {
    const { store, carried } = carrying();
    const one = post('x');
    const gone = deletion([one]);
    const outcomes = [];
    for (const event of isFirst ? [gone, one] : [one, gone]) outcomes.push(await carried.put(event, 0, ROUTER));
    expect(outcomes).toEqual(isFirst ? ['held', 'deleted'] : ['held', 'held']);
    for (const { carried: at } of [{ carried }, carrying(store.after())]) {
      expect(at.has(one.id)).toBe(false);
      expect(at.isGone(one.id)).toBe(true);
      expect(await at.put(one, 0, ROUTER)).toBe('deleted');
    }
  });

  test('by somebody else, stays', async () => {
    const { carried } = carrying();
    const one = post('x');
    await carried.put(one, 0, ROUTER);
    await carried.put(deletion([one], other), 0, ROUTER);
    expect(carried.has(one.id)).toBe(true);
  });

  test('as a letter by the one for whom it is, goes', async () => {
    const { carried } = carrying();
    const wrap = letterTo(other);
    await carried.put(wrap, 0, ROUTER);
    await carried.put(deletion([wrap], other), 0, ROUTER);
    expect(carried.isGone(wrap.id)).toBe(true);
  });

  test('goes when the operator has removed it, however long that was before this device came back', async () => {
    const here = { is: hexOf(publicKeyOf(operator)) };
    const { carried, pass } = carrying(undefined, { isOperator: (key) => key === here.is });
    const one = post('x');
    await carried.put(one, 0, ROUTER);
    const remove = signedBy(operator, labelDraft({ word: 'remove', target: one.id }, NOW));
    expect(await carried.put(remove, 40 * 86_400, ROUTER)).toBe('held');
    expect(carried.has(one.id)).toBe(false);
    pass(60 * 86_400);
    await carried.sweep();
    expect(await carried.put(one, 0, ROUTER)).toBe('deleted');
    here.is = hexOf(publicKeyOf(other)); // at a router of somebody else
    expect(await carried.put(one, 0, ROUTER)).toBe('held');
    await carried.sweep();
    expect([carried.has(remove.id), carried.has(one.id)]).toEqual([false, true]);
  });

  test('by an operator is neither offered nor kept where that one says so, though it was taken elsewhere', async () => {
    const here = { is: hexOf(publicKeyOf(operator)) };
    const { store, carried } = carrying(undefined, { isOperator: (key) => key === here.is });
    const one = post('x');
    await carried.put(signedBy(operator, labelDraft({ word: 'remove', target: one.id }, NOW)), 0, ROUTER);
    here.is = hexOf(publicKeyOf(other));
    expect(await carried.put(one, 0, ROUTER)).toBe('held');
    expect(await newest(carried)).toEqual(['x']);
    here.is = hexOf(publicKeyOf(operator));
    expect(await newest(carried)).toEqual([]);
    await carried.sweep();
    expect([carried.has(one.id), carried.isGone(one.id), store.kept.has(`e${one.id}`)]).toEqual([false, false, false]);
  });

  test('by an operator may be a post of others: their word takes no letter away, and nothing of one’s own', async () => {
    const { store, carried } = carrying(undefined, { isOperator: (key) => key === hexOf(publicKeyOf(operator)) });
    const [own, ownLetter, wrap] = [post('mine', [], self), letterTo(), letterTo()];
    for (const event of [own, ownLetter]) await carried.keepOwn(event);
    await carried.put(wrap, 0, ROUTER);
    const later = letterTo();
    for (const { id } of [own, ownLetter, wrap, later])
      await carried.put(signedBy(operator, labelDraft({ word: 'remove', target: id }, NOW)), 0, ROUTER);
    expect(await carried.put(later, 0, ROUTER)).toBe('held');
    for (const { carried: at } of [{ carried }, carrying(store.after())]) {
      await at.sweep();
      expect([own, ownLetter, wrap, later].map(({ id }) => at.has(id))).toEqual([true, true, true, true]);
    }
  });

  test('is what the operator says of it, as long as they say so', async () => {
    const { carried } = carrying(undefined, { isOperator: (key) => key === hexOf(publicKeyOf(operator)) });
    const [one, two] = [post('x'), post('y')];
    for (const event of [one, two]) await carried.put(event, 0, ROUTER);
    const [pin, remove] = [
      signedBy(operator, labelDraft({ word: 'pin', target: one.id }, NOW)),
      signedBy(operator, labelDraft({ word: 'remove', target: two.id }, NOW)),
    ];
    for (const event of [pin, remove]) expect(await carried.put(event, 0, ROUTER)).toBe('held');
    expect(carried.labelsOf(one.id)).toEqual(['pin']);
    expect([carried.has(two.id), carried.isGone(two.id)]).toEqual([false, false]);
    await carried.put(deletion([pin], operator), 0, ROUTER);
    expect(carried.labelsOf(one.id)).toEqual([]);
    expect([...carried.all].filter(({ event }) => event.kind === LABEL)).toHaveLength(1);
  });

  test('and what has ended, goes when its time by first sight is over', async () => {
    const { store, carried, pass, life } = carrying();
    const [short, long] = [post('short', [['expiration', String(NOW + 100)]]), post('long')];
    for (const event of [short, long]) await carried.put(event, 0, ROUTER);
    pass(99);
    await carried.sweep();
    expect(carried.has(short.id)).toBe(true);
    pass(2);
    await carried.sweep();
    expect([carried.has(short.id), carried.isGone(short.id), carried.has(long.id)]).toEqual([false, true, true]);
    for (let day = 0; day < 15; day += 1) {
      pass(86_400);
      life.now; // looked at each day: a step of two weeks would count as two days
    }
    await carried.sweep();
    expect(carried.has(long.id)).toBe(false);
    expect([...store.kept.keys()]).toEqual([`g${long.id}`]); // the other one is forgotten as well
  });
});

describe('a router that holds for a short time', () => {
  const expiring = (content: string, days: number) => post(content, [['expiration', String(NOW + days * 86_400)]]);

  test('takes nothing away from here, and is not offered what has ended there', async () => {
    const here = { days: 14 };
    const { carried, pass } = carrying(undefined, { days: () => here.days });
    const [own, theirs, wrap] = [letterTo(), expiring('theirs', 10), letterTo()];
    await carried.keepOwn(own);
    for (const event of [theirs, wrap]) await carried.put(event, 0, ROUTER);
    pass(3 * 86_400 - 60);
    here.days = 1;
    await carried.sweep();
    expect([own, theirs, wrap].map(({ id }) => [carried.has(id), carried.isGone(id)])).toEqual(
      Array.from({ length: 3 }, () => [true, false]),
    );
    const offered = async (): Promise<number> => {
      let count = 0;
      for await (const _ of carried.query({})) count += 1;
      return count;
    };
    expect(await offered()).toBe(0);
    expect(carried.items({})).toHaveLength(3);
    here.days = 14;
    expect(await offered()).toBe(3);
  });

  test('and what one has said oneself stays as long as it says, whatever a router holds', async () => {
    const here = { days: 30 };
    const { carried, pass, life } = carrying(undefined, { days: () => here.days });
    const [own, theirs] = [expiring('own', 30), expiring('theirs', 30)];
    await carried.keepOwn(own);
    await carried.put(theirs, 0, ROUTER);
    for (let day = 0; day < 20; day += 1) {
      pass(86_400);
      life.now;
    }
    await carried.sweep();
    expect([carried.has(own.id), carried.has(theirs.id)]).toEqual([true, true]);
    here.days = 1;
    await carried.sweep();
    expect([carried.has(own.id), carried.has(theirs.id)]).toEqual([true, false]);
  });
});

test('what is thrown away is others’, and comes again when it is asked for, also at the next visit', async () => {
  const { store, carried } = carrying();
  const [own, theirs, wrap] = [post('mine', [], self), post('theirs'), letterTo()];
  await carried.keepOwn(own);
  for (const event of [theirs, wrap]) await carried.put(event, 0, ROUTER);
  await carried.throwAway(['letters', 'public']);
  expect([...carried.all].map(({ event }) => event.id)).toEqual([own.id]);
  expect([...store.kept.keys()].sort()).toEqual([`e${own.id}`, `g${theirs.id}`, `g${wrap.id}`].sort());
  const again = carrying(store.after()).carried;
  for (const event of [theirs, wrap]) {
    expect(again.isGone(event.id)).toBe(true);
    expect(await again.put(event, 0, ROUTER)).toBe('deleted');
  }
  expect(await again.askFor('public')).toBe(true);
  expect(await again.put(theirs, 0, ROUTER)).toBe('held');
  expect(await again.put(wrap, 0, ROUTER)).toBe('deleted');
  expect(await again.askFor('letters')).toBe(true);
  expect(await again.put(wrap, 0, ROUTER)).toBe('held');
  expect(await again.askFor('public')).toBe(false);
});

test('what was let go for good, or taken back, does not come with what is asked for', async () => {
  const { carried } = carrying();
  const [theirs, gone] = [post('theirs'), post('gone')];
  for (const event of [theirs, gone]) await carried.put(event, 0, ROUTER);
  await carried.letGo([gone.id]);
  await carried.throwAway(['public']);
  await carried.askFor('public');
  expect([carried.isGone(theirs.id), carried.isGone(gone.id)]).toEqual([false, true]);
});

describe('room', () => {
  const kept = (id: string, first: number, bytes: number, more: Partial<Kept> = {}): Kept => ({
    event: { id, kind: POST } as SignedEvent,
    first,
    bytes,
    ...more,
  });
  const half = MOST_BYTES.public / 2;

  test('is made by the oldest of its sort, never by one’s own', () => {
    const all = [
      kept('own', 0, half, { own: {} }),
      kept('letter', 0, half, { event: { id: 'letter' as EventId, kind: WRAP } as SignedEvent }),
      kept('young', 5, half),
      kept('old', 1, half),
    ];
    expect(makeRoom(all, kept('new', 9, 10), 2 * half)).toEqual(['old']);
    expect(makeRoom(all, kept('new', 9, 10), half)).toEqual([]);
  });

  test('is not made for what is older than all of it', () => {
    const all = [kept('young', 5, half), kept('old', 1, half)];
    expect(makeRoom(all, kept('new', 0, 10), 2 * half)).toBeUndefined();
    expect(makeRoom(all, kept('new', 2, half + 10), 2 * half)).toBeUndefined();
    expect(makeRoom(all, kept('own', 0, 10, { own: {} }), 2 * half)).toEqual([]);
  });

  test('is made by what goes last only for what goes last, however old that is', () => {
    const isLast = ({ event }: Kept): boolean => event.id.startsWith('pinned');
    const all = [kept('pinned', 1, half), kept('young', 5, half)];
    expect(makeRoom(all, kept('new', 9, 10), 2 * half, isLast)).toEqual(['young']);
    expect(makeRoom(all, kept('new', 9, half + 10), 2 * half, isLast)).toBeUndefined();
    expect(makeRoom(all, kept('pinned too', 0, 10), 2 * half, isLast)).toEqual(['young']);
    expect(makeRoom(all, kept('pinned too', 9, half + 10), 2 * half, isLast)).toEqual(['young', 'pinned']);
  });

  test('is made neither by what the operator says, nor by what is pinned, whatever others write', async () => {
    const { carried, pass } = carrying(undefined, {
      isOperator: (key) => key === hexOf(publicKeyOf(operator)),
      checking: { isBusy: false, isGenuine: async () => true },
    });
    const [bad, good] = [post('bad'), post('good')];
    const [hide, pin] = (['hide', 'pin'] as const).map((word) =>
      signedBy(operator, labelDraft({ word, target: (word === 'hide' ? bad : good).id }, NOW)),
    );
    if (!hide || !pin) expect.fail();
    for (const event of [hide, pin, good]) await carried.put(event, 60, ROUTER);
    const flood = async (count: number, kind: number, tags: readonly (readonly string[])[]): Promise<number> => {
      let [held, written] = [0, 0];
      for (let at = 0; at < count; at += 1) {
        pass(1);
        const event = { ...post(''), id: `${kind}`.padEnd(32, '0') + `${at}`.padStart(32, '0'), kind, tags };
        written += (await carried.put(event as SignedEvent, 0, ROUTER)) === 'held' ? 1 : 0;
      }
      for (const { event } of carried.all) if (event.kind === kind) held += 1;
      return written - held;
    };
    expect(await flood(150, POST, [['z', 'y'.repeat(75_000)]])).toBeGreaterThan(0);
    const named = Array.from({ length: 110 }, (_, at) => ['e', `${at}`.padStart(64, '0')]);
    expect(await flood(150, DELETION, named)).toBeGreaterThan(0);
    expect([hide, pin, good].map(({ id }) => carried.has(id))).toEqual([true, true, true]);
    await carried.put(bad, 0, ROUTER);
    expect(carried.labelsOf(bad.id)).toEqual(['hide']);
  });
});

describe('a page that is killed at any moment', () => {
  let events: readonly SignedEvent[] = [];
  beforeAll(() => {
    const posts = Array.from({ length: 6 }, (_, n) => post(`post ${n}`));
    events = [...posts, deletion(posts.slice(0, 1)), deletion(posts.slice(1, 3)), letterTo(), letterTo()];
  });
  const id = (at: number): SignedEvent => events[at % events.length] ?? expect.fail();

  const step = fc.oneof(
    fc.record({ does: fc.constant('put' as const), at: fc.nat(9) }),
    fc.record({ does: fc.constant('letGo' as const), at: fc.nat(9) }),
    fc.record({ does: fc.constant('own' as const), at: fc.nat(5) }),
    fc.record({ does: fc.constant('turn' as const), at: fc.nat(3) }),
  );

  test('has everything that it said to hold, and nothing that it let go', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), fc.nat(12), async (steps, writesLeft) => {
        const store = new MemoryKeyval();
        store.writesLeft = writesLeft;
        const { carried } = carrying(store, { checking: { isBusy: false, isGenuine: async () => true } });
        const [held, gone] = [new Set<EventId>(), new Set<EventId>()];
        for (const { does, at } of steps) {
          const event = id(at);
          if (does === 'put')
            void carried.put(event, 0, ROUTER).then((outcome) => {
              if (outcome === 'held' && carried.has(event.id)) held.add(event.id);
            });
          else if (does === 'own' && !carried.isGone(event.id))
            void carried.keepOwn(event).then(() => held.add(event.id));
          else if (does === 'letGo') void carried.letGo([event.id]).then(() => gone.add(event.id));
          else for (let turn = 0; turn < at; turn += 1) await new Promise(setImmediate);
        }
        for (let turn = 0; turn < 4; turn += 1) await new Promise(setImmediate);
        const next = carrying(store.after()).carried;
        // What was being let go when the page was killed may be there or not.
        for (const one of held) expect(next.has(one) || carried.isGone(one), 'held').toBe(true);
        for (const one of gone) expect([next.isGone(one), next.has(one)], 'gone').toEqual([true, false]);
        const ids = [...next.all].map(({ event }) => event.id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 150 },
    );
  });

  test('and stores what is damaged no further: it is as if it were not there', async () => {
    const { store, carried } = carrying();
    const [one, two] = [post('x'), post('y')];
    for (const event of [one, two]) await carried.put(event, 0, ROUTER);
    store.kept.set(`e${one.id}`, { event: { ...one, id: 5 }, first: 0 });
    store.kept.set('g5', 'never');
    store.kept.set('e', null);
    const next = carrying(store.after());
    expect([...next.carried.all].map(({ event }) => event.id)).toEqual([two.id]);
    expect(await next.carried.put(one, 0, ROUTER)).toBe('held');
  });
});
