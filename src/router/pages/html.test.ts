import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Html, html, joined } from './html.ts';

describe('a template', () => {
  it('takes text as text and HTML as HTML, in content and in attributes', () => {
    const inner = html`<b>${'<i>'}</b>`;
    expect(html`<p title="${`"'&`}">${inner}${7}${['a', html`<br>`]}${false}${undefined}</p>`.html).toBe(
      '<p title="&quot;&#39;&amp;"><b>&lt;i&gt;</b>7a<br></p>',
    );
  });

  it('lets no text end its place', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(html`${text}`.html).not.toMatch(/[<>"']/);
      }),
    );
  });

  it('takes nothing for HTML that no template made', () => {
    const read: unknown = JSON.parse('{"html":"<script>"}');
    expect(() => html`${read as Html}`).toThrow(TypeError);
  });
});

it('puts a thing between any two', () => {
  expect(html`${joined(['<', 'b', 'c'], html`<wbr>`)}`.html).toBe('&lt;<wbr>b<wbr>c');
  expect(html`${joined([], '-')}`.html).toBe('');
});
