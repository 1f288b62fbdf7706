/**
 * The one comparison of this device: a person stands beside one other person at a time. Joins it to links and time, and
 * keeps others from ringing with it at this person's screen without end.
 */
import type { CompareMessage, Nonce, Verdict } from '../../protocol/compare.ts';
import { type Failure, isProofFailure } from '../../protocol/failure.ts';
import type { DeviceId } from '../../protocol/signaling.ts';
import { TokenBucket } from '../../transfer/token-bucket.ts';
import type { EngineMessage } from '../api/api.ts';
import type { ComparisonView, WhyNotCompared } from '../api/comparison-view.ts';
import type { Link } from '../link/link.ts';
import { CALLING, type Comparison, type ComparisonEvent, compared, isUnderWay, mustStay, OVER } from './comparison.ts';

/** From the question to both answers, in milliseconds: people who stand beside each other need ten seconds. */
export const COMPARING_MS = 120_000;
/** So often in a visit one device may ask without this person agreeing: after that nobody hears it. */
export const MAX_VAIN_QUESTIONS = 3;
/**
 * All strangers together: keys cost nothing, so whoever wants to ring makes more of them. It fills again with time, so
 * that a visit of a day is not deaf after its first hour.
 */
export const STRANGERS_QUESTIONS = { burst: 4, perSecond: 1 / 600 };

export type ComparingPorts = {
  readonly post: (message: EngineMessage) => void;
  readonly schedule: (task: () => void, ms: number) => () => void;
  /** False for somebody who is answered as if nobody were here. */
  readonly hears: (peer: DeviceId) => boolean;
  /** True for a person who was made sure of, and for a device with which a transfer was agreed before. */
  readonly isKnown: (peer: DeviceId) => boolean;
  /** Milliseconds on a monotonic clock. */
  readonly elapsed: () => number;
  readonly newNonce: () => Nonce;
  /** Calls `met` with a link to the device, now or when there is one; or `noLink`. */
  readonly wantLink: (peer: DeviceId) => void;
  /** Nothing is compared with the device any more. */
  readonly ended: (peer: DeviceId) => void;
};

type Current = {
  readonly peer: DeviceId;
  readonly peerName: string;
  readonly stopClock: () => void;
  link: Link | undefined;
  state: Comparison;
};

export class Comparing {
  readonly #ports: ComparingPorts;
  readonly #vain = new Map<DeviceId, number>();
  readonly #strangers: TokenBucket;
  #current: Current | undefined;

  constructor(ports: ComparingPorts) {
    this.#ports = ports;
    this.#strangers = new TokenBucket(STRANGERS_QUESTIONS.burst, STRANGERS_QUESTIONS.perSecond, ports.elapsed());
  }

  /** The person here wants to compare with `peer`, or agrees to it. A comparison with somebody else ends. */
  begin(peer: DeviceId, peerName: string): void {
    this.#vain.delete(peer);
    const current = this.#current;
    if (current?.peer === peer && isUnderWay(current.state)) {
      this.#step(current, { type: 'agreed', nonce: this.#ports.newNonce() });
      return;
    }
    this.#start(peer, peerName, CALLING);
    this.#ports.wantLink(peer);
  }

  /** What the person here says. */
  judge(peer: DeviceId, verdict: Verdict): void {
    if (this.#current?.peer === peer) this.#step(this.#current, { type: 'judged', verdict });
  }

  /** True while a comparison runs over `link`. */
  isOn(link: Link): boolean {
    return this.#current?.link === link && isUnderWay(this.#current.state);
  }

  /** True while a comparison waits for a link to `peer`. */
  waitsFor(peer: DeviceId): boolean {
    return this.#current?.peer === peer && this.#current.state.phase === 'calling';
  }

  met(link: Link): void {
    const current = this.#current;
    if (current === undefined || !this.waitsFor(link.peer)) return;
    current.link = link;
    this.#step(current, { type: 'met', keys: link.keys, nonce: this.#ports.newNonce() });
  }

  told(link: Link, message: CompareMessage): void {
    if (message.type === 'compare') this.#asked(link, message);
    else if (this.#current?.link === link) this.#hear(this.#current, link, message);
  }

  parted(link: Link): void {
    if (this.#current?.link === link) this.#step(this.#current, { type: 'parted' });
  }

  /** No link to `peer` can be made. */
  noLink(peer: DeviceId, cause: Failure): void {
    if (this.#current && this.waitsFor(peer)) this.#step(this.#current, { type: 'given-up', why: whyOf(cause) });
  }

  #asked(link: Link, message: Extract<CompareMessage, { readonly type: 'compare' }>): void {
    const current = this.#current;
    const isTheirs = current?.peer === link.peer;
    const isMutual = isTheirs && (current.state.phase === 'calling' || current.state.phase === 'asking');
    if (isMutual) {
      current.link = link;
      this.#hear(current, link, message);
      return;
    }
    if (!this.#ports.hears(link.peer) || (this.#vain.get(link.peer) ?? 0) >= MAX_VAIN_QUESTIONS) return;
    const isBusy = current !== undefined && (mustStay(current.state) || (!isTheirs && isUnderWay(current.state)));
    if (isBusy) {
      link.tell({ type: 'compare-verdict', commitment: message.commitment, verdict: 'cancelled' });
      return;
    }
    const { elapsed, isKnown } = this.#ports;
    if (!isKnown(link.peer) && !this.#strangers.take(elapsed(), 1)) return;
    this.#vain.set(link.peer, (this.#vain.get(link.peer) ?? 0) + 1);
    // What ran before is the other side's to replace, and needs no word.
    this.#hear(this.#replace(link.peer, link.peerName, isTheirs ? current.state : OVER, link), link, message);
  }

  #start(peer: DeviceId, peerName: string, state: Comparison): void {
    if (this.#current) this.#step(this.#current, { type: 'judged', verdict: 'cancelled' });
    this.#show(this.#replace(peer, peerName, state, undefined));
  }

  #replace(peer: DeviceId, peerName: string, state: Comparison, link: Link | undefined): Current {
    this.#current?.stopClock();
    const stopClock = this.#ports.schedule(() => this.#step(next, { type: 'ran-out' }), COMPARING_MS);
    const next: Current = { peer, peerName, stopClock, link, state };
    this.#current = next;
    return next;
  }

  #hear(current: Current, link: Link, message: CompareMessage): void {
    this.#step(current, { type: 'told', message, keys: link.keys, nonce: this.#ports.newNonce() });
  }

  #step(current: Current, event: ComparisonEvent): void {
    if (this.#current !== current) return;
    const before = current.state;
    const [after, effects] = compared(before, event);
    const { link } = current;
    current.state = after;
    for (const effect of effects) {
      if (effect.type === 'tell') link?.tell(effect.message);
      else link?.lose('protocol-violation');
    }
    if (after.phase === 'calling') current.link = undefined; // it is made anew (`waitsFor`)
    if (after !== before) this.#show(current);
  }

  #show(current: Current): void {
    const { peer, peerName, state } = current;
    if (!isUnderWay(state)) current.stopClock();
    if (state.phase === 'over') this.#current = undefined;
    this.#ports.post({ type: 'comparison', comparison: viewOf({ peer, peerName }, state) });
    if (!isUnderWay(state)) this.#ports.ended(peer);
  }
}

function whyOf(cause: Failure): WhyNotCompared {
  if (isProofFailure(cause)) return 'unproven';
  if (cause === 'version-mismatch') return 'outdated';
  return cause === 'protocol-violation' ? 'broken' : 'unreachable';
}

function viewOf(whom: Pick<ComparisonView, 'peer' | 'peerName'>, state: Comparison): ComparisonView | undefined {
  switch (state.phase) {
    case 'over':
      return undefined;
    case 'calling':
    case 'asking':
    case 'asked':
    case 'agreed':
      return { ...whom, phase: state.phase };
    case 'code': {
      const { phase, code, saidHere, saidThere } = state;
      return { ...whom, phase, code, saidHere, saidThere };
    }
    default:
      return { ...whom, ...state };
  }
}
