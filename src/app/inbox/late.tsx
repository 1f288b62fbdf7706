/**
 * The inbox in a chunk of its own: not needed until two devices see each other, but then fetched at the first quiet moment,
 * because later the router may be gone.
 */
import { signal } from '@preact/signals';
import type { ComponentProps } from 'preact';
import { whenIdle } from '../idle.ts';
import type { InboxScreen } from './InboxScreen.tsx';

/** Between two tries, in milliseconds. */
const RETRY_MS = 2_000;

const screen = signal<{ readonly InboxScreen: typeof InboxScreen } | undefined>(undefined);

async function load(): Promise<void> {
  try {
    screen.value = await import('./InboxScreen.tsx');
  } catch {
    setTimeout(load, RETRY_MS);
  }
}

export function fetchInbox(): void {
  whenIdle(() => void load());
}

export function LateInbox(props: ComponentProps<typeof InboxScreen>) {
  if (screen.value === undefined) return <main class="page" aria-busy="true" />;
  return <screen.value.InboxScreen {...props} />;
}
