/** Finds a QR code in a picture. The only file of the app that knows the library, which comes late: it is 15 kB. */
import { decodeQR } from 'qr/decode.js';

/** Time for further tries on one picture, in milliseconds: a phone that looks for half a second still seems awake. */
const RETRIES_MS = 500;
/** The library's dearest tier of tries: a photo is taken once, unlike the frames of a camera. */
const EFFORT = 3;

/** What the code says; `undefined` when none is found. */
export function readCode(picture: ImageData): string | undefined {
  try {
    return decodeQR(picture, { effort: EFFORT, timeLimit: RETRIES_MS });
  } catch {
    return undefined; // it throws for whatever it cannot read
  }
}
