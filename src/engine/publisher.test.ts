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

/** A publisher whose time the test controls, and the speeds it has published. */
function published() {
  let now = 0;
  let tasks: { at: number; task: () => void }[] = [];
  const speeds: (number | undefined)[] = [];
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
      if (message.type === 'transfers') for (const view of message.changed) speeds.push(view.bytesPerSecond);
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
  return { publisher, pass, speeds, waiting: () => tasks.length };
}

test('a speed falls to zero within seconds when nothing moves, and then the checks stop', () => {
  const { publisher, pass, speeds, waiting } = published();
  for (let bytes = 0; bytes <= 400_000; bytes += 100_000) {
    publisher.changed(KEY, moving(bytes));
    pass(500);
  }
  expect(speeds.at(-1)).toBeGreaterThan(150_000);
  pass(2_500);
  expect(speeds.at(-1)).toBeLessThan(120_000);
  pass(4_000);
  expect(speeds.at(-1)).toBe(0);
  expect(waiting()).toBe(0);
});
