/** What cables are for. Pure. */
import type { Cable } from '../hardware/hardware.ts';

export type CablePlan = { readonly lan: readonly string[]; readonly backhaul: readonly string[] };

/**
 * Free cables lead to other boxes. Where no radio serves phones one has to lead to them, through a switch or an access point of
 * somebody else: the first one, unless another was named.
 */
export function cablesFor(free: readonly Cable[], asked: readonly string[], hasAccessPoint: boolean): CablePlan {
  const names = free.map((cable) => cable.interface);
  const named = names.filter((name) => asked.includes(name));
  const lan = named.length > 0 || hasAccessPoint ? named : names.slice(0, 1);
  return { lan, backhaul: names.filter((name) => !lan.includes(name)) };
}
