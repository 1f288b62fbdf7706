/** The mesh's part of the status, from what the federation sees. Pure. */

import type { FederationStatus, RouterSeen } from './federation.ts';
import { cidrOf } from './mesh/apart.ts';
import { type MeshOffCause, type MeshStatus, meshDigest, type RouterInReach } from './status/status.ts';

/** This router looks for no others. */
export type MeshOff = { readonly state: 'off'; readonly reason: string; readonly cause?: MeshOffCause };

/** `own`: this router as the others see it. */
export function meshStatus(
  own: Pick<RouterInReach, 'id' | 'name' | 'address' | 'clients' | 'backhaul'>,
  mesh: MeshOff | { readonly state: 'on'; readonly trust: 'key' | 'open'; readonly seen: FederationStatus },
): MeshStatus {
  const first = { ...own, last_seen_ms: 0 };
  if (mesh.state === 'off') return { ...mesh, digest: meshDigest([own.id]), routers: [first] };
  const { routers, departed, strangers, problem, devices, presence } = mesh.seen;
  return {
    state: routers.length === 0 ? 'alone' : 'joined',
    ...(problem !== undefined && { reason: problem }),
    trust: mesh.trust,
    digest: meshDigest([own.id, ...routers.map((router) => router.id)]),
    routers: [first, ...routers.map(inReach)],
    missing: departed.map((one) => ({ id: one.id, name: one.name, address: one.address, gone_ms: one.goneForMs })),
    devices,
    presence,
    strangers: strangers.map(({ address, reason, lastSeenMs }) => ({ address, reason, last_seen_ms: lastSeenMs })),
  };
}

function inReach({
  id,
  name,
  address,
  clients,
  lastSeenMs,
  linked,
  apart,
  backhaul,
  clock,
}: RouterSeen): RouterInReach {
  return {
    id,
    name,
    address,
    clients,
    last_seen_ms: lastSeenMs,
    link: linked ? 'direct' : 'lost',
    ...(apart && { apart }),
    ...(backhaul && { backhaul: cidrOf(backhaul) }),
    ...(clock && { clock_ahead_ms: clock.aheadMs, rtt_ms: clock.roundTripMs }),
  };
}
