/** How long "nobody I do not know" still lasts, as a component shows it. */
import { useEffect, useState } from 'preact/hooks';
import type { ClosedHour } from '../people/closed-hour.ts';

/** How often it is looked at again, in milliseconds: it is shown in minutes. */
const LOOK_MS = 10_000;

/** Seconds until it ends; `undefined` while it is not on. */
export function useTimeLeft({ until }: Pick<ClosedHour, 'until'>): number | undefined {
  const end = until.value;
  const [, look] = useState(0);
  useEffect(() => {
    if (end === undefined) return;
    const timer = setInterval(() => look((looks) => looks + 1), LOOK_MS);
    return () => clearInterval(timer);
  }, [end]);
  return end === undefined ? undefined : Math.max(1, (end - Date.now()) / 1_000);
}
