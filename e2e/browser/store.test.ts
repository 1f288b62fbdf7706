/**
 * The storage of the app in real browsers: the store's contract on each kind of store, what a changed file looks like,
 * and how files are handed over. Served by Vite, at 127.0.0.1 (a secure context) and under a name that is not one.
 */
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, truncate, unlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CONTRACT, FULL_BYTES, FULL_CONTRACT } from '../../src/engine/store/testing/contract.ts';
import { type Browser, type BrowserOptions, PLAIN_HOST } from '../drive/browser.ts';
import { launchChromium } from '../drive/chromium.ts';
import { launchFirefox } from '../drive/firefox.ts';
import type { Command } from './store-page/commands.ts';

/** Dates of a file when it is chosen, and after a change: some file systems keep whole seconds only. */
const EARLIER = new Date('2026-01-15T00:00:00Z');
const LATER = new Date('2026-01-15T00:01:00Z');

let server: ViteDevServer;
let folder: string;
let origins: { readonly secure: string; readonly plain: string };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hikyaku-store-'));
  server = await createServer({
    configFile: false,
    root: import.meta.dirname,
    cacheDir: join(folder, 'vite'),
    logLevel: 'error',
    // All dependencies are modules already: bundling them would only reload the page in the middle of a test.
    optimizeDeps: { noDiscovery: true },
    server: { host: '127.0.0.1', port: 0, hmr: false, ws: false, allowedHosts: [PLAIN_HOST], fs: { allow: ['../..'] } },
  });
  await server.listen();
  const address = server.httpServer?.address();
  if (!address || typeof address === 'string') throw new Error('the server has no port');
  const page = `${address.port}/store-page/index.html`;
  origins = { secure: `http://127.0.0.1:${page}`, plain: `http://${PLAIN_HOST}:${page}` };
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

async function optionsFor(name: string): Promise<BrowserOptions> {
  const profile = join(folder, name);
  await mkdir(join(profile, 'firefox'), { recursive: true });
  const viewport = { width: 400, height: 600 };
  return { profile, locale: 'en-US', viewport, colorScheme: 'light', prefix: [] };
}

function call(browser: Browser, name: string, ...values: unknown[]): Promise<unknown> {
  return browser.evaluate(`storeTest.${name}(...${JSON.stringify(values)})`);
}
const inWorker = (browser: Browser, command: Command) => call(browser, 'inWorker', command);

async function open(browser: Browser, url: string): Promise<void> {
  await browser.goto(url);
  expect(
    await browser.evaluate(
      'new Promise((done) => { const look = () => window.storeTest ? done(true) : setTimeout(look, 10); look(); })',
    ),
  ).toBe(true);
}

describe.each([
  ['chromium', launchChromium],
  ['firefox', launchFirefox],
] as const)('%s', (name, launch) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch(await optionsFor(name));
  });
  afterAll(() => browser.close());

  describe.each([
    ['opfs', 'secure', undefined],
    ['records', 'plain', undefined],
    ['records', 'secure', 'records'],
    ['buffers', 'secure', 'buffers'],
  ] as const)('store %s on a %s origin (asked for: %s)', (rung, origin, forced) => {
    beforeAll(async () => {
      await open(browser, origins[origin]);
      expect(await browser.evaluate('isSecureContext')).toBe(origin === 'secure');
      expect(await inWorker(browser, { do: 'pick', ...(forced && { forced }) })).toBe(rung);
    });

    for (const { title } of CONTRACT)
      test(title, async () => {
        expect(await inWorker(browser, { do: 'contract', title })).toBe(title);
      });

    test('zips what it stores', async () => {
      const zip = await inWorker(browser, {
        do: 'zip',
        files: [
          ['避難所/名簿.csv', 'あ'],
          ['empty', ''],
          ['../a.txt', 'a'],
          ['a.txt', 'b'],
        ],
      });
      const content = unzipSync(Buffer.from(String(zip), 'hex'));
      const texts = Object.entries(content).map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]);
      expect(texts).toEqual([
        ['避難所/名簿.csv', 'あ'],
        ['empty', ''],
        ['a.txt', 'a'],
        ['a (2).txt', 'b'],
      ]);
    });

    test('a zip that is given up leaves nothing behind, and can be made again', async () => {
      const { said, left, isWhole } = Object(await inWorker(browser, { do: 'stop-zip', mebibytes: 6 }));
      expect([said, left.length, isWhole]).toEqual(['AbortError', 1, true]);
    });

    test('hashes', async () => {
      const expected = createHash('sha256').update('飛脚').digest('hex');
      expect(await inWorker(browser, { do: 'hash', text: '飛脚' })).toBe(expected);
    });
  });

  test('keeps buffers where a browser keeps no Blobs', async () => {
    await open(browser, origins.plain);
    expect(await inWorker(browser, { do: 'pick', without: 'blobs' })).toBe('buffers');
    const [{ title } = { title: '' }] = CONTRACT;
    expect(await inWorker(browser, { do: 'contract', title })).toBe(title);
  });

  describe('a chosen file that has changed', () => {
    const text = 'The quick brown fox.';
    // Firefox reads the file's current content, as long as there is enough of it.
    const changes: readonly [string, (path: string) => Promise<void>, Record<typeof name, string>][] = [
      ['touched', (path) => utimes(path, LATER, LATER), { chromium: 'source-changed', firefox: text }],
      [
        'rewritten with the same length',
        (path) => writeFile(path, text.toUpperCase()),
        { chromium: 'source-changed', firefox: text.toUpperCase() },
      ],
      ['longer', (path) => writeFile(path, `${text}${text}`), { chromium: 'source-changed', firefox: text }],
      ['shorter', (path) => truncate(path, 4), { chromium: 'source-changed', firefox: 'source-changed' }],
      ['empty', (path) => truncate(path, 0), { chromium: 'source-changed', firefox: 'source-changed' }],
      ['deleted', (path) => unlink(path), { chromium: 'source-unreadable', firefox: 'source-unreadable' }],
    ];
    beforeAll(() => open(browser, origins.secure));

    describe.each(['before it is first read', 'between two blocks'] as const)('%s', (moment) => {
      test.each(changes)('%s', async (change, apply, expected) => {
        const path = join(folder, `${name}-${moment}-${change}.txt`);
        await writeFile(path, text);
        await utimes(path, EARLIER, EARLIER);
        const choose = async () => {
          await browser.click('document.querySelector("#file")');
        };
        await browser.choose(choose, [path]);
        const read = () => inWorker(browser, { do: 'read-source', offset: 0, length: text.length });
        if (moment === 'between two blocks') expect(await read()).toBe(text);
        await apply(path);
        expect(await read()).toBe(expected[name]);
      });
    });
  });

  test('writes into a folder under safe names, beside its other files', async () => {
    await open(browser, origins.secure);
    const result = await call(
      browser,
      'intoFolder',
      ['a.txt', 'b'],
      [
        ['a.txt', '1'],
        ['b/c.txt', '2'],
        ['b/d.txt', '3'],
        ['../日本/?.txt', '4'],
        ['con', ''],
      ],
    );
    expect(result).toEqual({
      result: 'saved',
      found: {
        'a.txt': '',
        b: '',
        'a (2).txt': '1',
        'b (2)/c.txt': '2',
        'b (2)/d.txt': '3',
        '日本/_.txt': '4',
        con_: '',
      },
    });
  });

  test.each([
    'noending',
    'folder/名簿 2026.csv',
    'run.html',
    'a.tar.gz',
  ])('downloads %s under its exact name', async (path) => {
    await open(browser, origins.plain);
    await call(browser, 'downloadOnClick', path, `content of ${path}`);
    const target = await mkdtemp(join(folder, 'download-'));
    const download = await browser.download(async () => {
      await browser.click('document.querySelector("#download")');
    }, target);
    expect(download.name).toBe(path.split('/').at(-1));
    expect(await readFile(download.path, 'utf8')).toBe(`content of ${path}`);
  });
});

/** OPFS can be asked for its room before the first byte is sent. */
async function noticesAtOpen(browser: Browser): Promise<void> {
  await inWorker(browser, { do: 'open', bytes: 1024 });
  await expect(inWorker(browser, { do: 'open', bytes: FULL_BYTES })).rejects.toThrow('storage-full');
}

describe('storage that is full', () => {
  test.each(['opfs', 'records'] as const)('chromium, %s', async (rung) => {
    const browser = await launchChromium(await optionsFor(`full-chromium-${rung}`));
    try {
      await open(browser, origins.secure);
      const devtools = await browser.context.newCDPSession(browser.page);
      const origin = new URL(origins.secure).origin;
      await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: FULL_BYTES / 4 });
      expect(await inWorker(browser, { do: 'pick', forced: rung })).toBe(rung);
      expect(await inWorker(browser, { do: 'contract', title: FULL_CONTRACT.title })).toBe(FULL_CONTRACT.title);
      if (rung === 'opfs') await noticesAtOpen(browser);
    } finally {
      await browser.close();
    }
  });

  test.each(['opfs', 'records'] as const)('firefox, %s', async (rung) => {
    const options = await optionsFor(`full-firefox-${rung}`);
    // In KiB, for all sites together; one site gets a fifth of it, but not less than 10 MiB.
    await writeFile(
      join(options.profile, 'firefox', 'prefs.js'),
      'user_pref("dom.quotaManager.temporaryStorage.fixedLimit", 51200);\n',
    );
    const browser = await launchFirefox(options);
    try {
      await open(browser, origins.secure);
      expect(await inWorker(browser, { do: 'pick', forced: rung })).toBe(rung);
      expect(await inWorker(browser, { do: 'contract', title: FULL_CONTRACT.title })).toBe(FULL_CONTRACT.title);
      if (rung === 'opfs') await noticesAtOpen(browser);
    } finally {
      await browser.close();
    }
  });
});
