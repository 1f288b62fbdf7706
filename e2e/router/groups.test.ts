/** Groups at a real router: who gets in by what it shows, and who sees whom. */
import { afterEach, describe, expect, it } from 'vitest';
import { enrolled, groupOf } from '../../src/protocol/group-secret.ts';
import { type GroupSecret, type Membership, membership } from '../../src/protocol/groups.ts';
import { publicKeyOf } from '../../src/protocol/keys.ts';
import { CLOSE, type ConnectionId } from '../../src/protocol/signaling.ts';
import { answerTo } from '../drive/wire/hello.ts';
import { Client, get, type Running, secretOf, start } from './setting.ts';

const CONNECTION = '0123456789abcdef' as ConnectionId;
const FAMILY = secretOf('the family') as string as GroupSecret;
const of = (name: string, secret = FAMILY): Membership => enrolled(secret, publicKeyOf(secretOf(name)));
let running: Running;
afterEach(() => running.router.stop());

async function begin(): Promise<number> {
  running = await start({ deltaIntervalMs: 1 });
  return running.port;
}

describe('what is copied off the air', () => {
  const group = groupOf(FAMILY);
  it.each([
    ['the membership of another device', () => [of('mum')]],
    [
      'one that was signed without the secret of the group',
      () => [membership(secretOf('thief'), group, publicKeyOf(secretOf('thief')))],
    ],
    ['a good one and a copied one', () => [of('thief', secretOf('a club') as string as GroupSecret), of('mum')]],
  ] as const)('lets nobody in: %s', async (_, shown) => {
    const port = await begin();
    await Client.join(port, 'mum', { groups: [of('mum')], onlyGroups: true });
    const client = await Client.open(port);
    const groups = shown();
    client.say(answerTo(await client.next('challenge'), secretOf('thief'), 'thief', { groups }));
    const reason = `message.groups[${groups.length - 1}].signature: expected another`;
    expect(await client.closed).toEqual({ code: CLOSE.notProven, reason });
    expect(client.unread).toEqual([]);
  });

  it('five groups are one too many, however good', async () => {
    const port = await begin();
    const client = await Client.open(port);
    const groups = Array.from({ length: 5 }, (_, index) =>
      of('mum', secretOf(`club ${index}`) as string as GroupSecret),
    );
    client.say(answerTo(await client.next('challenge'), secretOf('mum'), 'mum', { groups }));
    expect(await client.closed).toMatchObject({ code: CLOSE.badMessage });
  });
});

it('a device that only its groups may see is there for members, and for nobody else', async () => {
  const port = await begin();
  await Client.join(port, 'mum', { groups: [of('mum')], onlyGroups: true });
  const { client: out, welcome: toOut } = await Client.join(port, 'out');
  const { client: kin, welcome } = await Client.join(port, 'kin', { groups: [of('kin')] });
  expect(toOut.devices).toEqual([]);
  const key = publicKeyOf(secretOf('mum'));
  expect(welcome.devices).toMatchObject([
    { name: 'mum', member: { key, of: [of('mum').group].map((group) => ({ group })) } },
    { name: 'out' },
  ]);
  const to = welcome.devices[0]?.id ?? toOut.self;
  out.say({ type: 'connect', to, connection: CONNECTION });
  expect(await out.next('unreachable')).toEqual({ type: 'unreachable', to, connection: CONNECTION });
  kin.say({ type: 'connect', to, connection: CONNECTION });
  expect(await kin.next('ice')).toMatchObject({ to });
  expect((await get(port, '/status.json')).body).not.toContain(of('mum').group);
});
