/**
 * What words cost a router: 2,000 posts and 2,000 letters on one, brought by a hundred phones. Then a newcomer; then phones that
 * lack 1 %, 10 % or all of it, whose comparison is counted against the list of all ids that it stands for; then 300 phones that
 * follow, and post once a minute each. The phones are scripted, in this process, and check no signature of their own; bytes are
 * counted at their sockets.
 *
 * And what the board costs a reader with a real Chromium, as fast as this machine and six times slower, beside a board that fits on a
 * screen: bytes, time from the page's hello, and processor time of the bag and of the page. `--reader` measures nothing else.
 */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { EventId, SignedEvent } from '../../src/protocol/event.ts';
import { PUBLIC_KINDS, WRAP } from '../../src/words/kinds.ts';
import { MemoryHolding } from '../../src/words/testing/memory-holding.ts';
import { Router } from '../drive/router.ts';
import { cpuSeconds } from '../drive/usage.ts';
import { WordsClient } from '../drive/wire/words-client.ts';
import { kilobytes, renderTable, seconds } from '../lab/table.ts';
import type { Options } from '../run/program.ts';
import { countedPort } from './parts/counted-port.ts';
import { type Reader, reader, type Visit } from './parts/reader.ts';
import { personOf, postOf, type Town, town } from './parts/town.ts';

const PEOPLE = 100;
/** What the app asks for first. */
const FIRST = 50;
const FOLLOWERS = 300;
const PARTS = [0.01, 0.1, 1];
/** Posts that fit on the first screens: the baseline of readers. */
const FEW = 20;
/** How much slower the processor of a reader is. A phone of some years is six times slower than this machine. */
const SLOWER = [1, 6];

type Figures = { readonly ms: number; readonly cpuMs: number; readonly bytes: number };

const addressOf = (index: number): string => `127.1.${index >> 8}.${index & 255 || 1}`;

/** What something takes: time, the router's processor, and bytes at the phone's socket, both ways. */
async function measured(router: Router, client: WordsClient, act: () => Promise<unknown>): Promise<Figures> {
  const [begun, cpu, { in: read, out: written }] = [performance.now(), cpuSeconds([router.pid]), client.bytes];
  await act();
  const now = client.bytes;
  return {
    ms: performance.now() - begun,
    cpuMs: (cpuSeconds([router.pid]) - cpu) * 1000,
    bytes: now.in - read + now.out - written,
  };
}

async function holdingOf(events: readonly SignedEvent[]): Promise<MemoryHolding> {
  const holding = new MemoryHolding();
  for (const event of events) await holding.put(event, 0, WordsClient.bringer(personOf(0)));
  return holding;
}

/** Each phone brings what its person has written. */
async function fill(router: Router, { people, posts, letters }: Town) {
  const before = {
    rss: (await router.status()).router.rss_bytes,
    cpu: cpuSeconds([router.pid]),
    at: performance.now(),
  };
  let refused = 0;
  for (const [index, secret] of people.entries()) {
    const own = [...posts, ...letters].filter((_, number) => number % people.length === index);
    const client = await WordsClient.open(router.url, {
      secret,
      holding: await holdingOf(own),
      localAddress: addressOf(index),
    });
    const outcomes = await Promise.all(own.map(({ id }) => client.asking.give(id)));
    refused += outcomes.filter((outcome) => outcome !== 'held').length;
    client.close();
  }
  return {
    refused,
    ms: performance.now() - before.at,
    cpuMs: (cpuSeconds([router.pid]) - before.cpu) * 1000,
    rss: [before.rss, (await router.status()).router.rss_bytes] as const,
  };
}

async function newcomer(router: Router) {
  const client = await WordsClient.open(router.url, { secret: personOf(900), localAddress: addressOf(900) });
  const first = await measured(router, client, () => client.asking.fetch({ kinds: PUBLIC_KINDS, limit: FIRST }));
  const board = await measured(router, client, () => client.asking.reconcile({ kinds: PUBLIC_KINDS }));
  const letters = await measured(router, client, () => client.asking.reconcile({ kinds: [WRAP] }));
  const held = client.holding.kept.size;
  client.close();
  return { first, board, letters, held };
}

/** A phone that lacks a part of it, spread over all: what the comparison alone takes, without the events. */
async function comparison(router: Router, all: readonly SignedEvent[], part: number) {
  const every = Math.round(1 / part);
  const kept = all.filter((_, index) => index % every !== 0);
  const client = await WordsClient.open(router.url, {
    secret: personOf(901),
    holding: await holdingOf(kept),
    localAddress: addressOf(901),
  });
  const figures = await measured(router, client, () => client.asking.reconcile({}, { fetches: () => false }));
  const spoken = (sums: ReadonlyMap<string, number>): number =>
    [...sums].reduce((sum, [verb, bytes]) => (verb.startsWith('NEG-') ? sum + bytes : sum), 0);
  const bytes = spoken(client.said) + spoken(client.heard);
  client.close();
  const allIds = JSON.stringify(all.map(({ id }) => id)).length;
  return { part, lacking: all.length - kept.length, ...figures, bytes, allIds };
}

/** For a minute; `late`: how long a post takes from its author to the last follower, in milliseconds, the median and the worst. */
async function minute(router: Router) {
  const clients: WordsClient[] = [];
  for (let index = 0; index < FOLLOWERS; index++)
    clients.push(await WordsClient.open(router.url, { secret: personOf(index), localAddress: addressOf(index) }));
  for (const { asking } of clients) {
    asking.follow({ kinds: PUBLIC_KINDS });
    await asking.fetch({ kinds: PUBLIC_KINDS, limit: 1 }); // answered behind the subscription
  }
  const posts = clients.map((_, index) => postOf(personOf(index), 50_000 + index));
  const [cpu, begun, rss] = [cpuSeconds([router.pid]), performance.now(), (await router.status()).router.rss_bytes];
  const heard = new Map<EventId, number>(posts.map(({ id }) => [id, 0]));
  const ended = new Map<EventId, number>();
  for (const { holding } of clients)
    holding.watch(({ event }) => {
      const count = (heard.get(event.id) ?? 0) + 1;
      heard.set(event.id, count);
      if (count === FOLLOWERS) ended.set(event.id, performance.now());
    });
  const said = new Map<EventId, number>();
  const arrived = Promise.all(clients.map((client) => client.has(posts.map(({ id }) => id))));
  for (const [index, client] of clients.entries()) {
    const post = posts[index];
    if (post === undefined) continue;
    await delay(Math.max(0, begun + (index * 60_000) / FOLLOWERS - performance.now()));
    said.set(post.id, performance.now());
    await client.holding.put(post, 0, WordsClient.bringer(personOf(index)));
    void client.asking.give(post.id);
  }
  await arrived;
  const late = posts.map(({ id }) => (ended.get(id) ?? Number.NaN) - (said.get(id) ?? 0)).sort((a, b) => a - b);
  const result = {
    cpu: (cpuSeconds([router.pid]) - cpu) / ((performance.now() - begun) / 1000),
    late: [late[late.length >> 1] ?? Number.NaN, late.at(-1) ?? Number.NaN] as const,
    bytesIn: clients.reduce((sum, { bytes }) => sum + bytes.in, 0) / clients.length,
    rss: [rss, (await router.status()).router.rss_bytes] as const,
  };
  for (const client of clients) client.close();
  return result;
}

async function diskBytes(folder: string): Promise<number> {
  let bytes = 0;
  for (const name of await readdir(folder, { recursive: true })) {
    const facts = await stat(join(folder, name));
    if (facts.isFile()) bytes += facts.size;
  }
  return bytes;
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
const ms = (time: number): string => `${Math.round(time)} ms`;

/** With few posts, and with all of them: at each speed in turn. */
async function readers(router: Router, few: Town): Promise<readonly (readonly [few: Reader, all: Reader])[]> {
  const small = await Router.start(['--log-level', 'error']);
  const ports = await Promise.all([small, router].map(({ url }) => countedPort(Number(new URL(url).port))));
  try {
    await fill(small, few);
    const measured = [];
    for (const times of SLOWER) {
      const [one, other] = ports;
      if (one && other) measured.push([await reader(one, times), await reader(other, times)] as const);
    }
    return measured;
  } finally {
    await Promise.all(ports.map((port) => port.close()));
    await small.stop();
  }
}

function readersTable(measured: readonly (readonly [few: Reader, all: Reader])[], posts: number, json: number) {
  const row = (times: number, what: string, few: number, all: number, say: (figure: number) => string) => [
    `${times}x: ${what}`,
    say(few),
    say(all),
    (all / few).toFixed(2),
  ];
  const visit = (times: number, what: string, few: Visit, all: Visit) => [
    row(times, `${what}: first posts`, few.first, all.first, seconds),
    row(times, `${what}: all of them`, few.whole, all.whole, seconds),
    row(times, `${what}: CPU of the workers`, few.bag * 1000, all.bag * 1000, ms),
    row(times, `${what}: CPU of the page`, few.page * 1000, all.page * 1000, ms),
    row(times, `${what}: words on the wire`, few.bytes, all.bytes, kilobytes),
  ];
  return {
    title: `A reader in Chromium, from its hello: a board of ${FEW} posts, and of ${posts} (${kilobytes(json)} of JSON)`,
    head: ['', `${FEW} posts`, `${posts} posts`, 'ratio'],
    rows: measured.flatMap(([few, all]) => [
      ...visit(all.times, 'first time', few.newcomer, all.newcomer),
      ...visit(all.times, 'again', few.again, all.again),
      row(all.times, 'from the press on "Board"', few.press, all.press, ms),
    ]),
  };
}

const bytesOfJson = (events: readonly SignedEvent[]): number =>
  events.reduce((sum, event) => sum + JSON.stringify(event).length, 0);

export async function run(options: Options): Promise<unknown> {
  const each = Number(options['each'] ?? 20);
  const all = town(PEOPLE, each, each);
  const router = await Router.start(['--log-level', 'error']);
  try {
    const filled = await fill(router, all);
    if (filled.refused > 0) throw new Error(`${filled.refused} events were refused`);
    const ofRouter = options['reader'] === undefined ? await routerHalf(router, all, filled) : undefined;
    const read = await readers(router, { ...all, posts: all.posts.slice(0, FEW), letters: [] });
    show([readersTable(read, all.posts.length, bytesOfJson(all.posts))]);
    if (ofRouter === undefined) return { filled, read };
    const busy = await minute(router);
    show([busyTable(filled, busy)]);
    return { filled, ...ofRouter, read, busy };
  } finally {
    await router.stop();
  }
}

type Filled = Awaited<ReturnType<typeof fill>>;

/** What it takes to hold, to give to a newcomer, and to compare. */
async function routerHalf(router: Router, { posts, letters }: Town, filled: Filled) {
  const events = [...posts, ...letters];
  const disk = await diskBytes(join(router.dataDirectory, 'words'));
  const json = bytesOfJson(events);
  const came = await newcomer(router);
  if (came.held !== events.length) throw new Error(`the newcomer has ${came.held} of ${events.length}`);
  const compared = [];
  for (const part of PARTS) compared.push(await comparison(router, events, part));
  show([
    {
      title: `${posts.length} posts and ${letters.length} letters, ${megabytes(json)} of JSON`,
      head: ['', 'time', 'router CPU', 'bytes'],
      rows: [
        ['brought by 100 phones', seconds(filled.ms), ms(filled.cpuMs), `${megabytes(disk)} on disk`],
        [`newcomer: the newest ${FIRST}`, ms(came.first.ms), ms(came.first.cpuMs), kilobytes(came.first.bytes)],
        ['newcomer: the whole board', ms(came.board.ms), ms(came.board.cpuMs), kilobytes(came.board.bytes)],
        ['newcomer: all letters', ms(came.letters.ms), ms(came.letters.cpuMs), kilobytes(came.letters.bytes)],
      ],
    },
    {
      title: 'Comparison alone, against a list of all ids',
      head: ['lacking', 'time', 'router CPU', 'bytes', 'all ids', 'ratio'],
      rows: compared.map(({ part, lacking, ms: time, cpuMs, bytes, allIds }) => [
        `${part * 100} %, ${lacking}`,
        ms(time),
        ms(cpuMs),
        kilobytes(bytes),
        kilobytes(allIds),
        (bytes / allIds).toFixed(3),
      ]),
    },
  ]);
  return { disk, json, came, compared };
}

const busyTable = (filled: Filled, busy: Awaited<ReturnType<typeof minute>>) => ({
  title: `${FOLLOWERS} phones follow, and post once a minute each`,
  head: ['router CPU', 'bytes to each phone', 'until the last one has it', 'router memory'],
  rows: [
    [
      `${(busy.cpu * 100).toFixed(1)} %`,
      kilobytes(busy.bytesIn),
      `${ms(busy.late[0])}, at most ${ms(busy.late[1])}`,
      [filled.rss[0], filled.rss[1], busy.rss[1]].map(megabytes).join(' -> '),
    ],
  ],
});

function show(tables: readonly Parameters<typeof renderTable>[0][]): void {
  for (const table of tables) process.stdout.write(`${renderTable(table)}\n`);
}
