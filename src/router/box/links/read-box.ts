/** The box as its settings file says it, with the secrets that the file only names. */
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { Problem } from '../../config/problem.ts';
import { meshKey as keyReader, type Reader, wifiPassword } from '../../config/values.ts';
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
    const password = wifi?.password && secretOf('HIKYAKU_WIFI_PASSWORD_FILE', wifi.password, wifiPassword);
    const key = meshKey && secretOf('HIKYAKU_MESH_KEY_FILE', meshKey, keyReader);
    return { ...read, ...(password !== undefined && { password }), ...(key !== undefined && { meshKey: key }) };
  } catch (error) {
    if (error instanceof Problem) return { problems: [`${path}: ${error.message}`] };
    throw error;
  }
}

type Source = { readonly key: string } | { readonly file: string };

/** What stands in a file goes into files of other programs, as what stands in the settings: it is read as strictly. */
function secretOf(name: string, source: Source, reader: Reader<string>): string {
  if ('key' in source) return source.key;
  const read = reader(textOf(name, source.file).trim());
  if ('wanted' in read) throw new Problem(`${name} "${source.file}": expected ${read.wanted} in it`);
  return read.value;
}

function textOf(name: string, path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new Problem(`${name} "${path}": expected a file that can be read (${wordsOf(error)})`);
  }
}
