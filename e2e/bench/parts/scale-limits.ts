/**
 * Which limit a growing full mesh meets first. Pure: from measurements to the number of routers that reaches each
 * limit.
 */
import type { Table } from '../../lab/table.ts';
import { roundAirtimeUs } from './wire-bytes.ts';

/** One router in a mesh of `routers`. Bytes and processor time are per second unless stated otherwise. */
export type Measured = {
  readonly routers: number;
  readonly meshInFrames: number;
  /** On the wire, in each direction. */
  readonly meshBytes: number;
  /** Beacons, and pings of idle links. */
  readonly aliveBytes: number;
  /** Share of one processor. */
  readonly beaconCpu: number;
  /** Seconds from one beacon of a router to its next. */
  readonly beaconEveryS: number;
  readonly listenCpu: number;
  readonly presenceBytes: number;
  readonly linkBytes: number;
  /** For setting up all links once. */
  readonly linkCpuMs: number;
  /** What all others tell a newcomer, and what it costs to read it. */
  readonly meetBytes: number;
  readonly meetCpuMs: number;
  /** What a new device is told. */
  readonly welcomeBytes: number;
  readonly welcomeDeflatedBytes: number;
  readonly welcomeCpuMs: number;
  /** To all devices of one router, compressed, with the headers of each frame. */
  readonly clientBytes: number;
};

export type Limit = { readonly what: string; readonly budget: string; readonly routers: number };
type Given = { readonly devices: number; readonly maxMembers: number; readonly maxWelcomeBytes: number };

/** A beacon of 55 bytes. */
const BEACON_BYTES = 55;
/** The rest is for data, acknowledgements, and the radio's own mesh traffic. */
const AIRTIME_FOR_BEACONS = 0.1;
/** A small router (four slow cores, 256 MB) is about this much slower than the machine that measures. */
const SLOWER = 8;
const CPU_OF_SMALL_ROUTER = 0.5;
const MEMORY_OF_SMALL_ROUTER_BYTES = 100e6;
/** A tenth of a radio link of 20 Mb/s. */
const BACKHAUL_BYTES_PER_S = 250_000;
/** Part of the Wi-Fi that people share: a fortieth of 20 Mb/s. */
const LAN_BYTES_PER_S = 64_000;
/** After a power cut everybody comes at once. Whole within the time that people wait without asking. */
const MEET_MS = 10_000;
/** After a router restarts, all its devices come back at once: each should have its list in 10 s over 20 Mb/s. */
const WELCOMES_BYTES = 25e6;

export function firstLimits(
  all: readonly Measured[],
  { devices, maxMembers, maxWelcomeBytes }: Given,
): { readonly limits: readonly Limit[]; readonly table: Table } {
  const airtime = (mbit: number, batman: boolean) => (one: Measured) =>
    roundAirtimeUs(one.routers, BEACON_BYTES, mbit, batman) / 1e6 / one.beaconEveryS;
  const limits: Limit[] = [
    { what: 'links that a router keeps (MAX_MEMBERS)', budget: `${maxMembers} others`, routers: maxMembers + 1 },
    ...([1, 6] as const).flatMap((mbit) =>
      [true, false].map((batman) =>
        reach(
          `beacons on the air at ${mbit} Mb/s, ${batman ? 'batman-adv' : 'one multicast each'}`,
          '10 % of the air',
          AIRTIME_FOR_BEACONS,
          all,
          airtime(mbit, batman),
        ),
      ),
    ),
    reach(
      'welcome that the app takes (MAX_SNAPSHOT_BYTES)',
      `${(maxWelcomeBytes / 1e6).toFixed(1)} MB`,
      maxWelcomeBytes,
      all,
      (one) => one.welcomeBytes,
    ),
    reach('welcomes of all devices at once', '25 MB', WELCOMES_BYTES, all, (one) => devices * one.welcomeDeflatedBytes),
    reach('changes to the devices of a LAN', '64 kB/s', LAN_BYTES_PER_S, all, (one) => one.clientBytes),
    reach(
      'presence and beacons on the backhaul',
      '250 kB/s',
      BACKHAUL_BYTES_PER_S,
      all,
      (one) => one.meshBytes + one.aliveBytes,
    ),
    reach(
      'processor of a small router',
      `${CPU_OF_SMALL_ROUTER * 100} %, ${SLOWER} times slower`,
      CPU_OF_SMALL_ROUTER,
      all,
      (one) => SLOWER * (one.listenCpu + one.beaconCpu),
    ),
    reach(
      'all links and lists after a power cut, small router',
      '10 s',
      MEET_MS,
      all,
      (one) => SLOWER * (one.linkCpuMs + one.meetCpuMs),
    ),
    reach(
      'memory for links and lists, small router',
      '100 MB',
      MEMORY_OF_SMALL_ROUTER_BYTES,
      all,
      (one) => one.linkBytes + one.presenceBytes,
    ),
  ].sort((a, b) => a.routers - b.routers);
  const largest = all.at(-1)?.routers ?? 0;
  const rows = limits.map(({ what, budget, routers }) => [
    routers === Number.POSITIVE_INFINITY ? `over ${largest}` : String(routers),
    what,
    budget,
  ]);
  return { limits, table: { title: 'Where each limit is reached', head: ['routers', 'what', 'budget'], rows } };
}

/** Interpolates in a straight line between two measurements; 0 routers cost nothing. */
function reach(
  what: string,
  budget: string,
  limit: number,
  all: readonly Measured[],
  cost: (one: Measured) => number,
): Limit {
  let before = { routers: 0, cost: 0 };
  for (const one of all) {
    const here = { routers: one.routers, cost: cost(one) };
    if (here.cost >= limit) {
      const part = (limit - before.cost) / (here.cost - before.cost);
      return { what, budget, routers: Math.floor(before.routers + part * (here.routers - before.routers)) };
    }
    before = here;
  }
  return { what, budget, routers: Number.POSITIVE_INFINITY };
}
