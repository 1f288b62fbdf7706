import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { MAX_FILES } from '../../protocol/limits.ts';
import type { DeviceId } from '../../protocol/signaling.ts';
import type { ChosenFile, Connection } from '../model/model.ts';
import type { Listed } from '../model/presence.ts';
import { createCompose } from './compose.ts';
import { GRACE_S } from './departures.ts';

const id = (name: string): DeviceId => name as DeviceId;
const device = (name: string): Listed => ({ id: id(name), name, kind: 'phone' });
const gone = (name: string): Listed => ({ ...device(name), hasLeft: true });
const file = (path: string): ChosenFile => ({ path, file: new File([], path) });

const paths = (files: readonly ChosenFile[]) => files.map((it) => it.path);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function start() {
  const devices = signal<readonly Listed[]>([device('a'), device('b'), device('c')]);
  const connection = signal<Connection>('online');
  const blocked = signal<readonly DeviceId[]>([]);
  const sent: [string[], DeviceId[]][] = [];
  const lines: (string | undefined)[] = [];
  const held: boolean[] = [];
  let pickers = 0;
  const compose = createCompose(
    {
      devices,
      connection,
      people: { isBlocked: (one) => blocked.value.includes(one) },
      hold: (isHeld) => held.push(isHeld),
      send: (files, to, line) => {
        sent.push([paths(files), [...to]]);
        lines.push(line);
      },
    },
    () => {
      pickers += 1;
    },
  );
  const wait = (seconds: number) => vi.advanceTimersByTime(seconds * 1000);
  return {
    devices,
    connection,
    blocked,
    sent,
    lines,
    compose,
    pickers: () => pickers,
    isHeld: () => held[held.length - 1],
    wait,
  };
}

test('files first: a press on a device sends after the seconds for undoing and empties the tray', () => {
  const { compose, sent, wait } = start();
  compose.choose();
  compose.picked([file('1'), file('2')]);
  compose.press(id('a'));
  expect(compose.files.value).toEqual([]);
  wait(GRACE_S - 0.1);
  expect(sent).toEqual([]);
  wait(0.1);
  expect(sent).toEqual([[['1', '2'], ['a']]]);
  expect(compose.departures.waiting.value).toEqual([]);
});

test('device first: the picker opens, and its files go to that device after the seconds for undoing', () => {
  const { compose, sent, pickers, wait } = start();
  compose.press(id('b'));
  expect(pickers()).toBe(1);
  compose.picked([file('1')]);
  expect(sent).toEqual([]);
  wait(GRACE_S);
  expect(sent).toEqual([[['1'], ['b']]]);
  expect(compose.files.value).toEqual([]);
});

test('dropped on a device: the files wait as well', () => {
  const { compose, sent, wait } = start();
  compose.sendTo([file('1')], [id('c')]);
  expect(sent).toEqual([]);
  wait(GRACE_S);
  expect(sent).toEqual([[['1'], ['c']]]);
});

test('a closed picker forgets the device', () => {
  const { compose, sent, wait } = start();
  compose.press(id('b'));
  compose.picked([]);
  compose.choose();
  compose.picked([file('1')]);
  wait(GRACE_S);
  expect(sent).toEqual([]);
  expect(compose.files.value).toHaveLength(1);
});

test('a picker that closed silently is forgotten with the next choice', () => {
  const { compose, sent, wait } = start();
  compose.press(id('b'));
  compose.choose();
  compose.picked([file('1')]);
  wait(GRACE_S);
  expect(sent).toEqual([]);
});

test('several: presses mark, Send sends to the marked that are still here, all in one departure', () => {
  const { compose, sent, devices, wait } = start();
  compose.picked([file('1')]);
  compose.toggleSeveral();
  for (const name of ['a', 'b', 'c', 'b']) compose.press(id(name));
  devices.value = [gone('a'), device('c'), device('b')];
  compose.sendToMarked();
  expect(compose.marked.value).toBeUndefined();
  expect(compose.departures.waiting.value).toHaveLength(1);
  wait(GRACE_S);
  expect(sent).toEqual([[['1'], ['c']]]);
});

test('several without files: Send opens the picker, then sends', () => {
  const { compose, sent, pickers, wait } = start();
  compose.toggleSeveral();
  compose.sendToMarked();
  expect(pickers()).toBe(0);
  compose.press(id('a'));
  compose.press(id('b'));
  compose.sendToMarked();
  expect(pickers()).toBe(1);
  compose.picked([file('1')]);
  wait(GRACE_S);
  expect(sent).toEqual([[['1'], ['a', 'b']]]);
  expect(compose.marked.value).toBeUndefined();
});

test('groups can be removed from the tray', () => {
  const { compose } = start();
  compose.picked([file('x'), file('d/1'), file('y')]);
  compose.remove({ kind: 'folder', name: 'd', files: 1, bytes: 0, groups: 1, ranges: [[1, 1]] });
  expect(paths(compose.files.value)).toEqual(['x', 'y']);
});

describe('while something waits to leave', () => {
  test('Undo sends nothing, and the files stay chosen', () => {
    const { compose, sent, wait } = start();
    compose.picked([file('1')]);
    compose.press(id('a'));
    compose.undo();
    wait(2 * GRACE_S);
    expect(sent).toEqual([]);
    expect(paths(compose.files.value)).toEqual(['1']);
    compose.press(id('b'));
    wait(GRACE_S);
    expect(sent).toEqual([[['1'], ['b']]]);
  });

  test('Undo after a new choice sends nothing beyond a receiver’s limits, and keeps all files', () => {
    const { compose, sent, wait } = start();
    const many = (path: string) => Array<ChosenFile>(MAX_FILES / 2 + 1).fill(file(path));
    compose.sendTo(many('1'), [id('a')]);
    compose.add(many('2'));
    compose.undo();
    expect(compose.tooMuch.value).toMatchObject({ of: 'files', count: MAX_FILES + 2, most: MAX_FILES });
    compose.press(id('b'));
    wait(GRACE_S);
    expect(sent).toEqual([]);
    expect(compose.files.value).toHaveLength(MAX_FILES + 2);
    compose.clear();
    expect(compose.tooMuch.value).toBeUndefined();
  });

  test('Send now sends at once, and only once', () => {
    const { compose, sent, wait } = start();
    compose.picked([file('1')]);
    compose.press(id('a'));
    compose.departures.leaveNow(compose.departures.waiting.value[0]?.number ?? 0);
    expect(sent).toEqual([[['1'], ['a']]]);
    compose.undo();
    wait(2 * GRACE_S);
    expect(sent).toHaveLength(1);
    expect(compose.files.value).toEqual([]);
  });

  test('a hidden page sends everything at once', () => {
    const { compose, sent } = start();
    compose.sendTo([file('1')], [id('a')]);
    compose.sendTo([file('2')], [id('b')]);
    compose.departures.allLeaveNow();
    expect(sent).toEqual([
      [['1'], ['a']],
      [['2'], ['b']],
    ]);
  });

  test('a second press on the same device changes nothing', () => {
    const { compose, sent, pickers, wait } = start();
    compose.picked([file('1')]);
    compose.press(id('a'));
    wait(GRACE_S - 1);
    compose.press(id('a'));
    wait(1);
    expect(sent).toEqual([[['1'], ['a']]]);
    expect(pickers()).toBe(0);
  });

  test('a press on another device adds it as a recipient, and the seconds begin anew', () => {
    const { compose, sent, wait } = start();
    compose.picked([file('1')]);
    compose.press(id('a'));
    wait(GRACE_S - 1);
    compose.press(id('b'));
    wait(GRACE_S - 1);
    expect(sent).toEqual([]);
    wait(1);
    expect(sent).toEqual([[['1'], ['a', 'b']]]);
  });

  test('a line is for those to whom it was written: who is pressed afterwards gets the same files without it, and once', () => {
    const { compose, sent, lines, wait } = start();
    compose.picked([file('1')]);
    compose.press(id('a'));
    compose.departures.write(compose.departures.waiting.value[0]?.number ?? 0, 'Mother is in hospital');
    for (const name of ['b', 'a', 'b', 'c']) compose.press(id(name));
    wait(GRACE_S);
    expect(sent).toEqual([
      [['1'], ['a']],
      [['1'], ['b', 'c']],
    ]);
    expect(lines).toEqual(['Mother is in hospital', undefined]);
  });

  test('Undo of both puts the files back once; the line comes back with them, and goes once', () => {
    const { compose, sent, lines, wait } = start();
    compose.picked([file('1')]);
    compose.press(id('a'));
    compose.departures.write(compose.departures.waiting.value[0]?.number ?? 0, 'See you');
    compose.press(id('b'));
    compose.undo();
    compose.undo();
    expect(paths(compose.files.value)).toEqual(['1']);
    compose.add([file('2')]);
    compose.press(id('c'));
    expect(compose.departures.waiting.value[0]?.note).toBe('See you');
    wait(GRACE_S);
    compose.picked([file('3')]);
    compose.press(id('c'));
    wait(GRACE_S);
    expect(sent).toEqual([
      [['1', '2'], ['c']],
      [['3'], ['c']],
    ]);
    expect(lines).toEqual(['See you', undefined]);
  });

  test('files picked for one device never go to another: a press on that one asks for files', () => {
    const { compose, sent, pickers, wait } = start();
    compose.press(id('a'));
    compose.picked([file('1')]);
    compose.press(id('b'));
    expect(pickers()).toBe(2);
    compose.picked([file('2')]);
    wait(GRACE_S);
    expect(sent).toEqual([
      [['1'], ['a']],
      [['2'], ['b']],
    ]);
  });

  test('other files to another device: both have all their seconds', () => {
    const { compose, sent, wait } = start();
    compose.picked([file('1')]);
    compose.press(id('a'));
    wait(GRACE_S - 1);
    compose.picked([file('2')]);
    compose.press(id('b'));
    wait(1);
    expect(sent).toEqual([[['1'], ['a']]]);
    wait(GRACE_S - 1);
    expect(sent[1]).toEqual([['2'], ['b']]);
  });

  test('the seconds continue when the focused button disappears with its row', () => {
    const { compose, sent, wait } = start();
    compose.sendTo([file('1')], [id('a')]);
    compose.sendTo([file('2')], [id('b')]);
    compose.departures.hold(true);
    compose.undo();
    wait(GRACE_S);
    expect(sent).toEqual([[['1'], ['a']]]);
  });

  test('the seconds stop while a person is at the buttons', () => {
    const { compose, sent, wait } = start();
    compose.sendTo([file('1')], [id('a')]);
    compose.departures.hold(true);
    wait(20);
    expect(sent).toEqual([]);
    compose.departures.hold(false);
    wait(GRACE_S);
    expect(sent).toHaveLength(1);
  });

  test('another page takes over: the files are back in the tray here, and nothing is sent twice', () => {
    const { compose, sent, connection, wait } = start();
    compose.sendTo([file('1')], [id('a')]);
    connection.value = 'replaced';
    wait(GRACE_S);
    expect(sent).toEqual([]);
    expect(paths(compose.files.value)).toEqual(['1']);
  });
});

describe('a device that leaves meanwhile', () => {
  test('is reported and gets nothing, and no other device gets it, not even one with the same name', () => {
    const { compose, sent, devices, wait } = start();
    compose.picked([file('1')]);
    compose.press(id('a'));
    devices.value = [gone('a'), { ...device('z'), name: 'a' }, device('b')];
    wait(GRACE_S);
    expect(sent).toEqual([]);
    expect(compose.missed.value).toEqual([{ id: 'a', name: 'a' }]);
    expect(paths(compose.files.value)).toEqual(['1']);
    compose.press(id('b'));
    expect(compose.missed.value).toEqual([]);
  });

  test('of several, the others get it', () => {
    const { compose, sent, devices, wait } = start();
    compose.sendTo([file('1')], [id('a'), id('b')]);
    devices.value = [device('a'), gone('b')];
    wait(GRACE_S);
    expect(sent).toEqual([[['1'], ['a']]]);
    expect(compose.missed.value.map(({ name }) => name)).toEqual(['b']);
    expect(compose.files.value).toEqual([]);
  });

  test('gets the files if it is back in time', () => {
    const { compose, sent, devices, wait } = start();
    compose.sendTo([file('1')], [id('a')]);
    devices.value = [gone('a')];
    wait(GRACE_S - 1);
    devices.value = [device('a')];
    wait(1);
    expect(sent).toEqual([[['1'], ['a']]]);
  });

  test('cannot be pressed', () => {
    const { compose, devices, pickers } = start();
    devices.value = [gone('a'), device('b')];
    compose.press(id('a'));
    expect(pickers()).toBe(0);
  });

  test('while the picker was open for it: that is reported when the files are there', () => {
    const { compose, sent, devices, wait } = start();
    compose.press(id('a'));
    devices.value = [{ ...device('z'), name: 'a' }];
    compose.picked([file('1')]);
    wait(GRACE_S);
    expect(sent).toEqual([]);
    expect(compose.missed.value.map(({ name }) => name)).toEqual(['a']);
  });
});

test('the list is held while files wait, while they can be undone, and while several are marked', () => {
  const { compose, isHeld, wait } = start();
  expect(isHeld()).toBe(false);
  compose.picked([file('1')]);
  expect(isHeld()).toBe(true);
  compose.press(id('a'));
  wait(GRACE_S - 1);
  expect([isHeld(), compose.holdsFiles.value]).toEqual([true, true]);
  wait(1);
  expect([isHeld(), compose.holdsFiles.value]).toEqual([false, false]);
  compose.toggleSeveral();
  expect(isHeld()).toBe(true);
  compose.toggleSeveral();
  expect(isHeld()).toBe(false);
});

test('who is blocked meanwhile gets nothing: not by a mark, not by files that are about to leave, not by a press', () => {
  const { compose, blocked, sent, wait } = start();
  compose.add([file('1')]);
  compose.toggleSeveral();
  compose.press(id('a'));
  compose.press(id('b'));
  blocked.value = [id('a')];
  expect([...(compose.marked.value ?? [])]).toEqual(['b']);
  expect(compose.listed.value.map(({ name }) => name)).toEqual(['b', 'c']);
  compose.press(id('a'));
  compose.sendToMarked();
  blocked.value = [id('b')];
  wait(GRACE_S);
  expect(sent).toEqual([]);
  expect(paths(compose.files.value)).toEqual(['1']);
  blocked.value = [];
  compose.toggleSeveral();
  expect([...(compose.marked.value ?? [])]).toEqual([]);
});

test('all of some devices are marked at once, and unmarked at once when all of them are', () => {
  const { compose, devices, sent, wait } = start();
  compose.choose();
  compose.picked([file('1')]);
  compose.toggleSeveral();
  compose.press(id('c'));
  compose.toggleAll([id('a'), id('c')]);
  expect([...(compose.marked.value ?? [])]).toEqual([id('a'), id('c')]);
  compose.toggleAll([id('a'), id('c')]);
  expect(compose.marked.value?.size).toBe(0);
  compose.toggleAll(devices.value.map((it) => it.id));
  compose.press(id('b'));
  compose.sendToMarked();
  wait(GRACE_S);
  expect(sent).toEqual([[['1'], ['a', 'c']]]);
});

test('files that leave stay in sight while they can be undone, unless others are chosen', () => {
  const { compose, wait } = start();
  compose.choose();
  compose.picked([file('1')]);
  compose.press(id('a'));
  expect(paths(compose.leaving.value?.files ?? [])).toEqual(['1']);
  compose.add([file('2')]);
  expect(compose.leaving.value).toBeUndefined();
  compose.clear();
  wait(GRACE_S);
  expect(compose.leaving.value).toBeUndefined();
});
