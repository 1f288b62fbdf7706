/** A hub without sockets and without waiting: the harness of its tests. */
import {
  CLOSE,
  type ConnectionId,
  type Device,
  type DeviceId,
  type DeviceSecret,
  type RouterMessage,
} from '../../../protocol/signaling.ts';
import { LIMITS, type Limits } from '../../limits/limits.ts';
import type { RouterId } from '../../mesh/bus.ts';
import { claimKeyOf } from '../../mesh/claim.ts';
import type { Effect } from '../effects.ts';
import { Hub, type HubOptions } from '../hub.ts';

export const INTERVAL_MS = 200;
export const GRACE_MS = 30_000;
export const CONNECTION = '0123456789abcdef' as ConnectionId;
const KEY = claimKeyOf('the secret of a device' as DeviceSecret);
export const idOf = (name: string): DeviceId => name.padEnd(12, '-') as DeviceId;

/** A hub whose sockets are strings, a clock that the test sets, and all messages to each socket. */
export function lab(options: Partial<Limits & Pick<HubOptions, 'apartFrom'>> = {}) {
  const hub = new Hub<string>({
    router: { id: 'r1', name: 'R1' },
    iceServersFor: (device, peer) => [{ urls: `stun:${device.id}@${device.address}:${peer.id}` }],
    ...LIMITS,
    graceMs: GRACE_MS,
    deltaIntervalMs: INTERVAL_MS,
    settledMs: 0,
    ...options,
  });
  let now = 1000;
  return {
    hub,
    join: (name: string, socket = name, address = `at-${socket}`, anyRefusal?: boolean) =>
      hub.hello(socket, { id: idOf(name), name, kind: 'phone', address, key: KEY, anyRefusal }, now),
    say: (socket: string, message: Parameters<typeof hub.receive>[1]) => hub.receive(socket, message, now),
    take: (router: string, message: Parameters<typeof hub.take>[1]) => hub.take(router as RouterId, message, now),
    drop: (socket: string) => hub.leave(socket, now),
    place: (name: string, far: { router: string; away: boolean } | undefined) => {
      const { router = '', away = false } = far ?? {};
      const remote = {
        name,
        kind: 'phone',
        away,
        router: router as RouterId,
        routerName: router.toUpperCase(),
      } as const;
      return hub.place([[idOf(name), far && remote]], [], now);
    },
    surrender: (name: string) => hub.place([], [{ device: idOf(name), code: CLOSE.replaced }], now),
    pass: (ms: number) => {
      now += ms;
      return hub.tick(now);
    },
    due: () => {
      const at = hub.nextDue();
      return at === undefined ? undefined : at - now;
    },
  };
}

export const sentTo = (socket: string, effects: readonly Effect<string>[]): RouterMessage[] =>
  effects.flatMap((effect) => (effect.type === 'send' && effect.to.includes(socket) ? [effect.message] : []));
export const phone = (name: string, more: Partial<Device> = {}): Device => ({
  id: idOf(name),
  name,
  kind: 'phone',
  ...more,
});
