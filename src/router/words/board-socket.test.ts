import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newSecret } from '../../protocol/keys.ts';
import { answerTo, type BoardRequest } from './board-commands.ts';
import { askBoard, boardSocket, serveBoard } from './board-socket.ts';
import { all, letterTo, phone, replies, type Shelter, says, shelter } from './testing/bench.ts';

const ann = newSecret();
let folder: string;
let at: Shelter;
let stop: () => Promise<void>;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hikyaku-board-'));
  at = await shelter();
  stop = await serveBoard(boardSocket(folder), (asked) => answerTo(asked, at.shelf));
});
afterEach(async () => {
  await stop();
  rmSync(folder, { recursive: true });
});
const ask = (action: BoardRequest['action'], id = '', undo = false) =>
  askBoard(boardSocket(folder), { action, id, undo });

describe('the operator in a terminal', () => {
  it('sees what is on the board, in a line each, whatever is in it', async () => {
    expect(await ask('list')).toEqual({ said: 'nothing is on the board' });
    const post = says(ann, {
      content: '\u001b[2JWater:\n\n6 pm \u202efdp.exe',
      tags: [
        ['t', 'offer'],
        ['name', '花子'],
      ],
    });
    const reply = replies(ann, post);
    await at.shelf.put(post, 7_300, phone(ann));
    await at.shelf.put(reply, 60, phone(ann));
    await at.shelf.put(letterTo(ann), 0, phone(ann));
    expect(await ask('list')).toEqual({
      said: [
        `${reply.id.slice(0, 12)}  1 min reply ?: ${reply.content}`,
        `${post.id.slice(0, 12)}    2 h offer 花子: [2JWater: 6 pm fdp.exe`,
      ].join('\n'),
    });
  });

  it('pins, hides and removes a post by how its id begins, and takes that back', async () => {
    const post = says(ann);
    await at.shelf.put(post, 0, phone(ann));
    const id = post.id.slice(0, 12);
    expect(await ask('pin', id)).toEqual({ said: `${id} is pinned` });
    expect(await ask('pin', post.id)).toEqual({ said: `${id} is pinned already` });
    expect(await ask('hide', id)).toEqual({ said: `${id} is hidden: nobody is given it` });
    expect(await ask('list')).toMatchObject({ said: expect.stringContaining(`${id}  0 min [pin] [hide] notice`) });
    expect(await ask('pin', id, true)).toEqual({ said: `${id} is not pinned` });
    expect((await all(at.shelf.list())).map(({ labels }) => labels)).toEqual([['hide']]);
    expect(await ask('remove', id)).toMatchObject({ said: expect.stringContaining('is removed') });
    expect(at.shelf.isGone(post.id)).toBe(true);
  });

  it('is told what would be right', async () => {
    for (const id of ['', 'zz', 'abc', 'f'.repeat(64)])
      expect(await ask('pin', id)).toEqual({
        problem: `${id}: expected the beginning of an id that \`board list\` shows`,
      });
  });
});

it('a second router is told that the folder is taken, and one that has died leaves it free', async () => {
  await expect(serveBoard(boardSocket(folder), async () => ({ said: '' }))).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
  await stop();
  writeFileSync(boardSocket(folder), ''); // what a killed router leaves
  stop = await serveBoard(boardSocket(folder), async () => ({ said: 'here' }));
  expect(await ask('list')).toEqual({ said: 'here' });
});

it('without a router says so', async () => {
  await stop();
  expect(await ask('list')).toEqual({ problem: 'no router that holds words runs with this --data-dir' });
});

it('refuses what is no command, or too long', async () => {
  expect(await answerTo('{}', at.shelf)).toMatchObject({ problem: expect.stringContaining('does not know') });
  const long = { action: 'x'.repeat(2_000) as 'list', id: '', undo: false };
  expect(await askBoard(boardSocket(folder), long)).toMatchObject({ problem: expect.any(String) });
});
