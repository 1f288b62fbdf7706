/** Looks at this machine: the only file that asks it what a box can be made of. */
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { readIfThere } from '../../machine/files.ts';
import { findProgram } from '../../machine/surroundings.ts';
import { AP_INTERFACE, BACKHAUL, LAN_BRIDGE, MESH_INTERFACE } from '../settings/settings.ts';
import type { Cable, Hardware, Heard, Listener, Obstacle, Radio, User } from './hardware.ts';
import { type IpLink, parseLinks, parseRouteDevices } from './ip-json.ts';
import { heardOf, parseDomains, parseScan, parseSurvey } from './iw-air.ts';
import { type Dev, parseDevs, parsePhys } from './iw-phy.ts';
import { parseListening, parseLoggedIn, serviceOf } from './listening.ts';
import { localeCountry } from './locale.ts';
import { obstaclesIn } from './obstacles.ts';
import { blockOf, driverOf, macOf, namesIn as names } from './phys.ts';
import { type Ask, asker, searchPathOf } from './programs.ts';
import { parseRegulatoryDb } from './regulatory-db.ts';
import { parseInterfaces, parseNetworkctl, parseNmcli, type Users, usersByDevs, usersBySockets } from './users.ts';

const PROGRAMS = ['ip', 'iw', 'hostapd', 'wpa_supplicant', 'dnsmasq', 'nft', 'batctl', 'turnserver'];
const SERVICES = ['dnsmasq', 'hostapd', 'isc-dhcp-server', 'kea-dhcp4-server', 'named', 'unbound', 'systemd-resolved'];
/** Of names, DHCP, pages and STUN: what ours listen at on the bridge. */
const OUR_PORTS = new Set(['udp 53', 'tcp 53', 'udp 67', 'tcp 8080', 'tcp 8443', 'udp 3478']);
const OURS: readonly string[] = [AP_INTERFACE, MESH_INTERFACE, LAN_BRIDGE, BACKHAUL];

export type LookOptions = {
  /**
   * Let radios listen to their channels: 4 s, and needs root. A radio that nobody uses is up for that while, and then as before.
   */
  readonly listens?: boolean;
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Where programs are sought; by default in PATH, and where Debian keeps those for root. */
  readonly searchPath?: string;
};

/** Never throws: what cannot be asked is not there. Changes nothing that stays. */
export async function lookAtHardware({
  listens = false,
  environment = process.env,
  searchPath = searchPathOf(environment['PATH']),
}: LookOptions = {}): Promise<Hardware> {
  const { ask, works } = asker(searchPath);
  const [links, devs, wayOut] = await Promise.all([
    ask('ip', '-json', '-details', 'address').then((json) => parseLinks(json).filter(({ isEthernet }) => isEthernet)),
    ask('iw', 'dev').then(parseDevs),
    devicesOut(ask),
  ]);
  const users = await usersNow(ask, links, devs);
  const radios = await radiosNow(ask, devs, users, isOut(links, wayOut), links);
  const [domains, hasBatman, services, listeners, obstacles, heard] = await Promise.all([
    ask('iw', 'reg', 'get').then(parseDomains),
    works('modprobe', '--dry-run', '--quiet', 'batman_adv'),
    servicesNow(ask),
    listenersNow(ask),
    obstaclesNow(ask),
    listens ? heardNow(ask, radios) : new Map<string, readonly Heard[]>(),
  ]);
  const country = localeCountry(environment, readIfThere('/etc/default/locale'));
  return {
    hostName: hostname(),
    radios: radios.map((radio) => {
      const own = domains.own.get(radio.phy);
      return { ...radio, ...(own !== undefined && { ownCountry: own }) };
    }),
    cables: cablesOf(links, users, isOut(links, wayOut), new Set(devs.map(({ name }) => name))),
    heard,
    country: domains.global,
    ...(country !== undefined && { localeCountry: country }),
    countries: parseRegulatoryDb(bytesIfThere('/lib/firmware/regulatory.db')),
    hasBatman: hasBatman || names('/sys/module/batman_adv').length > 0,
    missing: PROGRAMS.filter((program) => findProgram(program, searchPath) === undefined),
    services,
    listeners,
    obstacles,
  };
}

async function radiosNow(
  ask: Ask,
  devs: readonly Dev[],
  users: Users,
  isWayOut: (name: string) => boolean,
  links: readonly IpLink[],
): Promise<readonly Radio[]> {
  const former = links.find(({ name }) => name === AP_INTERFACE)?.alias;
  const isFree = !links.some(({ name }) => name === former);
  return parsePhys(await ask('iw', 'phy')).flatMap((phy) => {
    const mac = macOf(phy.phy);
    if (mac === '') return [];
    const now = devs.filter((dev) => dev.phy === phy.phy).map(({ name }) => name);
    // The radio's own interface, which is the access point while the box is up: people know it by its own name.
    const interfaces = former !== undefined && isFree && now.includes(AP_INTERFACE) ? [...now, former] : now;
    const driver = driverOf(phy.phy);
    const usedBy = userOf(interfaces, users);
    const blocked = blockOf(phy.phy);
    return [
      {
        ...phy,
        mac,
        interfaces,
        isWayOut: interfaces.some(isWayOut),
        ...(driver !== undefined && { driver }),
        ...(usedBy && { usedBy }),
        ...(blocked && { blocked }),
      },
    ];
  });
}

const userOf = (interfaces: readonly string[], users: Users): User | undefined =>
  interfaces
    .filter((name) => !OURS.includes(name))
    .map((name) => users.get(name))
    .find((user) => user !== undefined);

/** Real devices, the ports of switches (dsa), and the cables of containers (veth). */
const CABLES = new Set([undefined, 'veth', 'dsa']);

function cablesOf(
  links: readonly IpLink[],
  users: Users,
  isWayOut: (name: string) => boolean,
  radios: ReadonlySet<string>,
): readonly Cable[] {
  return links
    .filter(({ name, kind }) => CABLES.has(kind) && !radios.has(name) && !OURS.includes(name))
    .map(({ name, mac, hasCarrier, addresses }) => {
      const usedBy = userOf([name], users);
      return { interface: name, mac, hasCarrier, addresses, isWayOut: isWayOut(name), ...(usedBy && { usedBy }) };
    });
}

/** Of those that use one, the last one said here counts. */
async function usersNow(ask: Ask, links: readonly IpLink[], devs: readonly Dev[]): Promise<Users> {
  const stanzas = [
    '/etc/network/interfaces',
    ...names('/etc/network/interfaces.d').map((name) => `/etc/network/interfaces.d/${name}`),
  ];
  const [nmcli, networkctl] = await Promise.all([
    ask('nmcli', '--terse', '--fields', 'DEVICE,STATE,CONNECTION', 'device').then(parseNmcli),
    // Where networkd never ran, asking could start it.
    names('/run/systemd/netif/links').length === 0
      ? new Map<string, User>()
      : ask('networkctl', 'list', '--json=short').then(parseNetworkctl),
  ]);
  const isDhcpcd =
    names('/run').some((name) => /^dhcpcd(?:-\w+)?\.pid$/.test(name)) || names('/run/dhcpcd').includes('pid');
  return new Map([
    ...(isDhcpcd ? usersByAddress(links) : []),
    ...usersByBridges(links),
    ...usersByDevs(devs),
    ...parseInterfaces(stanzas.map(readIfThere).join('\n')),
    ...usersBySockets('wpa_supplicant', names('/run/wpa_supplicant')),
    ...usersBySockets('hostapd', names('/run/hostapd')),
    ...networkctl,
    ...nmcli,
  ]);
}

/** dhcpcd takes every interface that there is. */
const usersByAddress = (links: readonly IpLink[]): Users =>
  new Map(links.filter(({ addresses }) => addresses.length > 0).map(({ name }) => [name, { program: 'dhcpcd' }]));

/** A bridge of somebody else uses its ports; ours does not count. */
const usersByBridges = (links: readonly IpLink[]): Users =>
  new Map(
    links.flatMap(({ name, master }): [string, User][] =>
      master === undefined || OURS.includes(master) ? [] : [[name, { program: 'bridge', connection: master }]],
    ),
  );

type Out = { readonly devices: readonly string[]; readonly addresses: readonly string[] };

async function devicesOut(ask: Ask): Promise<Out> {
  const [four, six, loggedIn] = await Promise.all([
    ask('ip', '-json', 'route', 'show', 'default').then(parseRouteDevices),
    ask('ip', '-json', '-6', 'route', 'show', 'default').then(parseRouteDevices),
    ask('ss', '-H', '-n', '-t', 'state', 'established', 'sport', '=', ':22').then(parseLoggedIn),
  ]);
  return { devices: [...four, ...six], addresses: loggedIn };
}

const isOut =
  (links: readonly IpLink[], { devices, addresses }: Out) =>
  (name: string): boolean =>
    devices.includes(name) ||
    links.some(
      (link) => link.name === name && link.addresses.some((own) => addresses.includes(own.split('/')[0] ?? '')),
    );

async function servicesNow(ask: Ask): Promise<readonly string[]> {
  const units = SERVICES.map((service) => `${service}.service`);
  const states = await Promise.all(units.map((unit) => ask('systemctl', 'is-active', unit)));
  return units.filter((_, index) => states[index]?.trim() === 'active');
}

async function obstaclesNow(ask: Ask): Promise<readonly Obstacle[]> {
  const [docker, firewalld] = await Promise.all([
    ask('systemctl', 'is-active', 'docker.service'),
    ask('systemctl', 'is-active', 'firewalld.service'),
  ]);
  // Only where they are used anyway: the old one makes tables by being asked.
  const iptables = docker.trim() === 'active' ? await ask('iptables', '-S') : '';
  return obstaclesIn({
    docker,
    firewalld,
    iptables,
    ufw: readIfThere('/etc/ufw/ufw.conf'),
    ufwRules: readIfThere('/etc/ufw/user.rules'),
    firewalldTrusted: readIfThere('/etc/firewalld/zones/trusted.xml'),
    // One for each interface has a name of it in its file.
    isDhcpcdEverywhere: names('/run').includes('dhcpcd.pid') || names('/run/dhcpcd').includes('pid'),
    dhcpcd: readIfThere('/etc/dhcpcd.conf'),
  });
}

async function listenersNow(ask: Ask): Promise<readonly Listener[]> {
  const listeners = parseListening(await ask('ss', '-H', '-l', '-n', '-t', '-u', '-p'))
    .filter(({ protocol, port }) => OUR_PORTS.has(`${protocol} ${port}`))
    .map(({ protocol, port, program, pid }) => {
      const service = pid === undefined ? undefined : serviceOf(readIfThere(`/proc/${pid}/cgroup`));
      // Root sees every process of its machine: this one is in a container, or of the kernel.
      const owner = service ?? program ?? (process.getuid?.() === 0 ? 'a program' : undefined);
      return { protocol, port, ...(owner !== undefined && { owner }) };
    })
    .filter(({ owner = '' }) => !owner.startsWith('hikyaku'));
  const one = new Map(
    listeners.map((listener) => [`${listener.protocol} ${listener.port} ${listener.owner ?? ''}`, listener]),
  );
  return [...one.values()];
}

async function heardNow(ask: Ask, radios: readonly Radio[]): Promise<ReadonlyMap<string, readonly Heard[]>> {
  const listened = await Promise.all(
    radios.map(async ({ phy, interfaces, blocked, usedBy }): Promise<[string, readonly Heard[]] | undefined> => {
      const name = interfaces.find((one) => !OURS.includes(one));
      if (name === undefined || blocked !== undefined) return undefined;
      // IFF_UP (linux/if.h). A down interface hears nothing; one that somebody uses is not touched.
      const isUp = (Number(readIfThere(`/sys/class/net/${name}/flags`).trim()) & 1) === 1;
      if (!isUp && usedBy !== undefined) return undefined;
      if (!isUp) await ask('ip', 'link', 'set', name, 'up');
      const scanned = await ask('iw', 'dev', name, 'scan');
      const surveyed = parseSurvey(await ask('iw', 'dev', name, 'survey', 'dump'));
      if (!isUp) await ask('ip', 'link', 'set', name, 'down');
      // A scan that failed said nothing, which is not the same as an empty air.
      return scanned === '' ? undefined : [phy, heardOf(surveyed, parseScan(scanned))];
    }),
  );
  return new Map(listened.filter((one) => one !== undefined));
}

function bytesIfThere(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch {
    return new Uint8Array();
  }
}
