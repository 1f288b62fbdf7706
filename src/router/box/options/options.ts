/** The words after a command of the box: read by a table, which is also its help. Pure. */
import { parseArgs } from 'node:util';
import { Problem } from '../../config/problem.ts';

export type Option = {
  /** What stands after it, such as NAME; absent: nothing does. */
  readonly value?: string;
  /** Absent: not for people. */
  readonly help?: string;
};
export type Options = Readonly<Record<string, Option>>;

/** By name, without the dashes; empty where none belongs to it. A `Problem` says in one line what would be right. */
export function readOptions(
  command: string,
  args: readonly string[],
  options: Options,
): ReadonlyMap<string, string> | 'help' {
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    options: {
      ...Object.fromEntries(
        Object.entries(options).map(([name, { value }]) => [
          name,
          { type: value === undefined ? ('boolean' as const) : ('string' as const) },
        ]),
      ),
      help: { type: 'boolean', short: 'h' },
    },
  });
  const given = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind === 'positional')
      throw new Problem(`${command}: "${token.value}" is no option; ${command} --help lists them`);
    if (token.kind !== 'option') continue;
    if (token.name === 'help') return 'help';
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (option === undefined)
      throw new Problem(`${command}: ${token.rawName} is no option; ${command} --help lists them`);
    if (option.value === undefined) {
      if (token.value !== undefined) throw new Problem(`${command}: ${token.rawName} takes no value`);
      given.set(token.name, '');
      continue;
    }
    // A password may begin with a dash, if it is given as --name=-value.
    if (token.value === undefined || (!token.inlineValue && token.value.startsWith('-')))
      throw new Problem(`${command}: ${token.rawName} needs a value: ${option.value}`);
    given.set(token.name, token.value);
  }
  return given;
}

/** A line for each option, as `--help` of the router has them. */
export const optionLines = (options: Options): readonly string[] =>
  Object.entries(options).flatMap(([name, { value, help }]) =>
    help === undefined ? [] : [`  ${`--${name}${value === undefined ? '' : ` ${value}`}`.padEnd(32)} ${help}`],
  );
