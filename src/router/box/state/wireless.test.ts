/** What iw 5.19 prints, of mac80211_hwsim and of ath9k. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseOriginators } from './originators.ts';
import { parseStations, parseUse } from './wireless.ts';

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

const SURVEY = `Survey data from ap0
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

test('reads the channel in use, and no other one', () => {
  expect(parseUse(SURVEY)).toEqual({ noiseDbm: -92, activeMs: 14_512, busyMs: 2_031 });
  expect(parseUse('Survey data from ap0\n\tfrequency:\t2412 MHz [in use]\n')).toEqual({});
});

test('counts originators by the way that is taken', () => {
  const table = ` * 02:00:00:00:02:00    0.330s   (255) 02:00:00:00:02:00 [     mesh0]
   02:00:00:00:02:00    0.330s   (120) 02:00:00:00:03:00 [     mesh0]
 * 02:00:00:00:03:00    0.100s (      54.1) 02:00:00:00:02:00 [     mesh0]
`;
  expect(parseOriginators(table)).toEqual({ originators: 2, through_others: 1 });
});

test('takes any text', () => {
  const parsers = [parseStations, parseUse, parseOriginators];
  const piece = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...SURVEY.split('\n')));
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      for (const parse of parsers) parse(pieces.join('\n'));
    }),
  );
});
