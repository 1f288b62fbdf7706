import { expect, test } from 'vitest';
import { isWriting } from './is-writing.ts';

test.each([
  ['Chrome and Firefox', { isComposing: true, keyCode: 229 }, true],
  ['Safari, which has ended the composition by then', { isComposing: false, keyCode: 229 }, true],
  ['Enter by itself', { isComposing: false, keyCode: 13 }, false],
])('a key of a composition is told from one by itself: %s', (_, event, expected) => {
  expect(isWriting(event)).toBe(expected);
});
