/** An address to be read aloud, typed or copied by hand. */
import { type Html, html } from './html.ts';

const NUMBERS = /^[\d.]+$|^\[/;

/**
 * In parts that a style sheet tells apart: `scheme` is what people know by heart, and that it is there keeps browsers from
 * searching the web for the rest, where there is none. A line that is too short breaks between them; a name, which may be
 * long, also before its port.
 */
export function addressParts(url: string): Html {
  const { protocol, host, hostname, port } = new URL(url);
  const rest = NUMBERS.test(hostname) || port === '' ? host : html`${hostname}<wbr>:${port}`;
  return html`<span class="scheme">${protocol}//</span><wbr><span class="host">${rest}</span>`;
}
