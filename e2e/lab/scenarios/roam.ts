/**
 * A phone walks from one router's Wi-Fi to another's while it sends, and back while it receives. The routers are copies of
 * one disk image: every LAN has the same range, every router the same address, so the page stays where it is and its address
 * means another router now. (Nothing of the old router is told: the phone is simply gone from there.) Then it walks once more,
 * and the app is opened anew at the other router: the same device, and what it was receiving goes on.
 *
 *      Walker, Onlooker --- r1 ---+
 *                           r2 ---+--- backhaul
 *                   Third --- r3 ---+
 */
import { basename, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { randomFile, sha256 } from '../../drive/files.ts';
import { AGAIN_BYTES } from '../../drive/payload.ts';
import type { Phone } from '../../drive/phone.ts';
import { Checks } from '../checks.ts';
import { devicesSeen, shows, watchDevices } from '../device-lists.ts';
import { Mesh } from '../mesh.ts';
import { mesh as network } from '../mesh-networks.ts';
import { isRelayed, showPair } from '../pairs.ts';
import { type Outcome, programOf, type RunOptions } from '../program.ts';
import { seconds, type Table } from '../table.ts';
import { type Testimony, Witness } from '../witness.ts';

const FILE_BYTES = 200_000_000;
/** A phone that changes its access point hears nothing for about this time, in milliseconds. */
const WALK_MS = 1_000;
const AT_PERCENT = 20;
/** Time from joining the new Wi-Fi to right lists everywhere. */
const PLACED_MS = 2_000;
const SEEN_MS = 30_000;
const TRANSFER_MS = 300_000;

type Walk = { readonly from: string; readonly to: string; readonly walkerDoes: 'sends' | 'receives' };
const WALKS: readonly Walk[] = [
  { from: 'r1', to: 'r2', walkerDoes: 'sends' },
  { from: 'r2', to: 'r1', walkerDoes: 'receives' },
];

type Walked = {
  readonly walk: Walk;
  /** Milliseconds from joining the new Wi-Fi until the last list is right. */
  readonly placedMs: number;
  readonly joinedAt: number;
  readonly testimony: Testimony;
};

type People = { readonly walker: Phone; readonly third: Phone; readonly onlooker: Phone };

async function go(
  mesh: Mesh,
  { walker, third, onlooker }: People,
  witness: Witness,
  walk: Walk,
  checks: Checks,
): Promise<Walked> {
  const { world, folder } = mesh.stage;
  const { from, to, walkerDoes } = walk;
  const onlookers = [
    { phone: third, how: { at: to } },
    { phone: onlooker, how: to === 'r1' ? {} : { at: to } },
  ] as const;
  const file = await witness.begin(folder, `walker-${walkerDoes}.bin`, FILE_BYTES, AT_PERCENT);
  await Promise.all([third, onlooker].map(watchDevices)); // the dialog of the offer hid the list
  await world.leave(walker.name, from);
  await delay(WALK_MS);
  const joinedAt = Date.now();
  await world.join(walker.name, from, to);
  const placed = await Promise.all(onlookers.map(({ phone, how }) => shows(phone, walker.name, how, TRANSFER_MS)));
  const placedMs = Math.max(...placed) - joinedAt;
  const testimony = await witness.end(file, folder, FILE_BYTES, TRANSFER_MS);
  const what = `${from} to ${to}, ${walkerDoes}`;
  checks.that(
    `${what}: the others see the new place`,
    placedMs <= PLACED_MS,
    `within ${seconds(PLACED_MS)}`,
    seconds(placedMs),
  );
  for (const phone of [third, onlooker]) {
    const counts = (await devicesSeen(phone)).map(
      ({ devices }) => devices.filter((device) => device.startsWith(walker.name)).length,
    );
    checks.equal(`${what}: how often ${phone.name} lists it`, [...new Set(counts)].join(' and '), '1');
  }
  checks.equal(`${what}: the file arrives with the same SHA-256`, testimony.intact, true);
  const again = testimony.sentAgainBytes;
  checks.that(
    `${what}: payload sent again`,
    again <= AGAIN_BYTES,
    `at most ${megabytes(AGAIN_BYTES)}`,
    megabytes(again),
  );
  const { pair } = testimony.connection;
  checks.that(`${what}: pair`, pair !== null && !isRelayed(pair), 'direct', pair === null ? 'none' : showPair(pair));
  return { walk, placedMs, joinedAt, testimony };
}

/** The app is closed on the way, and opened at the other router, which has the same origin: it finds what it stored. */
async function reopen(mesh: Mesh, { walker, third }: People, checks: Checks): Promise<void> {
  const { world, folder } = mesh.stage;
  const url = String(await walker.evaluate('location.href'));
  const file = await randomFile(join(folder, 'reopened.bin'), FILE_BYTES / 4);
  const name = basename(file);
  await third.sendFiles([file], [walker.name]);
  await walker.accept();
  await walker.waitForState(name, 'Receiving', { progress: AT_PERCENT });
  await world.leave(walker.name, 'r1');
  await walker.open('about:blank');
  await delay(WALK_MS);
  await world.join(walker.name, 'r1', 'r2');
  await walker.open(url);
  await walker.waitForStatus('Online');
  const { name: router } = JSON.parse(
    String(await walker.evaluate(`fetch('/status.json').then((answer) => answer.text())`)),
  ).router;
  checks.equal('opened anew: which router answers', String(router), 'r2');
  await walker.waitForText(`Your name: ${walker.name}`);
  await walker.waitForState(name, 'Saved', { timeoutMs: TRANSFER_MS });
  const saved = await walker.save(name, join(folder, 'saved'));
  const isIntact = (await sha256(saved.path)) === (await sha256(file));
  checks.equal('opened anew: the file goes on, and arrives with the same SHA-256', isIntact, true);
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`;

function tablesOf(walked: readonly Walked[]): readonly Table[] {
  const walks: Table = {
    title: `A phone walks from one Wi-Fi to the other in ${seconds(WALK_MS)}, with ${FILE_BYTES / 1e6} MB under way`,
    head: ['from', 'to', 'it', 'new place seen after', 'pair afterwards', 'payload sent again', 'intact'],
    rows: walked.map(({ walk: { from, to, walkerDoes }, placedMs, testimony }) => [
      from,
      to,
      walkerDoes,
      seconds(placedMs),
      testimony.connection.pair === null ? 'none' : showPair(testimony.connection.pair),
      megabytes(testimony.sentAgainBytes),
      testimony.intact ? 'yes' : 'NO',
    ]),
  };
  const screens: Table = {
    title: 'What the screens said, in seconds after the phone was in the new Wi-Fi',
    head: ['walk', 'time', 'who', 'state', 'progress', 'path'],
    rows: walked.flatMap(({ walk: { from, to }, joinedAt, testimony }) =>
      testimony.said
        .flatMap(({ who, said }) => said.map((one) => ({ who, ...one })))
        .sort((a, b) => a.at - b.at)
        .map(({ who, at, state, progress, path }) => [
          `${from} to ${to}`,
          seconds(at - joinedAt),
          who,
          state,
          progress === undefined ? '-' : `${progress} %`,
          path ?? '-',
        ]),
    ),
  };
  return [walks, screens];
}

export async function playRoam(options: RunOptions): Promise<Outcome> {
  const checks = new Checks();
  const mesh = await Mesh.build(network(3, { Walker: 'r1', Onlooker: 'r1', Third: 'r3' }, 'cloned'), options);
  try {
    const [walker, onlooker, third] = await Promise.all([
      mesh.phone('Walker'),
      mesh.phone('Onlooker'),
      mesh.phone('Third'),
    ]);
    if (options.pcap !== undefined) await mesh.stage.capture();
    await mesh.cables(mesh.names, 'in');
    await shows(third, 'Walker', { at: 'r1' }, SEEN_MS);
    await shows(walker, 'Third', { at: 'r3' }, SEEN_MS);
    const witnesses = {
      sends: await Witness.of(walker, third),
      receives: await Witness.of(third, walker),
    };
    const walked: Walked[] = [];
    for (const walk of WALKS) {
      options.say(`  from ${walk.from} to ${walk.to}; the phone ${walk.walkerDoes}`);
      walked.push(await go(mesh, { walker, third, onlooker }, witnesses[walk.walkerDoes], walk, checks));
    }
    options.say('  from r1 to r2; the app is opened anew there');
    await reopen(mesh, { walker, third, onlooker }, checks);
    await mesh.stage.captured();
    const tables = tablesOf(walked);
    await options.hold?.(mesh.stage, tables, checks.all);
    return { tables, checks: checks.all };
  } finally {
    await mesh.close();
  }
}

export const run = programOf({
  name: 'roam',
  shows: 'a phone that walks to another router stays one device, and its file goes on',
  play: playRoam,
});
