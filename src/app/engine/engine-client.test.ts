import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { noted } from '../log/log.ts';
import { EngineClient } from './engine-client.ts';

/** The part of a worker that is used here. */
class FakeWorker {
  static readonly all: FakeWorker[] = [];
  onerror: ((event: Event) => void) | undefined;
  terminate = vi.fn();
  constructor() {
    FakeWorker.all.push(this);
  }
}

beforeEach(() => {
  FakeWorker.all.splice(0);
  vi.useFakeTimers();
  vi.stubGlobal('Worker', FakeWorker);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('is terminated at once; or has time to close its databases, when they are to be deleted', async () => {
  vi.resetModules(); // the end of keeping is for good
  const { endKeeping } = await import('../../store/ending.ts');
  const { EngineClient: Client } = await import('./engine-client.ts');
  const started = async () => {
    const engine = new Client(() => {}, Promise.resolve());
    await vi.advanceTimersByTimeAsync(0);
    return [engine, FakeWorker.all.at(-1)] as const;
  };
  const [[one, running], [other, closing]] = [await started(), await started()];
  one.stop();
  expect(running?.terminate).toHaveBeenCalledOnce();
  endKeeping();
  other.stop();
  expect(closing?.terminate).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(closing?.terminate).toHaveBeenCalledOnce();
  vi.resetModules();
});

test('a script that does not load is noted in words, and tried again', async () => {
  const engine = new EngineClient(() => {}, Promise.resolve());
  await vi.advanceTimersByTimeAsync(0);
  // Browsers fire a plain event for it, without a message.
  FakeWorker.all[0]?.onerror?.(new Event('error'));
  expect(noted().at(-1)?.note).toEqual(['fault', 'engine', 'Error', 'its script did not load']);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(FakeWorker.all).toHaveLength(2);
  FakeWorker.all[1]?.onerror?.(Object.assign(new Event('error'), { message: 'no such thing' }));
  expect(noted().at(-1)?.note).toEqual(['fault', 'engine', 'Error', 'no such thing']);
  engine.stop();
});
