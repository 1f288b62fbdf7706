/** When a connection is given up: the rules about paths without answers. Its peers are made by hand, without WebRTC. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ClientMessage, ConnectionId, Device, DeviceId } from '../protocol/signaling.ts';
import { Links, type LinksPorts } from './links.ts';
import type { LanePeer, Peer, PeerListener } from './peer.ts';

const BOB = 'bob' as DeviceId;
const BOB_AT_R2: Device = { id: BOB, name: 'Bob', kind: 'phone', router: 'r2' };

type Told = Parameters<LinksPorts['tell']>[0];

/** This device, at r1, and Bob, who is at r2. */
function pair() {
  const told: Told[] = [];
  const said: ClientMessage[] = [];
  let isOnline = true;
  let calls = 0;
  const doubts = vi.fn();
  const at = { own: 'r1', bob: BOB_AT_R2 as Device | undefined };
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
    signal: (message) => {
      if (isOnline) said.push(message);
      return isOnline;
    },
    hand: () => {},
    tell: (message) => told.push(message),
    newConnectionId: () => `call ${++calls}` as ConnectionId,
    canTransfer: true,
    self: () => 'ann' as DeviceId,
    device: () => at.bob,
    ownRouter: () => at.own,
    doubt: doubts,
  });
  const made = () => vi.waitFor(() => listener ?? Promise.reject(new Error('no peer yet')));
  const online = (state: boolean) => {
    isOnline = state;
    if (state) links.online();
  };
  return { links, made, told, said, doubts, at, online };
}

/** This device calls Bob. */
async function calling() {
  const both = pair();
  both.links.want(BOB);
  both.links.ice({ type: 'ice', to: BOB, connection: 'call 1' as ConnectionId, iceServers: [] });
  return { ...both, peer: await both.made() };
}

/** Bob calls this device. */
async function called() {
  const both = pair();
  const connection = 'from Bob' as ConnectionId;
  both.links.signalled({ type: 'signal', from: BOB, connection, signal: { type: 'offer', sdp: '' } });
  return { ...both, peer: await both.made() };
}

/** The two are connected. */
async function connected() {
  const both = await calling();
  both.peer.connected(65_536);
  both.told.length = 0;
  return both;
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

describe('a call', () => {
  const connects = (said: readonly ClientMessage[]) => said.filter(({ type }) => type === 'connect');

  it('is made anew when the other device was away meanwhile, once', async () => {
    const { links, said, told, at } = await calling();
    links.devicesChanged();
    expect(connects(said)).toHaveLength(1); // nothing has happened to it
    at.bob = { ...BOB_AT_R2, away: true };
    links.devicesChanged();
    expect(lost(told)).toEqual([]); // waited for
    at.bob = BOB_AT_R2;
    links.devicesChanged();
    links.devicesChanged();
    expect(lost(told)).toEqual(['connection-lost']);
    expect(connects(said).slice(1)).toEqual(Array(2).fill({ type: 'connect', to: BOB, connection: 'call 2' }));
  });

  it('that the router could not deliver is made anew when the other device is back', async () => {
    const { links, said, at } = await calling();
    at.bob = { ...BOB_AT_R2, away: true };
    links.unreachable({ type: 'unreachable', to: BOB, connection: 'call 1' as ConnectionId });
    at.bob = BOB_AT_R2;
    links.devicesChanged();
    expect(connects(said).at(-1)).toMatchObject({ connection: 'call 2' });
  });

  it('outlives a router that was started again and knows nobody yet, and is made anew when that one is back', async () => {
    const { links, said, told, at, online } = await calling();
    online(false);
    at.bob = undefined;
    links.devicesChanged();
    online(true);
    expect(told).toEqual([]);
    at.bob = BOB_AT_R2;
    links.devicesChanged();
    expect(lost(told)).toEqual(['connection-lost']);
    expect(connects(said).at(-1)).toMatchObject({ connection: 'call 2' });
  });

  it('is made anew after this device was away: an answer may be lost', async () => {
    const { said, online } = await calling();
    online(false);
    online(true);
    expect(connects(said).at(-1)).toMatchObject({ connection: 'call 2' });
  });

  it('from the other device is not ended when that one was away: it calls anew itself', async () => {
    const { links, told, at } = await called();
    at.bob = { ...BOB_AT_R2, away: true };
    links.devicesChanged();
    at.bob = BOB_AT_R2;
    links.devicesChanged();
    expect(lost(told)).toEqual([]);
  });

  it('says what it could not say without the router as soon as that answers again', async () => {
    const { peer, said, online } = await called();
    online(false);
    peer.signal({ type: 'answer', sdp: 'first' });
    peer.signal({ type: 'candidate', candidate: 'second', sdpMid: '0', sdpMLineIndex: 0 });
    expect(said.filter(({ type }) => type === 'signal')).toEqual([]);
    online(true);
    online(true);
    expect(said.flatMap((one) => (one.type === 'signal' ? one.signal.type : []))).toEqual(['answer', 'candidate']);
  });
});
