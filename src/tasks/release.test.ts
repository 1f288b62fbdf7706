/** `npm run release` in a repository of its own, with a router that only listens: what stands there after each way it can end. */
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PAPERS } from './artefact.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const MODULES = ['release.mjs', 'artefact.mjs', 'changelog.mjs', 'next-version.mjs'];
const ENV = {
  PATH: process.env['PATH'],
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Hana',
  GIT_AUTHOR_EMAIL: 'hana@example.org',
  GIT_COMMITTER_NAME: 'Hana',
  GIT_COMMITTER_EMAIL: 'hana@example.org',
  npm_config_update_notifier: 'false',
};
const ROUTER = `
import { createServer } from 'node:http';
if (process.argv.includes('--version')) console.log('0.1.0');
else {
  const server = createServer((_, response) => response.end());
  server.listen(0, '127.0.0.1', () => console.log('listening on http://127.0.0.1:' + server.address().port + '/'));
}
`;
const BUILD = (router: string): string => `
import { mkdirSync, writeFileSync } from 'node:fs';
mkdirSync('dist/app', { recursive: true });
writeFileSync('dist/router.mjs', ${JSON.stringify(router)});
writeFileSync('dist/THIRD-PARTY.txt', ['ws', 'preact', 'simple-peer'].map((name) => name + ' 1.2.3\\n').join(''));
`;

let root: string;
const path = (name: string): string => join(root, name);
const git = (...args: string[]): string => execFileSync('git', args, { cwd: root, env: ENV, encoding: 'utf8' }).trim();
const write = (name: string, text: string): void => {
  writeFileSync(path(name), text, { mode: name.startsWith('.git/hooks/') ? 0o755 : 0o644 });
};
const ARCHIVE = 'dist/hikyaku-0.1.0.tar.gz';

function release(version: string): { status: number | null; said: string } {
  const { status, stderr } = spawnSync(process.execPath, ['src/tasks/release.mjs', version], {
    cwd: root,
    env: { ...ENV, HOME: root },
    encoding: 'utf8',
  });
  return { status, said: stderr };
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'release-'));
  mkdirSync(path('src/tasks'), { recursive: true });
  for (const name of MODULES) copyFileSync(join(HERE, name), path(`src/tasks/${name}`));
  const fields = { name: 'hikyaku', version: '0.1.0', lockfileVersion: 3, packages: { '': { version: '0.1.0' } } };
  write('package.json', JSON.stringify({ name: 'hikyaku', version: '0.1.0' }));
  write('package-lock.json', JSON.stringify(fields));
  for (const paper of PAPERS.filter((name) => name !== 'docs')) write(paper, 'Words.\n');
  mkdirSync(path('docs'));
  write('docs/metrics.md', 'Figures.\n');
  write('CHANGELOG.md', '# Changelog\n\n## [Unreleased]\n\n- It works.\n');
  write('.gitignore', 'dist/\n.npm/\n');
  write('src/tasks/build.mjs', BUILD(ROUTER));
  git('init', '--quiet', '--initial-branch', 'main');
  git('add', '.');
  git('commit', '--quiet', '--message', 'Begin');
});
afterEach(() => rmSync(root, { recursive: true }));

const head = (): string => git('rev-parse', 'HEAD');

/** Everything is as it was at `commit`, and there is no archive. */
function expectNothing(commit: string): void {
  expect(head()).toBe(commit);
  expect(git('status', '--porcelain')).toBe('');
  expect(git('tag', '--list')).toBe('');
  expect(existsSync(path(ARCHIVE))).toBe(false);
}

it('makes of the version that stands there the first release, with all the papers', () => {
  expect(release('0.1.0')).toMatchObject({ status: 0 });
  expect(git('tag', '--list')).toBe('v0.1.0');
  expect(git('status', '--porcelain')).toBe('');
  expect(readFileSync(path('CHANGELOG.md'), 'utf8')).toContain('## [0.1.0] - ');
  const packed = execFileSync('tar', ['-tzf', path(ARCHIVE)], { encoding: 'utf8' }).split('\n');
  const expected = ['SECURITY.md', 'CONTRIBUTING.md', 'docs/metrics.md', 'THIRD-PARTY.txt'];
  expect(packed).toEqual(expect.arrayContaining(expected.map((name) => `hikyaku-0.1.0/${name}`)));

  expect(release('0.1.0')).toMatchObject({
    status: 2,
    said: expect.stringContaining('0.1.0 is not higher than 0.1.0'),
  });
});

describe('leaves nothing behind', () => {
  it('when the packed router is of another version', () => {
    write('src/tasks/build.mjs', BUILD(ROUTER.replace('0.1.0', '9.9.9')));
    git('commit', '--quiet', '--all', '--message', 'Break it');
    const before = head();
    expect(release('0.1.0')).toMatchObject({ status: 1, said: expect.stringContaining('Nothing was released') });
    expectNothing(before);
  });

  it('when licences are missing', () => {
    write('src/tasks/build.mjs', BUILD(ROUTER).replace("'preact', ", ''));
    git('commit', '--quiet', '--all', '--message', 'Break it');
    const before = head();
    expect(release('0.1.0')).toMatchObject({ status: 1, said: expect.stringContaining('says nothing of preact') });
    expectNothing(before);
  });

  it('when a hook refuses the commit', () => {
    write('.git/hooks/pre-commit', '#!/bin/sh\nexit 1\n');
    const before = head();
    expect(release('0.1.0')).toMatchObject({ status: 1, said: expect.stringContaining('Nothing was released') });
    expectNothing(before);
  });
});

it('says how to tag what is committed when git cannot, whatever a hook made of the subject', () => {
  write('.git/hooks/commit-msg', '#!/bin/sh\necho "[checked] $(cat "$1")" > "$1"\n');
  git('config', 'tag.gpgSign', 'true');
  git('config', 'gpg.program', 'false');
  const { status, said } = release('0.1.0');
  expect(status).toBe(1);
  expect(said).not.toContain('Nothing was released');
  expect(git('log', '-1', '--format=%s')).toBe('[checked] Release 0.1.0');
  expect(git('status', '--porcelain')).toBe('');
  expect(existsSync(path(ARCHIVE))).toBe(true);

  git('config', 'tag.gpgSign', 'false');
  const [command = ''] = /^ {2}git tag .+$/m.exec(said) ?? [];
  execFileSync('sh', ['-c', command], { cwd: root, env: ENV });
  expect(git('rev-parse', 'v0.1.0^{commit}')).toBe(head());
});
