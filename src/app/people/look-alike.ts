/**
 * Which names a person may confuse: read at a glance on a small screen, or heard across a room. Used only for warnings;
 * it does no harm when names count as alike that a patient eye can tell apart.
 */

/** Letters that look like others (the common part of UTS #39), each row as `the originals` + `their doubles`. */
const DRAWN_ALIKE = [
  'aаα@',
  'bвЬ',
  'cсϲ',
  'dԁ',
  'eеεё',
  'gɡ',
  'hһн',
  'kкκ',
  'l1i|!ıіι',
  'mм',
  'nп',
  'o0оοσ',
  'pрρ',
  'qԛ',
  'sѕ5$',
  'tтτ',
  'uυц',
  'vνѵ',
  'wшω',
  'xхχ',
  'yуγ',
  'zʐ2',
  // In Katakana, because Hiragana has been folded to it.
  'ロ口',
  'カ力',
  'エ工',
  'タ夕',
  'ト卜',
  'ハ八',
  'チ千',
  'オ才',
  'ミ三',
  'ニ二',
  'ノ丿',
  'ー一—―－',
];
const LIKE = new Map(DRAWN_ALIKE.flatMap((row) => [...row].map((letter) => [letter, [...row][0] ?? letter] as const)));

const HIRAGANA = /[\u3041-\u3096]/gu;
const TO_KATAKANA = 0x60;
const SMALL_KANA = 'ァィゥェォッャュョヮ';

/** Equal for names that look or sound alike. Not for showing. */
export function skeleton(name: string): string {
  const folded = name
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKD')
    // Voicing marks make other syllables; all other marks are easily overlooked.
    .replace(/(?![\u3099\u309a])\p{M}/gu, '')
    .normalize('NFC')
    .replace(HIRAGANA, (kana) => String.fromCharCode(kana.charCodeAt(0) + TO_KATAKANA));
  const letters = [...folded].map((letter) =>
    SMALL_KANA.includes(letter) ? String.fromCharCode(letter.charCodeAt(0) + 1) : (LIKE.get(letter) ?? letter),
  );
  const seen = letters.join('').replace(/rn/gu, 'm').replace(/vv/gu, 'w');
  // Spaces and signs are overlooked, unless there is nothing else.
  return seen.replace(/[^\p{L}\p{N}\p{Extended_Pictographic}]/gu, '') || seen;
}

/** The ids of `people` whose name is like that of another one. */
export function alike<Id>(people: readonly { readonly id: Id; readonly name: string }[]): ReadonlySet<Id> {
  const byLook = new Map<string, Set<Id>>();
  for (const { id, name } of people) {
    const look = skeleton(name);
    byLook.set(look, (byLook.get(look) ?? new Set<Id>()).add(id));
  }
  return new Set([...byLook.values()].filter(({ size }) => size > 1).flatMap((ids) => [...ids]));
}
