/**
 * Figure 5 of the paper: two access points of 802.11n, "test-p2p" on channel 7 and "test-nat" on channel 4, with WPA2, and the file
 * `test.zip` of 2 MB from a client of the one to a client of the other. Between the routers a mesh on channel 11 (802.11s with SAE,
 * batman-adv), where the lab has a cable. Before that the same on cables, outside the machine. What the rules do to packets is proved
 * by `../../lab/scenarios/paper.ts`, whose probes would take minutes here.
 */
import type { Case } from '../../lab/case.ts';
import { PRODUCT, twoRouters } from '../../lab/networks.ts';
import { type Outcome, programOf, type RunOptions } from '../../lab/program.ts';
import { checkOurs, WITH_OUR_RULES } from '../../lab/scenarios/paper.ts';
import { BESIDE, onAir, PASSWORD, playCase } from './on-air.ts';

const POINTS = {
  r1: { ssid: 'test-p2p', channel: 7, password: PASSWORD },
  r2: { ssid: 'test-nat', channel: 4, password: PASSWORD },
};
const WIRED: Case = { ...WITH_OUR_RULES, title: 'on cables, this machine', nats: [] };
const ON_AIR: Case = {
  ...WIRED,
  title: 'on the air, emulated machine',
  topology: onAir(twoRouters(PRODUCT, PRODUCT), POINTS),
};

/** Played before the machine is booted. */
export const before = (say: RunOptions['say']): Promise<Outcome> => playCase(WIRED, { say, flags: {} }, checkOurs);

export const run = programOf({
  name: 'radio paper',
  shows: "the paper's network on 802.11n with WPA2, beside the same one on cables",
  flags: BESIDE,
  play: (options) => playCase(ON_AIR, options, checkOurs),
});
