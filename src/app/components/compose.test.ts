import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { Device, DeviceId } from '../../protocol/signaling.ts';
import type { ChosenFile } from '../model.ts';
import { createCompose } from './compose.ts';

const id = (name: string): DeviceId => name as DeviceId;
const device = (name: string): Device => ({ id: id(name), name, kind: 'phone' });
const file = (path: string): ChosenFile => ({ path, file: new File([], path) });

function start() {
  const devices = signal([device('a'), device('b'), device('c')]);
  const sent: [string[], DeviceId[]][] = [];
  let pickers = 0;
  const compose = createCompose(
    { devices, send: (files, to) => sent.push([files.map(({ path }) => path), [...to]]) },
    () => {
      pickers += 1;
    },
  );
  return { devices, sent, compose, pickers: () => pickers };
}

test('files first: a press on a device sends and empties the tray', () => {
  const { compose, sent } = start();
  compose.choose();
  compose.picked([file('1'), file('2')]);
  compose.press(id('a'));
  expect(sent).toEqual([[['1', '2'], ['a']]]);
  expect(compose.files.value).toEqual([]);
});

test('device first: the picker opens, and what is picked goes to that device', () => {
  const { compose, sent, pickers } = start();
  compose.press(id('b'));
  expect(pickers()).toBe(1);
  compose.picked([file('1')]);
  expect(sent).toEqual([[['1'], ['b']]]);
  expect(compose.files.value).toEqual([]);
});

test('a closed picker forgets the device', () => {
  const { compose, sent } = start();
  compose.press(id('b'));
  compose.picked([]);
  compose.choose();
  compose.picked([file('1')]);
  expect(sent).toEqual([]);
  expect(compose.files.value).toHaveLength(1);
});

test('a picker that closed without a word is forgotten when files are chosen next', () => {
  const { compose, sent } = start();
  compose.press(id('b'));
  compose.choose();
  compose.picked([file('1')]);
  expect(sent).toEqual([]);
});

test('several: presses mark, Send sends to the marked that are still here', () => {
  const { compose, sent, devices } = start();
  compose.picked([file('1')]);
  compose.toggleSeveral();
  for (const name of ['a', 'b', 'c', 'b']) compose.press(id(name));
  expect(sent).toEqual([]);
  devices.value = [device('c'), device('b')];
  compose.sendToMarked();
  expect(sent).toEqual([[['1'], ['c']]]);
  expect(compose.marked.value).toBeUndefined();
});

test('several without files: Send opens the picker, then sends', () => {
  const { compose, sent, pickers } = start();
  compose.toggleSeveral();
  compose.sendToMarked();
  expect(pickers()).toBe(0);
  compose.press(id('a'));
  compose.press(id('b'));
  compose.sendToMarked();
  expect(pickers()).toBe(1);
  compose.picked([file('1')]);
  expect(sent).toEqual([[['1'], ['a', 'b']]]);
  expect(compose.marked.value).toBeUndefined();
});

test('groups are taken out of the tray again', () => {
  const { compose } = start();
  compose.picked([file('x'), file('d/1'), file('y')]);
  compose.remove({ kind: 'folder', name: 'd', files: 1, bytes: 0, groups: 1, ranges: [[1, 1]] });
  expect(compose.files.value.map(({ path }) => path)).toEqual(['x', 'y']);
});
