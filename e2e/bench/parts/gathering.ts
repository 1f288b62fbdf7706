/**
 * Phones that send to each other all at once: over the app, from the first Accept pressed to the last Saved, and over as
 * many bare data channels between pages without it. Each phone is a browser of its own.
 */
import { join } from 'node:path';
import { MAX_OPEN_OFFERS } from '../../../src/transfer/before-consent.ts';
import { randomFile } from '../../drive/files.ts';
import { callOf } from '../../drive/page/inject.ts';
import type { Phone } from '../../drive/phone.ts';
import { type Usage, watch } from '../../drive/usage.ts';
import type { Accepted } from './accepting.ts';
import type { Place } from './place.ts';
import { type Crowd, type Flow, pieces } from './shapes.ts';
import { connect, emptyInbox, type Load, passSlowStart, renamed, wire } from './ways.ts';

export const CROWD_WAYS = ['bare', 'app'] as const;
export type CrowdWay = (typeof CROWD_WAYS)[number];

/** Browsers that are started at once: each works for a second, and a launch may not wait for ever. */
const LAUNCHES = 4;
const ACQUAINTING_BYTES = 1_000_000;
/** Time for the driver to reach every page before all accept at once, in milliseconds. */
const LEAD_MS = 1_000;

export type Brought = {
  /** From the beginning until everything had arrived. */
  readonly seconds: number;
  /** From the beginning until each of the files had arrived, in order. */
  readonly arrivals: readonly number[];
  /** From the beginning until the last one was accepted; 0 where nobody is asked. */
  readonly acceptedWithin: number;
  /** Of all phones: the senders first, then the receivers. */
  readonly usage: Usage;
};

const accepting = (phone: Phone, name: string, ...args: readonly unknown[]) =>
  callOf('../../bench/parts/accepting.ts', name, args).then((expression) => phone.evaluate(expression));

function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new RangeError(`nothing at ${index}`);
  return found;
}

export class Gathering {
  readonly senders: readonly Phone[];
  readonly receivers: readonly Phone[];
  readonly #way: CrowdWay;
  readonly #flows: readonly Flow[];

  private constructor(way: CrowdWay, { senders, flows }: Crowd, phones: readonly Phone[]) {
    this.#way = way;
    this.#flows = flows;
    this.senders = phones.slice(0, senders);
    this.receivers = phones.slice(senders);
  }

  /** Opens all browsers. Those with the app have agreed to a small transfer each, so that none is a stranger. */
  static async open(place: Place, way: CrowdWay, crowd: Crowd): Promise<Gathering> {
    const names = [
      ...Array.from({ length: crowd.senders }, (_, index) => `From ${index}, ${way}`),
      ...Array.from({ length: crowd.receivers }, (_, index) => `To ${index}, ${way}`),
    ];
    const phones: Phone[] = [];
    try {
      for (const some of pieces(names, LAUNCHES))
        phones.push(...(await Promise.all(some.map((name) => opened(place, way, name)))));
      const gathering = new Gathering(way, crowd, phones);
      if (way === 'app') await gathering.#acquaint(place);
      return gathering;
    } catch (error) {
      await Promise.allSettled(phones.map((phone) => phone.close()));
      throw error;
    }
  }

  get phones(): readonly Phone[] {
    return [...this.senders, ...this.receivers];
  }

  /** Brings the load once from each sender to each of its receivers. */
  async bring(load: Load): Promise<Brought> {
    if (this.#way !== 'app') return this.#overWires(load);
    const brought = await this.#overApp(load, this.#flows);
    await Promise.all(this.receivers.map(emptyInbox));
    return brought;
  }

  async close(): Promise<void> {
    await Promise.allSettled(this.phones.map((phone) => phone.close()));
  }

  async #overWires({ bytes }: Load): Promise<Brought> {
    await Promise.all(
      this.#flows.map(({ from, to }, index) => connect(at(this.senders, from), at(this.receivers, to), index)),
    );
    await passSlowStart(this.senders, this.receivers);
    for (const phone of this.receivers) await wire(phone, 'sink', bytes);
    const brought = await this.#watched(async () => {
      const arrived = this.receivers.map((phone) => wire(phone, 'arrived') as Promise<readonly number[]>);
      const starts = await Promise.all(this.senders.map((phone) => wire(phone, 'pour', bytes) as Promise<number>));
      const begun = Math.min(...starts);
      return { begun, accepted: begun, arrivals: (await Promise.all(arrived)).flat() };
    });
    await Promise.all(this.phones.map((phone) => wire(phone, 'end')));
    for (const phone of this.phones) await phone.open('about:blank');
    return brought;
  }

  async #acquaint(place: Place): Promise<void> {
    const bytes = ACQUAINTING_BYTES;
    const file = await randomFile(join(place.folder, 'small.bin'), bytes);
    // More strangers at once would be turned away.
    for (const some of pieces(this.#flows, MAX_OPEN_OFFERS.stranger)) await this.#overApp({ place, file, bytes }, some);
  }

  async #overApp(load: Load, flows: readonly Flow[]): Promise<Brought> {
    const { name, path } = await renamed(load);
    const askers = (flow: Flow) => flows.filter(({ to }) => to === flow.to);
    // A receiver hears so many offers at once; the others ask as soon as some are accepted.
    const early = flows.filter((flow) => askers(flow).indexOf(flow) < MAX_OPEN_OFFERS.known);
    const late = flows.filter((flow) => !early.includes(flow));
    await this.#send(path, early);
    for (const { from } of late) await at(this.senders, from).chooseFiles('Choose files', [path]);
    const brought = await this.#watched(async () => {
      const begin = Date.now() + LEAD_MS;
      const busy = this.#receiversOf(flows);
      await Promise.all(busy.map(({ phone, count }) => accepting(phone, 'accept', count, begin)));
      const all = busy.map(({ phone }) => accepting(phone, 'ended') as Promise<Accepted>);
      await Promise.all([...all, ...late.map((flow) => this.#sendLate(flow, late.length))]);
      const accepted = await Promise.all(all);
      for (const { from, to } of flows)
        await at(this.senders, from).waitForState([name, at(this.receivers, to).name], 'Sent');
      const presses = accepted.flatMap(({ pressed }) => pressed);
      const arrivals = accepted.flatMap(({ saved }) => saved);
      return { begun: Math.min(...presses), accepted: Math.max(...presses), arrivals };
    });
    await this.#hide(name, flows);
    return brought;
  }

  /** Offers the file, and waits until the receivers are asked. */
  async #send(path: string, flows: readonly Flow[]): Promise<void> {
    await Promise.all(
      this.senders.map(async (phone, from) => {
        const names = flows.filter((flow) => flow.from === from).map(({ to }) => at(this.receivers, to).name);
        for (const other of names) await phone.waitForDevice(other);
        if (names.length > 0) await phone.sendFiles([path], names);
      }),
    );
    for (const { phone, count } of this.#receiversOf(flows)) {
      await phone.offer();
      if (count === 2) await phone.waitForText('1 more offer is waiting');
      if (count > 2) await phone.waitForText(`${count - 1} more offers are waiting`);
    }
  }

  /** Offers what is chosen once `room` offers are accepted. */
  async #sendLate({ from, to }: Flow, room: number): Promise<void> {
    const receiver = at(this.receivers, to);
    await accepting(receiver, 'reached', room);
    await at(this.senders, from).sendChosen(receiver.name);
  }

  #receiversOf(flows: readonly Flow[]): readonly { readonly phone: Phone; readonly count: number }[] {
    return this.receivers
      .map((phone, index) => ({ phone, count: flows.filter(({ to }) => to === index).length }))
      .filter(({ count }) => count > 0);
  }

  /** `work` gives times in milliseconds since 1970. */
  async #watched(
    work: () => Promise<{
      readonly begun: number;
      readonly accepted: number;
      readonly arrivals: readonly number[];
    }>,
  ): Promise<Brought> {
    let done = { begun: 0, accepted: 0, arrivals: [] as readonly number[] };
    const usage = await watch(this.phones, async () => {
      done = await work();
    });
    const { begun, accepted } = done;
    const arrivals = done.arrivals.map((time) => (time - begun) / 1000).sort((one, other) => one - other);
    return { seconds: arrivals.at(-1) ?? Number.NaN, arrivals, acceptedWithin: (accepted - begun) / 1000, usage };
  }

  /** Takes the ended transfers off all screens. */
  async #hide(name: string, flows: readonly Flow[]): Promise<void> {
    const hide = async (phone: Phone, others: readonly Phone[]) => {
      for (const other of others) await phone.hide([name, other.name]);
    };
    const heardBy = (from: number) =>
      flows.filter((flow) => flow.from === from).map(({ to }) => at(this.receivers, to));
    const heardFrom = (to: number) => flows.filter((flow) => flow.to === to).map(({ from }) => at(this.senders, from));
    await Promise.all([
      ...this.senders.map((phone, index) => hide(phone, heardBy(index))),
      ...this.receivers.map((phone, index) => hide(phone, heardFrom(index))),
    ]);
  }
}

async function opened(place: Place, way: CrowdWay, name: string): Promise<Phone> {
  const phone = await place.phone(name, 0);
  await phone.open(way === 'app' ? place.url : 'about:blank');
  if (way !== 'app') return phone;
  await phone.waitForStatus('Online');
  await phone.rename(name);
  return phone;
}
