import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fakeApp, get, type Running, start, temporaryDirectory } from './setting.ts';

const SCRIPT = '/assets/main-a1b2c3d4.js';
let running: Running;
let directory: Awaited<ReturnType<typeof temporaryDirectory>>;

beforeAll(async () => {
  directory = await temporaryDirectory();
  await fakeApp(directory.path);
  running = await start({}, { appDirectory: directory.path });
});
afterAll(async () => {
  await running.router.stop();
  await directory.remove();
});

const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  get(running.port, path, headers, method);

describe('the app', () => {
  it('is asked for again each time, unless its name carries a hash', async () => {
    expect((await ask('/')).headers).toMatchObject({
      'content-type': 'text/html;charset=utf-8',
      'cache-control': 'no-cache',
    });
    expect((await ask('/icon.svg')).headers).toMatchObject({
      'content-type': 'image/svg+xml',
      'cache-control': 'no-cache',
    });
    expect((await ask(SCRIPT)).headers).toMatchObject({
      'content-type': 'text/javascript',
      'cache-control': 'public, max-age=31536000, immutable',
    });
  });

  it.each([
    ['gzip, deflate, br', 'br', 'brotli'],
    ['gzip, deflate', 'gzip', 'gzip'],
    ['identity', undefined, '0123456789'],
  ])('for Accept-Encoding %s comes as %s', async (accept, encoding, body) => {
    const response = await ask(SCRIPT, { 'Accept-Encoding': accept });
    expect(response).toMatchObject({ status: 200, body });
    expect(response.headers['content-encoding']).toBe(encoding);
    expect(response.headers['content-type']).toBe('text/javascript');
    expect(response.headers.vary).toBe('Accept-Encoding');
  });

  it('answers HEAD with the same headers and no body', async () => {
    const response = await ask(SCRIPT, {}, 'HEAD');
    expect(response).toMatchObject({ status: 200, body: '', headers: { 'content-length': '10' } });
  });

  it('answers 304 to a browser that has it', async () => {
    const { etag = '' } = (await ask('/')).headers;
    const again = await ask('/', { 'If-None-Match': etag });
    expect(again).toMatchObject({ status: 304, body: '' });
    expect(again.headers['cache-control']).toBe('no-cache');
    expect(again.headers.vary).toBe('Accept-Encoding, Accept-Language');
  });

  it.each([
    ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
    ['bytes=7-', 206, '789', 'bytes 7-9/10'],
    ['bytes=7-99', 206, '789', 'bytes 7-9/10'],
    ['bytes=10-', 416, '', 'bytes */10'],
    ['bytes=0-0', 206, '0', 'bytes 0-0/10'],
    ['bytes=-3', 200, '0123456789', undefined],
    ['bytes=4-2', 200, '0123456789', undefined],
    ['bytes=0-1,4-5', 200, '0123456789', undefined],
    ['bytes=0-99999999999999999999', 200, '0123456789', undefined],
    ['lines=1-2', 200, '0123456789', undefined],
  ])('for Range %s answers %i', async (range, status, body, contentRange) => {
    const response = await ask(SCRIPT, { Range: range });
    expect(response).toMatchObject({ status, body });
    expect(response.headers['content-range']).toBe(contentRange);
  });

  it('sends the whole file to If-Range and to HEAD', async () => {
    expect((await ask(SCRIPT, { Range: 'bytes=2-4', 'If-Range': '"x"' })).status).toBe(200);
    expect((await ask(SCRIPT, { Range: 'bytes=2-4' }, 'HEAD')).status).toBe(200);
  });

  it.each([
    '/nothing',
    '/assets/../../etc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/%',
    '//',
    '/assets/',
    '/.hidden',
  ])('is no %s: 404 in plain text', async (path) => {
    await writeFile(join(directory.path, '.hidden'), 'x');
    const response = await ask(path);
    expect(response).toMatchObject({ status: 404, body: 'Not found\n' });
    expect(response.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(response.headers['cache-control']).toBe('no-store');
  });

  it('is in memory: files that vanish after the start are served', async () => {
    const other = await temporaryDirectory();
    await fakeApp(other.path);
    const orphaned = await start({}, { appDirectory: other.path });
    await other.remove();
    expect(await get(orphaned.port, SCRIPT)).toMatchObject({ status: 200, body: '0123456789' });
    await orphaned.router.stop();
  });
});

describe('every answer', () => {
  it.each(['/', SCRIPT, '/nothing', '/healthz', '/status', '/status.json'])('%s carries the policy', async (path) => {
    const { headers } = await ask(path, { Host: '192.168.42.1:8080' });
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob: data:; media-src blob:; " +
        "connect-src 'self' ws://192.168.42.1:8080; worker-src 'self'; manifest-src 'self'; base-uri 'none'; " +
        "form-action 'none'; frame-ancestors 'none'",
    );
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
  });

  it('lets no Host header write into the policy', async () => {
    const { headers } = await ask('/', { Host: "x; script-src 'unsafe-inline'" });
    expect(headers['content-security-policy']).toContain("connect-src 'self'; worker-src");
  });

  it('lets through the import map of the page that it is, by its digest, and no other inline script', async () => {
    const other = await temporaryDirectory();
    await fakeApp(other.path);
    const maps = { 'index.html': '{}', 'index.ja.html': '{"integrity":{}}' };
    for (const [name, map] of Object.entries(maps))
      await writeFile(join(other.path, name), `<script type="importmap">${map}</script><script>1</script>`);
    const { router, port } = await start({}, { appDirectory: other.path });
    const scriptsAt = async (path: string) =>
      /script-src 'self' 'wasm-unsafe-eval'([^;]*);/.exec(
        String((await get(port, path)).headers['content-security-policy']),
      )?.[1];
    for (const [name, map] of Object.entries(maps))
      expect(await scriptsAt(`/${name}`)).toBe(` 'sha256-${createHash('sha256').update(map).digest('base64')}'`);
    expect(await scriptsAt('/')).toBe(await scriptsAt('/index.html'));
    for (const path of [SCRIPT, '/status', '/nothing']) expect(await scriptsAt(path)).toBe('');
    await router.stop();
    await other.remove();
  });

  it('to anything but GET and HEAD is 405', async () => {
    expect(await ask('/', {}, 'POST')).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
  });
});

describe('the operator', () => {
  it('can ask for the health of the router', async () => {
    expect(await ask('/healthz')).toMatchObject({ status: 200, body: '{"status":"ok"}' });
    const bare = await start();
    expect(await get(bare.port, '/healthz')).toMatchObject({
      status: 503,
      body: expect.stringContaining('npm run build'),
    });
    expect((await get(bare.port, '/')).status).toBe(503);
    await bare.router.stop();
  });

  it('reads the state as JSON', async () => {
    expect(JSON.parse((await ask('/status.json')).body)).toEqual({
      router: {
        id: 'router-of-a-test',
        name: 'R1',
        version: '0.0.0',
        uptime_s: expect.any(Number),
        rss_bytes: expect.any(Number),
        time: expect.stringMatching(/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/),
      },
      urls: [`http://127.0.0.1:${running.port}/`],
      clients: 0,
      clients_at_most: 512,
      turn: { state: 'off', reason: 'not asked for' },
      tls: { state: 'off', reason: 'see --https-port' },
      mesh: {
        state: 'off',
        reason: 'not asked for',
        digest: expect.stringMatching(/^[0-9a-f]{16}$/),
        routers: [{ id: 'router-of-a-test', name: 'R1', address: '127.0.0.1', clients: 0, last_seen_ms: 0 }],
      },
      words: { state: 'off', cause: 'switched-off' },
    });
  });

  it('reads the state as a page that needs no script, with its style from the router', async () => {
    const page = await ask('/status');
    expect(page.body).toContain('<link rel="stylesheet" href="/status.css">');
    expect(page.body).not.toMatch(/<script|<style|style=/);
    expect((await ask('/status.css')).headers['content-type']).toBe('text/css; charset=utf-8');
  });
});
