/** A group at a real router: members see each other, nobody else sees one who hides, and what is copied lets nobody in. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { typedCode } from '../../src/protocol/group-code.ts';
import { enrolled, secretOf as groupSecretOf } from '../../src/protocol/group-secret.ts';
import type { Membership } from '../../src/protocol/groups.ts';
import { publicKeyOf } from '../../src/protocol/keys.ts';
import { CLOSE, type ConnectionId, type Device } from '../../src/protocol/signaling.ts';
import { randomFile, sha256 } from '../drive/files.ts';
import type { Phone } from '../drive/phone.ts';
import { MB, Stage, together } from '../drive/stage.ts';
import { answerTo } from '../drive/wire/hello.ts';
import { Client, secretOf } from '../router/setting.ts';

const CONNECTION = '0123456789abcdef' as ConnectionId;
let stage: Stage;
let mum: Phone;
let kin: Phone;
let out: Phone;
/** Of the family. */
let code = '';

beforeAll(async () => {
  stage = await Stage.set({ browser: 'pages' });
  [mum, kin, out] = await Promise.all([stage.phone('Mum'), stage.phone('Kin'), stage.phone('Out')]);
  await together(mum, kin, out);
});
afterAll(() => stage.strike());

const page = (phone: Phone) => phone.chromium.page;
const device = (phone: Phone, name: string | RegExp) =>
  page(phone).getByRole('list', { name: 'Devices', exact: true }).getByRole('button', { name });
const button = (phone: Phone, name: string) => page(phone).getByRole('button', { name, exact: true });
const openGroups = async (phone: Phone): Promise<void> => {
  await phone.goHere();
  await page(phone).getByRole('link', { name: 'Groups', exact: true }).click();
};

/** A scripted device that says hello with these groups; with the list that it is told, if it is let in. */
async function join(name: string, groups: readonly Membership[]) {
  const client = await Client.open(Number(new URL(stage.router.url).port));
  client.say(answerTo(await client.next('challenge'), secretOf(name), name, { groups }));
  return client;
}
async function listOf(name: string, groups: readonly Membership[]): Promise<readonly Device[]> {
  const client = await join(name, groups);
  const { devices } = await client.next('welcome');
  client.say({ type: 'bye' });
  return devices;
}

it('one makes a group, another joins it by the link, and each sees that the other belongs to it', async () => {
  await openGroups(mum);
  await button(mum, 'Make a group').click();
  await page(mum).getByRole('textbox', { name: 'Name of the group' }).fill('Family');
  await button(mum, 'Make a group').click();
  await button(mum, 'Show the code').click();
  code = (await page(mum).locator('.group-code-text').textContent()) ?? '';
  await mum.goHome();

  await page(kin).evaluate((to) => {
    location.hash = to;
  }, `#group=${code}`);
  await page(kin).getByText(`Join the group with the code ${code}?`).waitFor();
  await page(kin).getByRole('textbox', { name: 'Name of the group' }).fill('伊藤家');
  await button(kin, 'Join').click();
  await page(kin)
    .getByRole('heading', { name: /^伊藤家/ })
    .waitFor();
  await kin.goHome();

  await device(mum, /^Kin .*Group Family/).waitFor();
  await device(kin, /^Mum .*Group 伊藤家/).waitFor();
  expect(await device(out, /Group/).count()).toBe(0);
});

it('who hides is there for members alone', async () => {
  await openGroups(mum);
  await page(mum).getByRole('radio', { name: 'Only people of my groups' }).click();
  await mum.goHome();
  await device(out, /^Mum/).waitFor({ state: 'detached' });
  await device(out, /^Kin/).waitFor();
  await device(kin, /^Mum .*Group 伊藤家/).waitFor();
  await device(mum, /^Out/).waitFor();
});

it('a member sends to who hides', async () => {
  const file = await randomFile(stage.path('for-mum.bin'), 1 * MB);
  await kin.sendFiles([file], ['Mum']);
  expect((await mum.offer()).text).toContain('Group Family');
  await mum.accept();
  await mum.waitForState('for-mum.bin', 'Saved');
  const copy = await mum.save('for-mum.bin', stage.path('saved'));
  expect(await sha256(copy.path)).toBe(await sha256(file));
});

it('what a member is told can be copied, and lets nobody in', async () => {
  const secret = await groupSecretOf(typedCode(code) ?? expect.fail('there is no code'));
  const seen = await listOf('a member', [enrolled(secret, publicKeyOf(secretOf('a member')))]);
  const hidden = seen.find(({ name }) => name === 'Mum');
  expect(hidden?.member?.of).toHaveLength(1);
  const thief = await join('thief', hidden?.member?.of ?? []);
  expect(await thief.closed).toMatchObject({ code: CLOSE.notProven });
  expect((await listOf('thief', [])).map(({ name }) => name)).not.toContain('Mum');
  const stranger = await join('thief', []);
  const { self } = await stranger.next('welcome');
  const to = hidden?.id ?? self;
  stranger.say({ type: 'connect', to, connection: CONNECTION });
  expect(await stranger.next('unreachable')).toEqual({ type: 'unreachable', to, connection: CONNECTION });
  stranger.say({ type: 'signal', to, connection: CONNECTION, signal: { type: 'offer', sdp: 'v=0' } });
  expect(await stranger.next('unreachable')).toEqual({ type: 'unreachable', to, connection: CONNECTION });
  stranger.say({ type: 'bye' });
});

it('still hides after a reload, and shows itself to whom it sends something', async () => {
  await page(mum).reload();
  await mum.waitForStatus('Online');
  await device(mum, /^Kin .*Group Family/).waitFor();
  expect(await device(out, /^Mum/).count()).toBe(0);
  const file = await randomFile(stage.path('for-out.bin'), 1 * MB);
  await mum.sendFiles([file], ['Out']);
  await out.offer();
  await out.accept();
  await out.waitForState('for-out.bin', 'Saved');
  await device(out, /^Mum/).waitFor();
});
