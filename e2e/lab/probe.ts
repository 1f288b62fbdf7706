/**
 * Proves what a NAT does before a product case relies on it, with a client behind the NAT and an outside host with two
 * addresses, two ports on each (RFC 4787 sections 4.1 and 5, the way of RFC 5780 section 4 without its messages).
 */
import type { Agent } from './agent.ts';
import type { Filtering, Mapping, NatBehaviour } from './nat.ts';
import type { Endpoint } from './udp-agent.ts';

/** Where the outside host answers: [address][port]. */
export type Reflector = {
  readonly agent: Agent;
  readonly sockets: readonly (readonly { readonly socket: string; readonly at: Endpoint }[])[];
};

/**
 * After a packet that must not pass comes a marker that must. Packets of one process arrive in order but for rare
 * accidents of the kernel's queues, hence several rounds.
 */
const ROUNDS = 3;
/** Any ports outside the router's own range. */
const PORTS = [7001, 7002];

export async function reflector(agent: Agent, addresses: readonly string[]): Promise<Reflector> {
  if (addresses.length !== 2) throw new Error('a reflector needs two addresses');
  const sockets = await Promise.all(
    addresses.map((address) => Promise.all(PORTS.map((port) => agent.open(address, port)))),
  );
  return { agent, sockets };
}

/**
 * The two axes, and the point of N4: if a packet that a peer sends too early, before the client has sent to it, spoils
 * the mapping that the client shows everybody else.
 */
export type Probed = NatBehaviour & { readonly earlyPacket: 'harmless' | 'moves the mapping' };

/** `undefined` when the client gets no answer at all. */
export async function probe(
  client: Agent,
  address: string,
  { agent, sockets }: Reflector,
): Promise<Probed | undefined> {
  const [first, otherPort, otherAddress] = [sockets[0]?.[0], sockets[0]?.[1], sockets[1]?.[0]];
  if (!first || !otherPort || !otherAddress) throw new Error('a reflector needs two addresses and two ports');

  const { socket } = await client.open(address);
  const seen: Endpoint[] = [];
  for (const { at } of [first, otherPort, otherAddress]) {
    const mapped = await client.ask(socket, at);
    if (mapped === undefined) return undefined;
    seen.push(mapped);
  }
  const mapping: Mapping =
    new Set(seen.map(({ address: host, port }) => `${host}:${port}`)).size === 1
      ? 'endpoint-independent'
      : 'address-and-port-dependent';

  // A fresh socket, which has sent to `first` alone.
  const { socket: fresh } = await client.open(address);
  const mapped = await client.ask(fresh, first.at);
  if (mapped === undefined) return undefined;
  const passed = new Set<string>();
  for (let round = 1; round <= ROUNDS; round++) {
    const stop = client.listen(fresh, ({ text }) => {
      if (!text.startsWith('marker')) passed.add(text);
    });
    const marker = `marker ${round}`;
    const markerSeen = await client.exchange(
      () => {
        agent.send(otherAddress.socket, 'other address', mapped);
        agent.send(otherPort.socket, 'other port', mapped);
        agent.send(first.socket, marker, mapped);
      },
      fresh,
      marker,
    );
    stop();
    if (markerSeen === undefined) return undefined;
  }
  const filtering: Filtering = passed.has('other address')
    ? 'endpoint-independent'
    : passed.has('other port')
      ? 'address-dependent'
      : 'address-and-port-dependent';
  // The address that could not get in has sent packets by now, but the client has never sent to it.
  const towardsEarly = await client.ask(fresh, otherAddress.at);
  if (towardsEarly === undefined) return undefined;
  const moved = mapping === 'endpoint-independent' && towardsEarly.port !== mapped.port;
  return { mapping, filtering, earlyPacket: moved ? 'moves the mapping' : 'harmless' } as Probed;
}

export const describe = ({ mapping, filtering }: NatBehaviour): string => `${mapping} mapping, ${filtering} filtering`;
