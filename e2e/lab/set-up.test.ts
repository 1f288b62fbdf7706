/**
 * A box of cables on a machine under the real systemd: the package, `hikyaku setup`, the units with the rights that they have, and back.
 * Boxes with radios are tried in `e2e/radio`.
 *
 *      phone --- eth1  the machine  eth2 --- another box (nobody there)
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { needsTheLab } from './setting.ts';
import { install, machineWith, pack, property } from './systemd/box.ts';
import type { Machine } from './systemd/machine.ts';

const CABLES = `set -e
ip netns add phone
ip netns add other
ip link add eth1 address 02:00:00:00:00:01 type veth peer name eth0 netns phone
ip link add eth2 address 02:00:00:00:00:02 type veth peer name eth0 netns other
ip -n phone link set lo up
ip -n phone link set eth0 up
ip -n other link set eth0 up
ip link set eth1 up
ip link set eth2 up`;
const SETUP = 'hikyaku setup --yes --name "Hut 1" < /dev/null';
/** What of networks is decided, not what happens to be: counters, keys and addresses that the kernel makes up. */
const NETWORKS = `ip -json link | sed -E 's/"ifindex":[0-9]+,//g'; ip -4 -json addr show up; ip -4 route; nft list ruleset
sysctl -a 2>/dev/null | grep '^net[.]' | grep -vE 'tcp_fastopen_key|nf_conntrack_count|netfilter[.]nf_conntrack_(max|buckets)' | sort`;
const LEASE = `ip netns exec phone udhcpc -i eth0 -n -q -f -t 20 -T 1 -s /bin/true 2>&1`;

const lab = needsTheLab();
let machine: Machine;
let folder: string;
let networks: string;
let disk: Readonly<Record<string, string>>;

beforeAll(async () => {
  if (!lab.runs) return;
  folder = mkdtempSync(join(tmpdir(), 'hikyaku-set-up-'));
  machine = await machineWith(pack(folder));
  disk = await machine.changes();
  await machine.output(CABLES);
  const plugged = async () =>
    expect(await machine.output('ip -br link show up')).toMatch(/eth1\S* +UP[\s\S]*eth2\S* +UP/);
  await vi.waitFor(plugged, { timeout: 30_000 });
  networks = await machine.output(NETWORKS);
  await install(machine);
});
afterAll(async () => {
  await machine?.close();
  if (folder !== undefined) rmSync(folder, { recursive: true });
});

const active = async (unit: string): Promise<string> => property(machine, 'ActiveState', unit);

it('is set up by one command, which has seen it work', async () => {
  expect(await machine.output(SETUP)).toContain('It works');
  for (const unit of ['hikyaku-links', 'hikyaku-names', 'hikyaku-router', 'hikyaku-watch.timer'])
    expect([unit, await active(unit)]).toEqual([unit, 'active']);
  for (const unit of ['hikyaku-ap', 'hikyaku-mesh']) expect([unit, await active(unit)]).toEqual([unit, 'inactive']);
});

it('gives a phone an address', async () => {
  expect(await machine.output(LEASE)).toMatch(/lease of 192\.168\.42\.\d+ obtained/);
});

it('is mended by the watch, with the rights of its unit', async () => {
  await machine.output('ip link del lan0');
  await machine.output('systemctl start hikyaku-watch.service');
  expect(await machine.output('ip -br addr show lan0')).toContain('192.168.42.1/24');
  await expect.poll(() => machine.output(LEASE)).toMatch(/lease of 192\.168\.42\.\d+ obtained/);
});

it('is there again after the power was gone', async () => {
  await machine.powerOff();
  await machine.powerOn();
  await machine.output(CABLES);
  await machine.output('systemctl restart hikyaku.target');
  expect(await active('hikyaku-router')).toBe('active');
  expect(await machine.output(LEASE)).toMatch(/lease of 192\.168\.42\.\d+ obtained/);
});

it('is gone without a trace when the package is', async () => {
  await machine.output('dpkg -P hikyaku 2>&1');
  expect(await machine.output(NETWORKS)).toBe(networks);
  expect(await machine.changes()).toEqual(disk);
});
