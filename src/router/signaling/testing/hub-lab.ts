/** A hub without sockets and without waiting: the harness of its tests. */
import type { Member } from '../../../protocol/groups.ts';
import type { SignedHello } from '../../../protocol/hello-event.ts';
import type { PublicKey, Signature } from '../../../protocol/keys.ts';
import type { Challenge, ConnectionId, Device, DeviceId, RouterMessage } from '../../../protocol/signaling.ts';
import { LIMITS, type Limits } from '../../limits/limits.ts';
import type { RouterId } from '../../mesh/bus.ts';
import type { Effect } from '../effects.ts';
import type { Arrival } from '../entry.ts';
import { Hub, type HubOptions } from '../hub.ts';
import type { Belonging } from '../sight.ts';

export const INTERVAL_MS = 200;
export const GRACE_MS = 30_000;
export const CONNECTION = '0123456789abcdef' as ConnectionId;
export const keyOf = (name: string): PublicKey => name.padEnd(43, '-') as PublicKey;
export const idOf = (name: string): DeviceId => name.padEnd(16, '-') as DeviceId;
/** Groups cost nothing here: in place of a signature each membership has the words that it would sign. */
export const groupKey = (group: string): PublicKey => group.padEnd(43, '-') as PublicKey;
const wordsOf = (group: PublicKey, device: PublicKey): Signature => `${device} belongs to ${group}` as Signature;
export function membersOf(name: string, groups: readonly string[], signedFor = name): Member {
  const [key, whom] = [keyOf(name), keyOf(signedFor)];
  return { key, of: groups.map(groupKey).map((group) => ({ group, signature: wordsOf(group, whom) })) };
}

let claims = 0;
/** A hello that no socket has checked: the hub believes its sockets. */
export function arrivalOf(name: string, { address, saidTo }: Pick<Arrival, 'address' | 'saidTo'>): Arrival {
  claims += 1;
  const hello: SignedHello = {
    key: keyOf(name),
    challenge: 'a challenge' as Challenge,
    claim: claims,
    signature: `${name} ${claims}` as Signature,
  };
  return { id: idOf(name), name, kind: 'phone', address, hello, saidTo };
}

/** A hub whose sockets are strings, a clock that the test sets, and all messages to each socket. */
export function lab(options: Partial<Limits & Pick<HubOptions, 'apartFrom'>> = {}) {
  const hub = new Hub<string>({
    router: { id: 'r1', name: 'R1' },
    iceServersFor: (device, peer) => [{ urls: `stun:${device.id}@${device.address}:${peer.id}` }],
    belongs: (device, { group, signature }) => signature === wordsOf(group, device),
    ...LIMITS,
    graceMs: GRACE_MS,
    deltaIntervalMs: INTERVAL_MS,
    settledMs: 0,
    ...options,
  });
  let now = 1000;
  return {
    hub,
    join: (name: string, socket = name, address = `at-${socket}`, belonging: Belonging = {}) =>
      hub.hello(socket, { ...arrivalOf(name, { address, saidTo: hub.router.id }), ...belonging }, now),
    say: (socket: string, message: Parameters<typeof hub.receive>[1]) => hub.receive(socket, message, now),
    take: (router: string, message: Parameters<typeof hub.take>[1]) => hub.take(router as RouterId, message, now),
    drop: (socket: string) => hub.leave(socket, now),
    place: (name: string, far: ({ router: string; away: boolean } & Belonging) | undefined) => {
      const { router = '', away = false, member, onlyGroups = false } = far ?? {};
      const remote = {
        name,
        kind: 'phone',
        key: keyOf(name),
        away,
        router: router as RouterId,
        routerName: router.toUpperCase(),
        onlyGroups,
        ...(member && { member }),
      } as const;
      return hub.place([[idOf(name), far && remote]], [], now);
    },
    surrender: (name: string) => hub.place([], [idOf(name)], now),
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
