/** Who uses which interface, as other programs say it. Parsers never fail. */
import { array, object, parseJson, text } from '../../../protocol/parse.ts';
import type { User } from './hardware.ts';
import type { Dev } from './iw-phy.ts';

/** By interface. */
export type Users = ReadonlyMap<string, User>;

/** `nmcli --terse` escapes its separator and the backslash (nmcli(1), --escape). */
const fieldsOf = (line: string): readonly string[] =>
  (line.match(/(?:^|:)(?:\\.|[^:\\])*/g) ?? []).map((field) => field.replace(/^:/, '').replace(/\\(.)/g, '$1'));

/**
 * Of `nmcli --terse --fields DEVICE,STATE,CONNECTION device`. What it merely sees ("connected (externally)"), what has no cable
 * ("unavailable") and what it leaves alone ("unmanaged") it does not use.
 */
export function parseNmcli(output: string): Users {
  const users = new Map<string, User>();
  for (const line of output.split('\n')) {
    const [device = '', state = '', connection = ''] = fieldsOf(line);
    if (device === '' || !/^(?:connected|connecting)/.test(state) || state.includes('externally')) continue;
    users.set(device, { program: 'NetworkManager', ...(connection !== '' && { connection }) });
  }
  return users;
}

const networkctl = object({
  Interfaces: array(object({ Name: text(15, 1) }, { AdministrativeState: text(64), NetworkFile: text(4096) }), 10_000),
});

/** Of `networkctl list --json=short` (systemd 250 and later): every interface for which somebody wrote a file. */
export function parseNetworkctl(json: string): Users {
  const parsed = parseJson(json, 16 * 1024 * 1024, networkctl);
  const users = new Map<string, User>();
  for (const { Name, AdministrativeState, NetworkFile } of parsed.ok ? parsed.value.Interfaces : []) {
    if (AdministrativeState === undefined || AdministrativeState === 'unmanaged') continue;
    const connection = NetworkFile?.split('/').at(-1);
    users.set(Name, { program: 'systemd-networkd', ...(connection && { connection }) });
  }
  return users;
}

/** Of /etc/network/interfaces and its folder, joined (interfaces(5)): every interface that has a stanza, but for `manual` ones. */
export function parseInterfaces(file: string): Users {
  const users = new Map<string, User>();
  for (const line of file.split('\n')) {
    const [word, name, family, method] = line.trim().split(/\s+/);
    if (word !== 'iface' || name === undefined || name === 'lo' || name.includes('/')) continue;
    if (family?.startsWith('inet') && method !== 'manual') users.set(name, { program: 'ifupdown' });
  }
  return users;
}

/** By the names of their control sockets, of which each is an interface: /run/hostapd/wlan0. */
export const usersBySockets = (program: 'wpa_supplicant' | 'hostapd', names: readonly string[]): Users =>
  new Map(names.filter((name) => !name.startsWith('p2p-dev-')).map((name) => [name, { program }]));

/** A radio that is in a network has a user, though we may not know how it was started. */
export const usersByDevs = (devs: readonly Dev[]): Users =>
  new Map(
    devs.flatMap(({ name, type, ssid }): [string, User][] =>
      ssid === undefined ? [] : [[name, { program: type === 'AP' ? 'hostapd' : 'wpa_supplicant', connection: ssid }]],
    ),
  );
