import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type EventId, hexOf, type SignedEvent, signedBy } from '../../protocol/event.ts';
import { newSecret, publicKeyOf } from '../../protocol/keys.ts';
import type { DeviceId } from '../../protocol/signaling.ts';
import { type ClientWords, type HolderWords, parseClientWords, parseHolderWords } from '../../protocol/words.ts';
import type { Bringer } from '../holding.ts';
import { POST, WRAP } from '../kinds.ts';
import { MemoryHolding } from '../testing/memory-holding.ts';
import { LineEnded, Nonsense, Reconciling } from './reconciling.ts';
import { Serving } from './serving.ts';

const secret = newSecret();
const PHONE: Bringer = { is: 'device', key: hexOf(publicKeyOf(secret)), address: '192.168.42.7' };
const OTHER: Bringer = { is: 'device', key: hexOf(publicKeyOf(newSecret())), address: '192.168.42.8' };
const ROUTER: Bringer = { is: 'router', id: 'CaJnJDPpIm_BgPv9' };

const post = (number: number, kind = POST): SignedEvent =>
  signedBy(secret, { kind, created_at: number % 9, tags: [], content: String(number) });
let posts: readonly SignedEvent[] = [];
beforeAll(() => {
  posts = Array.from({ length: 150 }, (_, number) => post(number));
});

/** Both halves with the wire between them: what is said is parsed as it comes. */
function line(
  phone = new MemoryHolding(),
  router = new MemoryHolding(),
  who: Bringer | 'nobody' = PHONE,
  isOnItsWay: (id: EventId) => boolean = () => false,
) {
  const said: (ClientWords | HolderWords)[] = [];
  const wire = <Frame>(
    frame: object,
    parse: (json: string) => { ok: boolean; value?: Frame; error?: string },
  ): Frame => {
    const parsed = parse(JSON.stringify(frame));
    return parsed.value ?? expect.fail(parsed.error);
  };
  const ready = () => Promise.resolve();
  const serving = new Serving({
    holding: router,
    send: (frame) => {
      said.push(frame);
      const parsed = wire<HolderWords>(frame, parseHolderWords);
      queueMicrotask(() => asking.receive(parsed));
    },
    ready,
    bringer: () => (who === 'nobody' ? undefined : who),
    passes: (by) => by !== who,
  });
  const asking: Reconciling = new Reconciling({
    holding: phone,
    send: (frame) => {
      said.push(frame);
      const parsed = wire<ClientWords>(frame, parseClientWords);
      queueMicrotask(() => serving.receive(parsed as never));
    },
    ready,
    from: ROUTER,
    isOnItsWay,
  });
  return { phone, router, serving, asking, said };
}

async function fill(holding: MemoryHolding, events: readonly SignedEvent[], by = OTHER): Promise<void> {
  for (const event of events) await holding.put(event, 0, by);
}

const idsOf = (holding: MemoryHolding): readonly EventId[] => [...holding.kept.keys()].sort();

describe('two holders', () => {
  test('have the same afterwards, whatever they had before', async () => {
    const some = fc.subarray(Array.from({ length: 150 }, (_, number) => number));
    await fc.assert(
      fc.asyncProperty(some, some, async (here, there) => {
        const { phone, router, asking } = line();
        const event = (number: number): SignedEvent => posts[number] ?? expect.fail();
        await fill(phone, here.map(event));
        await fill(router, there.map(event));
        const { fetched, sent } = await asking.reconcile({});
        expect(idsOf(phone)).toEqual(idsOf(router));
        expect(idsOf(phone)).toHaveLength(new Set([...here, ...there]).size);
        expect([fetched, sent]).toEqual([
          there.filter((number) => !here.includes(number)).length,
          here.filter((number) => !there.includes(number)).length,
        ]);
      }),
      { numRuns: 8 },
    );
  });

  test('say little when they have the same', async () => {
    const { phone, router, asking, said } = line();
    await Promise.all([fill(phone, posts), fill(router, posts)]);
    await asking.reconcile({});
    expect(said.map(([type]) => type)).toEqual(['NEG-OPEN', 'NEG-MSG', 'NEG-CLOSE']);
  });

  test('compare only what is asked for', async () => {
    const { phone, router, asking } = line();
    const letter = post(1, WRAP);
    await fill(router, [letter, ...posts.slice(0, 3)]);
    await asking.reconcile({ kinds: [WRAP] });
    expect(idsOf(phone)).toEqual([letter.id]);
  });

  test('tell for how long it has been known', async () => {
    const { phone, router, asking } = line();
    router.nowS = 100;
    phone.nowS = 5_000;
    await fill(router, posts.slice(0, 1));
    router.nowS = 160;
    await asking.reconcile({});
    expect([...phone.kept.values()].map(({ seenS }) => seenS)).toEqual([4_940]);
  });

  test('do not ask for what is gone here, and are told what is gone there', async () => {
    const { phone, router, asking, said } = line();
    const [taken, other] = posts.slice(0, 2) as [SignedEvent, SignedEvent];
    await fill(router, [taken]);
    await fill(phone, [other]);
    phone.gone.add(taken.id);
    router.gone.add(other.id);
    expect(await asking.reconcile({})).toEqual({
      fetched: 0,
      sent: 0,
      refusedHere: 0,
      refusedThere: 1,
      onlyHere: [other.id],
    });
    expect(said).toContainEqual(['OK', other.id, false, 'blocked: deleted']);
    expect(idsOf(phone)).toEqual([other.id]);
  });

  test('exchange nothing that is on its way already', async () => {
    const onItsWay = new Set<EventId>();
    const { phone, router, asking } = line(new MemoryHolding(), new MemoryHolding(), PHONE, (id) => onItsWay.has(id));
    const [here, there, other] = posts.slice(0, 3) as [SignedEvent, SignedEvent, SignedEvent];
    await fill(phone, [here, other]);
    await fill(router, [there]);
    onItsWay.add(here.id).add(there.id);
    expect(await asking.reconcile({})).toMatchObject({ fetched: 0, sent: 1, onlyHere: [here.id] });
    expect(phone.has(there.id)).toBe(false);
  });

  test('part what has no meaning from what is refused', async () => {
    const { asking, serving } = line();
    serving.receive = () => asking.receive(['NEG-MSG', '1' as never, '62' as never]);
    await expect(asking.reconcile({})).rejects.toThrow(Nonsense);
    serving.receive = () => asking.receive(['NEG-ERR', '2' as never, 'rate-limited: pace']);
    await expect(asking.reconcile({})).rejects.not.toThrow(Nonsense);
  });

  test('take no event that is not genuine', async () => {
    const { phone, router, asking } = line();
    const [first] = posts.slice(0, 1) as [SignedEvent];
    const forged = { ...first, content: 'forged' };
    router.kept.set(forged.id, { event: forged, seenS: 0 });
    expect(await asking.reconcile({})).toMatchObject({ fetched: 0, refusedHere: 1 });
    expect(phone.kept.size).toBe(0);
  });

  test('stop to fetch or send where the one that asks has enough', async () => {
    const { phone, router, asking } = line();
    await fill(router, posts);
    await asking.reconcile({}, { fetches: () => phone.kept.size < 60 });
    expect(phone.kept.size).toBeGreaterThanOrEqual(60);
    expect(phone.kept.size).toBeLessThan(120);
  });
});

describe('the one that asks', () => {
  test('gets the newest by first sight, and then what is new, but not its own', async () => {
    const { phone, router, asking } = line();
    for (const event of posts.slice(0, 20)) {
      router.nowS += 1;
      await fill(router, [event]);
    }
    expect(await asking.fetch({ limit: 5 })).toBe(5);
    expect(idsOf(phone)).toEqual(
      posts
        .slice(15, 20)
        .map(({ id }) => id)
        .sort(),
    );
    asking.follow({ kinds: [POST] });
    await asking.fetch({ limit: 1 }); // so the router follows by now
    const [later, own] = posts.slice(20, 22) as [SignedEvent, SignedEvent];
    const came = new Promise<EventId>((resolve) => phone.watch(({ event }) => resolve(event.id)));
    await fill(router, [own], PHONE);
    await fill(router, [later]);
    expect(await came).toBe(later.id);
  });

  test('hears why something is not taken', async () => {
    const router = new MemoryHolding(() => 'quota');
    const { phone, asking } = line(new MemoryHolding(), router);
    await fill(phone, posts.slice(0, 1));
    expect(await asking.give(posts[0]?.id ?? expect.fail())).toBe('quota');
  });

  test('must say who it is', async () => {
    const { phone, asking } = line(new MemoryHolding(), new MemoryHolding(), 'nobody');
    await fill(phone, posts.slice(0, 1));
    expect(await asking.give(posts[0]?.id ?? expect.fail())).toBe('unknown');
  });

  test('waits for nothing any more when the line ends', async () => {
    const { asking, serving } = line();
    serving.stop();
    const all = [asking.reconcile({}), asking.fetch({}), asking.reconcile({})];
    await Promise.resolve();
    asking.stop();
    for (const each of all) await expect(each).rejects.toThrow(LineEnded);
    await expect(asking.reconcile({})).rejects.toThrow(LineEnded);
  });

  test('takes nothing that it has not asked for', async () => {
    const { phone, asking } = line();
    asking.receive(['EVENT', 'x' as never, posts[0] ?? expect.fail()]);
    await asking.fetch({ limit: 1 });
    expect(phone.kept.size).toBe(0);
  });
});

describe('the one that answers', () => {
  test('has only so many subscriptions and comparisons of one client', async () => {
    const { serving, said } = line();
    for (let count = 0; count < 17; count++) serving.receive(['REQ', `${count}` as never, { limit: 0 }]);
    for (let count = 0; count < 5; count++)
      serving.receive(['NEG-OPEN', `${count}` as never, {}, '6100000200' as never]);
    expect(said).toContainEqual(['CLOSED', '16', 'rate-limited: pace']);
    expect(said).toContainEqual(['NEG-ERR', '4', 'rate-limited: pace']);
  });

  test('answers one question of a name at a time: whoever does not read keeps no answers waiting', async () => {
    const holding = new MemoryHolding();
    await fill(holding, posts.slice(0, 5));
    const said: HolderWords[] = [];
    const serving = new Serving({
      holding,
      send: (frame) => void said.push(frame),
      ready: () => new Promise(() => {}), // nobody reads
      bringer: () => PHONE,
      passes: () => true,
    });
    for (let count = 0; count < 20; count++) serving.receive(['REQ', 'a' as never, {}]);
    for (let count = 0; count < 20; count++) serving.receive(['REQ', `${count}` as never, {}]);
    await new Promise(setImmediate);
    expect(said.filter(([type]) => type === 'CLOSED')).toHaveLength(19 + 13);
  });

  test('gives what it can read, and does not say then that it was all', async () => {
    const { phone, router, asking, said } = line();
    await fill(router, posts.slice(0, 3));
    router.unreadable.add(posts[1]?.id ?? expect.fail());
    expect(await asking.fetch({})).toBe(2);
    expect(idsOf(phone)).toHaveLength(2);
    expect(said.filter(([type]) => type === 'EOSE' || type === 'CLOSED')).toEqual([['CLOSED', '1', 'error: disk']]);
    phone.unreadable.add(posts[0]?.id ?? expect.fail());
    expect(await asking.give(posts[0]?.id ?? expect.fail())).toBe(undefined);
    router.unreadable.clear();
    expect(await asking.fetch({})).toBe(1);
  });

  test('ends a comparison in which something else is said', () => {
    const { serving, said } = line();
    serving.receive(['NEG-OPEN', 'a' as never, {}, '70' as never]);
    serving.receive(['NEG-MSG', 'b' as never, '61' as never]);
    expect(said).toEqual([
      ['NEG-ERR', 'a', 'invalid: malformed'],
      ['NEG-ERR', 'b', 'invalid: malformed'],
    ]);
  });
});

test('a device is asked for by the name that routers have for it', () => {
  const device = 'AbCdEfGhIjKlMnOp' as DeviceId;
  expect(parseClientWords(JSON.stringify(['KEY', device]))).toEqual({ ok: true, value: ['KEY', device] });
  expect(parseHolderWords(JSON.stringify(['KEY', device, null]))).toEqual({ ok: true, value: ['KEY', device, null] });
});
