/** What every scenario shares as a program: its flags, its printed tables, its exit status, and `--hold`. */
import { resolve } from 'node:path';
import type { Options } from '../run/program.ts';
import { type Check, renderChecks } from './checks.ts';
import { labSkip } from './requirements.ts';
import type { Stage, StageOptions } from './stage.ts';
import { renderTable, type Table } from './table.ts';

export type RunOptions = StageOptions & {
  /** Flags that this scenario alone has. */
  readonly flags: Options;
  readonly hold?: Hold;
  /** Called with lines on progress. */
  readonly say: (line: string) => void;
};

/** Called with every network before it is torn down, and with the results. */
export type Hold = (stage: Stage, found: readonly Table[], checks: readonly Check[]) => Promise<void>;

export type Outcome = {
  readonly tables: readonly Table[];
  readonly checks: readonly Check[];
  /** More that readers of the tables should know. */
  readonly notes?: readonly string[];
};

export type Scenario = {
  readonly name: string;
  /** One sentence: what it shows. */
  readonly shows: string;
  readonly flags?: Readonly<Record<string, string>>;
  readonly play: (options: RunOptions) => Promise<Outcome>;
};

const COMMON_FLAGS = {
  json: 'FILE: write tables and checks there',
  hold: 'keep each network up until Ctrl-C, for a person to look around',
  pcap: 'DIR: keep the packet captures there',
};

const say = (line: string) => process.stdout.write(`${line}\n`);

/** The `run` that `e2e/run/main.ts` wants of a program. */
export function programOf(scenario: Scenario): (flags: Options) => Promise<Outcome | undefined> {
  return async (flags) => {
    const known = { ...COMMON_FLAGS, ...scenario.flags };
    const unknown = Object.keys(flags).find((flag) => !Object.hasOwn(known, flag));
    const missing = labSkip();
    if (unknown !== undefined || missing !== undefined) {
      if (missing !== undefined) say(`The lab cannot run here: ${missing}.`);
      else {
        say(`There is no flag --${unknown}. ${scenario.name}: ${scenario.shows}`);
        for (const [flag, help] of Object.entries(known)) say(`  --${flag.padEnd(10)} ${help}`);
      }
      process.exitCode = 2;
      return undefined;
    }
    say(`${scenario.name}: ${scenario.shows}\n`);
    const start = performance.now();
    const { pcap } = flags;
    const outcome = await playToTheEnd(scenario, {
      flags,
      say,
      ...(pcap !== undefined && { pcap: resolve(pcap) }),
      ...(flags['hold'] !== undefined && { hold }),
    });
    for (const table of outcome.tables) say(renderTable(table));
    for (const note of outcome.notes ?? []) say(`${note}\n`);
    const unmet = outcome.checks.filter(({ met }) => !met).length;
    say(renderChecks(outcome.checks));
    const took = ((performance.now() - start) / 1000).toFixed(1);
    say(`\n${scenario.name}: ${outcome.checks.length - unmet} met, ${unmet} not met, ${took} s`);
    if (unmet > 0) process.exitCode = 1;
    return outcome;
  };
}

/** A scenario that breaks off has not met its expectation, for instance when a page never says what it should. */
async function playToTheEnd(scenario: Scenario, options: RunOptions): Promise<Outcome> {
  try {
    return await scenario.play(options);
  } catch (error) {
    const found = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { tables: [], checks: [{ what: 'it runs to the end', wanted: 'that', found, met: false }] };
  }
}

const hold: Hold = async (stage, found, checks) => {
  for (const table of found) say(renderTable(table));
  say(renderChecks(checks));
  say('\nThe network is up. In another terminal, as root:');
  for (const { name } of [...stage.topology.routers, ...stage.topology.hosts])
    say(`  ${stage.world.prefix(name).join(' ')} bash`);
  say('Ctrl-C goes on.\n');
  await pressed();
};

/** Ctrl-C reaches this process twice: from the terminal, and passed on by the process that started it. */
function pressed(): Promise<void> {
  return new Promise((resolve) => {
    let first = Number.POSITIVE_INFINITY;
    const listener = () => {
      const now = performance.now();
      first = Math.min(first, now);
      resolve();
      if (now - first > 1_000) process.exit(130);
    };
    process.on('SIGINT', listener);
  });
}
