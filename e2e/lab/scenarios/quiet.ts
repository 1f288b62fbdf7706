/**
 * A thin satellite line behind the router stays empty: from the start of the router to the end of a transfer no packet
 * goes to an address outside of the topology, and nobody asks a name server for anything.
 *
 * The line exists, with a default route and a name server that never answers, so nothing gets beyond its first
 * question. Browsers ask for names of their makers by themselves, whatever page they show and whichever switches they
 * are started with; those are listed in `OF_THE_BROWSER`, counted apart, and shown. Every other name is the app's.
 */
import { join } from 'node:path';
import { randomFile } from '../../drive/files.ts';
import { ON_THE_BACKHAUL, ON_THE_LAN } from '../cases.ts';
import { Checks } from '../checks.ts';
import type { Captured } from '../evidence.ts';
import { withUplink } from '../networks.ts';
import type { Packet } from '../packets.ts';
import { type Outcome, programOf, type RunOptions } from '../program.ts';
import { applyProductNat } from '../router-process.ts';
import { Stage } from '../stage.ts';
import type { Topology } from '../topology.ts';
import { transfer } from '../transfer.ts';

const FILE_BYTES = 2_000_000;
/** Documentation range (RFC 5737), on no network of the topology. */
const ELSEWHERE = { address: '198.51.100.7', port: 53 };
/** A question for an address of elsewhere.example (RFC 1035 section 4.1). */
const QUESTION = '\0\x01\x01\0\0\x01\0\0\0\0\0\0\x09elsewhere\x07example\0\0\x01\0\x01';
const CLIENTS = ['client1', 'client2'];

/**
 * Chromium's updates, sign-in and form filling; Firefox's settings, updates and connection tests. None of them could be
 * a STUN server. Whole names only, so that no other host of the same maker hides behind them.
 */
const OF_THE_BROWSER = [
  'accounts.google.com',
  'content-autofill.googleapis.com',
  'update.googleapis.com',
  'firefox.settings.services.mozilla.com',
];

/** True for an address outside the topology. Multicast and broadcast stay on their link. */
function isForeign(address: string, { segments, routers }: Topology): boolean {
  const local = [...segments, ...routers.map(({ lan }) => ({ range: lan }))];
  const within = ({ range }: { readonly range: string }) => address.startsWith(range.replace(/\d+\/24$/, ''));
  const first = Number(address.split('.')[0]);
  return !local.some(within) && first < 224 && address !== '0.0.0.0';
}

/** True for packets that go outside, or ask for a name that does not belong to the link (RFC 6762 section 3). */
function strange({ from, to, speaks, asksFor }: Packet, topology: Topology): boolean {
  if (speaks === 'mDNS') return asksFor !== undefined && !asksFor.endsWith('.local');
  return speaks === 'DNS' || isForeign(from, topology) || isForeign(to, topology);
}

const isBrowsers = ({ speaks, asksFor = '' }: Packet): boolean => speaks === 'DNS' && OF_THE_BROWSER.includes(asksFor);

export async function playQuiet(options: RunOptions): Promise<Outcome> {
  const checks = new Checks();
  const topology = withUplink();
  const stage = await Stage.build(topology, options);
  try {
    await stage.capture();
    await applyProductNat(stage.world, 'r1');
    await applyProductNat(stage.world, 'r2');
    await (await stage.router('r1', { flags: ['--mesh', 'off'] })).waitForTurn();
    const browser = options.flags['firefox'] === undefined ? 'chromium' : 'firefox';
    const [from, to] = await Promise.all([
      stage.phone('Client 1', 'client1', ON_THE_LAN, { browser }),
      stage.phone('Client 2', 'client2', ON_THE_BACKHAUL, { browser }),
    ]);
    const file = await randomFile(join(stage.folder, 'test.zip'), FILE_BYTES);
    // A failed transfer may still have asked outside: that is reported as well.
    const found = await transfer(from, to, file, stage.folder).then(
      ({ intact }) => (intact ? 'the same SHA-256' : 'other bytes'),
      (error: unknown) => String(error),
    );
    checks.equal('test.zip arrives', found, 'the same SHA-256');
    // Proof that the captures would show a leak: one question to the outside from each client.
    const until = Date.now();
    for (const client of CLIENTS) {
      const agent = stage.agent(client);
      const { socket } = await agent.open(stage.host(client).addresses[0] ?? '');
      agent.send(socket, QUESTION, ELSEWHERE);
      await agent.open('127.0.0.1'); // its answer shows that the order before it has been carried out
    }
    const outcome = judge(await stage.captured(), topology, until, checks);
    await options.hold?.(stage, outcome.tables, outcome.checks);
    return outcome;
  } finally {
    await stage.close();
  }
}

function judge(captured: Captured, topology: Topology, until: number, checks: Checks): Outcome {
  const strangers = [...captured].flatMap(([link, packets]) =>
    packets.filter((packet) => strange(packet, topology)).map((packet) => ({ link, packet })),
  );
  const before = strangers.filter(({ packet }) => packet.at < until);
  const ours = before.filter(({ packet }) => !isBrowsers(packet));
  const onLink = (list: typeof strangers, link: string) => list.filter((found) => found.link === link).length;
  const rows = [...captured].map(([link, packets]) => {
    const proof = onLink(strangers, link) - onLink(before, link);
    const [own, all] = [onLink(ours, link), onLink(before, link)];
    checks.equal(`${link}: packets to or from elsewhere`, own, 0);
    return [link, String(packets.length), String(own), String(all - own), String(proof)];
  });
  for (const [client, link] of [
    ['client 1', 'r1-up0'],
    ['client 2', 'r2-lan0'],
  ] as const) {
    const seen = strangers.filter((found) => found.link === link && found.packet.asksFor === 'elsewhere.example');
    checks.that(
      `${link} shows a question of ${client} to elsewhere`,
      seen.length > 0,
      'at least once',
      String(seen.length),
    );
  }
  const names = new Set(
    before.map(({ packet: { from, to, ports, asksFor } }) =>
      [from, `${to}:${ports?.to ?? ''}`, asksFor ?? '-'].join(' '),
    ),
  );
  return {
    tables: [
      {
        title: 'Packets on every link',
        head: ['link', 'all', 'to or from elsewhere', "the browsers' own", 'of the lab, as a proof'],
        rows,
      },
      {
        title: 'Who was asked for what',
        head: ['from', 'to', 'name'],
        rows: [...names].sort().map((line) => line.split(' ')),
      },
    ],
    checks: checks.all,
    notes: [
      "Names of the browsers' makers are asked for by the browsers themselves, and nobody answers. They are not counted.",
    ],
  };
}

export const run = programOf({
  name: 'quiet',
  shows: 'start, discovery and a transfer send nothing outside and ask no name server',
  flags: { firefox: 'both clients are Firefox' },
  play: playQuiet,
});
