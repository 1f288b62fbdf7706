import { expect, test } from 'vitest';
import { codeOf, commitmentTo, type Nonce, newNonce } from './compare.ts';
import type { PublicKey } from './keys.ts';
import { parseControlMessage } from './peer.ts';

const key = (letter: string) => letter.repeat(42).padEnd(43, 'A') as PublicKey;
const nonce = (letter: string) => letter.repeat(42).padEnd(43, 'A') as Nonce;
const ends = { asking: key('a'), asked: key('b') };

test('the same keys and nonces always give the same code and commitment', () => {
  expect(commitmentTo(nonce('n'), ends)).toBe('Z14UJIo83JW8-6jcPhAQ23HNZH9T55Bh4D7HE7GkxhY');
  expect(codeOf(ends, [nonce('n'), nonce('m')])).toEqual({
    pictures: [46, 46, 40, 18],
    digits: '006179',
  });
});

test.each<[string, Parameters<typeof codeOf>]>([
  ['another key asks', [{ ...ends, asking: key('c') }, [nonce('n'), nonce('m')]]],
  ['another key is asked', [{ ...ends, asked: key('c') }, [nonce('n'), nonce('m')]]],
  ['the keys change places', [{ asking: ends.asked, asked: ends.asking }, [nonce('n'), nonce('m')]]],
  ['the nonces change places', [ends, [nonce('m'), nonce('n')]]],
  ['the first nonce is another', [ends, [nonce('x'), nonce('m')]]],
  ['the second nonce is another', [ends, [nonce('n'), nonce('x')]]],
])('the code is another one when %s', (_, given) => {
  const code = codeOf(ends, [nonce('n'), nonce('m')]);
  expect(codeOf(...given)).not.toEqual(code);
});

test('a commitment holds for its nonce and its two keys, in their order', () => {
  const commitment = commitmentTo(nonce('n'), ends);
  expect([
    commitmentTo(nonce('m'), ends),
    commitmentTo(nonce('n'), { ...ends, asking: key('c') }),
    commitmentTo(nonce('n'), { ...ends, asked: key('c') }),
    commitmentTo(nonce('n'), { asking: ends.asked, asked: ends.asking }),
  ]).not.toContain(commitment);
});

test('every picture and every first digit comes up, and they do not come from the same bits', () => {
  const seen = Array.from({ length: 4 }, () => new Set<number>());
  const digits = new Set<string>();
  const pairs = new Set<string>();
  for (let n = 0; n < 2_000; n++) {
    const code = codeOf(ends, [newNonce((bytes) => crypto.getRandomValues(bytes)), nonce('m')]);
    expect(code.digits).toMatch(/^\d{6}$/);
    for (const [place, picture] of code.pictures.entries()) seen[place]?.add(picture);
    digits.add(code.digits.slice(0, 1));
    pairs.add(`${code.pictures[0]} ${code.digits.at(-1)}`);
  }
  expect(seen.map(({ size }) => size)).toEqual([64, 64, 64, 64]);
  expect(digits.size).toBe(10);
  expect(pairs.size).toBeGreaterThan(550); // of 640
});

test('a nonce is as long as a key, and never the same', () => {
  const made = Array.from({ length: 100 }, () => newNonce((bytes) => crypto.getRandomValues(bytes)));
  expect(new Set(made).size).toBe(100);
  expect(made.every((text) => /^[\w-]{43}$/.test(text))).toBe(true);
});

const C = 'c'.repeat(42).padEnd(43, 'A');
const N = 'n'.repeat(42).padEnd(43, 'A');

test.each([
  `{"type":"compare","commitment":"${C}"}`,
  `{"type":"compare-answer","commitment":"${C}","nonce":"${N}"}`,
  `{"type":"compare-reveal","commitment":"${C}","nonce":"${N}"}`,
  `{"type":"compare-verdict","commitment":"${C}","verdict":"same"}`,
  `{"type":"compare-verdict","commitment":"${C}","verdict":"different"}`,
  `{"type":"compare-verdict","commitment":"${C}","verdict":"cancelled"}`,
])('%s travels as it is', (line) => {
  const parsed = parseControlMessage(line);
  expect(parsed.ok && JSON.stringify(parsed.value)).toBe(line);
});

test.each([
  '{"type":"compare"}',
  `{"type":"compare","commitment":"${C}A"}`,
  `{"type":"compare","commitment":"${C.slice(1)}"}`,
  `{"type":"compare","commitment":"${C.slice(0, -1)}B"}`, // bits beyond the last byte
  `{"type":"compare-answer","commitment":"${C}"}`,
  `{"type":"compare-answer","commitment":"${C}","nonce":"${N.slice(0, -1)}B"}`,
  `{"type":"compare-reveal","commitment":"${C}","nonce":7}`,
  `{"type":"compare-reveal","nonce":"${N}"}`,
  `{"type":"compare-verdict","commitment":"${C}","verdict":"yes"}`,
  `{"type":"compare-verdict","verdict":"same"}`,
])('%s is refused', (line) => {
  expect(parseControlMessage(line).ok).toBe(false);
});
