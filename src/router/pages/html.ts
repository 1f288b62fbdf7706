/**
 * HTML as a value of its own, so that text cannot be taken for it by mistake: what is put into a template is escaped unless
 * a template made it. SVG and XML are written with the same templates.
 */

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;', // XML and HTML both know it; `&apos;` is younger than some browsers
};

/** Made by `html` and by nothing else: a class with a private field, so that no object that was read somewhere passes for it. */
class Markup {
  readonly #text: string;
  constructor(text: string) {
    this.#text = text;
  }
  /** To be sent as it is. */
  get html(): string {
    return this.#text;
  }
}

export type { Markup as Html };

/** What a template takes. `false` and `undefined` leave nothing, which is what `condition && html` needs. */
export type Part = Markup | string | number | false | undefined | readonly Part[];

function render(part: Part): string {
  if (part === false || part === undefined) return '';
  if (part instanceof Markup) return part.html;
  if (typeof part === 'object') return part.map(render).join('');
  return String(part).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** Values stand in content or in attributes within quotes, never in a tag's or an attribute's name. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(strings.reduce((before, text, index) => before + render(parts[index - 1]) + text));
}

/** The items with something between any two of them. */
export function joined(items: readonly Part[], between: Part): Part {
  return items.map((item, index) => [index > 0 && between, item]);
}
