import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDevs, parsePhys } from './iw-phy.ts';
import { DRIVERS, type Driver, iwPhyOf } from './testing/fixtures.ts';

const phyOf = (driver: Driver) => parsePhys(iwPhyOf(driver))[0];

describe('iw phy', () => {
  it.each([
    ['ath9k_htc', ['managed', 'AP', 'monitor', 'mesh point'], 14, 11, true],
    ['mt76x2u', ['managed', 'AP', 'monitor', 'mesh point'], 41, 38, true],
    ['brcmfmac', ['managed', 'AP'], 43, 13, false],
    ['rtl8xxxu', ['managed', 'monitor'], 14, 11, false],
    ['iwlwifi', ['managed', 'AP', 'monitor'], 19, 17, true],
    ['mac80211_hwsim', ['managed', 'AP', 'monitor', 'mesh point'], 18, 18, true],
  ] as const)('tells what %s can be, and on how many channels', (driver, modes, all, enabled, canSae) => {
    const phy = phyOf(driver);
    expect(phy?.modes).toEqual(modes);
    expect(phy?.channels).toHaveLength(all);
    expect(phy?.channels.filter(({ isDisabled }) => !isDisabled)).toHaveLength(enabled);
    expect(phy?.canSae).toBe(canSae);
    expect(phy?.hasHt).toBe(true);
  });

  it('tells what the law says of a channel, in the forms of old and new versions', () => {
    const channel = (driver: Driver, number: number) => phyOf(driver)?.channels.find((one) => one.number === number);
    const open = { isDisabled: false, isListenOnly: false, needsRadarWatch: false };
    expect(channel('mt76x2u', 6)).toEqual({ number: 6, frequencyMHz: 2437, ...open, maxDbm: 20 });
    expect(channel('mt76x2u', 14)).toEqual({ number: 14, frequencyMHz: 2484, ...open, isDisabled: true });
    expect(channel('mt76x2u', 100)).toEqual({
      number: 100,
      frequencyMHz: 5500,
      ...open,
      needsRadarWatch: true,
      maxDbm: 20,
    });
    expect(channel('iwlwifi', 36)).toEqual({ number: 36, frequencyMHz: 5180, ...open, isListenOnly: true, maxDbm: 22 });
    expect(channel('iwlwifi', 52)).toMatchObject({ isListenOnly: true, needsRadarWatch: true });
    const old = parsePhys('Wiphy phy0\n\t* 2467 MHz [12] (20.0 dBm) (passive scanning, no IBSS)\n')[0]?.channels;
    expect(old).toMatchObject([{ number: 12, isListenOnly: true }]);
  });

  it('tells what one radio can be at once', () => {
    const inf = { modes: ['managed', 'AP', 'mesh point'], atMost: 2 };
    expect(phyOf('mt76x2u')?.combinations).toEqual([
      { limits: [{ modes: [], atMost: 1 }, inf], total: 2, channels: 1 },
    ]);
    expect(phyOf('ath9k_htc')?.combinations).toEqual([
      {
        limits: [
          { modes: ['managed'], atMost: 2 },
          { modes: ['AP', 'mesh point'], atMost: 2 },
        ],
        ...{ total: 2, channels: 1 },
      },
    ]);
    expect(phyOf('brcmfmac')?.combinations.map(({ total, channels }) => [total, channels])).toEqual([
      [3, 2],
      [4, 1],
    ]);
    expect(phyOf('mac80211_hwsim')?.combinations).toMatchObject([{ total: 2050 }]);
    expect(phyOf('rtl8xxxu')?.combinations).toEqual([]);
  });

  it('takes the first part of a radio of several', () => {
    const lines = [
      ...['Wiphy phy0', '\tSupported wiphy radios:', '\t\t* Idx 0:', "\t\t\tRadio's valid interface combinations:"],
      ...['\t\t\t\t * #{ AP, mesh point } <= 16, #{ managed } <= 19,', '\t\t\t\t   total <= 19, #channels <= 1', ''],
      ...['\tGlobally valid interface combinations:', '\t\t * #{ IBSS, managed, AP, mesh point } <= 57,'],
      '\t\t   total <= 57, #channels <= 3',
    ];
    expect(parsePhys(lines.join('\n'))[0]?.combinations).toMatchObject([{ total: 19, channels: 1 }]);
  });

  it('tells several radios apart, by their names', () => {
    const both = parsePhys(iwPhyOf('brcmfmac') + iwPhyOf('ath9k_htc'));
    expect(both.map(({ phy, modes }) => [phy, modes.includes('mesh point')])).toEqual([
      ['phy0', false],
      ['phy1', true],
    ]);
  });

  it('never fails, whatever it is given', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.constantFrom(...DRIVERS),
        fc.nat(),
        (noise, driver, at) => {
          const text = iwPhyOf(driver);
          const cut = at % text.length;
          const [phy] = parsePhys(text.slice(0, cut) + noise + text.slice(cut));
          expect(phy === undefined || phy.channels.every(({ number }) => number >= 0)).toBe(true);
          parseDevs(noise);
        },
      ),
    );
  });
});

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
		ssid Home \\xe3\\x81\\x82
		type managed
		txpower 20.00 dBm
`;

describe('iw dev', () => {
  it('tells the interfaces of each radio, and in which network they are, whatever that is called', () => {
    expect(parseDevs(DEV)).toEqual([
      { phy: 'phy1', name: 'mesh0', type: 'mesh point', channel: 11 },
      { phy: 'phy0', name: 'ap0', type: 'AP', ssid: 'type managed', channel: 6 },
      { phy: 'phy0', name: 'wlan0', type: 'managed', ssid: 'Home \\xe3\\x81\\x82' },
    ]);
  });
});
