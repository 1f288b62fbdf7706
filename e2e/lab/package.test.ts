/** The package for Debian on a machine under the real systemd: installed, run, hit, upgraded, removed, purged. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isInstalled, labSkip } from './requirements.ts';
import { install, machineWith, makeLan, pack, property, writeSettings } from './systemd/box.ts';
import type { Machine } from './systemd/machine.ts';

const NEEDED = ['dpkg-deb', 'dpkg', 'systemd-analyze', 'systemd-notify', 'setpriv'];

const missing = labSkip() ?? notInstalled();
function notInstalled(): string | undefined {
  const names = NEEDED.filter((name) => !isInstalled(name));
  return names.length > 0 ? `not installed: ${names.join(', ')}` : undefined;
}
beforeEach(({ skip }) => skip(missing !== undefined, missing));

let folder: string;
let archive: string;

beforeAll(() => {
  if (missing !== undefined) return;
  folder = mkdtempSync(join(tmpdir(), 'hikyaku-package-test-'));
  archive = pack(folder);
  execFileSync('dpkg-deb', ['-x', archive, join(folder, 'unpacked')]);
});
afterAll(() => {
  if (folder !== undefined) rmSync(folder, { recursive: true });
});

const UNITS = 'usr/lib/systemd/system';
const unitsOf = (suffix: string): readonly string[] =>
  readdirSync(join(folder, 'unpacked', UNITS)).filter((name) => name.endsWith(suffix));

describe('the package', () => {
  it('holds what is listed here, of root, and no more', () => {
    const lines = execFileSync('dpkg-deb', ['-c', archive], { encoding: 'utf8' }).trim().split('\n');
    const entries = lines.map((line) => {
      const [rights = '', owner = '', , , , path = ''] = line.split(/\s+/);
      return `${rights} ${owner} ${path}`;
    });
    expect(entries.filter((entry) => !/\/hikyaku\/app\/./.test(entry))).toMatchSnapshot();
    expect(entries.filter((entry) => /\/hikyaku\/app\/index\.html/.test(entry))).toHaveLength(3);
  });

  it('says what it is and what it needs', () => {
    const control = execFileSync('dpkg-deb', ['-f', archive], { encoding: 'utf8' });
    expect(control.replace(/^(Version|Installed-Size): .+$/gm, '$1: …')).toMatchSnapshot();
  });

  it('is the same, byte by byte, when the same is packed again', () => {
    const again = pack(join(folder, 'again'));
    expect(execFileSync('cmp', [archive, again], { encoding: 'utf8' })).toBe('');
  });
});

/** Lower is better, 0 to 10, in tenths: what `systemd-analyze security` says today. Nothing may get worse unseen. */
const EXPOSED_AT_MOST: Readonly<Record<string, number>> = {
  'hikyaku-router.service': 18,
  'hikyaku-ap.service': 29,
  'hikyaku-mesh.service': 29,
  'hikyaku-names.service': 31,
  'hikyaku-links.service': 30,
  'hikyaku-watch.service': 30,
};

describe('its units', () => {
  it('are all bounded here', () => {
    expect([...unitsOf('.service')].sort()).toEqual(Object.keys(EXPOSED_AT_MOST).sort());
  });

  it.each(Object.entries(EXPOSED_AT_MOST))('%s has no more rights than before', (unit, tenths) => {
    const path = join(folder, 'unpacked', UNITS, unit);
    const words = ['security', '--offline=yes', '--no-pager', `--threshold=${tenths}`, path];
    expect(() => execFileSync('systemd-analyze', words, { encoding: 'utf8' })).not.toThrow();
    const tighter = ['security', '--offline=yes', '--no-pager', `--threshold=${tenths - 2}`, path];
    expect(() => execFileSync('systemd-analyze', tighter, { stdio: 'ignore' })).toThrow();
  });
});

const LOG = 'journalctl --namespace=hikyaku --no-pager -o cat -u hikyaku-router';
const ASK = `fetch("http://127.0.0.1:8080/status.json").then(async (answer) => console.log(await answer.text()))`;

describe('on a machine', () => {
  let machine: Machine;
  let before: Readonly<Record<string, string>>;
  let services: string;

  const running = 'systemctl list-units --plain --no-legend --no-pager --all --type=service,target,timer';
  const shown = (name: string): Promise<string> => property(machine, name);
  const status = async () => JSON.parse(await machine.output(`node -e '${ASK}'`));
  const children = async (): Promise<readonly string[]> =>
    (
      await machine.output(
        'systemctl show --value -p ControlGroup hikyaku-router | xargs -I{} cat /sys/fs/cgroup{}/cgroup.procs',
      )
    )
      .trim()
      .split('\n');

  beforeAll(async () => {
    if (missing !== undefined) return;
    machine = await machineWith(archive);
    before = await machine.changes();
    services = await machine.output(running);
  });
  afterAll(() => machine?.close());

  it('starts and changes nothing, and says what comes next', async () => {
    const said = (await install(machine)).trim().split('\n');
    expect(said.at(-1)).toBe(
      'hikyaku: nothing runs yet, and nothing was changed. "sudo hikyaku setup" makes this machine a router.',
    );
    expect(await machine.output(running)).toBe(services);
    expect((await machine.run('systemctl is-enabled hikyaku.target')).stdout.trim()).toBe('disabled');
    expect(await machine.output('id hikyaku')).toContain('(hikyaku)');
    const changed = Object.keys(await machine.changes()).filter((path) => !(path in before));
    const own = /^\/usr\/(?:bin|lib|share)(?:\/.+)?\/hikyaku|^\/usr\/lib\/systemd\/.*hikyaku/;
    expect(changed.filter((path) => !own.test(path)).sort()).toEqual([
      '/etc/group',
      '/etc/gshadow',
      '/etc/passwd',
      '/etc/shadow',
    ]);
  });

  it('has units in which systemd finds no fault', async () => {
    const names = [...unitsOf('.service'), ...unitsOf('.target'), ...unitsOf('.timer')].join(' ');
    const { status: code, stderr, stdout } = await machine.run(`systemd-analyze verify --man=no ${names}`);
    expect({ code, said: stdout + stderr }).toEqual({ code: 0, said: '' });
  });

  it('runs no router as root, which would take its files away from its user', async () => {
    for (const words of ['', '--name Hut', '--port 9000']) {
      const { status: code, stderr } = await machine.run(`hikyaku ${words}`);
      expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('"hikyaku setup" makes') });
    }
    for (const words of ['--help', '--version', 'setup --help'])
      expect((await machine.run(`hikyaku ${words}`)).status).toBe(0);
    expect(await machine.output('ls -A /var/lib/hikyaku 2>/dev/null || true')).toBe('');
  });

  it('runs nothing while it is not set up', async () => {
    await machine.output('systemctl start hikyaku.target');
    expect(await shown('ActiveState')).toBe('inactive');
    await machine.output('systemctl stop hikyaku.target');
  });

  it('runs the router as a user without any right, with a log in memory, and knows when it serves', async () => {
    await makeLan(machine);
    await writeSettings(machine);
    await machine.output('systemctl start hikyaku-router');
    expect(await shown('StatusText')).toContain('listening on http://192.168.42.1:8080');
    expect((await status()).router.name).toBe('Hut 1');
    const pid = await shown('MainPID');
    const told = await machine.output(`cat /proc/${pid}/status; stat -c %U:%G /proc/${pid} /var/lib/hikyaku`);
    expect(told).toMatch(/^CapEff:\s+0+$/m);
    expect(told).toMatch(/^CapBnd:\s+0+$/m);
    expect(told).toMatch(/^NoNewPrivs:\s+1$/m);
    expect(told.match(/^hikyaku:hikyaku$/gm)).toHaveLength(2);
    expect(await machine.output(LOG)).toContain('router "Hut 1"');
    expect(await machine.output('ls /run/log/journal')).toContain('.hikyaku');
  });

  it('runs coturn as its child', async () => {
    await expect.poll(async () => (await status()).turn.state).toBe('running');
    const names = await machine.output(`cat ${(await children()).map((pid) => `/proc/${pid}/comm`).join(' ')}`);
    expect(names).toMatch(/^turnserver$/m);
  });

  it.each([
    ['is killed', 'KILL'],
    ['hangs', 'STOP'],
  ])('starts the router again when it %s, and its coturn with it', async (_, signal) => {
    // As in the unit, only sooner.
    await machine.output(`mkdir -p /run/systemd/system/hikyaku-router.service.d
      printf '[Service]\\nWatchdogSec=3\\n' > /run/systemd/system/hikyaku-router.service.d/lab.conf
      systemctl daemon-reload && systemctl restart hikyaku-router`);
    await expect.poll(async () => (await status()).turn.state).toBe('running');
    const [pid, all] = [await shown('MainPID'), await children()];
    await machine.output(`kill -${signal} ${pid}`);
    await expect.poll(() => shown('MainPID'), { interval: 100 }).not.toMatch(new RegExp(`^(?:0|${pid})$`));
    await expect.poll(() => shown('ActiveState')).toBe('active');
    await expect.poll(async () => (await status()).turn.state).toBe('running');
    const now = await children();
    expect(now.filter((one) => all.includes(one))).toEqual([]);
    expect(await shown('NRestarts')).toBe('1');
  });

  it('does not try wrong settings again, and says what is wrong', async () => {
    await machine.output('systemctl stop hikyaku-router; echo HIKYAKU_PORT=many >> /etc/hikyaku/hikyaku.conf');
    expect((await machine.run('systemctl start hikyaku-router')).status).not.toBe(0);
    expect(await shown('ActiveState')).toBe('failed');
    expect(await machine.output(LOG)).toContain('HIKYAKU_PORT "many": expected');
    await machine.output(`sed -i /many/d /etc/hikyaku/hikyaku.conf; systemctl start hikyaku-router`);
  });

  it('is back after the power was gone, where it is enabled', async () => {
    // Without links, which want radios: they belong to the tests of the box.
    await machine.output('ln -s /dev/null /etc/systemd/system/hikyaku-links.service');
    await machine.output('systemctl --quiet enable hikyaku.target');
    const { router } = await status();
    await machine.powerOff();
    await machine.powerOn();
    await makeLan(machine);
    expect(await shown('ActiveState')).toBe('active');
    expect((await status()).router.id).toBe(router.id);
    await machine.output('rm /etc/systemd/system/hikyaku-links.service; systemctl daemon-reload');
  });

  it('restarts the router when it is upgraded', async () => {
    const pid = await shown('MainPID');
    expect(await install(machine)).not.toContain('setup');
    expect(await shown('ActiveState')).toBe('active');
    expect(await shown('MainPID')).not.toBe(pid);
  });

  it('is upgraded also where the router does not start, which is said', async () => {
    await machine.output('echo HIKYAKU_PORT=many >> /etc/hikyaku/hikyaku.conf');
    expect(await install(machine)).toContain('"sudo hikyaku doctor" says why');
    expect(await machine.output('dpkg --status hikyaku')).toContain('Status: install ok installed');
    await machine.output('sed -i /many/d /etc/hikyaku/hikyaku.conf; systemctl start hikyaku-router');
  });

  it('stops when it is removed; settings and state stay', async () => {
    await machine.output('dpkg -r hikyaku 2>&1');
    expect(await machine.output(`${running} --state=active 'hikyaku*'`)).toBe('');
    expect(await machine.output('ps -u hikyaku -o pid= || true')).toBe('');
    expect(await machine.output('ls /etc/hikyaku /var/lib/hikyaku /run/log/journal')).toMatch(
      /hikyaku\.conf[\s\S]+router/,
    );
    expect((await machine.run('systemctl list-unit-files --no-legend "hikyaku*"')).stdout).toBe('');
    expect(await machine.output('ls -A /run /run/log/journal | grep hikyaku || true')).toBe('');
  });

  it('leaves a machine as it was when it is purged', async () => {
    // What undo cannot take back where systemd does not run: in a chroot, say.
    await machine.output(`mkdir -p /etc/systemd/system/coturn.service.d /etc/systemd/system/multi-user.target.wants
      echo > /etc/systemd/system/coturn.service.d/hikyaku.conf
      ln -s /usr/lib/systemd/system/hikyaku.target /etc/systemd/system/multi-user.target.wants/hikyaku.target`);
    await machine.output('dpkg -P hikyaku 2>&1');
    expect(await machine.changes()).toEqual(before);
    expect(await machine.output(running)).toBe(services);
    expect((await machine.run('id hikyaku')).status).not.toBe(0);
  });
});
