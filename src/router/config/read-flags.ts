/** Turns the words of a command line, and variables, into typed values. A flag wins over its variable. Pure. */
import { parseArgs } from 'node:util';
import { type Environment, FLAGS, type Flag, type FlagName, isFlagName, SECRETS, type Values } from './flags.ts';
import { Problem } from './problem.ts';
import { suggestion } from './suggestion.ts';

const variableOf = (name: string): string => `HIKYAKU_${name.toUpperCase().replaceAll('-', '_')}`;

/**
 * Raw texts of the flags. parseArgs' strict mode is not used: its errors take three lines and do not state the right
 * form.
 */
export function readArguments(args: readonly string[]): ReadonlyMap<FlagName, string> | 'help' | 'version' {
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    options: {
      ...Object.fromEntries(
        Object.entries<Flag<unknown>>(FLAGS).map(([name, { alone }]) => [
          name,
          { type: alone === undefined ? ('string' as const) : ('boolean' as const) },
        ]),
      ),
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean' },
    },
  });
  const given = new Map<FlagName, string>();
  for (const token of tokens) {
    if (token.kind === 'positional') throw new Problem(`"${token.value}" is no flag; --help lists them`);
    if (token.kind !== 'option') continue;
    if (token.name === 'help' || token.name === 'version') return token.name;
    if (!isFlagName(token.name)) throw new Problem(`${token.rawName} is no flag; ${suggestion(token.name)}`);
    const { alone, value }: Flag<unknown> = FLAGS[token.name];
    const text = token.value ?? alone;
    if (text === undefined || (!token.inlineValue && text.startsWith('-')))
      throw new Problem(`${token.rawName} needs a value: ${value}`);
    given.set(token.name, text);
  }
  return given;
}

/** The values of all flags, given in either way. */
export function readValues(given: ReadonlyMap<FlagName, string>, environment: Environment): Values {
  const values: Record<string, unknown> = {};
  for (const [name, { read }] of Object.entries(FLAGS)) {
    const variable = variableOf(name);
    const fromFlag = isFlagName(name) ? given.get(name) : undefined;
    const text = fromFlag ?? (environment[variable] || undefined);
    if (text === undefined) continue;
    const result = read(text);
    if ('wanted' in result) {
      // A bad key is not repeated, because it would stand in logs.
      const shown = SECRETS.has(name) ? '' : ` "${text}"`;
      throw new Problem(`${fromFlag === undefined ? variable : `--${name}`}${shown}: expected ${result.wanted}`);
    }
    values[name] = result.value;
  }
  return values as Values; // each key was read by the reader that gives `Values` its type
}
