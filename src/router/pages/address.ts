/** An address to be read aloud, typed or copied by hand. */
import { type Html, html } from './html.ts';

const NUMBERS = /^[\d.]+$|^\[/;

/**
 * In two parts that a style sheet can tell apart, `scheme` and `host`. People know the scheme by heart, but it must be
 * there: without it browsers search the web for the rest, and there is none here. A line that is too short breaks between
 * the two; a name, which may be long, also before its port.
 */
export function addressParts(url: string): Html {
  const { protocol, host, hostname, port } = new URL(url);
  const rest = NUMBERS.test(hostname) || port === '' ? host : html`${hostname}<wbr>:${port}`;
  return html`<span class="scheme">${protocol}//</span><wbr><span class="host">${rest}</span>`;
}
