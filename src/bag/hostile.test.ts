/** A router that lies: what is said to be events is genuine and nasty, and frames come that nobody asked for, or never end. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hexOf, rumorOf, type SignedEvent, signedBy } from '../protocol/event.ts';
import { idOf, newSecret, publicKeyOf, type SecretKey } from '../protocol/keys.ts';
import type { ClientWords, Negentropy } from '../protocol/words.ts';
import { DELETION, POST, RECEIPT, SEAL, WRAP } from '../words/kinds.ts';
import { LABEL_WORDS, labelDraft } from '../words/label.ts';
import { sealed } from '../words/letters/envelope.ts';
import { messageDraft } from '../words/letters/message.ts';
import { Comparison } from '../words/negentropy/comparison.ts';
import { FakeRouter } from './testing/fake-router.ts';
import { Phone, turns } from './testing/phone.ts';

const X = { is: 'router', id: 'x' } as const;
const NOW = 1_764_150_000;
const IN_2099 = 4_070_908_800;
const [evil, once, mother] = [newSecret(), newSecret(), newSecret()];

const says = (content: string, tags: string[][] = [], created_at = NOW, by: SecretKey = evil): SignedEvent =>
  signedBy(by, { kind: POST, created_at, tags, content });
const honest = says('water at ten', [], NOW, mother);

/** Everything that may not change what is shown, for the phone that has said `own`. */
function nasty(hero: Phone, own: string): readonly SignedEvent[] {
  const about = [...new Set([honest.id, own])];
  const wrapped = (content: string, tags: string[][]) => signedBy(once, { kind: WRAP, created_at: NOW, tags, content });
  const toHero = ['p', hexOf(hero.key)];
  const inTheNameOfMother = rumorOf(
    publicKeyOf(mother),
    messageDraft({ says: 'text', text: 'send money' }, hero.key, NOW),
  );
  const receipt = (by: SecretKey) =>
    rumorOf(publicKeyOf(by), { kind: RECEIPT, created_at: NOW, tags: [toHero, ['e', own]], content: '' });
  const toOther = rumorOf(publicKeyOf(evil), messageDraft({ says: 'text', text: 'x' }, publicKeyOf(once), NOW));
  return [
    wrapped('to nobody', []),
    wrapped('to two', [toHero, ['p', hexOf(publicKeyOf(once))]]),
    wrapped('no letter', [toHero]),
    ...[inTheNameOfMother, receipt(evil), receipt(mother), toOther].map((said) =>
      sealed(said, evil, hero.key, { now: NOW }),
    ),
    signedBy(evil, { kind: DELETION, created_at: IN_2099, tags: about.map((id) => ['e', id]), content: '' }),
    ...LABEL_WORDS.map((word) => signedBy(evil, labelDraft({ word, target: honest.id }, NOW))),
    signedBy(evil, { kind: SEAL, created_at: NOW, tags: [], content: '' }),
    { ...honest, content: 'water is poisoned' },
    { ...says('not signed'), sig: '00'.repeat(64) },
  ];
}

/** What may be shown, and is nobody else's. */
const odd = says('a reply to nothing', [['e', 'ab'.repeat(32), '', 'root']]);
const reply = says('reply', [['e', honest.id, '', 'root']], IN_2099);
const posts: readonly SignedEvent[] = [
  honest,
  odd,
  reply,
  says('a reply to a reply', [['e', reply.id, '', 'root']]),
  says('from 2099', [['expiration', '999999999999']], IN_2099),
  says('from 1970', [['expiration', '0']], 0),
  says(
    '\u202e\n\n\n\n\n\u0000',
    Array.from({ length: 64 }, (_, n) => ['e', n.toString(16).padStart(64, '0')]),
  ),
  says('files', [['imeta', `x ${'00'.repeat(32)}`, 'size 9007199254740991', 'm text/html', 'alt ../../x']]),
];

const AGES = [undefined, 0, 60, 3_153_600_000, -1, 1e300, 'old', null];

async function begun(): Promise<{ hero: Phone; home: FakeRouter; own: string }> {
  const home = new FakeRouter('home');
  home.operator = hexOf(publicKeyOf(mother));
  await home.holding.put(honest, 10, X);
  const hero = await new Phone('Hero').begin();
  await hero.walk(home);
  await hero.ask({ type: 'say', to: idOf(publicKeyOf(mother)), key: publicKeyOf(mother), text: 'hello', files: [] });
  const { id } = await hero.message(({ progress }) => progress === 'left');
  return { hero, home, own: id };
}

/** To a router at which nothing may ever be whole. */
async function walkTo(hero: Phone, router: FakeRouter): Promise<void> {
  hero.at = router;
  hero.bag.receive({ type: 'router', router: router.own });
  hero.bag.receive({ type: 'look', isOn: true });
  await turns(40);
}

/** As negentropy writes a number. */
const octets = (n: number): number[] => {
  const groups: number[] = [];
  for (let left = n; left > 0 || groups.length === 0; left = Math.floor(left / 128)) groups.unshift(left % 128);
  return groups.map((group, at) => (at < groups.length - 1 ? group + 128 : group));
};
const hexadecimal = (bytes: readonly number[]): string =>
  bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
/** Has nothing up to this second, and of the rest something else each time: the other end has to ask again. */
const neverDone = (asked: ClientWords): readonly unknown[] | undefined => {
  if (asked[0] !== 'NEG-OPEN' && asked[0] !== 'NEG-MSG') return undefined;
  const fingerprint = Array.from({ length: 16 }, () => Math.floor(Math.random() * 256));
  return [['NEG-MSG', asked[1], hexadecimal([0x61, ...octets(NOW + 2), 0, 2, 0, 0, 0, 1, ...fingerprint])]];
};

describe('a router that lies', () => {
  test('changes nothing of what is proven, and everything works at the next one', { timeout: 120_000 }, async () => {
    const frame = fc.tuple(fc.nat(30), fc.constantFrom(...AGES), fc.constantFrom('own', 'own', 'other'));
    const noise = fc.constantFrom<readonly unknown[]>(
      ['OK', honest.id, true, ''],
      ['OK', honest.id, false, 'deleted: '],
      ['CLOSED', '1', ''],
      ['EOSE', '3'],
      ['NEG-ERR', '4', 'blocked'],
      ['NEG-MSG', '4', '61'],
      ['AUTH', 'again'],
      ['KEY', idOf(publicKeyOf(mother)), hexOf(publicKeyOf(evil))],
      ['NOTICE', '<b>x</b>'],
      ['EVENT'],
      [[[[[]]]]],
    );
    const script = fc.array(
      fc.record({
        events: fc.array(frame, { maxLength: 12 }),
        noise: fc.array(noise, { maxLength: 3 }),
        ends: fc.boolean(),
        compares: fc.constantFrom('not', 'nonsense', 'honest'),
      }),
      { minLength: 1, maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(script, async (steps) => {
        const { hero, home, own } = await begun();
        const all = [...nasty(hero, own), ...posts];
        const liar = new FakeRouter('liar');
        liar.operator = hexOf(publicKeyOf(evil));
        let at = 0;
        liar.lies = (asked) => {
          if (asked[0] === 'AUTH' || asked[0] === 'EVENT') return undefined;
          const step = steps[at++ % steps.length];
          if (step === undefined) return undefined;
          const said: unknown[] = step.events.map(([which, age, of]) => [
            'EVENT',
            of === 'own' ? asked[1] : '77',
            all[which % all.length],
            ...(age === undefined ? [] : [{ age }]),
          ]);
          said.push(...step.noise, '{"', 'null');
          if (asked[0] === 'REQ' && step.ends) said.push(['EOSE', asked[1]]);
          if (asked[0].startsWith('NEG') && step.compares === 'nonsense') said.push(['NEG-MSG', asked[1], '6100ff']);
          if (asked[0] === 'NEG-OPEN' && step.compares === 'honest')
            said.push(['NEG-MSG', asked[1], new Comparison(posts).answer(asked[3] as Negentropy)]);
          return said;
        };
        await walkTo(hero, liar);
        for (let turn = 0; turn < 3; turn += 1) {
          hero.timers.ring(15_000);
          await turns(20);
        }
        expect(liar.heard.length).toBeLessThan(400);
        expect([...hero.messages.values()].map(({ id, progress }) => [id, progress === 'arrived'])).toEqual([
          [own, false],
        ]);
        const shown = [...hero.posts.values()].flatMap((post) => [post, ...post.replies]);
        const genuine = new Set(posts.map(({ id }) => id));
        for (const { id, replies } of shown) {
          expect(genuine).toContain(id);
          for (const one of replies) expect(one.replies).toEqual([]);
        }
        // Home again: nothing was lost, and a letter comes.
        await home.holding.put(
          sealed(
            rumorOf(publicKeyOf(mother), messageDraft({ says: 'text', text: 'all well' }, hero.key, NOW)),
            mother,
            hero.key,
            { now: NOW },
          ),
          0,
          X,
        );
        await hero.walk(home);
        await hero.post(({ id }) => id === honest.id);
        await hero.message(({ text }) => text === 'all well');
        hero.leave();
      }),
      { numRuns: 12 },
    );
  });

  test('by a comparison that never ends is left after a while, and given each event once', async () => {
    const { hero } = await begun();
    const liar = new FakeRouter('liar');
    liar.lies = neverDone;
    await walkTo(hero, liar);
    await hero.until(() => hero.holder === 'away' || undefined);
    expect(liar.heard.filter(([type]) => type.startsWith('NEG')).length).toBeLessThan(1_100);
    const given = liar.heard.flatMap((frame) => (frame[0] === 'EVENT' ? [frame[1].id] : []));
    expect([...given].sort()).toEqual([...new Set(given)].sort());
    expect(given).toContain(honest.id);
    hero.leave();
  });

  test('by asking again and again who this is hears it once', async () => {
    const { hero } = await begun();
    const liar = new FakeRouter('liar');
    liar.lies = (asked) =>
      asked[0] === 'REQ' ? Array.from({ length: 50 }, (_, n) => ['AUTH', `again ${n}`]) : undefined;
    await walkTo(hero, liar);
    expect(liar.heard.filter(([type]) => type === 'AUTH')).toHaveLength(1);
    hero.leave();
  });

  test('by removing what others have put up does so only where its word counts', async () => {
    const { hero, home } = await begun();
    const liar = new FakeRouter('liar');
    liar.operator = hexOf(publicKeyOf(evil));
    await liar.holding.put(signedBy(evil, labelDraft({ word: 'remove', target: honest.id }, NOW)), 0, X);
    await hero.walk(liar);
    await hero.until(() => hero.posts.size === 0 || undefined);
    await hero.walk(home);
    await hero.post(({ id }) => id === honest.id);
    hero.leave();
  });
});

test('of a flood of replies the newest hundred are shown', async () => {
  const router = new FakeRouter('r1');
  await router.holding.put(honest, 1_000, X);
  for (let n = 0; n < 130; n += 1)
    await router.holding.put(says(`reply ${n}`, [['e', honest.id, '', 'root']]), 500 - n, X);
  const hero = await new Phone('Hero').begin();
  await hero.walk(router);
  const { replies } = await hero.post(({ id, replies: all }) => id === honest.id && all.at(-1)?.text === 'reply 129');
  expect([replies.length, replies[0]?.text]).toEqual([100, 'reply 30']);
  hero.leave();
});
