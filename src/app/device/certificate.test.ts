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

/** A storage that takes `ms` for each answer. */
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

/** The name of the one that a connection gets, after so much time. */
async function taken(own: OwnCertificate, ms = 20_000): Promise<string | undefined> {
  const taking = own.take();
  await vi.advanceTimersByTimeAsync(ms);
  const certificate: unknown = await taking;
  return certificate instanceof Certificate ? certificate.name : undefined;
}

test('is the one that is kept, also where the storage takes its time', async () => {
  const { own, state } = storage(new Certificate('kept'));
  state.ms = 2_500; // the page waits for who it is for as long
  expect(await taken(own)).toBe('kept');
});

test('is made where none is kept, and then kept', async () => {
  const { own, state } = storage();
  expect(await taken(own)).toBe('fresh 1');
  expect(state.kept?.name).toBe('fresh 1');
  expect(await taken(own)).toBe('fresh 1');
});

test('is asked for again before the first connection, where the storage was silent when the page came up', async () => {
  const { own, state } = storage(new Certificate('kept'));
  state.ms = 60_000;
  const prepared = own.prepare();
  await vi.advanceTimersByTimeAsync(5_000);
  await prepared;
  state.ms = 10;
  expect(await taken(own)).toBe('kept');
});

test('stays what the first connection had, and writes over nothing that a silent storage holds', async () => {
  const { own, state } = storage(new Certificate('kept'));
  state.ms = 60_000;
  expect(await taken(own)).toBe('fresh 1');
  state.ms = 10;
  await vi.advanceTimersByTimeAsync(200_000);
  expect(await taken(own)).toBe('fresh 1');
  expect(state.kept?.name).toBe('kept');
});

test('is one for connections that begin at once', async () => {
  const { own, state } = storage();
  state.ms = 60_000;
  const all = Promise.all([taken(own), taken(own), taken(own)]);
  expect(new Set(await all)).toEqual(new Set(['fresh 1']));
});

test('is renewed when a clock that was put right has ended it', async () => {
  vi.setSystemTime(0); // no battery, no network: 1970
  const { own, state } = storage();
  expect(await taken(own)).toBe('fresh 1');
  vi.setSystemTime(TODAY);
  expect(await taken(own)).toBe('fresh 2');
  expect(state.kept?.name).toBe('fresh 2');
});

test('is none where the browser makes none', async () => {
  vi.stubGlobal('RTCPeerConnection', { generateCertificate: () => Promise.reject(new Error('NotSupportedError')) });
  expect(await taken(storage().own)).toBeUndefined();
});
