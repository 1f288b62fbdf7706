/** Where two phones meet for a measurement: on this machine's loopback, or in networks with a delay between them. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '../../drive/files.ts';
import { Phone, type PhoneOptions } from '../../drive/phone.ts';
import { Router } from '../../drive/router.ts';
import { World } from '../../lab/netns.ts';
import { oneRouter } from '../../lab/networks.ts';
import { labSkip } from '../../lab/requirements.ts';
import { APP_PORT, RouterProcess } from '../../lab/router-process.ts';
import { HOST, LAN } from '../../lab/topology.ts';

const NODES = ['client1', 'client2'] as const;
const ROUTER = '192.168.42.1';
const SLOW = ['slow0', 'slow1'] as const;
const PYTHON = '/usr/bin/python3';

export type Place = {
  /** Address of the app. A secure context, so that the fastest storage is measured, unless the place is `plain`. */
  readonly url: string;
  readonly folder: string;
  /** A browser on the first or the second host; it shows no page yet. */
  readonly phone: (name: string, host: 0 | 1, options?: PhoneOptions) => Promise<Phone>;
  /** Processes that stand for a cable: what they use of the machine is no disturbance. */
  readonly cables: readonly number[];
  readonly close: () => Promise<void>;
};

export async function loopback(): Promise<Place> {
  const router = await Router.start(['--log-level', 'error']);
  const { path: folder, remove } = await temporaryFolder('bench');
  return {
    url: router.url,
    folder,
    phone: (name, _, options) => Phone.start(name, options),
    cables: [],
    close: async () => {
      await router.stop();
      await remove();
    },
  };
}

/** One access point with two hosts. */
async function accessPoint(what: string) {
  const missing = labSkip();
  if (missing !== undefined) throw new Error(`${what} needs namespaces: ${missing}`);
  const { path: folder, remove } = await temporaryFolder('bench');
  const world = await World.build(oneRouter());
  const router = await RouterProcess.start(world, 'r1', { flags: ['--mesh', 'off', '--turn', 'off'] });
  const phone: Place['phone'] = (name, host, options) =>
    Phone.start(name, { ...options, prefix: world.prefix(NODES[host]) });
  const close = async () => {
    await router.stop();
    await world.close();
    await remove();
  };
  return { world, folder, phone, close };
}

/** Plain HTTP on a private address, as on a phone without preparation. */
export async function plain(): Promise<Place> {
  const { folder, phone, close } = await accessPoint('a private address');
  return { url: `http://${ROUTER}:${APP_PORT}/`, folder, phone, cables: [], close };
}

/**
 * One access point on which everything from and to the second host waits for half the round-trip time. Each host has
 * the app on its own loopback, through a forwarder, for a secure context.
 *
 *      client1 ---- r1 (lan0) ---- slow1 | slow0 ---- delay.py ---- port ---- client2
 */
export async function delayed(roundTripMs: number): Promise<Place> {
  const { world, folder, phone, close } = await accessPoint('a delay');
  const relay = await slowDown(world, roundTripMs);
  await Promise.all(NODES.map((node) => forward(world, node)));
  return {
    url: `http://127.0.0.1:${APP_PORT}/`,
    folder,
    phone,
    cables: relay.pid === undefined ? [] : [relay.pid],
    close: async () => {
      process.stdout.write(`delayed by ${roundTripMs / 2} ms each way: ${await ended(relay)}`);
      await close();
    },
  };
}

/** Starts the delay, at a higher priority than other processes: a cable does not wait for a processor. */
async function slowDown(world: World, roundTripMs: number): Promise<ChildProcess> {
  const port = await cableOf(world, NODES[1]);
  // The router itself must not answer on what is now only a cable (arp_ignore 8).
  const quiet = [port, SLOW[0]].map((name) => `echo 8 > /proc/sys/net/ipv4/conf/${name}/arp_ignore`);
  const commands = [
    `ip link set ${port} nomaster`,
    `ip link add ${SLOW[0]} type veth peer name ${SLOW[1]}`,
    `ip link set ${SLOW[1]} master ${LAN} up`,
    `ip link set ${SLOW[0]} up`,
    ...quiet,
  ];
  await world.output('r1', ['sh', '-ec', commands.join('\n')]);
  const program = fileURLToPath(new URL('delay.py', import.meta.url));
  const relay = world.spawn('r1', ['nice', '-n', '-15', PYTHON, program, String(roundTripMs / 2), port, SLOW[0]], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  await started(relay);
  return relay;
}

/** Ends the delay, and returns its last output. */
async function ended(relay: ChildProcess): Promise<string> {
  const words: string[] = [];
  relay.stdout?.on('data', (piece: Buffer) => words.push(piece.toString()));
  relay.stdin?.end();
  await once(relay, 'close');
  return words.join('');
}

/** The router's end of a host's cable. */
async function cableOf(world: World, host: string): Promise<string> {
  type Link = { readonly ifname: string; readonly ifindex: number; readonly link_index?: number };
  const links = async (node: string) => JSON.parse(await world.output(node, ['ip', '-json', 'link', 'show'])) as Link[];
  const end = (await links(host)).find(({ ifname }) => ifname === HOST)?.link_index;
  const port = (await links('r1')).find(({ ifindex }) => ifindex === end);
  if (port === undefined) throw new Error(`${host} is not plugged into r1`);
  return port.ifname;
}

const FORWARDER = `const { connect, createServer } = require('node:net');
createServer((here) => {
  const there = connect(${APP_PORT}, '${ROUTER}');
  here.pipe(there).pipe(here);
  for (const socket of [here, there]) socket.on('error', () => { here.destroy(); there.destroy(); });
}).listen(${APP_PORT}, '127.0.0.1', () => console.log('ready'));`;

async function forward(world: World, node: string): Promise<void> {
  await started(world.spawn(node, [process.execPath, '-e', FORWARDER], { stdio: ['ignore', 'pipe', 'inherit'] }));
}

async function started(child: ReturnType<World['spawn']>): Promise<void> {
  if (child.stdout === null) throw new Error('its output is not piped');
  await Promise.race([
    once(child.stdout, 'data'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`${child.spawnargs.at(-1)} ended with ${code}`))),
  ]);
}
