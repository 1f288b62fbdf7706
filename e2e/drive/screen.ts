/**
 * The page in a browser, as assistive technology and a keyboard find it. Waits end with a change of the page, not with
 * a clock.
 */
import { setTimeout } from 'node:timers/promises';
import type { Browser } from './browser.ts';
import { callOf } from './page/inject.ts';
import type { everything, Probes, Sight, Target } from './page/screen.ts';
import { patient } from './patience.ts';

/** How long a person would wait for the page to react, in milliseconds. */
export const REACTION_MS = 30_000;

/** More stops than any page of the app has, including the browser's own. */
const MOST_TAB_STOPS = 80;

/** Firefox leaves a question unanswered that is put to a page just as it is left; the next page is asked anew. */
const NO_ANSWER = Symbol('no answer');
/** What a page gets beyond the time in which it should answer, in ms. */
const GRACE_MS = 10_000;

export class Screen {
  /** Name of the device, for error messages. */
  readonly name: string;
  protected readonly browser: Browser;

  protected constructor(name: string, browser: Browser) {
    this.name = name;
    this.browser = browser;
  }

  /** Waits until the target is there and can be used, and clicks it. */
  async press(target: Target): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      await this.wait('find', target);
      try {
        if (await this.browser.click(await this.call('find', [target]))) return;
      } catch (error) {
        // The page drew the target anew between finding and clicking.
        if (attempt === 3) throw error;
      }
    }
  }

  /** Waits until the target is there and can be used, and says whether it can be touched without scrolling. */
  async sightOf(target: Target): Promise<Sight> {
    await this.wait('find', target);
    return (await this.read('sightOf', [target])) as Sight;
  }

  /** Takes the entry of that value of a `select`. */
  async chooseEntry(target: Target, value: string): Promise<void> {
    await this.wait('find', target);
    await this.read('chooseEntry', [target, value]);
  }

  async key(name: string): Promise<void> {
    await this.browser.key(name);
  }

  /** Moves the focus to the target with the Tab key and presses Enter. */
  async pressByKeyboard(target: Target): Promise<void> {
    await this.wait('find', target);
    for (let presses = 0; presses < MOST_TAB_STOPS; presses++) {
      if ((await this.read('hasFocus', [target])) === true) return this.key('Enter');
      await this.key('Tab');
    }
    throw new Error(`${this.name}: Tab never reaches ${JSON.stringify(target)}`);
  }

  /** Resolves when the target is there and can be used. */
  async waitFor(target: Target, timeoutMs = REACTION_MS): Promise<void> {
    await this.wait('find', target, timeoutMs);
  }

  /** Puts `text` in the place of what stands in a field. */
  async write(target: Target, text: string): Promise<void> {
    await this.wait('find', target);
    await this.browser.fill(await this.call('find', [target]), text);
  }

  /** Resolves to the text of the item of the list of that name in which every text occurs. */
  async waitForItem(list: string, texts: readonly string[], timeoutMs = REACTION_MS): Promise<string> {
    return (await this.wait('listed', { list, texts }, timeoutMs)) as string;
  }

  async waitForNoItem(list: string, texts: readonly string[], timeoutMs = REACTION_MS): Promise<void> {
    await this.wait('unlisted', { list, texts }, timeoutMs);
  }

  async waitForText(text: string, timeoutMs = REACTION_MS): Promise<void> {
    await this.wait('text', text, timeoutMs);
  }

  async text(): Promise<ReturnType<typeof everything>> {
    return (await this.read('everything', [])) as string;
  }

  async evaluate(expression: string): Promise<unknown> {
    return this.browser.evaluate(expression);
  }

  protected call(name: string, args: readonly unknown[]): Promise<string> {
    return callOf('./screen.ts', name, args);
  }

  protected async read(name: string, args: readonly unknown[]): Promise<unknown> {
    return this.browser.evaluate(await this.call(name, args));
  }

  protected async wait<P extends keyof Probes>(
    probe: P,
    argument: Parameters<Probes[P]>[0],
    timeoutMs = REACTION_MS,
  ): Promise<unknown> {
    const ask = () =>
      Promise.race([
        this.read('waitFor', [probe, argument ?? null, patient(timeoutMs)]),
        setTimeout(patient(timeoutMs + GRACE_MS), NO_ANSWER, { ref: false }),
      ]);
    let found = await ask();
    if (found === NO_ANSWER) found = await ask();
    if (found === NO_ANSWER) throw new Error(`${this.name}: the page does not answer if there is ${probe}`);
    if (found === null || found === undefined) {
      const wanted = argument === undefined ? '' : ` ${JSON.stringify(argument)}`;
      throw new Error(`${this.name}: waited in vain for ${probe}${wanted}. ${await this.says()}`);
    }
    return found;
  }

  protected async says(): Promise<string> {
    const problems = this.browser.problems();
    const trouble = problems.length === 0 ? '' : `\nIts console: ${problems.slice(-5).join('\n')}`;
    return `The page says: ${await this.text()}${trouble}`;
  }
}
