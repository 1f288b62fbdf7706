/** The box's own variables in the settings file: how each is read, and what it is for. The router's stand in `config/flags.ts`. Pure. */
import { isIPv4 } from 'node:net';
import { contains, hostsOf, rangeOf, toText } from '../../machine/ipv4.ts';
import { isPrivate } from '../../machine/private-ranges.ts';

type Read<T> = { readonly value: T } | { readonly wanted: string };
export type Variable<T> = { readonly read: (text: string) => Read<T>; readonly help: string };

const variable = <T>(help: string, wanted: string, read: (text: string) => T | undefined): Variable<T> => ({
  help,
  read: (text) => {
    const value = read(text);
    return value === undefined ? { wanted } : { value };
  },
});

/** Those of 2.4 and 5 GHz. At 14 the law of Japan allows 802.11b alone, which is 25 years old. 6 GHz counts from 1 again and asks for WPA3, which many phones lack. */
const isChannel = (number: number): boolean =>
  (number >= 1 && number <= 13) || (number >= 36 && number <= 177 && (number % 4 === 0 || number % 4 === 1));

const radio = (help: string) =>
  variable(help, "a radio's own MAC address in small letters, such as 00:0f:00:a1:b2:c3", (text) =>
    /^[\da-f]{2}(?::[\da-f]{2}){5}$/.test(text) ? text : undefined,
  );
const channel = (help: string) =>
  variable(help, 'a channel of 2.4 GHz (1 to 13) or 5 GHz (36 to 177)', (text) =>
    /^\d{1,3}$/.test(text) && isChannel(Number(text)) ? Number(text) : undefined,
  );
const cables = (help: string) =>
  variable<readonly string[]>(help, 'interfaces with commas between them, such as eth1,eth2', (text) => {
    const names = text.split(',').map((name) => name.trim());
    // The form of interface names on Linux, without what a rule or a list could take for something else.
    return names.every((name) => /^[\w.@-]{1,15}$/.test(name) && !/^\.+$/.test(name)) ? names : undefined;
  });
const address = (help: string, example: string) =>
  variable(help, `a private address with its prefix length, such as ${example}`, (text) => {
    const [, host = '', digits] = /^([\d.]+)\/(\d{1,2})$/.exec(text) ?? [];
    const prefix = Number(digits);
    // Of less than /29 nothing is left for phones; no larger one is private.
    if (!isIPv4(host) || prefix < 8 || prefix > 29) return undefined;
    const range = rangeOf(text);
    const isWithin = isPrivate(toText(range.first)) && isPrivate(toText(range.last));
    return isWithin && contains(hostsOf(range), host) ? text : undefined;
  });

export const VARIABLES = {
  COUNTRY: variable('country, whose law says which channels there are', 'two capital letters, such as JP', (text) =>
    /^[A-Z]{2}$/.test(text) ? text : undefined,
  ),
  AP_RADIO: radio('MAC address of the radio that phones join'),
  AP_CHANNEL: channel('its channel'),
  AP_ISOLATE: variable('on: phones at it do not hear each other (off)', 'on or off', (text) =>
    text === 'on' ? true : text === 'off' ? false : undefined,
  ),
  MESH_RADIO: radio('MAC address of the radio that speaks with other boxes; it may be the same'),
  MESH_CHANNEL: channel('its channel, on all boxes the same'),
  LAN_CABLES: cables('cables to devices of the LAN'),
  BACKHAUL_CABLES: cables('cables to other boxes'),
  LAN_ADDRESS: address('of this box on its LAN, on all boxes the same (192.168.42.1/24)', '192.168.42.1/24'),
  BACKHAUL_ADDRESS: address('of this box between boxes, on each another one', '10.107.3.7/16'),
} as const;

export type VariableName = keyof typeof VARIABLES;
export type BoxValues = {
  -readonly [N in VariableName]?: (typeof VARIABLES)[N] extends Variable<infer T> ? T : never;
};
export const isVariableName = (name: string): name is VariableName => Object.hasOwn(VARIABLES, name);

/** Before every variable of this product. */
export const PREFIX = 'HIKYAKU_';
