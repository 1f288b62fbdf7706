/**
 * Ruby: the reading of kanji above them, in a language whose texts have readings in brackets (`送[おく]る`). Only the chunk
 * of such a language imports this file, and no other file knows of ruby: every text that becomes a part of the page goes
 * by Preact's hook for new nodes, where marks become elements, or vanish from what can hold none. It is given Preact and
 * imports nothing that the page has too: a chunk in common would cost every language a request.
 */
import type { VNode } from 'preact';
import { READING } from '../../languages/readings.ts';

const EVERY_READING = new RegExp(READING, 'gu');
const MARK = '\ufff9';
/** As in `plain.ts`. */
const MARKED = /\ufff9([^\ufffa]*)\ufffa([^\ufffb]*)\ufffb/u;
const EVERY_MARKED = new RegExp(MARKED, 'gu');

export type Preact = Pick<typeof import('preact'), 'h' | 'options'>;

/** They show text alone; what a browser makes of elements in them differs. */
const TEXT_ONLY: ReadonlySet<unknown> = new Set(['option', 'title', 'textarea']);

/** A dictionary, or a part of one, with its readings marked. From the first call on marks are drawn as ruby. */
export function prepare<Words>(words: Words, preact: Preact): Words {
  drawMarks(preact);
  return marked(words) as Words;
}

function marked(node: unknown): unknown {
  if (typeof node === 'string') return node.replace(EVERY_READING, `${MARK}$1\ufffa$2\ufffb`);
  if (Array.isArray(node)) return node.map(marked);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, part]) => [key, marked(part)]));
}

let draws = false;
function drawMarks({ h, options }: Preact): void {
  if (draws) return;
  draws = true;
  const before = options.vnode;
  options.vnode = (node) => {
    drawIn(node, h);
    before?.(node);
  };
}

/** Preact's nodes of text have no type, and the text in the place of properties. */
function drawIn(node: VNode, h: Preact['h']): void {
  const props: unknown = node.props;
  if (typeof props === 'string') {
    if (!props.includes(MARK)) return;
    // One element, or each piece would be an item of its own where children lie in a row.
    node.type = 'span';
    node.props = { children: withRuby(props, h) };
  } else if (typeof node.type === 'string') strip(node);
}

/** Attributes, and what stands in elements that hold text alone. */
function strip(node: VNode): void {
  const props: VNode['props'] & Record<string, unknown> = { ...node.props };
  const textOnly = TEXT_ONLY.has(node.type);
  let isMarked = false;
  for (const [name, value] of Object.entries(props)) {
    if (name === 'children' && !textOnly) continue;
    const stripped = Array.isArray(value) ? value.map(stripOne) : stripOne(value);
    isMarked ||= String(value).includes(MARK);
    props[name] = stripped;
  }
  if (isMarked) node.props = props;
}

const stripOne = (value: unknown): unknown => (typeof value === 'string' ? value.replace(EVERY_MARKED, '$1') : value);

/** The reading is for eyes: speech reads the kanji themselves. */
function withRuby(text: string, h: Preact['h']): (string | VNode)[] {
  // Split by a pattern with two groups, the text comes apart into: words, kanji, reading, words, kanji, ..., words.
  const pieces = text.split(MARKED);
  return pieces.flatMap((piece, index): (string | VNode)[] => {
    if (index % 3 === 0) return piece === '' ? [] : [piece];
    if (index % 3 === 2) return [];
    const reading = h('rt', { 'aria-hidden': true }, pieces[index + 1] ?? '');
    return [h('ruby', null, piece, h('rp', null, '('), reading, h('rp', null, ')'))];
  });
}
