/**
 * Somebody listens on the Wi-Fi while a person opens the app, takes a name, sends a file, walks to another router and
 * reloads; and then says all of it again, to both routers, while that person is there and sends, and after they have left.
 * No socket may become that person, and nobody may notice anything.
 *
 *   npm run lab -- listener [--lift challenge|signature|all]
 *
 * With `--lift` the product is built once more without that guard, and what the listener says must get through.
 */
import type { DeviceId } from '../../../src/protocol/signaling.ts';
import { temporaryFolder } from '../../drive/files.ts';
import { buildLifted } from '../../drive/lifted.ts';
import type { Phone } from '../../drive/phone.ts';
import { Ground, idOf, inWords, VICTIM } from '../../listener/ground.ts';
import { LIFTS } from '../../listener/lifts.ts';
import type { Answer } from '../../listener/orders.ts';
import { type Overheard, talksOf } from '../../listener/overheard.ts';
import { listingOf, replaysOf, type Try } from '../../listener/replays.ts';
import { Screens } from '../../listener/screens.ts';
import { type Check, Checks } from '../checks.ts';
import { type Outcome, programOf, type RunOptions } from '../program.ts';
import type { Table } from '../table.ts';
import { Witness } from '../witness.ts';

/** Long enough to last through all replays. */
const FILE_BYTES = 60_000_000;
const KILOBITS = 30_000;
const TRANSFER_MS = 60_000;

type When = 'there' | 'gone';
/** All that the listener knows, and where it stands. */
type Plot = {
  readonly ground: Ground;
  readonly heard: ReadonlyMap<string, Overheard>;
  readonly victim: DeviceId;
  readonly tries: readonly Try[];
  readonly checks: Checks;
};
type Played = { readonly tried: Try; readonly when: When; readonly answer: Answer };

export async function playListener(options: RunOptions): Promise<Outcome> {
  const lift = options.flags['lift'];
  if (lift !== undefined) return playLifted(options, lift);
  const checks = new Checks();
  const tables = await eavesdrop(options, checks);
  return { tables, checks: checks.all };
}

async function playLifted(options: RunOptions, lift: string): Promise<Outcome> {
  const lifts = LIFTS.filter(({ name }) => lift === 'all' || name === lift);
  if (lifts.length === 0) throw new Error(`there is no guard "${lift}"; ${LIFTS.map(({ name }) => name).join(', ')}`);
  const checks = new Checks();
  const rows: string[][] = [];
  for (const one of lifts) {
    options.say(`without the ${one.name}`);
    const unmet = await without(one, options);
    const noticed = unmet.filter(({ what }) => what.startsWith(one.notices));
    const found = unmet.map(({ what, found }) => `${what}: ${found}`).join('; ') || 'nothing';
    checks.that(`without the ${one.name} it is noticed`, noticed.length > 0, one.notices, found);
    rows.push([one.name, one.file, String(unmet.length), noticed[0] ? `${noticed[0].what}: ${noticed[0].found}` : '-']);
  }
  const head = ['guard', 'in', 'checks that fail', 'the first that must'];
  return { tables: [{ title: 'One guard lifted at a time', head, rows }], checks: checks.all };
}

async function without(lift: (typeof LIFTS)[number], options: RunOptions): Promise<readonly Check[]> {
  const folder = await temporaryFolder('lifted');
  const checks = new Checks();
  try {
    await eavesdrop(options, checks, await buildLifted(lift, folder.path));
  } catch (error) {
    checks.equal('it runs to the end', String(error).split('\n', 1)[0] ?? '', 'that'); // its victim may never come back
  } finally {
    await folder.remove();
  }
  return checks.unmet;
}

async function eavesdrop(options: RunOptions, checks: Checks, bundle?: string): Promise<readonly Table[]> {
  const ground = await Ground.lay(options, bundle);
  try {
    options.say('the session');
    await ground.session();
    const heard = await ground.overheard();
    const victim = idOf(heard, VICTIM);
    for (const line of inWords(heard, victim)) options.say(`  ${line}`);
    for (const [router, overheard] of heard) {
      const sockets = talksOf(overheard, victim).length;
      checks.that(`overheard at ${router}`, sockets > 0, 'a socket of the victim', `${sockets} sockets`);
    }
    const plot: Plot = { ground, heard, victim, tries: replaysOf(heard, victim), checks };
    options.say('says it again while the victim is there');
    const there = await whileThere(plot);
    options.say('says it again after the victim has left');
    const gone = await afterwards(plot);
    const tables = [tableOf(plot, [...there, ...gone])];
    await options.hold?.(ground.mesh.stage, tables, checks.all);
    return tables;
  } finally {
    await ground.close();
  }
}

async function whileThere(plot: Plot): Promise<readonly Played[]> {
  const { ground, checks } = plot;
  const { aki, haru, mari } = ground.people;
  const { world, folder } = ground.mesh.stage;
  const witness = await Witness.of(aki, haru);
  await world.throttle('Haru', 'r1', KILOBITS);
  const file = await witness.begin(folder, 'meanwhile.bin', FILE_BYTES, 1);
  const played = await replayAll(plot, 'there', [haru, mari, aki]);
  const testimony = await witness.end(file, folder, FILE_BYTES, TRANSFER_MS);
  checks.equal('there: states of the file', [...testimony.states].sort().join(), 'Receiving,Saved,Sending,Sent');
  checks.equal('there: the file arrives with the same SHA-256', testimony.intact, true);
  checks.equal('there: the victim is', String(await aki.status()), 'Online');
  return played;
}

async function afterwards(plot: Plot): Promise<readonly Played[]> {
  const { ground, checks } = plot;
  const { aki, haru, mari } = ground.people;
  await aki.open('about:blank');
  await Promise.all([haru, mari].map((phone) => phone.waitForDeviceToLeave(VICTIM)));
  const played = await replayAll(plot, 'gone', [haru, mari]);
  await aki.open(ground.url);
  await ground.isBack();
  checks.equal('gone: the victim comes back as', String(await aki.status()), 'Online');
  return played;
}

async function replayAll(plot: Plot, when: When, witnesses: readonly Phone[]): Promise<readonly Played[]> {
  const { tries, checks } = plot;
  const screens = await Screens.watch(witnesses);
  const played: Played[] = [];
  for (const tried of tries) if (!tried.takesName) played.push(await replay(plot, when, tried));
  await listed(plot, when);
  checks.equal(`${when}: what people were told`, await screens.newsOf(VICTIM), 'nothing');
  for (const tried of tries) if (tried.takesName) played.push(await replay(plot, when, tried));
  return played;
}

async function replay({ ground, victim, checks }: Plot, when: When, tried: Try): Promise<Played> {
  const listener = ground.listeners.find(({ router }) => router === tried.at);
  if (listener === undefined) throw new Error(`nobody listens at ${tried.at}`);
  const answer = await listener.replay(tried.replay);
  const wanted = tried.wanted === 'own' ? 'itself' : `refused with ${tried.wanted}`;
  checks.equal(`${when}: ${tried.what}, at ${tried.at}`, became(answer, victim), wanted);
  return { tried, when, answer };
}

/** The listener has a router of its own as well, in a mesh that anybody may join. */
async function listed({ ground, heard, victim, checks }: Plot, when: When): Promise<void> {
  for (const [from, overheard] of heard) {
    const talk = talksOf(overheard, victim).at(-1);
    const listing = talk && listingOf(talk, victim);
    if (listing === undefined) throw new Error(`no hello was overheard at ${from}`);
    const answers = await ground.list(listing);
    const what = `${when}: a router of its own lists the hello said to ${from}`;
    checks.that(what, answers.includes('hello'), 'a link', answers.join() || 'nothing');
  }
}

function became({ self, closed }: Answer, victim: DeviceId): string {
  if (self === victim) return 'THE VICTIM';
  if (self !== undefined) return 'itself';
  return closed === undefined ? 'nobody' : `refused with ${closed}`;
}

function tableOf({ tries, victim }: Plot, played: readonly Played[]): Table {
  const cell = (tried: Try, when: When): string => {
    const found = played.find((one) => one.tried === tried && one.when === when);
    return found === undefined ? '-' : became(found.answer, victim);
  };
  return {
    title: 'What a listener says again, and what becomes of it',
    head: ['what', 'at', 'frames', 'while the victim is there', 'after it has left'],
    rows: tries.map((tried) => [
      tried.what,
      tried.at,
      String(tried.replay.frames.length),
      cell(tried, 'there'),
      cell(tried, 'gone'),
    ]),
  };
}

export const run = programOf({
  name: 'listener',
  shows: 'who listens on the Wi-Fi, and says again all that was said, becomes nobody',
  flags: { lift: 'challenge|signature|all: build without this guard, and expect that it gets through' },
  play: playListener,
});
