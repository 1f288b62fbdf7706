/**
 * Which devices may call this one, and how often it refuses. The rules are in `admission.ts`; this file keeps count and
 * time.
 */
import { TokenBucket } from '../../transfer/token-bucket.ts';
import { admission, type Caller, STRANGERS_NEW_CALLS, TOLD_REFUSALS } from './admission.ts';
import type { Attempt } from './attempt.ts';
import type { LinksPorts } from './links-ports.ts';

export class Door {
  readonly #ports: Pick<LinksPorts, 'isKnown' | 'isHeeded'>;
  readonly #strangersCalls = new TokenBucket(
    STRANGERS_NEW_CALLS.burst,
    STRANGERS_NEW_CALLS.perSecond,
    performance.now(),
  );
  readonly #refusals = new TokenBucket(TOLD_REFUSALS.burst, TOLD_REFUSALS.perSecond, performance.now());

  constructor(ports: Pick<LinksPorts, 'isKnown' | 'isHeeded'>) {
    this.#ports = ports;
  }

  callerOf({ peer, isInvited }: Pick<Attempt, 'peer' | 'isInvited'>): Caller {
    if (isInvited) return 'invited';
    return this.#ports.isKnown(peer) ? 'known' : 'stranger';
  }

  /** Decides if there is room for this call beside `others`, and which of them gives way to it. */
  admits(
    call: Pick<Attempt, 'peer' | 'isInvited'>,
    others: readonly Attempt[],
  ): { readonly isAdmitted: boolean; readonly insteadOf?: Attempt } {
    const now = performance.now();
    const caller = this.callerOf(call);
    if (caller === 'stranger' && !this.#ports.isHeeded(call.peer)) return { isAdmitted: false };
    const calls = others.map((attempt) => ({
      attempt,
      caller: this.callerOf(attempt),
      isConnected: attempt.phase === 'connected',
      since: attempt.since,
    }));
    const decided = admission(caller, calls, now);
    if (!decided.admitted || (caller === 'stranger' && !this.#strangersCalls.take(now))) return { isAdmitted: false };
    return { isAdmitted: true, ...(decided.insteadOf && { insteadOf: decided.insteadOf.attempt }) };
  }

  /** True when one more refusal may be sent: each is a message to the router. */
  mayRefuse(): boolean {
    return this.#refusals.take(performance.now());
  }
}
