/** What must not end the real process: output that nobody takes, descriptors that run out. */
import { once } from 'node:events';
import { closeSync, openSync, readdirSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Bundle, bundle, listeningOf } from './bundle.ts';
import { get, HOST } from './setting.ts';

let router: Bundle;
beforeAll(async () => {
  router = await bundle();
});
afterEach(() => router.endAll());
afterAll(() => router.remove());

/** Fewer than the router would take connections (`limits.ts`), so that it is the kernel that says no. */
const DESCRIPTORS = 400;

const healthy = { status: 200, body: '{"status":"ok"}' };

/** A socket from a page of somebody else: refused, and said in the log. */
async function provokeWords(port: number): Promise<void> {
  const socket = connect(port, HOST);
  socket.write(
    `GET /signal HTTP/1.1\r\nHost: ${HOST}:${port}\r\nOrigin: http://evil.example\r\nUpgrade: websocket\r\n` +
      'Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
  );
  expect(String((await once(socket, 'data'))[0])).toContain('403');
  socket.destroy();
}

/** A port that was free a moment ago, for a router that cannot say which one it has. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, HOST);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

describe('words that cannot be written', () => {
  it('on a disk that is full are lost, and nothing else', async () => {
    const port = await freePort();
    const full = openSync('/dev/full', 'w');
    const flags = ['--host', HOST, '--port', String(port), '--https-port', 'off'];
    const child = router.launchAs([], flags, ['ignore', full, full]);
    closeSync(full);
    await expect.poll(() => get(port, '/healthz').catch(() => child.exitCode)).toMatchObject(healthy);
    await provokeWords(port);
    expect(await get(port, '/healthz')).toMatchObject(healthy);
    child.kill('SIGTERM');
    expect((await once(child, 'exit'))[0]).toBe(0);
  });

  it('into a pipe whose reader has gone are lost, and nothing else', async () => {
    const { child, port } = await router.serve(['--https-port', 'off']);
    child.stdout.destroy();
    child.stderr.destroy();
    await provokeWords(port);
    await provokeWords(port);
    expect(await get(port, '/healthz')).toMatchObject(healthy);
    child.kill('SIGTERM');
    expect((await once(child, 'exit'))[0]).toBe(0);
  });
});

describe('descriptors that run out', () => {
  it('700 idle connections at a limit of 400 do not end it; when they are gone it answers', async () => {
    const flags = ['--host', '127.0.0.1', '--port', '0', '--https-port', '0', '--turn', 'off'];
    const child = router.launchAs(['prlimit', `--nofile=${DESCRIPTORS}:${DESCRIPTORS}`], flags, [
      'ignore',
      'pipe',
      'inherit',
    ]);
    if (child.stdout === null) throw new Error('no stdout');
    const { listening } = await listeningOf(child.stdout, 2);
    const port = Number(listening[0]?.port);
    const sockets: Socket[] = [];
    const settled: Promise<unknown>[] = [];
    let firstClosed: Promise<unknown> | undefined;
    // From many addresses: one alone does not get that far.
    for (let n = 0; n < 700; n += 1) {
      const socket = connect({ port, host: HOST, localAddress: `127.1.${n % 50}.1` })
        .on('error', () => {})
        .resume();
      settled.push(once(socket, 'connect').catch(() => {}));
      // From the beginning: on a slow machine the first is given up while the last still connect.
      firstClosed ??= once(socket, 'close');
      sockets.push(socket);
    }
    await Promise.all(settled);
    // It stands at its limit: what it does now meets EMFILE.
    await expect.poll(() => readdirSync(`/proc/${child.pid}/fd`).length).toBe(DESCRIPTORS);
    // Until the router gives up the first of them, it has looked at the addresses of this machine a dozen times. (Those that
    // it cannot take are closed at once.)
    await Promise.race([once(child, 'exit'), firstClosed]);
    expect(child.exitCode).toBeNull();
    for (const socket of sockets) socket.destroy();
    await expect.poll(() => get(port, '/healthz').catch(() => child.exitCode)).toMatchObject(healthy);
    child.kill('SIGTERM');
    expect((await once(child, 'exit'))[0]).toBe(0);
  });
});
