/** What an attack must not achieve, besides slowing people down: on the attacked screen, and by its own counts. */
import type { Check } from '../lab/checks.ts';
import type { Attack } from './attacks.ts';
import type { Look } from './looks.ts';
import type { Tally } from './orders.ts';

/** Devices that an honest screen lists: the other person's. */
export const HONEST_DEVICES = 1;
/** A page's own lists, and what strangers may put there before anybody has said yes. */
const MOST_GROWTH_BYTES = 100e6;
/** More rows than an honest person would ever have made on this screen. */
const MOST_ROWS_OF_NOBODY = 24;
/** The most that a page lists (`listedDevices` of the router), plus the devices of its own router. */
const MOST_LISTED = 1_100;

export function check(what: string, value: number, most: number, words: (value: number) => string = String): Check {
  return { what, met: value <= most, wanted: `at most ${words(most)}`, found: words(value) };
}

/** Checks that the attack has reached the place where it is stopped. */
function arrived(what: string, value: number, least: number): Check {
  return { what: `it attacks: ${what}`, met: value >= least, wanted: `at least ${least}`, found: String(value) };
}

/** The most that the router may have used. */
export function ofTheRouter(
  attack: Attack,
  { cores, bytes, descriptors }: { cores: number; bytes: number; descriptors: number },
): readonly Check[] {
  const { mostRouterCores, mostRouterBytes, mostRouterDescriptors: mostOpen } = attack;
  return [
    ...(mostOpen === undefined ? [] : [check('descriptors of the router', descriptors, mostOpen)]),
    ...(mostRouterCores === undefined ? [] : [check('cores of the router', cores, mostRouterCores, inCores)]),
    ...(mostRouterBytes === undefined ? [] : [check('memory of the router', bytes, mostRouterBytes, inMb)]),
  ];
}

const inCores = (cores: number): string => cores.toFixed(2);
const inMb = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;

export function onTheScreen(attack: Attack, seen: Look, before: Look): readonly Check[] {
  const strangers = seen.listed - HONEST_DEVICES;
  const wanted: readonly (readonly [string, number, number | undefined])[] = [
    ['rows of nobody on the attacked screen', seen.rows - before.rows, MOST_ROWS_OF_NOBODY],
    ['devices of nobody on the attacked screen', strangers, attack.mostStrangersListed ?? MOST_LISTED],
    ['open connections of the attacked page', seen.open, attack.mostOpen],
    ['connections that the attacked page made', seen.made - before.made, attack.mostMade],
    ['offers that wait on the attacked screen', seen.asking, attack.mostAsking],
  ];
  const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB more`;
  return [
    check('memory of the attacked page', seen.memoryBytes - before.memoryBytes, MOST_GROWTH_BYTES, megabytes),
    ...wanted.flatMap(([what, value, most]) => (most === undefined ? [] : [check(what, value, most)])),
    ...(attack.leastStrangersListed === undefined
      ? []
      : [arrived('devices of nobody on the screen', strangers, attack.leastStrangersListed)]),
    ...(attack.leastAsking === undefined ? [] : [arrived('offers that wait', seen.asking, attack.leastAsking)]),
  ];
}

export function whatItGot({ name, most = {}, least }: Attack, tally: Tally): readonly Check[] {
  const counted = [
    ...Object.entries(most).map(([what, limit]) => check(what, tally[what] ?? 0, limit)),
    ...Object.entries(least).map(([what, wanted]) => arrived(what, tally[what] ?? 0, wanted)),
  ];
  if (name !== 'rebinding') return counted;
  const refused = Object.entries(tally).map(([what, status]) => ({
    what: `under another site's name, ${what}`,
    met: status >= 300,
    wanted: 'a refusal',
    found: String(status),
  }));
  return [...counted, ...refused];
}
