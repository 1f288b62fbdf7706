import { expect, it } from 'vitest';
import { MAX_EVENT_BYTES } from '../../protocol/limits.ts';
import { receiverOf, targetsOf } from '../../words/admission.ts';
import { DELETION, LABEL, WRAP } from '../../words/kinds.ts';
import { labelIn } from '../../words/label.ts';
import { replyOf } from '../../words/post.ts';
import { keptTags } from './catalogue.ts';

const [ID, OTHER] = ['a'.repeat(64), 'b'.repeat(64)];
const LONG = 'x'.repeat(MAX_EVENT_BYTES);

it.each<[string, string[][], string[][]]>([
  [
    'what is looked for',
    [
      ['e', ID],
      ['p', ID],
      ['t', 'need'],
    ],
    [
      ['e', ID],
      ['p', ID],
      ['t', 'need'],
    ],
  ],
  [
    'nothing else',
    [
      ['name', 'Ann'],
      ['x', ID],
    ],
    [],
  ],
  ['no word that is longer than any that is looked for', [['t', LONG]], []],
  [
    'of what is no id only that it was there',
    [
      ['e', LONG],
      ['p', LONG],
    ],
    [
      ['e', ''],
      ['p', ''],
    ],
  ],
  [
    'nothing behind the value',
    [
      ['p', ID, LONG],
      ['t', 'need', LONG],
      ['e', ID, LONG, LONG],
    ],
    [
      ['p', ID],
      ['t', 'need'],
      ['e', ID],
    ],
  ],
  ['the mark of a root', [['e', ID, LONG, 'root', LONG]], [['e', ID, '', 'root']]],
  ['the namespace of a label', [['l', 'pin', 'hikyaku.board', LONG]], [['l', 'pin', 'hikyaku.board']]],
])('of the tags stays in memory: %s', (_, tags, kept) => expect(keptTags({ tags })).toEqual(kept));

it.each([
  [
    [
      ['e', LONG],
      ['e', ID],
    ],
  ],
  [
    [
      ['e', ID, 'relay', 'reply'],
      ['e', OTHER, 'relay', 'root'],
    ],
  ],
  [
    [
      ['p', LONG],
      ['p', ID],
    ],
  ],
  [
    [
      ['l', 'pin', 'hikyaku.board'],
      ['e', ID],
    ],
  ],
])('what stays says the same as all of it', (tags) => {
  const kept = keptTags({ tags });
  expect(replyOf({ tags: kept })).toEqual(replyOf({ tags }));
  expect(targetsOf({ tags: kept })).toEqual(targetsOf({ tags }));
  expect(receiverOf({ kind: WRAP, tags: kept })).toEqual(receiverOf({ kind: WRAP, tags }));
  for (const kind of [LABEL, DELETION]) expect(labelIn({ kind, tags: kept })).toEqual(labelIn({ kind, tags }));
});
