import { expect, test } from 'vitest';
import { NAT_KINDS, natText, plainMasqueradeText } from './nat.ts';

test.each(NAT_KINDS)('rules of a %s', (kind) => {
  expect(natText(kind, 'wan0')).toMatchSnapshot();
});

test('rules of a router set up by hand: no filter', () => {
  expect(plainMasqueradeText('wan0')).toMatchSnapshot();
});
