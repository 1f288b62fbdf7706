/** How much of whom: phones that are slow, silent, hurried or not who they say, at the socket of words and with files. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { finalizeEvent } from 'nostr-tools/pure';
import { afterEach, describe, expect, test } from 'vitest';
import type { WebSocket } from 'ws';
import { hexOf } from '../../src/protocol/event.ts';
import { bytesOf, publicKeyOf } from '../../src/protocol/keys.ts';
import { CLOSE } from '../../src/protocol/signaling.ts';
import { LIMITS, type WordsLimits } from '../../src/router/limits/limits.ts';
import { phone, shelter } from '../../src/router/words/testing/bench.ts';
import { get, HOST, start } from './setting.ts';
import {
  asked,
  bob,
  cleaning,
  digestOf,
  holdingRouter,
  NOW,
  note,
  operator,
  permitted,
  put,
  upload,
} from './words-setting.ts';

afterEach(async () => {
  for (const clean of cleaning.splice(0).reverse()) await clean();
});
const words = (more: Partial<WordsLimits>) => ({ words: { ...LIMITS.words, ...more } });
const say = (socket: WebSocket, ...frame: readonly unknown[]): void => socket.send(JSON.stringify(frame));
const closed = async (socket: WebSocket): Promise<number> => (await once(socket, 'close'))[0] as number;

/** Everything that comes from now on, and a way to wait for a frame that begins so. */
function ear(socket: WebSocket) {
  const heard: unknown[][] = [];
  const waiting = new Set<() => void>();
  socket.on('message', (data) => {
    heard.push(JSON.parse(String(data)) as unknown[]);
    for (const look of waiting) look();
  });
  const until = (...beginning: readonly unknown[]): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (!heard.some((frame) => beginning.every((item, at) => frame[at] === item))) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    });
  return { heard, until };
}

describe('a phone', () => {
  /** Twelve megabytes: more than a socket whose phone reads nothing takes without the router. */
  const many = Array.from({ length: 200 }, (_, at) =>
    finalizeEvent(
      { kind: 1, created_at: NOW + at, tags: [['alt', 'y'.repeat(30_000)]], content: 'x'.repeat(30_000) },
      bytesOf(bob),
    ),
  );
  async function full() {
    const at = await shelter({ operator, bytesAtMost: 1e9 });
    const hold = { ...at, operator: hexOf(publicKeyOf(operator)), blobBytes: 1e5, stop: () => at.shelf.stop() };
    const { port, router, log } = await start({}, { hold });
    cleaning.push(() => router.stop());
    const by = phone(bob, '10.0.0.9');
    const bring = () => Promise.all(many.map((event) => at.shelf.put(event as never, 0, by)));
    return { at, port, log, bring };
  }

  test('that asks for more than it reads is given it as it reads, and is not cut off', async () => {
    const { port, bring, log } = await full();
    await bring();
    const { socket } = await asked(port);
    const { heard, until } = ear(socket);
    socket.pause();
    say(socket, 'REQ', 'all', {});
    const other = await asked(port, bob);
    const { until: others } = ear(other.socket);
    say(other.socket, 'REQ', 'all', {});
    await others('EOSE', 'all'); // by when as much would have been sent to the first one
    socket.resume();
    await until('EOSE', 'all');
    expect(heard.filter(([type]) => type === 'EVENT')).toHaveLength(many.length);
    expect(log.join()).not.toContain('cut off');
  });

  test('that follows and does not read is cut off, before it costs much memory', async () => {
    const { port, bring, log } = await full();
    const { socket } = await asked(port);
    const { heard, until } = ear(socket);
    say(socket, 'REQ', 'new', { limit: 0 });
    await until('EOSE', 'new');
    socket.pause();
    await bring();
    expect(log.join()).toContain('does not read its words: cut off');
    socket.resume();
    await closed(socket);
    expect(heard.length).toBeLessThan(many.length);
  });

  test('that says more frames than it may is sent away', async () => {
    const { port } = await holdingRouter(words({ burstFrames: 4, framesPerSecond: 0.001 }));
    const { socket } = await asked(port); // the first frame
    for (let count = 0; count < 3; count += 1) say(socket, 'REQ', `${count}`, { limit: 0 });
    await ear(socket).until('EOSE', '2');
    const code = closed(socket);
    say(socket, 'REQ', '3', { limit: 0 });
    expect(await code).toBe(CLOSE.tooFast);
  });

  test('that is silent is sent away, and one that answers pings stays', async () => {
    const { port } = await holdingRouter({ helloMs: 5_000, heartbeatMs: 400 });
    const [alive, dead] = [await asked(port), await asked(port, bob)];
    dead.socket.pong = () => {};
    let pings = 0;
    const stays = new Promise<string>((resolve) => {
      alive.socket.on('ping', () => {
        pings += 1;
        if (pings === 3) resolve('stays');
      });
      alive.socket.on('close', () => resolve('closed'));
    });
    expect(await closed(dead.socket)).toBe(CLOSE.silent);
    expect(await stays).toBe('stays');
  });

  test('hears what others leave, and not what it has left itself', async () => {
    const { port } = await holdingRouter();
    const [own, other] = [await asked(port), await asked(port, bob)];
    const { heard, until } = ear(own.socket);
    say(own.socket, 'REQ', 'all', { limit: 0 });
    await until('EOSE', 'all');
    const [mine, theirs] = [note('mine'), note('theirs', bob)];
    say(own.socket, 'EVENT', mine);
    await until('OK', mine.id);
    say(other.socket, 'EVENT', theirs);
    await until('EVENT', 'all');
    const events = heard.flatMap(([type, , event]) => (type === 'EVENT' ? [(event as { id: string }).id] : []));
    expect(events).toEqual([theirs.id]);
  });
});

describe('a file', () => {
  const photo = randomBytes(60_000);
  const sha256 = digestOf(photo);

  test.each([
    ['bytes=-10', 206, photo.subarray(59_990)],
    ['bytes=-60001', 206, photo],
    ['bytes=0-0', 206, photo.subarray(0, 1)],
    ['bytes=59999-70000', 206, photo.subarray(59_999)],
    ['bytes=-0', 416, undefined],
    ['bytes=10-9', 416, undefined],
    ['bytes=0-1,5-6', 200, photo],
    ['lines=0-1', 200, photo],
  ])('is given in part: %s', async (range, status, bytes) => {
    const { port } = await holdingRouter();
    await put(port, photo);
    const answer = await fetch(`http://${HOST}:${port}/${sha256}`, { headers: { range } });
    expect(answer.status).toBe(status);
    const given = Buffer.from(await answer.arrayBuffer());
    if (bytes !== undefined) expect(given.equals(bytes)).toBe(true);
  });

  test('is neither given nor taken under the name of somebody else’s page', async () => {
    const { port, blobs } = await holdingRouter();
    const authorization = await permitted(port, sha256);
    const { status } = await put(port, photo, { headers: { authorization, host: 'evil.example' } }).catch(() => ({
      status: 0,
    }));
    expect([status, blobs.has(sha256)]).not.toEqual([201, true]);
    expect(blobs.has(sha256)).toBe(false);
    await put(port, photo);
    const answer = await get(port, `/${sha256}`, { host: 'evil.example' });
    expect([answer.status, answer.headers['content-disposition']]).toEqual([302, undefined]); // to the router's own page
  });

  test('comes beside no more others from one place than may', async () => {
    const { port } = await holdingRouter(words({ uploadsPerAddress: 1 }));
    const other = randomBytes(60_000);
    const request = upload(port, photo, { headers: { authorization: await permitted(port, sha256) } });
    request.write(photo.subarray(0, 30_000));
    await expect.poll(async () => (await put(port, other)).status, { timeout: 20_000 }).toBe(429);
    request.end(photo.subarray(30_000));
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    expect(response.statusCode).toBe(201);
    response.resume();
    await once(response, 'end');
    expect((await put(port, other)).status).toBeLessThan(202);
  });

  test('is not taken for a signature that is not the phone’s, and only so many are checked', async () => {
    const checks = { ...LIMITS.words.checks, signatures: 3, signaturesPerMinute: 0.001 };
    const { port, blobs } = await holdingRouter(words({ checks }));
    const permit = await permitted(port, sha256); // says who it is: the first one
    const event = JSON.parse(Buffer.from(permit.slice('Nostr '.length), 'base64url').toString()) as { sig: string };
    const sig = `${event.sig.startsWith('0') ? '1' : '0'}${event.sig.slice(1)}`;
    const forged = `Nostr ${Buffer.from(JSON.stringify({ ...event, sig })).toString('base64url')}`;
    const said = async (authorization: string) => (await put(port, photo, { headers: { authorization } })).said.reason;
    expect(await said(forged)).toBe('unknown');
    expect(blobs.has(sha256)).toBe(false);
    expect(await said(permit)).toBeUndefined();
    expect(await said(permit)).toBe('pace');
  });
});
