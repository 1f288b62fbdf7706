import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ConnectionId, RouterMessage } from '../../protocol/signaling.ts';
import { LIMITS } from '../limits/limits.ts';
import type { RouterId } from '../mesh/bus.ts';
import type { Passed } from './effects.ts';
import { Hub } from './hub.ts';
import { RunningHub } from './running-hub.ts';
import { arrivalOf, idOf, keyOf } from './testing/hub-lab.ts';

const CONNECTION = '0123456789abcdef' as ConnectionId;
const far = {
  name: 'x',
  kind: 'phone',
  key: keyOf('x'),
  away: false,
  router: 'r2' as RouterId,
  routerName: 'R2',
} as const;
const signal = { type: 'offer', sdp: 'v=0' } as const;

function lab(now?: () => number) {
  const hub = new RunningHub(
    new Hub<string>({ router: { id: 'r1', name: 'R1' }, iceServersFor: () => [], ...LIMITS, settledMs: 0 }),
    now,
  );
  const did: string[] = [];
  const outlets = {
    sockets: {
      send: (to: readonly string[], message: RouterMessage) => void did.push(`${message.type} to ${to.join()}`),
      close: (socket: string, code: number) => void did.push(`close ${socket} ${code}`),
    },
    routers: {
      pass: (router: RouterId, message: Passed) => {
        did.push(`pass ${message.type} to ${router}`);
        return true;
      },
      changed: () => void did.push('changed'),
    },
  };
  const join = (name: string) =>
    hub.happen((running, now) => running.hello(name, arrivalOf(name, { address: '10.0.0.1', saidTo: 'r1' }), now));
  const place = () => hub.happen((running, now) => running.place([[idOf('x'), far]], [], now));
  const call = (from: string) =>
    hub.happen((running, now) =>
      running.receive(from, { type: 'signal', to: idOf('x'), connection: CONNECTION, signal }, now),
    );
  return { hub, outlets, join, place, call, taken: () => did.splice(0) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the effects of the hub', () => {
  it('go to sockets and to other routers', () => {
    const { hub, outlets, join, place, call, taken } = lab();
    hub.start(outlets);
    join('a');
    expect(taken()).toEqual(['welcome to a', 'changed']);
    vi.advanceTimersByTime(LIMITS.deltaIntervalMs);
    place();
    expect(taken()).toEqual(['delta to a']);
    call('a');
    expect(taken()).toEqual(['pass signal to r2']);
  });

  it('are not performed before the start, nor after the end', () => {
    const { hub, outlets, join, taken } = lab();
    join('a');
    hub.start(outlets);
    join('b');
    taken();
    hub.stop();
    join('c');
    vi.advanceTimersByTime(60_000);
    expect(taken()).toEqual([]);
    expect(hub.hub.clients).toBe(1);
  });

  it('are performed without a further event when they are due', () => {
    const { hub, outlets, join, taken } = lab();
    hub.start(outlets);
    join('a');
    join('b');
    taken();
    vi.advanceTimersByTime(LIMITS.deltaIntervalMs);
    expect(taken()).toEqual(['delta to a']);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('about a message that could not be passed reach its sender', () => {
    const { hub, outlets, join, place, call, taken } = lab();
    hub.start({ ...outlets, routers: { ...outlets.routers, pass: () => false } });
    join('a');
    place();
    taken();
    call('a');
    expect(taken()).toEqual(['unreachable to a']);
  });

  it('of an event that an effect causes come after that effect and all earlier ones', () => {
    let time = 0;
    const { hub, outlets, join, place, call, taken } = lab(() => time);
    const pass: typeof outlets.routers.pass = (router, message) => {
      join('b');
      outlets.routers.pass(router, message);
      return false;
    };
    hub.start({ ...outlets, routers: { ...outlets.routers, pass } });
    join('a');
    place();
    taken();
    time = LIMITS.deltaIntervalMs;
    call('a');
    expect(taken()).toEqual(['pass signal to r2', 'delta to a', 'welcome to b', 'changed', 'unreachable to a']);
  });

  describe('after one that fails', () => {
    function failingLab() {
      const all = lab();
      let fails = true;
      const send: typeof all.outlets.sockets.send = (to, message) => {
        if (fails) throw new Error('no memory for a frame');
        all.outlets.sockets.send(to, message);
      };
      all.hub.start({ ...all.outlets, sockets: { ...all.outlets.sockets, send } });
      expect(() => all.join('a')).toThrow('no memory');
      fails = false;
      return all;
    }

    it('are completed before the next event', () => {
      const { join, taken } = failingLab();
      join('b');
      expect(taken()).toEqual(['changed', 'welcome to b', 'changed']);
      expect(vi.getTimerCount()).toBe(1); // the delta for a
    });

    it('are completed without one', () => {
      const { taken } = failingLab();
      expect(taken()).toEqual([]);
      vi.advanceTimersByTime(0);
      expect(taken()).toEqual(['changed']);
      expect(vi.getTimerCount()).toBe(0);
    });

    it('are not performed when it has ended meanwhile', () => {
      const { hub, taken } = failingLab();
      hub.stop();
      expect(vi.getTimerCount()).toBe(0);
      vi.advanceTimersByTime(60_000);
      expect(taken()).toEqual([]);
    });
  });
});
