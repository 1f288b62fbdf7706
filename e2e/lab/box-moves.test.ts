/**
 * Two boxes with one address between them, as cloned cards make them: the one with the larger id moves on, by the watch, with the
 * rights of its unit; and it stays there.
 *
 *      phone --- eth1 [ box ] eth2 --- other (a router with the box's address, and a smaller id)
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { needsTheLab } from './setting.ts';
import { install, machineWith, pack } from './systemd/box.ts';
import type { Machine } from './systemd/machine.ts';

const CABLES = `set -e
for end in eth1:phone eth2:other; do
  ip netns add "\${end#*:}"
  ip link add "\${end%:*}" type veth peer name far netns "\${end#*:}"
  ip -n "\${end#*:}" link set far up
  ip -n "\${end#*:}" link set lo up
done`;
const SETTINGS = '/etc/hikyaku/hikyaku.conf';

const lab = needsTheLab();
let machine: Machine;
let folder: string;

beforeAll(async () => {
  if (!lab.runs) return;
  folder = mkdtempSync(join(tmpdir(), 'hikyaku-box-moves-'));
  machine = await machineWith(pack(folder));
  await machine.output(CABLES);
  await install(machine);
  await machine.output('hikyaku setup --yes --name Hut');
});
afterAll(async () => {
  await machine?.close();
  if (folder !== undefined) rmSync(folder, { recursive: true });
});

const ask = (prefix: string, port: number): Promise<string> =>
  machine.output(
    `${prefix} node -e 'fetch("http://127.0.0.1:${port}/status.json").then((answer) => answer.text()).then(console.log, () => console.log("{}"))'`,
  );
const idOf = async (prefix: string, port: number): Promise<string | undefined> =>
  JSON.parse(await ask(prefix, port)).router?.id;
const OTHER = 'ip netns exec other';
const setAddress = async (): Promise<string> =>
  (await machine.output(`sed -n 's/^HIKYAKU_BACKHAUL_ADDRESS=//p' ${SETTINGS}`)).trim();

/** A router of its own identity each time, until it is one before which the box gives way. */
async function routerBefore(id: string): Promise<void> {
  for (let count = 1; ; count += 1) {
    const words = `--port 8090 --https-port off --turn off --backhaul far --name Twin --data-dir /run/twin-${count}`;
    await machine.output(
      `systemd-run --quiet --collect --unit=twin ${OTHER} node /usr/lib/hikyaku/router.mjs ${words}`,
    );
    await expect.poll(() => idOf(OTHER, 8090)).toBeDefined();
    if (((await idOf(OTHER, 8090)) ?? id) < id) return;
    await machine.output('systemctl stop twin');
  }
}

/** For the watch alone: rules are refused, and how often is written down. */
const NO_RULES = `set -e
mkdir -p /run/lab /run/systemd/system/hikyaku-watch.service.d
cat > /run/lab/nft <<'END'
#!/bin/sh
[ "$1" = -f ] || PATH=/usr/sbin:/usr/bin exec nft "$@"
echo tried >> /run/lab-tried
echo no room >&2
exit 1
END
chmod 755 /run/lab/nft
printf '[Unit]\\nStartLimitIntervalSec=0\\n[Service]\\nEnvironment=PATH=/run/lab:/usr/sbin:/usr/bin:/sbin:/bin\\n' > /run/systemd/system/hikyaku-watch.service.d/lab.conf
systemctl daemon-reload; systemctl stop hikyaku-watch.timer`;
const look = (): Promise<string> => machine.output('systemctl start hikyaku-watch.service');
const tries = (): Promise<string> => machine.output('cat /run/lab-tried || true');
const LOG = 'journalctl --namespace=hikyaku --no-pager -o cat -u hikyaku-watch';

it('stays where it was when the move fails, and rests before the next attempt', async () => {
  await machine.output(NO_RULES);
  const before = await setAddress();
  await machine.output(`ip -n other address add ${before} dev far`);
  await routerBefore((await idOf('', 8080)) ?? '');
  await expect.poll(() => look().then(tries), { timeout: 90_000 }).not.toBe('');
  const tried = await tries();
  for (let more = 0; more < 3; more += 1) await look();
  expect(await tries()).toBe(tried);
  expect(await setAddress()).toBe(before);
  expect(await machine.output('ip -4 -brief address show bh0')).toContain(before);
  expect(await machine.output(LOG)).toContain(`another box has ${before}: nft -f /run/hikyaku/rules.nft: no room`);
  // As if ten minutes were over.
  await machine.output(`rm -r /run/lab /run/systemd/system/hikyaku-watch.service.d /run/hikyaku/watch.json
    systemctl stop twin; systemctl daemon-reload; systemctl start hikyaku-watch.timer`);
});

it('moves to its next address, says so, and keeps it', async () => {
  const before = await setAddress();
  const own = await idOf('', 8080);
  await routerBefore(own ?? '');
  await expect.poll(setAddress, { timeout: 90_000 }).not.toBe(before);
  const after = await setAddress();
  expect(after).toMatch(/^10\.107\.\d+\.\d+\/16$/);
  expect(await machine.output('ip -4 -brief address show bh0')).toContain(after);
  expect(await machine.output(`stat -c '%a %U:%G' ${SETTINGS}`)).toBe('640 root:hikyaku\n');
  expect(await machine.output(LOG)).toContain(`another box has ${before}: this one has ${after} now`);
  await expect.poll(() => machine.output('hikyaku doctor || true')).toContain('All is well.');
  expect(await idOf('', 8080)).toBe(own);
});
