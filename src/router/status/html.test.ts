import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html, name, shown } from './html.ts';

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
});

describe('a name from elsewhere', () => {
  it('shows what would hide or reorder text instead of obeying it', () => {
    expect(shown('fdp\u202eexe.jpg\u200b')).toBe('fdp[U+202E]exe.jpg[U+200B]');
    expect(name('a\u2066<b').html).toBe('<bdi>a[U+2066]&lt;b</bdi>');
    expect(shown('家族 👩‍👩‍👧‍👦 سلام')).toBe('家族 👩‍👩‍👧‍👦 سلام');
  });
});
