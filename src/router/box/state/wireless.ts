/** What `iw` says of interfaces in use, of stations and of the channel in use. Pure. Written for iw 5.19 (Debian 12). */
import type { ChannelUse, OnAirSeen, StationSeen } from './state.ts';

/** `iw dev`, by interface. */
export function parseOnAir(text: string): ReadonlyMap<string, OnAirSeen> {
  const seen = new Map<string, OnAirSeen>();
  for (const phyBlock of text.split(/^phy#/m).slice(1)) {
    const phy = `phy${/^\d+/.exec(phyBlock)?.[0] ?? ''}`;
    for (const block of phyBlock.split(/^\s*Interface /m).slice(1)) {
      const name = /^\S+/.exec(block)?.[0];
      // An SSID may hold anything, so each line is looked at from its beginning.
      const type = /^\s+type (.+)$/m.exec(block)?.[1];
      const channel = Number(/^\s+channel (\d+) \(\d+ MHz\)/m.exec(block)?.[1]);
      if (name !== undefined && type !== undefined) seen.set(name, { phy, type, ...(channel > 0 && { channel }) });
    }
  }
  return seen;
}

/** `iw dev X station dump`, one for each station. */
export function parseStations(text: string): readonly StationSeen[] {
  return text
    .split(/^Station /m)
    .slice(1)
    .map((block) => {
      const signal = Number(/^\s+signal:\s+(-?\d+)/m.exec(block)?.[1] ?? Number.NaN);
      const isPeer = /^\s+mesh plink:\s+ESTAB\s*$/m.test(block);
      return { isPeer, ...(signal <= 100 && signal >= -200 && { signalDbm: signal }) };
    });
}

/** `iw dev X survey dump`, of the channel in use. */
export function parseUse(text: string): ChannelUse {
  const block = text.split(/^Survey data from /m).find((one) => /frequency:\s+\d+ MHz \[in use\]/.test(one)) ?? '';
  const figure = (name: string): number | undefined => {
    const found = new RegExp(`^\\s+${name}:\\s+(-?\\d+)`, 'm').exec(block)?.[1];
    return found === undefined ? undefined : Number(found);
  };
  const noiseDbm = figure('noise');
  const activeMs = figure('channel active time');
  const busyMs = figure('channel busy time');
  return {
    ...(noiseDbm !== undefined && noiseDbm < 0 && noiseDbm >= -200 && { noiseDbm }),
    ...(activeMs !== undefined && { activeMs }),
    ...(busyMs !== undefined && { busyMs }),
  };
}

/** `iw reg get`: the country that counts for all radios. */
export const parseCountry = (text: string): string | undefined =>
  /^(?:global\s+)?country ([A-Z]{2}|00):/m.exec(text)?.[1];
