/** Texts with `{places}` that are filled when the text is shown. Pure. */

const PLACE = /\{(\w+)\}/u;

/** The text taken apart, in its order: words as `text`, places by their names. */
export function partsOf(template: string): readonly ({ readonly text: string } | { readonly place: string })[] {
  // Split by a pattern with one group, it comes apart into: text, place, text, place, ..., text.
  return template.split(PLACE).map((part, index) => (index % 2 === 0 ? { text: part } : { place: part }));
}

/** The names of its places, sorted: the same in every language. */
export function placesOf(template: string): readonly string[] {
  return partsOf(template)
    .flatMap((part) => ('place' in part ? [part.place] : []))
    .sort();
}
