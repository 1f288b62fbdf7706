/** The networks that scenarios use. */
import type { NatKind } from './nat.ts';
import type { RouterNat, RouterNode, Topology } from './topology.ts';

const BACKHAUL = { name: 'backhaul', range: '192.168.1.0/24' } as const;
/** Stands outside every NAT with two addresses, from which NATs are probed. */
const FAR = { name: 'far', on: 'backhaul', addresses: ['192.168.1.201', '192.168.1.202'] } as const;

export const PRODUCT: RouterNat = { by: 'product' };
export const BY_HAND: RouterNat = { by: 'hand' };
export const foreign = (kind: NatKind): RouterNat => ({ by: 'foreign', kind });

/**
 * The paper's figure 7.
 *
 *      client1 ------ r1 ------------- backhaul ------------- r2 ------ client2
 *      192.168.42.100   192.168.1.144     |     192.168.1.145    192.168.50.100
 *                                        far
 */
export function twoRouters(r1: RouterNat, r2: RouterNat): Topology {
  return {
    segments: [BACKHAUL],
    routers: [
      { name: 'r1', lan: '192.168.42.0/24', wan: { on: 'backhaul', address: '192.168.1.144' }, nat: r1 },
      { name: 'r2', lan: '192.168.50.0/24', wan: { on: 'backhaul', address: '192.168.1.145' }, nat: r2 },
    ],
    hosts: [
      { name: 'client1', on: 'r1', addresses: ['192.168.42.100'] },
      { name: 'client2', on: 'r2', addresses: ['192.168.50.100'] },
      FAR,
    ],
  };
}

/**
 * Two foreign NATs, and our router beside them on the backhaul: STUN and TURN are outside of both.
 *
 *      client1 ------ n1 ------------- backhaul ------------- n2 ------ client2
 *      192.168.42.100   192.168.1.11   |     |   192.168.1.12    192.168.50.100
 *                                     r0    far
 *                                     192.168.1.144
 */
export function besideTwoNats(n1: NatKind, n2: NatKind): Topology {
  return {
    segments: [BACKHAUL],
    routers: [
      { name: 'r0', lan: '192.168.60.0/24', wan: { on: 'backhaul', address: '192.168.1.144' }, nat: PRODUCT },
      { name: 'n1', lan: '192.168.42.0/24', wan: { on: 'backhaul', address: '192.168.1.11' }, nat: foreign(n1) },
      { name: 'n2', lan: '192.168.50.0/24', wan: { on: 'backhaul', address: '192.168.1.12' }, nat: foreign(n2) },
    ],
    hosts: [
      { name: 'client1', on: 'n1', addresses: ['192.168.42.100'] },
      { name: 'client2', on: 'n2', addresses: ['192.168.50.100'] },
      FAR,
    ],
  };
}

/**
 * One access point.
 *
 *      client1 ---+
 *                 +--- r1 ------ backhaul ------ far
 *      client2 ---+    192.168.42.1, 192.168.1.144
 */
export function oneRouter(accessPoint: Pick<RouterNode, 'isolates' | 'dropsMulticast' | 'dropsUdpOf'> = {}): Topology {
  return {
    segments: [BACKHAUL],
    routers: [
      {
        name: 'r1',
        lan: '192.168.42.0/24',
        wan: { on: 'backhaul', address: '192.168.1.144' },
        nat: PRODUCT,
        ...accessPoint,
      },
    ],
    hosts: [
      { name: 'client1', on: 'r1', addresses: ['192.168.42.100'] },
      { name: 'client2', on: 'r1', addresses: ['192.168.42.101'] },
      FAR,
    ],
  };
}

/**
 * One access point with honest people and one phone that means harm, which gives itself as many addresses as DHCP would.
 *
 *      client1 ---+
 *      client2 ---+--- r1 ------ backhaul ------ far
 *      guest -----+    192.168.42.1, 192.168.1.144
 *      hostile ---+    192.168.42.200 to .208
 */
export function withHostilePhone(): Topology {
  const { segments, routers, hosts } = oneRouter();
  const addresses = Array.from({ length: 9 }, (_, index) => `192.168.42.${200 + index}`);
  return {
    segments,
    routers,
    hosts: [
      ...hosts,
      { name: 'guest', on: 'r1', addresses: ['192.168.42.102'] },
      { name: 'hostile', on: 'r1', addresses },
    ],
  };
}

/**
 * Somebody's home routers plugged into our access point.
 *
 *      client1 ------ h1 ---+ 192.168.42.50
 *      10.0.0.100           |
 *      client3 ------ h3 ---+ 192.168.42.51
 *      10.0.0.100           |
 *      neighbour -----------+--- r1 ------------- backhaul ------------- r2 ------ client2
 *      192.168.42.101       |    192.168.42.1         |     192.168.1.145    192.168.50.100
 *      near ----------------+    192.168.1.144       far
 *      192.168.42.201, .202
 */
export function cascade(home: NatKind): Topology {
  const { segments, routers, hosts } = twoRouters(PRODUCT, PRODUCT);
  return {
    segments,
    routers: [
      ...routers,
      { name: 'h1', lan: '10.0.0.0/24', wan: { on: 'r1', address: '192.168.42.50' }, nat: foreign(home) },
      { name: 'h3', lan: '10.0.0.0/24', wan: { on: 'r1', address: '192.168.42.51' }, nat: foreign(home) },
    ],
    hosts: [
      ...hosts.filter(({ name }) => name !== 'client1'),
      { name: 'client1', on: 'h1', addresses: ['10.0.0.100'] },
      { name: 'client3', on: 'h3', addresses: ['10.0.0.100'] },
      { name: 'neighbour', on: 'r1', addresses: ['192.168.42.101'] },
      { name: 'near', on: 'r1', addresses: ['192.168.42.201', '192.168.42.202'] },
    ],
  };
}

/**
 * The paper's network with a thin line to the Internet behind r1, on which every packet can be seen.
 *
 *      client1 ------ r1 ------------- backhaul ------------- r2 ------ client2
 *                     |                   |
 *                   uplink               far
 *                     |
 *                    sky (203.0.113.1: the way to everywhere else)
 */
export function withUplink(): Topology {
  const { segments, routers, hosts } = twoRouters(PRODUCT, PRODUCT);
  return {
    segments: [...segments, { name: 'uplink', range: '203.0.113.0/24' }],
    routers: routers.map((router) =>
      router.name === 'r1' ? { ...router, uplink: { on: 'uplink', address: '203.0.113.2' } } : router,
    ),
    hosts: [...hosts, { name: 'sky', on: 'uplink', addresses: ['203.0.113.1'] }],
  };
}
