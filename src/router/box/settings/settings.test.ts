import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { FLAGS } from '../../config/flags.ts';
import { parseEnvironmentFile, quoted } from './environment-file.ts';
import { readSettings, variablesIn } from './read-settings.ts';
import type { BoxSettings } from './settings.ts';
import { writeSettings } from './settings-file.ts';
import { settingsText, withBackhaulAddress } from './settings-text.ts';
import { VARIABLES } from './variables.ts';

const BOX: BoxSettings = {
  country: 'JP',
  accessPoint: { radio: '00:0f:00:a1:b2:c3', channel: 6, isolates: true },
  meshPoint: { radio: '00:0f:00:a1:b2:c4', channel: 11 },
  lanCables: ['eth1'],
  backhaulCables: ['eth2', 'enx00e04c68'],
  lanAddress: '192.168.42.1/24',
  backhaulAddress: '10.107.3.7/16',
};
const HOST = 'shelter';
const read = (text: string) => readSettings(text, HOST);
const problemsIn = (text: string) => {
  const outcome = read(text);
  return 'problems' in outcome ? outcome.problems : [];
};

describe('the file', () => {
  it('says the same to whoever reads it', () => {
    const router = {
      name: '体育館 "A"',
      ssid: '避難所 `$(reboot)` \\',
      password: 'a"b\\$c`d #e',
      meshKey: 'key\nof two lines',
    };
    const text = settingsText(BOX, router);
    expect(text).toMatchSnapshot();
    expect(read(text)).toMatchObject({
      settings: BOX,
      config: {
        name: router.name,
        wifi: { ssid: router.ssid, password: { key: router.password } },
        meshKey: { key: router.meshKey },
        lan: { by: 'interface', name: 'lan0' },
        backhaul: { by: 'interface', name: 'bh0' },
        publicPort: 80,
        dataDirectory: '/var/lib/hikyaku',
      },
    });
  });

  it('says of a box without any radio as little as there is', () => {
    const { lanAddress, backhaulAddress } = BOX;
    const alone: BoxSettings = { lanCables: [], backhaulCables: [], lanAddress, backhaulAddress };
    expect(read(settingsText(alone, { name: 'a' }))).toMatchObject({ settings: alone });
  });

  it('keeps what an operator has written, and nothing that is decided anew', () => {
    const before = `${settingsText(BOX, { name: 'a', ssid: 'b', password: 'long enough' })}HIKYAKU_HOLD_DAYS=30\nTZ='Asia/Tokyo'\nHIKYAKU_PUBLIC_PORT=8000\n`;
    const after = variablesIn(settingsText(BOX, { name: 'c', ssid: 'd' }, variablesIn(before)));
    expect([...after]).toEqual(
      expect.arrayContaining([
        ['HIKYAKU_HOLD_DAYS', '30'],
        ['TZ', 'Asia/Tokyo'],
        ['HIKYAKU_PUBLIC_PORT', '8000'],
        ['HIKYAKU_SSID', 'd'],
      ]),
    );
    expect(after.has('HIKYAKU_WIFI_PASSWORD')).toBe(false);
  });

  it('takes another address, and is else as it was', () => {
    const text = settingsText(BOX, { name: 'a', meshKey: 'two\nlines of it' });
    expect(withBackhaulAddress(text, '10.107.9.9/16')).toBe(text.replace('10.107.3.7/16', '10.107.9.9/16'));
    expect(variablesIn(withBackhaulAddress('A=b', '10.107.9.9/16')).get('HIKYAKU_BACKHAUL_ADDRESS')).toBe(
      '10.107.9.9/16',
    );
  });

  it('no variable of the box is a flag of the router', () => {
    const flags = Object.keys(FLAGS).map((flag) => flag.toUpperCase().replaceAll('-', '_'));
    expect(Object.keys(VARIABLES).filter((name) => flags.includes(name))).toEqual([]);
  });
});

describe('a value', () => {
  it('is read as it was written, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (one, other) => {
        const text = `A=${quoted(one)}\n# c\nB=${quoted(other)}\n`;
        const { assignments, misread } = parseEnvironmentFile(text);
        expect(assignments.map(({ name, value }) => [name, value])).toEqual([
          ['A', one],
          ['B', other],
        ]);
        expect(misread).toEqual([]);
      }),
    );
  });

  it('of no text ends in an exception', () => {
    const unit = fc.constantFrom(...' \t\n\r=\'"\\`$#;aB1_é日'.split(''));
    fc.assert(fc.property(fc.string({ unit }), (text) => void read(`HIKYAKU_SSID=${text}`)));
  });
});

describe('what is wrong', () => {
  const text = settingsText(BOX, { name: 'a', ssid: 'b', password: 'long-enough' });
  it.each([
    ['HIKYAKU_COUNTRY=JP', 'HIKYAKU_COUNTRY=98', 'HIKYAKU_COUNTRY "98": expected two capital letters, such as JP'],
    ['HIKYAKU_AP_CHANNEL=6', 'HIKYAKU_AP_CHANNEL=14', 'expected a channel of 2.4 GHz (1 to 13) or 5 GHz (36 to 177)'],
    ['HIKYAKU_LAN=lan0', 'HIKYAKU_LAN=eth0', 'HIKYAKU_LAN "eth0": expected lan0, the interface that this box makes'],
    ['10.107.3.7/16', '8.8.8.8/16', 'HIKYAKU_BACKHAUL_ADDRESS "8.8.8.8/16": expected a private address'],
    ['10.107.3.7/16', '192.168.42.9/24', 'are in one network: expected two'],
    ['HIKYAKU_AP_RADIO=', 'HIKYAKU_AP_RADOI=', 'HIKYAKU_AP_RADOI "00:0f:00:a1:b2:c3": expected another name'],
    ['HIKYAKU_COUNTRY=JP\n', '', 'HIKYAKU_COUNTRY is missing'],
    ['HIKYAKU_MESH_RADIO=00:0f:00:a1:b2:c4\n', '', 'expected both HIKYAKU_MESH_RADIO and HIKYAKU_MESH_CHANNEL'],
    ['HIKYAKU_LAN_CABLES=eth1', 'HIKYAKU_LAN_CABLES=eth2', 'eth2 is a cable of the LAN and of the backhaul'],
    ['HIKYAKU_SSID=b\n', '', 'a Wi-Fi password needs --ssid'],
    ['HIKYAKU_NAME=a', 'HIKYAKU_NAME="a', 'has no end'],
    ['HIKYAKU_NAME=a', 'HIKYAKU_NAME', 'line 6: "HIKYAKU_NAME": expected NAME=VALUE, or # before a comment'],
    ['# The box', '# The box \\', 'a comment may not end with a backslash'],
  ])('%j as %j is told', (before, after, problem) => {
    expect(text).toContain(before);
    expect(problemsIn(text.replace(before, after)).join('\n')).toContain(problem);
  });

  it('is told without the secrets that a missing quotation mark brings into it', () => {
    const problems = problemsIn(text.replace('HIKYAKU_NAME=a', 'HIKYAKU_NAME="a'));
    expect(problems.join('\n')).toContain('"a…"');
    expect(problems.join('\n')).not.toContain('long-enough');
  });

  it('is told all at once, by line, and no secret with it', () => {
    const problems = problemsIn(`HIKYAKU_PORT=x\n\nHIKYAKU_WIFI_PASSWORD=geheim\nHIKYAKU_AP_ISOLATE=maybe\n`);
    expect(problems.map((problem) => problem.slice(0, 40))).toEqual([
      'line 1: HIKYAKU_PORT "x": expected a who',
      'line 3: HIKYAKU_WIFI_PASSWORD: expected ',
      'line 4: HIKYAKU_AP_ISOLATE "maybe": expe',
    ]);
  });
});

it('is written as a whole, for root and its group alone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hikyaku-settings-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'etc', 'hikyaku.conf');
  writeSettings('A=1\n', path);
  writeFileSync(`${path}.new`, 'left over by a power cut');
  writeSettings('A=2\n', path);
  expect(readFileSync(path, 'utf8')).toBe('A=2\n');
  expect(statSync(path).mode & 0o777).toBe(0o640);
  expect(readdirSync(join(folder, 'etc'))).toEqual(['hikyaku.conf']);
});
