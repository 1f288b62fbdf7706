/** From the configuration to the certificate for HTTPS: the operator's, or one of the router's own with its authority. */
import { readFileSync } from 'node:fs';
import type { PairFiles } from '../config/choices.ts';
import type { Config } from '../config/config.ts';
import type { Interfaces } from '../machine/addresses.ts';
import { wordsOf } from '../machine/files.ts';
import { interfacesNow } from '../machine/interfaces.ts';
import type { Log } from '../machine/log.ts';
import { isPrivate } from '../machine/private-ranges.ts';
import type { Certified } from './https.ts';
import { Keep } from './keep.ts';
import { operatorPair } from './operator-pair.ts';
import { ownAuthority } from './own-authority.ts';
import { ownPair } from './own-pair.ts';
import { checkPair } from './pair.ts';

type Setting = {
  readonly config: Config;
  /** With a mesh key all routers of the mesh have the same authority. */
  readonly meshKey: string | undefined;
  /** When this program was made. */
  readonly built: Date;
  readonly log: Log;
};

/** The certificate for HTTPS; `undefined` when HTTPS is off; or, in words, what is wrong with the operator's files. */
export async function certifiedOf(setting: Setting): Promise<Certified | undefined | { readonly problem: string }> {
  const { config, meshKey, built, log } = setting;
  const { https, hostname } = config;
  if (https === undefined) return undefined;
  if (https.files !== undefined) return operatorsOf(https.files, hostname, log);
  const keep = new Keep(config.dataDirectory);
  const authority = await ownAuthority(hostname, meshKey, keep, log);
  const addresses = () => privateAddresses(interfacesNow(), config.host);
  return { hostname, authority, pair: await ownPair({ authority, keep, addresses, built, log }) };
}

function operatorsOf(files: PairFiles, hostname: string, log: Log): Certified | { readonly problem: string } {
  const pair = { cert: '', key: '' };
  for (const part of ['cert', 'key'] as const) {
    try {
      pair[part] = readFileSync(files[part], 'utf8');
    } catch (error) {
      return { problem: `--tls-${part} ${files[part]}: expected a file that can be read (${wordsOf(error)})` };
    }
  }
  const checked = checkPair(pair);
  return 'problem' in checked
    ? { problem: `--tls-cert and --tls-key: expected a PEM certificate and its own key (${checked.problem})` }
    : { hostname, pair: operatorPair(files, checked, log) };
}

/** The addresses that the authority may vouch for. Bridges count whatever their name: many routers have their LAN on one. */
export function privateAddresses(interfaces: Interfaces, host: string): readonly string[] {
  const all = Object.values(interfaces).flatMap((infos) => (infos ?? []).map(({ address }) => address));
  return [...new Set(host === '0.0.0.0' || host === '::' ? all : [host])].filter(isPrivate);
}
