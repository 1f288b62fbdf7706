/** When a connection is given up: the rules about paths without answers. Its peers are made by hand, without WebRTC. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LinkId } from '../../engine/api/api.ts';
import { certificateOf } from '../../engine/testing/device.ts';
import type { ClientMessage, ConnectionId, Device, DeviceId, Signal } from '../../protocol/signaling.ts';
import { Links } from './links.ts';
import type { LinksPorts } from './links-ports.ts';
import type { LanePeer, Peer, PeerListener } from './peer.ts';
import type { Reach } from './reach.ts';

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
  const known = new Set<DeviceId>();
  const hearing = { hears: (_id: DeviceId, _isInvited: boolean): boolean => true, isHeeded: (_id: DeviceId) => true };
  /** Open connections of the browser, and if it makes more. */
  const browser = {
    open: 0,
    made: 0,
    lanes: 0,
    isFull: false,
    isPartMissing: false,
    reach: 'open' as Reach | undefined,
  };
  const counted = () => {
    if (browser.isFull) return undefined;
    browser.open += 1;
    browser.made += 1;
    const close = () => {
      browser.open -= 1;
    };
    return { close, signal() {}, reach: () => browser.reach } as unknown as Peer; // only the part that is used here
  };
  const links = new Links({
    prepare: async () => {
      if (browser.isPartMissing) throw new TypeError('Failed to fetch dynamically imported module');
      return {
        peer: (_, heard) => {
          listener = heard;
          return counted();
        },
        lane: (): LanePeer | undefined => {
          browser.lanes += 1;
          return counted();
        },
      };
    },
    handLane: () => {},
    signal: (message) => {
      if (isOnline) said.push(message);
      return isOnline;
    },
    hand: () => {},
    tell: (message) => told.push(message),
    newConnectionId: () => `call ${++calls}` as ConnectionId,
    canTransfer: true,
    self: 'ann' as DeviceId,
    device: () => at.bob,
    isKnown: (id) => known.has(id),
    isHeeded: (id) => hearing.isHeeded(id),
    hears: (id, isInvited) => hearing.hears(id, isInvited),
    ownRouter: () => at.own,
    doubt: doubts,
  });
  const made = () => vi.waitFor(() => listener ?? Promise.reject(new Error('no peer yet')));
  const online = (state: boolean) => {
    isOnline = state;
    if (state) links.online();
  };
  /** Some device calls. */
  const call = (from: string, connection = `from ${from}`) =>
    links.signalled({
      type: 'signal',
      from: from as DeviceId,
      connection: connection as ConnectionId,
      signal: { type: 'offer', sdp: '' },
    });
  return { links, made, told, said, doubts, at, online, known, hearing, browser, call };
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
  both.peer.connected(65_536, { own: certificateOf('Ann'), other: certificateOf('Bob') });
  both.told.length = 0;
  return both;
}

const lost = (told: readonly Told[]) => told.flatMap((one) => (one.type === 'link-lost' ? one.cause : []));

describe('a path without answers', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is waited for while both devices are in their places, and makes this one check its router', async () => {
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
    expect(told).toEqual([]); // a new place alone breaks nothing
    peer.wavering(true);
    expect(lost(told)).toEqual(['connection-lost']);
  });

  it('is not ended by a refusal, which any router on the way could say', async () => {
    const { links, told } = await connected();
    const signal = { type: 'refuse', reason: 'not-here' } as const;
    links.signalled({ type: 'signal', from: BOB, connection: 'call 1' as ConnectionId, signal });
    expect(told).toEqual([]);
  });

  it('is given up when the other device is away or gone', async () => {
    const { links, peer, told, at } = await connected();
    peer.wavering(true);
    at.bob = undefined;
    links.devicesChanged();
    expect(lost(told)).toEqual(['peer-left']);
  });
});

describe('a call of somebody with whom there is a connection', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const certificates = { own: certificateOf('Ann'), other: certificateOf('Bob') };
  /** The connection is link 1; the call is link 2, and answered. */
  async function calledAnew() {
    const both = await connected();
    both.call(BOB, 'from Bob anew');
    await vi.advanceTimersByTimeAsync(0);
    return { ...both, later: await both.made() };
  }
  const over = (told: readonly Told[]) => told.flatMap((one) => (one.type === 'link-lost' ? one.link : []));

  it('is answered beside it, and ends it when the engine says so: only there it shows who calls', async () => {
    const { links, later, told, browser, said } = await calledAnew();
    later.signal({ type: 'answer', sdp: '' });
    expect(said.at(-1)).toMatchObject({ to: BOB, connection: 'from Bob anew' });
    later.connected(65_536, certificates);
    expect([over(told), browser.open]).toEqual([[], 2]);
    links.close(1 as LinkId); // the engine: the call is Bob's, who has reloaded his page
    expect([over(told), browser.open]).toEqual([[1], 1]);
    links.close(2 as LinkId);
    expect(told.filter(({ type }) => type === 'no-link')).toEqual([]);
  });

  it('fails by itself: what waits for Bob has him as before', async () => {
    const { later, told, browser } = await calledAnew();
    later.lost();
    expect(told.filter(({ type }) => type === 'no-link')).toEqual([]);
    expect([over(told), browser.open]).toEqual([[2], 1]);
  });

  it('is refused by nobody but the call itself', async () => {
    const { links, told, browser } = await calledAnew();
    const signal = { type: 'refuse', reason: 'busy' } as const;
    links.signalled({ type: 'signal', from: BOB, connection: 'from Bob anew' as ConnectionId, signal });
    expect([over(told), browser.open]).toEqual([[2], 1]);
  });

  it('gives way to the next one, so there are never more than two', async () => {
    const { call, told, browser } = await calledAnew();
    for (let n = 0; n < 5; n += 1) {
      call(BOB, `from Bob, again ${n}`);
      await vi.advanceTimersByTimeAsync(0);
    }
    expect(browser.open).toBe(2);
    expect(over(told)).not.toContain(1);
  });

  it.each([
    ['before', true],
    ['meanwhile', false],
  ])('takes its place when it has lost its path %s', async (_, isBefore) => {
    const { call, peer, told, browser } = await connected();
    if (isBefore) peer.wavering(true);
    call(BOB, 'from Bob anew');
    await vi.advanceTimersByTimeAsync(0);
    if (!isBefore) peer.wavering(true);
    expect([over(told), browser.open]).toEqual([[1], 1]);
    expect(told.filter(({ type }) => type === 'no-link')).toEqual([]);
  });
});

describe('a connection that cannot be made', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const TURN = { urls: 'turn:192.168.42.1', username: 'u', credential: 'c' };
  const causes = (told: readonly Told[]) => told.flatMap((one) => (one.type === 'no-link' ? one.cause : []));
  const refusals = (said: readonly ClientMessage[]) =>
    said.flatMap((one) => (one.type === 'signal' && one.signal.type === 'refuse' ? one.signal.reason : []));
  const answer = (links: Links, signal: Signal = { type: 'answer', sdp: '' }) =>
    links.signalled({ type: 'signal', from: BOB, connection: 'call 1' as ConnectionId, signal });

  it('is blamed on the other screen only when nothing was heard from the other page', async () => {
    const { told } = await calling();
    vi.advanceTimersByTime(60_000);
    expect(causes(told)).toEqual(['unreachable']);
  });

  it('is not blamed on a screen when the other page has answered', async () => {
    const { links, peer, told, said } = await calling();
    answer(links);
    peer.lost();
    expect(causes(told)).toEqual(['no-path']);
    expect(refusals(said)).toEqual([]);
  });

  it('ends at once when this browser finds no path at all, and the other side is told why', async () => {
    const { peer, told, said, browser } = await calling();
    browser.reach = 'none';
    peer.blocked();
    expect(causes(told)).toEqual(['blocked-here']);
    expect(refusals(said)).toEqual(['blocked']);
  });

  it('is not blamed on this browser when it ends before the browser has looked for paths', async () => {
    const { links, peer, told, said, browser } = await calling();
    browser.reach = undefined;
    answer(links); // for instance with an unreadable fingerprint
    peer.lost();
    expect(causes(told)).toEqual(['no-path']);
    expect(refusals(said)).toEqual([]);
  });

  it('sends nothing more to the other side when it is already over', async () => {
    const { links, peer, said, browser } = await calling();
    answer(links, { type: 'refuse', reason: 'busy' });
    browser.reach = 'none';
    peer.blocked();
    expect(refusals(said)).toEqual([]);
  });

  it.each([
    ['with a relay that this browser does not find', [TURN], 'blocked-here'],
    ['without a relay', [], 'no-path'],
  ] as const)('is told apart %s', async (_, iceServers, cause) => {
    const { links, told, said, browser, made } = pair();
    browser.reach = 'hidden';
    links.want(BOB);
    links.ice({ type: 'ice', to: BOB, connection: 'call 1' as ConnectionId, iceServers });
    const peer = await made();
    answer(links);
    peer.lost();
    expect(causes(told)).toEqual([cause]);
    expect(refusals(said)).toHaveLength(cause === 'blocked-here' ? 1 : 0);
  });

  it('is the other side’s fault when that side says so', async () => {
    const { links, told } = await calling();
    answer(links, { type: 'refuse', reason: 'blocked' });
    expect(causes(told)).toEqual(['blocked-there']);
  });
});

describe('a call', () => {
  const connects = (said: readonly ClientMessage[]) => said.filter(({ type }) => type === 'connect');

  it('is made anew when the other device was away meanwhile, once', async () => {
    const { links, said, told, at } = await calling();
    links.devicesChanged();
    expect(connects(said)).toHaveLength(1); // nothing has happened to the call
    at.bob = { ...BOB_AT_R2, away: true };
    links.devicesChanged();
    expect(lost(told)).toEqual([]); // the call is still waiting
    at.bob = BOB_AT_R2;
    links.devicesChanged();
    links.devicesChanged();
    expect(lost(told)).toEqual(['connection-lost']);
    expect(connects(said).slice(1)).toEqual(Array(2).fill({ type: 'connect', to: BOB, connection: 'call 2' }));
  });

  it('that the router holds back is repeated by itself, and shown as waiting', () => {
    vi.useFakeTimers();
    const { links, told, said } = pair();
    const connects = () => said.filter(({ type }) => type === 'connect').length;
    links.want(BOB);
    links.unreachable({ type: 'unreachable', to: BOB, connection: 'call 1' as ConnectionId, reason: 'too-many-calls' });
    expect(told).toEqual([{ type: 'link-held', peer: BOB }]);
    links.want(BOB); // wanted again meanwhile
    expect(connects()).toBe(1);
    vi.advanceTimersByTime(10_000);
    expect(connects()).toBe(2);
    links.closeAll();
    vi.useRealTimers();
  });

  it('that the router could not deliver is made anew when the other device is back', async () => {
    const { links, said, at } = await calling();
    at.bob = { ...BOB_AT_R2, away: true };
    links.unreachable({ type: 'unreachable', to: BOB, connection: 'call 1' as ConnectionId });
    at.bob = BOB_AT_R2;
    links.devicesChanged();
    expect(connects(said).at(-1)).toMatchObject({ connection: 'call 2' });
  });

  it('outlives a restarted router that knows nobody yet, and is made anew when the other device is back', async () => {
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

  it('from the other device does not end when that device was away: it calls anew itself', async () => {
    const { links, told, at } = await called();
    at.bob = { ...BOB_AT_R2, away: true };
    links.devicesChanged();
    at.bob = BOB_AT_R2;
    links.devicesChanged();
    expect(lost(told)).toEqual([]);
  });

  it('sends signals that waited for the router as soon as it answers again', async () => {
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

describe('calls of others', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const settled = () => vi.advanceTimersByTimeAsync(0);
  const refused = (said: readonly ClientMessage[]) =>
    said.flatMap((one) => (one.type === 'signal' && one.signal.type === 'refuse' ? [[one.to, one.signal.reason]] : []));

  it('from seven hundred strangers make four connections, and get no more refusals than the router allows', async () => {
    const { call, browser, said } = pair();
    for (let n = 0; n < 700; n += 1) call(`stranger ${n}`);
    await settled();
    expect(browser.open).toBe(4);
    expect(refused(said).length).toBeGreaterThan(0);
    expect(said.length).toBeLessThan(60);
    expect(refused(said)[0]).toEqual(['stranger 4', 'busy']);
  });

  it('continue for 25 s: friends get through, and a person here can still call', async () => {
    const { call, browser, known, links, said } = pair();
    known.add('friend' as DeviceId);
    for (let n = 0; n < 700; n += 1) {
      call(`stranger ${n}`);
      await vi.advanceTimersByTimeAsync(36);
    }
    expect(browser.open).toBe(4);
    call('friend');
    await settled();
    expect(browser.open).toBe(5);
    links.want(BOB);
    expect(said.at(-1)).toMatchObject({ type: 'connect', to: BOB });
    links.ice({ type: 'ice', to: BOB, connection: 'call 1' as ConnectionId, iceServers: [] });
    await settled();
    expect(browser.open).toBe(6);
  });

  it('from one stranger again and again are one connection, and no more than its burst is made', async () => {
    const { call, browser } = pair();
    for (let n = 0; n < 100; n += 1) {
      call('stranger', `call of stranger ${n}`);
      await settled();
      expect(browser.open).toBe(1);
    }
    expect(browser.made).toBeLessThan(40);
  });

  it('from a lone stranger have all the time; under pressure an old one gives way, and is told so', async () => {
    const { call, browser, said, told } = pair();
    for (const name of ['a', 'b', 'c', 'd']) call(name);
    await vi.advanceTimersByTimeAsync(14_000);
    call('e');
    expect(refused(said)).toEqual([['e', 'busy']]);
    await vi.advanceTimersByTimeAsync(2_000);
    call('f');
    await settled();
    expect(refused(said)).toEqual([
      ['e', 'busy'],
      ['a', 'busy'],
    ]);
    expect(browser.open).toBe(4);
    await vi.advanceTimersByTimeAsync(23_000);
    expect(told.filter(({ type }) => type === 'no-link')).toHaveLength(1); // 39 s, and nobody else called
  });

  it('that get a refusal end at once, with its reason', async () => {
    const { links, told } = await calling();
    const signal = { type: 'refuse', reason: 'busy' } as const;
    links.signalled({ type: 'signal', from: BOB, connection: 'call 1' as ConnectionId, signal });
    expect(told.at(-1)).toEqual({ type: 'no-link', peer: BOB, cause: 'busy' });
  });

  it('from a device that this one is calling are not refused, whoever fills the places', async () => {
    const { links, call, browser, said } = pair();
    for (let n = 0; n < 20; n += 1) call(`stranger ${n}`);
    links.want('abe' as DeviceId); // its call wins, because its id is smaller
    call('abe');
    await settled();
    expect(browser.open).toBe(5);
    expect(refused(said).map(([to]) => to)).not.toContain('abe');
  });

  it('of a stranger are protected once a person here sends to it: no other stranger takes that place', async () => {
    const { call, links, said } = pair();
    for (const name of ['a', 'b', 'c', 'd']) call(name);
    links.want('a' as DeviceId);
    await vi.advanceTimersByTimeAsync(16_000);
    call('e');
    call('f');
    await settled();
    expect(refused(said)).not.toContainEqual(['a', 'busy']);
  });

  it('from a stranger who would find no place for an offer are refused before there is a connection', async () => {
    const { call, hearing, browser, known, said } = pair();
    known.add('friend' as DeviceId);
    hearing.isHeeded = (id) => id === 'waits here';
    for (const name of ['stranger', 'friend', 'waits here']) call(name);
    await settled();
    expect(refused(said)).toEqual([['stranger', 'busy']]);
    expect(browser.made).toBe(2);
  });

  it('bring no lanes while they are from strangers', async () => {
    const { links, call, browser, known } = pair();
    call('stranger');
    await settled();
    const offer = { type: 'offer', sdp: '' } as const;
    links.laneSignalled(1 as LinkId, 1, offer);
    expect(browser.lanes).toBe(0);
    known.add('stranger' as DeviceId);
    links.laneSignalled(1 as LinkId, 1, offer);
    expect(browser.lanes).toBe(1);
  });
});

describe('whom nobody here wants to hear', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const settled = () => vi.advanceTimersByTimeAsync(0);

  it('calls in vain, and gets no answer at all: nothing tells that somebody is here', async () => {
    const { call, hearing, browser, said, told } = pair();
    hearing.hears = (id) => id !== 'pest';
    for (let n = 0; n < 100; n += 1) call('pest', `call of pest ${n}`);
    await settled();
    expect([browser.made, said, told]).toEqual([0, [], []]);
    call('somebody else');
    await settled();
    expect(browser.made).toBe(1);
  });

  it('is let go when that becomes known while the call is answered, but not what is connected and may still be used', async () => {
    const { call, hearing, browser, links, made, known } = pair();
    known.add('friend' as DeviceId);
    call('friend');
    (await made()).connected(65_536, { own: certificateOf('Ann'), other: certificateOf('friend') });
    call('stranger');
    await settled();
    expect(browser.open).toBe(2);
    hearing.hears = (_, isInvited) => isInvited;
    links.hearingChanged();
    expect(browser.open).toBe(1);
    hearing.hears = () => false; // both are blocked
    links.hearingChanged();
    expect(browser.open).toBe(0);
  });

  it('is not called either, if something of before still asks for it', async () => {
    const { hearing, browser, links, said, told } = pair();
    hearing.hears = (id) => id !== BOB;
    links.want(BOB);
    await settled();
    expect([browser.made, said]).toEqual([0, []]);
    expect(told).toEqual([{ type: 'no-link', peer: BOB, cause: 'unreachable' }]);
  });

  it('may answer a call from here', async () => {
    const { call, hearing, browser, links } = pair();
    hearing.hears = (_, isInvited) => isInvited;
    links.want('abe' as DeviceId); // its call wins, because its id is smaller
    call('abe');
    await settled();
    expect(browser.open).toBe(1);
  });
});

it('does not blame the other device when a part of this page cannot be loaded', async () => {
  const { links, told, browser } = pair();
  browser.isPartMissing = true;
  links.want(BOB);
  links.ice({ type: 'ice', to: BOB, connection: 'call 1' as ConnectionId, iceServers: [] });
  await vi.waitFor(() => expect(told).toEqual([{ type: 'no-link', peer: BOB, cause: 'page-failed' }]));
});

describe('a browser that makes no more connections', () => {
  const full = () => {
    const both = pair();
    both.browser.isFull = true;
    return both;
  };

  it('is a failure of the call that a person here began', async () => {
    const { links, told } = full();
    links.want(BOB);
    links.ice({ type: 'ice', to: BOB, connection: 'call 1' as ConnectionId, iceServers: [] });
    await vi.waitFor(() => expect(told).toEqual([{ type: 'no-link', peer: BOB, cause: 'no-more-connections' }]));
  });

  it('is reported to a caller', async () => {
    const { call, said } = full();
    call('bob');
    await vi.waitFor(() => expect(said.at(-1)).toMatchObject({ to: BOB, signal: { type: 'refuse', reason: 'busy' } }));
  });

  it('does without a lane', async () => {
    const { links, browser, told } = await connected();
    browser.isFull = true;
    links.laneSignalled(1 as LinkId, 2, { type: 'offer', sdp: '' });
    expect(browser.lanes).toBe(1);
    expect(told).toEqual([]);
  });
});
