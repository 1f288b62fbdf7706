/** What all programs of this folder share: flags, and the file for the result. */
import { writeFile } from 'node:fs/promises';

/** Flags as given: `--bytes 5` is `{ bytes: '5' }`, a flag without a value is the empty string. */
export type Options = Readonly<Record<string, string>>;
/** The result of a program is written to the file of `--json`. */
export type Program = (options: Options) => Promise<unknown>;

export function parseFlags(words: readonly string[]): Options {
  const options: Record<string, string> = {};
  let last: string | undefined;
  for (const word of words) {
    if (word.startsWith('--')) {
      const [name = '', ...value] = word.slice(2).split('=');
      options[name] = value.join('=');
      last = value.length === 0 ? name : undefined;
    } else if (last !== undefined) {
      options[last] = word;
      last = undefined;
    } else throw new Error(`unexpected argument: ${word}`);
  }
  return options;
}

/** Runs it to its end, and ends this process. */
export async function runToTheEnd(program: Program, words: readonly string[]): Promise<never> {
  const options = parseFlags(words);
  const result = await program(options);
  if (options['json'] !== undefined && options['json'] !== '' && result !== undefined)
    await writeFile(options['json'], `${JSON.stringify(result, null, 2)}\n`);
  // Connections and timers that a program left open must not keep it running.
  process.exit(process.exitCode ?? 0);
}
