/** HTTPS where no DNS knows the router's name: phones that use another DNS have only its address. */
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { Keep } from '../../src/router/tls/keep.ts';
import { Trust, whyNoTrust } from '../drive/trusted.ts';
import { BY_HAND, twoRouters } from './networks.ts';
import { needsTheLab } from './setting.ts';
import { Stage } from './stage.ts';

const lab = needsTheLab();
let stage: Stage;
let trust: Trust;

beforeAll(async () => {
  if (!lab.runs || whyNoTrust !== undefined) return;
  stage = await Stage.build(twoRouters(BY_HAND, BY_HAND));
  const data = join(stage.folder, 'data');
  await stage.router('r1', { flags: ['--turn', 'off', '--data-dir', data] });
  const kept = new Keep(data).authority();
  if (kept === undefined) throw new Error('the router kept no authority');
  trust = await Trust.in(kept.authority.pem, []);
});
beforeEach(({ skip }) => skip(whyNoTrust !== undefined, whyNoTrust));
afterAll(async () => {
  await stage?.close();
  await trust?.remove();
});

test('a phone that trusts the router goes from http://192.168.42.1 to https://192.168.42.1', async () => {
  const phone = await stage.phone('Aki', 'client1', 'http://192.168.42.1:8080/', trust.options);
  await phone.goHere();
  await phone.press({ role: 'button', name: 'Go to the secure address' });
  await phone.press({ role: 'button', name: 'Go on' });
  await phone.waitForStatus('Online');
  expect(await phone.evaluate('location.href')).toBe('https://192.168.42.1:8443/');
  expect(await phone.evaluate('isSecureContext')).toBe(true);
  await phone.waitForText('Your name: Aki');
});

test('a phone that does not is told how, and asks for no name: the name server may be behind a satellite line', async () => {
  const phone = await stage.phone('Haru', 'client1', 'http://192.168.42.1:8080/');
  await phone.goHere();
  await phone.waitForText('Here is how to install it.');
  const asked = await phone.evaluate("performance.getEntriesByType('resource').map(({ name }) => name)");
  const secure = (asked as readonly string[]).filter((url) => url.startsWith('https:'));
  expect(secure).toEqual(['https://192.168.42.1:8443/healthz']);
});
