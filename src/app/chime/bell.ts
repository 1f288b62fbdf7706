/** Rings when something comes, with a sound and a short vibration, unless the person wants it quiet. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { OWN_PREFIX } from '../../store/names.ts';
import { recall, remember } from '../device/site-data.ts';
import { type Coming, playChime } from './sound.ts';

const STORAGE_KEY = `${OWN_PREFIX}quiet`;
const QUIET = 'yes';

/** On and off, in milliseconds. */
const SHAKES: Readonly<Record<Coming, number[]>> = { offer: [120, 80, 120], files: [180] };
/** Nobody can make it ring without end: at most once in this time, in milliseconds. */
const PAUSE_MS = 4_000;

/** What a bell needs of the page. */
export type BellPorts = {
  /** A monotonic clock, in milliseconds. */
  now(): number;
  isVisible(): boolean;
  play(what: Coming): void;
  shake(pattern: number[]): void;
  recall(): string;
  keep(text: string): void;
};

export type Bell = {
  readonly isLoud: ReadonlySignal<boolean>;
  setLoud(is: boolean): void;
  /** `isTold`: the system tells of it as well, with a sound of its own. */
  ring(what: Coming, isTold?: boolean): void;
};

export function createBell(ports: BellPorts): Bell {
  const isLoud = signal(ports.recall() !== QUIET);
  let rangAt = Number.NEGATIVE_INFINITY;
  return {
    isLoud,
    setLoud(is) {
      isLoud.value = is;
      rangAt = Number.NEGATIVE_INFINITY; // who has just switched it on wants to hear it
      ports.keep(is ? '' : QUIET);
    },
    ring(what, isTold = false) {
      if (!isLoud.peek() || isTold || ports.now() - rangAt < PAUSE_MS) return;
      rangAt = ports.now();
      // Browsers let no hidden page vibrate.
      if (ports.isVisible()) ports.shake(SHAKES[what]);
      ports.play(what);
    },
  };
}

/** Of this page. */
export const bell: Bell = createBell({
  now: () => performance.now(),
  isVisible: () => document.visibilityState === 'visible',
  play: playChime,
  shake(pattern) {
    // Chromium also refuses on a page that nobody has touched, and complains of it in the console.
    if (navigator.userActivation?.hasBeenActive !== false) navigator.vibrate?.(pattern);
  },
  recall: () => recall(STORAGE_KEY),
  keep: (text) => remember(STORAGE_KEY, text),
});
