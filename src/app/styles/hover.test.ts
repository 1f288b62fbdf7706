/**
 * After a touch, `:hover` stays on the touched element as if it were chosen: hover styles are only for devices that can
 * hover.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = new URL('./', import.meta.url);
const sheets = readdirSync(folder).filter((name) => name.endsWith('.css'));

test.each(sheets)('%s has hover styles only for devices that can hover', (name) => {
  const css = readFileSync(new URL(name, folder), 'utf8');
  const elsewhere = css.replace(/@media \(hover: hover\)[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/gu, '');
  expect(elsewhere).not.toContain(':hover');
});
