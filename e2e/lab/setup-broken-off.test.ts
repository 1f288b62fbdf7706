/**
 * `hikyaku setup` on a machine under the real systemd, with two cables and another one that is its way out: said no to, broken
 * off, without power at several moments, mended, taken back.
 *
 *      phone --- eth1 [ machine ] eth2 --- other
 *                         eth0 --- out
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isInstalled, labSkip } from './requirements.ts';
import { install, machineWith, pack, property } from './systemd/box.ts';
import type { Machine, Said } from './systemd/machine.ts';

const NEEDED = ['dpkg-deb', 'dpkg', 'systemd-run', 'setpriv', 'dnsmasq', 'turnserver'];
const names = NEEDED.filter((name) => !isInstalled(name));
const missing = labSkip() ?? (names.length > 0 ? `not installed: ${names.join(', ')}` : undefined);
beforeEach(({ skip }) => skip(missing !== undefined, missing));

const CABLES = `set -e
for end in eth0:out eth1:phone eth2:other; do
  ip netns add "\${end#*:}"
  ip link add "\${end%:*}" type veth peer name far netns "\${end#*:}"
  ip -n "\${end#*:}" link set far up
done
ip address add 203.0.113.5/24 dev eth0
ip link set eth0 up
ip route add default via 203.0.113.1`;

/** All that a box could leave behind, but for what is in files. */
const SHAPE = `ip -o link | awk '{ print $2 }' | sort
ip -o link show up | awk '{ print "up", $2 }' | sort
ip -brief -4 address | awk '{ print $1, $3 }' | sort
ip -4 route | sed 's/ linkdown//'
nft list ruleset
cat /proc/sys/net/ipv4/ip_forward
systemctl list-units --plain --no-legend --no-pager --all --type=service,target,timer |
  awk '$1 !~ /journald|network-pre|coturn/ { print $1, $3, $4 }'
ls -A /run | grep hikyaku || true
find /run/NetworkManager /run/systemd/network 2>/dev/null || true`;

const SETTINGS = '/etc/hikyaku/hikyaku.conf';
const TRIAL = '/run/hikyaku-trial.conf';

let folder: string;
let machine: Machine;
let before: { readonly shape: string; readonly files: Readonly<Record<string, string>> };

const shape = (): Promise<string> => machine.output(SHAPE);
/** Private folders of services have another name after each start. */
const filesNow = async (): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries(Object.entries(await machine.changes()).filter(([path]) => !path.includes('/systemd-private-')));
const setup = (words = ''): Promise<Said> => machine.run(`hikyaku setup --yes --name Hut ${words}`);
const isThere = async (path: string): Promise<boolean> => (await machine.run(`test -e ${path}`)).status === 0;
/** What the phone gets for the page, over its own cable. */
const onPhone = (command: string): Promise<Said> =>
  machine.run(`ip -n phone address replace 192.168.42.50/24 dev far; ip netns exec phone ${command}`);
const page = async (): Promise<string> => {
  const ask = `fetch('http://192.168.42.1/').then((answer) => console.log(answer.status), () => console.log('none'))`;
  return (await onPhone(`node -e "${ask}"`)).stdout.trim();
};

async function expectNoBox(): Promise<void> {
  expect(await shape()).toBe(before.shape);
  const files = await filesNow();
  // Who the router is stays, for the next setup.
  const own = Object.keys(files).filter((path) => !/^\/var\/lib\/hikyaku/.test(path));
  expect(own).toEqual(Object.keys(before.files));
  await expect.poll(async () => (await machine.run('systemctl is-active coturn')).stdout.trim()).toBe('active');
  expect((await machine.run('systemctl is-enabled hikyaku.target')).stdout.trim()).toBe('disabled');
  expect((await machine.run('hikyaku doctor')).stdout.split('\n')[0]).toBe('this machine is not set up: hikyaku setup');
}

/** Setup, until there is something to interrupt. */
async function onTrial(): Promise<void> {
  await machine.output(
    `systemd-run --quiet --unit=lab-setup --collect --property=SuccessExitStatus=1 hikyaku setup --yes`,
  );
  await expect.poll(() => isThere(TRIAL), { interval: 50 }).toBe(true);
}
const ended = (): Promise<void> =>
  expect.poll(async () => (await machine.run('systemctl is-active lab-setup')).stdout.trim()).toBe('inactive');

describe('hikyaku setup', () => {
  beforeAll(async () => {
    if (missing !== undefined) return;
    folder = mkdtempSync(join(tmpdir(), 'hikyaku-setup-test-'));
    machine = await machineWith(pack(folder));
    await machine.output(`${CABLES}\nsystemctl --quiet enable --now coturn`);
    await install(machine);
    before = { shape: await shape(), files: await filesNow() };
  });
  afterAll(async () => {
    await machine?.close();
    if (folder !== undefined) rmSync(folder, { recursive: true });
  });

  it('says what it would do, and asks nobody who is not there', async () => {
    const { status, stdout } = await machine.run('hikyaku setup --print --name Hut');
    expect({ status, stdout }).toMatchObject({ status: 0, stdout: expect.stringContaining('by cable at eth2') });
    expect(stdout).toContain('eth0: the way to the Internet, or to you, leads over it (--take eth0 takes it).');
    expect(stdout).toContain('coturn.service: stopped while this machine is a box');
    const asked = await machine.run('hikyaku setup');
    expect(asked).toMatchObject({ status: 2, stderr: expect.stringContaining('hikyaku setup --yes') });
    const impossible = await machine.run('hikyaku setup --yes --leave eth1,eth2');
    expect(impossible).toMatchObject({ status: 1, stderr: expect.stringContaining('cannot be a box yet') });
    await expectNoBox();
  });

  it('takes back what does not work, when it is told to end', async () => {
    await machine.output('systemctl --quiet mask --runtime hikyaku-names.service');
    await onTrial();
    await machine.output('systemctl kill --signal=INT lab-setup');
    await ended();
    await machine.output('systemctl --quiet unmask --runtime hikyaku-names.service');
    await expectNoBox();
    const { stdout } = await machine.run('journalctl --no-pager -o cat -u lab-setup');
    expect(stdout).toContain('it was interrupted');
  });

  it('is taken back by a timer, where it was killed', async () => {
    await machine.output('systemctl --quiet mask --runtime hikyaku-names.service');
    await onTrial();
    await machine.output('systemctl kill --signal=KILL lab-setup');
    await expect.poll(() => machine.output('systemctl list-timers --no-legend')).toContain('hikyaku-trial-end.timer');
    expect(await setup()).toMatchObject({ status: 2, stderr: expect.stringContaining('another setup is at work') });
    // Its time has come.
    await machine.output(
      'systemctl --quiet unmask --runtime hikyaku-names.service; systemctl start --wait hikyaku-trial-end',
    );
    await expectNoBox();
  });

  it('leaves nothing where the power goes while it works', async () => {
    await onTrial();
    await machine.powerOff();
    await machine.powerOn();
    await machine.output(CABLES);
    await expectNoBox();
  });

  it('makes a box: a phone at its cable opens the page', async () => {
    const { status, stdout, stderr } = await setup();
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('It works: a client by cable got its address, the name and the page.');
    expect(await page()).toBe('200');
    expect(await machine.output(`stat -c '%a %U:%G' ${SETTINGS}`)).toBe('640 root:hikyaku\n');
    expect(await isThere(TRIAL)).toBe(false);
    expect((await machine.run('systemctl is-active hikyaku-trial-end.timer coturn')).stdout).toBe(
      'inactive\ninactive\n',
    );
    const { status: healthy, stdout: said } = await machine.run('hikyaku doctor');
    expect({ healthy, said }).toMatchObject({ healthy: 0, said: expect.stringContaining('All is well.') });
  });

  it('says what changes, and that nothing does', async () => {
    expect((await setup()).stdout).toContain('Nothing changes.');
    const { status, stdout } = await setup(`--mesh-key 'long enough'`);
    expect({ status, stdout }).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('HIKYAKU_MESH_KEY: nothing -> a secret'),
    });
    expect(await page()).toBe('200');
  });

  it('keeps the settings before where new ones do not work', async () => {
    const settings = await machine.output(`cat ${SETTINGS}`);
    await machine.output('systemctl --quiet mask --runtime hikyaku-names.service');
    await machine.output(
      'systemd-run --quiet --unit=lab-setup --collect --property=SuccessExitStatus=1 hikyaku setup --yes --name Other',
    );
    await expect.poll(() => isThere(TRIAL), { interval: 50 }).toBe(true);
    await machine.output('systemctl --quiet unmask --runtime hikyaku-names.service');
    await machine.output('systemctl kill --signal=INT lab-setup');
    await ended();
    expect(await machine.output(`cat ${SETTINGS}`)).toBe(settings);
    await expect.poll(page).toBe('200');
    expect(await property(machine, 'StatusText')).toContain('listening');
    expect(await machine.output(`curl -s http://192.168.42.1:8080/status.json || true`)).not.toContain('Other');
  });

  it('is mended by its watch when a link was switched off, and the doctor sees it meanwhile', async () => {
    await machine.output('ip link set lan0 down');
    const { status, stdout } = await machine.run('hikyaku doctor');
    // Unless the watch was faster.
    if (status !== 0) expect(stdout).toContain('lan0 is switched off: systemctl restart hikyaku.target');
    await expect.poll(page, { timeout: 60_000 }).toBe('200');
    await expect
      .poll(() => machine.output('journalctl --namespace=hikyaku --no-pager -o cat -u hikyaku-watch'))
      .toContain('lan0 was switched off: put back');
  });

  it('is back after the power was gone, and keeps coturn of others from its port', async () => {
    await machine.powerOff();
    await machine.powerOn();
    await machine.output(`${CABLES}\nhikyaku links up`);
    await expect.poll(page).toBe('200');
    expect((await machine.run('systemctl is-active coturn')).stdout.trim()).toBe('inactive');
  });

  it('says the line that is wrong', async () => {
    await machine.output(`sed -i 's/^HIKYAKU_LAN_ADDRESS=.*/HIKYAKU_LAN_ADDRESS=8.8.8.8/' ${SETTINGS}`);
    const { status, stdout } = await machine.run('hikyaku doctor');
    expect({ status, stdout }).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(/hikyaku\.conf: line \d+: HIKYAKU_LAN_ADDRESS "8\.8\.8\.8": expected/),
    });
  });

  it('is undone, also with settings that nobody can read', async () => {
    const { status, stdout, stderr } = await machine.run('hikyaku undo');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('kept in /var/lib/hikyaku');
    await expectNoBox();
    expect(await machine.run('hikyaku undo --all')).toMatchObject({ status: 2 });
    expect(await machine.run('hikyaku undo --all --yes')).toMatchObject({ status: 0 });
    expect(await filesNow()).toEqual(before.files);
  });
});
