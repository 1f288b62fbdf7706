import fc from 'fast-check';
import { expect, it } from 'vitest';
import { contains, hostsOf, overlap, rangeOf, toNumber, toText, without } from './ipv4.ts';

const address = fc.nat(0xffffffff).map(toText);

it('an address survives the conversion to a number and back', () => {
  fc.assert(fc.property(address, (text) => toText(toNumber(text)) === text));
  expect(toNumber('192.168.1.144')).toBe(0xc0a80190);
});

it.each([
  ['192.168.42.7/24', '192.168.42.0', '192.168.42.255'],
  ['10.1.2.3/32', '10.1.2.3', '10.1.2.3'],
  ['0.0.0.0/0', '0.0.0.0', '255.255.255.255'],
])('%s is %s to %s', (cidr, first, last) => {
  expect(rangeOf(cidr)).toEqual({ first: toNumber(first), last: toNumber(last) });
});

it('hosts get neither the first nor the last address, except in a network of two (RFC 3021)', () => {
  expect(hostsOf(rangeOf('10.0.0.0/30'))).toEqual({ first: toNumber('10.0.0.1'), last: toNumber('10.0.0.2') });
  expect(hostsOf(rangeOf('10.0.0.0/31'))).toEqual(rangeOf('10.0.0.0/31'));
});

it('a range without some addresses is all the others', () => {
  const range = rangeOf('10.0.0.0/28');
  fc.assert(
    fc.property(fc.array(fc.integer({ min: range.first - 2, max: range.last + 2 }).map(toText)), (out) => {
      const left = without(range, out);
      for (let at = range.first; at <= range.last; at += 1) {
        const text = toText(at);
        expect(left.filter((piece) => contains(piece, text))).toHaveLength(out.includes(text) ? 0 : 1);
      }
    }),
  );
});

it('ranges overlap when they share an address', () => {
  expect(overlap(rangeOf('10.0.0.0/8'), rangeOf('10.9.0.0/16'))).toBe(true);
  expect(overlap(rangeOf('10.0.0.0/16'), rangeOf('10.1.0.0/16'))).toBe(false);
});
