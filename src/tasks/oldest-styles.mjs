// Refuses selectors and at-rules in built styles that one of the oldest engines (`oldest-engines.mjs`) does not know.
// Such an engine drops the whole rule, with everything else that it says and every other selector of its list; inside
// `:not()` a single unknown pseudo-class does that. Declarations are not looked at: an unknown one is dropped alone.

/** What Safari 15.0, Chrome 91 and Firefox 115 all know, by MDN's browser-compat-data. Add what the page comes to need. */
const PSEUDO_CLASSES = new Set(
  // The first four are pseudo-elements, which are also written with one colon.
  `after before first-letter first-line
  active any-link checked disabled empty enabled first-child first-of-type focus focus-within hover indeterminate
  invalid is lang last-child last-of-type link not nth-child nth-last-child nth-last-of-type nth-of-type only-child
  only-of-type optional placeholder-shown read-only read-write required root target valid visited where`.split(/\s+/),
);
const PSEUDO_ELEMENTS = new Set(
  'after before file-selector-button first-letter first-line placeholder selection'.split(' '),
);
const AT_RULES = new Set(['charset', 'font-face', 'import', 'keyframes', 'media', 'namespace', 'page', 'supports']);

/** Rules of their own that an engine may do without, as they stand in the built file, and what happens there then. */
const HARMLESS = new Map([
  [':focus-visible', "the browser's own ring shows the focus"],
  ['.page:has(>.here:empty)', 'a page with one column stands to the left'],
  ['.place summary::-webkit-details-marker', 'another engine knows `list-style`, or shows its own triangle as well'],
  ['.offer::backdrop', 'what lies behind a question is not dimmed'],
  ['.track progress::-webkit-progress-bar', 'another engine paints its own'],
  ['.track progress::-webkit-progress-value', 'another engine paints its own'],
  ['.track progress::-moz-progress-bar', 'another engine paints its own'],
  ['.batch-person progress::-webkit-progress-bar', 'another engine paints its own'],
  ['.batch-person progress::-webkit-progress-value', 'another engine paints its own'],
  ['.batch-person progress::-moz-progress-bar', 'another engine paints its own'],
]);

/** The code with comments and the contents of strings blanked: braces and colons in them mean nothing. Offsets stay. */
const bare = (css) =>
  css.replace(/\/\*[\s\S]*?\*\/|"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'/g, (text) => ' '.repeat(text.length));

/** What is wrong with the at-rule that `prelude` begins, or nothing. */
function atRuleFault(prelude) {
  const name = /^@([\w-]*)/.exec(prelude)[1].replace(/^-webkit-/, '');
  if (!AT_RULES.has(name)) return `@${name}: not in all of them`;
  if (name === 'media' && /[<>=]/.test(prelude)) return 'a range in @media: Safari 16.4';
  return undefined;
}

/** Everything in the selector list that one of them does not know. */
function selectorFaults(selectors) {
  if (HARMLESS.has(selectors.replace(/\s*([>+~,])\s*/g, '$1'))) return [];
  const unknown = [...bare(selectors).matchAll(/(::?)([\w-]+)/g)].filter(
    ([, colons, name]) => !(colons === '::' ? PSEUDO_ELEMENTS : PSEUDO_CLASSES).has(name.toLowerCase()),
  );
  const faults = unknown.map(([pseudo]) => `${pseudo}: not in all of them`);
  if (bare(selectors).includes('&')) faults.push('nesting: Safari 16.5');
  return faults;
}

/** Everything in the stylesheet `css` that loses a rule in one of the oldest engines: where (an offset) and what. */
export function lackingInStyles(css) {
  const found = [];
  /** The blocks around: `style`, or `at-rule`. */
  const around = [];
  for (const { 1: text, 2: sign, index } of bare(css).matchAll(/([^{};]*)([{};])/g)) {
    const prelude = text.trim();
    const at = index + text.indexOf(prelude);
    const note = (what) => found.push({ at, what });
    if (prelude.startsWith('@')) {
      const fault = atRuleFault(prelude);
      if (fault !== undefined) note(fault);
    } else if (sign === '{' && around.at(-1) === 'style') note('nesting: Safari 16.5');
    else if (sign === '{') selectorFaults(css.slice(at, at + prelude.length)).forEach(note);
    if (sign === '{') around.push(prelude.startsWith('@') ? 'at-rule' : 'style');
    if (sign === '}') around.pop();
  }
  return found;
}
