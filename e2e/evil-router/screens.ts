/** What the screens of the two victims say of it. */
import { warning } from '../../src/app/i18n/en/warning.ts';
import { PROOF_FAILURES, type ProofFailure } from '../../src/protocol/failure.ts';
import type { Phone } from '../drive/phone.ts';

export type Seen = {
  /** What the warning says of it: somebody else answered, or nobody proved anything. */
  readonly says: ProofFailure | undefined;
  /** A question, whether to take files. */
  readonly isAsked: boolean;
};

const ALERTS = `[...document.querySelectorAll('[role=alert]')].map((alert) => alert.textContent).join(' ')`;
const ASKED = `document.querySelector('dialog[open]')?.textContent.includes('Incoming files') === true`;
const LOOK_MS = 250;

async function lookAt(phone: Phone): Promise<Seen> {
  const alerts = String(await phone.evaluate(ALERTS));
  const says = PROOF_FAILURES.find((failure) => alerts.includes(warning.what[failure]));
  return { says, isAsked: (await phone.evaluate(ASKED)) === true };
}

/** Looks until both screens say it, or the receiver's asks to take something; at most for `timeoutMs`. */
export async function lookUntilSaid(
  [sender, receiver]: readonly [Phone, Phone],
  timeoutMs: number,
): Promise<readonly [Seen, Seen]> {
  const end = performance.now() + timeoutMs;
  for (;;) {
    const seen = [await lookAt(sender), await lookAt(receiver)] as const;
    const isOver = seen[1].isAsked || seen.every(({ says }) => says !== undefined);
    if (isOver || performance.now() > end) return seen;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}
