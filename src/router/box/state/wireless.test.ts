/** What iw 5.19 prints, of mac80211_hwsim and of ath9k. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseLinks } from './links-seen.ts';
import { parseOriginators } from './originators.ts';
import { parseCountry, parseOnAir, parseStations, parseUse } from './wireless.ts';

const DEV = `phy#1
	Interface mesh0
		ifindex 9
		wdev 0x100000002
		addr 02:00:00:00:01:00
		type mesh point
		channel 11 (2462 MHz), width: 20 MHz, center1: 2462 MHz
		txpower 20.00 dBm
phy#0
	Unnamed/non-netdev interface
		wdev 0x3
		addr 02:00:00:00:00:02
		type P2P-device
	Interface ap0
		ifindex 8
		wdev 0x2
		addr 02:00:00:00:00:00
		ssid type managed
		type AP
		channel 6 (2437 MHz), width: 20 MHz, center1: 2437 MHz
	Interface wlan0
		ifindex 3
		wdev 0x1
		addr 02:00:00:00:00:01
		type managed
		txpower 20.00 dBm
`;

test('finds each interface on its radio, whatever its Wi-Fi is called', () => {
  expect([...parseOnAir(DEV)]).toEqual([
    ['mesh0', { phy: 'phy1', type: 'mesh point', channel: 11 }],
    ['ap0', { phy: 'phy0', type: 'AP', channel: 6 }],
    ['wlan0', { phy: 'phy0', type: 'managed' }],
  ]);
});

test('counts stations and peers', () => {
  const stations = `Station 02:00:00:00:02:00 (on mesh0)
	inactive time:	80 ms
	signal:  	-61 [-64, -63] dBm
	signal avg:	-60 [-63, -62] dBm
	mesh llid:	29433
	mesh plink:	ESTAB
Station 02:00:00:00:03:00 (on mesh0)
	inactive time:	1200 ms
	mesh plink:	LISTEN
`;
  expect(parseStations(stations)).toEqual([{ signalDbm: -61, isPeer: true }, { isPeer: false }]);
  expect(parseStations('')).toEqual([]);
});

test('reads the channel in use, and no other one', () => {
  const survey = `Survey data from ap0
	frequency:			2412 MHz
	noise:				-70 dBm
	channel active time:		1 ms
	channel busy time:		1 ms
Survey data from ap0
	frequency:			2437 MHz [in use]
	noise:				-92 dBm
	channel active time:		14512 ms
	channel busy time:		2031 ms
	channel receive time:		1011 ms
`;
  expect(parseUse(survey)).toEqual({ noiseDbm: -92, activeMs: 14_512, busyMs: 2_031 });
  expect(parseUse('Survey data from ap0\n\tfrequency:\t2412 MHz [in use]\n')).toEqual({});
});

test('reads the country', () => {
  expect(parseCountry('global\ncountry JP: DFS-JP\n\t(2402 - 2482 @ 40), (N/A, 20), (N/A)\n')).toBe('JP');
  expect(parseCountry('global\ncountry 00: DFS-UNSET\n\nphy#0\ncountry DE: DFS-ETSI\n')).toBe('00');
  expect(parseCountry('')).toBeUndefined();
});

test('counts originators by the way that is taken', () => {
  const table = ` * 02:00:00:00:02:00    0.330s   (255) 02:00:00:00:02:00 [     mesh0]
   02:00:00:00:02:00    0.330s   (120) 02:00:00:00:03:00 [     mesh0]
 * 02:00:00:00:03:00    0.100s (      54.1) 02:00:00:00:02:00 [     mesh0]
`;
  expect(parseOriginators(table)).toEqual({ originators: 2, through_others: 1 });
});

test('reads what ip says', () => {
  const told = [
    {
      ifname: 'ap0',
      flags: ['BROADCAST', 'UP', 'LOWER_UP'],
      master: 'lan0',
      address: '02:00:00:00:00:00',
      addr_info: [
        { family: 'inet6', local: 'fe80::1', prefixlen: 64 },
        { family: 'inet', local: '192.168.42.1', prefixlen: 24 },
      ],
    },
    { ifname: 'eth0', flags: ['NO-CARRIER', 'UP'], address: '02:00:00:00:00:09' },
  ];
  expect([...parseLinks(JSON.stringify(told))]).toEqual([
    ['ap0', { mac: '02:00:00:00:00:00', isUp: true, hasCarrier: true, master: 'lan0', addresses: ['192.168.42.1/24'] }],
    ['eth0', { mac: '02:00:00:00:00:09', isUp: true, hasCarrier: false, addresses: [] }],
  ]);
});

test('takes any text', () => {
  const parsers = [parseOnAir, parseStations, parseUse, parseCountry, parseOriginators, parseLinks];
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(...DEV.split('\n'), '[{}]', '[{"ifname":"a"}]'),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      for (const parse of parsers) parse(pieces.join('\n'));
    }),
  );
});
