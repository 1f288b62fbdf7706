/**
 * What a name looks like and sounds like, by two tables: a short one here, which also knows what sounds alike in Japanese
 * and what is typed in place of letters, and the confusables of UTS #39 (`uts39.ts`).
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
  // Old and new forms in Japanese names: one person writes both.
  '斎齋斉齊',
  '辺邊邉',
  '高髙',
  '崎﨑嵜',
  '沢澤',
  '浜濱濵',
  '島嶋嶌',
  '藤籐',
  '吉𠮷',
  '国國',
  '広廣',
  '桜櫻',
  '竜龍',
  '滝瀧',
  '真眞',
  '栄榮',
  '渋澁',
  '関關',
  '条條',
  '万萬',
  '富冨',
  '峰峯',
  '恵惠',
  '徳德',
  '豊豐',
  '礼禮',
  '実實',
  '静靜',
  '黒黑',
  '柳栁',
  '館舘',
  '曽曾',
  '船舩',
  '桧檜',
  '学學',
];
const LIKE = new Map(DRAWN_ALIKE.flatMap((row) => [...row].map((letter) => [letter, [...row][0] ?? letter] as const)));

const HIRAGANA = /[\u3041-\u3096]/gu;
const TO_KATAKANA = 0x60;
/** What is said behind a name and is no part of it, in large Katakana where it is kana. */
const POLITE = /(.)(?:サン|サマ|チヤン|クン|様|君|殿|氏)$/u;
const SMALL_KANA = 'ァィゥェォッャュョヮ';

/** Writes each character that looks like another one as that other one. */
export type Table = (text: string) => string;

/** Equal for names that look or sound alike. Not for showing. */
export function lookOf(name: string, known: Table): string {
  // Twice, because a table knows some letters only as capitals, and others only as small ones.
  const capitals = [...name.normalize('NFKC')].map((letter) => original(letter, known)).join('');
  const letters = [...folded(capitals)].map((letter) => likened(original(letter, known)));
  const seen = letters.join('').replace(/rn/gu, 'm').replace(/vv/gu, 'w');
  // Spaces and signs are overlooked, unless there is nothing else.
  return seen.replace(/[^\p{L}\p{N}\p{Extended_Pictographic}]/gu, '').replace(POLITE, '$1') || seen;
}

/** What the own rows do not know is looked up. */
function original(letter: string, known: Table): string {
  const isOurs = letter <= '\u007f' || LIKE.has(letter.toLowerCase());
  return isOurs ? letter : known(letter);
}

function folded(text: string): string {
  return (
    text
      .toLowerCase()
      .normalize('NFKD')
      // Voicing marks make other syllables; all other marks are easily overlooked.
      .replace(/(?![\u3099\u309a])\p{M}/gu, '')
      .normalize('NFC')
      .replace(HIRAGANA, (kana) => String.fromCharCode(kana.charCodeAt(0) + TO_KATAKANA))
  );
}

/** The first of the row of each letter. Small kana sound like large ones. */
function likened(letters: string): string {
  return [...letters.toLowerCase()]
    .map((letter) =>
      SMALL_KANA.includes(letter) ? String.fromCharCode(letter.charCodeAt(0) + 1) : (LIKE.get(letter) ?? letter),
    )
    .join('');
}
