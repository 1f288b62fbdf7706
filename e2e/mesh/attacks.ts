/** What a machine on the backhaul may try, and how the router's status must show it. Data. */
import { idOf, type PublicKey } from '../../src/protocol/keys.ts';
import type { DeviceId } from '../../src/protocol/signaling.ts';
import type { StrangerReason } from '../../src/router/mesh/bus.ts';
import { R1_ADDRESS, R2_ADDRESS, ROUTERS } from './rogue.ts';
import type { Attack, Datagram, Intrude } from './rogue-agent.ts';

/** What the attacker knows of its victims: all of it is public, or known to everybody with the key. */
export type Victims = {
  readonly meshKey: string | undefined;
  readonly r1: string;
  readonly r2: string;
  readonly ann: DeviceId;
  readonly bob: DeviceId;
  /** Routers tell keys to each other. */
  readonly annsKey: PublicKey;
  readonly cleosKey: PublicKey;
};
export type Try = {
  readonly what: string;
  readonly attack: Attack;
  /** The router that is told; R1 when absent. */
  readonly told?: string;
  /** The status must show one of these reasons, if there are any. */
  readonly shown: readonly StrangerReason[];
  /** What the router answers, which shows that the attack got as far as it could. */
  readonly heard?: string;
};

export const FLOOD_PER_SECOND = 10_000;
const LATER = 'f'.repeat(16);
const EARLIER = '0'.repeat(16);
const HIGHEST_CLAIM = Number.MAX_SAFE_INTEGER;
const FORGED = { challenge: 'A'.repeat(22), signature: 'A'.repeat(86) };

/** Without the key, or with nothing but recordings. */
export function fromOutside({ meshKey }: Victims, forMs: number): readonly Try[] {
  const flood = (what: Datagram, shown: readonly StrangerReason[]): Try => ({
    what: `${FLOOD_PER_SECOND} datagrams a second: ${what}`,
    attack: { do: 'flood', what, perSecond: FLOOD_PER_SECOND, forMs, ...(meshKey !== undefined && { meshKey }) },
    shown,
  });
  return [
    flood('garbage', ['too-many']),
    flood('other key', ['too-many', 'other-key']),
    flood('forged', ['too-many', 'forged']),
    flood('replayed', ['too-many']),
    {
      what: 'links with another key, one after the other',
      attack: { do: 'knock', to: R1_ADDRESS, how: 'other key', forMs },
      shown: ['other-key', 'has-key'],
    },
    {
      what: '250 connections that say nothing',
      attack: { do: 'knock', to: R1_ADDRESS, how: 'silent', forMs },
      shown: [],
    },
  ];
}

/** By a router that has the key, or in a mesh without one. */
export function fromInside({ meshKey, r1, r2, ann, bob, annsKey, cleosKey }: Victims, forMs: number): readonly Try[] {
  const link = (what: string, how: Partial<Intrude>, shown: readonly StrangerReason[], from = forMs): Try => ({
    what,
    attack: {
      do: 'link',
      to: R1_ADDRESS,
      as: { incarnation: LATER },
      says: [],
      times: 1,
      isTooLong: false,
      forMs: from,
      ...how,
      ...(meshKey !== undefined && { meshKey }),
    },
    shown,
    heard: 'says' in how && how.says?.some((frame) => frame.includes('"signal"')) ? 'unreachable' : 'hello',
  });
  const listing = (key: PublicKey): string => {
    const device = { id: idOf(key), name: 'me', kind: 'phone', key, claim: HIGHEST_CLAIM, ...FORGED };
    return JSON.stringify({ type: 'snapshot', incarnation: LATER, version: 1, devices: [device] });
  };
  const lie = (what: string, told: keyof typeof ROUTERS, how: Partial<Intrude>): Try => ({
    ...link(`${what}, told to ${told}`, { to: ROUTERS[told], ...how }, ['misbehaves']),
    told,
  });
  const call = (from: DeviceId, to: DeviceId): string =>
    JSON.stringify({ type: 'signal', from, to, connection: 'a-rogues-call---', signal: { type: 'offer', sdp: '' } });
  return [
    {
      what: `${FLOOD_PER_SECOND} beacons a second of routers that do not exist`,
      attack: {
        do: 'flood',
        what: 'newcomers',
        perSecond: FLOOD_PER_SECOND,
        forMs,
        ...(meshKey !== undefined && { meshKey }),
      },
      shown: ['too-many'],
    },
    link('a frame of 2 GB', { isTooLong: true }, ['misbehaves']),
    link('frames that are no JSON', { says: ['{"type":'] }, ['misbehaves']),
    link('frames that no router says', { says: ['{"type":"snapshot","devices":"all"}'] }, ['misbehaves']),
    link("R1's own id, as a later life of it", { as: { id: r1, incarnation: LATER } }, ['misbehaves']),
    link("R1's own id, as an earlier life of it", { as: { id: r1, incarnation: EARLIER } }, ['misbehaves']),
    link("R2's id, as a later life of it", { as: { id: r2, incarnation: LATER } }, ['misbehaves']),
    link("R2's id, as an earlier life of it", { as: { id: r2, incarnation: EARLIER } }, ['misbehaves']),
    lie('that it has ann, who is at R1', 'R1', { says: [listing(annsKey)] }),
    lie('that it has ann, who is at R1', 'R3', { says: [listing(annsKey)] }),
    lie('that it has cleo, who has walked to R2', 'R1', { says: [listing(cleosKey)] }),
    lie('that it has cleo, who has walked to R2', 'R3', { says: [listing(cleosKey)] }),
    lie("R1's list as its own", 'R3', { repeats: R1_ADDRESS }),
    lie("R2's list as its own", 'R1', { repeats: R2_ADDRESS }),
    link('calls in the name of bob', { says: [call(bob, ann)], times: 50 }, []),
    link('10,000 calls', { says: [call(ann, ann)], times: 10_000 }, []),
  ];
}
