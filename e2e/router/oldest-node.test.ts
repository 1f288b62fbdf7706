/** The router as it is shipped, on the oldest Node that it is promised to run on: that of Debian 12, from Debian. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { HOST } from '../lab/topology.ts';
import { debianNode } from './debian-node.ts';
import { LAPTOP, Place, R1, type Running, whyNot } from './place.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TSX = join(ROOT, 'node_modules', '.bin', 'tsx');
const impossible = whyNot();
const found = impossible === undefined ? debianNode() : { missing: impossible };
const why = 'missing' in found ? found.missing : undefined;

let place: Place;
let router: Running;

beforeAll(async () => {
  if ('missing' in found) return;
  place = await Place.build();
  router = await place.router([], await place.pathWith(), found.command);
});
afterAll(async () => {
  await router?.stop();
  await place?.close();
});

it.skipIf(why !== undefined)(`is 18, and Debian's${why === undefined ? '' : ` (${why})`}`, async () => {
  const [command = '', ...words] = 'missing' in found ? [] : found.command;
  expect((await place.run('R1', command, ...words, '--version')).said).toMatch(/^v18\./);
});

it.skipIf(why !== undefined)('serves pages, HTTPS, STUN with a fingerprint, and holds what is left', async () => {
  const { said } = await place.run('phone', TSX, join(ROOT, 'e2e/router/look-around.ts'), R1.lan);
  expect(JSON.parse(said)).toEqual({
    page: { status: 200, body: '<!doctype html><title>Hikyaku</title>' },
    health: { status: 200, body: '{"status":"ok"}' },
    operator: 200,
    secure: { status: 200, body: '{"status":"ok"}' },
    words: 'on',
    stun: { seen: '192.168.42.100', fingerprint: true },
  });
});

it.skipIf(why !== undefined)('brings devices together', async () => {
  const phone = await place.visit('phone', R1.lan);
  const tablet = await place.visit('tablet', R1.lan, 'phone');
  expect(await tablet.said(/stun:/)).toContain(`stun:${R1.lan}:3478`);
  await Promise.all([phone.stop(), tablet.stop()]);
});

it.skipIf(why !== undefined)('finds another router on the backhaul, and what its devices are called', async () => {
  const { command } = 'missing' in found ? { command: [] } : found;
  const data = `${place.dataDirectory}-of-the-other`;
  const flags = ['--name', 'Other', '--backhaul', HOST, '--data-dir', data, '--turn', 'off'];
  const other = place.start('laptop', [...command, place.program, ...flags]);
  await other.said(/^listening on/);
  const visitor = await place.visit('laptop', LAPTOP);
  const phone = await place.visit('phone', R1.lan, 'laptop');
  expect(JSON.parse(await phone.said(/^\[/))).not.toEqual([]);
  await Promise.all([visitor.stop(), phone.stop()]);
  await other.stop();
});
