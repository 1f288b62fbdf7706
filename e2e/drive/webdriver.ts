/** A session of W3C WebDriver, as far as the browsers of `webkit.ts` are driven with it. */
import { writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/** How WebDriver names an element (W3C WebDriver, section 11). */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
/** Time between two tests whether the driver listens, in milliseconds; it does not announce that. */
const LOOK_MS = 50;
const STARTING_MS = 60_000;
/** Longer than any wait of `phone.ts` within the page, in milliseconds. */
const SCRIPT_MS = 300_000;
/** Keys without a letter (W3C WebDriver, section 17.4.2). */
const KEYS: Readonly<Record<string, string>> = { Enter: '\uE007', Tab: '\uE004', Escape: '\uE00C' };

type Value = Readonly<Record<string, unknown>>;

export class WebDriverSession {
  readonly #url: string;

  private constructor(url: string) {
    this.#url = url;
  }

  /** `base`: where the driver listens, or will soon. */
  static async start(base: string, capabilities: Value): Promise<WebDriverSession> {
    await listening(base);
    const made = await ask(`${base}/session`, { capabilities: { alwaysMatch: capabilities } });
    const session = new WebDriverSession(`${base}/session/${(made as Value)['sessionId']}`);
    await session.#ask('timeouts', { script: SCRIPT_MS });
    return session;
  }

  async goto(url: string): Promise<void> {
    await this.#ask('url', { url });
  }

  async resize(width: number, height: number): Promise<void> {
    await this.#ask('window/rect', { width, height });
  }

  /** The value of an expression in the page, awaited. */
  async evaluate(expression: string): Promise<unknown> {
    const script = `const done = arguments[arguments.length - 1];
      const value = () => (${expression});
      Promise.resolve().then(value).then((it) => done({ it: it ?? null }), (error) => done({ error: String(error) }));`;
    const got = (await this.#ask('execute/async', { script, args: [] })) as { it?: unknown; error?: string };
    if (got.error !== undefined) throw new Error(got.error);
    return got.it;
  }

  /** The element that the expression gives, for `click` and `type`. */
  async element(expression: string): Promise<string | undefined> {
    const script = `const it = (${expression}); it?.scrollIntoView({ block: 'center', behavior: 'instant' }); return it ?? null`;
    const got = (await this.#ask('execute/sync', { script, args: [] })) as Readonly<Record<string, string>> | null;
    return got?.[ELEMENT];
  }

  /** False when the element has moved away from under the pointer, so that something else was pressed. */
  async click(element: string): Promise<boolean> {
    const args = [{ [ELEMENT]: element }];
    const watch = `const [it] = arguments; globalThis.pressed = false;
      it.addEventListener('click', () => { globalThis.pressed = true; }, { capture: true, once: true });`;
    await this.#ask('execute/sync', { script: watch, args });
    await this.#ask(`element/${element}/click`, {});
    // What is pressed may lead to another page, which knows nothing of it.
    const wasHeard = 'return globalThis.pressed !== false';
    return (await this.#ask('execute/sync', { script: wasHeard, args: [] }).catch(() => true)) === true;
  }

  /** In place of what is there. */
  async fill(element: string, text: string): Promise<void> {
    await this.#ask(`element/${element}/clear`, {});
    await this.#ask(`element/${element}/value`, { text });
  }

  /** For a field of files: paths, one in each line. */
  async put(element: string, text: string): Promise<void> {
    await this.#ask(`element/${element}/value`, { text });
  }

  async key(name: string): Promise<void> {
    const value = KEYS[name] ?? name;
    const presses = [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ];
    await this.#ask('actions', { actions: [{ type: 'key', id: 'keyboard', actions: presses }] });
  }

  async screenshot(path: string): Promise<void> {
    const response = await fetch(`${this.#url}/screenshot`);
    const { value } = (await response.json()) as { readonly value: string };
    await writeFile(path, Buffer.from(value, 'base64'));
  }

  async end(): Promise<void> {
    await fetch(this.#url, { method: 'DELETE' }).catch(() => {});
  }

  #ask(command: string, body: unknown): Promise<unknown> {
    return ask(`${this.#url}/${command}`, body);
  }
}

async function listening(base: string): Promise<void> {
  for (const end = Date.now() + STARTING_MS; ; await pause(LOOK_MS)) {
    const answer = await fetch(`${base}/status`).catch(() => undefined);
    if (answer?.ok) return;
    if (Date.now() > end) throw new Error(`no WebDriver at ${base}`);
  }
}

async function ask(url: string, body: unknown): Promise<unknown> {
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
  const { value } = (await response.json()) as { readonly value: unknown };
  if (!response.ok) throw new Error(`${url}: ${JSON.stringify(value)}`);
  return value;
}
