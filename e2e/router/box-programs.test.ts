/** What the renderers write, read by the programs themselves: hostapd, wpa_supplicant, dnsmasq and nft, as Debian has them. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, it, onTestFinished, type TestContext } from 'vitest';
import { render } from '../../src/router/box/render/render.ts';
import { EXAMPLES, type Example } from '../../src/router/box/render/testing/boxes.ts';
import { PLANNED } from '../../src/router/box/render/testing/planned.ts';
import { findSystemProgram } from '../../src/router/machine/run-program.ts';

const all: readonly (readonly [string, Example])[] = [...Object.entries(EXAMPLES), ...PLANNED];
const PROGRAMS = ['hostapd', 'hostapd_cli', 'wpa_supplicant', 'wpa_cli', 'dnsmasq', 'nft', 'unshare', 'ip'];
const missing = PROGRAMS.filter((name) => findSystemProgram(name) === undefined);
const why =
  missing.length > 0 ? `not installed: ${missing.join(', ')}` : process.getuid?.() === 0 ? undefined : 'needs root';
const UNIT_OF_AP = '../../src/package/root/usr/lib/systemd/system/hikyaku-ap.service';
const program = (name: string): string => findSystemProgram(name) ?? name;

/** Writes the rendered file into a folder of its own; absent where the box has none. `/run/hikyaku` in it becomes that folder. */
function written({ box, machine }: Example, name: string, change = (text: string) => text) {
  const rendered = render(box, machine);
  if ('problem' in rendered) throw new Error(rendered.problem);
  const file = rendered.files.find(({ path }) => basename(path) === name);
  if (file === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'hikyaku-box-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, name);
  writeFileSync(path, change(file.text.replaceAll('/run/hikyaku', folder)));
  return { path, folder };
}

const wantsPrograms = (context: TestContext): void => {
  if (why !== undefined) context.skip(why);
};
const said = (argv: readonly string[]): { readonly status: number | null; readonly text: string } => {
  const [command = '', ...args] = argv;
  const { status, stdout, stderr } = spawnSync(program(command), args, { encoding: 'utf8' });
  return { status, text: `${stdout}${stderr}`.trim() };
};

/** Runs in a network of its own (by `exec` alone, so that a signal is the program's) with an interface of that name, until the line is said; or until its end. */
async function runs(name: string, argv: readonly string[], line: string): Promise<string> {
  const make = `ip link add ${name} type veth peer name other; exec "$@"`;
  const child: ChildProcess = spawn('unshare', ['--net', 'sh', '-c', make, 'sh', ...argv], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin:/sbin` },
  });
  onTestFinished(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const closed = once(child, 'close');
    child.kill();
    await closed;
  });
  let text = '';
  return new Promise((resolve) => {
    const take = (data: Buffer): void => {
      text += data.toString('utf8');
      if (text.includes(line)) resolve(text);
    };
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
    child.once('close', () => resolve(text));
  });
}

it('knows the boxes that setup makes, and none of them lacks what its plan named', () => {
  expect(PLANNED.length).toBeGreaterThan(20);
  for (const [, { box, machine }] of PLANNED) expect(render(box, machine)).toMatchObject({ absent: [] });
});

describe('hostapd', () => {
  /** There is no radio here: with this driver it goes as far as to wait for the law of the country. */
  const withoutRadio = (text: string): string => text.replace('driver=nl80211', 'driver=none');
  const READ = 'UNINITIALIZED->COUNTRY_UPDATE';
  const withOne = all.filter(([, { box, machine }]) => box.settings.accessPoint && machine.radios.length > 0);

  it.for(withOne)('takes the access point of %s, with its name as it is', async ([, example], context) => {
    wantsPrograms(context);
    const file = written(example, 'hostapd.conf', withoutRadio);
    if (file === undefined) throw new Error('an access point was expected');
    expect(await runs('ap0', ['hostapd', file.path], READ)).toContain(READ);
    const config = said(['hostapd_cli', '-p', `${file.folder}/hostapd`, '-i', 'ap0', 'get_config']).text;
    expect(unescaped(/^ssid=(.*)$/m.exec(config)?.[1] ?? '')).toBe(example.box.config.wifi?.ssid);
    if (example.box.password === undefined) expect(config).not.toContain('wpa=2');
    else expect(config).toContain('key_mgmt=WPA-PSK\n');
  });

  it('is told by its unit not to write down who comes and goes', async (context) => {
    wantsPrograms(context);
    const [, example] = withOne[0] ?? [];
    const file = example && written(example, 'hostapd.conf', withoutRadio);
    if (file === undefined) throw new Error('an access point was expected');
    await runs('ap0', ['hostapd', file.path], READ);
    const unit = readFileSync(new URL(UNIT_OF_AP, import.meta.url), 'utf8').replaceAll('/run/hikyaku', file.folder);
    const words = /^ExecStartPost=-(.*)$/m.exec(unit)?.[1]?.split(' ') ?? [];
    const level = () => said(['hostapd_cli', '-p', `${file.folder}/hostapd`, '-i', 'ap0', 'log_level']).text;
    expect(level()).toContain('Current level: INFO');
    expect(said(words)).toMatchObject({ status: 0 });
    expect(level()).toContain('Current level: WARNING');
  });

  it('says what is wrong with a broken file', async (context) => {
    wantsPrograms(context);
    const [, example] = withOne[0] ?? [];
    const file =
      example && written(example, 'hostapd.conf', (text) => withoutRadio(text).replace('channel=', 'chanel='));
    expect(await runs('ap0', ['hostapd', file?.path ?? ''], READ)).toContain("unknown configuration item 'chanel'");
  });
});

describe('wpa_supplicant', () => {
  const READ = 'Associated with';
  const withOne = all.filter(
    ([, { box, machine }]) => box.settings.meshPoint && machine.hasBatman && machine.radios.length > 0,
  );

  it.for(withOne)('takes the mesh point of %s', async ([, example], context) => {
    wantsPrograms(context);
    const file = written(example, 'mesh.conf');
    if (file === undefined) throw new Error('a mesh point was expected');
    const words = ['wpa_supplicant', '-D', 'wired', '-i', 'mesh0', '-c', file.path];
    expect(await runs('mesh0', words, READ)).toContain(READ);
    const read = (name: string) =>
      said(['wpa_cli', '-p', `${file.folder}/wpa`, '-i', 'mesh0', 'get_network', '0', name]).text;
    const locked = example.box.meshKey !== undefined;
    expect(['mode', 'ssid', 'key_mgmt', 'beacon_int', 'disable_ht40', 'mesh_fwding'].map(read)).toEqual([
      '5',
      locked ? '"hikyaku-key"' : '"hikyaku"',
      locked ? 'SAE' : 'NONE',
      '100',
      '1',
      '0',
    ]);
  });

  it('says what is wrong with a broken file', async (context) => {
    wantsPrograms(context);
    const [, example] = withOne[0] ?? [];
    const file = example && written(example, 'mesh.conf', (text) => text.replace('mode=', 'modus='));
    const words = ['wpa_supplicant', '-D', 'wired', '-i', 'mesh0', '-c', file?.path ?? ''];
    expect(await runs('mesh0', words, READ)).toContain("unknown network field 'modus'");
  });
});

describe('dnsmasq and nft', () => {
  const check = {
    'dnsmasq.conf': (path: string) => said(['dnsmasq', '--test', `--conf-file=${path}`]),
    'rules.nft': (path: string) => said(['unshare', '--net', program('nft'), '-c', '-f', path]),
  } as const;

  it.for(all)('take the names and the rules of %s', ([, example], context) => {
    wantsPrograms(context);
    for (const [name, checked] of Object.entries(check)) {
      const file = written(example, name);
      expect([name, checked(file?.path ?? '')]).toMatchObject([name, { status: 0 }]);
    }
  });

  it('say what is wrong with a broken file', (context) => {
    wantsPrograms(context);
    const [, example] = all[0] ?? [];
    if (example === undefined) throw new Error('an example was expected');
    for (const [name, checked] of Object.entries(check)) {
      const file = written(example, name, (text) => `${text}\ninterfaze=lan0\n`);
      expect([name, checked(file?.path ?? '')]).toMatchObject([name, { status: 1 }]);
    }
  });
});

/** hostapd prints a name as the letters of C: \\xe9, \\", \\\\. */
function unescaped(text: string): string {
  const bytes = text.replaceAll(/\\(?:x([\da-f]{2})|(.))/g, (_, hex?: string, sign?: string) =>
    hex === undefined
      ? ({ n: '\n', r: '\r', t: '\t', e: '\u001b' }[sign ?? ''] ?? sign ?? '')
      : String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
