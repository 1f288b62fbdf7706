/** The key of this device is made once: no failed read, second tab or page of before may put another one in its place. */
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Challenge } from '../../protocol/signaling.ts';
import { ownDevice } from './device.ts';
import { type KeptKey, newKey } from './own-key.ts';

const store = vi.hoisted(() => ({ content: new Map<unknown, unknown>(), isBroken: false }));
vi.mock('../../store/keyval.ts', () => {
  const done = <T>(run: () => T) =>
    Promise.resolve(store.isBroken ? { ok: false, failure: 'refused' } : { ok: true, value: run() });
  return {
    keyval: () => ({
      get: (key: string) => done(() => store.content.get(key)),
      set: (key: string, value: unknown) =>
        Promise.resolve(void store.content.set(key, value)).then(() => done(() => {})),
      update: (key: string, next: (old: unknown) => unknown) =>
        done(() => void store.content.set(key, next(store.content.get(key)))),
      delete: (key: string) => done(() => void store.content.delete(key)),
    }),
  };
});
afterAll(() => void vi.doUnmock('../../store/keyval.ts'));

beforeEach(() => {
  store.content.clear();
  store.isBroken = false;
  vi.stubGlobal('navigator', { userAgent: '', maxTouchPoints: 0 });
});
afterEach(() => void vi.unstubAllGlobals());

const visit = (taken?: KeptKey) =>
  ownDevice(
    () => 'Brave Crane',
    async () => taken && { ...taken, name: 'Aki', groups: { all: [], onlyGroups: false } },
  );
const asked = { router: 'CaJnJDPpIm_BgPv9', challenge: 'A'.repeat(22) as Challenge };
const stored = () => store.content.get('key') as KeptKey | undefined;

test('a device is the same at each visit, and its claim never falls behind', async () => {
  const first = await visit();
  const { claim } = first.key.hello(asked);
  await expect.poll(() => stored()?.claim).toBe(claim);
  const second = await visit();
  expect(second.key.publicKey).toBe(first.key.publicKey);
  expect(second.key.hello(asked).claim).toBeGreaterThan(claim);
});

test('a storage that fails to read keeps the key that it may have', async () => {
  const kept = newKey();
  store.content.set('key', kept);
  store.isBroken = true;
  const { key } = await visit();
  store.isBroken = false; // it was only for a moment
  key.hello(asked);
  expect(key.secret).not.toBe(kept.secret);
  expect(stored()).toEqual(kept);
});

test('two tabs that open on a first visit are one device', async () => {
  const [one, other] = await Promise.all([visit(), visit()]);
  expect(one.key.publicKey).toBe(other.key.publicKey);
  expect(stored()?.secret).toBe(one.key.secret);
});

test('a page that was left open does not bring its key back after everything was forgotten', async () => {
  const before = await visit();
  store.content.clear();
  const after = await visit();
  before.key.hello(asked);
  await Promise.resolve();
  expect(stored()?.secret).toBe(after.key.secret);
});

test('what is handed over goes on with its claims, also after the clock went back', async () => {
  const ahead = Date.now() + 60_000;
  const { key, name, isNamed } = await visit(newKey(undefined, ahead));
  expect([name, isNamed, stored()?.claim]).toEqual(['Aki', true, ahead]);
  expect(key.hello(asked).claim).toBe(ahead + 1);
});
