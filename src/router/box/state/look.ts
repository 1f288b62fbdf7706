/**
 * Asks systemd and the kernel what a box is doing now. A program that is missing or refuses leaves its part empty; nothing is thrown.
 * Run every 20 s on small machines: a handful of short programs at once, and nothing that is not asked for.
 */
import { existsSync, readdirSync } from 'node:fs';
import { uptime } from 'node:os';
import { join } from 'node:path';
import { readIfThere } from '../../machine/files.ts';
import type { BatmanReport } from '../../machine/radio-report.ts';
import { runProgram } from '../../machine/run-program.ts';
import { cablesWithBoxes, LIST_CABLE_RULES } from '../render/cable-rules.ts';
import { AP_INTERFACE, BACKHAUL, MESH_INTERFACE } from '../settings/settings.ts';
import { TARGET, UNITS } from '../units/names.ts';
import { unitStates } from '../units/systemctl.ts';
import { parseLinks } from './links-seen.ts';
import { parseOriginators } from './originators.ts';
import type { BoxState, Decided } from './state.ts';
import { parseCountry, parseOnAir, parseStations, parseUse } from './wireless.ts';

const PHYS = '/sys/class/ieee80211';

export async function lookAtBox(decided: Decided): Promise<BoxState> {
  const radios = radiosHere();
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
  const air = parseOnAir(dev?.stdout ?? '');
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
  const country = parseCountry(reg?.stdout ?? '');
  return {
    upS: uptime(),
    decided,
    units,
    links: parseLinks(ip.stdout),
    air,
    stations: new Map(dumps.map(({ name, stations }) => [name, stations])),
    use: new Map(dumps.map(({ name, use }) => [name, use])),
    blocked: new Map([...radios.keys()].flatMap((phy) => blockOf(phy))),
    ...(country !== undefined && { country }),
    radios,
    batman,
    cablesWithBoxes: cablesWithBoxes(rules?.stdout ?? ''),
  };
}

function radiosHere(): ReadonlyMap<string, string> {
  return new Map(
    foldersIn(PHYS).map((phy) => [
      phy,
      readIfThere(join(PHYS, phy, 'macaddress'))
        .trim()
        .toLowerCase(),
    ]),
  );
}

function blockOf(phy: string): readonly (readonly [string, 'by a switch' | 'by software'])[] {
  const switches = foldersIn(join(PHYS, phy)).filter((name) => /^rfkill\d+$/.test(name));
  const isOn = (kind: 'hard' | 'soft') =>
    switches.some((name) => readIfThere(join(PHYS, phy, name, kind)).trim() === '1');
  if (isOn('hard')) return [[phy, 'by a switch']];
  return isOn('soft') ? [[phy, 'by software']] : [];
}

async function batmanHere(): Promise<BatmanReport> {
  if (!existsSync(`/sys/class/net/${BACKHAUL}/mesh`) && !existsSync('/sys/module/batman_adv'))
    return { state: 'missing', originators: 0, through_others: 0 };
  const { isWell, stdout } = await runProgram(['batctl', 'meshif', BACKHAUL, 'originators', '-n', '-H']);
  return isWell
    ? { state: 'running', ...parseOriginators(stdout) }
    : { state: 'off', originators: 0, through_others: 0 };
}

function foldersIn(path: string): readonly string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}
