import { Fragment, h, options, type VNode } from 'preact';
import { beforeAll, expect, test } from 'vitest';
import { plain } from './plain.ts';
import { prepare } from './readings.ts';

const words = { send: '送[おく]る', many: { other: '写真[しゃしん] # 枚[まい]' }, steps: ['{name}へ 送[おく]る'] };
const marked = prepare(words, { h, options });

/** What Preact makes of a text among children, and hands to its hook. */
const text = (content: string): VNode => {
  const node = h(Fragment, null);
  Object.assign(node, { type: null, props: content });
  options.vnode?.(node);
  return node;
};

/** As HTML, for nodes without components. */
const html = (node: unknown): string => {
  if (typeof node !== 'object' || node === null) return String(node);
  if (Array.isArray(node)) return node.map(html).join('');
  const { type, props } = node as VNode<{ children?: unknown }>;
  if (typeof props === 'string') return props;
  const inner = [props.children ?? []].flat().map(html).join('');
  return typeof type === 'string' ? `<${type}>${inner}</${type}>` : inner;
};

beforeAll(() => {
  prepare(words, { h, options }); // a second time changes nothing
});

test('every text of a dictionary is marked, in lists and plural forms as well', () => {
  expect(marked.send).toBe('\ufff9送\ufffaおく\ufffbる');
  expect(marked.many.other).toBe('\ufff9写真\ufffaしゃしん\ufffb # \ufff9枚\ufffaまい\ufffb');
  expect(marked.steps).toEqual(['{name}へ \ufff9送\ufffaおく\ufffbる']);
});

test('a marked text is drawn as ruby, whose readings speech leaves out', () => {
  const drawn = text(`人に${marked.send}。`);
  expect(html(drawn)).toBe('<span>人に<ruby>送<rp>(</rp><rt>おく</rt><rp>)</rp></ruby>る。</span>');
  const [, ruby] = (drawn.props as { children: VNode<{ children: VNode[] }>[] }).children;
  expect(ruby?.props.children[2]?.props).toMatchObject({ 'aria-hidden': true });
});

test('a text without marks stays a text', () => {
  const node = text('送る[1]');
  expect([node.type, node.props]).toEqual([null, '送る[1]']);
});

test('attributes have no marks, and children that are elements are left alone', () => {
  const child = h('b', null, 'x');
  const button = h('button', { 'aria-label': marked.send, title: 'as it is', disabled: true }, child);
  expect(button.props).toMatchObject({ 'aria-label': '送る', title: 'as it is', disabled: true, children: child });
});

test.each(['option', 'title', 'textarea'])('%s holds text alone', (type) => {
  expect(h(type, null, marked.send).props.children).toBe('送る');
  expect(h(type, null, [marked.send, ' x']).props.children).toEqual(['送る', ' x']);
});

test('what leaves the page has no marks', () => {
  expect(plain(`${marked.send}、${marked.send}`)).toBe('送る、送る');
  expect(plain('送る')).toBe('送る');
});
