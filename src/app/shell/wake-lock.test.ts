import { expect, test } from 'vitest';
import { keepScreenOn } from './wake-lock.ts';

/** A browser whose locks can be counted, revoked and refused. */
function browser() {
  const locks: { released: boolean; release(): Promise<void> }[] = [];
  let visible = true;
  let refuses = false;
  let changed = () => {};
  const keep = keepScreenOn({
    request: async () => {
      if (refuses) throw new DOMException('battery low', 'NotAllowedError');
      const lock = {
        released: false,
        release: async () => {
          lock.released = true;
        },
      };
      locks.push(lock);
      return lock as unknown as WakeLockSentinel;
    },
    isVisible: () => visible,
    onVisibility: (listener) => {
      changed = listener;
    },
  });
  return {
    keep,
    asked: () => locks.length,
    held: () => locks.filter(({ released }) => !released).length,
    refuse: (does: boolean) => {
      refuses = does;
    },
    show: (shown: boolean) => {
      visible = shown;
      if (!shown) for (const lock of locks) lock.released = true; // as browsers do
      changed();
    },
  };
}
const settled = () => new Promise((resolve) => setTimeout(resolve));

test('holds one lock while it is wanted, and lets go', async () => {
  const it = browser();
  it.keep(true);
  it.keep(true);
  await settled();
  expect([it.asked(), it.held()]).toEqual([1, 1]);
  it.keep(false);
  await settled();
  expect(it.held()).toBe(0);
});

test('takes the lock again when the page is shown again, if it is still wanted', async () => {
  const it = browser();
  it.keep(true);
  await settled();
  it.show(false);
  await settled();
  expect(it.held()).toBe(0);
  it.show(true);
  await settled();
  expect(it.held()).toBe(1);
  it.keep(false);
  it.show(false);
  it.show(true);
  await settled();
  expect([it.asked(), it.held()]).toEqual([2, 0]);
});

test('asks for none behind a hidden page', async () => {
  const it = browser();
  it.show(false);
  it.keep(true);
  await settled();
  expect(it.asked()).toBe(0);
});

test('releases a lock that comes when it is no longer wanted', async () => {
  const it = browser();
  it.keep(true);
  it.keep(false);
  await settled();
  expect([it.asked(), it.held()]).toEqual([1, 0]);
});

test('after a refusal it asks again the next time', async () => {
  const it = browser();
  it.refuse(true);
  it.keep(true);
  await settled();
  it.refuse(false);
  it.show(true);
  await settled();
  expect(it.held()).toBe(1);
});
