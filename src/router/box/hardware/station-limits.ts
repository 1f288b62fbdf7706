/** How many phones a radio holds at once, for those that hold few: by driver, from sources and from people who used them (docs/hardware.md). Pure. */

/** `least`: the lowest number at which somebody was turned away; `most`: the highest. */
export type StationLimit = { readonly least: number; readonly most: number };

const LIMITS: Readonly<Record<string, StationLimit>> = {
  ath9k_htc: { least: 6, most: 7 },
  brcmfmac: { least: 7, most: 10 },
  iwlwifi: { least: 14, most: 14 },
  mt7921e: { least: 15, most: 15 },
  mt7921u: { least: 15, most: 15 },
  mt7925e: { least: 15, most: 15 },
  mt7925u: { least: 15, most: 15 },
};

/** `undefined`: more than come to one box, as far as is known. */
export const stationLimit = (driver: string | undefined): StationLimit | undefined =>
  driver !== undefined && Object.hasOwn(LIMITS, driver) ? LIMITS[driver] : undefined;
