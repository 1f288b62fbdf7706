/**
 * Does what a phone does that has just joined: takes an address, asks for the router's name, opens its page, asks STUN. Runs inside
 * a network namespace of its own, in which there is one interface, switched on and without an address.
 */
import { randomBytes, randomInt } from 'node:crypto';
import { createSocket, type Socket } from 'node:dgram';
import { Resolver } from 'node:dns/promises';
import { once } from 'node:events';
import { request } from 'node:http';
import { wordsOf } from '../../machine/files.ts';
import { runProgram } from '../../machine/run-program.ts';
import { askStun } from '../../relay/stun/probe.ts';
import { type Asking, answerIn, type DhcpAnswer, discoverBytes, type Lease, requestBytes } from './dhcp.ts';
import type { Done, Errand, Step } from './wanted.ts';

const DHCP_PORTS = { server: 67, client: 68 } as const;
/** dnsmasq looks for 3 s whether an address is free before it offers one. */
const OFFER_WITHIN_MS = 5_000;
const AGAIN_MS = 1_000;
const ANSWER_WITHIN_MS = 3_000;

/** Never rejects: what a step could not do is its problem, and what needs it is left out. */
export async function doAsPhone(name: string, mac: string, errand: Errand): Promise<Done> {
  const done: { -readonly [S in Step]?: Done[S] } = {};
  const attempt = async <T>(step: Step, act: () => Promise<T>): Promise<T | undefined> => {
    try {
      const value = await act();
      done[step] = 'done';
      return value;
    } catch (error) {
      done[step] = { problem: wordsOf(error) };
      return undefined;
    }
  };
  const lease = await attempt('address', () => takeAddress(name, mac));
  if (lease === undefined) return done;
  const router = lease.router ?? lease.server;
  await attempt('name', () => askName(errand.hostname, lease.dns ?? lease.server, router));
  await attempt('health', () => get(router, errand, '/healthz'));
  await attempt('page', () => get(router, errand, '/'));
  const { stun } = errand;
  if (stun !== undefined)
    await attempt('stun', async () => {
      if ((await askStun(stun.address, stun.port, ANSWER_WITHIN_MS)) === undefined) throw new Error('no answer');
    });
  return done;
}

async function takeAddress(name: string, mac: string): Promise<Lease> {
  // Without an address there is no way out but this one.
  await ip('route', 'replace', 'broadcast', '255.255.255.255', 'dev', name);
  const asking: Asking = { transaction: randomInt(2 ** 32), mac: Buffer.from(mac.replaceAll(':', ''), 'hex') };
  const socket = createSocket('udp4');
  try {
    socket.bind(DHCP_PORTS.client);
    await once(socket, 'listening');
    socket.setBroadcast(true);
    const offer = await converse(socket, asking, discoverBytes(asking), 'offer');
    const lease = await converse(socket, asking, requestBytes(asking, offer), 'ack');
    await ip('address', 'replace', `${lease.address}/${lease.prefixLength}`, 'dev', name);
    await ip('route', 'replace', 'default', 'via', lease.router ?? lease.server, 'dev', name);
    return lease;
  } finally {
    socket.close();
  }
}

/** Says it again each second, as phones do, until the answer comes. */
function converse(socket: Socket, asking: Asking, question: Uint8Array, wanted: 'offer' | 'ack'): Promise<Lease> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void): void => {
      clearInterval(again);
      clearTimeout(limit);
      socket.off('message', take);
      settle();
    };
    const say = (): void => socket.send(question, DHCP_PORTS.server, '255.255.255.255', () => {});
    const take = (bytes: Uint8Array): void => {
      const answer: DhcpAnswer | undefined = answerIn(bytes, asking);
      if (answer?.is === 'nak') end(() => reject(new Error('refused')));
      else if (answer?.is === wanted) end(() => resolve(answer.lease));
    };
    const again = setInterval(say, AGAIN_MS);
    const limit = setTimeout(() => end(() => reject(new Error(`no ${wanted} from DHCP`))), OFFER_WITHIN_MS);
    socket.on('message', take);
    say();
  });
}

async function askName(hostname: string, server: string, expected: string): Promise<void> {
  const resolver = new Resolver({ timeout: ANSWER_WITHIN_MS, tries: 1 });
  resolver.setServers([server]);
  const addresses = await resolver.resolve4(hostname);
  if (!addresses.includes(expected)) throw new Error(`${hostname} is ${addresses.join(', ')}`);
}

async function get(address: string, { hostname, port }: Errand, path: string): Promise<void> {
  const asked = request({
    host: address,
    port,
    path,
    headers: { host: port === 80 ? hostname : `${hostname}:${port}` },
    timeout: ANSWER_WITHIN_MS,
  });
  asked.on('timeout', () => asked.destroy(new Error('no answer')));
  asked.end();
  const [response] = (await once(asked, 'response')) as [import('node:http').IncomingMessage];
  response.resume();
  if (response.statusCode !== 200) throw new Error(`HTTP ${response.statusCode} for ${path}`);
}

async function ip(...args: readonly string[]): Promise<void> {
  const { problem } = await runProgram(['ip', ...args]);
  if (problem !== undefined) throw new Error(problem);
}

/** A locally administered address that nobody has. */
export const newMac = (): string =>
  `02:68:6b:${randomBytes(3)
    .toString('hex')
    .replace(/(..)(?=.)/g, '$1:')}`;
