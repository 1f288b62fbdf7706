/** What a program with rights writes of the radio is on the pages of the router, which has none. */
import { renameSync, writeFileSync } from 'node:fs';
import { uptime } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type RadioReport, radioReportText } from '../../src/router/machine/radio-report.ts';
import { type Bundle, bundle } from './bundle.ts';
import { get } from './setting.ts';

let router: Bundle;
beforeAll(async () => {
  router = await bundle();
});
afterEach(() => router.endAll());
afterAll(() => router.remove());

const AP = { interface: 'ap0', channel: 6, busy_percent: 34, stations_dbm: [-48, -71] } as const;

function write(told: Omit<RadioReport, 'up_s'>, upS = Math.floor(uptime())): string {
  const path = join(router.home, 'radio.json');
  writeFileSync(`${path}.new`, radioReportText({ up_s: upS, ...told }));
  renameSync(`${path}.new`, path);
  return path;
}
const statusOf = async (port: number) => JSON.parse((await get(port, '/status.json')).body);
it('is told as data and in words, and follows the file', async () => {
  const path = write({ country: 'JP', access_point: { ...AP, state: 'on-air' } });
  const { port } = await router.serve(['--radio-report', path]);
  expect((await statusOf(port)).radio).toMatchObject({ state: 'known', country: 'JP', access_point: AP });
  const page = (await get(port, '/status?lang=en')).body;
  expect(page).toContain('ap0: channel 6 · 2 devices · 34% in use');
  expect(page).not.toContain('not on the air');

  write({ country: 'JP', access_point: { ...AP, state: 'off' } });
  // An answer is remembered for a second.
  await expect.poll(async () => (await statusOf(port)).radio.access_point.state).toBe('off');
  await expect.poll(async () => (await get(port, '/status?lang=en')).body).toContain('hikyaku doctor');
  expect((await get(port, '/status?lang=en')).body).toContain('The Wi-Fi of this router is not on the air');
});

it('is not believed when it is too old, and that is said', async () => {
  const path = write({ country: '00' }, Math.floor(uptime()) - 200);
  const { port } = await router.serve(['--radio-report', path]);
  expect((await statusOf(port)).radio).toMatchObject({ state: 'unknown', cause: 'old' });
  const page = (await get(port, '/status?lang=en')).body;
  expect(page).toContain('Nothing is known about the radio now');
  expect(page).not.toContain('country');
});

it('is not there where none was named', async () => {
  const { port } = await router.serve();
  expect(await statusOf(port)).not.toHaveProperty('radio');
});
