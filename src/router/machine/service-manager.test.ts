import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLog } from './log.ts';
import { askedOf, ServiceManager } from './service-manager.ts';

const PID = 12;

describe('what systemd asks for', () => {
  it.each([
    [{}, undefined],
    [{ NOTIFY_SOCKET: '' }, undefined],
    [{ WATCHDOG_USEC: '30000000' }, undefined],
    [{ NOTIFY_SOCKET: '/run/systemd/notify' }, {}],
    [{ NOTIFY_SOCKET: '@abstract', WATCHDOG_USEC: '30000000' }, { watchdogMs: 30_000 }],
    [{ NOTIFY_SOCKET: '@abstract', WATCHDOG_USEC: '30000000', WATCHDOG_PID: String(PID) }, { watchdogMs: 30_000 }],
    [{ NOTIFY_SOCKET: '@abstract', WATCHDOG_USEC: '30000000', WATCHDOG_PID: '13' }, {}],
    [{ NOTIFY_SOCKET: '@abstract', WATCHDOG_USEC: '0' }, {}],
    [{ NOTIFY_SOCKET: '@abstract', WATCHDOG_USEC: 'soon' }, {}],
    [{ NOTIFY_SOCKET: '@abstract', WATCHDOG_USEC: '9'.repeat(30) }, {}],
  ])('%j is %j', (environment, asked) => {
    expect(askedOf(environment, PID)).toEqual(asked);
  });
});

describe('what it is told', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function scene(asked: ReturnType<typeof askedOf>, answers: readonly boolean[] = []) {
    const told: string[] = [];
    const logged: string[] = [];
    const manager = new ServiceManager(
      asked,
      createLog('info', (line) => void logged.push(line)),
      async (words) => {
        told.push(words.join(' '));
        return (answers[told.length - 1] ?? true) ? { isWell: true } : { isWell: false, problem: 'no process' };
      },
    );
    return { manager, told, logged, pass: (ms: number) => vi.advanceTimersByTimeAsync(ms) };
  }

  it('nothing where it is not there', async () => {
    const { manager, told, pass } = scene(undefined);
    manager.ready('serves');
    manager.stopping();
    await pass(100_000);
    expect(told).toEqual([]);
  });

  it('that the router serves, and no more where it does not watch', async () => {
    const { manager, told, pass } = scene({});
    manager.ready('serves');
    await pass(100_000);
    expect(told).toEqual(['READY=1 STATUS=serves']);
  });

  it('at half of its time that the loop turns, until the router ends', async () => {
    const { manager, told, pass } = scene({ watchdogMs: 30_000 });
    manager.ready('serves');
    await pass(31_000);
    manager.stopping();
    await pass(100_000);
    expect(told).toEqual(['READY=1 STATUS=serves', 'WATCHDOG=1', 'WATCHDOG=1', 'STOPPING=1']);
  });

  it('again, long before its time is over, what could not be said; the log has it once', async () => {
    const { manager, told, logged, pass } = scene({ watchdogMs: 30_000 }, [false, false, true, false, true]);
    manager.ready('serves');
    await pass(22_000);
    expect(told).toEqual(['READY=1 STATUS=serves', ...Array(2).fill('READY=1 STATUS=serves'), 'WATCHDOG=1']);
    await pass(3_100);
    expect(told.at(-1)).toBe('WATCHDOG=1');
    expect(told).toHaveLength(5);
    expect(logged).toEqual(Array(2).fill('hikyaku warn: systemd cannot be told how the router is: no process\n'));
  });
});
