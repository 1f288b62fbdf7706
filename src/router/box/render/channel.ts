/** Channels and rates of 802.11, for what the programs want to be told. Pure. */

/** Above the channels of 2.4 GHz. */
const FIRST_OF_5_GHZ = 36;

export const isOf5GHz = (channel: number): boolean => channel >= FIRST_OF_5_GHZ;

/** The middle of a channel of 20 MHz (IEEE 802.11-2020 annex E). */
export const frequencyMHz = (channel: number): number => (isOf5GHz(channel) ? 5_000 : 2_407) + 5 * channel;

/**
 * Equal on both interfaces of a radio that is access point and mesh point: with other intervals the kernel refuses the second one
 * (`mesh join error=-16`). In units of 1.024 ms.
 */
export const BEACON_INTERVAL = 100;

/**
 * In units of 100 kb/s: those of 802.11g without the slow ones of 802.11b. Beacons and all that is sent to many leave at the lowest
 * basic rate: at 1 Mb/s the beacons of each access point take 1.8 % of the air, and the routers' own ones end the growth of a mesh at
 * 31 routers (e2e/lab/scale.md); at 6 Mb/s it is a sixth. What only knows 802.11b is 25 years old.
 */
export const RATES = [60, 90, 120, 180, 240, 360, 480, 540] as const;
export const BASIC_RATES = [60, 120, 240] as const;
