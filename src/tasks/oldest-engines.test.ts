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
    ['cannot be parsed', 'const = 1'],
  ])('%s', (what, code) => {
    expect(says(code).join()).toContain(what.startsWith('lookbehind') ? 'lookbehind' : what);
  });

  test('and where it stands is said', () => {
    expect(lacking('go();\nURL.canParse(text)')[0]?.at).toBe(6);
  });
});

test.each<[string, string]>([
  ['called only where it exists', 'URL.canParse?.(text); list.toSorted?.(); navigator.locks?.request("a", run)'],
  ['looked for with typeof', 'if (typeof CompressionStream === "function") new CompressionStream("gzip")'],
  ['looked for with in', 'if (`wakeLock` in navigator) navigator.wakeLock.request("screen")'],
  ['looked for by reading it', 'node.moveBefore && old ? node.moveBefore(child) : node.insertBefore(child)'],
  ['named in a comment or a string', 'say("structuredClone(x) /(?<=a)/"); // URL.canParse(x)'],
  ['of the name alone', 'const escaped = /\\(?<=a/; const group = /(?<name>a)(?:b)(?=c)(?!d)/; own.canParse(x);'],
  ['filled in or older', 'list.at(-1); Object.hasOwn(a, b); a?.b ?? c; class A { #b = 1; c() { return this.#b } }'],
])('what is %s is not', (_, code) => {
  expect(says(code)).toEqual([]);
});
