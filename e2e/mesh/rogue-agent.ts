/**
 * A hostile machine on the backhaul, with the means of a router: our own code for beacons, keys and links, used against
 * its purpose. Attacks come as lines of JSON; the result of each goes out as a line of JSON.
 */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import type { TLSSocket } from 'node:tls';
import { MESH_PORT } from '../../src/router/config/ports.ts';
import { createLog } from '../../src/router/machine/log.ts';
import { backhaulOf } from '../../src/router/mesh/backhaul.ts';
import { writeBeacon } from '../../src/router/mesh/beacon.ts';
import type { Incarnation, RouterId, Self } from '../../src/router/mesh/bus.ts';
import { openDatagrams } from '../../src/router/mesh/datagrams.ts';
import { Deframer, frame } from '../../src/router/mesh/framing.ts';
import { deriveKeys, type MeshKeys } from '../../src/router/mesh/keys.ts';
import { bindingOf } from '../../src/router/mesh/link.ts';
import { dial } from '../../src/router/mesh/listener.ts';
import { type Listed, MAX_LINK_FRAME_BYTES, MESH_VERSION, parseLinkFrame } from '../../src/router/mesh/messages.ts';
import { introduction, newSeed, type Passport, passportOf } from '../../src/router/mesh/passport.ts';
import { HOST } from '../lab/topology.ts';

/** What is sent as a datagram. `newcomers`: beacons of routers that do not exist, with the right key. */
export type Datagram = 'garbage' | 'other key' | 'forged' | 'replayed' | 'newcomers';
export type Flood = {
  readonly do: 'flood';
  readonly what: Datagram;
  readonly perSecond: number;
  readonly forMs: number;
};
/** Makes a link and sends arbitrary messages. */
export type Intrude = {
  readonly do: 'link';
  readonly to: string;
  /** Without an id: under its own id, with another passport each time. */
  readonly as: { readonly id?: string; readonly incarnation: string };
  /** Frames after hello, each sent `times` times. */
  readonly says: readonly string[];
  readonly times: number;
  /** Sends a header that announces more bytes than a frame may have. */
  readonly isTooLong: boolean;
  /** Lists as its own what the router at that address lists, with the hellos that devices said there. */
  readonly repeats?: string;
  /** Answers pings and requests for a snapshot as a router does. */
  readonly answers?: boolean;
  readonly forMs: number;
};
/** Connects as often as possible: without the key, or without saying anything. */
export type Knock = {
  readonly do: 'knock';
  readonly to: string;
  readonly how: 'other key' | 'silent';
  readonly forMs: number;
};
export type Attack = (Flood | Intrude | Knock) & { readonly meshKey?: string };
/** How many datagrams or frames went out, or connections were made, and what the other side answered. */
export type Aftermath = { readonly sent: number; readonly heard: readonly string[]; readonly wasCut: boolean };

const STEP_MS = 10;
const KEPT = 500;
const MANY_CONNECTIONS = 250;

const backhaul = backhaulOf(HOST, networkInterfaces());
if (backhaul === undefined) throw new Error(`${HOST} has no address`);
const overheard: Buffer[] = [];
const datagrams = openDatagrams(
  backhaul,
  MESH_PORT,
  (bytes) => {
    if (overheard.length < KEPT) overheard.push(Buffer.from(bytes));
  },
  createLog('error'),
);
const [openKeys, otherKeys] = [deriveKeys(undefined), deriveKeys('the key of somebody else')];
const keysOf = (meshKey: string | undefined): MeshKeys => (meshKey === undefined ? openKeys : deriveKeys(meshKey));

let sequence = 0;
function beacon(keys: MeshKeys): Buffer {
  sequence += 1;
  const id = randomBytes(12).toString('base64url') as RouterId;
  return writeBeacon({ id, incarnation: 'f'.repeat(16) as Incarnation, sequence, port: MESH_PORT, version: 1 }, keys);
}

async function flood({ what, perSecond, forMs }: Flood, keys: MeshKeys): Promise<Aftermath> {
  const make = (): Buffer => {
    switch (what) {
      case 'garbage':
        return randomBytes(200);
      case 'other key':
        return beacon(otherKeys);
      case 'newcomers':
        return beacon(keys);
      case 'forged': {
        const bytes = beacon(keys);
        bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
        return bytes;
      }
      case 'replayed':
        return overheard[sent % overheard.length] ?? randomBytes(1);
    }
  };
  const start = performance.now();
  let sent = 0;
  for (let elapsed = 0; elapsed < forMs; elapsed = performance.now() - start) {
    for (const due = (elapsed / 1000) * perSecond; sent < due; sent += 1) datagrams.broadcast(make, false);
    await pause(STEP_MS);
  }
  return { sent, heard: [`${overheard.length} beacons overheard`], wasCut: false };
}

/** Says hello as a router with that passport. */
function introduce(socket: TLSSocket, passport: Passport, as: Intrude['as']): void {
  const self = { id: passport.id, ...as } as Self;
  const proof = passport.sign(introduction(bindingOf(socket), 'dialled', self));
  socket.write(frame(JSON.stringify({ type: 'hello', version: MESH_VERSION, ...self, key: passport.key, proof })));
}

type Told = { readonly id: string; readonly devices: readonly Listed[] };

/** What a router lists, as one that has just linked is told. */
async function listOf(router: string, keys: MeshKeys): Promise<Told> {
  const socket = await dial(router, MESH_PORT, keys);
  const frames = new Deframer(MAX_LINK_FRAME_BYTES);
  introduce(socket, passportOf(newSeed()), { incarnation: 'f'.repeat(16) });
  let id = '';
  for await (const bytes of socket)
    for (const each of frames.push(bytes as Buffer) ?? []) {
      const parsed = parseLinkFrame(each);
      if (parsed.ok && parsed.value.type === 'hello') id = parsed.value.id;
      if (parsed.ok && parsed.value.type === 'snapshot') return { id, devices: parsed.value.devices };
    }
  throw new Error(`${router} lists nobody`);
}

/** As a router with a greater id: of two equal claims, its one counts. */
async function repeat(attack: Intrude, router: string, keys: MeshKeys): Promise<Aftermath> {
  const { id, devices } = await listOf(router, keys);
  let passport = passportOf(newSeed());
  while (passport.id < id) passport = passportOf(newSeed());
  const list = { type: 'snapshot', incarnation: attack.as.incarnation, version: 1, devices };
  return intrude({ ...attack, says: [JSON.stringify(list)] }, keys, passport);
}

async function intrude(
  { to, as, says, times, isTooLong, answers = false, forMs }: Intrude,
  keys: MeshKeys,
  passport = passportOf(newSeed()),
): Promise<Aftermath> {
  const socket = await dial(to, MESH_PORT, keys);
  const heard = new Set<string>();
  const frames = new Deframer(MAX_LINK_FRAME_BYTES);
  socket.on('data', (bytes: Buffer) => {
    for (const each of frames.push(bytes) ?? []) {
      const json = String(each);
      const type = /"type":"(\w+)"/.exec(json)?.[1] ?? json;
      heard.add(type);
      if (answers && type === 'ping') socket.write(frame(json.replace('"ping"', '"pong"')));
      if (answers && type === 'want') for (const said of says) socket.write(frame(said));
    }
  });
  socket.on('error', () => {});
  const closed = once(socket, 'close').then(() => true);
  introduce(socket, passport, as);
  let sent = 0;
  for (; sent < times && !socket.destroyed; sent += 1) for (const json of says) socket.write(frame(json));
  if (isTooLong) socket.write(Buffer.from('7fffffff', 'hex'));
  const wasCut = await Promise.race([closed, pause(forMs).then(() => false)]);
  socket.destroy();
  return { sent: sent * says.length, heard: [...heard], wasCut };
}

async function knock({ to, how, forMs }: Knock): Promise<Aftermath> {
  const start = performance.now();
  const sockets = [];
  let sent = 0;
  while (performance.now() - start < forMs) {
    sent += 1;
    if (how === 'other key') await dial(to, MESH_PORT, otherKeys).catch(() => {});
    else if (sockets.length < MANY_CONNECTIONS) sockets.push(connect(MESH_PORT, to).on('error', () => {}));
    else break;
  }
  await pause(Math.max(0, forMs - (performance.now() - start)));
  for (const socket of sockets) socket.destroy();
  return { sent, heard: [], wasCut: false };
}

function perform(attack: Attack): Promise<Aftermath> {
  const keys = keysOf(attack.meshKey);
  switch (attack.do) {
    case 'flood':
      return flood(attack, keys);
    case 'link':
      return attack.repeats === undefined ? intrude(attack, keys) : repeat(attack, attack.repeats, keys);
    case 'knock':
      return knock(attack);
  }
}

const tell = (value: Aftermath | 'ready'): void => void process.stdout.write(`${JSON.stringify(value)}\n`);
createInterface(process.stdin).on('line', (line) => {
  const attack = JSON.parse(line) as Attack; // the test that wrote it shares this file's type
  perform(attack).then(tell, (error: Error) => tell({ sent: 0, heard: [error.message], wasCut: true }));
});
process.stdin.on('end', () => process.exit());
tell('ready');
