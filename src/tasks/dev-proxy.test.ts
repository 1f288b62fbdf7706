import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { routerProxy } from './dev-proxy.mjs';

const paths: readonly string[] = JSON.parse(readFileSync('src/router/http/paths.json', 'utf8'));
const proxy = routerProxy('http://127.0.0.1:1');
const passedOn = (url: string) => Object.entries(proxy).find(([pattern]) => new RegExp(pattern).test(url))?.[1];

/** The paths by which the router chooses its answer, as its sources say them: `case '/x'`, `X_PATH = '/x'`, `!== '/x'`. */
function pathsInSource(): readonly string[] {
  const sources = ['src/router', 'src/protocol']
    .flatMap((top) => readdirSync(top, { recursive: true, encoding: 'utf8' }).map((name) => join(top, name)))
    // What the probes of phones ask for, they ask of other names.
    .filter((name) => name.endsWith('.ts') && !/test|probes\.ts|static\.ts/.test(name));
  const said = /(?:case |_PATH = |[!=]== )'(\/[\w./-]*)'/g;
  return sources.flatMap((name) => [...readFileSync(name, 'utf8').matchAll(said)].map(([, path = '']) => path));
}

describe('the list of the paths that the router answers', () => {
  test('has every path of its sources but that of the app', () => {
    const own = pathsInSource().filter((path) => path !== '/');
    expect(own.length).toBeGreaterThan(10);
    expect(own.filter((path) => !paths.includes(path))).toEqual([]);
  });

  test('has no other', () => {
    const all = pathsInSource();
    expect(paths.filter((path) => !all.includes(path))).toEqual([]);
  });
});

test.each(paths)('a development server passes %s on, also with a query', (path) => {
  expect(passedOn(path)).toEqual({ target: 'http://127.0.0.1:1', ws: ['/signal', '/words'].includes(path) });
  expect(passedOn(`${path}?lang=ja`)).toBeDefined();
});

test('a development server passes held files on', () => {
  expect(passedOn(`/${'0123456789abcdef'.repeat(4)}`)).toEqual({ target: 'http://127.0.0.1:1' });
});

test.each([
  '/',
  '/index.html',
  '/src/app/main.tsx',
  '/assets/ja-1.js',
  '/manifest.webmanifest',
  '/statuses',
  '/caXcrt',
])('%s is answered by the development server itself', (path) => {
  expect(passedOn(path)).toBeUndefined();
});
