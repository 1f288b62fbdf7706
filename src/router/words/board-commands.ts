/** What an operator asks about the board, in a terminal, and what is answered: `board list|pin|hide|remove`. */
import { boolean, object, oneOf, type Parser, parseJson, text } from '../../protocol/parse.ts';
import type { Outcome } from '../../words/holding.ts';
import { LABEL_WORDS, type LabelWord } from '../../words/label.ts';
import { postIn } from '../../words/post.ts';
import { BOARD_ACTIONS } from '../config/choices.ts';
import type { Listed, Shelf } from './api.ts';

export type BoardRequest = {
  readonly action: (typeof BOARD_ACTIONS)[number];
  readonly id: string;
  readonly undo: boolean;
};
export type BoardAnswer = { readonly said: string } | { readonly problem: string };

/** Longest question, in characters. */
export const MAX_REQUEST = 400;
/** Longest answer: as many posts as there may be, a line each. */
export const MAX_ANSWER = 16 * 1024 * 1024;
const MAX_ID = 64;
/** So many characters of an id are shown, and as few are enough as tell it from all others. */
const SHOWN_ID = 12;
const SHOWN_TEXT = 60;
const MINUTE_S = 60;
const HOUR_S = 3_600;
const DAY_S = 86_400;

const request: Parser<BoardRequest> = object({ action: oneOf(...BOARD_ACTIONS), id: text(MAX_ID), undo: boolean });
const saidOrProblem = object({}, { said: text(MAX_ANSWER), problem: text(MAX_ANSWER) });

export function answerIn(json: string): BoardAnswer {
  const parsed = parseJson(json, MAX_ANSWER, saidOrProblem);
  const { said, problem } = parsed.ok ? parsed.value : {};
  return said === undefined ? { problem: problem ?? 'the router gave no answer' } : { said };
}

/** `asked`: a request as JSON. */
export async function answerTo(asked: string, shelf: Shelf): Promise<BoardAnswer> {
  const parsed = parseJson(asked, MAX_REQUEST, request);
  if (!parsed.ok) return { problem: `the router does not know this command (${parsed.error}); it has another version` };
  const { action, id, undo } = parsed.value;
  const posts: Listed[] = [];
  for await (const post of shelf.list()) posts.push(post);
  if (action === 'list') return { said: posts.length === 0 ? 'nothing is on the board' : posts.map(lineOf).join('\n') };
  const found = /^[0-9a-f]{4,64}$/.test(id) ? posts.filter(({ event }) => event.id.startsWith(id)) : [];
  const [post, another] = found;
  if (post === undefined) return { problem: `${id}: expected the beginning of an id that \`board list\` shows` };
  if (another !== undefined) return { problem: `${id}: several ids begin so; give more of it` };
  const outcome = undo ? await shelf.unlabel(action, post.event.id) : await shelf.label(action, post.event.id);
  return wordsOf(outcome, action, undo, post.event.id.slice(0, SHOWN_ID));
}

const DONE: Readonly<Record<LabelWord, readonly [done: string, undone: string]>> = {
  pin: ['is pinned', 'is not pinned'],
  hide: ['is hidden: nobody is given it', 'is not hidden'],
  remove: ['is removed, also where it has been carried to', 'may come again'],
};

function wordsOf(outcome: Outcome, word: LabelWord, undo: boolean, id: string): BoardAnswer {
  switch (outcome) {
    case 'held':
      return { said: `${id} ${DONE[word][undo ? 1 : 0]}` };
    case 'known':
      return { said: `${id} ${DONE[word][undo ? 1 : 0]} already` };
    case 'disk':
      return { problem: 'the disk does not take it' };
    default:
      return { problem: `it is refused: ${outcome}` };
  }
}

/** One line: id, age, what the operator has said of it, and how it begins. */
function lineOf({ event, ageS, labels }: Listed): string {
  const { authorName, text: words, topic, attachments, replyTo } = postIn(event);
  const begins = words.replace(/\s+/g, ' ').slice(0, SHOWN_TEXT);
  return [
    event.id.slice(0, SHOWN_ID),
    ageWords(ageS).padStart(6),
    LABEL_WORDS.filter((word) => labels.includes(word)).map((word) => `[${word}]`),
    replyTo === undefined ? topic : 'reply',
    `${authorName || '?'}:`,
    begins,
    attachments.length > 0 ? `(+${attachments.length})` : '',
  ]
    .flat()
    .filter((part) => part !== '')
    .join(' ');
}

function ageWords(ageS: number): string {
  if (ageS < HOUR_S) return `${Math.floor(ageS / MINUTE_S)} min`;
  return ageS < DAY_S ? `${Math.floor(ageS / HOUR_S)} h` : `${Math.floor(ageS / DAY_S)} d`;
}
