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

it('moves to its next address, says so, and keeps it', async () => {
  const before = await setAddress();
  await machine.output(`ip -n other address add ${before} dev far`);
  const own = await idOf('', 8080);
  await routerBefore(own ?? '');
  await expect.poll(setAddress, { timeout: 90_000 }).not.toBe(before);
  const after = await setAddress();
  expect(after).toMatch(/^10\.107\.\d+\.\d+\/16$/);
  expect(await machine.output('ip -4 -brief address show bh0')).toContain(after);
  expect(await machine.output(`stat -c '%a %U:%G' ${SETTINGS}`)).toBe('640 root:hikyaku\n');
  expect(await machine.output('journalctl --namespace=hikyaku --no-pager -o cat -u hikyaku-watch')).toContain(
    `another box has ${before}: this one has ${after} now`,
  );
  await expect.poll(() => machine.output('hikyaku doctor || true')).toContain('All is well.');
  expect(await idOf('', 8080)).toBe(own);
});
