/**
 * From when to when a router's certificate is valid, and when it needs a new one. Pure. Many routers have no battery
 * for their clock: after a power cut it says 1970, or the day of the last shutdown, and no Internet corrects it. What
 * counts in the end is the clock of the phone that checks.
 */
export type Period = { readonly notBefore: Date; readonly notAfter: Date };

const DAY_MS = 86_400_000;
/**
 * 825 days is the longest that Apple's systems accept. The window lies around now, so that a router's clock may be a year
 * wrong in either direction; one day of the 825 is left, because both ends count.
 */
const DAYS_BEFORE = 404;
const DAYS_AFTER = 420;
/** Half a year: a router that is switched on once in a season still renews in time. */
const RENEW_DAYS_BEFORE_END = 180;
/** A router says that it is older than its program, or that its program is older than this: then its clock is wrong. */
const OLDEST_PROGRAM_DAYS = 20 * 365;

/**
 * For a router that does not know the date. Apple's limit applies to certificates whose beginning is after 1 July 2019
 * (support.apple.com/HT210176); Chromium and Firefox have no limit for authorities that a person trusts.
 */
const ANY_TIME: Period = { notBefore: new Date('2019-06-01T00:00:00Z'), notAfter: new Date('2049-12-31T23:59:59Z') };

/** `built`: when this program was made, the earliest moment at which it can run. */
export function knowsTheDate(now: Date, built: Date): boolean {
  const age = now.getTime() - built.getTime();
  return age > -DAY_MS && age < OLDEST_PROGRAM_DAYS * DAY_MS;
}

export function periodAt(now: Date, built: Date): Period {
  if (!knowsTheDate(now, built)) return ANY_TIME;
  const day = Math.floor(now.getTime() / DAY_MS);
  return { notBefore: new Date((day - DAYS_BEFORE) * DAY_MS), notAfter: new Date((day + DAYS_AFTER) * DAY_MS) };
}

/** True when a certificate of this period should be replaced by one of `periodAt(now, built)`. */
export function isDue({ notBefore, notAfter }: Period, now: Date, built: Date): boolean {
  const anyTime = notAfter.getTime() === ANY_TIME.notAfter.getTime();
  if (!knowsTheDate(now, built)) return !anyTime;
  return anyTime || now < notBefore || daysLeft(notAfter, now) < RENEW_DAYS_BEFORE_END;
}

/** Whole days until then; negative when it is past. */
export function daysLeft(notAfter: Date, now: Date): number {
  return Math.floor((notAfter.getTime() - now.getTime()) / DAY_MS);
}
