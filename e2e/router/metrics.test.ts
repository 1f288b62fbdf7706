/** `/metrics` over HTTP: it exists only on a router that was asked for it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Measured } from '../../src/router/status/metrics.ts';
import { type Family, readExposition } from '../../src/router/status/testing/exposition.ts';
import { Client, fakeApp, get, type Running, start, temporaryDirectory } from './setting.ts';

const MEASURED: Measured = {
  relayed: { toPeers: 5, fromPeers: 7 },
  dataDirectoryBytes: 4_096,
  loop: { p50S: 0, p99S: 0.001, maxS: 0.25 },
};
let directory: Awaited<ReturnType<typeof temporaryDirectory>>;
let running: Running;
beforeEach(async () => {
  directory = await temporaryDirectory();
  await fakeApp(directory.path);
});
afterEach(async () => {
  await running.router.stop();
  await directory.remove();
});

const read = async (): Promise<ReadonlyMap<string, Family>> =>
  readExposition((await get(running.port, '/metrics')).body);

describe('a router with figures', () => {
  let measured: number;
  beforeEach(async () => {
    measured = 0;
    const measure = (): Measured => {
      measured += 1;
      return MEASURED;
    };
    running = await start({}, { appDirectory: directory.path, measure });
  });

  it('serves them in the format and with the type of Prometheus', async () => {
    const { status, headers, body } = await get(running.port, '/metrics');
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'text/plain; version=0.0.4; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    const families = readExposition(body);
    expect(families.get('hikyaku_relay_bytes_total')?.samples.get('{direction="from_peer"}')).toBe(7);
    expect(families.get('hikyaku_event_loop_delay_max_seconds')?.samples.get('')).toBe(0.25);
    expect(families.get('hikyaku_build_info')?.samples).toEqual(new Map([['{version="0.0.0"}', 1]]));
  });

  it('counts the devices, and does not identify them', async () => {
    const { client } = await Client.join(running.port, 'Quiet Heron');
    const families = await read();
    expect(families.get('hikyaku_clients')?.samples.get('')).toBe(1);
    expect((await get(running.port, '/metrics')).body).not.toContain('Heron');
    client.socket.close();
    await client.closed;
  });

  it('counts refusals', async () => {
    await get(running.port, '/', { Host: 'stranger.example:8080' });
    const counts = (await read()).get('hikyaku_refusals_total');
    expect(counts?.samples.get('{reason="foreign-host"}')).toBe(1);
    expect(counts?.samples.get('{reason="full"}')).toBe(0);
  });

  it('answers HEAD with the same length and no body, and nothing but GET and HEAD', async () => {
    const whole = await get(running.port, '/metrics');
    const head = await get(running.port, '/metrics', {}, 'HEAD');
    expect(head).toMatchObject({ status: 200, body: '' });
    expect(head.headers['content-length']).toBe(whole.headers['content-length']);
    expect((await get(running.port, '/metrics', {}, 'POST')).status).toBe(405);
  });

  it('measures once for many simultaneous requests', async () => {
    await Promise.all(Array.from({ length: 20 }, () => get(running.port, '/metrics')));
    expect(measured).toBeLessThanOrEqual(2); // a second round only if one took longer than its figures are good for
  });

  it('refuses them under a foreign name', async () => {
    expect((await get(running.port, '/metrics', { Host: 'stranger.example:8080' })).status).toBe(421);
  });

  it('is healthy, as without them', async () => {
    expect(await get(running.port, '/healthz')).toMatchObject({ status: 200, body: '{"status":"ok"}' });
    expect(measured).toBe(0);
  });
});

it.each(['GET', 'HEAD'])('a router without figures has no such address (%s)', async (method) => {
  running = await start({}, { appDirectory: directory.path });
  expect((await get(running.port, '/metrics', {}, method)).status).toBe(404);
  expect(await get(running.port, '/healthz')).toMatchObject({ status: 200, body: '{"status":"ok"}' });
});
