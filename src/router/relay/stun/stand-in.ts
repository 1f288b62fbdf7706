/** STUN from this process while nothing better answers: at one place after another, in the order of the calls. */
import { wordsOf } from '../../machine/files.ts';
import type { Log } from '../../machine/log.ts';
import { type Responder, startResponder } from './responder.ts';

type StandIn = {
  readonly up: boolean;
  /** Why it is not up although it should be. */
  readonly why: string | undefined;
  start(addresses: readonly string[], port: number): Promise<void>;
  stop(): Promise<void>;
};

export function createStandIn(log: Log): StandIn {
  let responder: Responder | undefined;
  let last: Promise<void> = Promise.resolve();
  let why: string | undefined;
  const next = (step: () => Promise<void>): Promise<void> => {
    last = last.then(step);
    return last;
  };
  return {
    get up(): boolean {
      return responder !== undefined;
    },
    get why(): string | undefined {
      return why;
    },
    start: (addresses: readonly string[], port: number) =>
      next(async () => {
        await responder?.close();
        responder = undefined;
        if (addresses.length === 0) return;
        try {
          responder = await startResponder(addresses, port);
          why = undefined;
        } catch (error) {
          const reason = `STUN cannot be answered on port ${port} of ${addresses.join(' and ')} (${wordsOf(error)})`;
          if (reason !== why) log.warn(reason);
          why = reason;
        }
      }),
    stop: () =>
      next(async () => {
        await responder?.close();
        responder = undefined;
      }),
  };
}
