import { expect, test } from 'vitest';
import type { TransferKey } from '../../transfer/view.ts';
import type { SaveResult } from '../model/model.ts';
import { createWork, type Save, workOn } from './work.ts';

/** A save that ends when the test says so, or is given up with its signal. */
function slow() {
  let end: (result: SaveResult) => void = () => {};
  const ended = new Promise<SaveResult>((resolve) => {
    end = resolve;
  });
  const as = (isZip: boolean): Save => ({
    files: [[0, 0]],
    isZip,
    save: (signal) => {
      signal.addEventListener('abort', () => end('aborted'));
      return ended;
    },
  });
  return { zip: as(true), other: as(false), end };
}

test('a zip can be stopped while a file is saved beside it, and after that', async () => {
  const work = createWork();
  const [zip, file] = [slow(), slow()];
  const zipping = work.run(zip.zip);
  const saving = work.run(file.other);
  expect([work.isRunning.value, work.canStop.value]).toEqual([true, true]);
  file.end('handed');
  await saving;
  expect([work.isRunning.value, work.canStop.value, work.outcome.value?.result]).toEqual([true, true, 'handed']);
  work.stop();
  await zipping;
  expect([work.isRunning.value, work.canStop.value, work.outcome.value?.result]).toEqual([false, false, 'handed']);
});

test('stopping ends only what heeds it', async () => {
  const work = createWork();
  const [zip, folder] = [slow(), slow()];
  const zipping = work.run(zip.zip);
  const writing = work.run(folder.other);
  work.stop();
  await zipping;
  expect([work.isRunning.value, work.canStop.value]).toEqual([true, false]);
  folder.end('saved');
  await writing;
  expect([work.isRunning.value, work.outcome.value?.result]).toEqual([false, 'saved']);
});

test('a save that fails with an error runs no more', async () => {
  const work = createWork();
  await expect(work.run({ ...slow().zip, save: () => Promise.reject(new Error('gone')) })).rejects.toThrow('gone');
  expect([work.isRunning.value, work.outcome.value?.result]).toEqual([false, undefined]);
});

test('what came of it while nobody looked is told to those who come back, and only once', async () => {
  const work = createWork();
  const zip = slow();
  const zipping = work.run(zip.zip);
  work.shown()();
  zip.end('failed');
  await zipping;
  expect(work.outcome.value?.result).toBe('failed');
  work.shown()();
  expect(work.outcome.value).toBeUndefined();
});

test('what a card tells is not wiped from a sheet that is still there', async () => {
  const work = createWork();
  const zip = slow();
  const [sheetGone, cardGone] = [work.shown(), work.shown()];
  const zipping = work.run(zip.zip);
  zip.end('storage-full');
  await zipping;
  cardGone();
  expect(work.outcome.value?.result).toBe('storage-full');
  sheetGone();
  expect(work.outcome.value).toBeUndefined();
});

test('all screens see the same work on a transfer, and that on one of its files is another', () => {
  const [key, other] = ['a' as TransferKey, 'b' as TransferKey];
  expect(workOn(key)).toBe(workOn(key));
  expect(workOn(key, 0)).toBe(workOn(key, 0));
  expect(new Set([workOn(key), workOn(key, 0), workOn(other)]).size).toBe(3);
});
