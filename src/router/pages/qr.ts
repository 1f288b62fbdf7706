/** A QR code as SVG. Pure. */
import { encode } from 'uqr';
import { type Html, html } from './html.ts';

/** Readers need so many light modules around the code (ISO/IEC 18004 section 9.1). */
const QUIET_MODULES = 4;

/** Dark on light in every colour scheme: many readers do not know the reverse. `label` describes it for screen readers. */
export function qrSvg(text: string, label: string): Html {
  // A poster gets scratched and wet, and a screen is photographed at an angle: 15 % may be lost.
  const { data, size } = encode(text, { ecc: 'M', border: QUIET_MODULES });
  const lines = data.flatMap((row, y) => {
    const line = lineOf(row);
    return line === '' ? [] : [`M0 ${y}.5${line}`];
  });
  // The lines are a little thicker than a module, so that print shows no seams between them.
  return html`<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label="${label}"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path stroke="#000" stroke-width="1.04" shape-rendering="crispEdges" d="${lines.join('')}"/></svg>`;
}

/** Dark runs of a row as pen strokes: move over the light ones, draw the dark ones. */
function lineOf(row: readonly boolean[]): string {
  let line = '';
  let light = 0;
  for (let x = 0; x < row.length; ) {
    const dark = row[x] === true;
    let end = x;
    while (end < row.length && (row[end] === true) === dark) end += 1;
    if (dark) {
      line += `m${light} 0h${end - x}`;
      light = 0;
    } else light = end - x;
    x = end;
  }
  return line;
}
