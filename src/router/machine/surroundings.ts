/** What this machine has besides Node. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { lacksNetAdmin } from './capabilities.ts';

export type Surroundings = {
  readonly coturn: string | undefined;
  readonly setpriv: string | undefined;
  /** It has the right to set up rules and links (`nat apply`). */
  readonly netAdmin: boolean;
};

export function lookAround(searchPath: string | undefined): Surroundings {
  return {
    coturn: findProgram('turnserver', searchPath),
    setpriv: findProgram('setpriv', searchPath),
    netAdmin: lacksNetAdmin() === undefined,
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
