/** A browser profile that outlives its browser, so that a phone can be killed and switched on again. Chromium only. */
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from './files.ts';
import type { PhoneOptions } from './phone.ts';

/** Replaces the new and empty profile folder that the browser was given with a link to the kept one. */
const LINK_AND_RUN = `#!/bin/sh
for word in "$@"; do
  case $word in
    --user-data-dir=*) rm -rf "\${word#*=}"; ln -s "$(dirname "$0")/kept" "\${word#*=}";;
  esac
done
exec "$@"
`;

export class KeptProfile {
  readonly options: PhoneOptions;
  /** The folder in which the browser keeps its profile. */
  readonly folder: string;
  readonly remove: () => Promise<void>;

  private constructor(options: PhoneOptions, folder: string, remove: () => Promise<void>) {
    this.options = options;
    this.folder = folder;
    this.remove = remove;
  }

  /** Every phone started with its `options` has this profile; one phone at a time. */
  static async make(): Promise<KeptProfile> {
    const { path, remove } = await temporaryFolder('profile');
    const wrapper = join(path, 'run.sh');
    const folder = join(path, 'kept');
    await mkdir(folder);
    await writeFile(wrapper, LINK_AND_RUN);
    await chmod(wrapper, 0o755);
    return new KeptProfile({ prefix: [wrapper] }, folder, remove);
  }
}
