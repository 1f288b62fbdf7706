/**
 * The screen only says about the person at the other device what that device has said: where an offer stands, and if
 * anybody is there.
 */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Attention } from '../protocol/peer.ts';
import type { LinkId } from './api/api.ts';
import { bytes, connect, Device } from './testing/device.ts';
import { channelPair } from './testing/memory-channel.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const step = (device: Device) =>
  [...device.views.values()].map((view) => (view.phase === 'waiting' ? view.step : view.phase)).join();
const says = (device: Device, wanted: string) => device.until(() => step(device) === wanted || undefined);

/** Time passes in steps, so that messages arrive in between. */
async function pass(ms: number): Promise<void> {
  for (let gone = 0; gone < ms; gone += 500) {
    vi.advanceTimersByTime(500);
    for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate);
  }
}

async function offered() {
  const [a, b] = [new Device('a'), new Device('b')];
  const control = channelPair();
  const bulk = channelPair();
  a.link(1, b.id, control[0], bulk[0]);
  b.link(1, a.id, control[1], bulk[1]);
  a.send(b.id, { file: bytes(10, 1) });
  const { key } = await b.until(() => b.offers[0]);
  const notice = (attention: Attention) => b.engine.receive({ type: 'noticed', key, attention });
  const accept = () => b.engine.receive({ type: 'accept', key, files: [[0, 0]] });
  const cut = () => [control[0], bulk[0]].map((channel) => channel.cut());
  return { a, b, key, notice, accept, cut };
}

test('delivered, ringing, seen: each only when the receiver said so', async () => {
  const { a, b, notice } = await offered();
  await says(a, 'delivered');
  notice('ringing');
  await says(a, 'ringing');
  notice('delivered'); // the screen went dark
  await says(a, 'delivered');
  notice('ringing');
  notice('seen');
  await says(a, 'seen');
  notice('delivered'); // an offer that was seen stays seen
  await pass(60_000);
  expect(step(a)).toBe('seen');
  expect(b.offers).toMatchObject([{ isSilent: false }]);
});

test('the other person is not said to choose before there is a link, and after eight seconds the sender is advised to talk to them', async () => {
  const [a, b] = [new Device('a'), new Device('b')];
  a.send(b.id, { file: bytes(10, 1) });
  expect(step(a)).toBe('connecting');
  await pass(7_500);
  expect(step(a)).toBe('connecting');
  await pass(1_000);
  expect(step(a)).toBe('unheeded');
  connect(a, b, 1);
  await b.until(() => b.offers[0]);
  await pass(500);
  expect(step(a)).toBe('delivered');
  await pass(8_000); // it is on no screen
  expect(step(a)).toBe('unheeded');
});

test('an offer that does not get through is not blamed on the other screen alone', async () => {
  const [a, b] = [new Device('a'), new Device('b')];
  const [control, bulk] = [channelPair(), channelPair()];
  control[0].mute('offer');
  a.link(1, b.id, control[0], bulk[0]);
  b.link(1, a.id, control[1], bulk[1]);
  a.send(b.id, { file: bytes(10, 1) });
  await pass(9_000);
  expect(step(a)).toBe('stuck');
});

test('a receiver that falls asleep while it rings is no longer said to be asked', async () => {
  const { a, notice, cut } = await offered();
  notice('ringing');
  await says(a, 'ringing');
  cut();
  await pass(9_000);
  expect(step(a)).toBe('unheeded');
});

test('an offer cannot be accepted while its sender does not answer, and can when it answers again', async () => {
  const { a, b, accept, cut } = await offered();
  cut();
  await pass(9_000);
  expect(b.offers).toMatchObject([{ isSilent: true }]);
  accept();
  expect(step(b)).toBe('');
  a.engine.receive({ type: 'link-lost', link: 1 as LinkId, cause: 'connection-lost' });
  connect(a, b, 2);
  a.engine.receive({ type: 'present', peers: [b.id] });
  await b.until(() => b.offers[0]?.isSilent === false || undefined);
  accept();
  await says(b, 'saved');
  await says(a, 'sent');
});

test('the offer of a sender that is gone disappears, and rings again when the sender is back', async () => {
  const { a, b, accept, cut } = await offered();
  cut();
  b.engine.receive({ type: 'link-lost', link: 1 as LinkId, cause: 'peer-left' });
  expect(b.offers).toEqual([]);
  expect([...b.views.values()]).toMatchObject([{ phase: 'cancelled', by: 'absence' }]);
  accept();
  expect(step(b)).toBe('cancelled');
  a.engine.receive({ type: 'link-lost', link: 1 as LinkId, cause: 'peer-left' });
  await says(a, 'interrupted');
  connect(a, b, 2);
  a.engine.receive({ type: 'present', peers: [b.id] });
  await b.until(() => b.offers[0]);
  await says(a, 'delivered');
  expect(step(b)).toBe('');
});

test('a person who accepts sees no progress before there is any, and is told when the sender is gone', async () => {
  const { b, accept, cut } = await offered();
  cut();
  accept(); // before anybody could have noticed
  await says(b, 'starting');
  while (step(b) === 'starting') await pass(500); // while this device opens its storage
  expect([...b.views.values()]).toMatchObject([{ phase: 'interrupted', cause: 'no-answer' }]);
});
