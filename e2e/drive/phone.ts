/**
 * A person's device: one real browser process with its own profile, used only through what the page tells assistive
 * technology (docs/names.md, "accessible names"). Every wait ends with a change of the page, never with a clock.
 */
import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import type { Browser, BrowserOptions, Download } from './browser.ts';
import { CHROMIUM_PAGES, type ChromiumBrowser, launchChromium } from './chromium.ts';
import { temporaryFolder } from './files.ts';
import { launchFirefox } from './firefox.ts';
import type { OfferScreen, RowQuery, State, Status, Target, TransferRow } from './page/screen.ts';
import { findProcess, killAll, memoryBytes, processTree } from './process-tree.ts';
import { REACTION_MS, Screen } from './screen.ts';
import { type Engine, launchWebKit } from './webkit.ts';

export type { State, TransferRow } from './page/screen.ts';

export type PhoneOptions = Partial<Omit<BrowserOptions, 'profile'>> & {
  /** `pages`: Chromium without the browser around its pages, which costs less than half. */
  readonly browser?: 'chromium' | 'pages' | 'firefox' | Engine;
};

/** How long a transfer may take, in milliseconds. */
const TRANSFER_MS = 150_000;

const OFFER = { role: ['dialog', 'alertdialog'], name: 'Incoming files' } as const;
const SEND_NOW = { role: 'button', name: 'Send now' } as const;
const DEVICES = { role: 'list', name: 'Devices' } as const;

/** Names a row of the list of transfers: by file, other device, or any text that the row shows. */
export type Which = string | readonly string[];
const rowQuery = (which: Which): RowQuery => ({ texts: typeof which === 'string' ? [which] : which });

function launcherOf(browser: NonNullable<PhoneOptions['browser']>): (options: BrowserOptions) => Promise<Browser> {
  if (browser === 'chromium') return launchChromium;
  if (browser === 'pages') return (options) => launchChromium(options, CHROMIUM_PAGES);
  if (browser === 'firefox') return launchFirefox;
  return (options) => launchWebKit(browser, options);
}

export class Phone extends Screen {
  readonly #profile: { path: string; remove: () => Promise<void> };
  #dead = false;

  private constructor(name: string, browser: Browser, profile: { path: string; remove: () => Promise<void> }) {
    super(name, browser);
    this.#profile = profile;
  }

  /** Starts a browser. It shows nothing yet: call `open` next. */
  static async start(name: string, options: PhoneOptions = {}): Promise<Phone> {
    const profile = await temporaryFolder(`phone-${randomUUID().slice(0, 8)}`);
    const launch = launcherOf(options.browser ?? 'chromium');
    try {
      const browser = await launch({
        profile: profile.path,
        locale: options.locale ?? 'en-US',
        viewport: options.viewport ?? { width: 412, height: 892 },
        colorScheme: options.colorScheme ?? 'light',
        prefix: options.prefix ?? [],
        ...(options.launcher === undefined ? {} : { launcher: options.launcher }),
        ...(options.initScript === undefined ? {} : { initScript: options.initScript }),
      });
      return new Phone(name, browser, profile);
    } catch (error) {
      await profile.remove();
      throw error;
    }
  }

  /** Starts a browser, opens the app, gives it the phone's name, and waits until it is online. */
  static async open(name: string, url: string, options: PhoneOptions = {}): Promise<Phone> {
    const phone = await Phone.start(name, options);
    try {
      await phone.open(url);
      await phone.waitForStatus('Online');
      await phone.rename(name);
      return phone;
    } catch (error) {
      await phone.close();
      throw error;
    }
  }

  async open(url: string): Promise<void> {
    await this.browser.goto(url);
  }

  /** To the screen about this router and this device, which has what is seldom needed. */
  async goHere(): Promise<void> {
    await this.press({ role: 'link', prefix: 'Online' });
  }

  async goHome(): Promise<void> {
    await this.press({ role: 'link', prefix: 'People' }); // the count of new messages may follow
  }

  async goReceived(): Promise<void> {
    await this.press({ role: 'link', prefix: 'Received' });
  }

  // Who is here

  async rename(name: string): Promise<void> {
    await this.press({ role: 'button', prefix: 'Your name:' });
    const field: Target = { role: 'textbox' };
    await this.wait('find', field);
    await this.browser.fill(await this.call('find', [field]), name);
    await this.browser.key('Enter');
    await this.wait('find', { role: 'button', name: `Your name: ${name}` });
  }

  async devices(): Promise<readonly string[]> {
    return (await this.read('devices', [])) as string[];
  }

  async waitForDevice(name: string): Promise<void> {
    await this.wait('device', name);
  }

  async waitForDeviceToLeave(name: string): Promise<void> {
    await this.wait('noDevice', name, 2 * REACTION_MS);
  }

  async status(): Promise<Status | null> {
    return (await this.read('status', [])) as Status | null;
  }

  async waitForStatus(status: Status, timeoutMs = REACTION_MS): Promise<void> {
    await this.wait('status', status, timeoutMs);
  }

  // Sending

  /** Chooses the files, then the devices, as a person does. Resolves when each device has its transfer in the list. */
  async sendFiles(paths: readonly string[], to: readonly string[]): Promise<void> {
    await this.#send('Choose files', paths, to);
  }

  async sendFolder(path: string, to: readonly string[]): Promise<void> {
    await this.#send('Choose folder', [path], to);
  }

  async #send(button: string, paths: readonly string[], to: readonly string[]): Promise<void> {
    const before = (await this.transfers()).length;
    await this.chooseFiles(button, paths);
    if (to.length > 1) await this.press({ role: 'button', name: 'Send to several' });
    for (const name of to) await this.press({ role: 'button', prefix: name, in: DEVICES });
    if (to.length > 1) await this.press({ role: 'button', name: 'Send' });
    await this.sendNow(before + to.length);
  }

  /** Presses a device for which files are chosen, and skips the time for undoing. */
  async sendChosen(to: string): Promise<void> {
    const before = (await this.transfers()).length;
    await this.press({ role: 'button', prefix: to, in: DEVICES });
    await this.sendNow(before + 1);
  }

  /**
   * Skips the seconds in which a send can be undone. Resolves when at least `rowsThen` transfers are listed. On a busy
   * machine the seconds may be over before the button is found or pressed.
   */
  async sendNow(rowsThen: number): Promise<void> {
    while ((await this.wait('departing', rowsThen)) === 'waits')
      await this.browser.click(await this.call('find', [SEND_NOW])).catch(() => false);
    await this.wait('rowCount', rowsThen);
  }

  async chooseFiles(button: string, paths: readonly string[]): Promise<void> {
    await this.pick({ role: 'button', name: button }, paths);
  }

  /** Presses what opens the file picker, and answers it. */
  async pick(target: Target, paths: readonly string[]): Promise<void> {
    await this.browser.choose(() => this.press(target), paths);
  }

  // Receiving

  /** Waits for an offer and reads it. */
  async offer(timeoutMs = REACTION_MS): Promise<OfferScreen> {
    return (await this.wait('offer', undefined as never, timeoutMs)) as OfferScreen;
  }

  /** Waits until the offer of a file with this name is the one on the screen. */
  async offerOf(file: string): Promise<OfferScreen> {
    return (await this.wait('offerOf', file)) as OfferScreen;
  }

  async waitForNoOffer(): Promise<void> {
    await this.wait('gone', OFFER);
  }

  /** Accepts everything, or only the files with the given names. */
  async accept(only?: readonly string[]): Promise<void> {
    await this.offer();
    if (only !== undefined) {
      await this.press({ role: 'button', name: 'Choose some', in: OFFER });
      const { checkboxes } = await this.offer();
      for (const name of checkboxes) {
        const wanted = only.some((part) => name.includes(part));
        const target: Target = { role: 'checkbox', name, in: OFFER };
        if (!wanted && (await this.#isChecked(target))) await this.press(target);
      }
    }
    await this.#answer('Accept');
  }

  async decline(): Promise<void> {
    await this.offer();
    await this.#answer('Decline');
  }

  /** Presses an answer and waits until this very offer has left the screen. */
  async #answer(button: string): Promise<void> {
    await this.read('rememberOffer', []);
    await this.press({ role: 'button', name: button, in: OFFER });
    await this.wait('answered', undefined as never);
  }

  async #isChecked(target: Target): Promise<boolean> {
    return (await this.read('isChecked', [target])) === true;
  }

  /** Saves a finished transfer to the person's disk: the file itself, or one archive of several files. */
  async save(which: Which, folder: string, button = 'Save to device'): Promise<Download> {
    const transfer = rowQuery(which);
    await mkdir(folder, { recursive: true });
    return this.browser.download(() => this.press({ role: ['button', 'link'], name: button, transfer }), folder);
  }

  /** Saves what is open in the inbox, with the button of that name. */
  async saveHere(button: string, folder: string): Promise<Download> {
    await mkdir(folder, { recursive: true });
    return this.browser.download(() => this.press({ role: ['button', 'link'], name: button }), folder);
  }

  // Transfers

  async transfers(): Promise<readonly TransferRow[]> {
    return (await this.read('transfers', [])) as TransferRow[];
  }

  async transfer(which: Which): Promise<TransferRow> {
    const row = (await this.read('transfer', [rowQuery(which)])) as TransferRow | null;
    if (row === null) throw new Error(`${this.name}: no transfer with ${String(which)}. ${await this.says()}`);
    return row;
  }

  /** Waits until the transfer shows one of the states and at least this progress (in percent). */
  async waitForState(
    which: Which,
    states: State | readonly State[],
    { progress = 0, timeoutMs = TRANSFER_MS }: { progress?: number; timeoutMs?: number } = {},
  ): Promise<TransferRow> {
    const wanted = { query: rowQuery(which), states: typeof states === 'string' ? [states] : states, progress };
    return (await this.wait('row', wanted, timeoutMs)) as TransferRow;
  }

  /** Waits until the transfer has ended in any way. */
  async waitForEnd(which: Which, timeoutMs = TRANSFER_MS): Promise<TransferRow> {
    const ends = ['Interrupted', 'Saved', 'Sent', 'Declined', 'Cancelled', 'Failed'] as const;
    return this.waitForState(which, ends, { timeoutMs });
  }

  async cancel(which: Which): Promise<void> {
    await this.press({ role: 'button', name: 'Cancel', transfer: rowQuery(which) });
  }

  /** Takes an ended transfer off the list. */
  async hide(which: Which): Promise<void> {
    const button: Target = { role: 'button', name: 'Hide', transfer: rowQuery(which) };
    await this.press(button);
    await this.wait('gone', button);
  }

  // Everything else

  async chooseByKeyboard(button: string, paths: readonly string[]): Promise<void> {
    await this.browser.choose(() => this.pressByKeyboard({ role: 'button', name: button }), paths);
  }

  async saveByKeyboard(which: Which, folder: string, button = 'Save to device'): Promise<Download> {
    const target: Target = { role: ['button', 'link'], name: button, transfer: rowQuery(which) };
    await mkdir(folder, { recursive: true });
    return this.browser.download(() => this.pressByKeyboard(target), folder);
  }

  async namelessControls(): Promise<readonly string[]> {
    return (await this.read('namelessControls', [])) as string[];
  }

  async screenshot(path: string): Promise<void> {
    await this.browser.screenshot(path);
  }

  /** Uncaught exceptions of the page; a healthy app never has any. */
  uncaught(): readonly string[] {
    return this.browser.problems().filter((problem) => problem.startsWith('uncaught'));
  }

  /** The parts that only Chromium has. */
  get chromium(): ChromiumBrowser {
    if (!('page' in this.browser)) throw new Error(`${this.name} is no Chromium`);
    return this.browser as ChromiumBrowser;
  }

  /** Process id of the browser itself; renderers and helpers are its descendants. */
  get pid(): number {
    const pid = findProcess(this.#profile.path);
    if (pid === undefined) throw new Error(`${this.name} has no process`);
    return pid;
  }

  /** Memory of the browser with all its processes, in bytes. */
  memoryBytes(): number {
    return memoryBytes(processTree(this.pid));
  }

  /** The battery falls out: every process of the browser ends at once, without a goodbye. */
  kill(): void {
    this.#dead = true;
    killAll(processTree(this.pid));
  }

  async close(): Promise<void> {
    if (!this.#dead) await this.browser.close();
    this.#dead = true;
    await this.#profile.remove();
  }
}
