/**
 * Figure 7 of the paper, as published and as it is now: two access points with NAT, one signaling server and one STUN
 * and TURN server, both on r1. README.md says why it was relayed then.
 */
import { type Case, DEFAULTS, type Played, play, ROW_HEAD, rowOf } from '../case.ts';
import type { Check } from '../checks.ts';
import { DEFAULT_RELAY_PORTS, startCoturn, TURN_PORT } from '../coturn.ts';
import { conversationTable, toldAddresses } from '../evidence.ts';
import { BY_HAND, PRODUCT, twoRouters } from '../networks.ts';
import { type Outcome, programOf, type RunOptions } from '../program.ts';
import type { Table } from '../table.ts';

const R1 = '192.168.1.144';
const CLIENT_1 = '192.168.42.100';
const CLIENT_2 = '192.168.50.100';

const COMMON = {
  ...DEFAULTS,
  clients: [
    { name: 'Client 1', node: 'client1', url: `http://${R1}:8080/` },
    { name: 'Client 2', node: 'client2', url: `http://${R1}:8080/` },
  ],
  nats: [
    { client: 'client1', outside: 'far', kind: 'port-restricted cone' },
    { client: 'client2', outside: 'far', kind: 'port-restricted cone' },
  ],
} as const;

/** `masquerade` and nothing else on both routers; a coturn with its defaults, given to both clients. */
export const AS_PUBLISHED: Case = {
  ...COMMON,
  title: 'as published',
  topology: twoRouters(BY_HAND, BY_HAND),
  router: { node: 'r1', address: R1 },
  relayPorts: DEFAULT_RELAY_PORTS,
  prepare: async ({ world, folder }) => {
    const { secretFile } = await startCoturn(world, 'r1', R1, folder);
    return ['--turn-url', `turn:${R1}:${TURN_PORT}`, '--turn-secret-file', secretFile];
  },
  path: 'relay',
};

/** The same network and addresses; our rules on both routers, our router process with its own coturn on r1. */
export const WITH_OUR_RULES: Case = {
  ...COMMON,
  title: 'with our rules',
  topology: twoRouters(PRODUCT, PRODUCT),
  productNat: { r1: [], r2: [] },
  router: { node: 'r1', address: R1 },
  path: 'direct',
};

/** What STUN and TURN servers told each client of its address. */
function told(played: Played): readonly (readonly string[])[] {
  return [
    ['Client 1', 'client1-eth0', CLIENT_1],
    ['Client 2', 'client2-eth0', CLIENT_2],
  ].flatMap(([client = '', link = '', own = '']) =>
    toldAddresses(played.captured.get(link) ?? [], TURN_PORT).map(({ server, told: address }) => [
      played.title,
      client,
      server,
      address,
      address === own ? 'its private address' : 'its mapped address',
    ]),
  );
}

function tableOf(played: Played): Table {
  const points = new Map([
    ['client1-eth0', 'Client 1'],
    ['client2-eth0', 'Client 2'],
  ]);
  return conversationTable(`Who spoke what with whom, ${played.title}`, played.captured, points);
}

/**
 * The sign of the paper's case: only Client 1, behind the router that also runs the server, is told a useless address.
 */
export function checkPublished({ checks, captured, transfer }: Played): readonly Check[] {
  const toldTo = (link: string) => [
    ...new Set(toldAddresses(captured.get(link) ?? [], TURN_PORT).map((answer) => answer.told)),
  ];
  checks.equal('STUN tells Client 1', toldTo('client1-eth0').join(), CLIENT_1);
  checks.equal('STUN tells Client 2', toldTo('client2-eth0').join(), '192.168.1.145');
  const relays = [transfer.sender, transfer.receiver].flatMap(({ connection: { pair } }) =>
    pair === null ? [] : [pair.local, pair.remote].filter(({ type }) => type === 'relay'),
  );
  checks.that('the relay is on r1', relays.length > 0, R1, [...new Set(relays.map(({ address }) => address))].join());
  return checks.all;
}

export function checkOurs({ checks, transfer }: Played): readonly Check[] {
  const ends = [transfer.sender, transfer.receiver].map(({ connection }) => connection.pair?.local.type ?? 'none');
  const reflexive = ends.every((type) => type === 'srflx' || type === 'prflx');
  checks.that('both ends are reflexive', reflexive, 'srflx or prflx', ends.join());
  return checks.all;
}

async function scenario(options: RunOptions): Promise<Outcome> {
  const keep = (name: string) => (options.pcap === undefined ? {} : { pcap: `${options.pcap}/${name}` });
  const published = await play(AS_PUBLISHED, { ...options, ...keep('as-published') });
  const ours = await play(WITH_OUR_RULES, { ...options, ...keep('with-our-rules') });
  return {
    tables: [
      tableOf(published),
      tableOf(ours),
      {
        title: 'What STUN and TURN servers told the clients of their addresses',
        head: ['case', 'client', 'server', 'told', 'that is'],
        rows: [...told(published), ...told(ours)],
      },
      { title: 'Side by side', head: ROW_HEAD, rows: [rowOf(published), rowOf(ours)] },
    ],
    checks: [...checkPublished(published), ...checkOurs(ours)],
  };
}

export const run = programOf({
  name: 'paper',
  shows: "the paper's network and its relayed transfer, then the same network with a direct one",
  play: scenario,
});
