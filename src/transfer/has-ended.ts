/** Which states of the two machines are final. */
import type { Receiving } from './receiving-state.ts';
import type { Sending } from './sending-state.ts';

type State = Sending['phase'] | Receiving['phase'];

const IS_END = {
  waiting: false,
  checking: false,
  sending: false,
  interrupted: false,
  announced: false,
  offered: false,
  opening: false,
  receiving: false,
  verifying: false,
  sent: true,
  saved: true,
  declined: true,
  cancelled: true,
  failed: true,
} as const satisfies Readonly<Record<State, boolean>>;

/** True when nothing can happen to the transfer any more. An interrupted transfer has not ended. */
export const hasEnded = ({ phase }: { readonly phase: State }): boolean => IS_END[phase];
