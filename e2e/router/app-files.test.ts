/** Files of the app that browsers treat specially: those that install it and those that keep it offline. */
import { cp, mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fakeApp, get, type Running, start, temporaryDirectory } from './setting.ts';

const PUBLIC = fileURLToPath(new URL('../../public', import.meta.url));
let running: Running;
let directory: Awaited<ReturnType<typeof temporaryDirectory>>;

beforeAll(async () => {
  directory = await temporaryDirectory();
  await fakeApp(directory.path);
  await writeFile(join(directory.path, 'manifest.webmanifest'), '{}');
  await writeFile(join(directory.path, 'sw.js'), '0');
  running = await start({}, { appDirectory: directory.path });
});
afterAll(async () => {
  await running.router.stop();
  await directory.remove();
});

it.each([
  ['/manifest.webmanifest', 'application/manifest+json'],
  ['/sw.js', 'text/javascript'],
])('%s comes as %s, is asked for again each time, and is allowed by the policy', async (path, type) => {
  const { status, headers } = await get(running.port, path, {}, 'GET');
  expect(status).toBe(200);
  expect(headers['content-type']?.split(';')[0]).toBe(type);
  expect(headers['cache-control']).toBe('no-cache');
  expect(headers['content-security-policy']).toContain("worker-src 'self'; manifest-src 'self'");
});

it('symbolic links to files are served like any other file, and a broken one is not', async () => {
  const links = await temporaryDirectory();
  const asset = 'assets/main-a1b2c3d4.js';
  await mkdir(join(links.path, 'assets'));
  for (const name of ['index.html', asset]) await symlink(join(directory.path, name), join(links.path, name));
  await symlink('/nonexistent/file', join(links.path, 'icon.svg'));
  const { router, port } = await start({}, { appDirectory: links.path });
  const statuses = ['/', `/${asset}`, '/icon.svg'].map(async (path) => (await get(port, path)).status);
  expect(await Promise.all(statuses)).toEqual([200, 200, 404]);
  await router.stop();
  await links.remove();
});

it('the page comes with the words of the language that is named or that the browser prefers, each with a tag of its own', async () => {
  const pages = await temporaryDirectory();
  await fakeApp(pages.path);
  for (const tag of ['en', 'ja', 'zh-Hant'])
    await writeFile(join(pages.path, `index.${tag}.html`), `<html lang="${tag}">`);
  const { router, port } = await start({}, { appDirectory: pages.path });
  const ask = (language: string, path = '/', more = {}) =>
    get(port, path, { 'accept-language': language, ...more }, 'GET');
  const shown = async (language: string) => (await ask(language)).body.toString();
  expect(await shown('ja-JP,en;q=0.5')).toBe('<html lang="ja">');
  expect(await shown('fr,zh-TW;q=0.8,en;q=0.3')).toBe('<html lang="zh-Hant">');
  expect(await shown('tlh')).toBe('<html lang="en">');
  const [japanese, english] = [await ask('ja'), await ask('en')];
  expect(japanese.headers['vary']).toBe('Accept-Encoding, Accept-Language');
  expect(japanese.headers['etag']).not.toBe(english.headers['etag']);
  const held = { 'if-none-match': String(japanese.headers['etag']) };
  expect([(await ask('ja', '/', held)).status, (await ask('en', '/', held)).status]).toEqual([304, 200]);
  // By name, whatever the browser prefers.
  const named = async (tag: string) => (await ask('en', `/?lang=${tag}`)).body.toString();
  expect([await named('ja'), await named('tlh')]).toEqual(['<html lang="ja">', '<html lang="en">']);
  expect(await named('ZH-hant')).toBe('<html lang="zh-Hant">');
  // What an installed app keeps is for every language.
  expect((await ask('ja', '/index.html')).body.toString()).not.toContain('lang="ja"');
  await router.stop();
  await pages.remove();
});

it('everything in public/ has a type that browsers know', async () => {
  const other = await temporaryDirectory();
  await fakeApp(other.path);
  await cp(PUBLIC, other.path, { recursive: true });
  const { router, port } = await start({}, { appDirectory: other.path });
  const entries = await readdir(PUBLIC, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(PUBLIC.length));
  expect(paths.length).toBeGreaterThan(3);
  for (const path of paths)
    expect((await get(port, path, {}, 'HEAD')).headers['content-type'], path).not.toBe('application/octet-stream');
  await router.stop();
  await other.remove();
});
