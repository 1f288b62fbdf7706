/** When a connection is given up: the rules about paths without answers. Its peers are made by hand, without WebRTC. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ConnectionId, Device, DeviceId } from '../protocol/signaling.ts';
import { Links, type LinksPorts } from './links.ts';
import type { LanePeer, Peer, PeerListener } from './peer.ts';

const BOB = 'bob' as DeviceId;
const CONNECTION = 'a connection' as ConnectionId;

type Told = Parameters<LinksPorts['tell']>[0];

/** A connected pair: this device at r1, Bob at r2. */
async function connected() {
  const told: Told[] = [];
  const doubts = vi.fn();
  const at = { own: 'r1', bob: { id: BOB, name: 'Bob', kind: 'phone', router: 'r2' } as Device | undefined };
  let listener: PeerListener | undefined;
  const links = new Links({
    prepare: async () => ({
      peer: (_, heard) => {
        listener = heard;
        return { close() {}, signal() {} } as unknown as Peer; // as much of one as is used here
      },
      lane: () => ({ close() {}, signal() {} }) as unknown as LanePeer,
    }),
    handLane: () => {},
    signal: () => true,
    hand: () => {},
    tell: (message) => told.push(message),
    newConnectionId: () => CONNECTION,
    canTransfer: true,
    self: () => 'ann' as DeviceId,
    device: () => at.bob,
    ownRouter: () => at.own,
    doubt: doubts,
  });
  links.want(BOB);
  links.ice({ type: 'ice', to: BOB, connection: CONNECTION, iceServers: [] });
  const peer = await vi.waitFor(() => listener ?? Promise.reject(new Error('no peer yet')));
  peer.connected(65_536);
  told.length = 0;
  return { links, peer, told, doubts, at };
}

const lost = (told: readonly Told[]) => told.flatMap((one) => (one.type === 'link-lost' ? one.cause : []));

describe('a path without answers', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is waited for while both devices are where they were, and makes one look whether the router is still there', async () => {
    const { links, peer, told, doubts } = await connected();
    peer.wavering(true);
    links.devicesChanged();
    expect(told).toEqual([]);
    expect(doubts).toHaveBeenCalledOnce();
  });

  it.each([
    ['the other device', 'bob'],
    ['this device', 'own'],
  ] as const)('is given up when %s is at another router', async (_, who) => {
    const { links, peer, told, at } = await connected();
    if (who === 'own') at.own = 'r3';
    else at.bob = { id: BOB, name: 'Bob', kind: 'phone', router: 'r3' };
    links.devicesChanged();
    expect(told).toEqual([]); // a place alone breaks nothing
    peer.wavering(true);
    expect(lost(told)).toEqual(['connection-lost']);
  });

  it('is given up when the other device is away or gone', async () => {
    const { links, peer, told, at } = await connected();
    peer.wavering(true);
    at.bob = undefined;
    links.devicesChanged();
    expect(lost(told)).toEqual(['peer-left']);
  });
});
