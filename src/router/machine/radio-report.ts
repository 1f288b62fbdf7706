/**
 * What is known of the radio: a small file that a program with rights writes (`watch` of the box, every 20 s), and the router
 * reads, which has none. One file for both ends. No address of a phone is in it: the router tells it to everybody.
 */
import { array, integer, matching, object, oneOf, type Parsed, parseJson, text } from '../../protocol/parse.ts';

/** Where it is by default, in memory: gone with a reboot, as what it tells. */
export const RADIO_REPORT_FILE = '/run/hikyaku/radio.json';

/**
 * `on-air`: it sends beacons. `starting`: its program runs, and does not yet. `radar`: it listens for radar before it may send
 * (DFS). `blocked`: rfkill. `off`: its program or its interface is not there.
 */
const STATES = ['on-air', 'starting', 'radar', 'blocked', 'off'] as const;
export type OnAir = (typeof STATES)[number];

/** Of one interface of a radio. */
export type Air = {
  readonly interface: string;
  readonly state: OnAir;
  /** As `iw` says it; absent while the interface is on none. */
  readonly channel?: number;
  /** In percent of the time: the channel was in use, by anybody. Absent where the driver does not count. */
  readonly busy_percent?: number;
  /** Of the channel, in dBm. Absent as above. */
  readonly noise_dbm?: number;
};

export type AccessPointReport = Air & {
  /** How strong each station is heard here, in dBm; one entry for each, in no order. */
  readonly stations_dbm: readonly number[];
  /** How many the radio holds, where that is known. */
  readonly stations_at_most?: number;
};

/** `peers`: neighbours with which the link is established. */
export type MeshPointReport = Air & { readonly peers: number };

export type BatmanReport = {
  /** `missing`: this kernel has no batman-adv. `off`: it has, and its interface is not there. */
  readonly state: 'running' | 'off' | 'missing';
  /** Other machines that it knows a way to, and how many of them through another one. */
  readonly originators: number;
  readonly through_others: number;
};

export type RadioReport = {
  /** When it was made, in seconds since the machine was started: clocks of routers are wrong, and are set. */
  readonly up_s: number;
  /** What the kernel goes by, ISO 3166-1 alpha-2; `00` is its world domain, that is none. Absent where no radio is used. */
  readonly country?: string;
  /** Absent where none is wanted, as the other two. */
  readonly access_point?: AccessPointReport;
  readonly mesh_point?: MeshPointReport;
  readonly batman?: BatmanReport;
};

/** A radio holds a few dozen stations; the IEEE's association ids end at 2007 (802.11 section 9.4.1.8). */
const MOST_STATIONS = 2_007;
/** A report of that many stations has about 10,000. */
export const MAX_REPORT_LENGTH = 32_768;

const count = integer(0, 65_535);
const dbm = integer(-200, 100);
const AIR = { interface: text(15, 1), state: oneOf(...STATES) };
const MAYBE_AIR = { channel: integer(1, 255), busy_percent: integer(0, 100), noise_dbm: dbm };

const report = object(
  { up_s: integer() },
  {
    country: matching(/^(?:[A-Z]{2}|00)$/, 'two capital letters, or 00'),
    access_point: object(
      { ...AIR, stations_dbm: array(dbm, MOST_STATIONS) },
      { ...MAYBE_AIR, stations_at_most: integer(1, MOST_STATIONS) },
    ),
    mesh_point: object({ ...AIR, peers: count }, MAYBE_AIR),
    batman: object({ state: oneOf('running', 'off', 'missing'), originators: count, through_others: count }),
  },
);

export const parseRadioReport = (json: string): Parsed<RadioReport> => parseJson(json, MAX_REPORT_LENGTH, report);

/** The text of the file, for whoever writes it: whole, under another name first, since it is read at any moment. */
export const radioReportText = (told: RadioReport): string => `${JSON.stringify(told)}\n`;
