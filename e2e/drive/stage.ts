/** What most browser tests need: a router, a folder for files, and phones that are closed at the end. */
import { join } from 'node:path';
import { temporaryFolder } from './files.ts';
import { Phone, type PhoneOptions } from './phone.ts';
import { Router } from './router.ts';

export const MB = 1_000_000;

/**
 * `plain`: a name of the router on plain HTTP, no secure context, storage in IndexedDB, as on a phone without
 * preparation. `secure`: loopback, a secure context, storage in OPFS.
 */
export type Context = 'plain' | 'secure';

type PhoneBrowser = NonNullable<PhoneOptions['browser']>;
type StageOptions = { readonly program?: string; readonly browser?: PhoneBrowser };

export class Stage {
  readonly router: Router;
  readonly #folder: { path: string; remove: () => Promise<void> };
  readonly #browser: PhoneBrowser;
  readonly #phones = new Set<Phone>();

  private constructor(router: Router, folder: { path: string; remove: () => Promise<void> }, browser: PhoneBrowser) {
    this.router = router;
    this.#folder = folder;
    this.#browser = browser;
  }

  /** `program`: a built router other than the usual one. `browser`: that of all phones for which no other is named. */
  static async set({ program, browser = 'chromium' }: StageOptions = {}): Promise<Stage> {
    return new Stage(await Router.start([], program), await temporaryFolder('files'), browser);
  }

  url(context: Context): string {
    return context === 'plain' ? this.router.plainUrl : this.router.url;
  }

  /** A path in this stage's folder. */
  path(...parts: readonly string[]): string {
    return join(this.#folder.path, ...parts);
  }

  /** A phone that shows the app and is online. */
  async phone(name: string, context: Context = 'plain', options: PhoneOptions = {}): Promise<Phone> {
    const phone = await Phone.open(name, this.url(context), { browser: this.#browser, ...options });
    this.#phones.add(phone);
    return phone;
  }

  /** A browser that shows no page yet. */
  async stranger(name: string, options: PhoneOptions = {}): Promise<Phone> {
    const phone = await Phone.start(name, { browser: this.#browser, ...options });
    this.#phones.add(phone);
    return phone;
  }

  /** Closes one phone before the test file ends. */
  async leave(phone: Phone): Promise<void> {
    this.#phones.delete(phone);
    const uncaught = phone.uncaught();
    await phone.close();
    if (uncaught.length > 0) throw new Error(`exceptions on ${phone.name}: ${uncaught.join('\n')}`);
  }

  /** Ends everything. An uncaught exception in any page fails the test file. */
  async strike(): Promise<void> {
    try {
      await Promise.all([...this.#phones].map((phone) => this.leave(phone)));
    } finally {
      await this.router.stop();
      await this.#folder.remove();
    }
  }
}

/** Waits until each phone lists the others. */
export async function together(...phones: readonly Phone[]): Promise<void> {
  for (const phone of phones) {
    for (const other of phones) if (other !== phone) await phone.waitForDevice(other.name);
  }
}
