/** What the router serves by itself depends on no file of the app, and looks like the app all the same. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { WELCOME_CSS } from '../portal/styles.ts';
import { posterCss } from '../poster/styles.ts';
import { STATUS_CSS } from '../status/styles.ts';
import { TRUST_CSS } from '../tls/trust-styles.ts';
import { FONT, withTokens } from './look.ts';
import { MARK } from './mark.ts';

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const TOKENS = read('src/app/styles/tokens.css');

/** The tokens that a style sheet defines, without the spaces that CSS does not need. */
function tokensOf(css: string, scheme: 'light' | 'dark'): Readonly<Record<string, string>> {
  const [light = '', dark = ''] = css.split(/@media ?\(prefers-color-scheme: ?dark\)/);
  const rule = (scheme === 'light' ? light : dark).match(/:root ?\{([^}]*)\}/)?.[1] ?? '';
  const tokens = rule.replace(/\/\*.*?\*\//g, '').matchAll(/--([\w-]+):([^;]+)/g);
  return Object.fromEntries([...tokens].map(([, name, value = '']) => [name, value.replace(/\s+/g, ' ').trim()]));
}

it.each([
  ['status', STATUS_CSS, 14],
  ['trust', TRUST_CSS, 10],
  ['welcome', WELCOME_CSS, 7],
  ['poster', posterCss('a4'), 4],
])('%s has the tokens of the app that it names, in both schemes', (_, css, atLeast) => {
  for (const scheme of ['light', 'dark'] as const) {
    const ours = tokensOf(css, scheme);
    const named = [...css.matchAll(/var\(--([\w-]+)\)/g)].map(([, name]) => name);
    expect(new Set(Object.keys(ours))).toEqual(new Set(named));
    expect(Object.keys(ours).length).toBeGreaterThanOrEqual(atLeast);
    expect({ ...tokensOf(TOKENS, 'light'), ...tokensOf(TOKENS, scheme) }).toMatchObject(ours);
  }
});

it('has no other tokens than the app', () => {
  expect(() => withTokens('p{color:var(--soft)}')).toThrow('--soft');
});

it('has the type of the app', () => {
  expect(FONT).toBe(tokensOf(TOKENS, 'light')['font']?.replace(/, /g, ','));
});

it.each(['public/favicon.svg', 'src/app/pieces/icons.tsx'])('the mark is that of %s', (path) => {
  const shapes = [...MARK.html.matchAll(/ d="([^"]+)"/g)].map(([, shape]) => shape);
  expect(shapes).toHaveLength(2);
  for (const shape of shapes) expect(read(path)).toContain(`d="${shape}"`);
});
