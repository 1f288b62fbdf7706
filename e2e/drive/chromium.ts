/** Chromium, driven by Playwright through a pipe, which also reaches into a network namespace. */
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BrowserContext, chromium, type ElementHandle, type Page } from 'playwright-core';
import { type Browser, type BrowserOptions, PLAIN_HOST } from './browser.ts';
import { patient } from './patience.ts';

export const CHROMIUM = '/usr/bin/chromium';
/**
 * The same engine without the browser around it: it takes less than half as long to start. For pages whose tests need
 * nothing that the browser adds, such as its questions to the person, installing, or the list of downloads.
 */
export const CHROMIUM_PAGES = '/usr/bin/chromium-headless-shell';

/** Nothing may go out to the Internet: no update checks, no look-ups of the browser maker's hosts. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-gpu',
  '--no-first-run',
];

/** Longer than pressing the button may take, so that an unusable button is reported as such. */
const PICKER_MS = patient(60_000);
/** Playwright's own limit for starting a browser, for opening a page, and for all else. */
const STEP_MS = patient(30_000);

async function executable(options: BrowserOptions, program: string): Promise<string> {
  const before = [...options.prefix, ...(options.launcher === undefined ? [] : [options.launcher])];
  if (before.length === 0) return program;
  const wrapper = join(options.profile, 'run.sh');
  await writeFile(wrapper, `#!/bin/sh\nexec ${before.join(' ')} ${program} "$@"\n`);
  await chmod(wrapper, 0o755);
  return wrapper;
}

async function element(page: Page, expression: string): Promise<ElementHandle | undefined> {
  return (await page.evaluateHandle(expression)).asElement() ?? undefined;
}

/** The port, with the context and page for what only Chromium can show (CDP, accessibility tree). */
export type ChromiumBrowser = Browser & { readonly page: Page; readonly context: BrowserContext };

export async function launchChromium(options: BrowserOptions, program = CHROMIUM): Promise<ChromiumBrowser> {
  const context = await chromium.launchPersistentContext(join(options.profile, 'chromium'), {
    executablePath: await executable(options, program),
    headless: true,
    timeout: STEP_MS,
    handleSIGINT: options.prefix.length === 0, // in a namespace it ends with the world it was started in
    args: [...QUIET, `--host-resolver-rules=MAP ${PLAIN_HOST} 127.0.0.1`],
    locale: options.locale,
    viewport: options.viewport,
    colorScheme: options.colorScheme,
  });
  if (options.initScript !== undefined) await context.addInitScript(options.initScript);
  context.setDefaultTimeout(STEP_MS);
  const page = context.pages()[0] ?? (await context.newPage());
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });

  return {
    page,
    context,
    goto: async (url) => {
      await page.goto(url);
    },
    evaluate: (expression) => page.evaluate(expression),
    click: async (expression) => {
      const found = await element(page, expression);
      if (found === undefined) return false;
      await found.click({ timeout: patient(5_000) });
      return true;
    },
    fill: async (expression, text) => {
      const found = await element(page, expression);
      if (found === undefined) throw new Error('no field to fill');
      await found.fill(text);
    },
    key: (name) => page.keyboard.press(name),
    choose: async (trigger, paths) => {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser', { timeout: PICKER_MS }), trigger()]);
      await chooser.setFiles([...paths]);
    },
    download: async (trigger, folder) => {
      const [download] = await Promise.all([page.waitForEvent('download', { timeout: PICKER_MS }), trigger()]);
      const path = join(folder, download.suggestedFilename());
      await download.saveAs(path);
      return { path, name: download.suggestedFilename() };
    },
    screenshot: async (path) => {
      await page.screenshot({ path });
    },
    problems: () => problems,
    close: () => context.close(),
  };
}
