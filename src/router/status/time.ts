/** Times as people and programs read them. Pure. */

/** ISO 8601 to the second, in the zone of this machine: 2026-11-26T19:41:02+09:00. */
export function isoTime(date: Date): string {
  const offset = -date.getTimezoneOffset();
  const shifted = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, 19);
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  return `${shifted}${offset < 0 ? '-' : '+'}${two(hours)}:${two(minutes)}`;
}

const two = (number: number): string => String(number).padStart(2, '0');

const UNITS = [
  ['y', 31_536_000],
  ['d', 86_400],
  ['h', 3_600],
  ['min', 60],
  ['s', 1],
] as const;
export type Unit = (typeof UNITS)[number][0];

/** The largest unit and the next smaller one, of whole seconds: 3 d 2 h, 5 min 0 s, 7 s. A year has 365 days. */
export function largestUnits(seconds: number): readonly (readonly [number, Unit])[] {
  const whole = Math.floor(Math.abs(seconds));
  const index = Math.max(
    0,
    UNITS.findIndex(([, size]) => whole >= size),
  );
  const first = whole < 1 ? UNITS.length - 1 : index;
  let rest = whole;
  return UNITS.slice(first, first + 2).map(([unit, size]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return [count, unit] as const;
  });
}
