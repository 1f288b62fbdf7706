/** From the text of the settings file to typed values: the box's own and the router's. Every bad line is named at once. Pure. */
import { type Config, configOf } from '../../config/config.ts';
import { FLAGS, SECRETS } from '../../config/flags.ts';
import { Problem } from '../../config/problem.ts';
import { readValues } from '../../config/read-flags.ts';
import { overlap, rangeOf } from '../../machine/ipv4.ts';
import { type Assignment, parseEnvironmentFile } from './environment-file.ts';
import { BACKHAUL, type BoxSettings, LAN_ADDRESS, LAN_BRIDGE, type OnRadio } from './settings.ts';
import { type BoxValues, isVariableName, PREFIX, VARIABLES, type Variable } from './variables.ts';

export type Problems = { readonly problems: readonly [string, ...string[]] };
export type ReadSettings = { readonly settings: BoxSettings; readonly config: Config };

/** Not flags, and read by the router. */
const ALSO_KNOWN: readonly string[] = ['HIKYAKU_QR'];
const FLAG_OF = new Map(Object.keys(FLAGS).map((flag) => [PREFIX + flag.toUpperCase().replaceAll('-', '_'), flag]));

/** `hostName`: of the machine; the router is called so where the file gives no name. */
export function readSettings(text: string, hostName: string): ReadSettings | Problems {
  const { assignments, misread } = parseEnvironmentFile(text);
  const latest = new Map(assignments.map((assignment) => [assignment.name, assignment]));
  const problems = misread.map(({ line, problem }) => `line ${line}: ${problem}`);
  const values: Record<string, unknown> = {};
  for (const assignment of latest.values()) {
    const read = readOne(assignment);
    if ('wanted' in read) problems.push(wrong(assignment, read.wanted));
    else if (read.variable !== undefined) values[read.variable] = read.value;
  }
  if (isEmpty(problems)) {
    const settings = settingsOf(values as BoxValues); // each was read by the reader that gives `BoxValues` its type
    const config = routerConfig(latest, hostName);
    if (!('problems' in settings) && !('problems' in config)) return { settings, config };
    problems.push(
      ...('problems' in settings ? settings.problems : []),
      ...('problems' in config ? config.problems : []),
    );
  }
  const [first = '', ...rest] = problems;
  return { problems: [first, ...rest] };
}

/** All variables of the file as they are read, of the router, of the box, and what else an operator has written. */
export function variablesIn(text: string): ReadonlyMap<string, string> {
  return new Map(parseEnvironmentFile(text).assignments.map(({ name, value }) => [name, value]));
}

type One = { readonly wanted: string } | { readonly variable?: string; readonly value?: unknown };

function readOne({ name, value }: Assignment): One {
  if (!name.startsWith(PREFIX) || ALSO_KNOWN.includes(name)) return {};
  if (value === '') return {}; // for the router, too, an empty variable is none
  const flag = FLAG_OF.get(name);
  if (flag !== undefined) {
    const read = readFlag(flag, value);
    return 'wanted' in read ? read : {};
  }
  const variable = name.slice(PREFIX.length);
  if (!isVariableName(variable)) return { wanted: `another name: there is no such variable, see docs/names.md` };
  const { read }: Variable<unknown> = VARIABLES[variable];
  const result = read(value);
  return 'wanted' in result ? result : { variable, value: result.value };
}

function readFlag(flag: string, value: string): { readonly wanted: string } | { readonly value: unknown } {
  const [, own] = Object.entries(FLAGS).find(([name]) => name === flag) ?? [];
  if (own === undefined) return { value };
  if (flag === 'lan' || flag === 'backhaul') {
    const made = flag === 'lan' ? LAN_BRIDGE : BACKHAUL;
    return value === made ? { value } : { wanted: `${made}, the interface that this box makes` };
  }
  return own.read(value);
}

function wrong({ name, value, line }: Assignment, wanted: string): string {
  const isSecret = SECRETS.has(FLAG_OF.get(name) ?? '');
  // After a quotation mark without an end the following lines are in the value, and secrets may be among them.
  const [shown = '', ...more] = value.split('\n');
  return `line ${line}: ${name}${isSecret ? '' : ` "${shown}${more.length === 0 ? '' : '…'}"`}: expected ${wanted}`;
}

function routerConfig(latest: ReadonlyMap<string, Assignment>, hostName: string): Config | Problems {
  const given = Object.fromEntries([...latest.values()].map(({ name, value }) => [name, value]));
  const environment = { HIKYAKU_LAN: LAN_BRIDGE, HIKYAKU_BACKHAUL: BACKHAUL, ...given };
  try {
    return configOf(readValues(new Map(), environment), environment, hostName);
  } catch (error) {
    if (error instanceof Problem) return { problems: [error.message] };
    throw error;
  }
}

function settingsOf(values: BoxValues): BoxSettings | Problems {
  const problems: string[] = [];
  const onRadio = (what: 'AP' | 'MESH', radio?: string, channel?: number): OnRadio | undefined => {
    if (radio !== undefined && channel !== undefined) return { radio, channel };
    if (radio !== undefined || channel !== undefined)
      problems.push(`expected both ${PREFIX}${what}_RADIO and ${PREFIX}${what}_CHANNEL, or neither`);
    return undefined;
  };
  const access = onRadio('AP', values.AP_RADIO, values.AP_CHANNEL);
  const meshPoint = onRadio('MESH', values.MESH_RADIO, values.MESH_CHANNEL);
  const { COUNTRY: country, LAN_ADDRESS: lanAddress = LAN_ADDRESS, BACKHAUL_ADDRESS: backhaulAddress } = values;
  const { LAN_CABLES: lanCables = [], BACKHAUL_CABLES: backhaulCables = [] } = values;
  if ((access !== undefined || meshPoint !== undefined) && country === undefined)
    problems.push(`${PREFIX}COUNTRY is missing: the law of the country says on which channels a radio may send`);
  if (backhaulAddress === undefined) problems.push(`${PREFIX}BACKHAUL_ADDRESS is missing; it may be 10.107.3.7/16`);
  else if (overlap(rangeOf(lanAddress), rangeOf(backhaulAddress)))
    problems.push(`${PREFIX}LAN_ADDRESS and ${PREFIX}BACKHAUL_ADDRESS are in one network: expected two`);
  const twice = lanCables.find((cable) => backhaulCables.includes(cable));
  if (twice !== undefined) problems.push(`${twice} is a cable of the LAN and of the backhaul: expected one of them`);
  if (!isEmpty(problems) || backhaulAddress === undefined) {
    const [first = '', ...rest] = problems;
    return { problems: [first, ...rest] };
  }
  return {
    ...(country !== undefined && { country }),
    ...(access && { accessPoint: { ...access, isolates: values.AP_ISOLATE ?? false } }),
    ...(meshPoint && { meshPoint }),
    lanCables,
    backhaulCables,
    lanAddress,
    backhaulAddress,
  };
}

const isEmpty = (list: readonly unknown[]): boolean => list.length === 0;
