import { expect, test } from 'vitest';
import { idOf, newSecret, publicKeyOf } from '../../protocol/keys.ts';
import { codeOfPerson } from './person-code.ts';
import { type Around, scanned } from './scanned.ts';

const [own, haru, mina] = [newSecret(), newSecret(), newSecret()].map(publicKeyOf);
if (own === undefined || haru === undefined || mina === undefined) throw new Error('three keys');
const HARU = { id: idOf(haru), name: 'Haru' };
const MINA = { id: idOf(mina), name: 'Mina' };

const around = (over: Partial<Around> = {}): Around => ({
  ownKey: own,
  meant: HARU,
  present: [HARU, MINA],
  isBlocked: () => false,
  ...over,
});

test('the code of the person who is meant is theirs', () => {
  expect(scanned(codeOfPerson(haru), around())).toEqual({ is: 'person', key: haru, ...HARU });
});

test('the code of another device than the one that is meant is a reason to warn', () => {
  expect(scanned(codeOfPerson(mina), around())).toEqual({ is: 'other', meant: HARU });
  const never = publicKeyOf(newSecret());
  expect(scanned(codeOfPerson(never), around())).toEqual({ is: 'other', meant: HARU });
});

test('without anybody who is meant it is whoever is in reach with that key', () => {
  expect(scanned(codeOfPerson(mina), around({ meant: undefined }))).toMatchObject({ is: 'person', name: 'Mina' });
  expect(scanned(codeOfPerson(mina), around({ meant: undefined, present: [HARU] }))).toEqual({ is: 'absent' });
});

test('the own code, a foreign one, and that of a blocked person make nobody known', () => {
  expect(scanned(codeOfPerson(own), around())).toEqual({ is: 'own' });
  expect(scanned('http://192.168.42.1/', around())).toEqual({ is: 'foreign' });
  expect(scanned(codeOfPerson(haru), around({ isBlocked: (id) => id === HARU.id }))).toEqual({ is: 'blocked' });
});
