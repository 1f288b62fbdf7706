/** What the relay carries and refuses, shown with coturn's own client against the router as an operator starts it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IceServer } from '../../src/protocol/signaling.ts';
import { RELAY_LIMITS } from '../../src/router/limits/limits.ts';
import { mintCredential, type TurnCredential } from '../../src/router/relay/credentials.ts';
import { readExposition } from '../../src/router/status/testing/exposition.ts';
import { LAPTOP, type Outcome, Place, R1, type Running, TABLET, whyNot } from './place.ts';

const PEER_PORT = '3480';
const why = whyNot();
let place: Place;
let router: Running;
const peers: Running[] = [];

beforeAll(async () => {
  if (why !== undefined) return;
  place = await Place.build();
  router = await place.router();
  await router.said(/coturn: answers on/);
  for (const [node, address] of [
    ['laptop', LAPTOP],
    ['tablet', TABLET],
  ] as const) {
    peers.push(place.start(node, ['turnutils_peer', '-L', address, '-p', PEER_PORT]));
    peers.push(place.start(node, ['turnutils_peer', '-L', address, '-p', '53']));
  }
});
afterAll(() => place?.close());

const secret = (): string =>
  /^static-auth-secret=(.*)$/m.exec(
    readFileSync(join(place.dataDirectory, 'coturn', 'turnserver.conf'), 'utf8'),
  )?.[1] ?? '';
let devices = 0;
/** From another device each time: a client that goes without a goodbye leaves its allocation for ten minutes. */
const good = (): TurnCredential => mintCredential(secret(), Date.now(), 60, `device-${++devices}`);

type Trial = {
  from?: string;
  server?: string;
  peer?: string;
  port?: string;
  credential?: TurnCredential;
  more?: string[];
};
/** Sends three packets through the relay to a peer that returns them. */
function relay({ from = 'phone', server = R1.lan, peer = LAPTOP, port = PEER_PORT, ...rest }: Trial): Promise<Outcome> {
  const { username, credential } = rest.credential ?? good();
  const words = ['-c', '-n', '3', ...(rest.more ?? []), '-u', username, '-w', credential, '-e', peer, '-r', port];
  // It begins to send after a random time of up to 6 s, and waits for lost packets for ever.
  return place.run(from, 'timeout', '20', 'turnutils_uclient', ...words, server);
}
const carried = { code: 0, said: expect.stringContaining('tot_recv_msgs=3') };
const forbidden = { code: 255, said: expect.stringContaining('error 403 (Forbidden IP)') };

describe.skipIf(why !== undefined)(`the relay${why === undefined ? '' : ` (${why})`}`, () => {
  it('is counted for the operator', async () => {
    const ask = `fetch('http://127.0.0.1:8080/status.json').then((r) => r.json()).then((s) => console.log(s.turn.allocations))`;
    const count = async () => Number((await place.run('R1', process.execPath, '-e', ask)).said);
    // Before all others: coturn takes a second to end what a client has given back, and would end it between two counts.
    expect(await count()).toBe(0);
    expect(await relay({})).toMatchObject(carried);
    // The client left without a goodbye, so coturn keeps its allocation for ten minutes.
    await expect.poll(count).toBeGreaterThan(0);
    expect(await count()).toBeLessThanOrEqual(4);
  });

  it('is given to clients with the servers that fit the networks of both sides', async () => {
    const laptop = await place.visit('laptop', R1.backhaul);
    const phone = await place.visit('phone', R1.lan, 'laptop');
    const servers: readonly IceServer[] = JSON.parse(await phone.said(/^\[/));
    expect(servers.map(({ urls }) => urls)).toEqual([
      `stun:${R1.lan}:3478`,
      `stun:${R1.backhaul}:3478`,
      `turn:${R1.lan}:3478?transport=udp`,
      `turn:${R1.lan}:3478?transport=tcp`,
    ]);
    const { username = '', credential = '' } = servers[2] ?? {};
    expect(username).toMatch(/^\d+:192\.168\.42\.100$/);
    expect(Number(username.split(':')[0]) * 1000).toBeLessThanOrEqual(Date.now() + 120_000);
    expect(await relay({ credential: { username, credential } })).toMatchObject(carried);
    const tablet = await place.visit('tablet', R1.lan);
    const back = await place.visit('laptop', R1.backhaul, 'tablet');
    expect(JSON.parse(await back.said(/^\[/)).map(({ urls }: IceServer) => urls)).toEqual([
      `stun:${R1.backhaul}:3478`,
      `turn:${R1.backhaul}:3478?transport=udp`,
      `turn:${R1.backhaul}:3478?transport=tcp`,
    ]);
    await Promise.all([laptop.end, phone.end, back.end, tablet.stop()]);
  });

  it.each<[string, Trial]>([
    ['from the LAN to the backhaul', {}],
    ['from the LAN to the backhaul, by permissions instead of channels', { more: ['-s'] }],
    ['from the LAN to the backhaul, for a client that has TCP alone', { more: ['-t'] }],
    ['from the backhaul to the LAN', { from: 'laptop', server: R1.backhaul, peer: TABLET }],
    ['between two on the LAN that the access point may keep apart', { peer: TABLET }],
  ])('carries %s', { concurrent: true }, async (_, trial) => {
    expect(await relay(trial)).toMatchObject(carried);
  });

  it.each([
    ['the loopback address', '127.0.0.1', '8080'],
    ['the loopback range', '127.0.0.53', '53'],
    ['the app on the LAN address', R1.lan, '8080'],
    ['the app on the backhaul address', R1.backhaul, '8080'],
    ['itself', R1.backhaul, '3478'],
    ['another relay of its own', R1.backhaul, '20001'],
    ['the broadcast of the backhaul', '192.168.1.255', PEER_PORT],
    ['the broadcast of the LAN', '192.168.42.255', PEER_PORT],
    ['everyone', '255.255.255.255', PEER_PORT],
    ['multicast', '224.0.0.251', '5353'],
    ['no address', '0.0.0.0', '8080'],
    ['a private network of somebody else', '10.0.0.1', PEER_PORT],
    ['link-local addresses', '169.254.1.1', PEER_PORT],
    ['the Internet', '203.0.113.7', PEER_PORT],
  ])('does not carry to %s', async (_, peer, port) => {
    for (const more of [[], ['-s']]) expect(await relay({ peer, port, more })).toMatchObject(forbidden);
    expect(await relay({ from: 'laptop', server: R1.backhaul, peer, port })).toMatchObject(forbidden);
  });

  it('relays to peers by UDP alone', async () => {
    expect((await relay({ more: ['-T'] })).code).not.toBe(0);
  });

  it('gives one address at most an eighth, however many devices it makes up, and leaves the rest to others', async () => {
    const laptop = await place.visit('laptop', R1.backhaul);
    const greedy = place.greedy('tablet', R1.lan, 11, RELAY_LIMITS.perAddress, 'laptop');
    expect(JSON.parse(await greedy.said(/^\{/))).toEqual({
      taken: RELAY_LIMITS.perAddress,
      refusedWith: [486],
      longestS: RELAY_LIMITS.lifetimeS,
    });
    expect(RELAY_LIMITS.perAddress).toBeLessThanOrEqual(RELAY_LIMITS.inAll / 8);
    expect(await relay({})).toMatchObject(carried);
    await Promise.all([greedy.end, laptop.stop()]);
  });

  it('refuses credentials that are expired, forged, or made with another secret', async () => {
    const now = Date.now();
    const minted = good();
    for (const credential of [
      mintCredential(secret(), now - 120_000, 60, 'device'),
      { ...minted, username: minted.username.replace(/^\d+/, (expiry) => String(Number(expiry) + 3600)) },
      { ...minted, credential: Buffer.from('a guess').toString('base64') },
      mintCredential('another', now, 60, 'device'),
    ]) {
      const { code, said } = await relay({ credential });
      expect(code).not.toBe(0);
      expect(said).toContain('Cannot complete Allocation');
    }
  });
});

describe.skipIf(why !== undefined)(`the router's rules${why === undefined ? '' : ` (${why})`}`, () => {
  const seenBy = async (server: string): Promise<string | undefined> => {
    const { said } = await place.run('phone', 'turnutils_stunclient', '-p', '3478', server);
    return /reflexive addr: ([\d.]+):/.exec(said)?.[1];
  };

  it('make STUN on the router report the mapping on its backhaul address, and do not change that on the LAN', async () => {
    expect(await seenBy(R1.backhaul)).toBe('192.168.42.100');
    expect(await place.nat('apply')).toMatchObject({ code: 0 });
    expect(await seenBy(R1.backhaul)).toBe(R1.backhaul);
    expect(await seenBy(R1.lan)).toBe('192.168.42.100');
  });

  it('leave relaying to browsers as it is, and bar it from services of others', async () => {
    expect(await place.nat('remove')).toMatchObject({ code: 0 });
    const bothOn = (port: string) => Promise.all([relay({ peer: LAPTOP, port }), relay({ peer: TABLET, port })]);
    expect(await bothOn('53')).toMatchObject([carried, carried]);
    expect(await place.nat('apply', '--nat', 'full-cone')).toMatchObject({ code: 0 });
    const [served, dropped] = await Promise.all([bothOn(PEER_PORT), bothOn('53')]);
    expect(served).toMatchObject([carried, carried]);
    const lost = { said: expect.stringMatching(/tot_send_msgs=3, tot_recv_msgs=0/) };
    expect(dropped).toMatchObject([lost, lost]);
  });

  it('may be applied twice, and removed twice', async () => {
    const rules = async () => (await place.run('R1', 'nft', 'list', 'ruleset')).said;
    await place.nat('apply');
    const once = await rules();
    expect(once).toContain('table ip hikyaku_nat');
    expect(await place.nat('apply')).toMatchObject({ code: 0 });
    expect(await rules()).toBe(once);
    for (const _ of [1, 2]) expect(await place.nat('remove')).toMatchObject({ code: 0 });
    expect(await rules()).toBe('');
  });
});

describe.skipIf(why !== undefined)(
  `the relay of a router with --metrics${why === undefined ? '' : ` (${why})`}`,
  () => {
    it('is measured in bytes for programs', async () => {
      await router.stop();
      router = await place.router(['--metrics']);
      await router.said(/coturn: answers on/);
      const ask = `fetch('http://127.0.0.1:8080/metrics').then((r) => r.text()).then((text) => console.log(text))`;
      const bytes = async () => {
        const { said } = await place.run('R1', process.execPath, '-e', ask);
        const { samples } = readExposition(`${said.trimEnd()}\n`).get('hikyaku_relay_bytes_total') ?? {};
        return ['to_peer', 'from_peer'].map((direction) => samples?.get(`{direction="${direction}"}`) ?? Number.NaN);
      };
      expect(await bytes()).toEqual([0, 0]);
      // coturn tells after 4096 packets, each of which it sees four times: from the client, to the peer, and back. The queues
      // of a busy machine lose some of them.
      const [count, size] = [1_500, 500];
      const { said } = await relay({ more: ['-n', String(count), '-l', String(size), '-z', '1'] });
      const received = Number([...said.matchAll(/tot_recv_msgs=(\d+)/g)].at(-1)?.[1]); // it counts every second
      expect(received).toBeGreaterThan(0.8 * count);
      await expect.poll(bytes).not.toEqual([0, 0]);
      for (const sum of await bytes()) {
        expect(sum).toBeGreaterThan(0.6 * count * size);
        expect(sum).toBeLessThan(1.2 * count * size);
      }
    });
  },
);
