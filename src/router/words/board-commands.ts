/** What an operator asks about the board, in a terminal, and what is answered, line by line: `board list|pin|hide|remove`. */
import { boolean, object, oneOf, type Parser, parseJson, text } from '../../protocol/parse.ts';
import type { Bringer, Outcome } from '../../words/holding.ts';
import { LABEL_WORDS, type LabelWord } from '../../words/label.ts';
import { postIn } from '../../words/post.ts';
import { BOARD_ACTIONS } from '../config/choices.ts';
import type { Listed, Shelf } from './api.ts';
import type { ListedLetter } from './listing.ts';

export type BoardRequest = {
  readonly action: (typeof BOARD_ACTIONS)[number];
  readonly id: string;
  readonly undo: boolean;
  /** Lists letters in place of posts. */
  readonly letters: boolean;
};
/** One line of an answer. A problem is the last one. */
export type BoardLine = { readonly said: string } | { readonly problem: string };
/** The shelf as far as an operator asks about it. */
export type Asked = Pick<Shelf, 'label' | 'unlabel' | 'list' | 'letters' | 'missing' | 'beginning'>;

/** Longest question, in characters. */
export const MAX_REQUEST = 400;
/** Longest line of an answer. */
export const MAX_LINE = 4_096;
const MAX_ID = 64;
/** So many characters of an id or a key are shown, and as few are enough as tell it from all others. */
const SHOWN_ID = 12;
const SHOWN_TEXT = 60;
/** So many of those who left most letters are named, and of those for whom there are most. */
const SHOWN_SUMS = 10;
const MINUTE_S = 60;
const HOUR_S = 3_600;
const DAY_S = 86_400;

const request: Parser<BoardRequest> = object({
  action: oneOf(...BOARD_ACTIONS),
  id: text(MAX_ID),
  undo: boolean,
  letters: boolean,
});
const saidOrProblem = object({}, { said: text(MAX_LINE), problem: text(MAX_LINE) });

export function lineIn(json: string): BoardLine {
  const parsed = parseJson(json, 2 * MAX_LINE, saidOrProblem);
  const { said, problem } = parsed.ok ? parsed.value : {};
  return said === undefined ? { problem: problem ?? 'the router gives no answer that is known here' } : { said };
}

/** `asked`: a request as JSON. */
export async function* answerTo(asked: string, shelf: Asked): AsyncGenerator<BoardLine> {
  const parsed = parseJson(asked, MAX_REQUEST, request);
  if (!parsed.ok) yield { problem: `the router does not know this command (${parsed.error}); it has another version` };
  else if (parsed.value.action === 'list') yield* parsed.value.letters ? letters(shelf) : posts(shelf);
  else yield await labelled({ ...parsed.value, word: parsed.value.action }, shelf);
}

async function labelled(
  { word, id: beginning, undo }: Pick<BoardRequest, 'id' | 'undo'> & { readonly word: LabelWord },
  shelf: Asked,
): Promise<BoardLine> {
  const [id, another] = /^[0-9a-f]{4,64}$/.test(beginning) ? shelf.beginning(beginning) : [];
  if (id === undefined) return { problem: `${beginning}: expected the beginning of an id that \`board list\` shows` };
  if (another !== undefined) return { problem: `${beginning}: several ids begin so; give more of it` };
  const outcome = undo ? await shelf.unlabel(word, id) : await shelf.label(word, id);
  return wordsOf(outcome, word, undo, shortOf(id));
}

const DONE: Readonly<Record<LabelWord, readonly [done: string, undone: string]>> = {
  pin: ['is pinned', 'is not pinned'],
  hide: ['is hidden: nobody is given it', 'is not hidden'],
  remove: ['is removed, also where it has been carried to', 'may come again'],
};

function wordsOf(outcome: Outcome, word: LabelWord, undo: boolean, id: string): BoardLine {
  switch (outcome) {
    case 'held':
      return { said: `${id} ${DONE[word][undo ? 1 : 0]}` };
    case 'known':
      return { said: `${id} ${DONE[word][undo ? 1 : 0]} already` };
    case 'malformed':
      return { problem: `${id} is not here any more` };
    case 'disk':
      return { problem: 'the disk does not take it' };
    default:
      return { problem: `it is refused: ${outcome}` };
  }
}

async function* posts(shelf: Asked): AsyncGenerator<BoardLine> {
  let isEmpty = true;
  for await (const post of shelf.list()) {
    isEmpty = false;
    yield { said: postLine(post) };
  }
  for (const { id, labels } of shelf.missing()) {
    isEmpty = false;
    yield { said: joined([shortOf(id), ' '.repeat(6), ...bracketed(labels), 'is not here']) };
  }
  if (isEmpty) yield { said: 'nothing is on the board' };
}

/** Who left them and for whom they are is all that a router knows of letters. */
async function* letters(shelf: Asked): AsyncGenerator<BoardLine> {
  const [left, to] = [new Sums(), new Sums()];
  for (const letter of shelf.letters()) {
    left.add(bringerWords(letter.by), letter.bytes);
    to.add(keyWords(letter.to), letter.bytes);
    yield { said: letterLine(letter) };
  }
  if (left.isEmpty) yield { said: 'no letters are here' };
  for (const [who, letters, bytes] of left.largest())
    yield { said: `left by ${who}: ${letters}, ${bytesWords(bytes)}` };
  for (const [who, letters, bytes] of to.largest()) yield { said: `for ${who}: ${letters}, ${bytesWords(bytes)}` };
}

class Sums {
  readonly #all = new Map<string, { letters: number; bytes: number }>();

  get isEmpty(): boolean {
    return this.#all.size === 0;
  }

  add(who: string, bytes: number): void {
    const sum = this.#all.get(who) ?? { letters: 0, bytes: 0 };
    sum.letters += 1;
    sum.bytes += bytes;
    this.#all.set(who, sum);
  }

  largest(): readonly (readonly [who: string, letters: number, bytes: number])[] {
    const sums = [...this.#all].sort(([, a], [, b]) => b.bytes - a.bytes).slice(0, SHOWN_SUMS);
    return sums.map(([who, { letters, bytes }]) => [who, letters, bytes]);
  }
}

/** One line: id, age, what the operator has said of it, and how it begins. */
function postLine({ event, ageS, labels }: Listed): string {
  const { authorName, text: words, topic, attachments, replyTo } = postIn(event);
  return joined([
    shortOf(event.id),
    ageWords(ageS).padStart(6),
    ...bracketed(labels),
    replyTo === undefined ? topic : 'reply',
    `${authorName || '?'}:`,
    words.replace(/\s+/g, ' ').slice(0, SHOWN_TEXT),
    attachments.length > 0 ? `(+${attachments.length})` : '',
  ]);
}

function letterLine({ id, ageS, labels, bytes, to, by }: ListedLetter): string {
  const about = [bytesWords(bytes).padStart(8), `for ${keyWords(to)}`, `left by ${bringerWords(by)}`];
  return joined([shortOf(id), ageWords(ageS).padStart(6), ...bracketed(labels), ...about]);
}

const shortOf = (id: string): string => id.slice(0, SHOWN_ID);
const keyWords = (key: string | undefined): string => (key === undefined ? '?' : shortOf(key));
const bringerWords = (by: Bringer): string => (by.is === 'device' ? shortOf(by.key) : `router ${by.id}`);
const bracketed = (labels: readonly LabelWord[]): readonly string[] =>
  LABEL_WORDS.filter((word) => labels.includes(word)).map((word) => `[${word}]`);
const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ');

function ageWords(ageS: number): string {
  if (ageS < HOUR_S) return `${Math.floor(ageS / MINUTE_S)} min`;
  return ageS < DAY_S ? `${Math.floor(ageS / HOUR_S)} h` : `${Math.floor(ageS / DAY_S)} d`;
}

const bytesWords = (bytes: number): string => (bytes < 1_000 ? `${bytes} B` : `${(bytes / 1_000).toFixed(1)} kB`);
