import { describe, expect, it } from 'vitest';
import { type Draft, type EventId, hexOf, type SignedEvent, signedBy } from '../protocol/event.ts';
import { newSecret, publicKeyOf } from '../protocol/keys.ts';
import { MAX_TAGS, MAX_TEXT_BYTES } from '../protocol/limits.ts';
import { blobsOf, flawOf, heldFor, receiverOf, takesBack } from './admission.ts';
import { DELETION, LABEL, MESSAGE, POST, RECEIPT, SEAL, WRAP } from './kinds.ts';
import { LABEL_WORDS, labelDraft, labelIn } from './label.ts';

const [author, other, operator] = [newSecret(), newSecret(), newSecret()];
const keyOf = (secret: typeof author) => hexOf(publicKeyOf(secret));
const draft = (kind: number, tags: Draft['tags'] = [], content = 'x'): Draft => ({
  kind,
  created_at: 9,
  tags,
  content,
});
const said = (kind: number, tags?: Draft['tags'], content?: string, by = author): SignedEvent =>
  signedBy(by, draft(kind, tags, content));
const around = { isOperator: (key: string) => key === keyOf(operator) };
const ID = 'a'.repeat(64) as EventId;

describe('is held', () => {
  const root = said(POST);
  it.each<[string, SignedEvent]>([
    ['a post', said(POST)],
    ['a post of the longest text', said(POST, [], '雨'.repeat(MAX_TEXT_BYTES / 3))],
    ['a post of the year 2099', signedBy(author, { ...draft(POST), created_at: 4_086_000_000 })],
    ['a reply', said(POST, [['e', root.id, '', 'root']])],
    ['a reply to what is not known', said(POST, [['e', ID, '', 'root']])],
    ['a letter', said(WRAP, [['p', keyOf(other)]])],
    ['a deletion', said(DELETION, [['e', ID]])],
    ['a deletion of as many as it may name', said(DELETION, Array(MAX_TAGS).fill(['e', ID]))],
    ...LABEL_WORDS.map((word): [string, SignedEvent] => [
      `the operator's ${word}`,
      signedBy(operator, labelDraft({ word, target: ID as EventId }, 9)),
    ]),
  ])('%s', (_, event) => expect(flawOf(event, around)).toBeUndefined());
});

describe('is not held', () => {
  it.each<[string, SignedEvent, string]>([
    ['a text that is too long, in bytes', said(POST, [], '雨'.repeat(MAX_TEXT_BYTES / 3 + 1)), 'too-large'],
    ['an event that is too long', said(WRAP, [['p', keyOf(other)]], 'x'.repeat(81 * 1024)), 'too-large'],
    ['a topic that is an essay', said(POST, [['t', 'x'.repeat(9 * 1024)]]), 'malformed'],
    ['a reply that names too much', said(POST, Array(64).fill(['e', ID, 'x'.repeat(99)])), 'malformed'],
    ['a letter for nobody', said(WRAP), 'for-nobody'],
    ['a letter for no key', said(WRAP, [['p', 'me']]), 'for-nobody'],
    [
      'a letter for two',
      said(WRAP, [
        ['p', keyOf(other)],
        ['p', keyOf(author)],
      ]),
      'for-nobody',
    ],
    ['a deletion of nothing', said(DELETION), 'malformed'],
    [
      'a label of another namespace',
      said(
        LABEL,
        [
          ['l', 'pin', 'other'],
          ['e', ID],
        ],
        '',
        operator,
      ),
      'malformed',
    ],
    ['a label of nothing', said(LABEL, [['l', 'pin', 'hikyaku.board']], '', operator), 'malformed'],
    ['a label by somebody', signedBy(author, labelDraft({ word: 'hide', target: ID as EventId }, 9)), 'other-kind'],
    ...[0, SEAL, MESSAGE, RECEIPT, 30_023].map((kind): [string, SignedEvent, string] => [
      `kind ${kind}`,
      said(kind),
      'other-kind',
    ]),
  ])('%s', (_, event, refused) => expect(flawOf(event, around)).toBe(refused));

  it('a reply to itself, should somebody find one', () => {
    const event = { ...said(POST, [['e', ID, '', 'root']]), id: ID as EventId };
    expect(flawOf(event, around)).toBe('too-deep');
  });
});

describe('a deletion takes back', () => {
  const post = said(POST);
  const letter = said(WRAP, [['p', keyOf(other)]]);
  const by = (secret: typeof author, target: SignedEvent) => said(DELETION, [['e', target.id]], '', secret);
  it.each<[string, SignedEvent, SignedEvent, boolean]>([
    ['what its author said', by(author, post), post, true],
    ['nothing of others', by(other, post), post, false],
    ['a letter for its author', by(other, letter), letter, true],
    ['a letter by the key that sealed it', by(author, letter), letter, true],
    ['no letter for others', by(operator, letter), letter, false],
    ['nothing that it does not name', said(DELETION, [['e', ID]]), post, false],
    ['no deletion', by(author, by(author, post)), by(author, post), false],
    ['nothing when it is none', said(POST, [['e', post.id]]), post, false],
  ])('%s', (_, deletion, target, does) => expect(takesBack(deletion, target)).toBe(does));
});

it('a post that mentions somebody has no receiver', () => {
  expect(receiverOf(said(POST, [['p', keyOf(other)]]))).toBeUndefined();
});

it.each([
  [[], 100, 100],
  [[['expiration', '59']], 100, 50],
  [[['expiration', '8']], 100, 0],
  [[['expiration', '4086000000']], 100, 100],
  [[['expiration', 'soon']], 100, 100],
])('what says %j is held for at most %i s: %i s', (tags, atMost, held) => {
  expect(heldFor(said(POST, tags), atMost, { isOperator: () => true })).toBe(held);
});

it('what the operator hides or removes, and takes back, has no end; a pin has, and what others say', () => {
  const labels = (['hide', 'remove', 'pin'] as const).map((word) => labelDraft({ word, target: ID }, 9));
  const undo = {
    kind: DELETION,
    created_at: 9,
    content: '',
    tags: [
      ['e', ID],
      ['k', '1985'],
    ],
  };
  const last = (isOperator: boolean) =>
    [...labels, undo, said(DELETION, [['e', ID]])].map((draft) =>
      heldFor(signedBy(author, draft), 100, { isOperator: (key) => isOperator && key === keyOf(author) }),
    );
  const never = Number.POSITIVE_INFINITY;
  expect(last(true)).toEqual([never, never, 100, never, 100]);
  expect(last(false)).toEqual([100, 100, 100, 100, 100]);
});

it('what takes back posts is held for twice as long, and not for longer than it says itself', () => {
  const last = (...tags: Draft['tags']) => heldFor(said(DELETION, [['e', ID], ...tags]), 100, around);
  expect([last(['k', '1']), last(['k', '1059']), last(['k', '1'], ['expiration', '159'])]).toEqual([200, 100, 150]);
  expect(heldFor(said(POST, [['k', '1']]), 100, around)).toBe(100);
});

it('the bytes of an event are its files, their pictures, and what it names', () => {
  const [file, thumb, named] = ['1', '2', '3'].map((digit) => digit.repeat(64));
  const tags = [
    ['imeta', `url /${file}`, `x ${file}`, 'size 9', `thumb ${thumb}`],
    ['x', `${named}`],
    ['x', `${file}`],
    ['x', 'no digest'],
  ];
  expect(blobsOf({ tags })).toEqual([file, thumb, named]);
});

it.each(LABEL_WORDS)('%s is read as it is written', (word) => {
  const label = { word, target: ID as EventId };
  expect(labelIn(labelDraft(label, 9))).toEqual(label);
  expect(labelIn({ ...labelDraft(label, 9), kind: POST })).toBeUndefined();
});
