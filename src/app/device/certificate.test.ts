import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Kept } from '../../store/keyval.ts';
import { OwnCertificate } from './certificate.ts';

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;
const TODAY = Date.UTC(2031, 2, 11);

class Certificate {
  readonly name: string;
  readonly expires: number;
  constructor(name: string) {
    this.name = name;
    this.expires = Date.now() + YEAR_MS;
  }
}

let made = 0;

beforeEach(() => {
  vi.useFakeTimers({ now: TODAY });
  made = 0;
  vi.stubGlobal('RTCCertificate', Certificate);
  vi.stubGlobal('RTCPeerConnection', { generateCertificate: async () => new Certificate(`fresh ${++made}`) });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A storage that takes `state.ms` for each answer. */
function storage(kept?: Certificate) {
  const state = { ms: 0, kept };
  const late = async <T>(answer: () => T): Promise<Kept<T>> => {
    await new Promise((resolve) => setTimeout(resolve, state.ms));
    return { ok: true, value: answer() };
  };
  const own = new OwnCertificate({
    get: () => late<unknown>(() => state.kept),
    update: (_, next) =>
      late(() => {
        const value = next(state.kept);
        if (value instanceof Certificate) state.kept = value;
      }),
  });
  return { state, own };
}

/** The name of the certificate that a connection gets within this time. */
async function taken(own: OwnCertificate, ms = 20_000): Promise<string | undefined> {
  const taking = own.take();
  await vi.advanceTimersByTimeAsync(ms);
  const certificate: unknown = await taking;
  return certificate instanceof Certificate ? certificate.name : undefined;
}

test('is the stored one, even if the storage is slow', async () => {
  const { own, state } = storage(new Certificate('kept'));
  state.ms = 2_500; // the page waits this long for its identity
  expect(await taken(own)).toBe('kept');
});

test('is made when none is stored, and then stored', async () => {
  const { own, state } = storage();
  expect(await taken(own)).toBe('fresh 1');
  expect(state.kept?.name).toBe('fresh 1');
  expect(await taken(own)).toBe('fresh 1');
});

test('is read again before the first connection, if the storage was silent when the page opened', async () => {
  const { own, state } = storage(new Certificate('kept'));
  state.ms = 60_000;
  const prepared = own.prepare();
  await vi.advanceTimersByTimeAsync(5_000);
  await prepared;
  state.ms = 10;
  expect(await taken(own)).toBe('kept');
});

test('stays that of the first connection, and overwrites nothing in a silent storage', async () => {
  const { own, state } = storage(new Certificate('kept'));
  state.ms = 60_000;
  expect(await taken(own)).toBe('fresh 1');
  state.ms = 10;
  await vi.advanceTimersByTimeAsync(200_000);
  expect(await taken(own)).toBe('fresh 1');
  expect(state.kept?.name).toBe('kept');
});

test('is the same for simultaneous connections', async () => {
  const { own, state } = storage();
  state.ms = 60_000;
  const all = Promise.all([taken(own), taken(own), taken(own)]);
  expect(new Set(await all)).toEqual(new Set(['fresh 1']));
});

test('is renewed when correcting the clock makes it expire', async () => {
  vi.setSystemTime(0); // no battery, no network: 1970
  const { own, state } = storage();
  expect(await taken(own)).toBe('fresh 1');
  vi.setSystemTime(TODAY);
  expect(await taken(own)).toBe('fresh 2');
  expect(state.kept?.name).toBe('fresh 2');
});

test('is missing when the browser cannot make one', async () => {
  vi.stubGlobal('RTCPeerConnection', { generateCertificate: () => Promise.reject(new Error('NotSupportedError')) });
  expect(await taken(storage().own)).toBeUndefined();
});
