/** What is said to `hikyaku setup` on its command line, and the wishes it comes to. Pure: files of secrets are read by the caller. */
import { Problem } from '../../config/problem.ts';
import { meshKey, personalName, type Reader, ssid, wifiPassword } from '../../config/values.ts';
import type { Options } from '../options/options.ts';
import type { Wishes } from '../plan/plan.ts';
import type { Box } from '../render/rendered.ts';

export const SETUP_OPTIONS = {
  yes: { help: 'ask nothing: what is not said is as proposed' },
  print: { help: 'say what would be, and change nothing' },
  country: { value: 'XX', help: 'where the box stands, such as JP: the law says which channels there are' },
  ssid: { value: 'NAME', help: 'name of the Wi-Fi, the same on all boxes so that phones may walk (Hikyaku)' },
  'wifi-password': { value: 'PASSWORD', help: 'its password; a file keeps it out of `ps`' },
  'wifi-password-file': { value: 'FILE', help: 'file that holds the password' },
  open: { help: 'no password: everybody may join' },
  name: { value: 'NAME', help: 'name of this box, shown to people (the host name)' },
  'mesh-key': { value: 'KEY', help: 'key shared by boxes that trust each other; a file keeps it out of `ps`' },
  'mesh-key-file': { value: 'FILE', help: 'file that holds the mesh key' },
  channel: { value: 'N', help: 'channel of the access point (the quietest)' },
  'mesh-channel': { value: 'N', help: 'channel between boxes, on all the same' },
  isolate: { value: 'on|off', help: 'on: phones of one box do not hear each other, and all goes through it (off)' },
  'lan-cables': { value: 'IF,…', help: 'cables that lead to phones; other free ones lead to boxes' },
  take: { value: 'IF,…', help: 'interfaces to use although another program uses them' },
  leave: { value: 'IF,…', help: 'interfaces to keep the hands off' },
  /** Says the timer that waits for a setup that died. */
  'give-back': {},
} as const satisfies Options;

/** All but what comes from the identity. */
export type Said = Partial<Omit<Wishes, 'backhaulAddress'>>;

/** `readSecret`: the first line of a file, or a `Problem`. */
export function saidBy(given: ReadonlyMap<string, string>, readSecret: (flag: string, path: string) => string): Said {
  const read = <T>(flag: string, reader: Reader<T>, isSecret = false): T | undefined => {
    const text = given.get(flag);
    return text === undefined ? undefined : wanted(flag, text, reader, isSecret);
  };
  const secret = (flag: string, reader: Reader<string>): string | undefined => {
    const path = given.get(`${flag}-file`);
    if (path === undefined) return read(flag, reader, true);
    if (given.has(flag)) throw new Problem(`setup: expected --${flag} or --${flag}-file, not both`);
    return wanted(`${flag}-file ${path}`, readSecret(`--${flag}-file`, path), reader, true);
  };
  const country = read('country', COUNTRY);
  const network = read('ssid', ssid);
  const key = secret('wifi-password', wifiPassword);
  const isOpen = given.has('open');
  if (isOpen && key !== undefined) throw new Problem('setup: expected --open or a password, not both');
  const name = read('name', personalName);
  const mesh = secret('mesh-key', meshKey);
  const channel = read('channel', CHANNEL);
  const meshChannel = read('mesh-channel', CHANNEL);
  const isolates = read('isolate', ON_OFF);
  return {
    ...(country !== undefined && { country }),
    ...(network !== undefined && { ssid: network }),
    ...(isOpen && { password: 'open' as const }),
    ...(key !== undefined && { password: { key } }),
    ...(name !== undefined && { name }),
    ...(mesh !== undefined && { meshKey: mesh }),
    ...(channel !== undefined && { channel }),
    ...(meshChannel !== undefined && { meshChannel }),
    ...(isolates !== undefined && { isolates }),
    ...listed('lanCables', given.get('lan-cables')),
    ...listed('take', given.get('take')),
    ...listed('leave', given.get('leave')),
  };
}

/** What is not said stays as it was; a box that was never set up has it proposed. `cables`: those that this machine has. */
export function wishesOf(
  said: Said,
  before: Box | undefined,
  backhaulAddress: string,
  cables: readonly string[],
): Wishes {
  return { backhaulAddress, lanCables: [], take: [], leave: [], ...(before && asBefore(before, cables)), ...said };
}

/** Channels, too: phones and boxes know where to look. */
function asBefore({ settings, config, password, meshKey: mesh }: Box, cables: readonly string[]): Said {
  const { wifi, name } = config;
  const { country, accessPoint, meshPoint, lanCables } = settings;
  return {
    name,
    ...(country !== undefined && { country }),
    ...(wifi !== undefined && { ssid: wifi.ssid, password: 'open' as const }),
    // Also where they stood in a file of their own: from now on, in the settings.
    ...(password !== undefined && { password: { key: password } }),
    ...(mesh !== undefined && { meshKey: mesh }),
    ...(accessPoint !== undefined && { channel: accessPoint.channel, isolates: accessPoint.isolates }),
    ...(meshPoint !== undefined && { meshChannel: meshPoint.channel }),
    lanCables: lanCables.filter((name) => cables.includes(name)),
  };
}

function wanted<T>(flag: string, text: string, reader: Reader<T>, isSecret: boolean): T {
  const result = reader(text);
  if ('value' in result) return result.value;
  throw new Problem(`setup: --${flag}${isSecret ? '' : ` ${JSON.stringify(text)}`}: expected ${result.wanted}`);
}

const COUNTRY: Reader<string> = (text) =>
  /^[A-Za-z]{2}$/.test(text) ? { value: text.toUpperCase() } : { wanted: 'two letters as in ISO 3166-1, such as JP' };
const CHANNEL: Reader<number> = (text) =>
  /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= 177
    ? { value: Number(text) }
    : { wanted: 'a channel such as 1, 6, 11 or 36' };
const ON_OFF: Reader<boolean> = (text) =>
  text === 'on' || text === 'off' ? { value: text === 'on' } : { wanted: 'on or off' };

const listed = (key: 'lanCables' | 'take' | 'leave', text: string | undefined): Said =>
  text === undefined
    ? {}
    : {
        [key]: text
          .split(',')
          .map((name) => name.trim())
          .filter((name) => name !== ''),
      };
