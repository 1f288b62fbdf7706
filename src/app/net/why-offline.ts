/**
 * Why this page is offline. To a socket, a missing router and one that answers but lets no socket through look the
 * same; "turn Wi-Fi on" does not help in the second case.
 */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Connection, WhyOffline } from '../model/model.ts';
import { textAt } from './text-at.ts';

/** How long a router may take to answer, and the pause until it is asked again, in milliseconds. */
const ANSWER_MS = 3_000;
const AGAIN_MS = 10_000;

/** `undefined` while the page is not offline, and until the reason is known. */
export function watchWhyOffline(
  connection: ReadonlySignal<Connection>,
  isCrowded: () => boolean,
  answers: () => Promise<boolean> = async () => (await textAt('healthz', ANSWER_MS)) !== undefined,
): ReadonlySignal<WhyOffline | undefined> {
  const why = signal<WhyOffline | undefined>(undefined);
  effect(() => {
    if (connection.value !== 'offline') {
      why.value = undefined;
      return;
    }
    let isCurrent = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (): Promise<void> => {
      const isThere = await answers();
      if (!isCurrent) return;
      why.value = isThere ? (isCrowded() ? 'crowded' : 'no-socket') : 'none';
      timer = setTimeout(() => void look(), AGAIN_MS);
    };
    void look();
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  });
  return why;
}
