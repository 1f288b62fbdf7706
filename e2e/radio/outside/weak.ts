/**
 * A phone at the edge of the Wi-Fi: what is lost and delayed on its way, which Linux's netem does in the machine, because not every
 * host's kernel has it. Everything else is here: an access point, two Chromiums, the router. A file is brought over by the app and by a
 * bare data channel, under each loss.
 *
 *      client1 ---- r1 (lan0) ---- tap0 | eth0 -- machine: bridge, netem -- eth1 | tap1 ---- far0 ---- client2
 */
import { join } from 'node:path';
import { type Spread, spread } from '../../bench/parts/figures.ts';
import type { Place } from '../../bench/parts/place.ts';
import { bring, type Load, openPair, type Pair } from '../../bench/parts/ways.ts';
import { randomFile, temporaryFolder } from '../../drive/files.ts';
import { Phone } from '../../drive/phone.ts';
import { Checks } from '../../lab/checks.ts';
import { World } from '../../lab/netns.ts';
import { oneRouter } from '../../lab/networks.ts';
import { type Outcome, programOf, type RunOptions } from '../../lab/program.ts';
import { APP_PORT, RouterProcess } from '../../lab/router-process.ts';
import { HOST, LAN } from '../../lab/topology.ts';
import type { Options } from '../../run/program.ts';
import { Machine } from '../machine/machine.ts';

const BYTES = 2_000_000;
/** In percent, in each direction. */
const LOSSES = '0,1,5,10';
/** Each way, and always the same: netem would let later packets overtake others, which radios of 802.11 do not. */
const DELAY_MS = 20;
/** Which packets are lost is chance: under one loss, single rounds of the app differ by four times. */
const ROUNDS = 3;
/** Of the speed of a bare data channel under the same loss, the median of the rounds. */
const LEAST = 0.5;
/** Nothing that goes on takes longer: the slowest, a bare channel with 10 % lost, brings 2 MB in 20 s. */
const STANDS_STILL_MS = 240_000;
/** As many packets wait as are on their way in a second. */
const QUEUE = 4_000;
const TAPS = ['tap0', 'tap1'];
const CLIENTS = ['client1', 'client2'] as const;

type Ground = {
  readonly world: World;
  readonly machine: Machine;
  readonly router: RouterProcess;
  readonly place: Place;
  /** With the app, and without. */
  readonly pairs: readonly [Pair, Pair];
};

/** The second client's cable is led through the machine. */
async function through(world: World, say: (line: string) => void): Promise<Machine> {
  type Link = { readonly ifname: string; readonly ifindex: number; readonly link_index?: number };
  const links = async (node: string) => JSON.parse(await world.output(node, ['ip', '-json', 'link', 'show'])) as Link[];
  const end = (await links(CLIENTS[1])).find(({ ifname }) => ifname === HOST)?.link_index;
  const port = (await links('r1')).find(({ ifindex }) => ifindex === end)?.ifname ?? '';
  const commands = [
    ...TAPS.map((tap) => `ip tuntap add dev ${tap} mode tap`),
    'ip link add far0 type bridge forward_delay 0',
    // It is but a cable: the router must not answer on it.
    'echo 8 > /proc/sys/net/ipv4/conf/far0/arp_ignore',
    `ip link set ${port} nomaster`,
    `ip link set ${port} master far0 up`,
    'ip link set tap1 master far0 up',
    `ip link set tap0 master ${LAN} up`,
    'ip link set far0 up',
  ];
  await world.output('r1', ['sh', '-ec', commands.join('\n')]);
  const machine = await Machine.boot({ say, memoryMb: 768, cables: { taps: TAPS, prefix: world.prefix('r1') } });
  await machine.output(
    [
      'set -e',
      'modprobe -a virtio_net bridge sch_netem',
      'ip link add br0 type bridge forward_delay 0',
      'for end in eth0 eth1; do ip link set $end master br0 up; done',
      'ip link set br0 up',
    ].join('\n'),
  );
  return machine;
}

async function loses(machine: Machine, percent: number): Promise<void> {
  const netem = `netem delay ${DELAY_MS}ms loss ${percent}% limit ${QUEUE}`;
  await machine.output(`set -e; for end in eth0 eth1; do tc qdisc replace dev $end root ${netem}; done`);
}

/** Packets that netem took so far, and those that it lost. */
async function counted(machine: Machine): Promise<{ readonly sent: number; readonly lost: number }> {
  const said = await machine.output('for end in eth0 eth1; do tc -s qdisc show dev $end; done');
  const sum = (pattern: RegExp) => [...said.matchAll(pattern)].reduce((total, [, digits]) => total + Number(digits), 0);
  return { sent: sum(/Sent \d+ bytes (\d+) pkt/g), lost: sum(/dropped (\d+)/g) };
}

async function build(folder: string, say: RunOptions['say']): Promise<Ground> {
  const world = await World.build(oneRouter());
  try {
    const machine = await through(world, say);
    await loses(machine, 0);
    const router = await RouterProcess.start(world, 'r1', { flags: ['--mesh', 'off', '--turn', 'off'] });
    const phone: Place['phone'] = (name, host) =>
      Phone.start(name, { browser: 'pages', prefix: world.prefix(CLIENTS[host]) });
    const place = { url: `http://192.168.42.1:${APP_PORT}/`, folder, phone, cables: [], close: async () => {} };
    const pairs = [await openPair(place, 'app', {}), await openPair(place, 'bare', {})] as const;
    return { world, machine, router, place, pairs };
  } catch (error) {
    await world.close();
    throw error;
  }
}

type Way = 'app' | 'bare';
/** In kB/s; a round that stood still has none. */
type Round = { readonly found: number; readonly app: number | undefined; readonly bare: number | undefined };
type Row = { readonly loss: number; readonly rounds: readonly Round[] };

/** `undefined` when it stands still, and what both pages say. */
async function speed(ground: Ground, way: Way, file: Load, say: RunOptions['say']): Promise<number | undefined> {
  const pair = ground.pairs[way === 'app' ? 0 : 1];
  let late: NodeJS.Timeout | undefined;
  const never = new Promise<undefined>((resolve) => {
    late = setTimeout(() => resolve(undefined), STANDS_STILL_MS);
  });
  try {
    const brought = bring(pair, file, way);
    brought.catch(() => {}); // when it stands still, the end of the pages ends it
    const done = await Promise.race([brought, never]);
    if (done !== undefined) return file.bytes / 1_000 / done.seconds;
  } catch (error) {
    say(`    ${error}`);
  } finally {
    clearTimeout(late);
  }
  for (const phone of [pair.from, pair.to]) say(`    ${phone.name}: ${(await phone.text()).replaceAll('\n', ' ')}`);
  return undefined;
}

async function underLoss(
  ground: Ground,
  file: Load,
  loss: number,
  rounds: number,
  say: RunOptions['say'],
): Promise<Row> {
  const { machine } = ground;
  await loses(machine, loss);
  const all: Round[] = [];
  for (let count = 1; count <= rounds; count += 1) {
    const before = await counted(machine);
    const app = await speed(ground, 'app', file, say);
    const bare = await speed(ground, 'bare', file, say);
    const after = await counted(machine);
    const lost = after.lost - before.lost;
    all.push({ found: lost / Math.max(1, after.sent - before.sent + lost), app, bare });
    const [ours, others] = [app, bare].map((found) => found?.toFixed(0) ?? 'none');
    say(`  ${loss} % lost, round ${count}: the app ${ours} kB/s, a bare channel ${others} kB/s`);
    if (app === undefined || bare === undefined) break; // its pages are of no use any more
  }
  return { loss, rounds: all };
}

function judge(checks: Checks, { loss, rounds }: Row, wanted: number): void {
  const saved = rounds.filter(({ app }) => app !== undefined).length;
  checks.equal(`with ${loss} % lost, files that were verified and saved`, saved, wanted);
  const { app, bare } = speeds(rounds);
  const share = app.median / bare.median;
  checks.that(
    `with ${loss} % lost, the app beside a bare data channel`,
    share >= LEAST,
    `at least ${LEAST}`,
    share.toFixed(2),
  );
}

function speeds(rounds: readonly Round[]): Readonly<Record<Way, Spread>> {
  const of = (way: Way) => spread(rounds.flatMap((round) => round[way] ?? []));
  return { app: of('app'), bare: of('bare') };
}

const show = ({ median, least, most }: Spread): string =>
  `${median.toFixed(0)} (${least.toFixed(0)} to ${most.toFixed(0)})`;

function outcomeOf(rows: readonly Row[], bytes: number, rounds: number): Outcome {
  const checks = new Checks();
  for (const row of rows) judge(checks, row, rounds);
  const first = speeds(rows.find(({ loss }) => loss === 0)?.rounds ?? []);
  return {
    tables: [
      {
        title: `${bytes / 1e6} MB to a phone behind ${DELAY_MS} ms each way, median of ${rounds} rounds (and all of them) in kB/s`,
        head: ['lost', 'counted', 'app', 'of that without loss', 'bare channel', 'of that without loss', 'app / bare'],
        rows: rows.map(({ loss, rounds: found }) => {
          const { app, bare } = speeds(found);
          const counted = spread(found.map((round) => 100 * round.found)).median;
          return [
            `${loss} %`,
            `${counted.toFixed(1)} %`,
            show(app),
            (app.median / first.app.median).toFixed(2),
            show(bare),
            (bare.median / first.bare.median).toFixed(2),
            (app.median / bare.median).toFixed(2),
          ];
        }),
      },
    ],
    checks: checks.all,
    notes: ['From accepted to verified and saved; the bare channel stores nothing.'],
  };
}

function read(flags: Options) {
  const bytes = Number(flags['bytes'] ?? BYTES);
  if (!Number.isInteger(bytes) || bytes < 100_000) throw new Error('--bytes: expected 100000 or more');
  const losses = (flags['loss'] ?? LOSSES).split(',').map(Number);
  if (!losses.every((loss) => loss >= 0 && loss <= 50)) throw new Error(`--loss: expected percents such as ${LOSSES}`);
  const rounds = Number(flags['rounds'] ?? ROUNDS);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds: expected 1 or more');
  return { bytes, losses, rounds };
}

async function scenario({ flags, say }: RunOptions): Promise<Outcome> {
  const { bytes, losses, rounds } = read(flags);
  const { path: folder, remove } = await temporaryFolder('weak');
  const ground = await build(folder, say);
  const rows: Row[] = [];
  try {
    const file = { place: ground.place, file: await randomFile(join(folder, 'file.bin'), bytes), bytes };
    say('  warming up');
    await underLoss(ground, file, 0, 1, () => {}); // connections begin slowly; the app's last from file to file
    for (const loss of losses) {
      const row = await underLoss(ground, file, loss, rounds, say);
      rows.push(row);
      if (row.rounds.length < rounds) break;
    }
    return outcomeOf(rows, bytes, rounds);
  } finally {
    for (const { from, to } of ground.pairs) await Promise.allSettled([from.close(), to.close()]);
    await ground.router.stop();
    await ground.machine.cutPower();
    await ground.world.close();
    await remove();
  }
}

export const run = programOf({
  name: 'radio weak',
  shows: 'a file to a phone whose radio loses 0, 1, 5 and 10 % of all packets, beside a bare data channel',
  flags: {
    bytes: `N: how large the file is (${BYTES})`,
    loss: `P,P: percents (${LOSSES})`,
    rounds: `N: of each (${ROUNDS})`,
  },
  play: scenario,
});
