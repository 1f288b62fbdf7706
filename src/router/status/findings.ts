/**
 * What an operator should know, worst first: makes a list of findings from the status. Pure. Their words, and what to do, are
 * in advice.ts.
 */
import type { StrangerReason } from '../mesh/bus.ts';
import { hearsNobody, ofRadio, type RadioFinding } from './radio-findings.ts';
import type { RouterInReach, Status } from './status.ts';

/** `stop`: people cannot use it. `warn`: it works, and something is missing. `note`: good to know; nothing is wrong. */
export type Level = 'stop' | 'warn' | 'note';

export type Finding =
  | { readonly code: 'app-missing' }
  | { readonly code: 'unreachable' }
  | { readonly code: 'full'; readonly clients: number; readonly most: number }
  | { readonly code: 'memory-low'; readonly freeBytes: number }
  | { readonly code: 'disk-low'; readonly freeBytes: number }
  | { readonly code: 'held-failed'; readonly reason: string }
  | { readonly code: 'held-stuck'; readonly reason: string }
  | { readonly code: 'held-damaged'; readonly count: number }
  | { readonly code: 'certificate-ends'; readonly daysLeft: number }
  | { readonly code: 'certificate-ended' }
  | { readonly code: 'secure-failed'; readonly reason: string }
  | { readonly code: 'certificate-problem'; readonly reason: string }
  | RadioFinding
  | { readonly code: 'relay-missing' }
  | { readonly code: 'relay-failed'; readonly reason: string }
  | { readonly code: 'relay-off' }
  | { readonly code: 'backhaul-down' }
  | { readonly code: 'same-address'; readonly names: readonly string[] }
  | { readonly code: 'shared-address'; readonly names: readonly string[] }
  | { readonly code: 'other-network'; readonly names: readonly string[] }
  | { readonly code: 'strangers'; readonly reason: StrangerReason; readonly addresses: readonly string[] }
  | { readonly code: 'gone'; readonly names: readonly string[]; readonly goneMs: number }
  | { readonly code: 'alone' }
  | { readonly code: 'own-clock'; readonly time: string }
  | { readonly code: 'clocks'; readonly names: readonly string[]; readonly apartMs: number }
  | { readonly code: 'open' }
  | { readonly code: 'mesh-off' }
  | { readonly code: 'no-backhaul' };

export type FindingCode = Finding['code'];

/** Worst first. */
const LEVELS: Readonly<Record<FindingCode, Level>> = {
  'app-missing': 'stop',
  unreachable: 'stop',
  'access-point-off': 'stop',
  full: 'warn',
  'memory-low': 'warn',
  'disk-low': 'warn',
  'held-failed': 'warn',
  'held-stuck': 'warn',
  'held-damaged': 'warn',
  'certificate-ends': 'warn',
  'certificate-ended': 'warn',
  'secure-failed': 'warn',
  'certificate-problem': 'warn',
  'radio-blocked': 'warn',
  'radar-wait': 'warn',
  'country-unset': 'warn',
  'radio-unknown': 'warn',
  'mesh-point-off': 'warn',
  'batman-missing': 'warn',
  'backhaul-down': 'warn',
  'same-address': 'warn',
  'shared-address': 'warn',
  'other-network': 'warn',
  strangers: 'warn',
  gone: 'warn',
  'mesh-point-alone': 'warn',
  alone: 'warn',
  'stations-many': 'warn',
  'stations-weak': 'warn',
  'air-busy': 'warn',
  'relay-failed': 'warn',
  'relay-missing': 'warn',
  'own-clock': 'warn',
  clocks: 'warn',
  open: 'note',
  'no-backhaul': 'note',
  'mesh-off': 'note',
  'relay-off': 'note',
};
const ORDER = Object.keys(LEVELS);

/** People who come now will soon be turned away. */
const NEARLY_FULL = 0.95;
/** Linux ends the largest program when no memory is left, and that may be this one. */
const MEMORY_LOW = 0.05;
/** The router keeps a few kilobytes; but a full disk stops much else on the machine. */
const DISK_LOW_BYTES = 50_000_000;
/** A smaller difference harms nothing; certificates and dates of files suffer first. */
const CLOCKS_APART_MS = 5 * 60_000;
/** Long enough to get a new one where there is no Internet. */
const CERTIFICATE_ENDS_DAYS = 30;
/** The product is younger than this: a clock that shows an earlier year was never set. */
const FIRST_YEAR = 2025;
/** Addresses that only this machine itself can open. */
const LOOPBACK = /^https?:\/\/(?:127\.|\[::1\]|localhost)/;

export const isLoopback = (url: string): boolean => LOOPBACK.test(url);

/** Who is here in another way than over the access point can use the router. */
export const levelOf = (one: Finding): Level =>
  one.code === 'access-point-off' && one.others ? 'warn' : LEVELS[one.code];

export function worstLevel(findings: readonly Finding[]): Level {
  return (['stop', 'warn'] as const).find((level) => findings.some((one) => levelOf(one) === level)) ?? 'note';
}

export function findingsOf(status: Status, appReady: boolean): readonly Finding[] {
  const findings = [
    ...ofMachine(status, appReady),
    ...ofRadio(status),
    ...ofWords(status),
    ...ofSecure(status),
    ...ofRelay(status),
    ...ofMesh(status),
    ...ofClocks(status),
  ];
  return findings.sort((a, b) => ORDER.indexOf(a.code) - ORDER.indexOf(b.code));
}

function* ofMachine(status: Status, appReady: boolean): Generator<Finding> {
  const { machine, clients, clients_at_most: most, urls } = status;
  if (!appReady) yield { code: 'app-missing' };
  if (urls.every(isLoopback)) yield { code: 'unreachable' };
  if (clients >= NEARLY_FULL * most) yield { code: 'full', clients, most };
  if (machine === undefined) return;
  if (machine.memory_free_bytes < MEMORY_LOW * machine.memory_bytes)
    yield { code: 'memory-low', freeBytes: machine.memory_free_bytes };
  if (machine.disk_free_bytes !== undefined && machine.disk_free_bytes < DISK_LOW_BYTES)
    yield { code: 'disk-low', freeBytes: machine.disk_free_bytes };
}

function* ofWords({ words }: Status): Generator<Finding> {
  if (words.state === 'off') {
    if (words.cause === 'failed') yield { code: 'held-failed', reason: words.reason ?? '' };
    return;
  }
  if (words.trouble !== undefined) yield { code: 'held-stuck', reason: words.trouble };
  if (words.damaged !== undefined) yield { code: 'held-damaged', count: words.damaged };
}

function* ofSecure({ tls }: Status): Generator<Finding> {
  if (tls.state === 'failed') yield { code: 'secure-failed', reason: tls.reason };
  // What is wrong with an own certificate is the clock, which is a finding of its own.
  if (tls.state === 'on' && tls.certificate === 'operator' && tls.problem !== undefined)
    yield { code: 'certificate-problem', reason: tls.problem };
  // The router renews its own certificate by itself, long before.
  if (tls.state === 'on' && tls.certificate === 'operator' && tls.days_left < CERTIFICATE_ENDS_DAYS)
    yield tls.days_left < 0 ? { code: 'certificate-ended' } : { code: 'certificate-ends', daysLeft: tls.days_left };
}

function* ofRelay({ turn }: Status): Generator<Finding> {
  if (turn.state === 'failed') yield { code: 'relay-failed', reason: turn.reason ?? '' };
  else if (turn.cause === 'not-installed') yield { code: 'relay-missing' };
  else if (turn.cause === 'switched-off') yield { code: 'relay-off' };
}

function* ofMesh({ mesh, radio }: Status): Generator<Finding> {
  if (mesh.state === 'off') {
    if (mesh.cause !== undefined) yield { code: mesh.cause === 'no-backhaul' ? 'no-backhaul' : 'mesh-off' };
    return;
  }
  if (mesh.reason !== undefined) yield { code: 'backhaul-down' };
  for (const code of ['same-address', 'shared-address', 'other-network'] as const) {
    const names = mesh.routers.filter((one) => one.apart === code).map((one) => one.name);
    if (names.length > 0) yield { code, names };
  }
  const strangers = mesh.strangers ?? [];
  for (const reason of new Set(strangers.map((one) => one.reason))) {
    const addresses = strangers.filter((one) => one.reason === reason).map(({ address }) => address);
    yield { code: 'strangers', reason, addresses };
  }
  const missing = mesh.missing ?? [];
  if (missing.length > 0) {
    const goneMs = Math.min(...missing.map(({ gone_ms }) => gone_ms));
    yield { code: 'gone', names: missing.map((one) => one.name), goneMs };
  }
  // A router that was kept out, or that has gone, was already named above; so was a radio that hears none.
  const isExplained = mesh.reason !== undefined || strangers.length > 0 || missing.length > 0 || hearsNobody(radio);
  if (mesh.state === 'alone' && !isExplained) yield { code: 'alone' };
  if (mesh.trust === 'open') yield { code: 'open' };
}

function* ofClocks({ router, mesh, tls }: Status): Generator<Finding> {
  const compared = mesh.routers.filter((one) => one.clock_ahead_ms !== undefined);
  const apart = compared.filter(isApart);
  const neverSet = Number(router.time.slice(0, 4)) < FIRST_YEAR;
  // The only fault that a certificate of the router's own making can have.
  const isOutOfTime = tls.state === 'on' && tls.certificate === 'own' && tls.problem !== undefined;
  // When most others disagree with this router, this one is wrong. With two routers nobody can tell.
  const outvoted = compared.length >= 2 && apart.length > compared.length / 2;
  if (neverSet || isOutOfTime || outvoted) {
    yield { code: 'own-clock', time: router.time };
    return;
  }
  if (apart.length === 0) return;
  const apartMs = Math.max(...apart.map((one) => Math.abs(one.clock_ahead_ms ?? 0)));
  yield { code: 'clocks', names: apart.map((one) => one.name), apartMs };
}

const isApart = ({ clock_ahead_ms: ahead = 0 }: RouterInReach): boolean => Math.abs(ahead) > CLOCKS_APART_MS;
