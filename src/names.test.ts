/** The names that others hold on to (docs/names.md) are those of the code. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { en } from './app/i18n/testing/words.ts';
import { DESCRIBED } from './router/box/run.ts';
import { VARIABLES } from './router/box/settings/variables.ts';
import { FLAGS } from './router/config/flags.ts';

const names = readFileSync(new URL('../docs/names.md', import.meta.url), 'utf8');
const section = (heading: string): string => {
  const [, rest = ''] = names.split(`\n## ${heading}`, 2);
  return rest.split('\n## ', 1)[0] ?? '';
};

/** Every text in `words`, whatever it is for. */
const textsIn = (words: unknown): readonly string[] =>
  typeof words === 'string' ? [words] : Object.values(words ?? {}).flatMap(textsIn);

test('every flag of the router is named, and no other one', () => {
  const [router = ''] = section('The router').split('\n### A box', 1);
  const named = [...router.matchAll(/`--([a-z-]+)/g)].map(([, flag = '']) => flag);
  expect(new Set(named)).toEqual(new Set([...Object.keys(FLAGS), 'help', 'version']));
});

test('every variable of the box is named, and no other one', () => {
  const named = [...section('The box').matchAll(/`HIKYAKU_([A-Z_]+)`/g)].map(([, variable = '']) => variable);
  expect(new Set(named)).toEqual(new Set(Object.keys(VARIABLES)));
});

test('every option of a box is named, and no other one', () => {
  const [, box = ''] = section('The router').split('\n### A box', 2);
  const named = [...(box.split('\n### ', 1)[0] ?? '').matchAll(/`--([a-z-]+)/g)].map(([, option = '']) => option);
  const options = Object.values(DESCRIBED).flatMap((described) => Object.entries(described.options));
  expect(new Set(named)).toEqual(new Set(options.filter(([, { help }]) => help !== undefined).map(([name]) => name)));
});

test('every accessible name is one that the app says', () => {
  const said = new Set(textsIn(en));
  const named = [...section('The app').matchAll(/"([^"]+)"/g)].map(([, name = '']) =>
    name
      .replace('NAME', '{name}')
      .replace('ADDRESS', '{address}')
      .replace('PLACE', '{place}')
      .replace(' N ', ' # ')
      .replace(/\d+ [MG]B$/, '{size}'),
  );
  expect(named.length).toBeGreaterThan(60);
  expect(named.filter((name) => !said.has(name))).toEqual([]);
});
