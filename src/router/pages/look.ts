/**
 * Colours and type of the pages that the router writes itself: the app's tokens (src/app/styles/tokens.css) under the same
 * names; a test compares them. They are repeated here because the app may not be built, and because a captive window loads
 * little in its first seconds.
 */

const TOKENS = {
  ground: ['#f5f1e8', '#181410'],
  panel: ['#fffdf8', '#231d18'],
  ink: ['#241d17', '#f4ede3'],
  'ink-soft': ['#5f5449', '#bfb3a5'],
  rule: ['#ddd3c2', '#3d342b'],
  edge: ['#8b7f70', '#91857a'],
  accent: ['#b5301a', '#d04326'],
  'accent-ink': ['#b5301a', '#ff9073'],
  'on-accent': ['#fff', '#fff'],
  'accent-wash': ['#f9e6de', '#43211a'],
  good: ['#1c6745', '#84cda4'],
  'good-wash': ['#e0eee3', '#1b3527'],
  alert: ['#7c4d00', '#f0c46b'],
  'alert-wash': ['#faeccb', '#3b2d10'],
  lift: ['0 1px 2px rgb(36 29 23 / 0.08), 0 4px 14px rgb(36 29 23 / 0.06)', '0 0 0 1px rgb(255 255 255 / 0.04)'],
} as const satisfies Readonly<Record<string, readonly [light: string, dark: string]>>;
const isToken = (name: string): name is keyof typeof TOKENS => Object.hasOwn(TOKENS, name);

/**
 * Puts definitions in front of a style sheet, in both schemes, for exactly the tokens that it uses: every byte costs a
 * captive window time.
 */
export function withTokens(css: string): string {
  const names = [...new Set([...css.matchAll(/var\(--([\w-]+)\)/g)].map(([, name = '']) => name))];
  const scheme = (index: 0 | 1): string =>
    names
      .map((name) => {
        if (!isToken(name)) throw new Error(`a style sheet names --${name}, which is no token`);
        return `--${name}:${TOKENS[name][index]}`;
      })
      .join(';');
  return `:root{color-scheme:light dark;${scheme(0)}}
@media(prefers-color-scheme:dark){:root{${scheme(1)}}}
${css}`;
}

/**
 * The end of every style sheet: the type that a language's script needs. Chinese and Korean must not get the shapes of
 * Japanese, which the usual fonts have; a system with one font for all of them chooses by the language itself. Marks
 * above and below letters need room; easy Japanese is broken at its spaces. Without weight, so that code stays code.
 */
export const SCRIPTS = `:where(:lang(zh-Hans)){font-family:"PingFang SC","Microsoft YaHei",system-ui,sans-serif}
:where(:lang(zh-Hant)){font-family:"PingFang TC","Microsoft JhengHei",system-ui,sans-serif}
:where(:lang(ko)){font-family:system-ui,"Malgun Gothic",sans-serif;word-break:keep-all}
:where(:lang(ja-x-easy)){line-height:1.9;word-break:keep-all}:where(:lang(th),:lang(ne),:lang(my)){line-height:1.7}
:is(h1,h2):is(:lang(th),:lang(ne),:lang(my)){line-height:1.5}
`;

export const FONT =
  'system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Hiragino Sans","Yu Gothic UI","Yu Gothic",Meiryo,"Noto Sans JP","Noto Sans CJK JP",sans-serif';
