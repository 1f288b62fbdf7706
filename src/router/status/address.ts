/** What a volunteer shows to people: the address to open, as a QR code and in large letters. */
import { addressParts } from '../pages/address.ts';
import { type Html, html } from '../pages/html.ts';
import { qrSvg } from '../pages/qr.ts';
import { isLoopback } from './findings.ts';
import type { Told } from './spoken.ts';

export function address(urls: readonly string[], { words, speech: { say, plain } }: Told): Html | undefined {
  const [best, ...rest] = urls;
  if (best === undefined) return undefined;
  const others = rest.filter((url) => !isLoopback(url)); // useless to anybody else
  return html`<section class="open" aria-labelledby="open">
<h2 id="open">${say(words.open)}</h2>
${qrSvg(best, plain(words.qrCode, { url: best }))}
<p class="address">${addressParts(best)}</p>
<p class="hint">${say(words.openHelp)}</p>
<p class="hint"><a href="/poster">${say(words.poster)}</a></p>
${
  others.length > 0 &&
  html`<p class="hint">${say(words.openOthers)}</p><ul class="others">${others.map((url) => html`<li>${url.replace(/\/$/, '')}</li>`)}</ul>`
}
</section>`;
}
