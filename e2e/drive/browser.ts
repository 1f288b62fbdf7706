/** Port to one real browser. `chromium.ts`, `firefox.ts` and `webkit.ts` implement it; `phone.ts` is the only user. */

/**
 * A host name that leads to this machine in every browser started here. Unlike 127.0.0.1 it gives no secure context.
 */
export const PLAIN_HOST = 'hikyaku.test';

export type BrowserOptions = {
  /** Folder for this browser's profile. */
  readonly profile: string;
  /** Language of the browser and of the page. */
  readonly locale: string;
  readonly viewport: { readonly width: number; readonly height: number };
  readonly colorScheme: 'light' | 'dark';
  /** Words before the browser's command, such as `ip netns exec NAME`. */
  readonly prefix: readonly string[];
  /** A program that receives the browser's command, may change it, and then becomes the browser. */
  readonly launcher?: string;
  /** Script that runs in every page before the page's own. */
  readonly initScript?: string;
};

export type Download = { readonly path: string; readonly name: string };

export type Browser = {
  goto(url: string): Promise<void>;
  /** The value of an expression in the page, awaited. */
  evaluate(expression: string): Promise<unknown>;
  /** Clicks, as a pointer does, the element that the expression gives; false when it gives none. */
  click(expression: string): Promise<boolean>;
  /** Replaces the text of a field. */
  fill(expression: string, text: string): Promise<void>;
  /** Presses a key such as `Tab` or `Enter`, or a letter. */
  key(name: string): Promise<void>;
  /** Answers the file picker that `trigger` opens; several paths, or one folder. */
  choose(trigger: () => Promise<void>, paths: readonly string[]): Promise<void>;
  /** Waits until the download that `trigger` starts is complete in `folder`. `name` is what the page asked for. */
  download(trigger: () => Promise<void>, folder: string): Promise<Download>;
  screenshot(path: string): Promise<void>;
  /** Uncaught exceptions and error lines of the page so far. */
  problems(): readonly string[];
  close(): Promise<void>;
};
