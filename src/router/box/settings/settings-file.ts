/** The settings file on the disk. A power cut at any moment leaves the file before or the new one, as a whole. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { readIfThere, replaceFile } from '../../machine/files.ts';
import { SETTINGS_FILE } from './settings.ts';

/** The router's own group may read it: it holds the password of the Wi-Fi and the mesh key, and nobody else is told. */
const MODE = 0o640;
const GROUP = 'hikyaku';

/** Throws the system's error, and then the file before is as it was. Waits until the new one is on the disk. */
export function writeSettings(text: string, path: string = SETTINGS_FILE): void {
  mkdirSync(dirname(path), { recursive: true });
  const group = process.getuid?.() === 0 ? groupId(readIfThere('/etc/group')) : undefined;
  replaceFile(path, text, { mode: MODE, lasts: true, ...(group !== undefined && { group }) });
}

function groupId(groups: string): number | undefined {
  const [, , id] =
    groups
      .split('\n')
      .map((line) => line.split(':'))
      .find(([name]) => name === GROUP) ?? [];
  return id === undefined ? undefined : Number(id);
}
