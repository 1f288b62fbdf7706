/**
 * What a phone pays to open the app: bytes on the wire over plain HTTP, the first paint, and when the list of people is there,
 * on a slow phone (processor 6 times slower) behind a thin line (1 Mb/s, 100 ms), with nothing kept from before. And how long
 * the page is deaf to a finger at most, at a processor 4 times slower: while it opens, and while a large file comes in. Chromium.
 *
 * Flags: `--languages en,ja`, `--rounds N`, `--bytes N` of the file, `--against DIST` a folder with another build, whose
 * rounds take turns with those of this one.
 */
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { randomFile, temporaryFolder } from '../drive/files.ts';
import { Phone } from '../drive/phone.ts';
import { Router } from '../drive/router.ts';
import { renderTable } from '../lab/table.ts';
import type { Options } from '../run/program.ts';
import { show, spread } from './parts/figures.ts';

const ROUNDS = 5;
const BYTES = 150_000_000;
const LINE = { offline: false, latency: 100, downloadThroughput: 125_000, uploadThroughput: 125_000 }; // ms, bytes per second
/** Longer than the app takes to bring what comes late, in ms; its bytes count. */
const QUIET_MS = 4_000;

type Opening = { readonly bytes: number; readonly paint: number; readonly list: number; readonly longest: number };

async function slowed(page: Page, processor: number, line: boolean): Promise<() => number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Emulation.setCPUThrottlingRate', { rate: processor });
  if (line) await session.send('Network.emulateNetworkConditions', LINE);
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  return () => bytes;
}

/** Notes when the first person stands in the list, and every task of over 50 ms. Runs in the page, before it. */
const WATCH = `
  window.longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
  }).observe({ type: 'longtask', buffered: true });
  window.listed = new Promise((listed) => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector('[data-device]')) return;
      window.listAt = performance.now();
      observer.disconnect();
      listed();
    }).observe(document, { childList: true, subtree: true });
  });
`;
const figure = (page: Page, expression: string): Promise<number> => page.evaluate<number>(expression);

async function open(router: Router, language: string, processor: number, line: boolean): Promise<Opening> {
  const phone = await Phone.start('Newcomer', { locale: language, initScript: WATCH });
  try {
    const { page } = phone.chromium;
    const bytes = await slowed(page, processor, line);
    await page.goto(router.plainUrl);
    await page.evaluate('window.listed');
    await page.waitForLoadState('networkidle');
    // What comes late begins in the first quiet moment; the network is quiet until then as well.
    await page.evaluate(`new Promise((done) => setTimeout(done, ${QUIET_MS}))`);
    const paint = await figure(page, "performance.getEntriesByName('first-contentful-paint')[0].startTime");
    return {
      bytes: bytes(),
      paint,
      list: await figure(page, 'window.listAt'),
      longest: await figure(page, 'window.longest'),
    };
  } finally {
    await phone.close();
  }
}

/** The longest task of the receiver's page, in ms, while a file comes. */
async function deafWhileReceiving(router: Router, path: string): Promise<number> {
  const [sender, receiver] = await Promise.all([
    Phone.open('Sender', router.plainUrl),
    Phone.start('Receiver', { initScript: WATCH }),
  ]);
  try {
    await receiver.open(router.plainUrl);
    await receiver.rename('Receiver');
    const { page } = receiver.chromium;
    await sender.waitForDevice('Receiver');
    await slowed(page, 4, false);
    await sender.sendFiles([path], ['Receiver']);
    await page.evaluate('window.longest = 0');
    await receiver.accept();
    await receiver.waitForState('film', 'Saved', { timeoutMs: 300_000 });
    return await figure(page, 'window.longest');
  } finally {
    await Promise.all([sender.close(), receiver.close()]);
  }
}

export async function run(options: Options): Promise<unknown> {
  const languages = (options['languages'] ?? 'en,ja').split(',');
  const rounds = Number(options['rounds'] ?? ROUNDS);
  const builds = [{ name: 'this build', dist: resolve('dist') }];
  if (options['against'] !== undefined) builds.unshift({ name: 'the other', dist: resolve(options['against']) });
  const files = await temporaryFolder('opening');
  const film = await randomFile(join(files.path, 'film.mov'), Number(options['bytes'] ?? BYTES));
  const routers = await Promise.all(
    builds.map(({ dist }) => Router.start(['--https-port', '0'], join(dist, 'router.mjs'))),
  );
  const hosts = await Promise.all(routers.map((router) => Phone.open('Hana', router.plainUrl)));
  const rows: string[][] = [];
  const results: unknown[] = [];
  try {
    const each = async (what: string, of: (router: Router) => Promise<Opening | number>, from = 0) => {
      const found: (Opening | number)[][] = builds.map(() => []);
      for (let round = 0; round < rounds; round++)
        for (const [index, router] of routers.entries()) if (index >= from) found[index]?.push(await of(router));
      for (const [index, { name }] of builds.entries()) {
        if (index < from) continue;
        const all = found[index] ?? [];
        const openings = all.filter((it) => typeof it !== 'number');
        const column = (of: keyof Opening, digits: number, by: number) =>
          openings.length === 0 ? '' : show(spread(openings.map((it) => it[of] / by)), digits);
        const longest = all.map((it) => (typeof it === 'number' ? it : it.longest));
        const row = [what, name, column('bytes', 1, 1000), column('paint', 2, 1000), column('list', 2, 1000)];
        rows.push([...row, show(spread(longest), 0)]);
        results.push({ what, build: name, rounds: all });
        process.stdout.write(`${rows.at(-1)?.join(' | ')}\n`);
      }
    };
    // What presses the buttons here knows those of this build alone.
    await each('4x, receiving', (router) => deafWhileReceiving(router, film), builds.length - 1);
    for (const language of languages)
      await each(`${language}: 6x, 1 Mb/s`, (router) => open(router, language, 6, true));
    await each(`${languages[0]}: 4x`, (router) => open(router, languages[0] ?? 'en', 4, false));
  } finally {
    await Promise.all(hosts.map((phone) => phone.close()));
    await Promise.all(routers.map((router) => router.stop()));
    await files.remove();
  }
  const head = ['', 'build', 'kB on the wire', 'first paint, s', 'list, s', 'longest task, ms'];
  process.stdout.write(renderTable({ title: 'Opening: median (middle half; all)', head, rows }));
  return results;
}
