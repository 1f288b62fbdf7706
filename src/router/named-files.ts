/** Files that flags name, most of them secrets: read at the start. What is wrong with one ends the process, in one line. */
import { readFileSync } from 'node:fs';
import type { Config } from './config/config.ts';
import { meshKey, wifiPassword } from './config/values.ts';
import { wordsOf } from './machine/files.ts';
import { sayAside } from './machine/output.ts';
import type { Wifi } from './poster/wifi-code.ts';

const EXIT_BAD_USAGE = 2;

/** Says what is wrong, and what would be right; ends the process. */
export function complain(problem: string): never {
  sayAside(`hikyaku: ${problem}\n`);
  process.exit(EXIT_BAD_USAGE);
}

/** The text of the file that this flag names. */
export function readNamedFile(flag: string, path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    return complain(`${flag} ${path}: expected a file that can be read (${wordsOf(error)})`);
  }
}

/** `undefined` where the operator has set none. */
export function meshKeyOf({ meshKey: source }: Config): string | undefined {
  if (source === undefined || 'key' in source) return source?.key;
  const read = meshKey(readNamedFile('--mesh-key-file', source.file).trim());
  if ('wanted' in read) complain(`--mesh-key-file ${source.file}: expected ${read.wanted} in it`);
  return read.value;
}

/** The Wi-Fi for the poster, with its password. */
export function wifiOf({ wifi }: Config): Wifi | undefined {
  if (wifi?.password === undefined) return wifi && { ssid: wifi.ssid };
  const { ssid, password } = wifi;
  if ('key' in password) return { ssid, password: password.key };
  const read = wifiPassword(readNamedFile('--wifi-password-file', password.file).trim());
  if ('wanted' in read) complain(`--wifi-password-file ${password.file}: expected ${read.wanted} in it`);
  return { ssid, password: read.value };
}

/** The secret of the operator's own TURN server; empty where there is none. */
export function operatorSecretOf({ turnServer }: Config): string {
  if (turnServer === undefined) return '';
  const secret = readNamedFile('--turn-secret-file', turnServer.secretFile).trim();
  return secret === '' ? complain(`--turn-secret-file ${turnServer.secretFile}: expected a secret in it`) : secret;
}
