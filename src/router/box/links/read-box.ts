/** The box as its settings file says it, with the secrets that the file only names. */
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { readIfThere, wordsOf } from '../../machine/files.ts';
import type { Box } from '../render/rendered.ts';
import { type Problems, readSettings } from '../settings/read-settings.ts';
import { SETTINGS_FILE, TRIAL_FILE } from '../settings/settings.ts';

/** The settings on trial where there are any, else those that stay. Every problem names its file. */
export function readBox(files: readonly string[] = [TRIAL_FILE, SETTINGS_FILE]): Box | Problems {
  const found = files.map((path) => ({ path, text: readIfThere(path) })).find(({ text }) => text !== '');
  if (found === undefined) return { problems: ['this machine is no box yet: run `hikyaku setup`'] };
  const { path, text } = found;
  const read = readSettings(text, hostname());
  if ('problems' in read) {
    const [first, ...rest] = read.problems.map((problem) => `${path}: ${problem}`);
    return { problems: [first ?? path, ...rest] };
  }
  const { wifi, meshKey } = read.config;
  try {
    const password = wifi?.password && secretOf(wifi.password);
    const key = meshKey && secretOf(meshKey);
    return { ...read, ...(password !== undefined && { password }), ...(key !== undefined && { meshKey: key }) };
  } catch (error) {
    return { problems: [`${path}: a file of a password or key that it names cannot be read (${wordsOf(error)})`] };
  }
}

/** A file ends with a new line where an editor has made it. */
const secretOf = (source: { readonly key: string } | { readonly file: string }): string =>
  'key' in source ? source.key : readFileSync(source.file, 'utf8').trimEnd();
