/** A machine with a disk of its own, three radios, and our package at hand. */
import { writeFile } from 'node:fs/promises';
import { join as joined } from 'node:path';
import { temporaryFolder } from '../../drive/files.ts';
import { Checks } from '../../lab/checks.ts';
import type { Outcome, RunOptions } from '../../lab/program.ts';
import type { Table } from '../../lab/table.ts';
import { freshDisk } from '../machine/debian-root.ts';
import { Machine } from '../machine/machine.ts';
import { sh } from '../machine/shell.ts';
import { ADDRESS_FOR_COTURN, DEBS, packed } from './packed.ts';
import { firstSteps, join, PASSWORD, portal, SSID, type Station, takeRadio } from './station.ts';

/** The third radio is a phone's, which the machine does not see. */
export const PHONE: Station = { name: 'phone', phy: 'phy2' };
export const SETTINGS = '/etc/hikyaku/hikyaku.conf';
export const SETUP = `hikyaku setup --yes --country JP --ssid ${SSID} --wifi-password '${PASSWORD}' --mesh-key 'a key of the lab'`;
/** What is waited for at most, whatever else this machine does: an error then, and no measure. */
export const LIMIT_MS = 900_000;

export type Stage = {
  readonly image: string;
  /** A folder of archives. */
  readonly debs: string;
  readonly options: RunOptions;
  readonly checks: Checks;
};

/** Plays on a new disk. */
export async function onStage(
  options: RunOptions,
  play: (stage: Stage) => Promise<readonly Table[]>,
): Promise<Outcome> {
  const checks = new Checks();
  const folder = await temporaryFolder('radio');
  const file = joined(folder.path, 'disk');
  try {
    const { debian, debs } = await packed(folder.path, options.flags['fresh'] !== undefined, options.say);
    const image = await freshDisk(debian, file);
    await giveAddress(image, joined(folder.path, 'interfaces'));
    return { tables: await play({ image, debs, options, checks }), checks: checks.all };
  } finally {
    await folder.remove();
  }
}

async function giveAddress(image: string, file: string): Promise<void> {
  await writeFile(file, ADDRESS_FOR_COTURN);
  await sh('debugfs', ['-w', '-R', `write ${file} etc/network/interfaces.d/lab`, image]);
}

/** Resolves when systemd has started what it starts, and the radios are plugged in. */
export async function boot({ image, debs, options }: Stage, clock?: string): Promise<Machine> {
  const machine = await Machine.boot({
    root: { kind: 'disk', image },
    folders: [{ path: debs, at: DEBS }],
    memoryMb: 1_536,
    cores: 1, // two of them, emulated on two busy ones, wait for each other most of the time
    ...(clock !== undefined && { clock }),
  });
  await machine.run('systemctl is-system-running --wait', { timeoutMs: LIMIT_MS });
  await machine.radios(3);
  await takeRadio(machine, PHONE);
  options.say(`  the machine is up after ${(machine.bootMs / 1000).toFixed(0)} s (${machine.accelerator})`);
  return machine;
}

export const until = (machine: Machine, condition: string): Promise<string> =>
  machine.output(`until ${condition}; do sleep 0.3; done`, { timeoutMs: LIMIT_MS });

/** Joins as a phone, does what phones do first, and asks the doctor. Resolves with the time until it had joined, in milliseconds. */
export async function reachable(machine: Machine, checks: Checks, when: string): Promise<number> {
  const backhaul = await machine.output(`ip -4 -br address show bh0 | awk '{ sub("/.*", "", $3); print $3 }'`);
  const { joinMs } = await join(machine, PHONE, LIMIT_MS);
  const did = await firstSteps(machine, PHONE, backhaul);
  checks.equal(`${when}: a phone does`, JSON.stringify(did), ALL_DONE);
  checks.equal(`${when}: a phone that asks for the Internet is led to`, await portal(machine, PHONE), PORTAL);
  const { stdout, status } = await machine.run('hikyaku doctor', { timeoutMs: LIMIT_MS });
  checks.that(`${when}: the doctor`, status === 0, 'nothing is wrong', stdout.trim().replaceAll('\n', ' | '));
  return joinMs;
}
const ALL_DONE = JSON.stringify({ address: 'done', name: 'done', health: 'done', page: 'done', stun: 'done' });
/** By address, and not by a name: a probe follows only one redirect. */
const PORTAL = '302 http://192.168.42.1/welcome';
