/** The default directory of the router's id and other state. */
import { join } from 'node:path';
import type { Environment } from './flags.ts';

/** XDG Base Directory Specification: state that outlives a restart. Without a home, a system directory. */
export function defaultDataDirectory(environment: Environment): string {
  const state = environment['XDG_STATE_HOME'];
  if (state?.startsWith('/')) return join(state, 'hikyaku');
  const home = environment['HOME'];
  return home ? join(home, '.local', 'state', 'hikyaku') : '/var/lib/hikyaku';
}
