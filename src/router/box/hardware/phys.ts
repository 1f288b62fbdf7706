/** What the kernel's files say of a radio: its permanent address, its driver, whether it is blocked. Nothing is run for it. */
import { readdirSync, readlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readIfThere } from '../../machine/files.ts';

const PHYS = '/sys/class/ieee80211';

export type Block = 'by a switch' | 'by software';

/** Its names now, such as phy0. */
export const physHere = (): readonly string[] => namesIn(PHYS);

/** Small letters with colons; empty where there is no such radio. */
export const macOf = (phy: string): string =>
  readIfThere(join(PHYS, phy, 'macaddress'))
    .trim()
    .toLowerCase();

export function driverOf(phy: string): string | undefined {
  try {
    return basename(readlinkSync(join(PHYS, phy, 'device/driver')));
  } catch {
    return undefined;
  }
}

/** A switch on the case is nobody's to move, so it counts before what software can lift. */
export function blockOf(phy: string): Block | undefined {
  const switches = namesIn(join(PHYS, phy)).filter((name) => /^rfkill\d+$/.test(name));
  const says = (file: string) => switches.some((name) => readIfThere(join(PHYS, phy, name, file)).trim() === '1');
  if (says('hard')) return 'by a switch';
  return says('soft') ? 'by software' : undefined;
}

/** What is in a folder, by name; nothing where it cannot be read. */
export function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
