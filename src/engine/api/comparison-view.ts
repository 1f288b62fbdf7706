/** What the page is told about two people who make sure of each other: whom, and how far they are. */
import type { Code } from '../../protocol/compare.ts';
import type { PublicKey } from '../../protocol/keys.ts';
import type { DeviceId } from '../../protocol/signaling.ts';

/**
 * Why two codes were never compared to the end. `refused`: their person did not want to now. `cancelled`: they stopped
 * when the code was there already. `late`: it took too long. `lost`: the connection broke. `unreachable`: there was none.
 * `outdated`: the two pages speak different versions. `unproven`: what answered in their place is not this device.
 * `broken`: it is, and said what an honest device never says.
 */
export type WhyNotCompared =
  | 'refused'
  | 'cancelled'
  | 'late'
  | 'lost'
  | 'unreachable'
  | 'outdated'
  | 'unproven'
  | 'broken';

export type ComparisonState =
  /** The person here has asked; `asking`: the question is on the other screen. */
  | { readonly phase: 'calling' | 'asking' }
  /** The other one asks the person here. */
  | { readonly phase: 'asked' }
  /** The person here has agreed; the code comes in a moment. */
  | { readonly phase: 'agreed' }
  /** Both screens show `code`. Who has said already that they are the same. */
  | { readonly phase: 'code'; readonly code: Code; readonly saidHere: boolean; readonly saidThere: boolean }
  /** Both have said so: `key` is the other's. */
  | { readonly phase: 'same'; readonly key: PublicKey }
  | { readonly phase: 'different'; readonly by: 'me' | 'peer' }
  | { readonly phase: 'failed'; readonly why: WhyNotCompared };

export type ComparisonView = { readonly peer: DeviceId; readonly peerName: string } & ComparisonState;
