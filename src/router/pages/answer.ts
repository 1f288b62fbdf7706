/** What is answered to one HTTP request, as a value. */
import type { Html } from './html.ts';
import type { Language } from './language.ts';

export type Answer = {
  readonly status: number;
  readonly contentType: string;
  readonly body: string | Uint8Array;
  /** In addition to those that every answer has. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Digest of the one inline script that it has, as a policy names it. */
  readonly inlineScript?: string | undefined;
};

/** A page, which is always text. */
export type Page = Answer & { readonly body: string };

export const TEXT = 'text/plain; charset=utf-8';
const HTML = 'text/html; charset=utf-8';
const CSS = 'text/css; charset=utf-8';

type PageHeaders = {
  /** The language chosen for this visitor; absent where a page speaks all languages at once. */
  readonly language?: Language;
  readonly headers?: Readonly<Record<string, string>>;
};

export function page(body: Html, { language, headers }: PageHeaders = {}): Page {
  const chosen = language !== undefined && { 'Content-Language': language, Vary: 'Accept-Language' };
  return { status: 200, contentType: HTML, body: body.html, headers: { ...chosen, ...headers } };
}

export const style = (body: string): Answer => ({ status: 200, contentType: CSS, body });
