/** How many questions one stranger may ask, and whom an engine hears when its person wants nobody new, or not this one. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { newSecret, publicKeyOf } from '../protocol/keys.ts';
import type { RegardMessage } from './api/api.ts';
import { acceptAll, bytes, connect, Device } from './testing/device.ts';
import { stranger, transferOf } from './testing/stranger.ts';

// How much a stranger may say grows with time, and a busy machine would let more of it pass.
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] }));
afterEach(() => void vi.useRealTimers());

/** Resolves when all messages have been heard. */
async function calm(): Promise<void> {
  for (let turn = 0; turn < 60; turn += 1) await new Promise(setImmediate);
}

function regards(victim: Device, of: Partial<RegardMessage>): void {
  victim.engine.receive({ type: 'regard', known: [], blocked: [], isClosed: false, ...of });
}

const isDropped = (victim: Device, link: number) =>
  victim.posted.some((message) => message.type === 'drop-link' && message.link === link);
const askedBy = ({ offers }: Device) => offers.map(({ peer }) => peer);

test('the fourth offer of a stranger is refused, and one that is answered makes room for the next', async () => {
  const victim = new Device('victim');
  const one = stranger(victim, 1);
  for (let n = 1; n <= 4; n += 1) one.offer(n);
  await calm();
  expect(askedBy(victim)).toEqual(Array(3).fill(one.peer));
  expect(one.answer(4)).toBe('busy');
  const [first] = victim.offers;
  if (first) victim.engine.receive({ type: 'decline', key: first.key });
  one.offer(5);
  await calm();
  expect([one.answer(5), victim.offers.length]).toEqual([undefined, 3]);
  const again = stranger(victim, 2, 'mallory1'); // connecting anew gives no more places: the earlier link has ended
  for (let n = 6; n <= 9; n += 1) again.offer(n);
  await calm();
  expect(askedBy(victim)).toEqual(Array(3).fill(one.peer));
  expect([isDropped(victim, 1), again.answer(9)]).toEqual([true, 'busy']);
});

test('a hundred offers of one stranger are three questions, then its link ends, and three rows are kept of them', async () => {
  const victim = new Device('victim');
  const one = stranger(victim, 1);
  let most = 0;
  for (let n = 0; n < 100; n += 1) {
    one.offer(n);
    await calm();
    most = Math.max(most, victim.offers.length);
  }
  expect([most, isDropped(victim, 1), victim.views.size]).toEqual([3, true, 3]);
  const answers = Array.from({ length: 100 }, (_, n) => one.answer(n));
  expect(new Set(answers)).toEqual(new Set([undefined, 'busy']));
});

test('of what strangers offered in vain six rows are kept, also when all that wait are declined at once', async () => {
  const victim = new Device('victim');
  for (const first of [1, 7]) {
    for (let n = first; n < first + 6; n += 1) stranger(victim, n).offer(1);
    await calm();
    expect(victim.offers).toHaveLength(6);
    for (const { key } of victim.offers) victim.engine.receive({ type: 'decline', key });
    await calm();
    expect([victim.offers.length, victim.views.size]).toEqual([0, 6]);
  }
});

test('somebody who was made sure of may ask more often than a stranger', async () => {
  const victim = new Device('victim');
  const one = stranger(victim, 1);
  regards(victim, { known: [one.key] });
  for (let n = 1; n <= 4; n += 1) one.offer(n);
  await calm();
  expect(victim.offers.map(({ isKnown }) => isKnown)).toEqual([true, true, true, true]);
});

test('an offer that waits is a friend’s from the moment when the two have made sure of each other', async () => {
  const victim = new Device('victim');
  const one = stranger(victim, 1);
  one.offer(1);
  await calm();
  regards(victim, { known: [one.key] });
  expect(victim.offers.map(({ isKnown }) => isKnown)).toEqual([true]);
});

test('in the hour strangers find nobody: no question, no list of files, and their link ends', async () => {
  const victim = new Device('victim');
  regards(victim, { isClosed: true });
  const one = stranger(victim, 1);
  one.offer(1);
  await calm();
  expect([askedBy(victim), victim.views.size, isDropped(victim, 1)]).toEqual([[], 0, true]);
  expect(one.heard.filter((said) => 'transfer' in said && said.transfer === transferOf(1))).toEqual([]);
  regards(victim, { isClosed: false });
  const later = stranger(victim, 2, 'mallory1');
  later.offer(2);
  await calm();
  expect(askedBy(victim)).toEqual([later.peer]);
});

test('in the hour who is known gets through, and with whom something was agreed, and to whom this device sends', async () => {
  const victim = new Device('victim');
  const partner = new Device('partner');
  connect(partner, victim, 1);
  partner.send(victim.id, { first: bytes(10, 1) });
  await acceptAll(victim);
  await victim.phase('saved');
  const known = stranger(victim, 2);
  const invited = stranger(victim, 3);
  regards(victim, { known: [known.key], isClosed: true });
  victim.send(invited.peer, { file: bytes(10, 2) });
  partner.send(victim.id, { second: bytes(10, 3) });
  known.offer(1);
  invited.offer(1);
  await calm();
  expect(new Set(askedBy(victim))).toEqual(new Set([partner.id, known.peer, invited.peer]));
});

test('who is blocked finds nobody, whatever was agreed before and whoever was called', async () => {
  const victim = new Device('victim');
  const pest = new Device('pest');
  connect(pest, victim, 1);
  pest.send(victim.id, { first: bytes(10, 1) });
  await acceptAll(victim);
  await victim.phase('saved');
  regards(victim, { blocked: [pest.id], known: [publicKeyOf(newSecret())] });
  pest.send(victim.id, { second: bytes(10, 2) });
  await calm();
  expect([askedBy(victim), isDropped(victim, 1)]).toEqual([[], true]);
  // It finds out no more than if this device had gone.
  expect([...pest.views.values()].map(({ phase }) => phase)).toContain('interrupted');
});
