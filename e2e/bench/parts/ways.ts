/**
 * Three ways to bring a file from one browser process to another: (bare) a data channel whose sink only counts; (app)
 * from pressing Accept to Saved, with digests and disk; (stop-and-wait) a loop into memory with PairDrop's figures.
 */
import { link } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { callOf } from '../../drive/page/inject.ts';
import type { Phone, PhoneOptions } from '../../drive/phone.ts';
import { type Usage, watch } from '../../drive/usage.ts';
import type { Place } from './place.ts';
import { accept } from './saved.ts';
import { type ByThread, watchThreads } from './threads.ts';

export const WAYS = ['bare', 'app', 'stop-and-wait'] as const;
export type Way = (typeof WAYS)[number];

export type Pair = {
  readonly from: Phone;
  readonly to: Phone;
  /** Processes that stand for the cable between the two. */
  readonly cables: readonly number[];
};

/** What is sent: a file of so many bytes. */
export type Load = { readonly place: Place; readonly file: string; readonly bytes: number };

/** Seconds that it took, and its use of the machine. */
export type Measured = {
  readonly seconds: number;
  readonly usage: Usage;
  /** Of sender and receiver. */
  readonly threads: readonly ByThread[];
};

/** Time in which idle browsers are watched, in milliseconds, to know what they use by themselves. */
const IDLE_MS = 3_000;
const IDLE_LOOKS = 3;
/** Enough for a fresh connection to reach its full speed. */
const SLOW_START_BYTES = 1_000_000;

export const wire = (phone: Phone, name: string, ...args: readonly unknown[]) =>
  callOf('../../bench/parts/wire.ts', name, args).then((expression) => phone.evaluate(expression));

/**
 * Two browsers, ready for that way: with the app, or with an empty page. `label` tells their names from those of earlier
 * pairs, which others still see for a while after they have gone.
 */
export async function openPair(place: Place, way: Way, options: PhoneOptions, label: string = way): Promise<Pair> {
  const [from, to] = await Promise.all([
    place.phone(`From, ${label}`, 0, options),
    place.phone(`To, ${label}`, 1, options),
  ]);
  for (const phone of [from, to]) {
    await phone.open(way === 'app' ? place.url : 'about:blank');
    if (way !== 'app') continue;
    await phone.waitForStatus('Online');
    await phone.rename(phone.name);
  }
  if (way === 'app') await from.waitForDevice(to.name);
  return { from, to, cables: place.cables };
}

/** Processor seconds per second of idle browsers: the least of a few readings, because they tidy up first. */
export async function idleCpu(phones: readonly Phone[]): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let look = 0; look < IDLE_LOOKS; look++) {
    const { cpuSeconds, seconds } = await watch(phones, () => after(IDLE_MS));
    least = Math.min(least, cpuSeconds / seconds);
  }
  return least;
}

/** The same by thread, of sender and receiver. */
export async function idleThreads(pair: Pair): Promise<readonly ByThread[]> {
  const looks: Measured[] = [];
  for (let look = 0; look < IDLE_LOOKS; look++)
    looks.push(await watched(pair, () => after(IDLE_MS).then(() => IDLE_MS / 1000)));
  const { threads, usage } = looks.reduce((one, other) =>
    other.usage.cpuSeconds < one.usage.cpuSeconds ? other : one,
  );
  return threads.map((used) => new Map([...used].map(([place, seconds]) => [place, seconds / usage.seconds])));
}

/** Brings the load over once. */
export async function bring(pair: Pair, load: Load, way: Way): Promise<Measured> {
  if (way !== 'app') return overWire(pair, load, way);
  return overApp(pair, await offer(pair, load));
}

async function watched({ from, to, cables }: Pair, work: () => Promise<number>): Promise<Measured> {
  const threads = [from, to].map((phone) => watchThreads([phone]));
  let seconds = 0;
  const run = async () => {
    seconds = await work();
  };
  const usage = await watch([from, to], run, cables);
  return { seconds, usage, threads: threads.map((end) => end()) };
}

/** Connects two pages without the app; each calls that line by the number. */
export async function connect(from: Phone, to: Phone, line: number): Promise<void> {
  await wire(from, 'answered', line, await wire(to, 'answer', line, await wire(from, 'call', line)));
}

/** Pours a little into fresh connections, which begin slowly (RFC 9260 section 7.2.1); the app's last from round to round. */
export async function passSlowStart(senders: readonly Phone[], receivers: readonly Phone[]): Promise<void> {
  for (const phone of receivers) await wire(phone, 'sink', SLOW_START_BYTES);
  await Promise.all(senders.map((phone) => wire(phone, 'pour', SLOW_START_BYTES)));
  await Promise.all(receivers.map((phone) => wire(phone, 'arrived')));
}

async function overWire(pair: Pair, { file, bytes }: Load, way: 'bare' | 'stop-and-wait'): Promise<Measured> {
  const { from, to } = pair;
  await connect(from, to, 0);
  if (way === 'stop-and-wait') {
    await wire(from, 'showPicker');
    await from.chooseFiles('Choose files', [file]);
  }
  if (way === 'bare') await passSlowStart([from], [to]);
  await wire(to, way === 'bare' ? 'sink' : 'collect', bytes);
  const measured = await watched(pair, async () => {
    const arrival = wire(to, 'arrived');
    const start = await (way === 'bare' ? wire(from, 'pour', bytes) : wire(from, 'stopAndWait'));
    const [end] = (await arrival) as readonly number[];
    return (Number(end) - Number(start)) / 1000;
  });
  for (const phone of [from, to]) {
    await wire(phone, 'end');
    await phone.open('about:blank');
  }
  return measured;
}

let copies = 0;

/** The file under a new name, or a receiver would say that it has it from the last round. */
export async function renamed({ file, place }: Load): Promise<{ readonly name: string; readonly path: string }> {
  const name = `round-${++copies}.bin`;
  const path = join(place.folder, name);
  await link(file, path);
  return { name, path };
}

/** Offers the load under a new name, which it returns; the receiver is asked. */
export async function offer({ from, to }: Pair, load: Load): Promise<string> {
  const { name, path } = await renamed(load);
  await from.sendFiles([path], [to.name]);
  await to.offer();
  return name;
}

/** Brings over what is offered, shown under `name` on both screens, and takes it away from there afterwards. */
export async function overApp(pair: Pair, name: string): Promise<Measured> {
  const { from, to } = pair;
  const measured = await watched(pair, async () => {
    const { accepted, saved } = await accept(to, name);
    await from.waitForState(name, 'Sent');
    return (saved - accepted) / 1000;
  });
  await clear(from, to);
  return measured;
}

/** Takes the ended transfers off both screens, and their bytes off the receiver's disk. */
export async function clear(from: Phone, to: Phone): Promise<void> {
  for (const phone of [from, to]) await phone.press({ role: 'button', name: 'Hide' });
  await emptyInbox(to);
}

/** Deletes for good what a phone has received; it is hidden already. */
export async function emptyInbox(phone: Phone): Promise<void> {
  await phone.goReceived();
  for (const name of ['Delete all', 'Delete']) await phone.press({ role: 'button', name });
  await phone.press({ role: 'button', prefix: 'Recently deleted' });
  for (const name of ['Delete now for good', 'Delete', 'Back', 'Back']) await phone.press({ role: 'button', name });
}
