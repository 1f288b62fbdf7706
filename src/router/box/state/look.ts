/**
 * Asks systemd and the kernel what a box is doing now. A program that is missing or refuses leaves its part empty; nothing is thrown.
 * Run every 20 s on small machines: a handful of short programs at once, and nothing that is not asked for.
 */
import { existsSync } from 'node:fs';
import { uptime } from 'node:os';
import type { BatmanReport } from '../../machine/radio-report.ts';
import { runProgram } from '../../machine/run-program.ts';
import { parseLinks } from '../hardware/ip-json.ts';
import { parseDomains } from '../hardware/iw-air.ts';
import { parseDevs } from '../hardware/iw-phy.ts';
import { type Block, blockOf, driverOf, macOf, physHere } from '../hardware/phys.ts';
import { cablesWithBoxes, LIST_CABLE_RULES } from '../render/cable-rules.ts';
import { AP_INTERFACE, BACKHAUL, MESH_INTERFACE } from '../settings/settings.ts';
import { TARGET, UNITS } from '../units/names.ts';
import { unitStates } from '../units/systemctl.ts';
import { parseOriginators } from './originators.ts';
import type { BoxState, Decided } from './state.ts';
import { parseStations, parseUse } from './wireless.ts';

export async function lookAtBox(decided: Decided): Promise<BoxState> {
  const radios = new Map(physHere().map((phy) => [phy, macOf(phy)]));
  const hasRadio = radios.size > 0;
  const hasLanCables = decided.is === 'box' && decided.settings.lanCables.length > 0;
  const [units, ip, dev, reg, batman, rules] = await Promise.all([
    unitStates([TARGET, ...Object.values(UNITS)]),
    runProgram(['ip', '-json', 'address']),
    hasRadio ? runProgram(['iw', 'dev']) : undefined,
    hasRadio ? runProgram(['iw', 'reg', 'get']) : undefined,
    batmanHere(),
    hasLanCables ? runProgram([...LIST_CABLE_RULES]) : undefined,
  ]);
  const air = new Map(parseDevs(dev?.stdout ?? '').map((one) => [one.name, one]));
  const ours = [AP_INTERFACE, MESH_INTERFACE].filter((name) => air.has(name));
  const dumps = await Promise.all(
    ours.map(async (name) => {
      const [stations, survey] = await Promise.all([
        runProgram(['iw', 'dev', name, 'station', 'dump']),
        runProgram(['iw', 'dev', name, 'survey', 'dump']),
      ]);
      return { name, stations: parseStations(stations.stdout), use: parseUse(survey.stdout) };
    }),
  );
  return {
    upS: uptime(),
    decided,
    units,
    links: new Map(parseLinks(ip.stdout).map((link) => [link.name, link])),
    air,
    stations: new Map(dumps.map(({ name, stations }) => [name, stations])),
    use: new Map(dumps.map(({ name, use }) => [name, use])),
    blocked: new Map([...radios.keys()].flatMap((phy) => blockedOne(phy))),
    ...(reg?.isWell === true && { country: parseDomains(reg.stdout).global }),
    radios,
    drivers: new Map([...radios.keys()].flatMap((phy) => driverOne(phy))),
    batman,
    cablesWithBoxes: cablesWithBoxes(rules?.stdout ?? ''),
  };
}

function blockedOne(phy: string): readonly (readonly [string, Block])[] {
  const block = blockOf(phy);
  return block === undefined ? [] : [[phy, block]];
}

function driverOne(phy: string): readonly (readonly [string, string])[] {
  const driver = driverOf(phy);
  return driver === undefined ? [] : [[phy, driver]];
}

async function batmanHere(): Promise<BatmanReport> {
  if (!existsSync(`/sys/class/net/${BACKHAUL}/mesh`) && !existsSync('/sys/module/batman_adv'))
    return { state: 'missing', originators: 0, through_others: 0 };
  const { isWell, stdout } = await runProgram(['batctl', 'meshif', BACKHAUL, 'originators', '-n', '-H']);
  return isWell
    ? { state: 'running', ...parseOriginators(stdout) }
    : { state: 'off', originators: 0, through_others: 0 };
}
