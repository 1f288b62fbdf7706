/** The commands that make a box's interfaces, and those that take them away. Pure; `links` carries them out. */
import {
  AP_INTERFACE,
  BACKHAUL,
  type BoxSettings,
  LAN_BRIDGE,
  LAN_MAC,
  MESH_INTERFACE,
  RUN_DIRECTORY,
} from '../settings/settings.ts';
import { removalOfCableRules } from './cable-rules.ts';
import type { Command } from './rendered.ts';
import { removalInOneLine } from './rules.ts';

export const RULES_FILE = `${RUN_DIRECTORY}/rules.nft`;
export const CABLE_RULES_FILE = `${RUN_DIRECTORY}/cables.nft`;

/** What of the settings is there now. `phy`: the kernel's name of the radio. */
export type Present = {
  readonly settings: BoxSettings;
  /** `own`: the radio's interface that becomes the access point, where nothing else is on this radio; else one is made. */
  readonly accessPoint?: { readonly phy: string; readonly mac: string; readonly own?: string };
  readonly meshPoint?: { readonly phy: string; readonly mac: string };
  readonly lanCables: readonly string[];
  readonly backhaulCables: readonly { readonly interface: string; readonly mac: string }[];
  readonly hasBatman: boolean;
  /** Interfaces of others on our radios: they are silenced. */
  readonly silenced: readonly string[];
};

/**
 * A frame of 1500 bytes with batman-adv's header, which is up to 60 bytes with that of a VLAN: without the room each large frame is
 * cut in two.
 */
const ROOM_FOR_BATMAN = '1560';
/**
 * How many unicasts batman-adv makes of one multicast before it floods the whole mesh instead. Its own 16 ends at 17 routers, where
 * flooding takes some 6 N^2 frames a second at the lowest rate and unicasts N^2 at the highest that each neighbour hears; both count
 * before the routers say less often that they are there.
 */
const MULTICAST_FANOUT = '64';

export function upCommands(present: Present): readonly Command[] {
  const { settings, accessPoint, meshPoint, silenced } = present;
  return [
    // Before a channel is used: the law of the world's domain forbids most of them.
    ...(settings.country === undefined ? [] : [run('iw', 'reg', 'set', settings.country)]),
    ...OTHERS_LOOK_AGAIN,
    ...silenced.map((name) => ifThere(name, 'ip', 'link', 'set', 'dev', name, 'down')),
    ...lanUp(present),
    ...(accessPoint === undefined ? [] : apUp(accessPoint)),
    ...(meshPoint === undefined ? [] : meshUp(meshPoint, meshPoint.mac === accessPoint?.mac)),
    ...backhaulUp(present),
    run('nft', '-f', RULES_FILE),
    // Some kernels have no rules for bridges.
    ...(settings.lanCables.length === 0 ? [] : [better('nft', '-f', CABLE_RULES_FILE)]),
  ];
}

/** `own`: what the interface of the access point was called, where it is one of the radio's own. */
export function downCommands(taken: readonly string[], own?: string): readonly Command[] {
  return [
    run('nft', removalInOneLine()),
    better('nft', removalOfCableRules()),
    ...(own === undefined ? [] : apDown(own)),
    ...[...(own === undefined ? [AP_INTERFACE] : []), MESH_INTERFACE].map((name) =>
      ifThere(name, 'iw', 'dev', name, 'del'),
    ),
    ...taken.map((name) => ifThere(name, 'ip', 'link', 'set', 'dev', name, 'nomaster')),
    ...[BACKHAUL, LAN_BRIDGE].map((name) => ifThere(name, 'ip', 'link', 'del', 'dev', name)),
  ];
}

/** They read their folders only when they are told; where they do not run, nobody has to be told. */
export const OTHERS_LOOK_AGAIN: readonly Command[] = [
  { argv: ['nmcli', 'general', 'reload', 'conf'], onlyIfActive: 'NetworkManager.service', mayFail: true },
  // Asked by D-Bus, it is started; at boot its start waits for network-pre.target, and that for us.
  { argv: ['networkctl', 'reload'], onlyIfActive: 'systemd-networkd.service', mayFail: true },
];

/** Another address between boxes, and the rules that name it: first, as they are what may be refused. */
export const readdressCommands = (before: readonly string[], address: string): readonly Command[] => [
  run('nft', '-f', RULES_FILE),
  ...before.filter((one) => one !== address).map((one) => run('ip', 'address', 'del', one, 'dev', BACKHAUL)),
  run('ip', 'address', 'replace', address, 'brd', '+', 'dev', BACKHAUL),
];

function lanUp({ settings, lanCables }: Present): readonly Command[] {
  return [
    // No spanning tree where there can be no ring: a phone that joins would wait for it.
    unless(
      LAN_BRIDGE,
      'ip',
      ...['link', 'add', 'name', LAN_BRIDGE, 'address', LAN_MAC, 'type', 'bridge'],
      ...(settings.lanCables.length > 1 ? SPANNING_TREE : ['stp_state', '0']),
    ),
    run('ip', 'address', 'replace', settings.lanAddress, 'brd', '+', 'dev', LAN_BRIDGE),
    run('ip', 'link', 'set', 'dev', LAN_BRIDGE, 'up'),
    ...lanCables.flatMap((name) => into(LAN_BRIDGE, name)),
  ];
}

function backhaulUp({ settings, backhaulCables, meshPoint, hasBatman }: Present): readonly Command[] {
  // A random address at each boot would leave the other boxes with one that nobody has any more. An adapter has it before it comes.
  const own = settings.meshPoint?.radio ?? backhaulCables[0]?.mac;
  const address = own === undefined ? [] : ['address', varied(own, 0x08)];
  const cables = backhaulCables.map((cable) => cable.interface);
  const made = hasBatman
    ? [
        unless(BACKHAUL, 'ip', 'link', 'add', 'name', BACKHAUL, ...address, 'type', 'batadv'),
        better('batctl', 'meshif', BACKHAUL, 'multicast_fanout', MULTICAST_FANOUT),
      ]
    : // Two cables to one switch are a loop, which batman-adv knows how to bear and a bridge only with the spanning tree.
      [unless(BACKHAUL, 'ip', 'link', 'add', 'name', BACKHAUL, ...address, 'type', 'bridge', ...SPANNING_TREE)];
  const parts = [...(meshPoint !== undefined && hasBatman ? [MESH_INTERFACE] : []), ...cables];
  return [
    ...made,
    ...(hasBatman ? parts.map((name) => better('ip', 'link', 'set', 'dev', name, 'mtu', ROOM_FOR_BATMAN)) : []),
    ...(hasBatman && meshPoint !== undefined
      ? [run('ip', 'link', 'set', 'dev', MESH_INTERFACE, 'master', BACKHAUL)]
      : []),
    ...cables.flatMap((name) => into(BACKHAUL, name)),
    run('ip', 'address', 'replace', settings.backhaulAddress, 'brd', '+', 'dev', BACKHAUL),
    run('ip', 'link', 'set', 'dev', BACKHAUL, 'up'),
  ];
}

/** The shortest wait that the standard allows, in hundredths of a second, before a port passes anything on. */
const SPANNING_TREE = ['stp_state', '1', 'forward_delay', '200'] as const;

/** An address on a part of a bridge would be a second way into its network. */
const into = (master: string, name: string): readonly Command[] => [
  run('ip', '-4', 'address', 'flush', 'dev', name),
  run('ip', 'link', 'set', 'dev', name, 'master', master),
  run('ip', 'link', 'set', 'dev', name, 'up'),
];

/**
 * Where a radio has the one role, its own interface has it: with the firmware of Raspberry Pis, phones that join a second one by a
 * password are thrown out every four seconds, or the firmware ends (RPi-Distro/firmware-nonfree#59, raspberrypi/firmware#1463). Its
 * name stays with it as its alias, so that it gets it back, whatever else is forgotten.
 */
const apUp = ({ phy, mac, own }: NonNullable<Present['accessPoint']>): readonly Command[] =>
  own === undefined
    ? onRadio(AP_INTERFACE, '__ap', phy, mac)
    : [
        { ...ifThere(own, 'ip', 'link', 'set', 'dev', own, 'alias', own), unlessThere: AP_INTERFACE },
        unless(AP_INTERFACE, 'ip', 'link', 'set', 'dev', own, 'name', AP_INTERFACE),
      ];

/** What hostapd leaves when it is killed is undone as well. Another adapter may have been given the name meanwhile. */
const apDown = (own: string): readonly Command[] => [
  ifThere(AP_INTERFACE, 'ip', 'link', 'set', 'dev', AP_INTERFACE, 'down'),
  ifThere(AP_INTERFACE, 'ip', 'link', 'set', 'dev', AP_INTERFACE, 'nomaster'),
  { ...ifThere(AP_INTERFACE, 'iw', 'dev', AP_INTERFACE, 'set', 'type', 'managed'), mayFail: true },
  { ...ifThere(AP_INTERFACE, 'ip', 'link', 'set', 'dev', AP_INTERFACE, 'alias', ''), mayFail: true },
  { ...ifThere(AP_INTERFACE, 'ip', 'link', 'set', 'dev', AP_INTERFACE, 'name', own), unlessThere: own },
  ifThere(AP_INTERFACE, 'ip', 'link', 'set', 'dev', AP_INTERFACE, 'name', 'wlan%d'),
];

const meshUp = (radio: { readonly phy: string; readonly mac: string }, isShared: boolean): readonly Command[] =>
  // Two interfaces of one radio need two addresses. This one has the bits in which drivers let them differ (mt76x02: 1 to 4 of
  // the first byte).
  onRadio(MESH_INTERFACE, 'mp', radio.phy, isShared ? varied(radio.mac, 0x04) : radio.mac);

/** Left down: the program that uses it takes it up. */
const onRadio = (name: string, type: '__ap' | 'mp', phy: string, mac: string): readonly Command[] => [
  unless(name, 'iw', 'phy', phy, 'interface', 'add', name, 'type', type, 'addr', mac),
];

/** Locally administered, and another one. */
function varied(mac: string, bit: number): string {
  const first = (Number.parseInt(mac.slice(0, 2), 16) | 0x02) ^ bit;
  return first.toString(16).padStart(2, '0') + mac.slice(2);
}

const run = (program: string, ...args: string[]): Command => ({ argv: [program, ...args] });
const better = (program: string, ...args: string[]): Command => ({ argv: [program, ...args], mayFail: true });
const unless = (name: string, program: string, ...args: readonly string[]): Command => ({
  argv: [program, ...args],
  unlessThere: name,
});
const ifThere = (name: string, program: string, ...args: string[]): Command => ({
  argv: [program, ...args],
  onlyIfThere: name,
});
