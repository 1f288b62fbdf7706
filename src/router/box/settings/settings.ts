/**
 * What was decided for this box, as one typed value: the box's part of `/etc/hikyaku/hikyaku.conf`. The router's own part of the same
 * file (name, Wi-Fi name and password, mesh key, ports) is `Config`, read as flags are.
 */

/** An interface of a radio, named by the radio's permanent MAC address: names such as wlan0 change with the next boot. */
export type OnRadio = {
  readonly radio: string;
  readonly channel: number;
};

export type AccessPoint = OnRadio & {
  /** Phones on one access point do not hear each other: each pair goes over the relay. */
  readonly isolates: boolean;
};

export type BoxSettings = {
  /** ISO 3166-1 alpha-2, capital letters; absent where no radio is used. */
  readonly country?: string;
  readonly accessPoint?: AccessPoint;
  readonly meshPoint?: OnRadio;
  /** Cables to devices of the LAN: a switch, an access point of others in bridge mode. */
  readonly lanCables: readonly string[];
  /** Cables to other routers. They and the mesh point are one network by batman-adv, so that a loop of cables harms nobody. */
  readonly backhaulCables: readonly string[];
  /** Of this box on its LAN, with its prefix length: 192.168.42.1/24, the same on all boxes, so that phones walk. */
  readonly lanAddress: string;
  /** Of this box between boxes, with its prefix length: 10.107.x.y/16. */
  readonly backhaulAddress: string;
};

/** The interfaces that a box makes. Fixed, so that rules, units and people can name them. */
export const AP_INTERFACE = 'ap0';
export const MESH_INTERFACE = 'mesh0';
export const LAN_BRIDGE = 'lan0';
export const BACKHAUL = 'bh0';
/** Interfaces with which setup looks at a box as a client does begin so, and are there for seconds. */
export const CLIENT = 'hkclient';
/** On all boxes the same: a phone that walks finds its gateway where it was. Locally administered. */
export const LAN_MAC = '02:68:6b:00:00:01';

/** The name of the Wi-Fi where nobody chose one: on all boxes the same, so that phones walk from one to the next. */
export const DEFAULT_SSID = 'Hikyaku';

/** The same on all boxes: a phone that walks keeps its address and its gateway. */
export const LAN_ADDRESS = '192.168.42.1/24';

export const SETTINGS_FILE = '/etc/hikyaku/hikyaku.conf';
/**
 * Settings that `setup` has not yet seen to work: complete, in memory, and taken in place of `SETTINGS_FILE` while they are there
 * (`links up` reads only one of the two; units: `EnvironmentFile=-/etc/hikyaku/hikyaku.conf`, then
 * `EnvironmentFile=-/run/hikyaku-trial.conf`, in which what is not wanted is empty; `ConditionPathExists=|` on both). They reach
 * the disk once a client has been answered: a power cut at any moment before leaves the machine as it was. Not in
 * `RUN_DIRECTORY`, which may go when a unit stops.
 */
export const TRIAL_FILE = '/run/hikyaku-trial.conf';
/** Rendered at each boot, in memory: a power cut leaves nothing half-written. */
export const RUN_DIRECTORY = '/run/hikyaku';
export const STATE_DIRECTORY = '/var/lib/hikyaku';
