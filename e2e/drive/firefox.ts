/** Firefox ESR, driven by Puppeteer over WebDriver BiDi. */
import { chmod, mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type ElementHandle, type KeyInput, launch, type Page } from 'puppeteer-core';
import { type Browser, type BrowserOptions, PLAIN_HOST } from './browser.ts';
import { openTunnel } from './tunnel.ts';

export const FIREFOX = '/usr/bin/firefox-esr';

/** Nothing may go out to the Internet, and nothing may ask a person. */
const QUIET = {
  'app.update.auto': false,
  'browser.region.network.url': '',
  'browser.safebrowsing.downloads.enabled': false,
  'browser.search.update': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'toolkit.telemetry.enabled': false,
};

/**
 * Firefox's own log lines that look like exceptions: a refused socket, and a path to another device that did not open.
 */
const OWN_LOG = ['Firefox can’t establish a connection', 'WebRTC: ICE failed'];

/** Longer than pressing the button may take, so that an unusable button is reported as such. */
const PICKER_MS = 60_000;

async function executable(options: BrowserOptions): Promise<string> {
  const before = [...options.prefix, ...(options.launcher === undefined ? [] : [options.launcher])];
  if (before.length === 0) return FIREFOX;
  const wrapper = join(options.profile, 'run.sh');
  await writeFile(wrapper, `#!/bin/sh\nexec ${before.join(' ')} ${FIREFOX} "$@"\n`);
  await chmod(wrapper, 0o755);
  return wrapper;
}

/** Firefox leaves unanswered what is asked of a page just as it is left: then whoever asked asks again, after so many ms. */
const LEFT_MS = 10_000;

/** The answer, or an error where there is none. */
const answered = <T>(answer: Promise<T>): Promise<T> =>
  Promise.race([
    answer,
    setTimeout(LEFT_MS, undefined, { ref: false }).then(() => {
      throw new Error('the page does not answer');
    }),
  ]);

async function element(page: Page, expression: string): Promise<ElementHandle<Element> | undefined> {
  const handle = await answered(page.evaluateHandle(expression));
  return (handle.asElement() as ElementHandle<Element> | null) ?? undefined;
}

/** The events of WebDriver BiDi that Puppeteer receives but does not expose. */
type Connection = {
  on(event: string, handler: (event: unknown) => void): void;
  off(event: string, handler: (event: unknown) => void): void;
};
type DownloadEnd = { readonly status: 'complete' | 'canceled'; readonly filepath?: string | null };
type DownloadBegin = { readonly suggestedFilename: string };

function nextEvent<T>(connection: Connection, name: string): Promise<T> {
  return new Promise((resolve) => {
    const handler = (event: unknown) => {
      connection.off(name, handler);
      resolve(event as T);
    };
    connection.on(name, handler);
  });
}

const preferences = ({ locale, colorScheme }: BrowserOptions, downloads: string) => ({
  ...QUIET,
  'network.dns.localDomains': PLAIN_HOST,
  'intl.accept_languages': locale,
  'ui.systemUsesDarkTheme': colorScheme === 'dark' ? 1 : 0,
  'browser.download.folderList': 2,
  'browser.download.dir': downloads,
  'browser.download.useDownloadDir': true,
  'browser.download.alwaysOpenPanel': false,
});

export async function launchFirefox(options: BrowserOptions): Promise<Browser> {
  const downloads = join(options.profile, 'downloads');
  const profile = join(options.profile, 'firefox');
  await mkdir(downloads, { recursive: true });
  await mkdir(profile, { recursive: true });
  // Firefox is driven over a socket, which is out of reach in another network namespace: a tunnel leads to the same
  // port there.
  const tunnel = options.prefix.length === 0 ? undefined : await openTunnel(options.prefix);
  const browser = await launch({
    browser: 'firefox',
    ...(tunnel && { debuggingPort: tunnel.port }),
    executablePath: await executable(options),
    headless: true,
    handleSIGINT: tunnel === undefined, // in a namespace it ends with the world it was started in
    userDataDir: profile,
    defaultViewport: options.viewport,
    protocolTimeout: 0, // each wait has its own limit
    extraPrefsFirefox: preferences(options, downloads),
  });
  const { connection } = browser as unknown as { readonly connection: Connection };
  const page = (await browser.pages())[0] ?? (await browser.newPage());
  await page.setViewport(options.viewport);
  if (options.initScript !== undefined) await page.evaluateOnNewDocument(options.initScript);
  const problems = problemsOf(page);
  return {
    ...hands(page),
    download: async (trigger, folder) => {
      const { filepath, name } = await downloaded(connection, trigger);
      const path = join(folder, name);
      await rename(filepath, path);
      return { path, name };
    },
    problems: () => problems,
    close: async () => {
      await browser.close();
      tunnel?.close();
    },
  };
}

/** What the page throws and logs, as it comes. */
function problemsOf(page: Page): readonly string[] {
  const problems: string[] = [];
  page.on('pageerror', (error) => {
    const message = error instanceof Error ? error.message : String(error);
    problems.push(OWN_LOG.some((start) => message.startsWith(start)) ? message : `uncaught: ${message}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  return problems;
}

async function downloaded(connection: Connection, trigger: () => Promise<unknown>) {
  const begin = nextEvent<DownloadBegin>(connection, 'browsingContext.downloadWillBegin');
  const end = nextEvent<DownloadEnd>(connection, 'browsingContext.downloadEnd');
  await trigger();
  const { suggestedFilename: name } = await begin;
  const { status, filepath } = await end;
  if (typeof filepath !== 'string') throw new Error(`the download of ${name} was ${status}`);
  return { filepath, name };
}

/** Longer than any wait in a page of Firefox, and shorter than a test: then it says which question hangs. */
const SILENT_MS = 150_000;

/** What a person can do with a page and see of it. */
const hands = (page: Page): Omit<Browser, 'download' | 'problems' | 'close'> => ({
  goto: async (url) => {
    await page.goto(url);
  },
  evaluate: (expression) =>
    Promise.race([
      page.evaluate(expression),
      setTimeout(SILENT_MS, undefined, { ref: false }).then(() => {
        throw new Error(`no answer to ${expression.slice(-200)}`);
      }),
    ]),
  click: async (expression) => {
    const found = await element(page, expression);
    if (found === undefined) return false;
    // Puppeteer presses whatever lies there: a sheet at the lower edge, for instance. A person scrolls past it.
    const watch = found.evaluate((it) => {
      Reflect.set(globalThis, 'pressed', false);
      it.addEventListener('click', () => Reflect.set(globalThis, 'pressed', true), { capture: true, once: true });
      const { left, top, width, height } = it.getBoundingClientRect();
      const over = document.elementFromPoint(left + width / 2, top + height / 2);
      if (!it.contains(over)) it.scrollIntoView({ block: 'center', behavior: 'instant' });
    });
    await answered(watch);
    // What is pressed may lead to another page, or take itself away. It may also have moved, and something else was pressed.
    const wasHeard = () => found.evaluate(() => Reflect.get(globalThis, 'pressed') !== false);
    return answered(found.click().then(wasHeard)).catch(() => true);
  },
  fill: async (expression, text) => {
    const found = await element(page, expression);
    if (found === undefined) throw new Error('no field to fill');
    await found.click({ count: 3 });
    await page.keyboard.type(text);
  },
  key: (name) => page.keyboard.press(name as KeyInput),
  choose: async (trigger, paths) => {
    const [chooser] = await Promise.all([page.waitForFileChooser({ timeout: PICKER_MS }), trigger()]);
    await chooser.accept([...paths]);
  },
  screenshot: async (path) => {
    await page.screenshot({ path: path as `${string}.png` });
  },
});
