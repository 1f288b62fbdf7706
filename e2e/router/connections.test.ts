/** What one client can hold over HTTP, measured on the real process under a low limit of descriptors. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { connect as connectSecurely } from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CLOSE } from '../../src/protocol/signaling.ts';
import { type Bundle, bundle, listeningOf } from './bundle.ts';
import { Client, get, HOST, PHONE } from './setting.ts';

/** As big as the largest file of the app. */
const BIG = '/assets/big-a1b2c3d4.js';
const BIG_BYTES = 300_000;

let router: Bundle;
beforeAll(async () => {
  router = await bundle();
  await writeFile(join(router.home, 'app', BIG), '/'.repeat(BIG_BYTES));
});
afterEach(() => router.endAll());
afterAll(() => router.remove());

type Serving = { readonly child: ChildProcess; readonly port: number; readonly securePort: number };

async function serve(): Promise<Serving> {
  const flags = ['--host', '127.0.0.1', '--port', '0', '--https-port', '0', '--turn', 'off', '--log-level', 'error'];
  const child = router.launchAs(['prlimit', '--nofile=256:256'], flags, ['ignore', 'pipe', 'inherit']);
  if (child.stdout === null) throw new Error('no stdout');
  const [plain, secure] = (await listeningOf(child.stdout, 2)).listening;
  return { child, port: Number(plain?.port), securePort: Number(secure?.port) };
}

const descriptorsOf = ({ child }: Serving): number => readdirSync(`/proc/${child.pid}/fd`).length;
const residentKbOf = ({ child }: Serving): number =>
  Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]);

const requests = (path: string, port: number, count: number): string =>
  `GET ${path} HTTP/1.1\r\nHost: ${HOST}:${port}\r\n\r\n`.repeat(count);

const upgrade = (port: number): string =>
  `GET /signal HTTP/1.1\r\nHost: ${HOST}:${port}\r\nOrigin: http://${HOST}:${port}\r\nUpgrade: websocket\r\n` +
  'Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n';

/** Opens a connection that says something, or nothing. Nobody reads the answers. */
async function open(port: number, words = '', localAddress = PHONE): Promise<Socket> {
  const socket = connect({ port, host: HOST, localAddress }).on('error', () => {});
  await once(socket, 'connect');
  if (words !== '') socket.write(words);
  return socket;
}

async function openSecurely(port: number): Promise<Socket> {
  const plain = connect({ port, host: HOST, localAddress: PHONE });
  const socket = connectSecurely({ socket: plain, rejectUnauthorized: false }).on('error', () => {});
  await once(socket, 'secureConnect');
  return socket;
}

const whenClosed = (socket: Socket): Promise<unknown> => (socket.closed ? Promise.resolve() : once(socket, 'close'));

async function stillServes({ child, port }: Serving): Promise<void> {
  expect(await get(port, '/healthz')).toMatchObject({ status: 200 });
  expect((await get(port, BIG)).body).toHaveLength(BIG_BYTES);
  expect(child.exitCode).toBeNull();
}

describe('a client that asks without reading', () => {
  it('900 times on each of 4 connections is cut off, costs no descriptor and no memory, and harms nobody', async () => {
    const serving = await serve();
    await stillServes(serving);
    const before = { descriptors: descriptorsOf(serving), residentKb: residentKbOf(serving) };
    for (let round = 0; round < 10; round += 1) {
      const sockets = await Promise.all(
        Array.from({ length: 4 }, () => open(serving.port, requests(BIG, serving.port, 900))),
      );
      await stillServes(serving);
      await Promise.all(sockets.map((socket) => whenClosed(socket.resume())));
    }
    await expect.poll(() => descriptorsOf(serving)).toBeLessThanOrEqual(before.descriptors);
    // 36,000 answers would be 10 GB; the rest is garbage, which V8 collects when it likes.
    expect(residentKbOf(serving) - before.residentKb).toBeLessThan(150_000);
  });

  it('a few times gets every answer, in order', async () => {
    const serving = await serve();
    const socket = await open(serving.port, requests('/healthz', serving.port, 3) + requests(BIG, serving.port, 2));
    let read = '';
    for await (const piece of socket.setEncoding('latin1')) {
      read += piece;
      if (read.length > 2 * BIG_BYTES && read.endsWith('//')) break;
    }
    const statuses = [...read.matchAll(/HTTP\/1\.1 (\d+)|(\{"status":"ok"\})/g)].map(
      ([, status, body]) => status ?? body,
    );
    const ok = ['200', '{"status":"ok"}'];
    expect(statuses).toEqual([...ok, ...ok, ...ok, '200', '200']);
  });
});

describe('a client that asks for sockets and does not go when it is refused', () => {
  it("takes nobody's seat and few descriptors, and an ordinary client is told why it may not stay", async () => {
    const serving = await serve();
    const { port } = serving;
    const before = descriptorsOf(serving);
    const greedy: Socket[] = [];
    let answered = 0;
    // One after the other, so that none is closed before it was answered; nobody here answers a close.
    for (let n = 0; n < 700; n += 1) {
      const socket = await open(port, upgrade(port), '127.0.0.9');
      const [answer] = await Promise.race([once(socket, 'data'), once(socket, 'close')]);
      if (Buffer.isBuffer(answer)) answered += 1;
      greedy.push(socket);
    }
    expect(answered).toBe(700);
    // 64 that stay, and a few that are being told to go.
    expect(descriptorsOf(serving) - before).toBeLessThan(64 + 16);
    const { client, welcome } = await Client.join(port, 'somebody else');
    expect(welcome.devices).toHaveLength(0);
    client.socket.terminate();
    for (const socket of greedy) socket.destroy();
    await expect.poll(() => descriptorsOf(serving)).toBeLessThanOrEqual(before);

    const held = await Promise.all(Array.from({ length: 64 }, () => Client.open(port)));
    expect((await (await Client.open(port)).closed).code).toBe(CLOSE.tooMany);
    for (const each of held) each.socket.terminate();
  });
});

describe('twelve browsers behind one address that open the page at once', () => {
  it('are all answered, though every request comes after the last connection', async () => {
    const serving = await serve();
    const { port } = serving;
    const before = descriptorsOf(serving);
    const sockets = await Promise.all(Array.from({ length: 12 * 6 }, () => open(port)));
    // The router has accepted them all, and none has said a word yet.
    await expect.poll(() => descriptorsOf(serving), { interval: 5 }).toBe(before + sockets.length);
    const answers = sockets.map((socket) => Promise.race([once(socket, 'data'), once(socket, 'close')]));
    for (const socket of sockets) socket.write(requests('/healthz', port, 1));
    const answered = (await Promise.all(answers)).filter(([answer]) => String(answer).includes('200 OK'));
    expect(answered).toHaveLength(sockets.length);
    for (const socket of sockets) socket.destroy();
  });
});

describe('a client that holds connections open', () => {
  it('and says nothing, on HTTP, in half a request, or in a TLS handshake, keeps nobody out', async () => {
    const serving = await serve();
    const { port, securePort } = serving;
    const held: Socket[] = [];
    for (let n = 0; n < 60; n += 1) {
      held.push(await open(port), await open(securePort), await open(port, 'GET / HTTP/1.1\r\nHost: '));
    }
    // Also from the same address: the connection that has been silent longest makes room.
    expect(await get(port, '/healthz')).toMatchObject({ status: 200 });
    (await openSecurely(securePort)).destroy();
    const other = await open(port, requests('/healthz', port, 1), '127.0.0.2');
    expect(String((await once(other, 'data'))[0])).toContain('200 OK');
    // 180 were made; soon the router holds a fraction of them, long before the silent ones time out.
    await expect.poll(() => descriptorsOf(serving), { timeout: 4_000 }).toBeLessThan(32 + 40);
    // The status is computed once a second.
    const refused = async () => JSON.parse((await get(port, '/status.json')).body).refused.connections;
    await expect.poll(refused).toBeGreaterThan(140);
    for (const socket of [...held, other]) socket.destroy();
  });

  it('as a browser does between two requests makes room for others behind the same address', async () => {
    const serving = await serve();
    const { port, securePort } = serving;
    const devices: Client[] = [];
    for (let n = 0; n < 40; n += 1) devices.push((await Client.join(port, `device ${n}`)).client);
    // Six browsers with six connections each, and 40 sockets, behind one home router.
    const idle: Socket[] = [];
    for (let n = 0; n < 36; n += 1) {
      const socket = await (n % 2 === 0 ? open(port) : openSecurely(securePort));
      socket.write(requests('/healthz', port, 1));
      expect(String((await once(socket, 'data'))[0])).toContain('200 OK');
      idle.push(socket.resume());
    }
    await Promise.all(idle.slice(0, 4).map(whenClosed));
    expect(idle.filter((socket) => !socket.closed).length).toBeGreaterThan(0);
    const { refused, clients } = JSON.parse((await get(port, '/status.json')).body);
    expect(refused).toBeUndefined();
    expect(clients).toBe(40);
    for (const client of devices) client.socket.terminate();
  });
});
