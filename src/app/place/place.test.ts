import { expect, test } from 'vitest';
import { above, hashOf, type Place, placeOf } from './place.ts';

const key = 'r-abcdefghijkl-0123456789abcdef';

test.each<Place>([
  { screen: 'home' },
  { screen: 'here' },
  { screen: 'bring' },
  { screen: 'received' },
  { screen: 'deleted' },
  { screen: 'group', key },
  { screen: 'file', key, index: 0 },
  { screen: 'file', key, index: 9_999 },
  { screen: 'people' },
  { screen: 'person', id: 'abcdefgh-_012345' },
  { screen: 'board' },
  { screen: 'write' },
  { screen: 'post', id: 'ab'.repeat(32) },
])('an address leads back to where it was made: %o', (place) => {
  expect(placeOf(hashOf(place))).toEqual(place);
});

test.each([
  '#',
  '#other',
  '#here/',
  '#here/other',
  '#received/',
  '#received/../x',
  '#received/a b',
  '#received/k/-1',
  '#received/k/1/2',
  '#received/k/x',
  '#people/',
  '#people/a b',
  '#people/a/b',
  '#board/',
  '#board/a b',
  '#board/ab/cd',
])('what is no address leads to the first screen: %s', (hash) => {
  expect(placeOf(hash)).toEqual({ screen: 'home' });
});

test('above a file is its folder, unless it is the only one', () => {
  expect(above({ screen: 'file', key, index: 3 }, false)).toEqual({ screen: 'group', key });
  expect(above({ screen: 'file', key, index: 0 }, true)).toEqual({ screen: 'received' });
  expect(above({ screen: 'group', key }, false)).toEqual({ screen: 'received' });
  expect(above({ screen: 'deleted' }, false)).toEqual({ screen: 'received' });
  expect(above({ screen: 'person', id: 'a' }, false)).toEqual({ screen: 'home' });
  expect(above({ screen: 'bring' }, false)).toEqual({ screen: 'home' });
  expect(above({ screen: 'here' }, false)).toEqual({ screen: 'home' });
  expect(above({ screen: 'people' }, false)).toEqual({ screen: 'home' });
  expect(above({ screen: 'received' }, false)).toEqual({ screen: 'home' });
  expect(above({ screen: 'board' }, false)).toEqual({ screen: 'home' });
  expect(above({ screen: 'write' }, false)).toEqual({ screen: 'board' });
  expect(above({ screen: 'post', id: 'ab' }, false)).toEqual({ screen: 'board' });
});
