/** What may import what, read from the sources: no circles, tests below nobody, and each outside library behind one file. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

/** `isLate`: by `import()`, or in a worker. */
type Import = { readonly from: string; readonly to: string; readonly isType: boolean; readonly isLate: boolean };
type Edges = ReadonlyMap<string, ReadonlySet<string>>;

const SOURCE = /\.(?:ts|tsx|mjs|mts)$/;
const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file) || /\/testing\//.test(file);

/** `import … from 'x'`, `export … from 'x'`, `import 'x'`, `import('x')`, and a worker's `new URL('x', import.meta.url)`. */
const IMPORT =
  /^(?:import|export)\s+(?:(?<names>[^'"]*?)\s+from\s+)?'(?<named>[^']+)'|\bimport\(\s*'(?<late>[^']+)'\s*\)|\bnew URL\(\s*'(?<worker>\.[^']+)', import\.meta\.url/gm;

/** Only types are taken: `import type {…}`, or braces in which every name says `type`. */
function isTypeOnly(names: string | undefined): boolean {
  if (names === undefined) return false;
  if (names.startsWith('type ')) return true;
  const inBraces = /^\{(.*)\}$/s.exec(names)?.[1];
  const listed = inBraces?.split(',').filter((name) => name.trim() !== '');
  return listed?.every((name) => name.trim().startsWith('type ')) ?? false;
}

function importsOf(from: string, text: string): readonly Import[] {
  return [...text.matchAll(IMPORT)].map(({ groups: { names, named, late, worker } = {} }) => {
    const to = named ?? late ?? worker ?? '';
    return {
      from,
      to: to.startsWith('.') ? normalize(join(dirname(from), to)) : to,
      isType: isTypeOnly(names),
      isLate: named === undefined,
    };
  });
}

function edgesOf(pairs: Iterable<readonly [string, string]>): Edges {
  const edges = new Map<string, Set<string>>();
  for (const [from, to] of pairs) {
    if (from === to) continue;
    const known = edges.get(from) ?? new Set();
    edges.set(from, known.add(to));
  }
  return edges;
}

/** The shortest circle through each node that is in one, told once, from its first name on. */
function circles(edges: Edges): readonly string[] {
  const told = new Map<string, string>();
  for (const start of edges.keys()) {
    const way = wayBack(start, edges);
    if (way === undefined) continue;
    const first = way.indexOf([...way].sort()[0] ?? start);
    const turned = [...way.slice(first), ...way.slice(0, first)];
    told.set(turned.join(), [...turned, turned[0]].join(' -> '));
  }
  return [...told.values()].sort();
}

function wayBack(start: string, edges: Edges): readonly string[] | undefined {
  const seen = new Set<string>();
  let ways: (readonly string[])[] = [[start]];
  while (ways.length > 0) {
    const longer: (readonly string[])[] = [];
    for (const way of ways)
      for (const next of edges.get(way.at(-1) ?? start) ?? []) {
        if (next === start) return way;
        if (seen.has(next)) continue;
        seen.add(next);
        longer.push([...way, next]);
      }
    ways = longer;
  }
  return undefined;
}

const ROOT = join(import.meta.dirname, '..');
const files = ['src', 'e2e']
  .flatMap((top) => readdirSync(join(ROOT, top), { recursive: true, encoding: 'utf8' }).map((file) => join(top, file)))
  .filter((file) => SOURCE.test(file) && !file.startsWith('e2e/output/'));
const imports = files.flatMap((file) => importsOf(file, readFileSync(join(ROOT, file), 'utf8')));
const ours = imports.filter(({ to }) => SOURCE.test(to));
const product = ours.filter(({ from }) => !isTest(from));

describe('the finder', () => {
  test('sees every form of import, and which take types alone', () => {
    const text = [
      "import { a } from './a.ts';",
      "import {\n  type B,\n  type C,\n} from '../b.ts';",
      "import type { D } from './d.ts';",
      "import { type E, e } from './e.ts';",
      "import './f.css';",
      "export { g } from './g.ts';",
      "const h = () => import('./h.ts');",
      "new Worker(new URL('./w.ts', import.meta.url));",
      "import ws from 'ws';",
    ].join('\n');
    expect(importsOf('x/y.ts', text).map(({ to, isType }) => `${to}${isType ? ' (types)' : ''}`)).toEqual([
      'x/a.ts',
      'b.ts (types)',
      'x/d.ts (types)',
      'x/e.ts',
      'x/f.css',
      'x/g.ts',
      'x/h.ts',
      'x/w.ts',
      'ws',
    ]);
  });

  test('finds a circle, and none where there is none', () => {
    const line = [
      ['a', 'b'],
      ['b', 'c'],
      ['a', 'c'],
    ] as const;
    expect(circles(edgesOf(line))).toEqual([]);
    expect(circles(edgesOf([...line, ['c', 'a']]))).toEqual(['a -> b -> c -> a', 'a -> c -> a']);
  });

  test('has found the sources', () => {
    expect(files.length).toBeGreaterThan(700);
    expect(ours.length).toBeGreaterThan(2_500);
  });
});

test('no files need each other by value, not even around a corner', () => {
  expect(circles(edgesOf(ours.filter(({ isType }) => !isType).map(({ from, to }) => [from, to])))).toEqual([]);
});

/** A test may look at everything: what it needs makes no order among folders. */
test('no folders need each other, not even by type', () => {
  expect(circles(edgesOf(product.map(({ from, to }) => [dirname(from), dirname(to)])))).toEqual([]);
});

test('nothing that is shipped stands on what is there for tests', () => {
  const wrong = product.filter(({ from, to }) => from.startsWith('src/') && (isTest(to) || to.startsWith('e2e/')));
  expect(wrong.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
});

test('nothing that the first screen draws speaks words that come late', () => {
  const now = ours.filter(({ isType, isLate }) => !isType && !isLate);
  const first = new Set(['src/app/main.tsx']);
  for (const file of first) for (const { from, to } of now) if (from === file) first.add(to);
  expect(first).toContain('src/app/home/Home.tsx');
  const speaksLate = (file: string) => /\buseLateText\(\)/.test(readFileSync(join(ROOT, file), 'utf8'));
  expect([...first].filter((file) => file.endsWith('.tsx') && speaksLate(file))).toEqual([]);
});

/** So that another library can take its place, or a fault of it be mended, in one file. */
test.each([
  ['simple-peer', 'src/app/net/simple-peer.ts'],
  ['idb-keyval', 'src/store/keyval.ts'],
  ['workbox-window', 'src/app/shell/offline.ts'],
  ['workbox-precaching', 'src/sw/main.ts'],
  ['client-zip', 'src/engine/store/zip.ts'],
  ['nostr-tools/nip44', 'src/words/letters/envelope.ts'],
  ['@noble/ciphers/aes.js', 'src/words/letters/sealed-file.ts'],
])('%s is known to one file', (library, file) => {
  const users = imports.filter(({ from, to }) => to === library && from.startsWith('src/') && !isTest(from));
  expect([...new Set(users.map(({ from }) => from))]).toEqual([file]);
});
