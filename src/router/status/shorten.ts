/**
 * Cuts text to a width before it is drawn, because SVG does not. Pure. Fonts differ, so this is an estimate, and rather
 * cuts too much.
 */

/** Characters as wide as high: East Asian ones and emoji (UAX #11). */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u;
const BROAD = /[\p{Lu}\d&mw]/u;
/** The widest letters. */
const BROADEST = /[WM@%—…Ǆ]/u;
const SLIM = /[ .,:;'|!ijl()[\]-]/;
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** In ems of a bold face. */
function widthOf(grapheme: string): number {
  // A font without the joined emoji draws its parts side by side.
  const pictures = [...grapheme].filter((character) => WIDE.test(character)).length;
  if (pictures > 0) return pictures;
  if (BROADEST.test(grapheme)) return 1.1;
  if (SLIM.test(grapheme)) return 0.36;
  return BROAD.test(grapheme) ? 0.78 : 0.62;
}

/** The text, or as much of it as fits into `width` with an ellipsis. `size` is the size of its letters in the same unit. */
export function shorten(text: string, width: number, size: number): string {
  const room = width / size;
  let used = 0;
  let kept = '';
  for (const { segment } of graphemes.segment(text)) {
    used += widthOf(segment);
    if (used > room) return `${cutToRoom(kept, room)}…`;
    kept += segment;
  }
  return text;
}

function cutToRoom(text: string, room: number): string {
  let used = widthOf('…');
  let kept = '';
  for (const { segment } of graphemes.segment(text)) {
    used += widthOf(segment);
    if (used > room) break;
    kept += segment;
  }
  return kept.trimEnd();
}
