/** Runs the `run` function of one program of this folder: `tsx e2e/run/main.ts FILE [--flag [VALUE]]...`. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Program, runToTheEnd } from './program.ts';

const [file = '', ...words] = process.argv.slice(2);
const program = (await import(pathToFileURL(resolve(file)).href)) as { readonly run?: Program };
if (program.run === undefined) throw new Error(`${file} exports no run()`);
await runToTheEnd(program.run, words);
