import { expect, it } from 'vitest';
import type { EventId, HexKey, Tag } from '../../protocol/event.ts';
import { MAX_EVENT_BYTES } from '../../protocol/limits.ts';
import { receiverOf, targetsOf } from '../../words/admission.ts';
import { DELETION, LABEL, POST, WRAP } from '../../words/kinds.ts';
import { labelIn } from '../../words/label.ts';
import { replyOf } from '../../words/post.ts';
import { Catalogue, type Entry, keptTags } from './catalogue.ts';

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

it('thousands of deletions that name the same posts are not read again for each of them', () => {
  let looks = 0;
  const entryOf = (id: string, kind: number, pubkey: string, tags: readonly Tag[]): Entry => ({
    ...{ id: id as EventId, pubkey: pubkey as HexKey, created_at: 9, seen: 0, came: 0, ends: 9, bytes: 9, blobs: [] },
    ...{ by: { is: 'router', id: 'r2' }, place: { segment: 1, generation: 0, offset: 0, bytes: 9 }, isLeaving: false },
    kind,
    get tags() {
      if (kind === DELETION) looks += 1;
      return tags;
    },
  });
  const catalogue = new Catalogue();
  const posts = Array.from({ length: 8 }, (_, index) => entryOf(`${index}`.repeat(64), POST, OTHER, []));
  const tags = posts.map(({ id }) => ['e', id]);
  const deletions = Array.from({ length: 50 }, (_, index) => entryOf(`deletion ${index}`, DELETION, ID, tags));
  for (const entry of [...posts, ...deletions]) catalogue.add(entry);
  looks = 0;
  for (const deletion of deletions) expect(catalogue.targetsOf(deletion)).toEqual([]);
  expect(looks).toBe(deletions.length);
  for (const post of posts) expect(catalogue.isTakenBack(post)).toBe(false);
  expect(looks).toBe(deletions.length);
  catalogue.add(entryOf('own', DELETION, OTHER, tags));
  expect(posts.every((post) => catalogue.isTakenBack(post))).toBe(true);
});
