/** A router that holds: asked and told by a client of somebody else's making, over its socket and HTTP. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import type { Filter } from 'nostr-tools/filter';
import { finalizeEvent, type VerifiedEvent, verifyEvent } from 'nostr-tools/pure';
import { Relay, useWebSocketImplementation } from 'nostr-tools/relay';
import { afterEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { permitToUpload } from '../../src/protocol/blob.ts';
import { hexOf } from '../../src/protocol/event.ts';
import { bytesOf, idOf, publicKeyOf } from '../../src/protocol/keys.ts';
import { authDraft } from '../../src/protocol/words-auth.ts';
import { shelter } from '../../src/router/words/testing/bench.ts';
import { Client, get, HOST, PHONE, start } from './setting.ts';
import {
  ann,
  asked,
  bob,
  cleaning,
  digestOf,
  holdingRouter,
  mutable,
  NOW,
  note,
  operator,
  permitted,
  put,
  ROUTER,
  upload,
} from './words-setting.ts';

afterEach(async () => {
  for (const clean of cleaning.splice(0).reverse()) await clean();
});

/** Browsers say whose page opens a socket. */
function fromOwnPage(port: number): void {
  useWebSocketImplementation(
    class extends WebSocket {
      constructor(url: string) {
        super(url, { origin: `http://${HOST}:${port}`, localAddress: PHONE });
      }
    },
  );
}

async function relay(port: number): Promise<Relay> {
  fromOwnPage(port);
  const connected = await Relay.connect(`ws://${HOST}:${port}/words`);
  cleaning.push(async () => connected.close());
  return connected;
}

/** Says who it is as soon as it is asked. */
async function relayOf(port: number, secret = ann): Promise<Relay> {
  fromOwnPage(port);
  const connecting = new Relay(`ws://${HOST}:${port}/words`);
  cleaning.push(async () => connecting.close());
  let asked = (): void => {};
  const wasAsked = new Promise<void>((resolve) => {
    asked = resolve;
  });
  const answer = async ({ tags }: { tags: string[][] }): Promise<VerifiedEvent> => {
    asked();
    const [, challenge = ''] = tags.find(([name]) => name === 'challenge') ?? [];
    return finalizeEvent(mutable(authDraft(ROUTER, challenge, NOW)), bytesOf(secret));
  };
  connecting.onauth = answer;
  await connecting.connect();
  await wasAsked;
  await connecting.auth(answer);
  return connecting;
}

function stored(connected: Relay, filter: Filter): Promise<VerifiedEvent[]> {
  return new Promise((resolve) => {
    const events: VerifiedEvent[] = [];
    const subscription = connected.subscribe([filter], {
      onevent: (event) => void events.push(event as VerifiedEvent),
      oneose: () => {
        subscription.close();
        resolve(events);
      },
    });
  });
}

describe('a client of somebody else’s making', () => {
  test('leaves a post that another one reads, and follows', async () => {
    const { port } = await holdingRouter();
    const [writer, reader] = [await relayOf(port), await relay(port)];
    const first = note('水は10時に体育館');
    await writer.publish(first);
    expect(await stored(reader, { kinds: [1] })).toMatchObject([{ id: first.id, content: first.content }]);
    const second = note('and again at 16:00');
    const came = new Promise<VerifiedEvent>((resolve) => {
      reader.subscribe([{ kinds: [1], limit: 0 }], { onevent: (event) => resolve(event as VerifiedEvent) });
    });
    await stored(reader, { limit: 1 }); // answered after the subscription before it
    await writer.publish(second);
    const event = await came;
    expect(event.id).toBe(second.id);
    expect(verifyEvent(event)).toBe(true);
  });

  test('must say who it is before it leaves anything', async () => {
    const { port, shelf } = await holdingRouter();
    await expect((await relay(port)).publish(note('x'))).rejects.toThrow('auth-required: unknown');
    expect(shelf.counts().events).toBe(0);
  });

  test('has not said here who it is when it says so to another router', async () => {
    const { port } = await holdingRouter();
    const socket = new WebSocket(`ws://${HOST}:${port}/words`, { origin: `http://${HOST}:${port}` });
    cleaning.push(async () => socket.close());
    const [asked] = await once(socket, 'message');
    const [, challenge = ''] = JSON.parse(String(asked)) as string[];
    const answer = finalizeEvent(mutable(authDraft('another router', challenge, NOW)), bytesOf(ann));
    socket.send(JSON.stringify(['AUTH', answer]));
    const [said] = await once(socket, 'message');
    expect(JSON.parse(String(said))).toEqual(['OK', answer.id, false, 'invalid: not-genuine']);
  });

  test.each([
    ['a forged one', { ...note('x'), content: 'y' }, 'invalid: not-genuine'],
    ['one that is none', { ...note('x'), tags: 'none' }, 'invalid: malformed'],
    [
      'a kind that is not held',
      finalizeEvent({ kind: 3, created_at: NOW, tags: [], content: '' }, bytesOf(ann)),
      'invalid: other-kind',
    ],
    ['too long a text', note('水'.repeat(11_000)), 'invalid: too-large'],
    [
      'a letter for nobody',
      finalizeEvent({ kind: 1059, created_at: NOW, tags: [], content: 'x' }, bytesOf(ann)),
      'invalid: for-nobody',
    ],
  ])('is told why it cannot leave %s', async (_, event, why) => {
    const { port, shelf } = await holdingRouter();
    await expect((await relayOf(port)).publish(event as VerifiedEvent)).rejects.toThrow(why);
    expect(shelf.counts().events).toBe(0);
  });

  test('takes back what it has said, and nobody else can', async () => {
    const { port } = await holdingRouter();
    const [writer, other] = [await relayOf(port), await relayOf(port, bob)];
    const post = note('lost: a cat');
    const deletion = (secret = ann) =>
      finalizeEvent({ kind: 5, created_at: NOW, tags: [['e', post.id]], content: '' }, bytesOf(secret));
    await writer.publish(post);
    await other.publish(deletion(bob));
    expect(await stored(other, { kinds: [1] })).toHaveLength(1);
    await writer.publish(deletion());
    expect(await stored(other, { kinds: [1] })).toEqual([]);
    await expect(other.publish(post)).rejects.toThrow('blocked: deleted');
  });

  test('reads who holds here, and how much (NIP-11)', async () => {
    const { port } = await holdingRouter();
    const { status, body } = await get(port, '/words', { accept: 'application/nostr+json' });
    expect(status).toBe(200);
    expect(JSON.parse(body)).toMatchObject({
      name: 'R1',
      pubkey: hexOf(publicKeyOf(operator)),
      supported_nips: expect.arrayContaining([1, 42, 77]),
      hikyaku: { blob_bytes: 100_000, days: 14 },
    });
    expect(await get(port, '/words')).toMatchObject({ status: 426 });
  });
});

describe('while what is held is being opened', () => {
  test('phones are told to come again, and the router works; then it is there', async () => {
    const at = await shelter({ operator });
    let open = (_: unknown): void => {};
    const opened = new Promise<unknown>((resolve) => {
      open = resolve;
    });
    const hold = () =>
      opened.then(() => ({
        ...at,
        operator: hexOf(publicKeyOf(operator)),
        blobBytes: 1e5,
        stop: () => at.shelf.stop(),
      }));
    const { port, router } = await start({}, { hold });
    cleaning.push(() => router.stop());
    const facts = () => get(port, '/words', { accept: 'application/nostr+json' });
    const again = { status: 503, headers: expect.objectContaining({ 'retry-after': '2' }) };
    expect(await facts()).toMatchObject(again);
    expect(await get(port, `/${'ab'.repeat(32)}`)).toMatchObject(again);
    expect(await get(port, '/upload', {}, 'HEAD')).toMatchObject(again);
    expect(await put(port, Buffer.alloc(1_000), { headers: { authorization: '' } })).toMatchObject({ status: 503 });
    const socket = new WebSocket(`ws://${HOST}:${port}/words`, { origin: `http://${HOST}:${port}` });
    const [request, response] = (await once(socket, 'unexpected-response')) as [ClientRequest, IncomingMessage];
    expect([response.statusCode, response.headers['retry-after']]).toEqual([503, '2']);
    request.destroy();
    const words = async () => JSON.parse((await get(port, '/status.json')).body).words;
    expect(await words()).toEqual({ state: 'off', cause: 'opening' });
    await Client.join(port, 'bob'); // phones meet all the while
    open(undefined);
    await router.ready;
    expect(await facts()).toMatchObject({ status: 200 });
    await expect.poll(words, { timeout: 20_000 }).toMatchObject({ state: 'on' }); // a page may be some moments old
    await (await relayOf(port)).publish(note('Water at ten'));
    expect(at.shelf.counts().posts).toBe(1);
  });

  test('a router that is stopped meanwhile stops in order', async () => {
    const at = await shelter({ operator });
    const done: string[] = [];
    const stop = async (): Promise<void> => void done.push('closed');
    let open = (_: unknown): void => {};
    const opened = new Promise<unknown>((resolve) => {
      open = resolve;
    });
    const hold = () => opened.then(() => ({ ...at, operator: hexOf(publicKeyOf(operator)), blobBytes: 1e5, stop }));
    const { router } = await start({}, { hold });
    const stopped = router.stop().then(() => done.push('stopped'));
    for (let turns = 0; turns < 100; turns++) await new Promise((resolve) => setImmediate(resolve));
    open(undefined);
    await stopped;
    expect(done).toEqual(['closed', 'stopped']);
  });
});

describe('the socket', () => {
  test('is not there where nothing is held', async () => {
    const { port, router } = await start();
    cleaning.push(() => router.stop());
    expect(await get(port, '/words', { accept: 'application/nostr+json' })).toMatchObject({ status: 404 });
    const socket = new WebSocket(`ws://${HOST}:${port}/words`, { origin: `http://${HOST}:${port}` });
    const [error] = await once(socket, 'error');
    expect(String(error)).toContain('404');
  });

  test('is for pages of this router alone', async () => {
    const { port } = await holdingRouter();
    const socket = new WebSocket(`ws://${HOST}:${port}/words`, { origin: 'http://evil.example' });
    const [error] = await once(socket, 'error');
    expect(String(error)).toContain('403');
  });

  test('checks only so many signatures of one address', async () => {
    const words = {
      checks: { signatures: 3, signaturesPerMinute: 1, inAll: 9, inAllPerMinute: 1, crowd: 1, places: 9 },
    };
    const { port } = await holdingRouter({
      words: { ...(await import('../../src/router/limits/limits.ts')).LIMITS.words, ...words },
    });
    const writer = await relayOf(port);
    await writer.publish(note('one'));
    await writer.publish(note('two'));
    await expect(writer.publish(note('three'))).rejects.toThrow('rate-limited: pace');
    await expect(writer.publish(note('one'))).resolves.toContain('duplicate');
  });

  test('looks only so often through what it holds, for one address', async () => {
    const { LIMITS } = await import('../../src/router/limits/limits.ts');
    const looks = { signatures: 2, signaturesPerMinute: 1, inAll: 9, inAllPerMinute: 1, crowd: 1, places: 9 };
    const { port } = await holdingRouter({ words: { ...LIMITS.words, looks } });
    const socket = new WebSocket(`ws://${HOST}:${port}/words`, { origin: `http://${HOST}:${port}` });
    cleaning.push(async () => socket.close());
    await once(socket, 'message');
    const said: unknown[] = [];
    const answered = new Promise<void>((resolve) => {
      socket.on('message', (data) => said.push(JSON.parse(String(data))) === 4 && resolve());
    });
    for (const frame of [
      ['REQ', 'a', {}],
      ['NEG-OPEN', 'b', {}, '61'],
      ['REQ', 'c', {}],
      ['NEG-OPEN', 'd', {}, '61'],
    ])
      socket.send(JSON.stringify(frame));
    await answered;
    expect(said).toEqual(
      expect.arrayContaining([
        ['EOSE', 'a'],
        ['NEG-MSG', 'b', '61'],
        ['CLOSED', 'c', 'rate-limited: pace'],
        ['NEG-ERR', 'd', 'rate-limited: pace'],
      ]),
    );
  });

  test('is one device’s: nobody else takes it over', async () => {
    const { port } = await holdingRouter();
    const socket = new WebSocket(`ws://${HOST}:${port}/words`, { origin: `http://${HOST}:${port}` });
    cleaning.push(async () => socket.close());
    const [asked] = await once(socket, 'message');
    const [, challenge = ''] = JSON.parse(String(asked)) as string[];
    const answers = [ann, ann, bob].map((secret) =>
      finalizeEvent(mutable(authDraft(ROUTER, challenge, NOW)), bytesOf(secret)),
    );
    const said: unknown[] = [];
    for (const answer of answers) {
      socket.send(JSON.stringify(['AUTH', answer]));
      const [frame] = await once(socket, 'message');
      said.push(JSON.parse(String(frame)).slice(2));
    }
    expect(said).toEqual([
      [true, ''],
      [true, ''],
      [false, 'invalid: not-genuine'],
    ]);
  });

  test('tells the whole key of a device that is here, to one that may see it', async () => {
    const { port } = await holdingRouter();
    await Client.join(port, 'bob');
    await Client.join(port, 'ann');
    const asking = await relayOf(port);
    const answered = new Promise<unknown>((resolve) => {
      const { ws } = asking as unknown as { ws: WebSocket };
      ws.addEventListener('message', ({ data }) => {
        const frame = JSON.parse(String(data));
        if (frame[0] === 'KEY') resolve(frame);
      });
    });
    await asking.send(JSON.stringify(['KEY', idOf(publicKeyOf(bob))]));
    expect(await answered).toEqual(['KEY', idOf(publicKeyOf(bob)), hexOf(publicKeyOf(bob))]);
  });
});

describe('a file', () => {
  const photo = randomBytes(60_000);
  const sha256 = digestOf(photo);

  test('is left, found by its digest, and read in parts', async () => {
    const { port } = await holdingRouter();
    expect(await get(port, `/${sha256}`, {}, 'HEAD')).toMatchObject({ status: 404 });
    expect(await put(port, photo)).toMatchObject({ status: 201, said: { sha256, size: 60_000, url: `/${sha256}` } });
    expect(await put(port, photo)).toMatchObject({ status: 200 });
    const whole = await fetch(`http://${HOST}:${port}/${sha256}.jpg`);
    expect(digestOf(new Uint8Array(await whole.arrayBuffer()))).toBe(sha256);
    const part = await fetch(`http://${HOST}:${port}/${sha256}`, { headers: { range: 'bytes=59990-' } });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe('bytes 59990-59999/60000');
    expect(Buffer.from(await part.arrayBuffer())).toEqual(photo.subarray(59_990));
    const beyond = await fetch(`http://${HOST}:${port}/${sha256}`, { headers: { range: 'bytes=60000-' } });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, 'bytes */60000']);
  });

  test('never comes out as a page', async () => {
    const { port } = await holdingRouter();
    const page = Buffer.from('<script>alert(1)</script>');
    await put(port, page, { headers: { 'content-type': 'text/html' } });
    const { headers } = await get(port, `/${digestOf(page)}.html`);
    expect(headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    });
  });

  test.each([
    ['other bytes than were said', { sha256: digestOf(Buffer.from('x')) }, 400, 'not-genuine'],
    ['no permit', { headers: { authorization: '' } }, 401, 'unknown'],
    ['no digest', { headers: { 'x-sha-256': 'none' } }, 400, 'malformed'],
  ])('is refused with %s, and nothing of it stays', async (_, how, status, reason) => {
    const { port, filesLeft } = await holdingRouter();
    expect(await put(port, photo, how)).toMatchObject({ status, said: { reason } });
    expect(await filesLeft()).toEqual([]);
  });

  test('is taken for a permit that was signed for it, for this router and this visit, and once', async () => {
    const { port, blobs } = await holdingRouter();
    const { challenge, socket } = await asked(port);
    const here = { router: ROUTER, challenge };
    const permit = (secret = ann, at = here, digest = sha256) => permitToUpload(secret, digest, at, NOW);
    const said = async (authorization: string) => (await put(port, photo, { headers: { authorization } })).said.reason;
    expect(await said(permit(ann, here, 'ab'.repeat(32)))).toBe('malformed');
    expect(await said(permit(ann, { ...here, router: 'another' }))).toBe('unknown');
    expect(await said(permit(ann, { ...here, challenge: 'another' }))).toBe('unknown');
    expect(await said(permit(bob))).toBe('unknown'); // nobody said over that socket that they are bob
    expect(blobs.counts().blobs).toBe(0);
    const [once1, never] = [permit(), permit()];
    expect(await said(once1)).toBe(undefined);
    await blobs.delete(sha256);
    expect(await said(once1)).toBe('unknown');
    const left = once(socket, 'close');
    socket.close();
    await left;
    expect(await said(never)).toBe('unknown');
    expect(blobs.counts().blobs).toBe(0);
  });

  test('is taken for another challenge after so many, and none of those before it counts any more', async () => {
    const { port } = await holdingRouter();
    const { challenge, socket } = await asked(port);
    const permit = (at: string) => permitToUpload(ann, sha256, { router: ROUTER, challenge: at }, NOW);
    const status = async (at: string) => (await put(port, photo, { headers: { authorization: permit(at) } })).status;
    const anew = once(socket, 'message');
    for (let count = 0; count < 64; count++) expect(await status(challenge)).toBe(count === 0 ? 201 : 200);
    const [, next = ''] = JSON.parse(String((await anew)[0])) as string[];
    expect(next).not.toBe(challenge);
    expect([await status(challenge), await status(next)]).toEqual([401, 200]);
  });

  test('that is here already stays for one who asks with a permit as if it had been brought', async () => {
    const at = await shelter({ operator });
    const hold = { ...at, operator: hexOf(publicKeyOf(operator)), blobBytes: 100_000, stop: () => at.shelf.stop() };
    const { port, router } = await start({}, { hold });
    cleaning.push(() => router.stop());
    const authorization = await permitted(port, sha256);
    const ask = async (more: Record<string, string>) => {
      at.clock.now += 599;
      await at.tick();
      const headers = { 'x-sha-256': sha256, 'x-content-length': '60000', ...more };
      const { status } = await get(port, '/upload', headers, 'HEAD');
      return [status, at.blobs.has(sha256)];
    };
    await put(port, photo, { headers: { authorization } });
    await at.tick();
    expect(await ask({ authorization })).toEqual([200, true]);
    await at.tick();
    expect(await ask({ authorization: permitToUpload(bob, sha256, { router: ROUTER, challenge: 'x' }, NOW) })).toEqual([
      401,
      true,
    ]);
    expect(await ask({})).toEqual([200, false]);
  });

  test('that is too large is refused before it comes', async () => {
    const { port } = await holdingRouter();
    const ask = (length: string) => get(port, '/upload', { 'x-sha-256': sha256, 'x-content-length': length }, 'HEAD');
    expect(await ask('100000')).toMatchObject({ status: 200 });
    expect(await ask('100001')).toMatchObject({ status: 413, headers: { 'x-reason': 'too-large' } });
    expect(await ask('')).toMatchObject({ status: 411 });
    expect(await put(port, Buffer.alloc(100_001))).toMatchObject({ status: 413, said: { reason: 'too-large' } });
  });

  test('beyond what a device may leave is refused before it comes', async () => {
    const at = await shelter({ operator, bytesAtMost: 50_000 });
    const hold = { ...at, operator: hexOf(publicKeyOf(operator)), blobBytes: 100_000, stop: () => at.shelf.stop() };
    const { port, router } = await start({}, { hold });
    cleaning.push(() => router.stop());
    const authorization = await permitted(port, sha256);
    const ask = (length: string) =>
      get(port, '/upload', { 'x-sha-256': sha256, 'x-content-length': length, authorization }, 'HEAD');
    expect(await ask('1000')).toMatchObject({ status: 200 });
    expect(await ask('60000')).toMatchObject({ status: 429, headers: { 'x-reason': 'quota' } });
    expect(await put(port, photo, { headers: { authorization } })).toMatchObject({ status: 429 });
  });

  test('of which nothing more comes is given up', async () => {
    const { LIMITS } = await import('../../src/router/limits/limits.ts');
    const { port, blobs } = await holdingRouter({ words: { ...LIMITS.words, uploadSilenceMs: 50 } });
    const request = upload(port, photo, { headers: { authorization: await permitted(port, sha256) } });
    request.write(photo.subarray(0, 1_000));
    await once(request, 'error');
    expect(blobs.counts()).toEqual({ blobs: 0, bytes: 0 });
  });
});

test.each([
  ['POST', '/', 405],
  ['GET', `/${'ab'.repeat(32)}`, 404],
  ['HEAD', '/upload', 400],
])('a body that nobody asked for does not hold a connection open: %s %s', async (method, path, status) => {
  const { port } = await holdingRouter();
  const connection = connect(port, HOST);
  connection.write(`${method} ${path} HTTP/1.1\r\nHost: ${HOST}:${port}\r\nContent-Length: 1000\r\n\r\nx`);
  let said = '';
  for await (const bytes of connection.setEncoding('utf8')) said += bytes; // until the router ends it
  expect(said).toContain(`HTTP/1.1 ${status} `);
});
