/** A QR code for a terminal, two modules to a character. Pure. */
import { renderUnicodeCompact } from 'uqr';

/** Readers need 4 (ISO/IEC 18004 section 9.1); phones manage with less, but an operator's hand shakes. */
const QUIET_MODULES = 4;
/** Bright white on black, whatever the terminal's own colours: inverted codes are not read by every phone. */
const WHITE_ON_BLACK = '\x1b[97;40m';
const AS_BEFORE = '\x1b[0m';

/** `colours`: for a terminal. A file gets none; there the blocks alone stand for white. */
export function terminalQr(text: string, colours: boolean): string {
  const lines = renderUnicodeCompact(text, { border: QUIET_MODULES }).split('\n');
  return lines.map((line) => (colours ? `${WHITE_ON_BLACK}${line}${AS_BEFORE}` : line)).join('\n');
}
