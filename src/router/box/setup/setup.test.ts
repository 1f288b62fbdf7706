/** What setup asks, what it makes of the answers, and what it says it changes. */
import { describe, expect, test } from 'vitest';
import { Problem } from '../../config/problem.ts';
import type { Hardware } from '../hardware/hardware.ts';
import { readOptions } from '../options/options.ts';
import type { Box } from '../render/rendered.ts';
import { readSettings } from '../settings/read-settings.ts';
import { settingsText } from '../settings/settings-text.ts';
import { RUNS, SETTINGS } from '../state/testing/states.ts';
import { changesIn, trialText } from './changes.ts';
import { coturnOf, withoutCoturn } from './coturn.ts';
import { SETUP_OPTIONS, saidBy, wishesOf } from './options.ts';
import { type Question, questionsFor } from './questions.ts';

const ADDRESS = '10.107.9.9/16';
const RADIO = {
  phy: 'phy0',
  mac: '02:00:00:00:00:00',
  interfaces: ['wlan0'],
  modes: ['AP'],
  combinations: [],
  channels: [],
  hasHt: true,
  canSae: true,
  isWayOut: false,
} as const;
const rule = { fromMHz: 2402, toMHz: 2482, isListenOnly: false, needsRadarWatch: false };
const HARDWARE: Hardware = {
  hostName: 'box',
  radios: [RADIO],
  cables: [],
  heard: new Map(),
  country: '00',
  localeCountry: 'JP',
  countries: new Map([
    ['JP', [rule]],
    ['CZ', [rule]],
  ]),
  hasBatman: true,
  missing: [],
  services: [],
  listeners: [],
  obstacles: [],
};

const given = (...args: readonly string[]): ReadonlyMap<string, string> => {
  const read = readOptions('setup', args, SETUP_OPTIONS);
  if (read === 'help') throw new Error('expected options');
  return read;
};
const secretIn = (_flag: string, path: string): string => (path === 'pw' ? 'from a file' : '');
const said = (...args: readonly string[]) => saidBy(given(...args), secretIn);
const complaint = (...args: readonly string[]): string => {
  try {
    said(...args);
  } catch (error) {
    if (error instanceof Problem) return error.message;
    throw error;
  }
  throw new Error('expected a complaint');
};

const BEFORE = settingsText(SETTINGS, { name: 'Hall', ssid: 'Shelter', password: 'koko ni iru', meshKey: 'mesh mesh' });
function earlier(): Box {
  const read = readSettings(BEFORE, 'box');
  if ('problems' in read) throw new Error(read.problems.join());
  return { ...read, password: 'koko ni iru', meshKey: 'mesh mesh' };
}

describe('what is said on the command line', () => {
  test('becomes wishes', () => {
    expect(
      said(
        ...['--yes', '--country', 'jp', '--ssid', '避難所', '--wifi-password-file', 'pw', '--name', 'Hall'],
        ...['--mesh-key', 'mesh mesh', '--channel', '6', '--mesh-channel=11', '--isolate', 'on'],
        ...['--take', 'wlan0, eth1', '--leave', 'eth0', '--lan-cables', 'eth2'],
      ),
    ).toEqual({
      country: 'JP',
      ssid: '避難所',
      password: { key: 'from a file' },
      name: 'Hall',
      meshKey: 'mesh mesh',
      channel: 6,
      meshChannel: 11,
      isolates: true,
      take: ['wlan0', 'eth1'],
      leave: ['eth0'],
      lanCables: ['eth2'],
    });
    expect(said('--open')).toEqual({ password: 'open' });
    expect(said()).toEqual({});
  });

  test.each<readonly [args: readonly string[], words: string]>([
    [['--country', '98'], 'setup: --country "98": expected two letters as in ISO 3166-1, such as JP'],
    [
      ['--wifi-password', 'short'],
      'setup: --wifi-password: expected a Wi-Fi password of 8 to 63 letters, digits and signs of ASCII',
    ],
    [['--open', '--wifi-password', 'long enough'], 'setup: expected --open or a password, not both'],
    [['--mesh-key', 'long enough', '--mesh-key-file', 'x'], 'setup: expected --mesh-key or --mesh-key-file, not both'],
    [['--channel', '0'], 'setup: --channel "0": expected a channel such as 1, 6, 11 or 36'],
    [['--isolate', 'yes'], 'setup: --isolate "yes": expected on or off'],
    [['--ssid'], 'setup: --ssid needs a value: NAME'],
    [['--ssid', '--yes'], 'setup: --ssid needs a value: NAME'],
    [['--yes=no'], 'setup: --yes takes no value'],
    [['--sid', 'x'], 'setup: --sid is no option; setup --help lists them'],
    [['now'], 'setup: "now" is no option; setup --help lists them'],
  ])('%j', (args, words) => {
    expect(complaint(...args)).toBe(words);
  });

  test('a password is never repeated', () => {
    expect(complaint('--wifi-password', 'ひみつひみつひみつ')).not.toContain('ひみつ');
  });
});

describe('a box that is set up again', () => {
  test('stays as it was where nothing is said', () => {
    expect(wishesOf({}, earlier(), SETTINGS.backhaulAddress, ['eth1'])).toEqual({
      backhaulAddress: SETTINGS.backhaulAddress,
      country: 'JP',
      ssid: 'Shelter',
      password: { key: 'koko ni iru' },
      name: 'Hall',
      meshKey: 'mesh mesh',
      channel: 6,
      isolates: false,
      meshChannel: 11,
      lanCables: ['eth1'],
      take: [],
      leave: [],
    });
    expect(wishesOf({ password: 'open' }, earlier(), ADDRESS, [])).toMatchObject({
      password: 'open',
      ssid: 'Shelter',
      lanCables: [],
    });
  });

  test('a new one has nothing but what is said', () => {
    expect(wishesOf({ country: 'JP' }, undefined, ADDRESS, [])).toEqual({
      backhaulAddress: ADDRESS,
      country: 'JP',
      lanCables: [],
      take: [],
      leave: [],
    });
  });
});

describe('questions', () => {
  const asked = (hardware: Hardware, saidBefore = {}, old?: ReturnType<typeof earlier>): readonly Question[] =>
    questionsFor(hardware, saidBefore, wishesOf(saidBefore, old, ADDRESS, []));

  test('three, each with a proposal', () => {
    expect(asked(HARDWARE).map(({ proposes }) => proposes)).toEqual(['JP', 'Hikyaku', 'none, everybody may join']);
    expect(asked(HARDWARE, {}, earlier()).map(({ proposes }) => proposes)).toEqual(['JP', 'Shelter', 'as before']);
  });

  test('none about what was said, and none without a radio', () => {
    expect(asked(HARDWARE, { country: 'JP', ssid: 'A', password: 'open' })).toEqual([]);
    expect(asked({ ...HARDWARE, radios: [] })).toEqual([]);
  });

  test('a country is proposed only where the machine knows one', () => {
    const { localeCountry: _unknown, ...nowhere } = HARDWARE;
    const [country] = asked(nowhere);
    expect(country?.proposes).toBeUndefined();
    expect(country?.take('')).toMatchObject({ wanted: expect.stringContaining('country is missing') });
    expect(country?.take('98')).toMatchObject({ wanted: expect.stringContaining('two letters') });
    expect(country?.take('cz')).toEqual({ said: { country: 'CZ' } });
  });

  test('answers', () => {
    const [country, ssid, password] = asked(HARDWARE);
    expect(country?.take('')).toEqual({ said: { country: 'JP' } });
    expect(ssid?.take('')).toEqual({ said: { ssid: 'Hikyaku' } });
    expect(ssid?.take('x'.repeat(33))).toEqual({ wanted: 'Expected a Wi-Fi name of 1 to 32 bytes.' });
    expect(password?.take('')).toEqual({ said: { password: 'open' } });
    expect(password?.take('short')).toMatchObject({ wanted: expect.stringContaining('8 to 63') });
    expect(password?.take('long enough')).toEqual({ said: { password: { key: 'long enough' } } });
    const kept = asked(HARDWARE, {}, earlier()).at(-1);
    expect(kept?.take('')).toEqual({ said: { password: { key: 'koko ni iru' } } });
    expect(kept?.take('-')).toEqual({ said: { password: 'open' } });
  });
});

describe('changes', () => {
  const after = settingsText(
    { ...SETTINGS, lanCables: [] },
    { name: 'Hall', ssid: 'Shelter 2', meshKey: 'other mesh' },
  );

  test('are listed without secrets', () => {
    expect(changesIn(BEFORE, after)).toEqual([
      'HIKYAKU_SSID: Shelter -> "Shelter 2"',
      'HIKYAKU_WIFI_PASSWORD: a secret -> nothing',
      'HIKYAKU_MESH_KEY: another secret',
      'HIKYAKU_LAN_CABLES: eth1 -> nothing',
    ]);
    expect(changesIn(BEFORE, BEFORE)).toEqual([]);
  });

  test('what is gone is empty on trial, for who reads the old file as well', () => {
    const trial = trialText(BEFORE, after);
    expect(trial.startsWith(after.trimEnd())).toBe(true);
    expect(trial.slice(after.trimEnd().length)).toBe('\nHIKYAKU_WIFI_PASSWORD=\nHIKYAKU_LAN_CABLES=\n');
    const both = readSettings(BEFORE + trial, 'box');
    expect(both).toEqual(readSettings(after, 'box'));
  });
});

describe('the coturn that Debian starts', () => {
  const DEBIAN = '# Coturn TURN SERVER configuration file\n#\n\nsyslog\nno-rfc5780\n#listening-port=3478\n';

  test('is in the way where nobody has configured it', () => {
    expect(coturnOf(RUNS, DEBIAN)).toBe('in the way');
    expect(coturnOf(RUNS, '')).toBe('in the way');
    expect(coturnOf({ ...RUNS, active: 'inactive' }, DEBIAN)).toBe('in the way');
    expect(coturnOf(RUNS, `${DEBIAN}\nrealm=example.org\n`)).toBe('of others');
  });

  test('is nothing to think of where it does not start', () => {
    expect(coturnOf(undefined, DEBIAN)).toBe('absent');
    expect(coturnOf({ ...RUNS, isMissing: true }, DEBIAN)).toBe('absent');
    expect(coturnOf({ ...RUNS, isMasked: true }, DEBIAN)).toBe('absent');
    expect(coturnOf({ ...RUNS, active: 'inactive', isEnabled: false }, DEBIAN)).toBe('absent');
  });

  test('is not taken for a program in the way', () => {
    const listeners = [{ protocol: 'udp', port: 3478, owner: 'coturn.service' }] as const;
    expect(withoutCoturn({ ...HARDWARE, listeners }).listeners).toEqual([]);
  });
});
