/** Records the uncaught errors of this page. */
import { note } from './log.ts';

export function watchFaults(): void {
  addEventListener('error', ({ error, message }) => noteFault(error ?? message));
  addEventListener('unhandledrejection', ({ reason }) => noteFault(reason));
}

function noteFault(error: unknown): void {
  const { name, message } = error instanceof Error ? error : { name: 'not an Error', message: String(error) };
  note('fault', 'page', name, message);
}
