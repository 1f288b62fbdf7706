/** What a box on this machine would be: the input and the outcome of planning. `planOf` is pure. */
import type { Config } from '../../config/config.ts';
import type { BoxSettings } from '../settings/settings.ts';

/** What is decided before: by answers, by flags, and by who this box is. What is absent is proposed. */
export type Wishes = {
  /** From the router's identity (10.107.x.y/16), so that it stays when everything else is planned anew. */
  readonly backhaulAddress: string;
  readonly country?: string;
  readonly ssid?: string;
  /** `open`: everybody may join. */
  readonly password?: { readonly key: string } | 'open';
  readonly name?: string;
  readonly meshKey?: string;
  /** Of the access point, and of the mesh point where one radio does both. */
  readonly channel?: number;
  /** Of the mesh point: the same on all boxes, or they do not meet. */
  readonly meshChannel?: number;
  /** Cables to devices of the LAN; other free cables lead to boxes. */
  readonly lanCables: readonly string[];
  readonly isolates?: boolean;
  /** Interfaces (wlan0, eth1) that may be used although another program uses them. */
  readonly take: readonly string[];
  /** Interfaces that a box keeps its hands off. */
  readonly leave: readonly string[];
};

/** The router's own part of the settings file. */
export type RouterWishes = Pick<Config, 'name'> & {
  readonly ssid?: string;
  readonly password?: string;
  readonly meshKey?: string;
};

/** One thing that the volunteer is told about the plan, in one sentence: what, why, and what to do for something better. */
export type Remark = { readonly about: string; readonly says: string };

export type Plan = {
  readonly settings: BoxSettings;
  readonly router: RouterWishes;
  /** What the plan cannot do, or does in a way that may surprise. */
  readonly remarks: readonly Remark[];
  /** What stays as it is, in words: an interface that NetworkManager uses, a dnsmasq of others. */
  readonly leavesAlone: readonly string[];
};

/** No box can be made of this machine as it is: each line says what is missing and what to do. */
export type NoPlan = { readonly problems: readonly [string, ...string[]] };
