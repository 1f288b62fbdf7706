/** What a volunteer shows to people: the address to open, as a QR code and in large letters. */
import { encode } from 'uqr';
import { isLoopback } from './findings.ts';
import { type Html, html } from './html.ts';
import type { Words } from './words.ts';

/** ISO/IEC 18004 section 9.1 asks for four modules of quiet zone around the code. */
const QUIET = 4;

export function address(urls: readonly string[], words: Words): Html | undefined {
  const [best, ...rest] = urls;
  if (best === undefined) return undefined;
  const others = rest.filter((url) => !isLoopback(url)); // of no use to anybody who is shown them
  return html`<section class="open" aria-labelledby="open">
<h2 id="open">${words.open}</h2>
${qrCode(best, words.qrCode(best))}
<p class="address">${inParts(best)}</p>
<p class="hint">${words.openHelp}</p>
<p class="hint"><a href="/poster">${words.poster}</a></p>
${
  others.length > 0 &&
  html`<p class="hint">${words.openOthers}</p><ul class="others">${others.map((url) => html`<li>${url.replace(/\/$/, '')}</li>`)}</ul>`
}
</section>`;
}

/** In lines of their own rather than broken anywhere. */
function inParts(url: string): Html {
  const { protocol, host } = new URL(url);
  return html`<span class="scheme">${protocol}//</span><wbr><span class="host">${host}</span>`;
}

/** Always dark on light, whatever the scheme: not every camera reads it the other way round. */
function qrCode(url: string, label: string): Html {
  const { data, size } = encode(url, { border: QUIET, ecc: 'M' });
  const modules = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return html`<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label="${label}" shape-rendering="crispEdges"><path d="${modules.join('')}"/></svg>`;
}
