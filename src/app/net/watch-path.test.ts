import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchPath } from './watch-path.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A connection without an event for a new pair, like that of Firefox. */
function connection() {
  let stats = new Map<string, object>();
  let looks = 0;
  const watched = {
    signalingState: 'stable' as RTCSignalingState,
    sctp: null,
    getStats: async () => {
      looks += 1;
      return stats;
    },
  };
  const over = (candidateType: string) => {
    stats = new Map([
      ['pair', { id: 'pair', type: 'candidate-pair', selected: true, localCandidateId: 'own' }],
      ['own', { id: 'own', type: 'local-candidate', candidateType }],
    ]);
  };
  const looksIn = async (ms: number) => {
    looks = 0;
    await vi.advanceTimersByTimeAsync(ms);
    return looks;
  };
  return { watched, over, looksIn };
}

test('looks less and less often, also while there is no pair, and often again after a change', async () => {
  const { watched, over, looksIn } = connection();
  const listener = { path: vi.fn(), pair: vi.fn() };
  void watchPath(watched, listener);
  expect(await looksIn(3_800)).toBe(4); // after 0.25, 0.75, 1.75 and 3.75 s
  expect(await looksIn(20_000)).toBe(10);
  expect(listener.path).not.toHaveBeenCalled();

  over('relay');
  await looksIn(2_000);
  expect(listener.path.mock.calls).toEqual([['relayed']]);
  expect(await looksIn(1_700)).toBeGreaterThanOrEqual(2);
  await looksIn(20_000);
  expect(await looksIn(20_000)).toBe(10);

  over('host');
  await looksIn(2_000);
  expect(listener.path.mock.calls).toEqual([['relayed'], ['direct']]);
  expect(listener.pair).toHaveBeenCalledTimes(2);

  watched.signalingState = 'closed';
  await looksIn(2_000);
  expect(await looksIn(20_000)).toBe(0);
});
