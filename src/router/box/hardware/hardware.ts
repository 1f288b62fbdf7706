/**
 * What a machine has that a box can be made of, as plain values: told by the kernel (`look.ts` asks, `iw-phy.ts` and its
 * neighbours parse), used by the plan. Nothing here is a guess: what the kernel does not say is absent.
 */
import type { Block } from './phys.ts';

/** What one interface of a radio can be: the words of `iw`. */
export type RadioMode = 'AP' | 'mesh point' | 'managed' | 'monitor';

export type Channel = {
  /** As people say it, such as 6 or 36. */
  readonly number: number;
  readonly frequencyMHz: number;
  /** Not to be used in the regulatory domain that is set now. */
  readonly isDisabled: boolean;
  /** No transmission before another one was heard ("no IR", "passive scan"): no access point and no mesh can begin here. */
  readonly isListenOnly: boolean;
  /** Radar must be listened for, 60 s and more, before anything is sent (DFS). */
  readonly needsRadarWatch: boolean;
  readonly maxDbm?: number;
};

/** One "valid interface combination": each limit takes interfaces of its modes, `total` all of them together. */
export type Combination = {
  readonly limits: readonly { readonly modes: readonly RadioMode[]; readonly atMost: number }[];
  readonly total: number;
  /** On how many channels at once; 1: all its interfaces share one. */
  readonly channels: number;
};

/** What else on this machine uses an interface, in the name that its owner knows. */
export type User =
  | { readonly program: 'NetworkManager' | 'systemd-networkd' | 'dhcpcd'; readonly connection?: string }
  | { readonly program: 'ifupdown' | 'wpa_supplicant' | 'hostapd' | 'bridge'; readonly connection?: string };

export type Radio = {
  /** The kernel's name of it now, such as phy0. It may be another one after the next boot. */
  readonly phy: string;
  /** Its permanent MAC address, small letters with colons: the name that lasts. */
  readonly mac: string;
  /** The kernel's driver, such as ath9k_htc, where the kernel says it. */
  readonly driver?: string;
  /** Its network interfaces now, such as wlan0, the newest first; the one that a box made its access point has both names. */
  readonly interfaces: readonly string[];
  readonly modes: readonly RadioMode[];
  readonly combinations: readonly Combination[];
  readonly channels: readonly Channel[];
  /** 802.11n. */
  readonly hasHt: boolean;
  /** SAE can be done (`Supported feature: SAE` or a driver that leaves it to the program, which mac80211 does). */
  readonly canSae: boolean;
  /** `by software`: rfkill can lift it, and Raspberry Pi OS blocks so until a country is set. */
  readonly blocked?: Block;
  /** The country that its firmware goes by, whatever else is set ("self-managed"): two letters, or 00. */
  readonly ownCountry?: string;
  /** As of a cable. */
  readonly isWayOut: boolean;
  readonly usedBy?: User;
};

export type Cable = {
  readonly interface: string;
  readonly mac: string;
  /** True while something is plugged in at the other end. */
  readonly hasCarrier: boolean;
  /** Its IPv4 addresses with their prefix lengths, such as 192.168.1.7/24. */
  readonly addresses: readonly string[];
  /** The way to the Internet, or to whom is logged in by SSH, leads over it. */
  readonly isWayOut: boolean;
  readonly usedBy?: User;
};

/** Noise and use of one channel, of a survey. */
export type Heard = {
  readonly frequencyMHz: number;
  readonly noiseDbm?: number;
  /** Share of the time in which the channel was in use, 0 to 1. */
  readonly busy?: number;
  /** Access points and mesh points that were heard there. */
  readonly stations: number;
};

/** What the law of one country says of a range of frequencies (a rule of `regulatory.db`). Both ends in MHz. */
export type Allowed = {
  readonly fromMHz: number;
  readonly toMHz: number;
  readonly isListenOnly: boolean;
  readonly needsRadarWatch: boolean;
};

/**
 * A program of somebody else that has one of our ports at every address, so that ours cannot have it on the bridge. Without an owner,
 * it cannot be seen whose it is, and it may be ours: the kernel says that to root alone.
 */
export type Listener = { readonly protocol: 'tcp' | 'udp'; readonly port: number; readonly owner?: string };

/**
 * A program that keeps every box from working, and was not told of it: a firewall that drops what passes, whatever other rules
 * accept, or dhcpcd, which takes every interface but those that it spares by name.
 */
export type Obstacle =
  | { readonly program: 'docker' | 'ufw' | 'firewalld' }
  | { readonly program: 'dhcpcd'; readonly spares: readonly string[] };

export type Hardware = {
  readonly hostName: string;
  readonly radios: readonly Radio[];
  readonly cables: readonly Cable[];
  /** By the phy of the radio that listened. Empty where no radio could listen. */
  readonly heard: ReadonlyMap<string, readonly Heard[]>;
  /** Country of the regulatory domain that is set now: two letters, or 00 for the world. */
  readonly country: string;
  /** Country of the language that this machine speaks, such as JP of ja_JP.UTF-8. */
  readonly localeCountry?: string;
  /** What each country allows, by ISO 3166-1 alpha-2. Empty where the kernel's database is not installed. */
  readonly countries: ReadonlyMap<string, readonly Allowed[]>;
  /** batman-adv is loaded or can be. */
  readonly hasBatman: boolean;
  /** Programs that are missing, such as hostapd. */
  readonly missing: readonly string[];
  /** Services of others that are running beside a box, such as dnsmasq.service. */
  readonly services: readonly string[];
  readonly listeners: readonly Listener[];
  readonly obstacles: readonly Obstacle[];
};
