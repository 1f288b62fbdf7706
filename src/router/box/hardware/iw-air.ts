/** What `iw` says of the air and the law: survey, scan, regulatory domain. Parsers never fail. */
import type { Heard } from './hardware.ts';

type Surveyed = Omit<Heard, 'stations'>;

/** Of `iw dev X survey dump`: noise and use by channel. Drivers count since they were started, or not at all. */
export function parseSurvey(text: string): readonly Surveyed[] {
  return text
    .split(/^Survey data from /m)
    .slice(1)
    .flatMap((part) => {
      const frequency = /^\s*frequency:\s+(\d{4,5})(?:\.\d+)? MHz/m.exec(part)?.[1];
      if (frequency === undefined) return [];
      const noise = /^\s*noise:\s+(-?\d{1,3}) dBm/m.exec(part)?.[1];
      const active = Number(/^\s*channel active time:\s+(\d{1,15}) ms/m.exec(part)?.[1] ?? 0);
      const busy = /^\s*channel busy time:\s+(\d{1,15}) ms/m.exec(part)?.[1];
      return [
        {
          frequencyMHz: Number(frequency),
          ...(noise !== undefined && { noiseDbm: Number(noise) }),
          ...(busy !== undefined && active > 0 && { busy: Math.min(1, Number(busy) / active) }),
        },
      ];
    });
}

/** Of `iw dev X scan`: the frequency in MHz of everybody who was heard. Our own boxes count as well. */
export function parseScan(text: string): readonly number[] {
  return text
    .split(/^BSS [\da-f]{2}:/m)
    .slice(1)
    .flatMap((part) => {
      const frequency = /^\s*freq:\s*(\d{4,5})(?:\.\d+)?\s*$/m.exec(part)?.[1];
      return frequency === undefined ? [] : [Number(frequency)];
    });
}

/** Both together, in the order of frequencies. */
export function heardOf(surveyed: readonly Surveyed[], scanned: readonly number[]): readonly Heard[] {
  const frequencies = new Set([...surveyed.map(({ frequencyMHz }) => frequencyMHz), ...scanned]);
  return [...frequencies]
    .sort((a, b) => a - b)
    .map((frequencyMHz) => ({
      frequencyMHz,
      ...surveyed.find((survey) => survey.frequencyMHz === frequencyMHz),
      stations: scanned.filter((frequency) => frequency === frequencyMHz).length,
    }));
}

/** A regulatory domain by whom it holds for: `global`, and radios whose firmware has its own (`phy0`). */
export type Domains = { readonly global: string; readonly own: ReadonlyMap<string, string> };

/**
 * Of `iw reg get`. `98` is what the kernel calls the intersection of two countries, `99` one of a driver (regulatory.h of
 * cfg80211): neither is a country, and neither may be told to hostapd, which dies of it.
 */
export function parseDomains(text: string): Domains {
  let global = '00';
  const own = new Map<string, string>();
  let about: string | undefined;
  for (const line of text.split('\n')) {
    const heading = /^(?:global|phy#(\d{1,6})( \(self-managed\))?)\s*$/.exec(line);
    // A radio that is not self-managed repeats the global one with what its driver adds; nothing follows from it.
    if (heading !== null) about = heading[1] === undefined ? 'global' : heading[2] && `phy${heading[1]}`;
    const country = /^country ([A-Z]{2}|00|9[89]):/.exec(line)?.[1];
    if (country === undefined || about === undefined) continue;
    const named = country.startsWith('9') ? '00' : country;
    if (about === 'global') global = named;
    else own.set(about, named);
    about = undefined;
  }
  return { global, own };
}
