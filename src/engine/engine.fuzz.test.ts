/**
 * Two whole engines whose links are cut and whose pages are reloaded at random: in the end every byte is in its place.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BLOCK_BYTES, WINDOW_BYTES } from '../protocol/limits.ts';
import type { LinkId } from './api/api.ts';
import { bytes, channelPair, Device, type Files } from './testing/engine.harness.ts';

const RUNS = 200;
/** For a busy machine, in milliseconds. */
const BUSY_MS = 120_000;
/** Turns of the event loop after which a disturbance comes even if its bytes were not sent. */
const PATIENCE = 3_000;
/** How often a person helps before the pair counts as stuck: hashing is slow on a busy machine. */
const ROUNDS = 500;

type Side = 'a' | 'b';
type Trouble =
  /** The path breaks; side `first` notices first. */
  | readonly ['cut', first: Side]
  | readonly ['close' | 'reload' | 'pause' | 'resume', Side]
  | readonly ['full', soonFree: boolean];
/** `at`: bytes that must have been sent over the link before. `lanes`: how slow each lane of the next link is. */
type Disturbance = { readonly at: number; readonly lanes: Lanes; readonly what: Trouble };
type Lanes = readonly [turns: number, ...more: number[]];

const side = fc.constantFrom<Side>('a', 'b');
const trouble: fc.Arbitrary<Trouble> = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(fc.constant('cut'), side) },
  { weight: 4, arbitrary: fc.tuple(fc.constantFrom('close', 'reload', 'pause', 'resume'), side) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('full'), fc.boolean()) },
);
const disturbance: fc.Arbitrary<Disturbance> = fc.record({
  at: fc.oneof(fc.constant(0), fc.nat(5 * BLOCK_BYTES)),
  lanes: fc.constantFrom<Lanes[]>([1], [4], [1, 3], [2, 1, 5]),
  what: trouble,
});
const SIZES = [0, 1, 100_000, BLOCK_BYTES, BLOCK_BYTES + 1, 2.5 * BLOCK_BYTES];

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Two devices, the newest link between them, and two persons who want the files to get across. */
class Pair {
  readonly #files: Files;
  readonly #devices: Record<Side, Device>;
  #control = channelPair();
  /** The first is the link's own channel, the others are lanes. */
  #bulk = [channelPair()];
  #links = 0;
  #sentBytes = 0;

  constructor(files: Files) {
    this.#files = files;
    this.#devices = { a: new Device('a'), b: new Device('b') };
    this.#acceptAlways(this.#devices.b);
    this.connect([1, 2]);
    this.#devices.a.send(this.#devices.b.id, files);
  }

  connect([turns, ...more]: Lanes): void {
    const { a, b } = this.#devices;
    this.#sentBytes += this.#sentOnLink;
    this.#links += 1;
    this.#control = channelPair();
    const bulk = channelPair(turns);
    a.link(this.#links, b.id, this.#control[0], bulk[0]);
    b.link(this.#links, a.id, this.#control[1], bulk[1]);
    const further = more.map((slow) => channelPair(slow));
    for (const lane of further) {
      a.lane(this.#links, lane[0]);
      b.lane(this.#links, lane[1]);
    }
    this.#bulk = [bulk, ...further];
  }

  get #sentOnLink(): number {
    return this.#bulk.reduce((sum, [sender]) => sum + sender.sentBytes, 0);
  }

  /** All bytes that ever went out on a bulk channel. */
  get sentBytes(): number {
    return this.#sentBytes + this.#sentOnLink;
  }

  get isOver(): boolean {
    return this.#phase('b') === 'saved' && (this.#phase('a') ?? 'sent') === 'sent';
  }

  async suffer({ at, lanes, what }: Disturbance): Promise<void> {
    for (let waited = 0; waited < PATIENCE && this.#sentOnLink < at && !this.isOver; waited += 1) await turn();
    const { a, b } = this.#devices;
    switch (what[0]) {
      case 'cut':
        this.#cut(what[1]);
        this.connect(lanes);
        return;
      case 'close':
        for (const channels of [this.#control, ...this.#bulk]) channels[what[1] === 'a' ? 0 : 1].close();
        this.#lose(what[1]);
        this.connect(lanes);
        return;
      case 'reload':
        this.#cut(what[1] === 'a' ? 'b' : 'a');
        await this.#reload(what[1]);
        this.connect(lanes);
        return;
      case 'pause':
      case 'resume': {
        const device = what[1] === 'a' ? a : b;
        const [key] = device.views.keys();
        if (key) device.engine.receive({ type: what[0], key });
        return;
      }
      case 'full':
        b.store.capacityBytes = 0;
        if (!what[1]) return;
        for (let waited = 0; waited < PATIENCE && this.#phase('b') === 'receiving'; waited += 1) await turn();
        b.store.capacityBytes = Number.POSITIVE_INFINITY;
        await this.help();
        return;
    }
  }

  /** Removes every obstacle that a person can remove. */
  async help(): Promise<void> {
    const { a, b } = this.#devices;
    b.store.capacityBytes = Number.POSITIVE_INFINITY;
    for (const device of [a, b])
      for (const { key, phase, needsFiles } of [...device.views.values()]) {
        if (needsFiles) expect(await device.choose(key, this.#files)).toBe(true);
        if (phase === 'paused' || phase === 'interrupted') device.engine.receive({ type: 'resume', key });
      }
  }

  /** Lets everything happen that is still to happen. */
  async finish(): Promise<void> {
    this.connect([1]);
    for (let round = 0; round < ROUNDS && !this.isOver; round += 1) {
      await this.help();
      for (let waited = 0; waited < PATIENCE && !this.isOver; waited += 1) await turn();
    }
    const views = Object.values(this.#devices).flatMap(({ views }) => [...views.values()]);
    expect(this.isOver, JSON.stringify(views)).toBe(true);
  }

  async check(): Promise<void> {
    const { b } = this.#devices;
    const [view] = b.views.values();
    expect(view?.verified).toBe(true);
    let position = 0;
    for (const content of Object.values(this.#files)) {
      if (view && content.length > 0) expect(await b.holds(view.key, position, content)).toBe(true);
      position += content.length;
    }
  }

  /** Frees everything: hundreds of pages that still wait for their timers would fill the memory. */
  async close(): Promise<void> {
    await Promise.all(Object.values(this.#devices).map((device) => device.leave()));
  }

  #phase(side: Side): string | undefined {
    const [view] = this.#devices[side].views.values();
    return view?.phase;
  }

  #lose(side: Side): void {
    this.#devices[side].engine.receive({ type: 'link-lost', link: this.#links as LinkId, cause: 'connection-lost' });
  }

  #cut(first: Side): void {
    for (const [end] of [this.#control, ...this.#bulk]) end.cut();
    this.#lose(first);
    const lost = this.#links;
    const late = this.#devices[first === 'a' ? 'b' : 'a'].engine;
    setImmediate(() => late.receive({ type: 'link-lost', link: lost as LinkId, cause: 'connection-lost' }));
  }

  async #reload(side: Side): Promise<void> {
    const before = this.#devices[side];
    await before.leave();
    const later = new Device(side, before);
    this.#devices[side] = later;
    if (side === 'b') this.#acceptAlways(later);
    await later.restore();
    for (const { key, needsFiles } of later.views.values())
      if (needsFiles) expect(await later.choose(key, this.#files)).toBe(true);
  }

  #acceptAlways(device: Device): void {
    void device.until(() => {
      const [offer] = device.offers;
      if (offer) device.engine.receive({ type: 'accept', key: offer.key, files: [[0, offer.entries.length - 1]] });
      return undefined; // and the next one as well
    });
  }
}

test('what one engine sends, the other saves, whatever happens in between', { timeout: BUSY_MS }, async () => {
  const story = fc.record({
    sizes: fc.array(fc.constantFrom(...SIZES), { minLength: 1, maxLength: 4, size: 'max' }),
    disturbances: fc.array(disturbance, { maxLength: 6, size: 'max' }),
  });
  const property = fc.asyncProperty(story, async ({ sizes, disturbances }) => {
    const files = Object.fromEntries(sizes.map((size, file) => [`file ${file}`, bytes(size, file + 1)]));
    const pair = new Pair(files);
    for (const one of disturbances) await pair.suffer(one);
    await pair.finish();
    await pair.check();
    await pair.close();
    const total = sizes.reduce((sum, size) => sum + size, 0);
    const interruptions = disturbances.length + 1;
    // One fiftieth more for frames and their headers.
    expect(pair.sentBytes).toBeLessThan((total + interruptions * (WINDOW_BYTES + BLOCK_BYTES)) * 1.02 + 10_000);
  });
  await fc.assert(property, { numRuns: RUNS, endOnFailure: false });
});
