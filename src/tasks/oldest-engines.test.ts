import { describe, expect, test } from 'vitest';
import { lacking } from './oldest-engines.mjs';

const says = (code: string): readonly string[] => lacking(code).map(({ what }) => what);

describe('what the oldest engines lack is refused', () => {
  test.each<[string, string]>([
    ['lookbehind', 'const ending = /(?<=.)\\.[^. ]+$/u;'],
    ['lookbehind that forbids', 'x.replace(/(?<!a)b/, "")'],
    ['lookbehind: ', 'new RegExp("(?<=.)x", "u")'],
    ['flag v', 'const sets = /[\\p{L}--[a-z]]/v;'],
    ['modifiers', 'const part = /(?i:a)b/;'],
    ['static block', 'class A { static { start(); } }'],
    ['URL.canParse', 'if (URL.canParse(text)) go(text);'],
    ['Promise.withResolvers', 'const { promise } = Promise.withResolvers();'],
    ['Array.fromAsync', 'await Array.fromAsync(stream);'],
    ['Object.groupBy', 'globalThis.Object.groupBy(list, by);'],
    ['structuredClone', 'structuredClone(value)'],
    ['toSorted', 'list.toSorted()'],
    ['toReversed', 'list["toReversed"]()'],
    ['CompressionStream', 'new CompressionStream("gzip")'],
    ['crypto.randomUUID', 'crypto.randomUUID()'],
    ['navigator.locks', 'navigator.locks.request("a", run)'],
    ['showModal', 'dialog.showModal()'],
    ['union', 'const both = new Set(a).union(b);'],
    ['intersection', 'ours.intersection(theirs)'],
    ['difference', 'ours.difference(theirs)'],
    ['with', 'const next = list.with(1, two);'],
    ['Promise.withResolvers', 'const { withResolvers } = Promise; withResolvers.call(Promise);'],
    ['Object.groupBy', 'const { groupBy: grouped } = globalThis.Object;'],
    ['URL.canParse', 'let canParse; ({ canParse } = URL);'],
    ['crypto.randomUUID', 'const { crypto: { randomUUID } } = self;'],
    ['structuredClone', 'const { structuredClone: copy } = globalThis; copy(value);'],
    ['URLPattern', 'const { URLPattern: Pattern } = self; new Pattern(path);'],
    ['Promise.withResolvers', 'function f({ withResolvers } = Promise) { return withResolvers.call(Promise); }'],
    ['structuredClone', 'const f = ({ structuredClone: copy } = window) => copy(value);'],
    ['toSorted', 'Array.prototype.toSorted.call(list)'],
    ['cannot be parsed', 'const = 1'],
  ])('%s', (what, code) => {
    expect(says(code).join()).toContain(what.startsWith('lookbehind') ? 'lookbehind' : what);
  });

  test.each<[string, string]>([
    ['a read that tests nothing', 'keep(a.toSorted); const { toSorted } = a; b.toSorted();'],
    ['another call that is asked for', 'a.toSorted?.(); b.toSorted();'],
    [
      'a test in another function',
      'function f(a) { return a.toSorted ? a.toSorted() : a; } const g = (b) => b.toSorted();',
    ],
  ])('also after %s', (_, code) => {
    expect(says(code)).toEqual(['.toSorted(): Safari 16']);
  });

  test('the offset of the fault is reported', () => {
    expect(lacking('go();\nURL.canParse(text)')[0]?.at).toBe(6);
  });
});

test.each<[string, string]>([
  ['called only where it exists', 'URL.canParse?.(text); list.toSorted?.(); navigator.locks?.request("a", run)'],
  ['looked for with typeof', 'if (typeof CompressionStream === "function") new CompressionStream("gzip")'],
  [
    'of a global and looked for with typeof',
    'const can = typeof Uint8Array.fromHex === "function"; if (can) Uint8Array.fromHex(a)',
  ],
  ['looked for with in', 'if (`wakeLock` in navigator) navigator.wakeLock.request("screen")'],
  ['looked for by reading it', 'node.moveBefore && old ? node.moveBefore(child) : node.insertBefore(child)'],
  ['looked for by &&', 'dialog.showModal && dialog.showModal()'],
  ['looked for by ||', '!dialog.showModal || dialog.showModal()'],
  ['looked for by ?:', 'list.toSorted === undefined ? sort(list) : list.toSorted()'],
  ['looked for by if', 'function open() { if (!a || !dialog.showModal) return; later(() => dialog.showModal()); }'],
  ['looked for by typeof', 'const can = typeof dialog.showModal === "function"; if (can) dialog.showModal();'],
  ['taken out with another in its place', 'const { withResolvers = ours } = Promise; const { all } = Promise;'],
  ['taken out of the globals with another in its place', 'const { structuredClone: copy = ours, name } = globalThis;'],
  [
    'taken out and looked for',
    'const { URLPattern } = self; if (typeof URLPattern === "function") new URLPattern(path);',
  ],
  ['named in a comment or a string', 'say("structuredClone(x) /(?<=a)/"); // URL.canParse(x)'],
  ['of the name alone', 'const escaped = /\\(?<=a/; const group = /(?<name>a)(?:b)(?=c)(?!d)/; own.canParse(x);'],
  ['filled in or older', 'list.at(-1); Object.hasOwn(a, b); a?.b ?? c; class A { #b = 1; c() { return this.#b } }'],
])('what is %s is not', (_, code) => {
  expect(says(code)).toEqual([]);
});
