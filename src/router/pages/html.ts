/**
 * HTML as a type of its own, so that text cannot be mistaken for it: a template escapes every value that no template made.
 * SVG and XML are written with the same templates.
 */

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;', // XML and HTML both know it; `&apos;` is younger than some browsers
};

/** Only `html` makes it. A class with a private field, so that no object from elsewhere (parsed JSON, say) passes for it. */
class Markup {
  readonly #text: string;
  constructor(text: string) {
    this.#text = text;
  }
  /** The text, to be sent as it is. */
  get html(): string {
    return this.#text;
  }
}

export type { Markup as Html };

/** A value in a template. `false` and `undefined` become nothing, so that `condition && html` works. */
export type Part = Markup | string | number | false | undefined | readonly Part[];

function render(part: Part): string {
  if (part === false || part === undefined) return '';
  if (part instanceof Markup) return part.html;
  if (typeof part === 'object') return part.map(render).join('');
  return String(part).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** Values may stand in content and in quoted attributes, but not as the name of a tag or an attribute. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(strings.reduce((before, text, index) => before + render(parts[index - 1]) + text));
}

/** The items, with `between` between any two of them. */
export function joined(items: readonly Part[], between: Part): Part {
  return items.map((item, index) => [index > 0 && between, item]);
}
