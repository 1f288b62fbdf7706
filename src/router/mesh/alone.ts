/** The bus of a router that looks for no others: nobody ever joins. */
import type { Bus, Self } from './bus.ts';

export function aloneBus(self: Self): Bus {
  return {
    self,
    start: async () => {},
    publish() {},
    send: () => false,
    shun() {},
    isOnBackhaul: () => false,
    advertise() {},
    status: () => ({ members: [], strangers: [] }),
    stop: async () => {},
  };
}
