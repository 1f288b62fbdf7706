/** Arithmetic on the stored ranges of a pack: sorted by position, never overlapping, never empty. */

export type Span = { readonly position: number; readonly length: number };

const endOf = (span: Span): number => span.position + span.length;

/** Index of the first span that ends behind `position`. */
function firstEndingBehind(spans: readonly Span[], position: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const span = spans[middle];
    if (span !== undefined && endOf(span) <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The spans that share bytes with `start` to `end` (exclusive). */
export function overlapping(spans: readonly Span[], start: number, end: number): readonly Span[] {
  const first = firstEndingBehind(spans, start);
  let last = first;
  for (let span = spans[last]; span !== undefined && span.position < end; span = spans[last]) last++;
  return spans.slice(first, last);
}

/** True if every byte from `start` to `end` (exclusive) is in `spans`. */
export function covered(spans: readonly Span[], start: number, end: number): boolean {
  let reached = start;
  for (const span of overlapping(spans, start, end)) {
    if (span.position > reached) return false;
    reached = endOf(span);
  }
  return reached >= end;
}

/** Puts `added` in place of everything that overlaps it; the caller has cut those spans to their remaining parts. */
export function replaceSpans(spans: Span[], added: readonly Span[]): void {
  const first = added[0];
  const last = added.at(-1);
  if (first === undefined || last === undefined) return;
  const from = firstEndingBehind(spans, first.position);
  spans.splice(from, overlapping(spans, first.position, endOf(last)).length, ...added);
}
