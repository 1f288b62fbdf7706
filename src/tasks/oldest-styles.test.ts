import { describe, expect, test } from 'vitest';
import { lackingInStyles } from './oldest-styles.mjs';

const says = (css: string): readonly string[] => lackingInStyles(css).map(({ what }) => what);

describe('what costs one of the oldest engines a rule is refused', () => {
  test.each<[string, string]>([
    [':focus-visible', '.hidden:not(:focus-visible){position:absolute}'],
    [':focus-visible', '.a:focus-visible{color:red}'],
    [':focus-visible', ':focus-visible,.a:hover{color:red}'],
    [':has', '.a,.page:has(>.here:empty){color:red}'],
    [':has', '@media (hover: hover){.b:has(img){color:red}}'],
    ['::backdrop', 'dialog::backdrop,.a{color:red}'],
    [':user-invalid', 'input:USER-INVALID{color:red}'],
    ['::-moz-range-thumb', 'input::-moz-range-thumb,.a{color:red}'],
    ['@container', '@container (width > 20rem){.a{color:red}}'],
    ['@layer', '@layer a,b;.a{color:red}'],
    ['@property', '@property --a{syntax:"*"}'],
    ['range', '@media (width>=40rem){.a{color:red}}'],
    ['nesting', '.a{color:red;.b{color:blue}}'],
    ['nesting', '.a{&:hover{color:blue}}'],
    ['nesting', '@media print{&.a{color:blue}}'],
  ])('%s', (what, css) => {
    const [first = 'nothing is said'] = says(css);
    expect(first.toLowerCase()).toContain(what);
  });

  test('the offset of the rule is reported', () => {
    expect(lackingInStyles('.a{color:red}\n.b:has(c){color:red}')).toMatchObject([{ at: 14 }]);
  });
});

test.each<[string, string]>([
  ['known to all', '*,:before{color:red}.a:is(.b,.c):not(:last-child)::after,.d>.e:empty{content:"a;b{c}:has(d)"}'],
  ['an exception', ':focus-visible{outline:3px solid}.page:has( > .here:empty){justify-content:center}'],
  ['a value', '.a{background:url("a:has(b)");transition:color 1s}@import "./a:has(b).css";'],
  ['a comment or a string', '/* .a:has(b){ */.a[title=":has(c)"]{color:red}'],
  ['a condition', '@supports (height:1dvh){@media (min-width:40rem) and (hover:hover){.a{height:9dvh}}}'],
  ['a frame', '@keyframes rise{0%,50%{opacity:0}to{opacity:1}}@-webkit-keyframes rise{from{opacity:0}}'],
])('%s is not', (_, css) => {
  expect(says(css)).toEqual([]);
});
