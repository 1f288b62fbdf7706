/** Machines and wishes that are worth trying: what is planned for them stands in `snapshot`, and is what renderers are tried with. */
import type { Allowed, Cable, Hardware } from '../../hardware/hardware.ts';
import { radioOf } from '../../hardware/testing/fixtures.ts';
import type { Wishes } from '../plan.ts';

export type Configuration = { readonly name: string; readonly hardware: Hardware; readonly wishes: Wishes };

const range = (fromMHz: number, toMHz: number, more: Partial<Allowed> = {}): Allowed => ({
  ...{ fromMHz, toMHz, isListenOnly: false, needsRadarWatch: false },
  ...more,
});
const RADAR = { needsRadarWatch: true };

/** As wireless-regdb of June 2026 has them, below 6 GHz. */
const COUNTRIES: Hardware['countries'] = new Map([
  [
    '00',
    [
      ...[range(2402, 2472), range(2457, 2482, { isListenOnly: true }), range(5170, 5250, { isListenOnly: true })],
      range(5250, 5330, { isListenOnly: true, needsRadarWatch: true }),
    ],
  ],
  ['JP', [range(2402, 2482), range(5170, 5250), range(5250, 5330, RADAR), range(5490, 5730, RADAR)]],
  [
    'DE',
    [range(2400, 2483.5), range(5150, 5250), range(5250, 5350, RADAR), range(5470, 5725, RADAR), range(5725, 5875)],
  ],
  ['GB', [range(2400, 2483.5), range(5150, 5250), range(5250, 5350, RADAR)]],
  ['US', [range(2400, 2472), range(5150, 5250), range(5250, 5350, RADAR), range(5730, 5850)]],
]);

export const cable = (name: string, more: Partial<Cable> = {}): Cable => ({
  interface: name,
  mac: `02:00:00:00:ff:0${name.replace(/\D/g, '')}`,
  hasCarrier: false,
  addresses: [],
  isWayOut: false,
  ...more,
});

export const machine = (more: Partial<Hardware> = {}): Hardware => ({
  hostName: 'shelter-3',
  radios: [],
  cables: [],
  heard: new Map(),
  country: '00',
  countries: COUNTRIES,
  hasBatman: true,
  missing: [],
  services: [],
  listeners: [],
  obstacles: [],
  ...more,
});

/** In Japan, unless another country is given; '' is none. */
export const wishes = ({ country = 'JP', ...more }: Partial<Wishes> = {}): Wishes => ({
  backhaulAddress: '10.107.12.34/16',
  ...(country !== '' && { country }),
  take: [],
  leave: [],
  lanCables: [],
  ...more,
});

/** The cable over which somebody installs all this. */
const UPLINK = cable('eth0', { hasCarrier: true, addresses: ['192.168.1.7/24'], isWayOut: true });
const OWN = radioOf('brcmfmac');
const ADAPTER = radioOf('mt76x2u', 1);
const SMALL = radioOf('ath9k_htc', 1);
const home = { program: 'NetworkManager', connection: 'Home' } as const;
const FULL = new Map([
  [
    'phy0',
    [
      { frequencyMHz: 2412, noiseDbm: -92, busy: 0.61, stations: 4 },
      { frequencyMHz: 2422, stations: 1 },
      { frequencyMHz: 2437, noiseDbm: -95, busy: 0.12, stations: 7 },
      { frequencyMHz: 2462, noiseDbm: -95, busy: 0.35, stations: 2 },
    ],
  ],
]);
const onlyAt = (radio: typeof ADAPTER, is: (number: number) => boolean) => ({
  ...radio,
  channels: radio.channels.filter(({ number }) => is(number)),
});

const table: readonly (readonly [string, Partial<Hardware>, Partial<Wishes>])[] = [
  ['one radio', { radios: [SMALL], cables: [UPLINK] }, { meshKey: 'a long shared key' }],
  ['two radios', { radios: [radioOf('mt76x2u'), SMALL], heard: FULL }, { meshKey: 'a long shared key' }],
  ['two radios, the second holds more', { radios: [radioOf('ath9k_htc'), ADAPTER] }, {}],
  ['two radios, a way out and a cable', { radios: [radioOf('mt76x2u'), SMALL], cables: [UPLINK, cable('eth1')] }, {}],
  ['raspberry pi and an adapter', { hostName: 'raspberrypi', radios: [OWN, ADAPTER], cables: [UPLINK] }, {}],
  ['raspberry pi alone', { radios: [OWN], cables: [UPLINK], heard: FULL }, {}],
  ['no 802.11s, and a cable', { radios: [OWN], cables: [cable('eth0')] }, { meshKey: 'a long shared key' }],
  ['cables only', { cables: [UPLINK, cable('eth1'), cable('eth2'), cable('eth3')] }, { lanCables: ['eth2'] }],
  ['one free cable', { cables: [cable('eth0')] }, { ssid: 'Town hall' }],
  ['a password', { radios: [SMALL] }, { password: { key: 'correct horse' }, isolates: true, name: 'School' }],
  ['country missing', { radios: [SMALL], localeCountry: 'JP' }, { country: '' }],
  ['country that is none', { radios: [SMALL] }, { country: 'UK' }],
  ['country 98', { radios: [SMALL] }, { country: '98' }],
  ['no laws installed', { radios: [SMALL], countries: new Map() }, {}],
  ['radar only', { radios: [onlyAt(radioOf('mt76x2u'), (number) => number >= 52 && number <= 140)] }, {}],
  ['radar wished', { radios: [radioOf('mt76x2u')] }, { channel: 100 }],
  ['5 GHz only', { radios: [onlyAt(radioOf('mt76x2u'), (number) => number > 14)] }, {}],
  ['another channel', { radios: [SMALL] }, { channel: 6 }],
  ['channel 13 in the United States', { radios: [SMALL] }, { country: 'US', channel: 13 }],
  ['firmware of its own mind', { radios: [radioOf('iwlwifi', 0, { ownCountry: 'DE' })] }, { channel: 36 }],
  ['firmware of the whole world', { radios: [radioOf('iwlwifi', 0, { ownCountry: '00' })] }, {}],
  ['set up before', { radios: [{ ...SMALL, interfaces: ['mesh0', 'ap0', 'wlan1'] }], country: 'JP' }, {}],
  ['one radio, one role', { radios: [{ ...SMALL, combinations: [] }] }, {}],
  ['names: japanese', { radios: [SMALL] }, { ssid: '飛脚の避難所です二階1F', name: '避難所 三' }],
  [
    'names: hostile',
    { radios: [SMALL] },
    { ssid: '"$(rm -rf /)`\\\'#;=\u202e🚲', password: { key: '"\\$`\'#  =;%n' } },
  ],
  ['names: a line break', { radios: [SMALL] }, { ssid: 'a\nssid=b', password: { key: 'short' }, meshKey: 'key' }],
  ['blocked by rfkill', { radios: [{ ...SMALL, blocked: 'by software' }] }, {}],
  ['blocked by a switch', { radios: [{ ...SMALL, blocked: 'by a switch' }] }, {}],
  ['used by NetworkManager', { radios: [{ ...SMALL, usedBy: home, isWayOut: true }], cables: [cable('eth0')] }, {}],
  ['taken from NetworkManager', { radios: [{ ...SMALL, usedBy: home, isWayOut: true }] }, { take: ['wlan1'] }],
  ['no radio, no cable', { cables: [UPLINK] }, {}],
  ['no access point anywhere', { radios: [radioOf('rtl8xxxu')], cables: [UPLINK] }, {}],
  ['batman-adv missing', { radios: [SMALL], cables: [cable('eth0'), cable('eth1')], hasBatman: false }, {}],
  ['programs missing', { radios: [SMALL], missing: ['hostapd', 'wpa_supplicant', 'nft', 'turnserver'] }, {}],
  [
    'a dnsmasq of its own',
    {
      radios: [SMALL],
      services: ['dnsmasq.service'],
      listeners: [{ protocol: 'udp', port: 53, owner: 'dnsmasq.service' }],
    },
    {},
  ],
  [
    'ports that root alone sees through',
    {
      radios: [SMALL],
      listeners: [
        { protocol: 'udp', port: 3478 },
        { protocol: 'tcp', port: 8080 },
      ],
    },
    {},
  ],
  ['services beside it', { radios: [SMALL], services: ['dnsmasq.service', 'systemd-resolved.service'] }, {}],
  [
    'firewalls of others',
    { radios: [SMALL], obstacles: [{ program: 'docker' }, { program: 'ufw' }, { program: 'firewalld' }] },
    {},
  ],
  [
    'dhcpcd everywhere',
    { radios: [SMALL], cables: [cable('eth0')], obstacles: [{ program: 'dhcpcd', spares: ['eth7', 'lan0'] }] },
    {},
  ],
  [
    'dhcpcd that spares it',
    { radios: [SMALL], obstacles: [{ program: 'dhcpcd', spares: ['ap0', 'mesh0', 'lan0', 'bh0'] }] },
    {},
  ],
  [
    'a phone by USB',
    { radios: [SMALL], cables: [cable('usb0', { ...UPLINK, interface: 'usb0', addresses: ['192.168.42.129/24'] })] },
    {},
  ],
  [
    'names mistyped',
    { radios: [SMALL], cables: [cable('eth0')] },
    { take: ['wlan7'], leave: ['eth9'], lanCables: ['wlan1'] },
  ],
];

export const CONFIGURATIONS: readonly Configuration[] = table.map(([name, hardware, more]) => ({
  name,
  hardware: machine(hardware),
  wishes: wishes(more),
}));
