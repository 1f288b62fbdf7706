/** What the hub wants done, as data. `running-hub.ts` performs it, and nobody else does. */
import type { ConnectionId, DeviceId, Hindrance, RouterMessage } from '../../protocol/signaling.ts';
import type { RouterId } from '../mesh/bus.ts';
import type { MeshMessage } from '../mesh/messages.ts';

/** What devices of two routers tell each other through them. */
export type Passed = Extract<MeshMessage, { type: 'signal' | 'unreachable' }>;

export type Effect<S> =
  | { readonly type: 'send'; readonly to: readonly S[]; readonly message: RouterMessage }
  | { readonly type: 'close'; readonly socket: S; readonly code: number; readonly reason: string }
  /** To another router, and through no third one. */
  | { readonly type: 'pass'; readonly router: RouterId; readonly message: Passed }
  /** Devices of this router are others now, and other routers are to know. */
  | { readonly type: 'changed' };

/** Tells who calls that the call to `to` reaches nobody; `reason` only where it is there all the same. */
export function unreachable<S>(socket: S, to: DeviceId, connection: ConnectionId, reason?: Hindrance): Effect<S> {
  return { type: 'send', to: [socket], message: { type: 'unreachable', to, connection, ...(reason && { reason }) } };
}
