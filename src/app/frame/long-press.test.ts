import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { longPress } from './long-press.ts';

/** The part of an element that is used here. */
class FakeElement extends EventTarget {
  readonly #isInControl: boolean;
  constructor(isInControl: boolean) {
    super();
    this.#isInControl = isInControl;
  }
  closest(): unknown {
    return this.#isInControl ? this : null;
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('Element', FakeElement);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function pressed(isInControl = false) {
  const held = vi.fn();
  const press = longPress(held);
  press.onPointerDown({ target: new FakeElement(isInControl) });
  return { held, press };
}

test('counts after two seconds', () => {
  const { held } = pressed();
  vi.advanceTimersByTime(1_999);
  expect(held).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(held).toHaveBeenCalledOnce();
});

test.each(['onPointerUp', 'onPointerCancel', 'onPointerLeave'] as const)('%s before that ends it', (end) => {
  const { held, press } = pressed();
  vi.advanceTimersByTime(1_000);
  press[end]();
  vi.advanceTimersByTime(5_000);
  expect(held).not.toHaveBeenCalled();
});

test('on a control it does not count', () => {
  const { held } = pressed(true);
  vi.advanceTimersByTime(5_000);
  expect(held).not.toHaveBeenCalled();
});
