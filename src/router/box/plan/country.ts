/** The country: the law says which channels may be used, so nothing is sent before it is known. It is never guessed. Pure. */
import type { Hardware } from '../hardware/hardware.ts';

/** Codes that people type, and what ISO 3166-1 has for them. */
const MEANT: Readonly<Record<string, string>> = {
  UK: 'GB',
  EN: 'GB',
  SW: 'SE',
  JA: 'JP',
  JAP: 'JP',
  USA: 'US',
  GER: 'DE',
};

/** What may be proposed and has to be said yes to: a country that is set already, or that of the language. */
export function proposedCountry({ country, localeCountry, countries }: Hardware): string | undefined {
  return [country, localeCountry].find((code) => code !== undefined && isCountry(code) && countries.has(code));
}

/** `00` is the world domain, which is none. */
const isCountry = (code: string): boolean => /^[A-Z]{2}$/.test(code);

/** What is wrong with the country for a box with a radio, in one sentence; `undefined`: nothing. */
export function countryProblem(country: string | undefined, hardware: Hardware): string | undefined {
  const { countries } = hardware;
  if (countries.size === 0)
    return 'The law of each country is not installed, and without it no radio may send: apt-get install wireless-regdb.';
  const proposed = proposedCountry(hardware);
  if (country === undefined)
    return `The country is missing, and the law says which channels may be used: --country ${proposed ?? 'JP'}${proposed === undefined ? ' (for Japan)' : ', if that is where this box will stand'}.`;
  if (isCountry(country) && countries.has(country)) return undefined;
  const meant = MEANT[country.toUpperCase()] ?? country.toUpperCase();
  const hint =
    countries.has(meant) && isCountry(meant)
      ? `did you mean ${meant}?`
      : 'two letters as in ISO 3166-1, such as JP, DE or CZ.';
  return `--country ${JSON.stringify(country)} is none that the kernel knows: ${hint}`;
}
