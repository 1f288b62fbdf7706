/** Boxes of every kind, from the text of their settings file on: what the renderers make of them is looked at, and checked by the programs. */
import type { Cable, Radio } from '../../hardware/hardware.ts';
import { readSettings } from '../../settings/read-settings.ts';
import type { BoxSettings } from '../../settings/settings.ts';
import { type RouterPart, settingsText } from '../../settings/settings-text.ts';
import type { Box, Machine } from '../rendered.ts';

const ONE = '00:0f:00:a1:b2:c3';
const TWO = '02:00:00:00:01:00';

type MachineRadio = Machine['radios'][number];
const radio = (phy: string, mac: string, more: Partial<Radio> = {}): MachineRadio => ({
  phy,
  mac,
  interfaces: [phy.replace('phy', 'wlan')],
  hasHt: true,
  canSae: true,
  ...more,
});
const cable = (name: string): Pick<Cable, 'interface' | 'mac'> => ({
  interface: name,
  mac: `00:10:00:00:00:0${name.slice(3)}`,
});

const MACHINE: Machine = {
  radios: [radio('phy0', ONE), radio('phy1', TWO, { hasHt: false, canSae: false })],
  cables: [cable('eth0'), cable('eth1'), cable('eth2')],
  hasBatman: true,
};
const ALONE: BoxSettings = {
  lanCables: [],
  backhaulCables: [],
  lanAddress: '192.168.42.1/24',
  backhaulAddress: '10.107.3.7/16',
};
const ON_AIR = { ...ALONE, country: 'JP', accessPoint: { radio: ONE, channel: 6, isolates: false } };
const BOTH = { ...ON_AIR, meshPoint: { radio: ONE, channel: 6 } };

export type Example = { readonly box: Box; readonly machine: Machine };

function example(settings: BoxSettings, router: Partial<RouterPart> = {}, machine: Machine = MACHINE): Example {
  const { password, meshKey } = router;
  const read = readSettings(settingsText(settings, { name: 'Shelter', ssid: 'Hikyaku', ...router }), 'host');
  if ('problems' in read) throw new Error(read.problems.join('\n'));
  const secrets = { ...(password !== undefined && { password }), ...(meshKey !== undefined && { meshKey }) };
  return { box: { ...read, ...secrets }, machine };
}

const hostile = (ssid: string, password = `a "quoted" 'word' $(id) \`x\` \\ # `): Example =>
  example(BOTH, { ssid, password, meshKey: 'key "with" \\ all\nof it' });

export const EXAMPLES: Readonly<Record<string, Example>> = {
  'one radio for phones and boxes': example(BOTH, { password: 'long enough', meshKey: 'one key for all' }),
  'two radios': example(
    { ...ON_AIR, meshPoint: { radio: TWO, channel: 11 } },
    { password: 'long enough', meshKey: 'one key for all' },
  ),
  'an open box': example(BOTH),
  'cables only': example({ ...ALONE, lanCables: ['eth1'], backhaulCables: ['eth2'] }),
  'two cables to phones': example({ ...ALONE, lanCables: ['eth1', 'eth2'] }),
  'radio and cables between boxes': example(
    { ...BOTH, backhaulCables: ['eth1', 'eth2'] },
    { meshKey: 'one key for all' },
  ),
  'no batman-adv': example({ ...BOTH, backhaulCables: ['eth1', 'eth2'] }, {}, { ...MACHINE, hasBatman: false }),
  'an access point alone, without 802.11n': example({
    ...ALONE,
    country: 'DE',
    accessPoint: { radio: TWO, channel: 13, isolates: true },
  }),
  '5 GHz': example({
    ...ALONE,
    country: 'US',
    accessPoint: { radio: ONE, channel: 36, isolates: false },
    meshPoint: { radio: ONE, channel: 36 },
  }),
  'an adapter that was pulled out': example({ ...BOTH, lanCables: ['eth9'] }, {}, { ...MACHINE, radios: [] }),
  'a box alone': example(ALONE),
  'a name of quotation marks': hostile('"\'`$(reboot)\\x00'),
  'a name of configuration': hostile('x wpa=0 #;\u{2028}'),
  'a Japanese name of 32 bytes': hostile('避難所の無線です！！zz'),
  'a name of emoji': hostile('🏠🏠'),
  'a name of a quotation mark and white space': hostile('" ', '        '),
};
