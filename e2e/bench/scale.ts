/**
 * How large may one full mesh grow? For each number of routers, with 50 devices each, a minute of people coming and
 * going: the real maps author real frames, and one router with the real hub and the real federation takes them all.
 * Prints what that costs it, and which limit comes first. e2e/lab/scale.md explains the figures.
 *
 *   npm run bench -- scale [--routers 20,50,128,256,500,1000] [--devices 50] [--churn 5] [--seconds 60] [--links 300]
 * [--seed 1]
 */
import { DELTA_INTERVAL_MS, MAX_SNAPSHOT_BYTES } from '../../src/protocol/limits.ts';
import { PUBLISH_INTERVAL_MS } from '../../src/router/federation.ts';
import { readBeacon, writeBeacon } from '../../src/router/mesh/beacon.ts';
import type { Incarnation, RouterId } from '../../src/router/mesh/bus.ts';
import { MAX_MEMBERS } from '../../src/router/mesh/engine.ts';
import { frame } from '../../src/router/mesh/framing.ts';
import { deriveKeys } from '../../src/router/mesh/keys.ts';
import { askAfterMs } from '../../src/router/mesh/liveness.ts';
import type { LinkFrame } from '../../src/router/mesh/messages.ts';
import { Neighbours } from '../../src/router/mesh/neighbours.ts';
import { Pace } from '../../src/router/mesh/pace.ts';
import { Random } from '../drive/random.ts';
import { renderTable } from '../lab/table.ts';
import type { Options } from '../run/program.ts';
import { Crowd } from './parts/crowd.ts';
import { heapBytes } from './parts/garbage.ts';
import { type LinkCost, linkCost } from './parts/link-cost.ts';
import { ListeningRouter } from './parts/listening-router.ts';
import { firstLimits, type Measured } from './parts/scale-limits.ts';
import { beaconWireBytes, linkWireBytes } from './parts/wire-bytes.ts';

/** Headers around a frame to a phone: WebSocket (RFC 6455 section 5.2), TCP with time stamps, IPv4. */
const CLIENT_FRAME_BYTES = 4 + 32 + 20;

const kB = (bytes: number): string => (bytes / 1000).toFixed(bytes < 100_000 ? 1 : 0);
const MB = (bytes: number): string => (bytes / 1e6).toFixed(1);

export async function run(options: Options): Promise<object> {
  const routers = (options['routers'] || '20,50,128,256,500,1000').split(',').map(Number);
  const [devices, churn, seconds, seed] = [
    Number(options['devices'] || 50),
    Number(options['churn'] || 5),
    Number(options['seconds'] || 60),
    Number(options['seed'] || 1),
  ];
  const link = await linkCost(Number(options['links'] || 300));
  const beacon = beaconCost();
  say(
    `one link: ${kB(link.rssBytes)} kB, ${link.handshakeCpuMs.toFixed(2)} ms to set up; one beacon: ${beacon.bytes} bytes, ${(beacon.cpuMs * 1000).toFixed(0)} us to check; seed ${seed}`,
  );
  const all: Measured[] = [];
  for (const count of routers) {
    all.push(await measure({ routers: count, devices, churn, seconds, seed, link, beacon }));
    say(`${count} routers: measured`);
  }
  say(renderTable(tableOf(all, devices, churn)));
  const limits = firstLimits(all, { devices, maxMembers: MAX_MEMBERS, maxWelcomeBytes: MAX_SNAPSHOT_BYTES });
  say(renderTable(limits.table));
  return { devices, churn, seconds, seed, link, beacon, measured: all, limits: limits.limits };
}

type Trial = {
  readonly routers: number;
  readonly devices: number;
  /** Percentage of all devices that leave per minute, while as many come. */
  readonly churn: number;
  readonly seconds: number;
  readonly seed: number;
  readonly link: LinkCost;
  readonly beacon: { readonly bytes: number; readonly cpuMs: number };
};

async function measure({ routers, devices, churn, seconds, seed, link, beacon }: Trial): Promise<Measured> {
  const others = routers - 1;
  const crowd = new Crowd(others, devices, seed);
  const snapshots = crowd.snapshots();
  const heapBefore = heapBytes();
  const one = new ListeningRouter();
  await one.start();
  const began = cpuMs();
  for (const { self, name } of crowd.routers) one.meet(self, name);
  for (const snapshot of snapshots) one.hear(snapshot);
  const meetCpuMs = cpuMs() - began;
  const meetBytes = one.heardBytes;
  const presenceBytes = heapBytes() - heapBefore;
  for (let count = 0; count < devices - 1; count += 1) one.join();
  one.tick(0);
  const joinBegan = cpuMs();
  const welcome = one.join();
  const welcomeCpuMs = cpuMs() - joinBegan;
  if (one.devices !== others * devices) throw new Error(`${one.devices} of ${others * devices} devices`);

  const [bytesBefore, framesBefore] = [one.heardBytes, one.heardFrames];
  const toClients = { frames: 0, bytes: 0, deflatedBytes: 0 };
  const chance = new Random(seed + 1);
  const perStep = (((others * devices * churn) / 100) * PUBLISH_INTERVAL_MS) / 60_000;
  let listenCpuMs = 0;
  for (let now = PUBLISH_INTERVAL_MS; now <= seconds * 1000; now += PUBLISH_INTERVAL_MS) {
    const changes = Math.floor(perStep) + (chance.next() < perStep % 1 ? 1 : 0);
    const said = crowd.step(now, changes);
    const start = cpuMs();
    for (const each of said) one.hear(each);
    if (now % DELTA_INTERVAL_MS === 0) {
      const { frames, bytes, deflatedBytes } = one.tick(now);
      toClients.frames += frames;
      toClients.bytes += bytes;
      toClients.deflatedBytes += deflatedBytes;
    }
    listenCpuMs += cpuMs() - start;
  }
  await one.stop();
  const frames = (one.heardFrames - framesBefore) / seconds;
  const frameBytes = (one.heardBytes - bytesBefore) / seconds;
  // All are linked, and nothing has changed lately.
  const beaconEveryS = new Pace().interval(others, 0) / 1000;
  return {
    routers,
    meshInFrames: frames,
    // Each router's news goes to all others, so each sends as much as it hears.
    meshBytes: frames === 0 ? 0 : frames * linkWireBytes(frameBytes / frames),
    aliveBytes: others * (beaconWireBytes(beacon.bytes) / beaconEveryS + pingBytesPerS(routers)),
    beaconCpu: ((others / beaconEveryS) * beacon.cpuMs) / 1000,
    beaconEveryS,
    listenCpu: listenCpuMs / 1000 / seconds,
    presenceBytes,
    linkBytes: others * link.rssBytes,
    linkCpuMs: others * link.handshakeCpuMs,
    meetBytes,
    meetCpuMs,
    welcomeBytes: welcome.bytes,
    welcomeDeflatedBytes: welcome.deflatedBytes,
    welcomeCpuMs,
    clientBytes: (toClients.deflatedBytes + toClients.frames * CLIENT_FRAME_BYTES) / seconds,
  };
}

/** The end that first finds an idle link pings it: on average half of the pings in each direction. */
function pingBytesPerS(routers: number): number {
  const ping: LinkFrame = { type: 'ping', n: 1_000 };
  const pong: LinkFrame = { type: 'pong', n: 1_000, clock: Date.now() };
  const both = [ping, pong].reduce((sum, message) => sum + linkWireBytes(frame(JSON.stringify(message)).length), 0);
  return both / 2 / (askAfterMs(routers) / 1000);
}

/** The real check of a beacon: its authentication code, and whether it is new. */
function beaconCost(): Trial['beacon'] {
  const keys = deriveKeys('the key of this bench');
  const count = 20_000;
  const ids = Array.from({ length: 200 }, (_, index) => `beacon-${index}`.padEnd(16, '-') as RouterId);
  const incarnation = '0000000100000001' as Incarnation;
  const all = Array.from({ length: count }, (_, index) => {
    const id = ids[index % ids.length] ?? ('' as RouterId);
    return writeBeacon({ id, incarnation, sequence: index + 1, port: 8642, version: index }, keys);
  });
  const neighbours = new Neighbours();
  const began = cpuMs();
  for (const [index, bytes] of all.entries()) {
    const heard = readBeacon(bytes, keys);
    if (!heard.ok || neighbours.heard(heard.beacon, '192.168.1.2', index) === undefined)
      throw new Error('a good beacon was refused');
  }
  return { bytes: all[0]?.length ?? 0, cpuMs: (cpuMs() - began) / count };
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function tableOf(all: readonly Measured[], devices: number, churn: number) {
  return {
    title: `One router of a full mesh, ${devices} devices at each, ${churn} % of them changing in a minute. Bytes per second are on the wire, each way.`,
    head: [
      'routers',
      'presence kB/s',
      'beacons, pings kB/s',
      'CPU %',
      'of it beacons',
      'presence MB',
      'links MB',
      'links s CPU',
      'join kB',
      'welcome kB',
      'deflated',
      'welcome ms',
      'to phones kB/s',
    ],
    rows: all.map((one) => [
      String(one.routers),
      kB(one.meshBytes),
      kB(one.aliveBytes),
      ((one.listenCpu + one.beaconCpu) * 100).toFixed(1),
      (one.beaconCpu * 100).toFixed(1),
      MB(one.presenceBytes),
      MB(one.linkBytes),
      (one.linkCpuMs / 1000).toFixed(2),
      kB(one.meetBytes),
      kB(one.welcomeBytes),
      kB(one.welcomeDeflatedBytes),
      one.welcomeCpuMs.toFixed(0),
      kB(one.clientBytes),
    ]),
  };
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
