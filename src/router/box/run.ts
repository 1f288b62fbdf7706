/** The commands that make this machine a box and keep it one: what each is told, and how it ends. */
import type { BoxCommand } from '../config/choices.ts';
import { Problem } from '../config/problem.ts';
import { faultLine, isWell } from './doctor/fault.ts';
import { faultsOf } from './doctor/faults.ts';
import { type Options, optionLines, readOptions } from './options/options.ts';
import { SETUP_OPTIONS } from './setup/options.ts';
import { UNDO_OPTIONS } from './undo/options.ts';

/** What a box needs of the program that it is a part of. */
export type Program = {
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
  /** How it is run: node and its bundle. */
  readonly self: readonly [string, ...string[]];
  /** The backhaul address that goes with this router's identity. `keeps`: a new identity shall stay. */
  readonly addressOf: (keeps: boolean) => string;
};

type Described = { readonly options: Options; readonly says: string; readonly usage: string };

export const DESCRIBED: Readonly<Record<BoxCommand, Described>> = {
  setup: {
    options: SETUP_OPTIONS,
    usage: 'setup [options]',
    says: 'makes this machine a box: access point, addresses, names, app, and a mesh with other boxes. Looks, plans, asks at most three things, does it, looks from a client whether it works, and takes it back if not.',
  },
  doctor: {
    options: {},
    usage: 'doctor',
    says: 'what is wrong with this box and what to do, one line each. Exit status 0: nothing is wrong.',
  },
  undo: {
    options: UNDO_OPTIONS,
    usage: 'undo [options]',
    says: 'makes this machine what it was before setup.',
  },
  links: {
    options: {},
    usage: 'links up|down',
    says: 'makes the bridge, the backhaul and the addresses of this box, and takes them away. Run by hikyaku-links.service.',
  },
  watch: {
    options: {},
    usage: 'watch',
    says: 'one look at radios and networks: mends what can be mended, and tells the router. Run every 20 s by hikyaku-watch.timer.',
  },
  client: { options: {}, usage: 'client', says: 'what setup looks with; no command for people.' },
};

/** Resolves with the exit status. A mistake in `args` is told in one line, and is 2. */
export async function runBox(command: BoxCommand, args: readonly string[], program: Program): Promise<number> {
  const { options, usage, says } = DESCRIBED[command];
  try {
    const isWords = command === 'links' || command === 'client';
    const given = readOptions(command, isWords ? args.filter((word) => word.startsWith('-')) : args, options);
    if (given === 'help') {
      program.print([`hikyaku ${usage}: ${says}`, ...optionLines(options)].join('\n'));
      return 0;
    }
    return await act(command, given, args, program);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    program.complain(error.message);
    return 2;
  }
}

async function act(
  command: BoxCommand,
  given: ReadonlyMap<string, string>,
  words: readonly string[],
  program: Program,
): Promise<number> {
  switch (command) {
    case 'setup': {
      if (given.has('give-back')) return sayAll(await (await import('./setup/trial.ts')).giveBack(), program.complain);
      return (await import('./setup/set-up.ts')).setUp(given, program);
    }
    case 'doctor':
      return doctor(program);
    case 'undo':
      return undoNow(given, program);
    case 'links':
      return (await import('./links-command.ts')).linksCommand(words[0], program);
    case 'watch':
      return (await import('./watch/watch.ts')).watch(program);
    case 'client':
      return client(words, program);
  }
}

async function doctor({ print }: Program): Promise<number> {
  const faults = faultsOf(await (await import('./doctor/examine.ts')).examine());
  for (const fault of faults) print(faultLine(fault));
  if (isWell(faults)) print('All is well.');
  return isWell(faults) ? 0 : 1;
}

async function undoNow(given: ReadonlyMap<string, string>, { print, complain }: Program): Promise<number> {
  if (process.getuid?.() !== 0)
    throw new Problem('undo changes networks and services: run it as root (sudo hikyaku undo)');
  const all = given.has('all');
  if (all && !given.has('yes') && !(await isMeant(print)))
    throw new Problem(
      'undo: nothing was changed; --all --yes forgets who this router is, and what it holds for others',
    );
  const { said, problems } = await (await import('./undo/undo.ts')).undo({
    all,
    keepsSettings: given.has('keep-settings'),
  });
  for (const line of said) print(line);
  return sayAll(problems, complain);
}

async function isMeant(print: Program['print']): Promise<boolean> {
  const { ask, hasTerminal } = await import('./setup/ask.ts');
  if (!hasTerminal()) return false;
  const asks = 'Forget who this router is, and all that it holds for others? Type "forget"';
  const answer = await ask([{ asks, take: (typed) => ({ said: typed === 'forget' ? { name: typed } : {} }) }], print);
  return answer?.name === 'forget';
}

async function client([name = '', mac = '', errand = '{}']: readonly string[], { print }: Program): Promise<number> {
  const { doAsPhone } = await import('./verify/client.ts');
  print(JSON.stringify(await doAsPhone(name, mac, JSON.parse(errand))));
  return 0;
}

function sayAll(problems: readonly string[], complain: Program['complain']): number {
  for (const problem of problems) complain(problem);
  return problems.length === 0 ? 0 : 1;
}
