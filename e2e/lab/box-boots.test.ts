/**
 * How a box of cables comes up and goes under the real systemd: beside what wants the network before the machine is initialized,
 * after links that failed at first, and while its watch is at work.
 *
 *      phone --- eth1 [ box ] eth2 --- other
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { needsTheLab } from './setting.ts';
import { install, machineWith, pack, property } from './systemd/box.ts';
import type { Machine } from './systemd/machine.ts';

const CABLES = `set -e
for end in eth1:phone eth2:other; do
  ip netns add "\${end#*:}"
  ip link add "\${end%:*}" type veth peer name far netns "\${end#*:}"
  ip -n "\${end#*:}" link set far up
done`;

/** The order of Debian's ifupdown (0.8.41) and of cloud-init (23.4), as their units state it. */
const EARLY_NETWORK = `set -e
cat > /etc/systemd/system/networking.service <<'END'
[Unit]
DefaultDependencies=no
Wants=network.target
After=local-fs.target network-pre.target systemd-sysctl.service systemd-modules-load.service
Before=network.target shutdown.target network-online.target
Conflicts=shutdown.target
[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=/bin/true
[Install]
WantedBy=multi-user.target
END
cat > /etc/systemd/system/cloud-init.service <<'END'
[Unit]
DefaultDependencies=no
After=networking.service
Before=network-online.target sysinit.target shutdown.target
Conflicts=shutdown.target
[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=/bin/true
[Install]
WantedBy=multi-user.target
END
systemctl --quiet enable networking.service cloud-init.service`;

const lab = needsTheLab();
let machine: Machine;
let folder: string;

beforeAll(async () => {
  if (!lab.runs) return;
  folder = mkdtempSync(join(tmpdir(), 'hikyaku-box-boots-'));
  machine = await machineWith(pack(folder));
  await machine.output(CABLES);
  await install(machine);
  await machine.output('hikyaku setup --yes --name Hut');
});
afterAll(async () => {
  await machine?.close();
  if (folder !== undefined) rmSync(folder, { recursive: true });
});

const active = (unit: string): Promise<string> => property(machine, 'ActiveState', unit);
/** In µs since the kernel was started. */
const since = async (unit: string): Promise<number> =>
  Number(await property(machine, 'ActiveEnterTimestampMonotonic', unit));

it('is up before ifupdown and cloud-init, which have the network before the machine is initialized', async () => {
  await machine.output(EARLY_NETWORK);
  await machine.powerOff();
  await machine.powerOn();
  // Where they form a circle, systemd leaves one of them out.
  for (const unit of ['hikyaku-links', 'hikyaku-names', 'hikyaku-router', 'networking', 'cloud-init'])
    expect([unit, await active(unit)]).toEqual([unit, 'active']);
  expect(await since('hikyaku-links')).toBeLessThan(await since('networking'));
});

it('starts by its watch what stands on links that failed at first, and nothing that somebody stopped', async () => {
  await machine.output(`systemctl stop hikyaku.target
    mkdir -p /run/systemd/system/hikyaku-links.service.d
    cat > /run/systemd/system/hikyaku-links.service.d/lab.conf <<'END'
[Service]
ExecStartPre=/bin/sh -c '[ -e /run/lab-tried ] || { touch /run/lab-tried; exit 1; }'
RestartSec=100ms
END
    systemctl daemon-reload`);
  await machine.run('systemctl start hikyaku.target; systemctl stop hikyaku-watch.timer hikyaku-router');
  await expect.poll(() => active('hikyaku-links')).toBe('active');
  expect(await active('hikyaku-names')).toBe('inactive');
  await machine.output('systemctl start hikyaku-watch.service');
  expect(await active('hikyaku-names')).toBe('active');
  for (const stopped of ['hikyaku-router', 'hikyaku-watch.timer'])
    expect([stopped, await active(stopped)]).toEqual([stopped, 'inactive']);
  const log = 'journalctl --namespace=hikyaku --no-pager -o cat -u hikyaku-watch';
  await expect.poll(() => machine.output(log)).toContain('hikyaku-names.service was never started: started');
  await machine.output('systemctl start hikyaku-router hikyaku-watch.timer');
});

it('leaves alone what somebody stopped', async () => {
  await machine.output('systemctl stop hikyaku-names; systemctl start hikyaku-watch.service');
  expect(await active('hikyaku-names')).toBe('inactive');
  await machine.output('systemctl start hikyaku-names');
});

it('ends a look of the watch when it is undone', async () => {
  await machine.output(`mkdir -p /run/systemd/system/hikyaku-watch.service.d
    printf '[Service]\\nExecStartPre=/bin/sleep infinity\\n' > /run/systemd/system/hikyaku-watch.service.d/lab.conf
    systemctl daemon-reload; systemctl start --no-block hikyaku-watch.service`);
  await expect.poll(() => active('hikyaku-watch')).toBe('activating');
  await machine.output('hikyaku undo');
  expect(await active('hikyaku-watch')).toBe('inactive');
  expect(await machine.output('ip -brief link; ls -A /run | grep hikyaku || true')).not.toMatch(/lan0|bh0|hikyaku/);
});
