/** How the machine was before it became a box, kept in memory: whatever is changed is given back. Pure. */
import { array, boolean, integer, matching, object, parseJson, text, tuple } from '../../../protocol/parse.ts';
import { parseLinks } from '../hardware/ip-json.ts';
import type { Command, KernelSetting } from '../render/rendered.ts';
import { BACKHAUL, LAN_BRIDGE } from '../settings/settings.ts';

export type InterfaceBefore = {
  readonly name: string;
  readonly isUp: boolean;
  readonly mtu: number;
  /** The bridge it was in. */
  readonly master?: string;
  readonly addresses: readonly { readonly address: string; readonly broadcast?: string }[];
  /** As `ip route` says and takes them, without the interface. */
  readonly routes: readonly string[];
};
export type Before = {
  readonly interfaces: readonly InterfaceBefore[];
  readonly kernel: readonly KernelSetting[];
  /** Of the regulatory domain; absent where it was not changed. */
  readonly country?: string;
  /** Phys whose soft block was lifted. */
  readonly unblocked: readonly string[];
};

const OURS: readonly string[] = [LAN_BRIDGE, BACKHAUL];

/** Nothing was changed yet. */
export const UNTOUCHED: Before = { interfaces: [], kernel: [], unblocked: [] };

const MAX_LENGTH = 1_000_000;
const MAX_ENTRIES = 1_000;
const name = text(15, 1);
const MTU = integer(0, 2 ** 31);

const COUNTRY = /^(?:[A-Z]{2}|00)$/;
/** One that `iw reg set` takes; 00 is the world. */
export const isCountry = (country: string): boolean => COUNTRY.test(country);

const before = object(
  {
    interfaces: array(
      object(
        {
          name,
          isUp: boolean,
          mtu: MTU,
          addresses: array(object({ address: text(64) }, { broadcast: text(64) }), MAX_ENTRIES),
          routes: array(text(1_000), MAX_ENTRIES),
        },
        { master: name },
      ),
      MAX_ENTRIES,
    ),
    kernel: array(tuple(text(200), text(200)), MAX_ENTRIES),
    unblocked: array(text(64), MAX_ENTRIES),
  },
  { country: matching(COUNTRY, 'two capital letters, or 00') },
);

/** `undefined` for what was never written, or not by us. */
export function parseBefore(json: string): Before | undefined {
  const parsed = parseJson(json, MAX_LENGTH, before);
  return parsed.ok ? parsed.value : undefined;
}

/** Of `ip -json address show dev X` and `ip -4 route show dev X`. */
export function interfaceBefore(json: string, routes: string): InterfaceBefore | undefined {
  const [link] = parseLinks(json);
  if (link?.mtu === undefined) return undefined;
  const { name, isUp, mtu, master, addresses, broadcasts } = link;
  return {
    name,
    isUp,
    mtu,
    // Ours is gone when this is given back; it stands here where what was remembered was lost.
    ...(master !== undefined && !OURS.includes(master) && { master }),
    addresses: addresses.map((address) => {
      const broadcast = broadcasts.get(address);
      return { address, ...(broadcast !== undefined && { broadcast }) };
    }),
    // Those that the kernel made of an address come back with it. A line that says "linkdown" is not taken back as it is.
    routes: routes
      .split('\n')
      .map((line) => line.replaceAll(/\blinkdown\b/g, '').trim())
      .filter((line) => line !== '' && !line.includes('proto kernel')),
  };
}

/** Of `ip -json link show dev X`: what it was called before it became an interface of a box. */
export function formerName(json: string): string | undefined {
  const alias = parseLinks(json)[0]?.alias;
  // From outside, and it becomes a word of a command.
  return alias !== undefined && /^(?!-)[\w.-]{1,15}$/.test(alias) ? alias : undefined;
}

/** What is known of an interface from before stays: by now it is one of ours. */
export function withMore(known: Before, more: Before): Before {
  const names = new Set(known.interfaces.map((one) => one.name));
  const settings = new Set(known.kernel.map(([setting]) => setting));
  const country = known.country ?? more.country;
  return {
    interfaces: [...known.interfaces, ...more.interfaces.filter((one) => !names.has(one.name))],
    kernel: [...known.kernel, ...more.kernel.filter(([setting]) => !settings.has(setting))],
    ...(country !== undefined && { country }),
    unblocked: [...new Set([...known.unblocked, ...more.unblocked])],
  };
}

/** After our own interfaces are gone. An adapter that was pulled out meanwhile needs nothing. */
export function givingBack({ interfaces, country }: Before): readonly Command[] {
  return [
    ...interfaces.flatMap((one) =>
      wordsOf(one).map((argv): Command => ({ argv: ['ip', ...argv], onlyIfThere: one.name })),
    ),
    ...(country === undefined ? [] : [{ argv: ['iw', 'reg', 'set', country] } as const]),
  ];
}

function wordsOf({ name: dev, isUp, mtu, master, addresses, routes }: InterfaceBefore): readonly string[][] {
  return [
    ['link', 'set', 'dev', dev, 'mtu', String(mtu)],
    ...(master === undefined ? [] : [['link', 'set', 'dev', dev, 'master', master]]),
    ['link', 'set', 'dev', dev, isUp ? 'up' : 'down'],
    ...addresses.map(({ address, broadcast }) => [
      ...['address', 'replace', address],
      ...(broadcast === undefined ? [] : ['broadcast', broadcast]),
      ...['dev', dev],
    ]),
    ...routes.map((route) => ['-4', 'route', 'replace', ...route.split(/\s+/), 'dev', dev]),
  ];
}
