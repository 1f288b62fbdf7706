/** What the router tells its pages about its two ways in, as JSON at `/https.json`. */
import { array, boolean, integer, matching, object, type Parsed, parseJson } from './parse.ts';

export type HttpsInfo = {
  /** Secure addresses to try, best first; none where HTTPS is off. */
  readonly urls: readonly string[];
  /** True when a device must be told to trust the certificate first (at `/trust`). */
  readonly own: boolean;
  /** When the certificate ends, in milliseconds since 1970. */
  readonly expires: number;
  /** The address without a certificate, which always works. */
  readonly plain: string;
};

const MAX_URLS = 4;
const MAX_LENGTH = 4_000;
const HOST = '(?:[\\w.-]{1,253}|\\[[\\da-f:]{2,39}\\])(?::\\d{1,5})?';

const info = object({
  urls: array(matching(new RegExp(`^https://${HOST}/$`), 'an https address'), MAX_URLS),
  own: boolean,
  expires: integer(),
  plain: matching(new RegExp(`^http://${HOST}/$`), 'an http address'),
});

export function parseHttpsInfo(json: string): Parsed<HttpsInfo> {
  return parseJson(json, MAX_LENGTH, info);
}
