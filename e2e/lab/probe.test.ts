/** The lab's NATs behave as their names say; product cases rely on that. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BEHAVIOUR, NAT_KINDS, natText, plainMasqueradeText } from './nat.ts';
import { BY_HAND, twoRouters } from './networks.ts';
import { needsTheLab } from './setting.ts';
import { Stage } from './stage.ts';
import { WAN } from './topology.ts';

const lab = needsTheLab();
let stage: Stage | undefined;

beforeAll(async () => {
  if (lab.runs) stage = await Stage.build(twoRouters(BY_HAND, BY_HAND));
});
afterAll(() => stage?.close());

async function probed(ruleset: string) {
  await stage?.world.load('r1', ruleset);
  return stage?.probe('client1', 'far');
}

test.each(NAT_KINDS)('%s', async (kind) => {
  expect(await probed(natText(kind, WAN))).toEqual({ ...BEHAVIOUR[kind], earlyPacket: 'harmless' });
});

test('a router set up by hand maps like a port-restricted cone, until a peer sends too early', async () => {
  expect(await probed(plainMasqueradeText(WAN))).toEqual({
    ...BEHAVIOUR['port-restricted cone'],
    earlyPacket: 'moves the mapping',
  });
});
