/** Attacks with pages: many devices of one phone that come, stay, or call. */
import { setTimeout as pause } from 'node:timers/promises';
import { CLOSE, type ConnectionId } from '../../src/protocol/signaling.ts';
import type { Count, Enough } from './orders.ts';
import { Device, type Router, sayFalsely } from './wire.ts';

/** Time between two bursts of visits, in milliseconds. */
const BURST_EVERY_MS = 2_000;
/** How long a caller stays after its call: until the called page has begun to answer. */
const CALLER_STAYS_MS = 3_000;
const SEAT_AGAIN_MS = 500;

/** Gives our addresses in turn. */
const turns = (own: readonly string[]): (() => string | undefined) => {
  let turn = 0;
  return () => own[turn++ % Math.max(1, own.length)];
};

export async function visits(
  router: Router,
  order: { visits: number },
  own: readonly string[],
  count: Count,
  enough: Enough,
): Promise<void> {
  const next = turns(own);
  while (!enough.isSaid) {
    const here = Array.from({ length: order.visits }, async () => {
      const device = new Device(router, next());
      count((await device.welcome) ? 'visits' : 'visits refused');
      device.drop();
    });
    await Promise.race([Promise.all(here), enough.word]);
    await Promise.race([pause(BURST_EVERY_MS), enough.word]);
  }
}

/** From one address. */
export async function falseHellos(
  router: Router,
  order: { sockets: number },
  [from]: readonly string[],
  count: Count,
  enough: Enough,
): Promise<void> {
  const again = async (): Promise<void> => {
    while (!enough.isSaid) {
      const code = await sayFalsely(router, from);
      if (code === CLOSE.notProven) count('hellos checked');
      else count(code === CLOSE.tooFast ? 'hellos not looked at' : 'sockets refused');
    }
  };
  await Promise.all(Array.from({ length: order.sockets }, again));
}

export async function seats(
  router: Router,
  order: { sockets: number; addresses: number },
  own: readonly string[],
  count: Count,
  enough: Enough,
): Promise<void> {
  const held = new Set<Device>();
  const sit = async (from: string | undefined): Promise<void> => {
    while (!enough.isSaid) {
      const device = new Device(router, from);
      if (await device.welcome) {
        held.add(device);
        count('seats taken');
        await Promise.race([device.closed, enough.word]);
        held.delete(device);
        device.drop();
      } else count('seats refused');
      await Promise.race([pause(SEAT_AGAIN_MS), enough.word]);
    }
  };
  const next = turns(own.slice(0, order.addresses));
  void enough.word.then(() => count('seats held', held.size));
  await Promise.all(Array.from({ length: order.sockets }, () => sit(next())));
}

export async function calls(
  router: Router,
  order: { victims: readonly string[]; everyMs: number; addresses: number; sdp: 'sound' | 'nonsense' },
  own: readonly string[],
  count: Count,
  enough: Enough,
): Promise<void> {
  const next = turns(own.slice(0, order.addresses));
  const refused = new Set<ConnectionId>();
  const callAll = async (): Promise<void> => {
    const device = new Device(router, next());
    device.onMessage((message) => {
      if (message.type !== 'unreachable') return;
      // A call asks for servers and makes an offer, so each is refused twice.
      if (!refused.has(message.connection)) count('calls that were not refused', -1);
      refused.add(message.connection);
    });
    if (await device.welcome) {
      for (const victim of order.victims) {
        const id = device.idOf(victim);
        if (id === undefined) continue;
        device.call(id, order.sdp);
        count('calls that were not refused');
      }
      await Promise.race([pause(CALLER_STAYS_MS), device.closed, enough.word]);
    } else count('callers refused');
    device.drop();
  };
  while (!enough.isSaid) {
    void callAll();
    await Promise.race([pause(order.everyMs), enough.word]);
  }
}

/** Stays for a while as one device, then goes without a goodbye. */
export async function stay(router: Router, order: { name: string; forMs: number }, count: Count): Promise<void> {
  const device = new Device(router, undefined, order.name);
  count((await device.welcome) ? 'welcome' : 'refused');
  await pause(order.forMs);
  device.drop();
}
