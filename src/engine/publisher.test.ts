import { expect, test } from 'vitest';
import type { DeviceId } from '../protocol/signaling.ts';
import { contentsOf } from '../transfer/contents.ts';
import type { TransferKey, TransferView } from '../transfer/view.ts';
import { Publisher } from './publisher.ts';

const KEY = 's-peer-id' as TransferKey;
const moving = (storedBytes: number): TransferView => ({
  phase: 'sending',
  key: KEY,
  direction: 'sending',
  peer: 'peer' as DeviceId,
  peerName: 'Haru',
  title: 'a.jpg',
  contents: contentsOf([{ path: 'a.jpg' }]),
  files: 1,
  totalBytes: 1_000_000,
  storedBytes,
  verified: false,
});

/** A transfer of which the publisher may ask at any time, and how often it has. */
function watched(view = moving(0)) {
  const transfer = {
    key: KEY,
    now: view,
    looks: 0,
    view: () => {
      transfer.looks += 1;
      return transfer.now;
    },
  };
  return transfer;
}

/** A publisher whose time the test controls, and what it has published. */
function published() {
  let now = 0;
  let tasks: { at: number; task: () => void }[] = [];
  const speeds: (number | undefined)[] = [];
  const reports: (readonly [at: number, phase: string, bytes: number])[] = [];
  const publisher = new Publisher({
    elapsed: () => now,
    schedule: (task, ms) => {
      const entry = { at: now + ms, task };
      tasks.push(entry);
      return () => {
        tasks = tasks.filter((other) => other !== entry);
      };
    },
    post: (message) => {
      if (message.type !== 'transfers') return;
      for (const { bytesPerSecond, phase, storedBytes } of message.changed) {
        speeds.push(bytesPerSecond);
        reports.push([now, phase, storedBytes]);
      }
    },
  });
  const pass = (ms: number) => {
    for (const until = now + ms; ; ) {
      const next = tasks.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
      now = next?.at ?? until;
      if (!next) return;
      tasks = tasks.filter((other) => other !== next);
      next.task();
    }
  };
  return { publisher, pass, speeds, reports, waiting: () => tasks.length };
}

test('a speed falls to zero within seconds when nothing moves, and then the checks stop', () => {
  const { publisher, pass, speeds, waiting } = published();
  for (let bytes = 0; bytes <= 400_000; bytes += 100_000) {
    publisher.changed(watched(moving(bytes)));
    pass(500);
  }
  expect(speeds.at(-1)).toBeGreaterThan(150_000);
  pass(2_500);
  expect(speeds.at(-1)).toBeLessThan(120_000);
  pass(4_000);
  expect(speeds.at(-1)).toBe(0);
  expect(waiting()).toBe(0);
});

test('of mere progress it reports the last figures, twice a second, and looks at the transfer only then', () => {
  const { publisher, pass, reports } = published();
  const transfer = watched();
  publisher.changed(transfer);
  transfer.looks = 0;
  for (let bytes = 1; bytes <= 2_000; bytes += 1) {
    transfer.now = moving(bytes);
    publisher.progressed(transfer);
    pass(1);
  }
  expect(reports.map(([at]) => at)).toEqual([0, 500, 1_000, 1_500, 2_000]);
  expect(reports.at(-1)).toEqual([2_000, 'sending', 2_000]);
  expect(transfer.looks).toBe(4);
});

test('a new phase is reported at once, with the last figures', () => {
  const { publisher, pass, reports, waiting } = published();
  const transfer = watched();
  publisher.changed(transfer);
  pass(100);
  transfer.now = moving(700);
  publisher.progressed(transfer);
  pass(100);
  transfer.now = { ...moving(900), phase: 'paused' };
  publisher.changed(transfer);
  expect(reports).toEqual([
    [0, 'sending', 0],
    [200, 'paused', 900],
  ]);
  expect(waiting()).toBe(0);
});

test('another path is reported at once: the screen names it, and it may never change again', () => {
  const { publisher, pass, reports } = published();
  const transfer = watched({ ...moving(0), path: 'direct' });
  publisher.changed(transfer);
  pass(100);
  transfer.now = { ...moving(0), path: 'relayed' };
  publisher.changed(transfer);
  publisher.changed(transfer);
  expect(reports.map(([at]) => at)).toEqual([0, 100]);
});

test('progress of a transfer that is gone by the time of the report is not reported', () => {
  const { publisher, pass, reports } = published();
  const transfer = watched();
  publisher.changed(transfer);
  publisher.progressed(transfer);
  publisher.gone(KEY);
  pass(5_000);
  expect(reports).toHaveLength(1);
});
