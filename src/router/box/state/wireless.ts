/** What `iw` says of stations and of the channel in use. Pure. Written for iw 5.19 (Debian 12). */
import type { ChannelUse, StationSeen } from './state.ts';

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
