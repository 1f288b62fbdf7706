/** How long ago something was, in words of the language: "3 hours ago". Pure. */

const STEPS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** `ms`: since then. Clocks are set: what lies in the future is now. */
export function ageOf(ms: number, tag: string): string {
  const format = new Intl.RelativeTimeFormat(new Intl.Locale(tag, { numberingSystem: 'latn' }).toString(), {
    numeric: 'auto',
  });
  const seconds = Math.max(0, ms / 1000);
  for (const [unit, length] of STEPS) if (seconds >= length) return format.format(-Math.floor(seconds / length), unit);
  return format.format(0, 'second');
}
