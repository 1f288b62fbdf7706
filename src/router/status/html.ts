/**
 * HTML as a value of its own, so that text cannot be taken for it by mistake: what is put into a template is escaped unless
 * it is HTML already. SVG is written with the same templates.
 */

export type Html = { readonly html: string };
type Part = Html | string | number | false | undefined | readonly Part[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function render(part: Part): string {
  if (part === false || part === undefined) return '';
  if (typeof part === 'number') return String(part);
  if (typeof part === 'string') return part.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
  if ('html' in part) return part.html;
  return part.map(render).join('');
}

/** Values stand in content or in attributes within quotes, never in a tag's or an attribute's name. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { html: strings.reduce((before, text, index) => before + render(parts[index - 1]) + text) };
}

/**
 * Names come from other routers. Characters that cannot be seen or that reorder text (UTR #36) are shown as what they are
 * instead of being obeyed; `bdi` keeps the direction of the rest to itself.
 */
const HIDDEN = /[\p{Cc}\p{Cs}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

export function shown(text: string): string {
  return text.replace(HIDDEN, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
  });
}

export const name = (text: string): Html => html`<bdi>${shown(text)}</bdi>`;
