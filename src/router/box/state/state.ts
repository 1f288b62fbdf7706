/**
 * What a box is doing now, as plain values: what its settings say, and what systemd and the kernel say. `look.ts` asks; the watch
 * and the doctor decide.
 */
import type { BatmanReport } from '../../machine/radio-report.ts';
import type { Block } from '../hardware/phys.ts';
import type { Box } from '../render/rendered.ts';
import type { UnitState } from '../units/unit-states.ts';

/** What this machine was decided to be. */
export type Decided =
  | { readonly is: 'nothing' }
  /** `problems`: one line each, with the file and its line. */
  | { readonly is: 'unreadable'; readonly problems: readonly string[] }
  | (Box & { readonly is: 'box'; readonly isOnTrial: boolean });

/** One network interface, of any kind. */
export type LinkSeen = {
  readonly mac: string;
  /** Switched on, whether or not something is at the other end. */
  readonly isUp: boolean;
  /** Something is at the other end; of an access point: it sends. */
  readonly hasCarrier: boolean;
  /** The bridge or the batman-adv interface that it is a part of. */
  readonly master?: string;
  /** IPv4, with prefix lengths. */
  readonly addresses: readonly string[];
};

/** One interface of a radio, as `iw dev` says it. */
export type OnAirSeen = {
  readonly phy: string;
  /** In the words of iw: AP, managed, mesh point. */
  readonly type: string;
  /** Absent while it neither sends nor listens for others. */
  readonly channel?: number;
};

/** Counters of the channel in use since the driver began to count, in ms. */
export type ChannelUse = { readonly noiseDbm?: number; readonly activeMs?: number; readonly busyMs?: number };

export type StationSeen = {
  readonly signalDbm?: number;
  /** Of a mesh: the link is established both ways. Of an access point: always false. */
  readonly isPeer: boolean;
};

export type BoxState = {
  /** Since the machine was started, in seconds: the only clock here. */
  readonly upS: number;
  readonly decided: Decided;
  readonly units: ReadonlyMap<string, UnitState>;
  readonly links: ReadonlyMap<string, LinkSeen>;
  readonly air: ReadonlyMap<string, OnAirSeen>;
  /** By interface, of those that a box makes. */
  readonly stations: ReadonlyMap<string, readonly StationSeen[]>;
  readonly use: ReadonlyMap<string, ChannelUse>;
  /** By phy; those that are not blocked are absent. */
  readonly blocked: ReadonlyMap<string, Block>;
  /** What the kernel goes by; 00 is the world. Absent where iw is missing or there is no radio. */
  readonly country?: string;
  /** By phy: the permanent MAC address, by which settings name a radio. */
  readonly radios: ReadonlyMap<string, string>;
  /** By phy, such as ath9k_htc, where the kernel says it. */
  readonly drivers: ReadonlyMap<string, string>;
  readonly batman: BatmanReport;
  /** LAN cables at which another box was heard since the links were made. */
  readonly cablesWithBoxes: readonly string[];
};
