/**
 * Counters on a router that runs a TURN server: what reaches and leaves its relay ports. They count before any other
 * rule decides, and on local sockets only, so traffic that the router merely forwards does not count, whatever its
 * ports.
 */
import type { Counter, World } from './netns.ts';

const TABLE = 'inet lab_count';

export type PortRange = { readonly first: number; readonly last: number };

export async function countRelay(world: World, node: string, { first, last }: PortRange): Promise<void> {
  await world.load(
    node,
    `table ${TABLE}
delete table ${TABLE}
table ${TABLE} {
  counter relay_in {
  }
  counter relay_out {
  }
  chain input {
    type filter hook input priority -200;
    udp dport ${first}-${last} counter name relay_in
  }
  chain output {
    type filter hook output priority -200;
    udp sport ${first}-${last} counter name relay_out
  }
}`,
  );
}

/** Bytes and packets of relayed data so far, in both directions. */
export async function relayed(world: World, node: string): Promise<Counter> {
  const counters = [...(await world.counters(node, TABLE)).values()];
  return {
    packets: counters.reduce((sum, { packets }) => sum + packets, 0),
    bytes: counters.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}
