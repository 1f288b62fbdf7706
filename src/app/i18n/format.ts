/** Numbers, sizes and times in the words of one language, all through Intl. */
import type { Forms } from './words/forms.ts';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
const STEP = 1000;
const MINUTE_S = 60;
const HOUR_S = 3600;

/** What somebody may be called with already: then さん behind it would be one too many, as in お母さんさん. */
const TITLE = /(?:さん|ちゃん|くん|君|様|さま|先生)\u2069?(?:（.*）)?$/u;

/** Puts values into the `{places}` of a text. */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}(さん)?/gu, (whole, key: string, title = '') => {
    const value = values[key];
    return value === undefined ? whole : TITLE.test(value) ? value : value + title;
  });
}

export type Format = {
  count(forms: Forms, count: number): string;
  /** Several names or counts in a line; without an "and" where the language can do that. */
  list(parts: readonly string[]): string;
  bytes(bytes: number): string;
  /** A share from 0 to 1. Rounds down: 100 % means all of it. */
  percent(share: number): string;
  /** A time to wait, coarse enough not to flicker. */
  duration(seconds: number): string;
  /** A moment in Unix milliseconds, as date and time here. */
  moment(ms: number): string;
  /** A moment in Unix milliseconds, as date only. */
  day(ms: number): string;
  /** The same in short, with the year where that is not the present one. */
  date(ms: number): string;
};

/** With the digits 0 to 9 in every language: they stand beside names, sizes and codes that have no other ones. */
export function createFormat(tag: string): Format {
  const locale = new Intl.Locale(tag, { numberingSystem: 'latn' }).toString();
  const plural = new Intl.PluralRules(locale);
  const whole = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const moment = new Intl.DateTimeFormat(locale, {
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  });
  const day = new Intl.DateTimeFormat(locale, { month: 'long', day: 'numeric' });
  const shortDay = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric' });
  let dayOfYear: Intl.DateTimeFormat | undefined; // costs the first screen time, which does not need it
  const list = new Intl.ListFormat(locale, { style: 'narrow', type: 'conjunction' });
  const units = new Map<string, Intl.NumberFormat>();
  const unit = (value: number, name: string, digits: number): string => {
    const key = `${name}${digits}`;
    const unitDisplay = name === 'byte' ? 'long' : 'short';
    const format =
      units.get(key) ??
      new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay, maximumFractionDigits: digits });
    units.set(key, format);
    return format.format(value);
  };
  return {
    list: (parts) => list.format(parts),
    moment: (ms) => moment.format(ms),
    day: (ms) => day.format(ms),
    date(ms) {
      if (new Date(ms).getFullYear() === new Date().getFullYear()) return shortDay.format(ms);
      dayOfYear ??= new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', day: 'numeric' });
      return dayOfYear.format(ms);
    },
    count: (forms, count) => (forms[plural.select(count)] ?? forms.other).replaceAll('#', whole.format(count)),
    bytes(bytes) {
      let value = bytes;
      let power = 0;
      // 999.95 would be shown as 1,000, so the next unit starts a little earlier.
      while (value >= STEP - 0.5 && power < UNITS.length - 1) {
        value /= STEP;
        power += 1;
      }
      return unit(value, UNITS[power] ?? 'byte', value < 100 ? 1 : 0);
    },
    percent: (share) => percent.format(Math.floor(share * 100) / 100),
    duration(seconds) {
      if (seconds < 10) return unit(Math.max(1, Math.ceil(seconds)), 'second', 0);
      if (seconds < 55) return unit(Math.ceil(seconds / 5) * 5, 'second', 0);
      if (seconds < HOUR_S) return unit(Math.ceil(seconds / MINUTE_S), 'minute', 0);
      return unit(seconds / HOUR_S, 'hour', 1);
    },
  };
}
