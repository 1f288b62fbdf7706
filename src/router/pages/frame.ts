/** What every page of the router begins with. */
import { type Html, html } from './html.ts';
import { directionOf, type Language } from './language.ts';

export type Frame = {
  /** Of the page as a whole; parts of it may be marked with another one. */
  readonly language: Language;
  readonly title: string;
  /** Path of its style sheet. */
  readonly style: string;
  /** What only this page has in its head. */
  readonly head?: Html;
};

export function framed({ language, title, style, head }: Frame, body: Html): Html {
  // The colour scheme stands here as well, so that nothing flashes white before the style sheet comes. The last line keeps
  // phones from taking addresses for telephone numbers.
  return html`<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no">
<title>${title}</title>${head}
<link rel="stylesheet" href="${style}">
</head>
<body>
${body}
</body>
</html>
`;
}

/** The icon in a browser's tab. Not for pages in a captive window, which has no tab and no time to load it. */
export const ICON = html`<link rel="icon" href="/favicon.svg" type="image/svg+xml">`;
