import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { folderOf, thirdParty, thirdPartyText } from './third-party.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'third-party-'));
});
afterEach(() => rmSync(root, { recursive: true }));

/** Installs a package that consists of its papers. */
function install(name: string, fields: object, files: Readonly<Record<string, string>> = {}): string {
  const folder = join(root, 'node_modules', name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version: '1.2.3', ...fields }));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  return folder;
}

test.each([
  ['/x/node_modules/ws/lib/stream.js', '/x/node_modules/ws'],
  ['/x/node_modules/@noble/hashes/sha2.js', '/x/node_modules/@noble/hashes'],
  ['/x/node_modules/a/node_modules/b/index.js', '/x/node_modules/a/node_modules/b'],
  ['\0/x/node_modules/ws/lib/stream.js?commonjs-es-import', '/x/node_modules/ws'],
  ['C:/x/node_modules/ws/lib/stream.js', 'C:/x/node_modules/ws'],
  ['/x/src/router/main.ts', undefined],
  ['\0vite/preload-helper.js', undefined],
])('%j belongs to %s', (id, folder) => {
  expect(folderOf(id)).toBe(folder);
});

it('writes down the packages of all builds, each once', () => {
  const { plugin, folders } = thirdParty();
  plugin.generateBundle({}, { 'a.js': { moduleIds: ['/x/src/a.ts', '/x/node_modules/ws/a.js'] }, 'a.css': {} });
  plugin.generateBundle({}, { 'b.js': { moduleIds: ['/x/node_modules/ws/b.js', '/x/node_modules/preact/c.js'] } });
  expect([...folders]).toEqual(['/x/node_modules/ws', '/x/node_modules/preact']);
});

describe('the text', () => {
  it('has name, version and licence of each, by name', () => {
    const folders = [install('ws', {}, { LICENSE: 'As is.\n' }), install('idb', {}, { LICENCE: 'Take it.' })];
    expect(thirdPartyText(folders)).toMatch(/\nidb 1\.2\.3\n\nTake it\.\n[\s\S]*\nws 1\.2\.3\n\nAs is\.\n$/);
  });

  it('has all the papers of a package', () => {
    const folder = install(
      'tslib',
      {},
      { 'LICENSE.txt': 'As is.', 'CopyrightNotice.txt': 'Hers.', 'README.md': 'Hi.' },
    );
    expect(thirdPartyText([folder])).toMatch(/Hers\.\n\nAs is\.\n$/);
  });

  it('says of a package without a licence file what its field says, and that there is no more', () => {
    const folder = install('bare', { license: '0BSD' });
    expect(thirdPartyText([folder])).toContain(
      'bare 1.2.3\n\nIt brings no licence text. Its package.json says: 0BSD\n',
    );
  });

  it('is refused for a package with neither', () => {
    const folder = install('bare', {});
    expect(() => thirdPartyText([folder])).toThrow('bare 1.2.3 says nowhere');
  });

  it('has what simple-peer has bundled itself, and nothing of what others only depend on', () => {
    install('debug', { license: 'MIT', dependencies: { ms: '1' } });
    install('ms', { license: 'MIT' });
    install('unused', { license: 'MIT' });
    const peer = install('simple-peer', { license: 'MIT', dependencies: { debug: '1' } });
    const other = install('other', { license: 'MIT', dependencies: { unused: '1' } });
    const titles = [...thirdPartyText([peer, other]).matchAll(/^(\S+) 1\.2\.3$/gm)].map(([, name]) => name);
    expect(titles).toEqual(['debug', 'ms', 'other', 'simple-peer']);
  });
});
