/**
 * What happens when something throws that nothing expects: in a timer, at a socket, in a promise that nobody awaits.
 *
 * Node's advice is to end the process then, and to let a supervisor restart it. Here that would cost everybody in the
 * shelter their connections because of one callback, and often there is no supervisor: `npm start` in a terminal. Only
 * one event of one device is left undone; sockets, timers and the hub's tables stay as they are, and a device whose
 * state is wrong gets it right when it connects again. So the fault is logged, and the router goes on.
 */
import type { EventEmitter } from 'node:events';
import type { Log } from './log.ts';

/** A timer that throws every 200 ms must not fill a disk. */
const SAY_EVERY_MS = 10_000;

/** Works until the returned function is called. Before the router listens a fault ends the start, as it should. */
export function goOnAfterFaults(
  log: Log,
  source: Pick<EventEmitter, 'on' | 'off'> = process,
  now: () => number = () => performance.now(),
): () => void {
  let saidAt = Number.NEGATIVE_INFINITY;
  let unsaid = 0;
  const survive = (fault: unknown): void => {
    if (now() - saidAt < SAY_EVERY_MS) {
      unsaid += 1;
      return;
    }
    const before = unsaid === 0 ? '' : ` (and ${unsaid} before it)`;
    saidAt = now();
    unsaid = 0;
    log.error(`a fault of the router, which goes on${before}: ${wordsWith(fault)}`);
  };
  source.on('uncaughtException', survive); // unhandled rejections come here as well
  return () => void source.off('uncaughtException', survive);
}

function wordsWith(fault: unknown): string {
  return fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
}
