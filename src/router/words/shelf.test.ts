import { describe, expect, it } from 'vitest';
import { newSecret } from '../../protocol/keys.ts';
import { MAX_TEXT_BYTES } from '../../protocol/limits.ts';
import { Unreadable } from '../../words/holding.ts';
import { DELETION, LABEL, POST, WRAP } from '../../words/kinds.ts';
import {
  all,
  DAY_S,
  DAYS,
  eventsOf,
  letterTo,
  phone,
  replies,
  says,
  shelter,
  takesBack,
  takesBackPost,
} from './testing/bench.ts';

const [ann, ben, cem] = [newSecret(), newSecret(), newSecret()];

describe('what is put', () => {
  it('is held once, given with its age, and there after a power cut', async () => {
    const at = await shelter();
    const [post, letter] = [says(ann), letterTo(ben)];
    expect(await Promise.all([at.shelf.put(post, 30, phone(ann)), at.shelf.put(post, 0, phone(ben))])).toEqual([
      'held',
      'known',
    ]);
    expect(await at.shelf.put(letter, 0, phone(ann))).toBe('held');
    expect(await at.shelf.put(post, 0, phone(ben))).toBe('known');
    at.clock.now += 10;
    for (const { shelf } of [at, await at.again('power cut')]) {
      expect(shelf.has(post.id)).toBe(true);
      expect(shelf.items({})).toEqual([post, letter].map(({ id, created_at }) => ({ id, created_at })));
      expect(eventsOf(await all(shelf.query({})))).toEqual([letter, post]);
    }
    expect(await all(at.shelf.query({ ids: [post.id] }))).toEqual([{ event: post, ageS: 40 }]);
    expect(at.shelf.counts()).toMatchObject({ events: 2, posts: 1, letters: 1, others: 0, refused: {} });
  });

  it('is told to those who watch, until they do not', async () => {
    const { shelf } = await shelter();
    const seen: unknown[] = [];
    const stop = shelf.watch((held, by) => seen.push([held, by]));
    const post = says(ann);
    await shelf.put(post, 5, phone(ben));
    await shelf.put(post, 5, phone(ben));
    stop();
    await shelf.put(says(ann), 5, phone(ben));
    expect(seen).toEqual([[{ event: post, ageS: 5 }, phone(ben)]]);
  });

  it('is found by what it is', async () => {
    const { shelf } = await shelter();
    const post = says(ann, { tags: [['t', 'need']] });
    const reply = replies(ben, post);
    const letter = letterTo(ben);
    for (const one of [post, reply, letter]) await shelf.put(one, 0, phone(ann));
    const found = async (filter: Parameters<typeof shelf.query>[0]) => eventsOf(await all(shelf.query(filter)));
    expect(await found({ kinds: [WRAP] })).toEqual([letter]);
    expect(await found({ '#t': ['need'] })).toEqual([post]);
    expect(await found({ '#e': [post.id] })).toEqual([reply]);
    expect(await found({ '#p': [phone(ben).is === 'device' ? letter.tags[0]?.[1] : ''] as never })).toEqual([letter]);
    expect(await found({ authors: [post.pubkey] })).toEqual([post]);
    expect(await found({ limit: 0 })).toEqual([]);
  });

  it('is refused with a reason when it may not be held, and nothing of it stays', async () => {
    const at = await shelter();
    const root = says(ann);
    const reply = replies(ben, root);
    await at.shelf.put(root, 0, phone(ann));
    await at.shelf.put(reply, 0, phone(ben));
    const refused = [
      [{ ...says(ann), content: 'other' }, 'not-genuine'],
      [says(ann, { content: 'x'.repeat(MAX_TEXT_BYTES + 1) }), 'too-large'],
      [says(ann, { kind: 3 }), 'other-kind'],
      [
        says(ann, {
          kind: LABEL,
          tags: [
            ['l', 'pin', 'hikyaku.board'],
            ['e', root.id],
          ],
        }),
        'other-kind',
      ],
      [says(ann, { kind: WRAP }), 'for-nobody'],
      [says(ann, { tags: [['expiration', '9']] }), 'ended'],
    ] as const;
    for (const [event, why] of refused) expect(await at.shelf.put(event, 0, phone(ann))).toBe(why);
    expect(await at.shelf.put(says(ann), DAYS * DAY_S, phone(ann))).toBe('ended');
    for (const { shelf } of [at, await at.again()]) expect(shelf.items({})).toHaveLength(2);
    expect(at.shelf.counts().refused).toMatchObject({ 'not-genuine': 1, ended: 2 });
  });
});

it.each([[[0, 1, 2]], [[2, 1, 0]], [[1, 2, 0]]])('replies are held in whichever order they come: %j', async (order) => {
  const { shelf } = await shelter();
  const root = says(ann);
  const reply = replies(ben, root);
  const thread = [root, reply, replies(cem, reply)];
  const outcomes: string[] = [];
  for (const index of order) outcomes.push(await shelf.put(thread[index] ?? root, 0, phone(ann)));
  expect(outcomes).toEqual(['held', 'held', 'held']);
});

describe('time', () => {
  it('a post of the year 2099 is not on top, and one of 1970 not at the end', async () => {
    const { shelf, clock } = await shelter();
    const late = says(ann, { created_at: 4_086_000_000 });
    const early = says(ann, { created_at: 1 });
    await shelf.put(late, 0, phone(ann));
    clock.now += 1;
    await shelf.put(early, 0, phone(ann));
    expect(eventsOf(await all(shelf.query({})))).toEqual([early, late]);
  });

  it('ends what has been held for as long as it says, or as anything is, from first sight', async () => {
    const at = await shelter();
    const hour = says(ann, { created_at: 9_000, tags: [['expiration', '12600']] });
    const long = says(ann, { tags: [['expiration', '4086000000']] });
    const carried = says(ann);
    await at.shelf.put(hour, 600, phone(ann));
    await at.shelf.put(long, 0, phone(ann));
    await at.shelf.put(carried, DAY_S, phone(ann));
    const ids = () => at.shelf.items({}).map(({ id }) => id);
    at.clock.now += 2_999;
    expect(ids()).toEqual([hour.id, long.id, carried.id]);
    at.clock.now += 1;
    expect(ids()).toEqual([long.id, carried.id]); // also before anybody has cleaned up
    await at.tick();
    expect(await at.shelf.put(hour, 3_600, phone(ben))).toBe('ended');
    at.clock.now += (DAYS - 1) * DAY_S;
    expect(ids()).toEqual([long.id]);
    at.clock.now += DAY_S;
    await at.tick();
    expect(at.shelf.counts()).toMatchObject({ events: 0, gone: { ended: 3 } });
  });

  it.each([
    'at once',
    'after a minute',
    'after a power cut',
  ])('an age that somebody made up bars nothing: %s', async (when) => {
    const post = says(ann);
    let at = await shelter();
    await at.shelf.put(post, DAYS * DAY_S - 1, phone(ben));
    at.clock.now += 2;
    if (when !== 'at once') await at.tick();
    if (when === 'after a power cut') at = await at.again('power cut');
    expect([at.shelf.has(post.id), at.shelf.isGone(post.id)]).toEqual([false, false]);
    expect(await at.shelf.put(post, DAYS * DAY_S, phone(ben))).toBe('ended');
    expect(await at.shelf.put(post, 60, phone(ann))).toBe('held');
    at.clock.now += DAYS * DAY_S;
    await at.tick();
    expect(at.shelf.has(post.id)).toBe(false);
  });

  it('what was here until it ended does not come again, also after a power cut', async () => {
    const at = await shelter();
    const post = says(ann);
    await at.shelf.put(post, 0, phone(ann));
    at.clock.now += DAYS * DAY_S;
    expect(await at.shelf.put(post, 0, phone(ann))).toBe('ended');
    await at.tick();
    for (const { shelf } of [at, await at.again('power cut')]) {
      expect(shelf.isGone(post.id)).toBe(true);
      expect(await shelf.put(post, 0, phone(ann))).toBe('ended');
    }
  });

  it('what says something of what is held is as good as new, however old a phone calls it', async () => {
    const [at, other] = [await shelter(), await shelter()];
    const [hidden, back] = [says(ann), says(ann)];
    for (const { shelf } of [at, other]) for (const post of [hidden, back]) await shelf.put(post, 0, phone(ann));
    await other.shelf.label('hide', hidden.id);
    const [label] = eventsOf(await all(other.shelf.query({ kinds: [LABEL] })));
    if (label === undefined) throw new Error('a label');
    const deletion = takesBack(ann, back);
    for (const one of [label, deletion]) await at.shelf.put(one, DAYS * DAY_S - 1, phone(ben));
    at.clock.now += 2;
    await at.tick();
    expect([at.shelf.has(hidden.id), at.shelf.has(label.id), at.shelf.has(deletion.id)]).toEqual([false, true, true]);
  });

  it('goes on where it was after a restart, whatever clock the machine has now', async () => {
    let at = await shelter();
    const post = says(ann);
    await at.shelf.put(post, 0, phone(ann));
    for (let days = 0; days < DAYS - 1; days += 1) {
      at.clock.now += DAY_S;
      await at.tick();
      at.clock.now += 59; // the last minute before a power cut counts as nothing
      at = await at.again('power cut');
      at.clock.now = days % 2 ? 7 : 1e9;
      at = await at.again('power cut'); // and a start without a minute of life
    }
    expect((await all(at.shelf.query({}))).map(({ ageS }) => ageS)).toEqual([(DAYS - 1) * DAY_S]);
    at.clock.now += DAY_S;
    expect(at.shelf.isGone(post.id)).toBe(true);
  });
});

describe('taken back', () => {
  it('by its author it goes, and does not come again, also after a power cut', async () => {
    let at = await shelter();
    const post = says(ann);
    await at.shelf.put(post, 0, phone(ann));
    expect(await at.shelf.put(takesBack(ben, post), 0, phone(ben))).toBe('held');
    expect(at.shelf.has(post.id)).toBe(true);
    expect(await at.shelf.put(takesBack(ann, post), 0, phone(ann))).toBe('held');
    for (let twice = 0; twice < 2; twice += 1) {
      expect([at.shelf.has(post.id), at.shelf.isGone(post.id)]).toEqual([false, true]);
      expect(await at.shelf.put(post, 0, phone(cem))).toBe('deleted');
      expect(at.shelf.items({ kinds: [DELETION] })).toHaveLength(2);
      at = await at.again('power cut');
    }
  });

  it('by its author it does not come back with a phone that was off while all else ended, but may much later', async () => {
    let at = await shelter();
    const post = says(ann);
    await at.shelf.put(post, 0, phone(ann));
    await at.shelf.put(takesBackPost(ann, post), 0, phone(ann));
    const broughtIn = async (days: number) => {
      at.clock.now += days * DAY_S;
      await at.tick();
      at = await at.again('power cut');
      return at.shelf.put(post, 60, phone(ben));
    };
    expect(await broughtIn(DAYS + 1)).toBe('deleted');
    expect(await broughtIn(DAYS - 2)).toBe('deleted');
    expect(await broughtIn(2)).toBe('held');
    expect(at.shelf.items({ kinds: [DELETION] })).toEqual([]);
  });

  it('before it has come it is not taken', async () => {
    const { shelf } = await shelter();
    const post = says(ann);
    await shelf.put(takesBack(ben, post), 0, phone(ben));
    expect(shelf.isGone(post.id)).toBe(false);
    await shelf.put(takesBack(ann, post), 0, phone(ann));
    expect(await shelf.put(post, 0, phone(cem))).toBe('deleted');
    expect(shelf.isGone(post.id)).toBe(true);
  });

  it('while it is being written it goes at once', async () => {
    const { shelf } = await shelter();
    const post = says(ann);
    await Promise.all([shelf.put(takesBack(ann, post), 0, phone(ann)), shelf.put(post, 0, phone(ann))]);
    expect([shelf.has(post.id), shelf.isGone(post.id)]).toEqual([false, true]);
  });

  it('a letter goes when the one has it for whom it is', async () => {
    const { shelf } = await shelter();
    const letter = letterTo(ben);
    await shelf.put(letter, 0, phone(ann));
    await shelf.put(takesBack(ann, letter), 0, phone(ann));
    expect(shelf.has(letter.id)).toBe(true);
    await shelf.put(takesBack(ben, letter), 0, phone(ben));
    expect([shelf.has(letter.id), shelf.isGone(letter.id)]).toEqual([false, true]);
  });
});

describe('the operator', () => {
  it('hides a post from everybody, and shows it again', async () => {
    let at = await shelter();
    const post = says(ann);
    await at.shelf.put(post, 0, phone(ann));
    expect(await at.shelf.label('hide', post.id)).toBe('held');
    expect(await at.shelf.label('hide', post.id)).toBe('known');
    at = await at.again('power cut');
    expect([at.shelf.has(post.id), at.shelf.isGone(post.id)]).toEqual([false, true]);
    expect(at.shelf.items({ kinds: [POST] })).toEqual([]);
    expect(await all(at.shelf.query({ kinds: [POST] }))).toEqual([]);
    expect(await at.shelf.put(post, 0, phone(ben))).toBe('removed');
    expect(await all(at.shelf.list())).toMatchObject([{ event: post, labels: ['hide'] }]);
    for (let twice = 0; twice < 2; twice += 1) {
      expect(await at.shelf.unlabel('hide', post.id)).toBe('held');
      expect(await at.shelf.unlabel('hide', post.id)).toBe('known');
      expect(at.shelf.has(post.id)).toBe(true);
      expect(await at.shelf.label('hide', post.id)).toBe('held');
      expect(at.shelf.has(post.id)).toBe(false);
    }
  });

  it('removes a post for good, until that is taken back', async () => {
    const at = await shelter();
    const post = says(ann);
    await at.shelf.put(post, 0, phone(ann));
    expect(await at.shelf.remove(post.id)).toBe('held');
    for (const { shelf } of [at, await at.again('power cut')]) {
      expect(await all(shelf.list())).toEqual([]);
      expect(shelf.isGone(post.id)).toBe(true);
      expect(await shelf.put(post, 0, phone(ann))).toBe('removed');
    }
    const { shelf } = await at.again('power cut');
    expect(await shelf.unlabel('remove', post.id)).toBe('held');
    expect(await shelf.put(post, 0, phone(ann))).toBe('held');
  });

  it.each([
    'remove',
    'hide',
  ] as const)('a word of %s is for as long as a phone that was off may bring it', async (word) => {
    let [at, other] = [await shelter(), await shelter()];
    const post = says(ann);
    for (const { shelf } of [at, other]) await shelf.put(post, 0, phone(ann));
    await at.shelf.label(word, post.id);
    const years = async (): Promise<void> => {
      for (const one of [at, other]) {
        one.clock.now += 400 * DAY_S;
        await one.tick();
      }
      [at, other] = [await at.again('power cut'), await other.again('power cut')];
    };
    for (let twice = 0; twice < 2; twice += 1) await years(); // what has ended is forgotten in the second
    expect(await at.shelf.put(post, 60, phone(ben))).toBe('removed');
    const said = async (kind: number) => {
      const [held] = await all(at.shelf.query({ kinds: [kind] }));
      return held ?? expect.fail();
    };
    const label = await said(LABEL);
    await other.shelf.put(post, 60, phone(ben));
    expect(await other.shelf.put(label.event, label.ageS, { is: 'router', id: 'r' })).toBe('held');
    expect(other.shelf.has(post.id)).toBe(false);
    await years();
    expect(await at.shelf.unlabel(word, post.id)).toBe('held');
    for (let twice = 0; twice < 2; twice += 1) await years();
    expect(await at.shelf.put(label.event, 60, { is: 'router', id: 'r' })).toBe('deleted');
    expect(await at.shelf.put(post, 60, phone(ben))).toBe('held');
    const undo = await said(DELETION);
    await other.shelf.put(undo.event, undo.ageS, { is: 'router', id: 'r' });
    expect(await other.shelf.put(post, 60, phone(ben))).toBe('held');
  });

  it('says nothing about what is not there', async () => {
    const { shelf } = await shelter();
    expect(await shelf.label('pin', says(ann).id)).toBe('malformed');
  });

  it('is not believed any more when the mesh key is another one', async () => {
    const at = await shelter();
    const post = says(ann);
    await at.shelf.put(post, 0, phone(ann));
    await at.shelf.label('hide', post.id);
    const { shelf } = await at.again('orderly', { operator: newSecret() });
    expect(shelf.has(post.id)).toBe(true);
  });
});

describe('when room is short', () => {
  const at4 = (who: number) => phone([ann, ben, cem][who % 3] ?? ann, `10.0.0.${who}`);

  it('a flood by one device costs its own share, also after a power cut', async () => {
    let at = await shelter({ deviceEventsAtMost: 10 });
    const flood = Array.from({ length: 12 }, () => says(ann));
    const outcomes = await Promise.all(flood.map((post) => at.shelf.put(post, 0, phone(ann))));
    expect(outcomes.filter((outcome) => outcome === 'held')).toHaveLength(10);
    at = await at.again('power cut');
    expect(await at.shelf.put(says(ann), 0, phone(ann, '10.1.1.1'))).toBe('quota');
    expect(await at.shelf.put(says(ben), 0, phone(ann))).toBe('held'); // carried for somebody
    expect(await at.shelf.put(says(ben), 0, phone(ben))).toBe('held');
    await at.shelf.put(takesBack(ann, flood[0] ?? says(ann)), 0, phone(ben));
    expect(await at.shelf.put(says(ann), 0, phone(ann))).toBe('held'); // there is room again
  });

  it('what is most held elsewhere goes, then the oldest by first sight; what is pinned stays', async () => {
    const at = await shelter({ eventsAtMost: 20 });
    const posts = Array.from({ length: 16 }, () => says(cem));
    for (const [index, post] of posts.entries()) {
      at.clock.now += 1;
      expect(await at.shelf.put(post, index === 5 ? 10_000 : 0, at4(index % 4))).toBe('held');
    }
    const [first, second, third] = posts;
    if (!first || !second || !third) throw new Error('three');
    await at.shelf.label('pin', first.id);
    for (const router of ['r2', 'r3']) at.shelf.markElsewhere(third.id, router);
    const gone = () => posts.flatMap(({ id }, index) => (at.shelf.has(id) ? [] : [index]));
    at.clock.now += 1;
    for (const one of [0, 1, 2]) expect(await at.shelf.put(says(ann), 0, phone(ann, `10.0.1.${one}`))).toBe('held');
    expect(gone()).toEqual([]); // twenty fit
    expect(await at.shelf.put(says(ben), 0, phone(ben, '10.0.1.3'))).toBe('held');
    expect(gone()).toContain(2);
    expect(gone().length).toBeLessThanOrEqual(2);
    expect(await at.shelf.put(says(ben), 0, phone(ben, '10.0.1.4'))).toBe('held');
    expect(gone()).toContain(5);
    expect(await at.shelf.put(says(ben), 0, phone(ben, '10.0.1.5'))).toBe('held');
    expect(at.shelf.has(first.id)).toBe(true);
    expect(at.shelf.counts().events).toBeLessThanOrEqual(20);
    expect([at.shelf.isGone(third.id), at.shelf.counts().gone.evicted > 0]).toEqual([true, true]);
  });

  it('nobody who has more drives out those who have less', async () => {
    const at = await shelter({ eventsAtMost: 20 });
    const modest = Array.from({ length: 12 }, (_, index) => [says(ann), phone(ann, `10.0.0.${index}`)] as const);
    for (const [post, by] of modest) await at.shelf.put(post, 1_000, by);
    const flood = async (address: string) => {
      const outcomes: string[] = [];
      for (let count = 0; count < 8; count += 1) outcomes.push(await at.shelf.put(says(cem), 0, phone(cem, address)));
      return outcomes;
    };
    expect((await flood('10.0.1.1')).filter((outcome) => outcome === 'quota')).toHaveLength(3);
    await flood('10.0.1.2');
    await flood('10.0.1.3');
    expect(modest.every(([post]) => at.shelf.has(post.id))).toBe(true);
  });

  it('fresh junk keeps nothing out that was carried here, however old that is', async () => {
    const at = await shelter({ eventsAtMost: 20 });
    for (let index = 0; index < 20; index += 1)
      expect(await at.shelf.put(says(newSecret()), 0, phone(newSecret(), `10.0.0.${index % 4}`))).toBe('held');
    const carried = Array.from({ length: 8 }, (_, index) => [says(ben), 500 + index] as const);
    const router = { is: 'router', id: 'r2' } as const;
    for (const [post, age] of carried.slice(0, 4)) expect(await at.shelf.put(post, age, router)).toBe('held');
    for (const [post, age] of carried.slice(4)) expect(await at.shelf.put(post, age, phone(ben))).toBe('held');
    expect(carried.every(([post]) => at.shelf.has(post.id))).toBe(true);
  });

  it.each([
    ['in an IPv6 network', (index: number) => `fd00::${index + 1}`],
    ['in an IPv4 network', (index: number) => `10.0.7.${index + 1}`],
  ])('addresses that somebody makes up %s leave what each of the others has', async (_, address) => {
    const at = await shelter({ eventsAtMost: 40 });
    const few = [says(ann), says(ann), says(ann)];
    const linked = [says(ben), says(ben)];
    for (const post of few) await at.shelf.put(post, 0, phone(ann, '10.0.9.9'));
    for (const post of linked) await at.shelf.put(post, 0, { is: 'router', id: 'r2' });
    at.clock.now += 9;
    const from = async (where: string) => at.shelf.put(says(cem), 0, phone(newSecret(), where));
    for (let index = 0; index < 16; index += 1) await from(address(index));
    for (let index = 0; index < 24; index += 1) await from(`10.0.1.${index % 2}`);
    expect(at.shelf.counts().gone.evicted).toBeGreaterThan(0);
    expect([...few, ...linked].every(({ id }) => at.shelf.has(id))).toBe(true);
    expect(await at.shelf.put(says(ann), 50, phone(ann, '10.0.9.9'))).toBe('held');
  });

  it('what would have gone stays, and counts, when the disk does not take what it would have gone for', async () => {
    const at = await shelter({ eventsAtMost: 4 });
    const posts = Array.from({ length: 4 }, () => says(ann));
    for (const [index, post] of posts.entries()) await at.shelf.put(post, 0, phone(ann, `10.0.0.${index}`));
    at.clock.now += 1;
    const { bytes } = at.shelf.counts();
    at.disks.words.fate = () => 'fails';
    for (let times = 0; times < 5; times += 1)
      expect(await at.shelf.put(says(ben), 0, phone(ben, '10.0.1.1'))).toBe('disk');
    at.disks.words.fate = () => 'ok';
    expect(at.shelf.counts()).toMatchObject({ events: 4, bytes, gone: { evicted: 0 } });
    expect(posts.every(({ id }) => at.shelf.has(id))).toBe(true);
    for (const one of [1, 2, 3]) expect(await at.shelf.put(says(ben), 0, phone(ben, `10.0.1.${one}`))).toBe('held');
    expect(at.shelf.counts().events).toBeLessThanOrEqual(4);
    expect(at.shelf.counts().gone.evicted).toBeGreaterThan(2);
  });

  it('what is older than all else of the same place is not taken, where nobody has more', async () => {
    const at = await shelter({ eventsAtMost: 8 });
    for (let index = 0; index < 8; index += 1) await at.shelf.put(says(ann), 0, phone(ann, `10.0.0.${index}`));
    expect(await at.shelf.put(says(ben), 500, phone(ben, '10.0.0.3'))).toBe('full');
    at.clock.now += 1;
    expect(await at.shelf.put(says(ben), 0, phone(ben, '10.0.0.3'))).toBe('held');
    expect(at.shelf.counts()).toMatchObject({ events: 8, gone: { evicted: 1 } });
  });

  it('what is left of it comes with what it was told to hold less', async () => {
    const at = await shelter({ eventsAtMost: 40 });
    for (let index = 0; index < 12; index += 1) {
      at.clock.now += 1;
      await at.shelf.put(says(ann), 0, phone(ann, `10.0.0.${index}`));
    }
    const less = await at.again('orderly', { eventsAtMost: 8 });
    expect(less.shelf.counts().events).toBeLessThanOrEqual(8);
    expect((await less.again('power cut')).shelf.counts().events).toBeLessThanOrEqual(8);
  });
});

it('a disk that fails is said, and the router goes on', async () => {
  const at = await shelter();
  const [held, other] = [says(ann), says(ann)];
  await at.shelf.put(held, 0, phone(ann));
  at.disks.words.fate = () => 'fails';
  expect(await at.shelf.put(other, 0, phone(ann))).toBe('disk');
  await at.tick();
  expect(at.said.filter((line) => line.includes('the disk does not take what is put (EIO)'))).toHaveLength(1);
  expect([at.shelf.has(held.id), at.shelf.has(other.id)]).toEqual([true, false]);
  at.disks.words.fate = () => 'ok';
  expect(await at.shelf.put(other, 0, phone(ann))).toBe('held');
  expect(at.shelf.counts()).toMatchObject({ events: 2, refused: { disk: 1 } });
});

it('what cannot be read now is said behind what can, and held on', async () => {
  const at = await shelter();
  const [first, second] = [says(ann), says(ann)];
  for (const post of [first, second]) await at.shelf.put(post, 0, phone(ann));
  let reads = 0;
  at.disks.words.fate = () => {
    reads += 1;
    return reads === 2 ? 'fails' : 'ok'; // the first opens the file
  };
  const given: unknown[] = [];
  const asking = async () => {
    for await (const { event } of at.shelf.query({})) given.push(event);
  };
  await expect(asking()).rejects.toBeInstanceOf(Unreadable);
  expect(given).toEqual([second]);
  expect(eventsOf(await all(at.shelf.query({})))).toEqual([first, second]);
});

it('an event that has changed on the disk is not given, and may come again', async () => {
  const at = await shelter();
  const post = says(ann);
  await at.shelf.put(post, 0, phone(ann));
  at.disks.words.damage('00000001.0', 40);
  expect(await all(at.shelf.query({}))).toEqual([]);
  expect([at.shelf.has(post.id), at.shelf.isGone(post.id)]).toEqual([false, false]);
  expect(await at.shelf.put(post, 0, phone(ben))).toBe('held');
  expect(eventsOf(await all((await at.again('power cut')).shelf.query({})))).toEqual([post]);
});

it('so may one that had changed when its file was written anew', async () => {
  const before = await shelter();
  const [damaged, kept, ...others] = Array.from({ length: 8 }, () => says(ann));
  if (damaged === undefined || kept === undefined) throw new Error('eight');
  for (const post of [damaged, kept, ...others]) await before.shelf.put(post, 0, phone(ann));
  const at = await before.again('power cut'); // that file is not written to any more
  at.disks.words.damage('00000001.0', 40);
  await at.shelf.put(takesBack(ann, ...others), 0, phone(ann));
  await at.tick();
  expect([...at.disks.words.files.keys()]).toContain('00000001.1');
  expect(eventsOf(await all(at.shelf.query({ kinds: [POST] })))).toEqual([kept]);
  expect(at.shelf.has(damaged.id)).toBe(false);
  expect(await at.shelf.put(damaged, 0, phone(ben))).toBe('held');
  expect(eventsOf(await all(at.shelf.query({ ids: [damaged.id] })))).toEqual([damaged]);
});

it('a router that stops takes nothing more', async () => {
  const { shelf } = await shelter();
  await shelf.stop();
  expect(await shelf.put(says(ann), 0, phone(ann))).toBe('disk');
});
