import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heardOf, parseDomains, parseScan, parseSurvey } from './iw-air.ts';

/** Of iw 5.19 on an ath9k, and on a driver that counts nothing. */
const SURVEY = `Survey data from wlan0
	frequency:			2412 MHz
	noise:				-95 dBm
	channel active time:		60 ms
	channel busy time:		45 ms
	channel receive time:		40 ms
	channel transmit time:		0 ms
Survey data from wlan0
	frequency:			2437.0 MHz [in use]
	noise:				-89 dBm
Survey data from wlan0
	frequency:			2462 MHz
`;
const SCAN = `BSS 02:11:22:33:44:55(on wlan0)
	TSF: 123456 usec (0d, 00:00:00)
	freq: 2412
	beacon interval: 100 TUs
	signal: -44.00 dBm
	SSID: BSS aa:
BSS 02:11:22:33:44:66(on wlan0) -- associated
	freq: 2412.0
	SSID: freq: 2437
BSS 02:11:22:33:44:77(on wlan0)
	freq: 5180
`;
const REG = `global
country 98: DFS-UNSET
	(2402 - 2472 @ 40), (N/A, 20), (N/A)

phy#1
country US: DFS-FCC
	(2402 - 2472 @ 40), (N/A, 30), (N/A)

phy#0 (self-managed)
country DE: DFS-UNSET
	(2402 - 2437 @ 40), (6, 22), (N/A), AUTO-BW, NO-HT40MINUS, NO-80MHZ
`;

describe('the air', () => {
  it('is as full as the driver counted, and as many as were heard', () => {
    expect(heardOf(parseSurvey(SURVEY), parseScan(SCAN))).toEqual([
      { frequencyMHz: 2412, noiseDbm: -95, busy: 0.75, stations: 2 },
      { frequencyMHz: 2437, noiseDbm: -89, stations: 0 },
      { frequencyMHz: 2462, stations: 0 },
      { frequencyMHz: 5180, stations: 1 },
    ]);
  });

  it('has a law: of the machine, and of radios that keep their own', () => {
    expect(parseDomains(REG)).toEqual({ global: '00', own: new Map([['phy0', 'DE']]) });
    expect(parseDomains('global\ncountry JP: DFS-JP\n').global).toBe('JP');
    expect(parseDomains('').global).toBe('00');
  });

  it('is read without fail, whatever is said of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(SURVEY.length), (noise, at) => {
        for (const text of [noise, SURVEY, SCAN, REG].map((whole) => whole.slice(0, at) + noise + whole.slice(at))) {
          for (const { busy = 0 } of parseSurvey(text)) expect(busy).toBeLessThanOrEqual(1);
          parseScan(text);
          expect(parseDomains(text).global).toMatch(/^(?:[A-Z]{2}|00)$/);
        }
      }),
    );
  });
});
