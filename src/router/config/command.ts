/**
 * The command line of the router: the command and its configuration. Pure: arguments, environment and host name come
 * in.
 */
import {
  BOARD_ACTIONS,
  BOX_COMMANDS,
  type BoardAction,
  type BoxCommand,
  DNS_ACTIONS,
  type DnsAction,
  NAT_ACTIONS,
  type NatAction,
} from './choices.ts';
import { type Config, configOf } from './config.ts';
import type { Environment } from './flags.ts';
import { Problem } from './problem.ts';
import { readArguments, readValues } from './read-flags.ts';

type Command =
  | { readonly do: 'run'; readonly config: Config }
  | { readonly do: 'nat'; readonly action: NatAction; readonly config: Config }
  | { readonly do: 'dns'; readonly action: DnsAction; readonly config: Config }
  | {
      readonly do: 'board';
      readonly action: BoardAction;
      /** The id of a post or a letter, or how it begins; empty for `list`. */
      readonly id: string;
      /** Takes the action back. */
      readonly undo: boolean;
      /** Lists letters in place of posts. */
      readonly letters: boolean;
      readonly config: Config;
    }
  /** It reads its own words. */
  | { readonly do: 'box'; readonly command: BoxCommand; readonly args: readonly string[] }
  | { readonly do: 'help' }
  | { readonly do: 'version' }
  | { readonly do: 'complain'; readonly problem: string };

/** A mistake is reported in one line, with the right form. */
export function parseCommand(args: readonly string[], environment: Environment, hostName: string): Command {
  try {
    const box = BOX_COMMANDS.find((command) => command === args[0]);
    if (box !== undefined) return { do: 'box', command: box, args: args.slice(1) };
    if (args[0] === 'board') return boardCommand(args.slice(1), environment, hostName);
    const subject = args[0] === 'nat' || args[0] === 'dns' ? args[0] : undefined;
    const nat = subject === 'nat' ? actionOf(subject, NAT_ACTIONS, args[1]) : undefined;
    const dns = subject === 'dns' ? actionOf(subject, DNS_ACTIONS, args[1]) : undefined;
    const given = readArguments(subject === undefined ? args : args.slice(2));
    if (given === 'help' || given === 'version') return { do: given };
    const config = configOf(readValues(given, environment), environment, hostName);
    if (nat !== undefined) return { do: 'nat', action: nat, config };
    return dns === undefined ? { do: 'run', config } : { do: 'dns', action: dns, config };
  } catch (error) {
    if (error instanceof Problem) return { do: 'complain', problem: error.message };
    throw error;
  }
}

const UNDO = '--undo';
const LETTERS = '--letters';

function boardCommand(args: readonly string[], environment: Environment, hostName: string): Command {
  const action = actionOf('board', BOARD_ACTIONS, args[0]);
  const isOne = action !== 'list';
  const id = isOne ? (args[1] ?? '') : '';
  if (isOne && (id === '' || id.startsWith('-')))
    throw new Problem(`board ${action}: expected the id of a post, as \`board list\` shows it`);
  const rest = args.slice(isOne ? 2 : 1);
  const own = isOne ? UNDO : LETTERS;
  const isSaid = rest.includes(own);
  const given = readArguments(rest.filter((word) => word !== own));
  if (given === 'help' || given === 'version') return { do: given };
  const config = configOf(readValues(given, environment), environment, hostName);
  return { do: 'board', action, id, undo: isOne && isSaid, letters: !isOne && isSaid, config };
}

function actionOf<T extends string>(subject: string, actions: readonly T[], word: string | undefined): T {
  const action = actions.find((known) => known === word);
  if (action !== undefined) return action;
  const given = word === undefined ? '' : ` ${word}`;
  throw new Problem(`${subject}${given}: expected ${actions.map((known) => `${subject} ${known}`).join(', ')}`);
}
