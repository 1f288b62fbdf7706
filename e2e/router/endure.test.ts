/** What must not end the real process: output that nobody reads, and running out of descriptors. */
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

/** Fewer than the connections that the router would accept (`limits.ts`), so that the kernel refuses first. */
const DESCRIPTORS = 400;

const healthy = { status: 200, body: '{"status":"ok"}' };

/** A socket from another site's page, which is refused with a line in the log. */
async function provokeWords(port: number): Promise<void> {
  const socket = connect(port, HOST);
  socket.write(
    `GET /signal HTTP/1.1\r\nHost: ${HOST}:${port}\r\nOrigin: http://evil.example\r\nUpgrade: websocket\r\n` +
      'Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
  );
  expect(String((await once(socket, 'data'))[0])).toContain('403');
  socket.destroy();
}

/** A port that was free a moment ago, for a router whose output cannot be read. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, HOST);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

describe('output that cannot be written', () => {
  it('to a full disk is lost, and nothing else', async () => {
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

  it('into a pipe without a reader is lost, and nothing else', async () => {
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

describe('running out of descriptors', () => {
  it('700 idle connections at a limit of 400 do not end the process; when they are gone it answers', async () => {
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
    // From many addresses: one address alone does not get that far.
    for (let n = 0; n < 700; n += 1) {
      const socket = connect({ port, host: HOST, localAddress: `127.1.${n % 50}.1` })
        .on('error', () => {})
        .resume();
      settled.push(once(socket, 'connect').catch(() => {}));
      // Listen from the beginning: on a slow machine the first socket is given up while the last still connect.
      firstClosed ??= once(socket, 'close');
      sockets.push(socket);
    }
    await Promise.all(settled);
    // The process is at its limit: any new descriptor fails with EMFILE.
    await expect.poll(() => readdirSync(`/proc/${child.pid}/fd`).length).toBe(DESCRIPTORS);
    // Until the router gives up the first socket, it has read the addresses of this machine a dozen times. (Sockets
    // that it cannot accept are closed at once.)
    await Promise.race([once(child, 'exit'), firstClosed]);
    expect(child.exitCode).toBeNull();
    for (const socket of sockets) socket.destroy();
    await expect.poll(() => get(port, '/healthz').catch(() => child.exitCode)).toMatchObject(healthy);
    child.kill('SIGTERM');
    expect((await once(child, 'exit'))[0]).toBe(0);
  });
});
