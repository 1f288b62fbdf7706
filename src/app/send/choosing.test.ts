import { effect, signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { DeviceId } from '../../protocol/signaling.ts';
import type { Examined } from '../files/examine.ts';
import { NOTHING_LEFT_OUT as NONE } from '../files/left-out.ts';
import type { ChosenFile } from '../model/model.ts';
import { createChoosing } from './choosing.ts';

const file = (path: string): ChosenFile => ({ path, file: new File([], path) });
const paths = (files: readonly ChosenFile[]) => files.map(({ path }) => path).join();

/** `answer` ends the running examination. */
function start() {
  const files = signal<readonly ChosenFile[]>([]);
  const done: string[] = [];
  const add = (more: readonly ChosenFile[]) => {
    files.value = [...files.value, ...more];
    done.push(`tray ${paths(more)}`);
  };
  let waiting: ((result: Examined | Promise<Examined>) => void)[] = [];
  let recipient: string | undefined;
  const choosing = createChoosing(
    {
      files,
      add,
      sendTo: (some, [to]) => done.push(`${to} ${paths(some)}`),
      picking() {
        const to = recipient;
        recipient = undefined;
        return to === undefined ? add : (some) => done.push(`${to} ${paths(some)}`);
      },
    },
    () => new Promise((resolve) => waiting.push(resolve)),
  );
  const answer = async (result: Examined | Promise<Examined>) => {
    await expect.poll(() => waiting.length).toBe(1);
    for (const resolve of waiting) resolve(result);
    waiting = [];
    await new Promise((resolve) => choosing.whenLooked(() => resolve(undefined)));
  };
  const pickFor = (device: string) => {
    recipient = device;
  };
  return { choosing, done, answer, pickFor };
}

test('a complete choice goes to the device it was made for, whichever is pressed meanwhile', async () => {
  const { choosing, done, answer, pickFor } = start();
  pickFor('b');
  choosing.picked([file('1')], false);
  pickFor('c');
  await answer({ files: [file('1')], leftOut: NONE });
  expect(done).toEqual(['b 1']);
  expect(choosing.leftOut.value).toBeUndefined();
});

test('an empty file is still sent, and is named', async () => {
  const { choosing, done, answer, pickFor } = start();
  pickFor('b');
  choosing.picked([file('pipe')], false);
  await answer({ files: [file('pipe')], leftOut: { ...NONE, withoutContent: ['pipe'] } });
  expect(done).toEqual(['b pipe']);
  expect(choosing.leftOut.value?.withoutContent).toEqual(['pipe']);
});

test('an incomplete choice waits in the tray, with an explanation', async () => {
  const { choosing, done, answer, pickFor } = start();
  pickFor('b');
  choosing.picked([file('1'), file('2')], false);
  await answer({ files: [file('1')], leftOut: { ...NONE, unreadable: ['2'] } });
  expect(done).toEqual(['tray 1']);
  expect(choosing.leftOut.value?.unreadable).toEqual(['2']);
  choosing.dropped({ files: [file('3')], unread: [], emptyFolders: [] }, 'a' as DeviceId);
  await answer({ files: [file('3')], leftOut: NONE });
  expect(done).toEqual(['tray 1', 'a 3']);
  expect(choosing.leftOut.value).toBeUndefined();
});

test('a press during the examination takes effect when it ends', async () => {
  const { choosing, done, answer } = start();
  choosing.add([file('1')]);
  choosing.whenLooked(() => done.push('pressed'));
  expect(done).toEqual([]);
  await answer({ files: [file('1')], leftOut: NONE });
  expect(done).toEqual(['tray 1', 'pressed']);
  choosing.whenLooked(() => done.push('at once'));
  expect(done.at(-1)).toBe('at once');
});

test('until they are examined the page holds the files, and not a moment less: what examines them may never come', async () => {
  const { choosing, done, answer, pickFor } = start();
  const held: string[] = [];
  effect(() => void held.push(`${paths(choosing.unexamined.value)} / ${done.length}`));
  choosing.add([file('1'), file('2')]);
  pickFor('b');
  choosing.picked([file('3')], false);
  expect(held).toEqual([' / 0', '1,2 / 0', '1,2,3 / 0']);
  void answer({ files: [file('1'), file('2')], leftOut: NONE });
  await expect.poll(() => paths(choosing.unexamined.value)).toBe('3');
  await answer(Promise.reject(new Error('a file system that is gone')));
  expect(held.slice(3)).toEqual(['3 / 1', ' / 1']);
  expect(choosing.leftOut.value?.unreadable).toEqual(['3']);
});

test('an empty folder is reported; a closed picker is not', async () => {
  const { choosing, answer } = start();
  choosing.picked([], true);
  expect(choosing.leftOut.value).toBeUndefined();
  choosing.picked([], false);
  await answer({ files: [], leftOut: { ...NONE, isNothing: true } });
  expect(choosing.leftOut.value?.isNothing).toBe(true);
});

test('a failed examination is reported, and holds up neither a press nor the next choice', async () => {
  const { choosing, done, answer } = start();
  choosing.add([file('1')]);
  choosing.whenLooked(() => done.push('pressed'));
  await answer(Promise.reject(new Error('a file system that is gone')));
  expect(done).toEqual(['pressed']);
  expect(choosing.leftOut.value?.unreadable).toEqual(['1']);
  choosing.add([file('2')]);
  await answer({ files: [file('2')], leftOut: NONE });
  expect(done).toEqual(['pressed', 'tray 2']);
});

test('a text is named as long as its file is chosen', async () => {
  const { choosing, done, answer } = start();
  choosing.wrote(file('Water.txt'), undefined);
  expect(choosing.ofText.value).toBeUndefined();
  await answer({ files: [file('Water.txt')], leftOut: NONE });
  expect(choosing.ofText.value).toBe('Water.txt');
  choosing.wrote(file('Fire.txt'), 'b' as DeviceId);
  await answer({ files: [file('Fire.txt')], leftOut: NONE });
  expect(choosing.ofText.value).toBeUndefined();
  expect(done).toEqual(['tray Water.txt', 'b Fire.txt']);
});
