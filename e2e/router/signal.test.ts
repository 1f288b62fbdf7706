import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { signedHello } from '../../src/protocol/hello-event.ts';
import { publicKeyOf } from '../../src/protocol/keys.ts';
import { MAX_SIGNALING_FRAME_BYTES } from '../../src/protocol/limits.ts';
import { type Challenge, CLOSE, type ConnectionId, REFUSALS } from '../../src/protocol/signaling.ts';
import { LIMITS, type Limits } from '../../src/router/limits/limits.ts';
import { answerTo, helloOf } from '../drive/wire/hello.ts';
import { Client, get, HOST, PHONE, type Running, secretOf, start } from './setting.ts';

const CONNECTION = '0123456789abcdef' as ConnectionId;
/** Said to no router that there is. */
const HELLO = helloOf(
  signedHello(secretOf('a'), { router: 'another router', challenge: 'A'.repeat(22) as Challenge, claim: 1 }),
  'a',
);
let running: Running;
afterEach(() => running.router.stop());

async function begin(limits: Partial<Limits> = {}): Promise<number> {
  running = await start({ deltaIntervalMs: 1, ...limits });
  return running.port;
}

/** The status of the answer to a socket that is not upgraded. */
async function refusal(port: number, path: string, headers: Record<string, string>): Promise<number> {
  const socket = new WebSocket(`ws://${HOST}:${port}${path}`, { headers });
  socket.on('error', () => {});
  const [, response] = await once(socket, 'unexpected-response');
  socket.terminate();
  return response.statusCode;
}

describe('who is let in', () => {
  it.each([
    ['a page from elsewhere', { Origin: 'http://evil.example' }],
    ['a page of another port', { Origin: `http://${HOST}:1` }],
    ['a page without an origin', { Origin: 'null' }],
    ['no page', {}],
  ])('not %s', async (_, headers) => {
    expect(await refusal(await begin(), '/signal', headers)).toBe(403);
  });

  it('nobody at another path', async () => {
    const port = await begin();
    expect(await refusal(port, '/elsewhere', { Origin: `http://${HOST}:${port}` })).toBe(404);
  });

  it('not more sockets from one address than the limit, whatever headers of proxies say', async () => {
    const port = await begin({ socketsPerAddress: 2 });
    await Client.join(port, 'a');
    const { client: second } = await Client.join(port, 'b');
    const socket = new WebSocket(`ws://${HOST}:${port}/signal`, {
      origin: `http://${HOST}:${port}`,
      localAddress: PHONE,
      headers: { 'X-Forwarded-For': '192.0.2.1' },
    });
    const [code] = await once(socket, 'close');
    expect(code).toBe(CLOSE.tooMany);
    second.socket.close();
    await second.closed;
    expect((await Client.join(port, 'c')).welcome.devices).toHaveLength(2); // b is away
  });

  it('as many through a proxy on this machine as from a network, because its one address stands for all', async () => {
    const port = await begin({ socketsPerAddress: 1, socketsPerNetwork: 3, awayPerAddress: 0, awayPerNetwork: 2 });
    const through = (name: string) => Client.join(port, name, { localAddress: HOST });
    const all = await Promise.all(['a', 'b', 'c'].map(through));
    expect((await (await Client.open(port, { localAddress: HOST })).closed).code).toBe(CLOSE.tooMany);
    for (const { client } of all.slice(1)) client.socket.terminate();
    await Promise.all(all.slice(1).map(({ client }) => client.closed));
    const { client: visitor, welcome } = await Client.join(port, 'd');
    const away = new Set(welcome.devices.filter((device) => device.away).map(({ name }) => name));
    while (away.size < 2) for (const { name } of (await visitor.next('delta')).put ?? []) away.add(name);
    expect(away).toEqual(new Set(['b', 'c']));
  });

  it('not more sockets in all than the limit', async () => {
    const port = await begin({ sockets: 1 });
    await Client.join(port, 'a');
    expect((await (await Client.open(port)).closed).code).toBe(CLOSE.tooMany);
  });
});

describe('a flood', () => {
  it('of short visits leaves no absent device in the list', async () => {
    const port = await begin({ settledMs: LIMITS.settledMs });
    const { client } = await Client.join(port, 'a');
    for (let visit = 0; visit < 40; visit++) {
      const { client: visitor } = await Client.join(port, `visit ${visit}`);
      visitor.socket.terminate();
    }
    const { welcome, client: last } = await Client.join(port, 'b');
    const others = new Set(welcome.devices.map(({ name }) => name));
    while (others.size > 1) {
      for (const id of (await last.next('delta')).gone ?? [])
        others.delete(welcome.devices.find((device) => device.id === id)?.name ?? '');
    }
    expect([...others]).toEqual(['a']);
    expect(client.socket.readyState).toBe(WebSocket.OPEN);
  });

  it('of calls from one address is refused with a reason, whatever the id', async () => {
    const port = await begin({ calls: { ...LIMITS.calls, callees: 1 } });
    const { client } = await Client.join(port, 'a');
    const { welcome } = await Client.join(port, 'b');
    const { client: other, welcome: both } = await Client.join(port, 'c');
    const [first, second] = both.devices.map(({ id }) => id);
    if (first === undefined || second === undefined) throw new Error('somebody is missing');
    expect(welcome.devices).toHaveLength(1);
    client.say({ type: 'connect', to: second, connection: CONNECTION });
    await client.next('ice');
    other.say({ type: 'connect', to: first, connection: CONNECTION });
    expect(await other.next('unreachable')).toEqual({ type: 'unreachable', to: first, connection: CONNECTION, reason: 'too-many-calls' }); // biome-ignore format: one message
  });
});

describe('what is not understood closes the socket and names the field', () => {
  it.each<[string, string | Uint8Array, number, RegExp]>([
    ['no JSON', '{', CLOSE.badMessage, /^message: not JSON$/],
    ['no hello first', '{"type":"pong"}', CLOSE.badMessage, /^message\.type: expected hello$/],
    ['a hello without a name', JSON.stringify({ ...HELLO, name: undefined }), CLOSE.badMessage, /^message\.name: /],
    ['a hello without a key', JSON.stringify({ ...HELLO, key: undefined }), CLOSE.badMessage, /^message\.key: /],
    ['a hello that nobody signed', JSON.stringify(HELLO), CLOSE.notProven, /^message\.signature: expected another$/],
    ['binary', new Uint8Array([1]), CLOSE.badMessage, /expected text/],
    ['another version', '{"type":"hello","version":1}', CLOSE.versionMismatch, /^2$/],
    ['a frame over the limit', 'x'.repeat(MAX_SIGNALING_FRAME_BYTES + 1), 1009, /^$/],
  ])('%s', async (_, frame, code, reason) => {
    const client = await Client.open(await begin());
    client.sayRaw(frame);
    expect(await client.closed).toEqual({ code, reason: expect.stringMatching(reason) });
  });

  it('a second hello', async () => {
    const { client } = await Client.join(await begin(), 'a');
    client.say(HELLO);
    expect(await client.closed).toMatchObject({ code: CLOSE.badMessage });
  });

  it('too much in too short a time', async () => {
    const { client } = await Client.join(await begin({ burstMessages: 5, messagesPerSecond: 0.001 }), 'a');
    for (let sent = 0; sent < 5; sent += 1) client.say({ type: 'pong' });
    expect(await client.closed).toMatchObject({ code: CLOSE.tooFast });
  });

  it('no hello at all', async () => {
    const client = await Client.open(await begin({ helloMs: 1 }));
    expect(await client.closed).toMatchObject({ code: CLOSE.silent });
  });
});

describe('a hello', () => {
  /** What a page says to its challenge. */
  async function challenged(port: number): Promise<{ client: Client; hello: ReturnType<typeof answerTo> }> {
    const client = await Client.open(port);
    return { client, hello: answerTo(await client.next('challenge'), secretOf('a'), 'a') };
  }

  it('answers a challenge that no other socket gets', async () => {
    const port = await begin();
    const seen = new Set<string>();
    for (let count = 0; count < 20; count++) {
      const { challenge, router } = await (await Client.open(port)).next('challenge');
      expect(router).toBe('router-of-a-test');
      seen.add(challenge);
    }
    expect(seen.size).toBe(20);
  });

  it.each([
    ['with the key of somebody else', () => ({ key: publicKeyOf(secretOf('b')) })],
    ['with another claim than the signed one', (claim: number) => ({ claim: claim + 1 })],
    ['with the signature of somebody else', () => ({ signature: HELLO.signature })],
  ] as const)('%s is refused', async (_, change) => {
    const { client, hello } = await challenged(await begin());
    client.say({ ...hello, ...change(hello.claim) });
    expect(await client.closed).toMatchObject({ code: CLOSE.notProven });
    expect(JSON.parse((await get(running.port, '/status.json')).body).clients).toBe(0);
  });

  it('is checked once for each socket, however many come at once', async () => {
    const { client, hello } = await challenged(await begin());
    for (let sent = 0; sent < 20; sent += 1) client.say({ ...hello, claim: hello.claim + 1 + sent });
    expect(await client.closed).toMatchObject({ code: CLOSE.notProven });
    const checked = running.log.join('').match(new RegExp(`closing a socket: ${CLOSE.notProven}`, 'g'));
    expect(checked).toHaveLength(1);
  });

  it('beyond what one address may is not looked at, and the operator sees that', async () => {
    const port = await begin({ hellos: { ...LIMITS.hellos, signatures: 2, signaturesPerMinute: 0.001 } });
    await Client.join(port, 'a');
    await Client.join(port, 'b');
    const { client, hello } = await challenged(port);
    client.say(hello);
    expect(await client.closed).toEqual({ code: CLOSE.tooFast, reason: 'too many hellos from this address' });
    expect(JSON.parse((await get(port, '/status.json')).body)).toMatchObject({ clients: 2, refused: { sockets: 1 } });
    await Client.join(port, 'c', { localAddress: '127.0.0.3' });
  });

  it('that was heard on one socket is refused on the next, and its device stays', async () => {
    const port = await begin();
    const { client, hello } = await challenged(port);
    client.say(hello);
    await client.next('welcome');
    const listener = await Client.open(port);
    await listener.next('challenge');
    listener.say(hello);
    expect(await listener.closed).toEqual({ code: CLOSE.notProven, reason: 'message.signature: expected another' });
    client.say({ type: 'pong', asks: true });
    expect(await client.next('ping')).toEqual({ type: 'ping' });
  });
});

describe('presence', () => {
  it('tells who is here, who comes, who is renamed, who is away and who is gone', async () => {
    const port = await begin({ graceMs: 200 });
    const { client: a, welcome } = await Client.join(port, 'a');
    expect(welcome).toMatchObject({ version: 2, router: { id: 'router-of-a-test', name: 'R1' }, devices: [] });
    const { client: b, welcome: toB } = await Client.join(port, 'b');
    expect(toB.devices).toEqual([{ id: welcome.self, name: 'a', kind: 'phone' }]);
    const device = { id: toB.self, name: 'b', kind: 'phone' };
    expect(await a.next('delta')).toEqual({ type: 'delta', put: [device] });
    b.say({ type: 'rename', name: ' Bee\u0000 ' });
    expect(await a.next('delta')).toEqual({ type: 'delta', put: [{ ...device, name: 'Bee' }] });
    b.socket.terminate();
    expect(await a.next('delta')).toEqual({ type: 'delta', put: [{ ...device, name: 'Bee', away: true }] });
    expect(await a.next('delta')).toEqual({ type: 'delta', gone: [device.id] });
  });

  it('keeps a device that comes back in time, under its id', async () => {
    const port = await begin();
    const { client: a } = await Client.join(port, 'a');
    const { client: b, welcome } = await Client.join(port, 'b');
    await a.next('delta');
    b.socket.terminate();
    expect(await a.next('delta')).toMatchObject({ put: [{ away: true }] });
    const { welcome: again } = await Client.join(port, 'b');
    expect(again.self).toBe(welcome.self);
    expect(await a.next('delta')).toEqual({ type: 'delta', put: [{ id: welcome.self, name: 'b', kind: 'phone' }] });
  });

  it('forgets a device at once when it says bye', async () => {
    const port = await begin();
    const { client: a } = await Client.join(port, 'a');
    const { client: b, welcome } = await Client.join(port, 'b');
    await a.next('delta');
    b.say({ type: 'bye' });
    expect(await a.next('delta')).toEqual({ type: 'delta', gone: [welcome.self] });
    expect(await b.closed).toMatchObject({ code: 1000 });
  });

  it('gives a device to its newest socket', async () => {
    const port = await begin();
    const { client: first } = await Client.join(port, 'a');
    const { client: second } = await Client.join(port, 'a');
    expect(await first.closed).toMatchObject({ code: CLOSE.replaced });
    const { welcome } = await Client.join(port, 'b');
    expect(welcome.devices).toHaveLength(1);
    expect(await second.next('delta')).toMatchObject({ put: [{ name: 'b' }] });
    expect(JSON.parse((await get(port, '/status.json')).body).clients).toBe(2);
  });
});

describe('heartbeat', () => {
  it('pings a silent socket, and closes it if it stays silent', async () => {
    const { client } = await Client.join(await begin({ heartbeatMs: 1 }), 'a');
    await client.next('ping');
    expect(await client.closed).toMatchObject({ code: CLOSE.silent });
  });

  it('gives a sign of life at once when asked for one', async () => {
    const { client } = await Client.join(await begin(), 'a');
    client.say({ type: 'pong', asks: true });
    expect(await client.next('ping')).toEqual({ type: 'ping' });
  });

  it('keeps a socket that answers', async () => {
    const { client } = await Client.join(await begin({ heartbeatMs: 1_000 }), 'a');
    for (let beat = 0; beat < 2; beat += 1) {
      await client.next('ping');
      client.say({ type: 'pong' });
    }
    expect(client.socket.readyState).toBe(WebSocket.OPEN);
  });
});

describe('signals', () => {
  it('go to the addressed device and to nobody else', async () => {
    const port = await begin();
    const { client: a, welcome: toA } = await Client.join(port, 'a');
    const { client: b, welcome: toB } = await Client.join(port, 'b');
    const { client: c } = await Client.join(port, 'c');
    a.say({ type: 'connect', to: toB.self, connection: CONNECTION });
    expect(await a.next('ice')).toEqual({ type: 'ice', to: toB.self, connection: CONNECTION, iceServers: [] });
    a.say({ type: 'signal', to: toB.self, connection: CONNECTION, signal: { type: 'offer', sdp: 'v=0' } });
    const from = toA.self;
    expect(await b.next('signal')).toEqual({
      type: 'signal',
      from,
      connection: CONNECTION,
      signal: { type: 'offer', sdp: 'v=0' },
      iceServers: [],
    });
    b.say({ type: 'signal', to: from, connection: CONNECTION, signal: { type: 'refuse', reason: 'no-webrtc' } });
    expect(await a.next('signal')).toEqual({
      type: 'signal',
      from: toB.self,
      connection: CONNECTION,
      signal: { type: 'refuse', reason: 'no-webrtc' },
    });
    // A frame to c now arrives after anything that leaked to it before.
    a.say({ type: 'rename', name: 'last' });
    while (!JSON.stringify(await c.next('delta')).includes('last'));
    expect(c.unread).toEqual([]);
    expect(running.log.join('')).not.toContain('v=0');
  });

  it('that refuse keep their reason', async () => {
    const port = await begin();
    const { client: b } = await Client.join(port, 'b');
    const { client: a, welcome } = await Client.join(port, 'a');
    for (const reason of REFUSALS) {
      const signal = { type: 'refuse', reason } as const;
      b.say({ type: 'signal', to: welcome.self, connection: CONNECTION, signal });
      expect((await a.next('signal')).signal).toEqual(signal);
    }
  });

  it('to a device that is away are answered with unreachable', async () => {
    const port = await begin();
    const { client: a } = await Client.join(port, 'a');
    const { client: b, welcome } = await Client.join(port, 'b');
    b.socket.terminate();
    while (!JSON.stringify(await a.next('delta')).includes('away'));
    const answer = { type: 'unreachable', to: welcome.self, connection: CONNECTION };
    a.say({ type: 'connect', to: welcome.self, connection: CONNECTION });
    expect(await a.next('unreachable')).toEqual(answer);
    a.say({ type: 'signal', to: welcome.self, connection: CONNECTION, signal: { type: 'candidate', candidate: '' } });
    expect(await a.next('unreachable')).toEqual(answer);
  });
});

it('every client is told when the router stops', async () => {
  const port = await begin();
  const { client: a } = await Client.join(port, 'a');
  const { client: b } = await Client.join(port, 'b');
  await running.router.stop();
  expect(await Promise.all([a.closed, b.closed])).toEqual(
    [1, 2].map(() => ({ code: 1001, reason: 'the router stops' })),
  );
});
