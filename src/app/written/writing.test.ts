import { expect, test } from 'vitest';
import type { ChosenFile } from '../model/chosen-file.ts';
import type { DraftKey, Words } from '../model/words.ts';
import { writingOf } from './writing.ts';

const file = (path: string): ChosenFile => ({ path, file: new File(['x'], path) });

function desk() {
  const drafts = new Map<DraftKey, string>();
  const words = {
    draft: (key: DraftKey) => drafts.get(key) ?? '',
    keepDraft: (key: DraftKey, text: string) => (text === '' ? drafts.delete(key) : drafts.set(key, text)),
  } as unknown as Words;
  return { drafts, writing: writingOf(words, 'board') };
}

/** Hands over what is in the field; `answer` says what becomes of it. */
function handingOver(writing: ReturnType<typeof desk>['writing']) {
  let answer: (why: 'no-room' | undefined) => void = () => undefined;
  const taken: (readonly [string, readonly string[]])[] = [];
  const done = writing.handOver<'no-room'>((text, files) => {
    taken.push([text, files.map(({ path }) => path)]);
    return new Promise((resolve) => {
      answer = resolve;
    });
  });
  return { done, taken, answer: (why?: 'no-room') => answer(why) };
}

test('the field is empty at once, and the browser keeps the text until it is stored', async () => {
  const { drafts, writing } = desk();
  writing.write('We are at the east gym. ');
  const handed = handingOver(writing);
  await Promise.resolve();
  expect(writing.text).toBe('');
  expect(writing.isHandedOver.value).toBe(true);
  expect(drafts.get('board'), 'a page that ends now has lost nothing').toBe('We are at the east gym. ');
  expect(handed.taken).toEqual([['We are at the east gym.', []]]);
  handed.answer();
  expect(await handed.done).toBeUndefined();
  expect(drafts.size).toBe(0);
  expect(writing.isHandedOver.value).toBe(false);
});

test('what is written meanwhile stays when the first is stored, and is kept with it until then', async () => {
  const { drafts, writing } = desk();
  writing.write('First');
  const handed = handingOver(writing);
  await Promise.resolve();
  writing.write('Second');
  expect(drafts.get('board')).toBe('First\nSecond');
  handed.answer();
  await handed.done;
  expect(writing.text).toBe('Second');
  expect(drafts.get('board')).toBe('Second');
});

test('what was not stored stands in the field again, before what was written meanwhile, with its files', async () => {
  const { drafts, writing } = desk();
  writing.write('First');
  writing.attach([file('a.jpg')]);
  const handed = handingOver(writing);
  await Promise.resolve();
  writing.write('Second');
  writing.attach([file('b.jpg')]);
  handed.answer('no-room');
  expect(await handed.done).toBe('no-room');
  expect(writing.text).toBe('First\nSecond');
  expect(writing.files.value.map(({ path }) => path)).toEqual(['a.jpg', 'b.jpg']);
  expect(drafts.get('board')).toBe('First\nSecond');
});

test('a second one waits for the first, and goes out although that failed', async () => {
  const { writing } = desk();
  writing.write('First');
  const first = writing.handOver(() => Promise.reject(new Error('the worker has gone')));
  writing.write('Second');
  const second = handingOver(writing);
  expect(second.taken).toEqual([]);
  await expect(first).rejects.toThrow('gone');
  expect(writing.text).toBe('First');
  await Promise.resolve();
  expect(second.taken).toEqual([['Second', []]]);
  second.answer();
  await second.done;
  expect(writing.text).toBe('First');
});
