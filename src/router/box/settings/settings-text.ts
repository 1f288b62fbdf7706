/** The text of the settings file. Pure; `settings-file.ts` puts it where it belongs. */
import { parseEnvironmentFile, quoted } from './environment-file.ts';
import { BACKHAUL, type BoxSettings, LAN_BRIDGE, STATE_DIRECTORY } from './settings.ts';
import { PREFIX, VARIABLES, type VariableName } from './variables.ts';

/** The router's own part of the file, as far as it is asked or derived. */
export type RouterPart = {
  readonly name: string;
  readonly ssid?: string;
  readonly password?: string;
  readonly meshKey?: string;
};

/** Port that phones open, led to the router's own by `nat`: the captive portal. */
const PUBLIC_PORT = '80';

/**
 * The file as `setup` writes it. `others`: variables of the file before, which nobody asked for; they stay, and cannot replace what
 * was decided now.
 */
export function settingsText(
  settings: BoxSettings,
  router: RouterPart,
  others: ReadonlyMap<string, string> = new Map(),
): string {
  const own = routerVariables(router, others.get('HIKYAKU_PUBLIC_PORT') ?? PUBLIC_PORT);
  const decided = new Set([...own.keys(), ...DECIDED]);
  const kept = [...others].filter(([name]) => !decided.has(name));
  return [
    '# What this box is. A change counts after `systemctl restart hikyaku.target`.',
    '# `hikyaku setup` writes this file anew: values stay unless they are asked for, comments do not.',
    '# Each flag of the router may stand here as well: `hikyaku --help`, HIKYAKU_ and its name in capitals.',
    '',
    '# The router',
    ...[...own].map(([name, value]) => `${name}=${quoted(value)}`),
    '',
    '# The box',
    ...boxVariables(settings).flatMap(([name, value]) => [
      `# ${VARIABLES[name].help}`,
      `${PREFIX}${name}=${quoted(value)}`,
    ]),
    ...(kept.length === 0 ? [] : ['', '# Written by hand']),
    ...kept.map(([name, value]) => `${name}=${quoted(value)}`),
    '',
  ].join('\n');
}

/** The text with another address between boxes, and otherwise as it was. */
export function withBackhaulAddress(text: string, address: string): string {
  const name = `${PREFIX}BACKHAUL_ADDRESS`;
  const written = `${name}=${quoted(address)}`;
  const at = parseEnvironmentFile(text)
    .assignments.filter((assignment) => assignment.name === name)
    .at(-1)?.line;
  if (at === undefined) return `${text.trimEnd()}\n${written}\n`;
  return text
    .split('\n')
    .map((line, index) => (index === at - 1 ? written : line))
    .join('\n');
}

/** Names that `settingsText` decides: none of them is taken over from the file before, also where it writes none. */
const DECIDED: ReadonlySet<string> = new Set([
  ...['NAME', 'SSID', 'WIFI_PASSWORD', 'WIFI_PASSWORD_FILE', 'MESH_KEY', 'MESH_KEY_FILE', 'LAN', 'BACKHAUL'].map(
    (name) => PREFIX + name,
  ),
  ...Object.keys(VARIABLES).map((name) => PREFIX + name),
]);

function routerVariables(
  { name, ssid, password, meshKey }: RouterPart,
  publicPort: string,
): ReadonlyMap<string, string> {
  return new Map([
    ['HIKYAKU_NAME', name],
    ...one('HIKYAKU_SSID', ssid),
    ...one('HIKYAKU_WIFI_PASSWORD', password),
    ...one('HIKYAKU_MESH_KEY', meshKey),
    ['HIKYAKU_LAN', LAN_BRIDGE],
    ['HIKYAKU_BACKHAUL', BACKHAUL],
    ['HIKYAKU_PUBLIC_PORT', publicPort],
    ['HIKYAKU_DATA_DIR', STATE_DIRECTORY],
  ]);
}

const one = (name: string, value: string | undefined): readonly (readonly [string, string])[] =>
  value === undefined ? [] : [[name, value]];

function boxVariables(settings: BoxSettings): readonly (readonly [VariableName, string])[] {
  const { country, accessPoint: access, meshPoint: mesh, lanCables, backhaulCables } = settings;
  const list = (name: VariableName, cables: readonly string[]): readonly (readonly [VariableName, string])[] =>
    cables.length === 0 ? [] : [[name, cables.join(',')]];
  return [
    ...(country === undefined ? [] : ([['COUNTRY', country]] as const)),
    ...(access === undefined
      ? []
      : ([
          ['AP_RADIO', access.radio],
          ['AP_CHANNEL', String(access.channel)],
          ['AP_ISOLATE', access.isolates ? 'on' : 'off'],
        ] as const)),
    ...(mesh === undefined
      ? []
      : ([
          ['MESH_RADIO', mesh.radio],
          ['MESH_CHANNEL', String(mesh.channel)],
        ] as const)),
    ...list('LAN_CABLES', lanCables),
    ...list('BACKHAUL_CABLES', backhaulCables),
    ['LAN_ADDRESS', settings.lanAddress],
    ['BACKHAUL_ADDRESS', settings.backhaulAddress],
  ];
}
