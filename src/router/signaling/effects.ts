/** The effects that the hub wants, as data. `running-hub.ts` performs them, and nobody else does. */
import type { ConnectionId, DeviceId, Hindrance, RouterMessage } from '../../protocol/signaling.ts';
import type { RouterId } from '../mesh/bus.ts';
import type { MeshMessage } from '../mesh/messages.ts';

/** Messages between devices of two routers. */
export type Passed = Extract<MeshMessage, { type: 'signal' | 'unreachable' }>;

export type Effect<S> =
  | { readonly type: 'send'; readonly to: readonly S[]; readonly message: RouterMessage }
  | { readonly type: 'close'; readonly socket: S; readonly code: number; readonly reason: string }
  /** To another router, directly. */
  | { readonly type: 'pass'; readonly router: RouterId; readonly message: Passed }
  /** Devices of this router have changed, and other routers must know. */
  | { readonly type: 'changed' };

/** Tells the caller that its call to `to` reaches nobody; `reason` only when the device is there nevertheless. */
export function unreachable<S>(socket: S, to: DeviceId, connection: ConnectionId, reason?: Hindrance): Effect<S> {
  return { type: 'send', to: [socket], message: { type: 'unreachable', to, connection, ...(reason && { reason }) } };
}
