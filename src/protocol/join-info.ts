/** What the router tells its pages about its Wi-Fi, as JSON at `/join.json`: they show it to whoever is to come in. */
import { matching, object, type Parsed, parseJson, text } from './parse.ts';

export type JoinInfo = {
  /** Absent where the router does not know it, or does not tell it to this device. */
  readonly wifi?: {
    readonly ssid: string;
    /** None: the network is open. */
    readonly password?: string;
    /** The text of a QR code that joins it (`src/router/poster/wifi-code.ts`). */
    readonly code: string;
  };
};

const MAX_LENGTH = 1_000;
/** The longest name and password, each character escaped, with what stands around them. */
const MAX_CODE_LENGTH = 300;
const MAX_SSID_LENGTH = 32;
const MAX_PASSWORD_LENGTH = 64;

const wifi = object(
  { ssid: text(MAX_SSID_LENGTH, 1), code: matching(new RegExp(`^WIFI:[^\\n]{1,${MAX_CODE_LENGTH}}$`), 'a Wi-Fi code') },
  { password: text(MAX_PASSWORD_LENGTH, 1) },
);
const info = object({}, { wifi });

export function parseJoinInfo(json: string): Parsed<JoinInfo> {
  return parseJson(json, MAX_LENGTH, info);
}
