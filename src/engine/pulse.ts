/**
 * Asks the other side for signs of life while a person is being asked over a link: an offer whose sender sleeps must not
 * look as if accepting it led anywhere, and nobody is "choosing" behind a screen that is off. ICE would not tell: a
 * browser whose page is frozen goes on to answer for it.
 */
import type { Link } from './link/link.ts';

/** Between two questions, in milliseconds. */
const PULSE_MS = 2_000;
/** Questions in a row without any sign of life, after which the other side is said not to answer. */
const UNANSWERED = 3;

/** What hangs on a person's answer. */
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

  /** Asks as long as there is somebody to ask for. */
  watch(): void {
    if (this.#isRunning) return;
    const asking = [...this.#ports.all()].filter(({ link, asksPerson }) => link && asksPerson);
    if (asking.length === 0) return;
    this.#isRunning = true;
    for (const link of new Set(asking.map(({ link }) => link))) link?.ping();
    // Counted, not timed: a device that slept itself has not asked meanwhile, and blames nobody.
    this.#ports.schedule(() => {
      this.#isRunning = false;
      for (const transfer of asking)
        if (transfer.link?.isReady && transfer.asksPerson)
          transfer.dispatch({ type: transfer.link.unanswered >= UNANSWERED ? 'fell-silent' : 'heard-again' });
      this.watch();
    }, PULSE_MS);
  }
}
