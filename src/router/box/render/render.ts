/** From a box's settings to all that is made of them: files in memory and commands. Pure. */
import { KERNEL_SETTINGS } from '../../net/nft.ts';
import {
  AP_INTERFACE,
  BACKHAUL,
  DEFAULT_SSID,
  LAN_BRIDGE,
  MESH_INTERFACE,
  type OnRadio,
  RUN_DIRECTORY,
} from '../settings/settings.ts';
import { cableRules } from './cable-rules.ts';
import { CABLE_RULES_FILE, type Present, RULES_FILE, upCommands } from './commands.ts';
import { hostapdConf } from './hostapd.ts';
import { meshPointConf } from './mesh-point.ts';
import { namesConf } from './names.ts';
import { filesForOthers } from './others.ts';
import type { Box, KernelSetting, Machine, Rendered, RenderedFile } from './rendered.ts';
import { rulesOf } from './rules.ts';

const OURS: readonly string[] = [AP_INTERFACE, MESH_INTERFACE, LAN_BRIDGE, BACKHAUL];
const SECRET = 0o600;
const PUBLIC = 0o644;

/** What the settings come to on this machine, or why they come to nothing, in words. */
export function render(box: Box, machine: Machine): Rendered | { readonly problem: string } {
  const rules = rulesOf(box);
  if ('problem' in rules) return rules;
  const names = namesConf(box);
  if (names === undefined) return { problem: `the LAN ${box.settings.lanAddress} has no address left for a phone` };
  const { present, absent } = presentOf(box, machine);
  const backhaulCables = present.backhaulCables.map((cable) => cable.interface);
  const taken = [...present.lanCables, ...backhaulCables, ...present.silenced];
  const phys = [present.accessPoint?.phy, present.meshPoint?.phy].filter((phy) => phy !== undefined);
  return {
    files: [
      ...radioFiles(box, machine, present),
      file('dnsmasq.conf', PUBLIC, names),
      { path: RULES_FILE, mode: PUBLIC, text: rules.rules },
      ...(box.settings.lanCables.length === 0
        ? []
        : [{ path: CABLE_RULES_FILE, mode: PUBLIC, text: cableRules(box.settings.lanCables) }]),
      // What comes later too: it has its name before anybody looks again.
      ...filesForOthers([...box.settings.lanCables, ...box.settings.backhaulCables, ...present.silenced]),
    ],
    up: upCommands(present),
    kernel: [...KERNEL_SETTINGS, ...OWN_SETTINGS],
    taken,
    unblocked: [...new Set(phys)],
    absent,
  };
}

/** Nobody on the LAN or between boxes tells this machine which way leads to the Internet. */
const OWN_SETTINGS: readonly KernelSetting[] = [LAN_BRIDGE, BACKHAUL].map((name) => [
  `net.ipv6.conf.${name}.accept_ra`,
  '0',
]);

function presentOf(
  { settings }: Box,
  { radios, cables, hasBatman }: Machine,
): { readonly present: Present; readonly absent: readonly string[] } {
  const absent: string[] = [];
  const find = (what: string, wanted: OnRadio | undefined) => {
    if (wanted === undefined) return undefined;
    const found = radios.find(({ mac }) => mac === wanted.radio);
    if (found === undefined) absent.push(`the radio ${wanted.radio} of the ${what} is not there`);
    return found;
  };
  const there = (names: readonly string[]) =>
    names.flatMap((name) => {
      const found = cables.find((cable) => cable.interface === name);
      if (found === undefined) absent.push(`the cable ${name} is not there`);
      return found ?? [];
    });
  const accessPoint = find('access point', settings.accessPoint);
  const meshRadio = find('mesh', settings.meshPoint);
  if (meshRadio !== undefined && !hasBatman) absent.push('this kernel has no batman-adv: boxes meet over cables alone');
  const meshPoint = hasBatman ? meshRadio : undefined;
  const used = [accessPoint, meshPoint].filter((radio) => radio !== undefined);
  // `iw dev` says the first of a radio last.
  const own =
    accessPoint?.mac === meshPoint?.mac
      ? undefined
      : accessPoint?.interfaces.filter((name) => !OURS.includes(name)).at(-1);
  const silenced = new Set(used.flatMap(({ interfaces }) => interfaces).filter((name) => !OURS.includes(name)));
  return {
    present: {
      settings,
      ...(accessPoint && { accessPoint: { ...accessPoint, ...(own !== undefined && { own }) } }),
      ...(meshPoint && { meshPoint }),
      lanCables: there(settings.lanCables).map((cable) => cable.interface),
      backhaulCables: there(settings.backhaulCables),
      hasBatman,
      silenced: [...silenced],
    },
    absent,
  };
}

function radioFiles(
  { settings, config, password, meshKey }: Box,
  { radios }: Machine,
  present: Present,
): readonly RenderedFile[] {
  const { country, accessPoint, meshPoint } = settings;
  if (country === undefined) return [];
  const radio = radios.find(({ mac }) => mac === present.accessPoint?.mac);
  const ssid = config.wifi?.ssid ?? DEFAULT_SSID;
  return [
    ...(accessPoint === undefined || radio === undefined
      ? []
      : [
          file(
            'hostapd.conf',
            SECRET,
            hostapdConf({ accessPoint, country, ssid, radio, ...(password !== undefined && { password }) }),
          ),
        ]),
    ...(meshPoint === undefined || present.meshPoint === undefined
      ? []
      : [file('mesh.conf', SECRET, meshPointConf(meshPoint, country, meshKey))]),
  ];
}

const file = (name: string, mode: number, text: string): RenderedFile => ({
  path: `${RUN_DIRECTORY}/${name}`,
  mode,
  text,
});
