/**
 * Finds people among many by a few letters of anything that is seen of them. Pure. What a phone's keyboard makes hard to write
 * makes no difference: capital letters, accents, wide letters, and which of the two kana scripts.
 */

/** `texts`: what is seen of somebody, the name first. */
export type Seen<Id> = { readonly id: Id; readonly texts: readonly string[] };

/** Letters that Unicode does not take for another one with a mark. */
const ALSO: Readonly<Record<string, string>> = {
  đ: 'd',
  ø: 'o',
  ł: 'l',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ð: 'd',
  þ: 'th',
};
const KATAKANA = /[\u30a1-\u30f6]/gu;
/** Between the same kana of the two scripts. */
const APART = 0x60;

export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/gu, '') // only accents: vowels of Thai or Nepali are marks as well
    .normalize('NFKC')
    .toLowerCase()
    .replace(KATAKANA, (kana) => String.fromCharCode(kana.charCodeAt(0) - APART))
    .replace(/[đøłıßæœðþ]/gu, (letter) => ALSO[letter] ?? letter)
    .replace(/\s+/gu, ' ')
    .trim();
}

/**
 * The ids of those in whom every word of `query` is found, in the order in which they came: those whose name begins so,
 * those in whom a word begins so, all others. `undefined` when nothing is asked.
 */
export function findPeople<Id>(query: string, people: readonly Seen<Id>[]): readonly Id[] | undefined {
  const asked = fold(query);
  if (asked === '') return undefined;
  const words = asked.split(' ');
  const found = people.flatMap(({ id, texts }) => {
    const seen = texts.map(fold);
    const all = ` ${seen.join(' ')}`;
    if (!words.every((word) => all.includes(word))) return [];
    const rank = seen[0]?.startsWith(asked) ? 0 : words.every((word) => all.includes(` ${word}`)) ? 1 : 2;
    return [{ id, rank }];
  });
  return [0, 1, 2].flatMap((rank) => found.filter((one) => one.rank === rank).map(({ id }) => id));
}

/**
 * Those who are found now, while the same is asked: who was found `before` and `isHere` keeps the place, also under another
 * name, and who comes stands behind them. So nobody moves under a finger.
 */
export function keepFound<Id>(before: readonly Id[], now: readonly Id[], isHere: (id: Id) => boolean): readonly Id[] {
  return [...new Set([...before.filter(isHere), ...now])];
}
