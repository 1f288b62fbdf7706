/** What real radios say of themselves. The first line of each file says whose words they are; parts that nobody reads are left out. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Radio } from '../hardware.ts';
import { parsePhys } from '../iw-phy.ts';

/** By driver. */
export const DRIVERS = ['ath9k_htc', 'mt76x2u', 'brcmfmac', 'rtl8xxxu', 'iwlwifi', 'mac80211_hwsim'] as const;
export type Driver = (typeof DRIVERS)[number];

export const iwPhyOf = (driver: Driver): string => readFileSync(join(import.meta.dirname, `${driver}.txt`), 'utf8');

/** A radio of that driver, at `wlanN` with a MAC address of its own. */
export function radioOf(driver: Driver, number = 0, more: Partial<Radio> = {}): Radio {
  const [phy] = parsePhys(iwPhyOf(driver));
  if (phy === undefined) throw new Error(`no radio in ${driver}.txt`);
  return {
    ...phy,
    phy: `phy${number}`,
    mac: `02:00:00:00:0${number}:00`,
    driver,
    interfaces: [`wlan${number}`],
    isWayOut: false,
    ...more,
  };
}
