import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SignedEvent } from '../../protocol/event.ts';
import { newSecret } from '../../protocol/keys.ts';
import { answerTo, type BoardLine, type BoardRequest } from './board-commands.ts';
import { askBoard, boardSocket, serveBoard } from './board-socket.ts';
import { all, keyOf, letterTo, phone, replies, type Shelter, says, shelter } from './testing/bench.ts';

const [ann, ben] = [newSecret(), newSecret()];
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
async function together(lines: AsyncIterable<BoardLine>): Promise<BoardLine> {
  const said: string[] = [];
  for await (const line of lines) {
    if ('problem' in line) return line;
    said.push(line.said);
  }
  return { said: said.join('\n') };
}
const ask = (action: BoardRequest['action'], id = '', undo = false, letters = false) =>
  together(askBoard(boardSocket(folder), { action, id, undo, letters }));
async function* oneLine(said: string): AsyncGenerator<BoardLine> {
  yield { said };
}

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
    expect(await ask('list')).toEqual({ said: `${id}        [hide] [remove] is not here` });
    expect(await ask('remove', id, true)).toEqual({ said: `${id} may come again` });
    expect(await ask('pin', id)).toEqual({ problem: `${id} is not here any more` });
  });

  it('sees of letters for whom they are and who left them, and removes one', async () => {
    expect(await ask('list', '', false, true)).toEqual({ said: 'no letters are here' });
    const letters = [letterTo(ann), letterTo(ann), letterTo(ben)];
    const [one, two, three] = letters as [SignedEvent, SignedEvent, SignedEvent];
    await at.shelf.put(one, 7_300, phone(ben));
    await at.shelf.put(two, 60, phone(ben));
    await at.shelf.put(three, 100_000, { is: 'router', id: 'north' });
    const [toAnn, toBen] = [ann, ben].map((secret) => keyOf(secret).slice(0, 12));
    const { said = '' } = (await ask('list', '', false, true)) as { said?: string };
    const lines = said.replaceAll(/ +[0-9.]+ k?B/g, ' KB').split('\n');
    expect(lines).toEqual([
      `${two.id.slice(0, 12)}  1 min KB for ${toAnn} left by ${toBen}`,
      `${one.id.slice(0, 12)}    2 h KB for ${toAnn} left by ${toBen}`,
      `${three.id.slice(0, 12)}    1 d KB for ${toBen} left by router north`,
      `left by ${toBen}: 2, KB`,
      'left by router north: 1, KB',
      `for ${toAnn}: 2, KB`,
      `for ${toBen}: 1, KB`,
    ]);
    expect(await ask('remove', one.id.slice(0, 8))).toMatchObject({ said: expect.stringContaining('is removed') });
    expect([at.shelf.has(one.id), await at.shelf.put(one, 0, phone(ben))]).toEqual([false, 'removed']);
  });

  it('is told where an answer of many lines was cut off', async () => {
    await stop();
    stop = await serveBoard(boardSocket(folder), async function* () {
      yield { said: 'one' };
      throw new Error('the disk failed');
    });
    expect(await ask('list')).toMatchObject({ problem: expect.stringContaining('cannot be asked') });
  });

  it('is told what would be right', async () => {
    for (const id of ['', 'zz', 'abc', 'f'.repeat(64)])
      expect(await ask('pin', id)).toEqual({
        problem: `${id}: expected the beginning of an id that \`board list\` shows`,
      });
  });
});

it('a second router is told that the folder is taken, and one that has died leaves it free', async () => {
  await expect(serveBoard(boardSocket(folder), () => oneLine(''))).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
  await stop();
  writeFileSync(boardSocket(folder), ''); // what a killed router leaves
  stop = await serveBoard(boardSocket(folder), () => oneLine('here'));
  expect(await ask('list')).toEqual({ said: 'here' });
});

it('without a router says so', async () => {
  await stop();
  expect(await ask('list')).toEqual({ problem: 'no router that holds words runs with this --data-dir' });
});

it('refuses what is no command, or too long', async () => {
  expect(await together(answerTo('{}', at.shelf))).toMatchObject({ problem: expect.stringContaining('does not know') });
  const long = { action: 'x'.repeat(2_000) as 'list', id: '', undo: false, letters: false };
  expect(await together(askBoard(boardSocket(folder), long))).toMatchObject({ problem: expect.any(String) });
});
