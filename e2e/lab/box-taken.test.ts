/**
 * A machine whose cables belong to systemd-networkd, all of them: a box takes them, is not disturbed, and gives them back to it.
 *
 *      phone --- eth1 [ machine ] eth2 --- office, which gives addresses
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { isInstalled, labSkip } from './requirements.ts';
import { install, machineWith, pack } from './systemd/box.ts';
import type { Machine } from './systemd/machine.ts';

const NEEDED = ['dpkg-deb', 'dpkg', 'systemd-run', 'setpriv', 'dnsmasq', 'networkctl'];
const names = NEEDED.filter((name) => !isInstalled(name));
const missing = labSkip() ?? (names.length > 0 ? `not installed: ${names.join(', ')}` : undefined);
beforeEach(({ skip }) => skip(missing !== undefined, missing));

const OFFICE = `set -e
for end in eth1:phone eth2:office; do
  ip netns add "\${end#*:}"
  ip link add "\${end%:*}" type veth peer name far netns "\${end#*:}"
  ip -n "\${end#*:}" link set far up
done
ip -n office address add 203.0.113.1/24 dev far
systemd-run --quiet --unit=lab-office ip netns exec office dnsmasq --keep-in-foreground --conf-file=/dev/null \
  --no-resolv --no-hosts --port=0 --interface=far --bind-interfaces --dhcp-authoritative \
  --dhcp-range=203.0.113.50,203.0.113.60,1h --dhcp-leasefile=/run/lab-leases
printf '[Match]\\nType=ether\\n[Network]\\nDHCP=ipv4\\nLinkLocalAddressing=no\\n' > /etc/systemd/network/all.network
systemctl start systemd-networkd`;

let machine: Machine;
let folder: string;

beforeAll(async () => {
  if (missing !== undefined) return;
  folder = mkdtempSync(join(tmpdir(), 'hikyaku-box-taken-'));
  machine = await machineWith(pack(folder));
  await machine.output(OFFICE);
  await install(machine);
});
afterAll(async () => {
  await machine?.close();
  if (folder !== undefined) rmSync(folder, { recursive: true });
});

/** An address with an end is one that somebody sees to. */
const LEASED = /inet 203\.0\.113\.\d+\/24 .*\bdynamic\b/;
const ofOffice = (): Promise<string> => machine.output('ip -4 address show dev eth2');
const setupOfOffice = async (): Promise<string> => (await machine.run('networkctl status eth2')).stdout;

it('is no box while networkd has an address of the office', async () => {
  await expect.poll(ofOffice).toMatch(LEASED);
});

it('is one, although networkd takes every cable that appears', async () => {
  const { status, stderr } = await machine.run('hikyaku setup --yes --name Hut --take eth1,eth2 --lan-cables eth1');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(await ofOffice()).not.toContain('inet');
  expect(await setupOfOffice()).toContain('(unmanaged)');
});

it('gives them back: the address of the office is looked after again', async () => {
  await machine.output('hikyaku undo');
  await expect.poll(setupOfOffice).toContain('(configured)');
  await expect.poll(ofOffice).toMatch(LEASED);
  expect(await machine.output('find /run/NetworkManager /run/systemd/network 2>/dev/null || true')).toBe('');
});
