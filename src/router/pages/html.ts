/** Text in pages that the router writes itself. */

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Fit to stand between tags and between double quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

/** Words with the reading of their kanji: `送[おく]る` becomes ruby. Only kanji stand in front of a bracket. */
export function withReadings(text: string): string {
  return escapeHtml(text).replace(
    /(\p{Script=Han}+)\[([^\]]+)\]/gu,
    (_, kanji: string, reading: string) => `<ruby>${kanji}<rp>(</rp><rt>${reading}</rt><rp>)</rp></ruby>`,
  );
}

/** An address to be read or copied by hand: the part that people know by heart is quiet, the rest never breaks. */
export function addressHtml(url: string): string {
  const { protocol, host } = new URL(url);
  // Beginning with http:// keeps browsers from searching the web for it, where there is none.
  return `<span class="scheme">${protocol}//</span><wbr><b>${escapeHtml(host)}</b>`;
}
