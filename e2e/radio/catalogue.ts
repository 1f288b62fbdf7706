/**
 * The scenarios of the radio lab: `npm run lab -- radio NAME`. All of them are programs of the lab (`programOf`): what they expected is
 * `met` or `NOT MET`, line by line, and the exit status is 0 only where everything is met.
 */
import type { Outcome } from '../lab/program.ts';
import type { Options } from '../run/program.ts';

export type Entry = {
  readonly name: string;
  /** One sentence: what it shows. */
  readonly shows: string;
  /** On two cores without KVM, with the machine's start and everything downloaded before. */
  readonly minutes: number;
  /** Of the virtual machine, which this one must have to spare, in MB. */
  readonly memoryMb: number;
  /** What it plays with, in a few words: browsers or scripts, programs that the lab needs anyway left out. */
  readonly needs: string;
} & (
  | {
      /** `inside/NAME.ts` is a scenario of the lab, which runs in the machine on this one's root folder. */
      readonly runs: 'inside';
      /** What is played on this machine first, and told to the scenario (`--beside`). */
      readonly load?: () => Promise<{ readonly before: (say: (line: string) => void) => Promise<Outcome> }>;
    }
  | {
      /** A program of this machine, which boots what it needs. */
      readonly runs: 'outside';
      readonly load: () => Promise<{ readonly run: (flags: Options) => Promise<unknown> }>;
    }
);

export const CATALOGUE: readonly Entry[] = [
  {
    name: 'paper',
    shows: "the paper's network on 802.11n with WPA2, beside the same one on cables",
    minutes: 10,
    memoryMb: 4_096,
    needs: 'two Chromiums, coturn',
    runs: 'inside',
    load: () => import('./inside/paper.ts'),
  },
  {
    name: 'range',
    shows: 'three routers in a row: the middle one walks out of reach and back, and its mesh link is started anew',
    minutes: 5,
    memoryMb: 2_048,
    needs: 'no phones',
    runs: 'inside',
  },
  {
    name: 'weak',
    shows: 'a file to a phone of whose packets 0, 1, 5 and 10 % are lost, beside a bare data channel',
    minutes: 8,
    memoryMb: 768,
    needs: 'four Chromiums, outside the machine; netem in it',
    runs: 'outside',
    load: () => import('./outside/weak.ts'),
  },
  {
    name: 'setup',
    shows: 'one command makes a box of a Debian with two radios that phones can use, and another one takes it back',
    minutes: 9,
    memoryMb: 1_536,
    needs: 'the package, a disk of its own, systemd, wpa_supplicant',
    runs: 'outside',
    load: () => import('./outside/setup.ts'),
  },
];
