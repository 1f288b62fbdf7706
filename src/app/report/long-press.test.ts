import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchLongPress } from './long-press.ts';

/** The part of an element that is used here. It is its own root. */
class FakeElement extends EventTarget {
  readonly attributes = new Set<string>();
  readonly #within: string;
  /** `within`: the element that it is, or is in. */
  constructor(within: string) {
    super();
    this.#within = within;
  }
  closest(selectors: string): unknown {
    return selectors.split(', ').includes(this.#within) || selectors === '.sign' ? this : null;
  }
  setAttribute(name: string): void {
    this.attributes.add(name);
  }
  removeAttribute(name: string): void {
    this.attributes.delete(name);
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

type Pointer = Partial<Pick<PointerEvent, 'button' | 'isPrimary' | 'pointerType' | 'clientX' | 'clientY'>>;

/** A sign that was pressed, in the way that `how` says. */
function pressed({ within = 'p', ...how }: Pointer & { within?: string } = {}) {
  const held = vi.fn();
  const sign = new FakeElement(within);
  const stop = watchLongPress(sign, '.sign', held);
  const does = (type: string, more: Pointer = {}) => {
    const finger = { button: 0, isPrimary: true, pointerType: 'touch', clientX: 50, clientY: 20 };
    sign.dispatchEvent(Object.assign(new Event(type), finger, more));
  };
  does('pointerdown', how);
  return { held, sign, does, stop };
}

test('counts after two seconds, once', () => {
  const { held } = pressed();
  vi.advanceTimersByTime(1_999);
  expect(held).not.toHaveBeenCalled();
  vi.advanceTimersByTime(10_000);
  expect(held).toHaveBeenCalledOnce();
});

test.each<[string, Pointer?]>([
  ['pointerup'],
  ['pointercancel'],
  ['contextmenu'],
  ['pointermove', { clientX: 58, clientY: 28 }],
  ['pointerdown', { isPrimary: false }],
])('%s before that ends it', (type, how) => {
  const { held, does } = pressed();
  vi.advanceTimersByTime(1_000);
  does(type, how);
  vi.advanceTimersByTime(5_000);
  expect(held).not.toHaveBeenCalled();
});

test('a finger never lies quite still', () => {
  const { held, does } = pressed();
  does('pointermove', { clientX: 56, clientY: 12 });
  vi.advanceTimersByTime(2_000);
  expect(held).toHaveBeenCalledOnce();
});

test.each(['a', 'button', 'form', 'input', 'label', 'select'])('on <%s> it does not count', (within) => {
  const { held } = pressed({ within });
  vi.advanceTimersByTime(5_000);
  expect(held).not.toHaveBeenCalled();
});

test.each<[string, Pointer]>([
  ['another button of a mouse', { button: 2, pointerType: 'mouse' }],
  ['a second finger', { isPrimary: false }],
])('%s does not count', (_, how) => {
  const { held } = pressed(how);
  vi.advanceTimersByTime(5_000);
  expect(held).not.toHaveBeenCalled();
});

test('text is kept from being selected while a finger is down, and only then', () => {
  const { sign, does } = pressed();
  expect([...sign.attributes]).toEqual(['data-pressed']);
  does('pointerup');
  expect([...sign.attributes]).toEqual([]);
  does('pointerdown', { pointerType: 'mouse' });
  expect([...sign.attributes]).toEqual([]);
});

test('nothing counts when nobody listens any longer', () => {
  const { held, sign, does, stop } = pressed();
  stop();
  vi.advanceTimersByTime(5_000);
  does('pointerdown');
  vi.advanceTimersByTime(5_000);
  expect(held).not.toHaveBeenCalled();
  expect([...sign.attributes]).toEqual([]);
});
