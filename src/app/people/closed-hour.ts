/**
 * "Nobody I do not know for an hour": while it lasts, only known people, and devices with which something was agreed
 * before, are answered. Everybody else finds nobody here. It outlasts a reload, so its end is a time of the clock; a clock
 * that is set back meanwhile cannot make it longer than an hour.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import { OWN_PREFIX } from '../../store/names.ts';
import { recall, remember } from '../device/site-data.ts';

/** How long it lasts, in milliseconds. */
export const CLOSED_MS = 60 * 60_000;
/** How often it is looked whether the page is at rest, in milliseconds. */
const LOOK_MS = 250;
const STORAGE_KEY = `${OWN_PREFIX}closed-until`;

/** What keeps its end across visits. */
export const keepsClosed = {
  now: () => Date.now(),
  recall: () => recall(STORAGE_KEY),
  keep: (text: string) => remember(STORAGE_KEY, text),
};

/** What the hour needs of the page. */
export type ClosedPorts = typeof keepsClosed & {
  /** False while a finger may be on its way. */
  readonly isAtRest: () => boolean;
};

export class ClosedHour {
  readonly #until = signal<number | undefined>(undefined);
  readonly #page: ClosedPorts;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What was stored of the hour that stands. */
  #text = '';

  constructor(ports: ClosedPorts) {
    this.#page = ports;
    this.readAgain();
  }

  /** When it ends, in Unix milliseconds; `undefined` while it is not on. */
  get until(): ReadonlySignal<number | undefined> {
    return this.#until;
  }

  begin(): void {
    this.#set(this.#page.now() + CLOSED_MS);
    this.#text = String(this.#until.peek());
    this.#page.keep(this.#text);
  }

  end(): void {
    this.#set(undefined);
    this.#page.keep('');
  }

  /** Another page of this device may have begun or ended it. */
  readAgain(): void {
    const now = this.#page.now();
    const kept = this.#page.recall();
    const isOn = Number(kept) > now;
    this.#text = kept;
    this.#set(isOn ? Math.min(Number(kept), now + CLOSED_MS) : undefined);
    if (!isOn && kept !== '') this.#page.keep('');
  }

  #set(until: number | undefined): void {
    clearTimeout(this.#timer);
    this.#until.value = until;
    // The timer of a page that slept is late: then the hour is a little longer, and nobody is let in too early.
    if (until !== undefined) this.#timer = setTimeout(() => this.#over(), until - this.#page.now());
  }

  /** Its time is over, whatever the clock says by now; unless another page has begun another hour. */
  #over(): void {
    // What says on the screen that it is on stands above everything else, which must not move under a finger.
    if (!this.#page.isAtRest()) this.#timer = setTimeout(() => this.#over(), LOOK_MS);
    else if (this.#page.recall() === this.#text) this.end();
    else this.readAgain();
  }
}
