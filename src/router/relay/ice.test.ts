import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClientPosition } from '../net/networks.ts';
import { iceServers, type Offer, type PeerPosition } from './ice.ts';

const CREDENTIAL = { username: '3600:a', credential: 'c' };
const ROUTER = { by: 'router', lan: 'L', backhaul: 'B', port: 3478, relay: true } as const;
const SINGLE = { by: 'router', lan: 'L', port: 3478, relay: true } as const;
const BEHIND = { stun: { address: 'S', port: 3479 } };

/** The list in words: each server, and if it comes with a credential. */
const words = (offer: Offer, self: ClientPosition, peer: PeerPosition): string =>
  iceServers(offer, self, peer, () => CREDENTIAL)
    .map(
      ({ urls, credential }) =>
        urls.replace(':3478', '').replace('?transport=udp', '').replace('?transport=', '/') + (credential ? '!' : ''),
    )
    .join(' ');

describe('the servers for a pair', () => {
  it.each<[string, Offer, ClientPosition, PeerPosition, string]>([
    ['two on the LAN', ROUTER, 'lan', 'lan', 'stun:L turn:L! turn:L/tcp!'],
    ['two on the only LAN there is', SINGLE, 'lan', 'lan', 'stun:L turn:L! turn:L/tcp!'],
    ['from the LAN to the backhaul', ROUTER, 'lan', 'backhaul', 'stun:L stun:B turn:L! turn:L/tcp!'],
    ['from the backhaul to the LAN', ROUTER, 'backhaul', 'lan', 'stun:B turn:B! turn:B/tcp!'],
    ['two on the backhaul', ROUTER, 'backhaul', 'backhaul', 'stun:B turn:B! turn:B/tcp!'],
    ['behind another router that has STUN', ROUTER, 'lan', BEHIND, 'stun:L stun:S:3479 turn:L! turn:L/tcp!'],
    ['behind another router without', ROUTER, 'lan', {}, 'stun:L stun:B turn:L! turn:L/tcp!'],
    ['from the backhaul behind another router', ROUTER, 'backhaul', BEHIND, 'stun:B turn:B! turn:B/tcp!'],
    ['from the LAN to somewhere', ROUTER, 'lan', 'elsewhere', 'stun:L stun:B turn:L! turn:L/tcp!'],
    ['from somewhere to the LAN', ROUTER, 'elsewhere', 'lan', 'stun:L turn:L! turn:L/tcp!'],
    ['to the backhaul without one', SINGLE, 'lan', 'elsewhere', 'stun:L turn:L! turn:L/tcp!'],
    ['on the LAN while coturn is down', { ...ROUTER, relay: false }, 'lan', 'lan', 'stun:L'],
    ['behind another router while coturn is down', { ...ROUTER, relay: false }, 'lan', BEHIND, 'stun:L stun:S:3479'],
    [
      'a router with a backhaul only',
      { by: 'router', backhaul: 'B', port: 3478, relay: true },
      'lan',
      {},
      'stun:B turn:B! turn:B/tcp!',
    ],
    ['this machine alone', { by: 'nobody' }, 'lan', 'lan', ''],
    [
      'a server of the operator',
      { by: 'operator', server: { address: 'X', port: 3478 } },
      'lan',
      BEHIND,
      'stun:X turn:X!',
    ],
  ])('%s', (_, offer, self, peer, expected) => {
    expect(words(offer, self, peer)).toBe(expected);
  });

  it('are at most two for STUN, then one for TURN over UDP and over TCP, all literal, and no unused credential is minted', () => {
    const address = fc.ipV4();
    const router = fc.record(
      {
        by: fc.constant('router' as const),
        port: fc.constant(3478),
        relay: fc.boolean(),
        lan: address,
        backhaul: address,
      },
      { requiredKeys: ['by', 'port', 'relay'] },
    );
    const self = fc.constantFrom<ClientPosition>('lan', 'backhaul', 'elsewhere');
    const behind = fc.record({ stun: fc.record({ address, port: fc.nat(65_535) }) }, { requiredKeys: [] });
    fc.assert(
      fc.property(router, self, fc.oneof(self, behind), (offer, position, peer) => {
        let minted = 0;
        const list = iceServers(offer, position, peer, () => {
          minted += 1;
          return CREDENTIAL;
        });
        const turns = list.filter(({ urls }) => urls.startsWith('turn:'));
        expect(list.length - turns.length).toBeLessThanOrEqual(2);
        expect(turns.map(({ urls }) => urls.slice(-3))).toEqual(minted > 0 ? ['udp', 'tcp'] : []);
        expect(list.slice(list.length - turns.length)).toEqual(turns);
        expect(minted).toBeLessThanOrEqual(offer.relay ? 1 : 0);
        const known = [offer.lan, offer.backhaul, typeof peer === 'object' ? peer.stun?.address : undefined];
        for (const { urls } of list) expect(known).toContain(/^(?:stun|turn):([\d.]+):\d+/.exec(urls)?.[1]);
        expect(new Set(list.map(({ urls }) => urls)).size).toBe(list.length);
      }),
    );
  });
});
