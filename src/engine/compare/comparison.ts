/**
 * Two people who make sure of each other, as a value: `(state, event) -> [state, effects]`. It knows no link, clock or
 * chance. A code is shown only after both nonces are out in the order that `protocol/compare.ts` wants, and `same` is
 * reached only from a shown code by the word of both people.
 */

import type { CompareMessage } from '../../protocol/compare.ts';
import { type Code, type Commitment, codeOf, commitmentTo, type Nonce, type Verdict } from '../../protocol/compare.ts';
import type { PublicKey } from '../../protocol/keys.ts';
import type { WhyNotCompared } from '../api/comparison-view.ts';

/** The keys that the connection has proved. */
export type Keys = { readonly own: PublicKey; readonly other: PublicKey };

export type Comparison =
  /** The person here has asked, and there is no connection yet. */
  | { readonly phase: 'calling' }
  | { readonly phase: 'asking'; readonly keys: Keys; readonly nonce: Nonce; readonly commitment: Commitment }
  | { readonly phase: 'asked'; readonly keys: Keys; readonly commitment: Commitment }
  | { readonly phase: 'agreed'; readonly keys: Keys; readonly nonce: Nonce; readonly commitment: Commitment }
  | {
      readonly phase: 'code';
      readonly keys: Keys;
      readonly commitment: Commitment;
      readonly code: Code;
      readonly saidHere: boolean;
      readonly saidThere: boolean;
    }
  | { readonly phase: 'same'; readonly key: PublicKey }
  | { readonly phase: 'different'; readonly by: 'me' | 'peer' }
  | { readonly phase: 'failed'; readonly why: WhyNotCompared }
  /** Nothing is left to be shown. */
  | { readonly phase: 'over' };

export type ComparisonEvent =
  /** There is a connection. */
  | { readonly type: 'met'; readonly keys: Keys; readonly nonce: Nonce }
  /** The person here agrees to what the other one asks. */
  | { readonly type: 'agreed'; readonly nonce: Nonce }
  | { readonly type: 'told'; readonly message: CompareMessage; readonly keys: Keys; readonly nonce: Nonce }
  /** What the person here says; `cancelled` also puts away what has ended. */
  | { readonly type: 'judged'; readonly verdict: Verdict }
  | { readonly type: 'ran-out' }
  /** The connection is gone. */
  | { readonly type: 'parted' }
  /** There will be none. */
  | { readonly type: 'given-up'; readonly why: WhyNotCompared };

export type ComparisonEffect =
  | { readonly type: 'tell'; readonly message: CompareMessage }
  /** The other device lies. */
  | { readonly type: 'violated' };

export type ComparisonStep = readonly [Comparison, readonly ComparisonEffect[]];
type In<Phase extends Comparison['phase']> = Extract<Comparison, { readonly phase: Phase }>;

/** The person here has pressed "make sure". */
export const CALLING: Comparison = { phase: 'calling' };
/** Nobody has asked. */
export const OVER: Comparison = { phase: 'over' };

const stay = (now: Comparison): ComparisonStep => [now, []];
const failed = (why: WhyNotCompared): Comparison => ({ phase: 'failed', why });
const tell = (message: CompareMessage): ComparisonEffect => ({ type: 'tell', message });
const say = (commitment: Commitment, verdict: Verdict): readonly ComparisonEffect[] => [
  tell({ type: 'compare-verdict', commitment, verdict }),
];
const BROKEN: ComparisonStep = [failed('broken'), [{ type: 'violated' }]];

/** True while something is under way with the other device. */
export const isUnderWay = ({ phase }: Comparison): boolean =>
  ['calling', 'asking', 'asked', 'agreed', 'code'].includes(phase);

/** A person must read these, and put them away: no new question may take their place. */
export const mustStay = (now: Comparison): boolean =>
  now.phase === 'different' || now.phase === 'same' || (now.phase === 'failed' && WARNINGS.includes(now.why));

const WARNINGS: readonly WhyNotCompared[] = ['broken', 'unproven'];

/** One step. Events without a meaning in a state leave it unchanged. */
export function compared(now: Comparison, event: ComparisonEvent): ComparisonStep {
  switch (event.type) {
    case 'met':
      return now.phase === 'calling' ? ask(event.keys, event.nonce) : stay(now);
    case 'agreed':
      return now.phase === 'asked' ? agree(now, event.nonce) : stay(now);
    case 'told':
      return event.message.type === 'compare'
        ? askedBy(now, event.message.commitment, event)
        : told(now, event.message);
    case 'judged':
      return judged(now, event.verdict);
    case 'ran-out':
      return ranOut(now);
    case 'parted':
      return parted(now);
    case 'given-up':
      return isUnderWay(now) ? [now.phase === 'asked' ? OVER : failed(event.why), []] : stay(now);
  }
}

function ask(keys: Keys, nonce: Nonce): ComparisonStep {
  const commitment = commitmentTo(nonce, { asking: keys.own, asked: keys.other });
  return [{ phase: 'asking', keys, nonce, commitment }, [tell({ type: 'compare', commitment })]];
}

function agree({ keys, commitment }: Pick<In<'asked'>, 'keys' | 'commitment'>, nonce: Nonce): ComparisonStep {
  return [{ phase: 'agreed', keys, nonce, commitment }, [tell({ type: 'compare-answer', commitment, nonce })]];
}

function askedBy(
  now: Comparison,
  commitment: Commitment,
  { keys, nonce }: { readonly keys: Keys; readonly nonce: Nonce },
): ComparisonStep {
  if ('commitment' in now && now.commitment === commitment) return BROKEN; // said twice, or sent back
  if (mustStay(now)) return [now, say(commitment, 'cancelled')];
  if (now.phase === 'calling') return agree({ keys, commitment }, nonce); // both have asked: neither need be asked
  // Both have asked at once. The other side sees the same two, and decides alike: the smaller key's question stands.
  if (now.phase === 'asking') return keys.own < keys.other ? stay(now) : agree({ keys, commitment }, nonce);
  return [{ phase: 'asked', keys, commitment }, []];
}

/** An honest device keeps the order, so what names this comparison and comes out of it is a lie. */
function told(now: Comparison, message: Exclude<CompareMessage, { readonly type: 'compare' }>): ComparisonStep {
  if (!('commitment' in now) || now.commitment !== message.commitment) return stay(now); // of an earlier one
  if (message.type === 'compare-verdict') return heard(now, message.verdict);
  if (message.type === 'compare-answer') return now.phase === 'asking' ? reveal(now, message.nonce) : BROKEN;
  return now.phase === 'agreed' ? revealed(now, message.nonce) : BROKEN;
}

function reveal({ keys, commitment, nonce }: In<'asking'>, theirs: Nonce): ComparisonStep {
  const code = codeOf({ asking: keys.own, asked: keys.other }, [nonce, theirs]);
  return [shown({ keys, commitment, code }), [tell({ type: 'compare-reveal', commitment, nonce })]];
}

function revealed({ keys, commitment, nonce }: In<'agreed'>, theirs: Nonce): ComparisonStep {
  const ends = { asking: keys.other, asked: keys.own };
  if (commitmentTo(theirs, ends) !== commitment) return BROKEN;
  return stay(shown({ keys, commitment, code: codeOf(ends, [theirs, nonce]) }));
}

const shown = (what: Pick<In<'code'>, 'keys' | 'commitment' | 'code'>): Comparison => ({
  phase: 'code',
  ...what,
  saidHere: false,
  saidThere: false,
});

function heard(now: In<'asking' | 'asked' | 'agreed' | 'code'>, verdict: Verdict): ComparisonStep {
  if (verdict === 'cancelled') return stay(now.phase === 'asked' ? OVER : failed(CANCELLED[now.phase]));
  if (now.phase !== 'code') return BROKEN;
  if (verdict === 'different') return stay({ phase: 'different', by: 'peer' });
  return stay(now.saidHere ? { phase: 'same', key: now.keys.other } : { ...now, saidThere: true });
}

const CANCELLED = { asking: 'refused', agreed: 'cancelled', code: 'cancelled' } as const;

function judged(now: Comparison, verdict: Verdict): ComparisonStep {
  if (verdict === 'cancelled') return [OVER, 'commitment' in now ? say(now.commitment, verdict) : []];
  if (now.phase !== 'code' || now.saidHere) return stay(now);
  const words = say(now.commitment, verdict);
  if (verdict === 'different') return [{ phase: 'different', by: 'me' }, words];
  return [now.saidThere ? { phase: 'same', key: now.keys.other } : { ...now, saidHere: true }, words];
}

function ranOut(now: Comparison): ComparisonStep {
  if (!isUnderWay(now)) return stay(now);
  const words = 'commitment' in now ? say(now.commitment, 'cancelled') : [];
  return [now.phase === 'asked' ? OVER : failed(now.phase === 'calling' ? 'unreachable' : 'late'), words];
}

function parted(now: Comparison): ComparisonStep {
  if (now.phase === 'asking') return stay(CALLING); // nothing was shown: it begins anew over the next connection
  if (now.phase === 'asked') return stay(OVER);
  return stay(now.phase === 'agreed' || now.phase === 'code' ? failed('lost') : now);
}
