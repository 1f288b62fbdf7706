import { describe, expect, it, vi } from 'vitest';
import type { Signal } from '../../protocol/signaling.ts';
import { furtherLanes, Lanes } from './lanes.ts';
import type { LaneListener } from './peer.ts';

it.each([
  ['one room', 1, 0],
  ['one busy access point', 5, 0],
  ['a mesh of some radios', 6, 1],
  ['a longer one', 12, 2],
  ['a thread of satellite', 600, 3],
  ['a clock too coarse to tell', 0, 0],
])('%s: %d ms', (_, roundTripMs, lanes) => {
  expect(furtherLanes(roundTripMs)).toBe(lanes);
});

describe('lanes', () => {
  /** The lanes of a caller, whose peers are made by hand. */
  function lanes() {
    const made: { readonly initiator: boolean; readonly listener: LaneListener; readonly heard: Signal[] }[] = [];
    const told: (readonly [number, Signal])[] = [];
    const broken = vi.fn();
    const all = new Lanes({
      make: (initiator, listener) => {
        const heard: Signal[] = [];
        made.push({ initiator, listener, heard });
        const bulk = {} as RTCDataChannel; // passed on, and not used
        return { bulk, signal: (signal) => heard.push(signal), close() {} };
      },
      hand() {},
      tell: (lane, signal) => told.push([lane, signal]),
      broken,
      calls: true,
    });
    return { all, made, told, broken };
  }
  const OFFER = { type: 'offer', sdp: 'v=0' } as const;

  it('have odd numbers on the calling side, and are opened once', () => {
    const { all, made, told } = lanes();
    all.open(2);
    all.open(2);
    for (const { listener } of made) listener.signal(OFFER);
    expect(told.map(([lane]) => lane)).toEqual([1, 3]);
  });

  it('of the other side are answered; it cannot open one with our numbers', () => {
    const { all, made } = lanes();
    all.signalled(2, OFFER);
    all.signalled(1, OFFER);
    expect(made).toMatchObject([{ initiator: false, heard: [OFFER] }]);
  });

  it('that never opened are given up and not tried again; one that had been open breaks the connection', () => {
    const { all, made, broken } = lanes();
    all.open(2);
    made[0]?.listener.lost();
    all.open(2);
    expect(made).toHaveLength(2);
    expect(broken).not.toHaveBeenCalled();
    made[1]?.listener.connected();
    made[1]?.listener.lost();
    expect(broken).toHaveBeenCalledOnce();
  });
});
