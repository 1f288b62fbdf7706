import { expect, it } from 'vitest';
import type { FederationStatus } from './federation.ts';
import type { Incarnation, RouterId } from './mesh/bus.ts';
import { meshStatus } from './mesh-status.ts';
import { meshDigest } from './status/status.ts';

const OWN = { id: 'r1', name: 'R1', address: '192.168.42.1', clients: 3 };
const ALONE: FederationStatus = { routers: [], departed: [], strangers: [], devices: 3, presence: 'd', dropped: 0 };
const R2 = {
  id: 'r2' as RouterId,
  incarnation: '1' as Incarnation,
  name: 'R2',
  address: '192.168.1.2',
  clients: 5,
  lastSeenMs: 40,
  linked: true,
};

it('of a router that looks for no others is off, with the reason, and lists this router alone', () => {
  expect(meshStatus(OWN, { state: 'off', reason: 'as --mesh says', cause: 'switched-off' })).toEqual({
    state: 'off',
    reason: 'as --mesh says',
    cause: 'switched-off',
    digest: meshDigest(['r1']),
    routers: [{ ...OWN, last_seen_ms: 0 }],
  });
});

it('of a router that finds nobody is alone, and says why if it knows', () => {
  const status = meshStatus(OWN, { state: 'on', trust: 'open', seen: { ...ALONE, problem: 'no address' } });
  expect(status).toMatchObject({ state: 'alone', reason: 'no address', trust: 'open', missing: [], devices: 3 });
});

it('of a router among others lists itself first, then each of them with what is known of it', () => {
  const routers = [
    { ...R2, clock: { aheadMs: 7, roundTripMs: 2 } },
    {
      ...R2,
      id: 'r3' as RouterId,
      linked: false,
      apart: 'same-address' as const,
      backhaul: { address: '10.107.3.4', prefix: 16 },
    },
  ];
  const departed = [{ id: 'r4' as RouterId, name: 'R4', address: '192.168.1.4', goneForMs: 9 }];
  const strangers = [{ address: '192.168.1.9', reason: 'no-key' as const, lastSeenMs: 4 }];
  const seen = { ...ALONE, routers, departed, strangers };
  expect(meshStatus(OWN, { state: 'on', trust: 'key', seen })).toEqual({
    state: 'joined',
    trust: 'key',
    digest: meshDigest(['r1', 'r2', 'r3']),
    routers: [
      { ...OWN, last_seen_ms: 0 },
      {
        id: 'r2',
        name: 'R2',
        address: '192.168.1.2',
        clients: 5,
        last_seen_ms: 40,
        link: 'direct',
        clock_ahead_ms: 7,
        rtt_ms: 2,
      },
      {
        id: 'r3',
        name: 'R2',
        address: '192.168.1.2',
        clients: 5,
        last_seen_ms: 40,
        link: 'lost',
        apart: 'same-address',
        backhaul: '10.107.3.4/16',
      },
    ],
    missing: [{ id: 'r4', name: 'R4', address: '192.168.1.4', gone_ms: 9 }],
    devices: 3,
    presence: 'd',
    strangers: [{ address: '192.168.1.9', reason: 'no-key', last_seen_ms: 4 }],
  });
});
