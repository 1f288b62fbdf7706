/**
 * Asks the other side for signs of life while a person is being asked over a link: an offer whose sender sleeps must
 * not look acceptable, and nobody is "choosing" behind a dark screen. ICE does not show it: a browser whose page is
 * frozen still answers for it.
 */
import type { Link } from './link/link.ts';

/** Time between two pings, in milliseconds. */
const PULSE_MS = 2_000;
/** Pings in a row without any sign of life after which the other side is said not to answer. */
const UNANSWERED = 3;

/** A transfer that waits for a person's answer. */
export type Asking = {
  readonly link: Link | undefined;
  /** True if somebody, on either side, is expected to answer now. */
  readonly asksPerson: boolean;
  dispatch(event: { readonly type: 'fell-silent' | 'heard-again' }): void;
};

type PulsePorts = {
  readonly schedule: (task: () => void, ms: number) => () => void;
  readonly all: () => Iterable<Asking>;
};

export class Pulse {
  readonly #ports: PulsePorts;
  #isRunning = false;

  constructor(ports: PulsePorts) {
    this.#ports = ports;
  }

  /** Pings as long as something waits for a person. */
  watch(): void {
    if (this.#isRunning) return;
    const asking = [...this.#ports.all()].filter(({ link, asksPerson }) => link && asksPerson);
    if (asking.length === 0) return;
    this.#isRunning = true;
    for (const link of new Set(asking.map(({ link }) => link))) link?.ping();
    // Counted, not timed: a device that slept has not pinged meanwhile, and must blame nobody.
    this.#ports.schedule(() => {
      this.#isRunning = false;
      for (const transfer of asking)
        if (transfer.link?.isReady && transfer.asksPerson)
          transfer.dispatch({ type: transfer.link.unanswered >= UNANSWERED ? 'fell-silent' : 'heard-again' });
      this.watch();
    }, PULSE_MS);
  }
}
