/** How to start a program with as few rights as this machine allows, and so that it ends with this process. */
import { spawnSync } from 'node:child_process';
import { readIfThere } from './files.ts';

/** Accounts for the program in place of root; the first that exists is taken: Debian's user for coturn, then nobody. */
const ACCOUNTS = ['turnserver', 'nobody'];

type Account = { readonly uid: number; readonly gid: number };
/** Words before the command line, and the program's account unless it is our own. */
export type Launch = { readonly prefix: readonly string[]; readonly account?: Account };

/** The safest way to start a program that works here; found by trying, since containers forbid parts of it. */
export function chooseLaunch(setpriv: string | undefined): Launch {
  if (setpriv === undefined) return { prefix: [] };
  const dying: Launch = { prefix: [setpriv, '--pdeathsig', 'KILL'] };
  const account = process.getuid?.() === 0 ? findAccount(readIfThere('/etc/passwd')) : undefined;
  const ways = account === undefined ? [dying] : [{ prefix: [...dying.prefix, ...dropTo(account)], account }, dying];
  const works = ({ prefix: [command = '', ...words] }: Launch): boolean =>
    spawnSync(command, [...words, 'true'], { stdio: 'ignore' }).status === 0;
  return ways.find(works) ?? { prefix: [] };
}

function dropTo({ uid, gid }: Account): readonly string[] {
  const ids = ['--reuid', String(uid), '--regid', String(gid), '--clear-groups'];
  return [...ids, '--no-new-privs', '--bounding-set', '-all', '--inh-caps', '-all'];
}

function findAccount(passwd: string): Account | undefined {
  const lines = passwd.split('\n').map((line) => line.split(':'));
  for (const name of ACCOUNTS) {
    const [, , uid, gid] = lines.find(([login]) => login === name) ?? [];
    if (Number(uid) > 0 && Number(gid) > 0) return { uid: Number(uid), gid: Number(gid) };
  }
  return undefined;
}
