/** The connections of this page: what they need from the router, the engine and the neighbours. */
import type { ConnectionId, DeviceId } from '../../protocol/signaling.ts';
import type { HeldEngine } from '../engine/held-engine.ts';
import { randomToken } from '../model/random.ts';
import { Links } from '../net/links.ts';
import { hasWebRtc, loadPeer } from '../net/load-peer.ts';
import type { SignalingClient } from '../net/signaling-client.ts';
import type { Hearing } from './hearing.ts';
import type { Neighbourhood } from './neighbourhood.ts';

const CONNECTION_ID_BYTES = 12;

type Means = {
  readonly self: DeviceId;
  readonly engine: HeldEngine;
  readonly hearing: Hearing;
  readonly neighbourhood: Neighbourhood;
  /** A function, because signaling needs the connections and is made after them. */
  readonly signaling: () => SignalingClient;
};

export function linksOf({ self, engine, hearing, neighbourhood, signaling }: Means): Links {
  return new Links({
    prepare: async () => {
      const [make] = await Promise.all([loadPeer(), engine.get().ready]);
      return make;
    },
    signal: (message) => signaling().send(message),
    hand: (message, { control, bulk }) => engine.get().link(message, control, bulk),
    handLane: (link, bulk) => engine.get().lane(link, bulk),
    tell: (message) => engine.get().post(message),
    newConnectionId: () => randomToken(CONNECTION_ID_BYTES) as ConnectionId,
    canTransfer: hasWebRtc,
    self,
    device: (id) => neighbourhood.device(id),
    isKnown: (id) => hearing.isKnown(id),
    isHeeded: (id) => hearing.isHeeded(id),
    hears: (id, isInvited) => hearing.hears(id, isInvited),
    ownRouter: () => neighbourhood.router.value?.id,
    doubt: () => signaling().probe(),
  });
}
