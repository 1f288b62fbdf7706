/**
 * Networks without cables: what access points, stations and points of a mesh are told, and by whom. For a kernel with emulated
 * radios (`../radio`). Pure: shell commands for the nodes, which `netns.ts` runs.
 */
import {
  type AccessPoint,
  HOST,
  LAN,
  type MeshAir,
  type RadioUse,
  type Segment,
  type Topology,
  WAN,
} from './topology.ts';

/** The interface of an access point, and that of a point of a mesh. */
export const AP = 'ap0';
export const MESH = 'mesh0';

/** A radio, `phy0` and on, and whose it is. */
export type Radio = { readonly phy: string; readonly node: string; readonly for: RadioUse };

/** Shell commands for one node. */
export type Air = {
  readonly node: string;
  /** When its radios are there: gives it the interfaces that a cable would have brought. */
  readonly before: readonly string[];
  /** When it is set up: puts them on the air. */
  readonly up: readonly string[];
  /** Ends its programs, so that `up` can follow again. */
  readonly down: readonly string[];
  /** Resolves when it hears whom it should: a station its access point, a point of a mesh another one. */
  readonly joined: readonly string[];
};

/** A time after which nothing will come any more, in steps of 0.2 s: five minutes, on machines that are emulated. */
const STEPS = 1_500;

/** Whose each radio of `phys` is, as far as they are needed, and what each node does with its own. Empty where all is cable. */
export function airOf(
  topology: Topology,
  phys: readonly string[],
): { readonly radios: readonly Radio[]; readonly nodes: readonly Air[] } {
  const radios: Radio[] = [];
  const nodes: Omit<Air, 'down'>[] = [];
  const radio = (node: string, what: Radio['for']): string => {
    const phy = phys[radios.length];
    if (phy === undefined) throw new Error(`the network wants more radios than there are here: ${phys.length}`);
    radios.push({ phy, node, for: what });
    return phy;
  };
  for (const { name: node, accessPoint, wan, isolates = false } of topology.routers) {
    const mesh = meshOf(topology, wan.on);
    const parts: Part[] = [];
    if (accessPoint !== undefined) {
      const shares = mesh?.shares === true;
      parts.push(accessPointOf(node, radio(node, 'access point'), accessPoint, isolates, shares));
      if (mesh !== undefined) parts.push(pointOf(node, shares ? undefined : radio(node, 'mesh'), mesh, WAN));
    } else if (mesh !== undefined) parts.push(pointOf(node, radio(node, 'mesh'), mesh, WAN));
    if (parts.length > 0) nodes.push(joinedUp(node, parts));
  }
  for (const { name: node, on } of topology.hosts) {
    const mesh = meshOf(topology, on);
    const heard = topology.routers.find(({ name }) => name === on)?.accessPoint;
    if (mesh !== undefined) nodes.push({ node, ...pointOf(node, radio(node, 'mesh'), mesh, HOST) });
    else if (heard !== undefined) nodes.push({ node, ...stationOf(node, radio(node, 'station'), heard) });
  }
  return { radios, nodes: nodes.map((air) => ({ ...air, down: [ended(air.node)] })) };
}

export const isOnAir = (topology: Topology, on: string): boolean =>
  meshOf(topology, on) !== undefined || topology.routers.find(({ name }) => name === on)?.accessPoint !== undefined;

function meshOf({ segments }: Topology, name: string): MeshAir | undefined {
  return segments.find((segment: Segment) => segment.name === name)?.air;
}

/** What one radio of a node is told. */
type Part = Omit<Air, 'node' | 'down'>;

function joinedUp(node: string, parts: readonly Part[]): Omit<Air, 'down'> {
  const all = (key: 'before' | 'up' | 'joined') => parts.flatMap((part) => part[key]);
  return { node, before: all('before'), up: all('up'), joined: all('joined') };
}

/** Of all nodes, because they share this folder. */
const file = (node: string, what: string): string => `/run/air-${node}-${what}`;

function ended(node: string): string {
  const programs = `-f ${file(node, '')}`;
  return `pkill ${programs}; while pgrep ${programs} > /dev/null; do sleep 0.2; done`;
}

function write(path: string, lines: readonly string[]): string {
  return `cat > ${path} <<'IN_THE_FILE'\n${lines.join('\n')}\nIN_THE_FILE`;
}

/** One interface of this name in place of all that a radio has: those of an earlier network come back with it. */
function interfaceOf(phy: string, name: string): string {
  const all = `/sys/class/ieee80211/${phy}/device/net/*`;
  return `for old in ${all}; do iw dev "\${old##*/}" del; done\niw phy ${phy} interface add ${name} type managed`;
}

/** Waits until a command succeeds, and else shows what the program has written. */
function until(condition: string, what: string, log: string): string {
  return [
    'n=0',
    `until ${condition}; do`,
    `  n=$((n + 1)); if [ $n -gt ${STEPS} ]; then echo '${what}' >&2; tail -n 20 ${log} >&2; exit 1; fi; sleep 0.2`,
    'done',
  ].join('\n');
}

function accessPointOf(
  node: string,
  phy: string,
  { ssid, channel, password }: AccessPoint,
  isolates: boolean,
  sharesItsRadio: boolean,
): Part {
  const [settings, log] = [file(node, 'hostapd.conf'), file(node, 'hostapd.log')];
  const lines = [
    ...[`interface=${AP}`, `bridge=${LAN}`, 'driver=nl80211', 'hw_mode=g', `channel=${channel}`],
    ...['ieee80211n=1', 'wmm_enabled=1', 'beacon_int=100', `ssid2="${ssid}"`, 'utf8_ssid=1'],
    ...(password === undefined
      ? []
      : ['wpa=2', 'wpa_key_mgmt=WPA-PSK', 'rsn_pairwise=CCMP', `wpa_passphrase=${password}`]),
    ...(isolates ? ['ap_isolate=1'] : []),
  ];
  return {
    before: [
      interfaceOf(phy, AP),
      // Both from the start: the mesh of a radio that already has an access point must keep to its channel.
      ...(sharesItsRadio ? [`iw dev ${AP} interface add ${MESH} type mp`] : []),
      write(settings, lines),
    ],
    up: [
      `hostapd -B -f ${log} ${settings} > /dev/null || { cat ${log} >&2; exit 1; }`,
      until(`iw dev ${AP} info | grep -q channel`, `no access point on ${node}`, log),
    ],
    joined: [],
  };
}

function stationOf(node: string, phy: string, { ssid, password }: AccessPoint): Part {
  const [settings, log] = [file(node, 'station.conf'), file(node, 'station.log')];
  const key = password === undefined ? ['key_mgmt=NONE'] : ['key_mgmt=WPA-PSK', `psk="${password}"`];
  return {
    before: [
      interfaceOf(phy, HOST),
      write(settings, [
        ...[`ctrl_interface=${file(node, 'control')}`, 'ap_scan=1'],
        ...['network={', `ssid="${ssid}"`, 'scan_ssid=1', ...key, '}'],
      ]),
    ],
    up: [`wpa_supplicant -B -D nl80211 -i ${HOST} -c ${settings} -f ${log} > /dev/null || { cat ${log} >&2; exit 1; }`],
    joined: [until(`iw dev ${HOST} station dump | grep -q 'authorized:.*yes'`, `${node} finds no "${ssid}"`, log)],
  };
}

/** batman-adv over a point of a mesh (its radio has one already where `phy` is not given), as the interface that a cable would have been. */
function pointOf(node: string, phy: string | undefined, { id, channel, password }: MeshAir, as: string): Part {
  const [settings, log] = [file(node, 'mesh.conf'), file(node, 'mesh.log')];
  const key =
    password === undefined ? ['key_mgmt=NONE'] : ['key_mgmt=SAE', `sae_password="${password}"`, 'ieee80211w=2'];
  const network = [`ssid="${id}"`, 'mode=5', `frequency=${2_407 + 5 * channel}`, 'mesh_fwding=0', 'disable_ht40=1'];
  return {
    before: [
      ...(phy === undefined ? [] : [interfaceOf(phy, MESH)]),
      `ip link add ${as} type batadv`,
      write(settings, ['user_mpm=1', 'beacon_int=100', 'network={', ...network, ...key, 'beacon_int=100', '}']),
    ],
    up: [
      `wpa_supplicant -B -D nl80211 -i ${MESH} -c ${settings} -f ${log} > /dev/null || { cat ${log} >&2; exit 1; }`,
      until(`iw dev ${MESH} info | grep -q channel`, `no mesh on ${node}`, log),
      `ip link set ${MESH} mtu 1560`, // batman-adv puts its own header before each frame
      `batctl meshif ${as} interface | grep -q '^${MESH}' || batctl meshif ${as} interface add ${MESH}`,
    ],
    joined: [until(`batctl meshif ${as} originators -H | grep -q .`, `${node} finds nobody in the mesh`, log)],
  };
}
