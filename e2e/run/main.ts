/** Runs the `run` function of one program of this folder: `tsx e2e/run/main.ts FILE [--flag [VALUE]]...`. */
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Flags as given: `--bytes 5` is `{ bytes: '5' }`, a flag without a value is the empty string. */
export type Options = Readonly<Record<string, string>>;
/** The result of a program is written to the file of `--json`. */
export type Program = (options: Options) => Promise<unknown>;

function parseFlags(words: readonly string[]): Options {
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

const [file = '', ...words] = process.argv.slice(2);
const program = (await import(pathToFileURL(resolve(file)).href)) as { readonly run?: Program };
if (program.run === undefined) throw new Error(`${file} exports no run()`);
const options = parseFlags(words);
const result = await program.run(options);
if (options['json'] !== undefined && options['json'] !== '' && result !== undefined)
  await writeFile(options['json'], `${JSON.stringify(result, null, 2)}\n`);
// Connections and timers that a program left open must not keep it running.
process.exit(process.exitCode ?? 0);
