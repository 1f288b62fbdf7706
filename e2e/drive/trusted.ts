/**
 * Browsers that trust an authority, as after a person has followed the router's page: its certificate goes into the NSS
 * database of a private profile, Chromium's and Firefox's alike. No data of this machine's user is touched.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parseHttpsInfo } from '../../src/protocol/https-info.ts';
import { pemOf } from '../../src/router/tls/pem.ts';
import { PLAIN_HOST } from './browser.ts';
import { temporaryFolder } from './files.ts';
import type { PhoneOptions } from './phone.ts';
import type { Router } from './router.ts';

/**
 * Puts the database where each browser looks for it, and makes names that a router's DNS would answer lead to this
 * machine.
 */
const launcher = (hosts: readonly string[]) => `#!/bin/sh
here=$(dirname "$0")
for word in "$@"; do
  shift
  case $word in
    --host-resolver-rules=*) word="$word${hosts.map((host) => `,MAP ${host} 127.0.0.1`).join('')}" ;;
  esac
  if [ "$last" = --profile ]; then
    cp "$here"/home/.pki/nssdb/* "$word"/
    echo 'user_pref("network.dns.localDomains", "${[PLAIN_HOST, ...hosts].join(',')}");' >> "$word/user.js"
  fi
  last=$word
  set -- "$@" "$word"
done
case $1 in
  */chromium) HOME="$here/home"; export HOME ;;
esac
exec "$@"
`;

const CERTUTIL = '/usr/bin/certutil';
/** Why no browser can be made to trust an authority here; `undefined` when it can. */
export const whyNoTrust = existsSync(CERTUTIL) ? undefined : 'libnss3-tools is not installed';

export class Trust {
  /** Every phone started with these trusts this authority besides the well-known ones. */
  readonly options: PhoneOptions;
  readonly remove: () => Promise<void>;

  private constructor(options: PhoneOptions, remove: () => Promise<void>) {
    this.options = options;
    this.remove = remove;
  }

  /** Trusts the authority of a router that was started with `--https-port`. */
  static async of(router: Router, hosts: readonly string[]): Promise<Trust> {
    const response = await fetch(new URL('ca.crt', router.url));
    if (!response.ok) throw new Error(`/ca.crt: ${response.status}`);
    return Trust.in(pemOf('CERTIFICATE', Buffer.from(await response.arrayBuffer())), hosts);
  }

  /** `pem`: the authority; `undefined` to trust nobody. `hosts`: names that lead to this machine. */
  static async in(pem: string | undefined, hosts: readonly string[]): Promise<Trust> {
    const { path, remove } = await temporaryFolder('trust');
    const database = join(path, 'home', '.pki', 'nssdb');
    await mkdir(database, { recursive: true });
    const certutil = (...words: readonly string[]) =>
      promisify(execFile)(CERTUTIL, ['-d', `sql:${database}`, ...words]);
    await certutil('-N', '--empty-password');
    if (pem !== undefined) {
      await writeFile(join(path, 'ca.pem'), pem);
      await certutil('-A', '-t', 'C,,', '-n', 'hikyaku', '-i', join(path, 'ca.pem'));
    }
    const script = join(path, 'run.sh');
    await writeFile(script, launcher(hosts));
    await chmod(script, 0o755);
    return new Trust({ launcher: script }, remove);
  }
}

/** The address of a router's HTTPS under the name that its authority vouches for. */
export async function secureUrlOf(router: Router): Promise<string> {
  const response = await fetch(new URL('https.json', router.url));
  const parsed = parseHttpsInfo(await response.text());
  const [url] = parsed.ok ? parsed.value.urls : [];
  if (url === undefined) throw new Error('the router serves no HTTPS');
  return url;
}
