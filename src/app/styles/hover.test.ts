/** A finger leaves `:hover` behind on what it touched last, as if that were chosen: only where something hovers. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = new URL('./', import.meta.url);
const sheets = readdirSync(folder).filter((name) => name.endsWith('.css'));

test.each(sheets)('%s styles what is hovered over only for devices that can hover', (name) => {
  const css = readFileSync(new URL(name, folder), 'utf8');
  const elsewhere = css.replace(/@media \(hover: hover\)[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/gu, '');
  expect(elsewhere).not.toContain(':hover');
});
