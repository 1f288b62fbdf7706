/** The product's own rules, applied by its own command, under the same UDP probes as the other NATs. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BEHAVIOUR, type NatKind } from './nat.ts';
import { oneRouter } from './networks.ts';
import { productNat } from './router-process.ts';
import { needsTheLab } from './setting.ts';
import { Stage } from './stage.ts';
import type { Endpoint } from './udp-agent.ts';

const lab = needsTheLab();
let stage: Stage;

beforeAll(async () => {
  if (lab.runs) stage = await Stage.build(oneRouter());
});
afterAll(() => stage?.close());

const apply = (kind: string) => productNat(stage.world, 'r1', 'apply', ['--nat', kind]);
const KINDS: readonly (readonly [string, NatKind])[] = [
  ['port-restricted', 'port-restricted cone'],
  ['full-cone', 'full cone'],
];

test.each(KINDS)('--nat %s is a %s', async (flag, kind) => {
  await apply(flag);
  expect(await stage.probe('client1', 'far')).toEqual({ ...BEHAVIOUR[kind], earlyPacket: 'harmless' });
});

test.each(
  KINDS,
)('--nat %s: two clients of the router meet by their outside addresses, and see them (hairpin)', async (flag) => {
  await apply(flag);
  const [one, two] = [stage.agent('client1'), stage.agent('client2')];
  const [here, there] = [await one.open('192.168.42.100'), await two.open('192.168.42.101')];
  const { sockets } = await stage.reflector('far');
  const far = sockets[0]?.[0]?.at;
  if (far === undefined) throw new Error('nobody is outside');
  const [mapped, theirs] = [await one.ask(here.socket, far), await two.ask(there.socket, far)];
  const heard = await one.exchange(
    () => two.send(there.socket, 'over the outside', mapped as Endpoint),
    here.socket,
    'over',
  );
  expect(heard?.from).toEqual(theirs);
});

test('without the drop on the backhaul an early packet moves the mapping', async () => {
  await apply('port-restricted');
  await stage.world.load('r1', 'flush chain inet hikyaku input');
  expect((await stage.probe('client1', 'far'))?.earlyPacket).toBe('moves the mapping');
});

test('applying twice gives the same rules as once, and removing leaves nothing', async () => {
  await apply('full-cone');
  const once = await stage.world.ruleset('r1');
  await apply('full-cone');
  // What clients have added to the map is not part of the rules.
  const rulesOf = (ruleset: string) => ruleset.replaceAll(/elements = \{[^}]*\}/g, '');
  expect(rulesOf(await stage.world.ruleset('r1'))).toBe(rulesOf(once));
  await productNat(stage.world, 'r1', 'remove');
  expect(await stage.world.ruleset('r1')).toBe('');
  await productNat(stage.world, 'r1', 'remove');
});
