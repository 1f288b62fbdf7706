/** What this machine has besides Node. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

export type Surroundings = {
  readonly coturn: string | undefined;
  readonly setpriv: string | undefined;
  readonly root: boolean;
};

export function lookAround(searchPath: string | undefined): Surroundings {
  return {
    coturn: findProgram('turnserver', searchPath),
    setpriv: findProgram('setpriv', searchPath),
    root: process.getuid?.() === 0,
  };
}

export function findProgram(name: string, searchPath: string | undefined): string | undefined {
  return (searchPath ?? '')
    .split(delimiter)
    .filter((directory) => directory !== '')
    .map((directory) => join(directory, name))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}
