// The artefact of a release: one archive that runs with Node alone. Packed from what is built, and tried before anybody gets it.
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** What an operator gets: from `dist`, and from the top. */
const BUILT = ['router.mjs', 'app', 'THIRD-PARTY.txt'];
/** With those that they lead to, but for the sources (papers.test.ts). */
export const PAPERS = ['LICENSE', 'README.md', 'CHANGELOG.md', 'SECURITY.md', 'CONTRIBUTING.md', 'docs'];
/** Of the packages that are built in, one for each build: where one of them is not named, the licences were not collected. */
const NAMED = ['ws', 'preact', 'simple-peer'];
/** A router that needs nothing, disturbs nobody and says little. */
const FLAGS = '--port 0 --host 127.0.0.1 --https-port off --turn off --mesh off --log-level error'.split(' ');
/** A router is up in a second; a busy machine takes longer. In milliseconds. */
const START_MS = 30_000;

const nameOf = (version) => `hikyaku-${version}`;

/**
 * @param {string} root top of the repository
 * @param {string} version
 */
export const archiveOf = (root, version) => join(root, 'dist', `${nameOf(version)}.tar.gz`);

/**
 * Packs `dist/hikyaku-VERSION.tar.gz`: the same files, in one order and of nobody, whoever packs them.
 * @param {string} root top of the repository
 * @param {string} version
 */
export function pack(root, version) {
  const staging = mkdtempSync(join(tmpdir(), 'hikyaku-release-'));
  const archive = archiveOf(root, version);
  try {
    const folder = join(staging, nameOf(version));
    mkdirSync(folder);
    for (const name of BUILT) cpSync(join(root, 'dist', name), join(folder, name), { recursive: true });
    for (const name of PAPERS) cpSync(join(root, name), join(folder, name), { recursive: true });
    const ofNobody = ['--sort=name', '--owner=0', '--group=0', '--numeric-owner', '--mode=u=rwX,go=rX'];
    execFileSync('tar', [...ofNobody, '-czf', archive, '-C', staging, nameOf(version)], { stdio: 'inherit' });
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
  return archive;
}

/** @param {string} path */
export const sha256 = (path) => createHash('sha256').update(readFileSync(path)).digest('hex');

/**
 * Unpacks `archive` where there is nothing else, and starts the router in it: it has to be of that version, serve the
 * app, and bring the licences of what is built in. Throws where it does not.
 * @param {string} archive
 * @param {string} version
 */
export async function tryOut(archive, version) {
  const place = mkdtempSync(join(tmpdir(), 'hikyaku-try-'));
  try {
    execFileSync('tar', ['-xzf', archive, '-C', place], { stdio: 'inherit' });
    const folder = join(place, nameOf(version));
    bringsLicences(folder);
    // Node and nothing else: no packages are in reach of that folder, no coturn in this path, no settings in this environment.
    const alone = { cwd: folder, env: { PATH: '/nonexistent', HOME: place } };
    const said = execFileSync(process.execPath, ['router.mjs', '--version'], alone).toString().trim();
    if (said !== version) throw new Error(`the packed router says that it is ${said}, not ${version}`);
    await serves(alone);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

function bringsLicences(folder) {
  const lines = readFileSync(join(folder, 'THIRD-PARTY.txt'), 'utf8').split('\n');
  const missing = NAMED.filter((name) => !lines.some((line) => line.startsWith(`${name} `)));
  if (missing.length > 0) throw new Error(`THIRD-PARTY.txt says nothing of ${missing.join(', ')}`);
}

async function serves(alone) {
  const router = spawn(process.execPath, ['router.mjs', ...FLAGS, '--data-dir', alone.env.HOME], {
    ...alone,
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: START_MS,
  });
  const ended = once(router, 'exit');
  try {
    const url = await addressOf(router);
    for (const path of ['healthz', '']) {
      const { status } = await fetch(`${url}${path}`);
      if (status !== 200) throw new Error(`the packed router answers /${path} with ${status}`);
    }
  } finally {
    router.kill('SIGTERM');
    await ended;
  }
}

async function addressOf(router) {
  for await (const line of createInterface({ input: router.stdout })) {
    const [, url] = /^listening on (\S+)/.exec(line) ?? [];
    if (url !== undefined) return url;
  }
  throw new Error('the packed router ended before it listened');
}
