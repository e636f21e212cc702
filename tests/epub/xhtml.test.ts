import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attributes, lines, noMarkup, xhtml } from '../../src/epub/xhtml.ts';
import type { Xhtml } from '../../src/epub/xhtml.ts';

describe('xhtml', () => {
  it('escapes text and leaves markup', () => {
    const inner = xhtml`<em>${'a < b & "c"'}</em>`;
    expect(xhtml`<p>${inner} ${[inner, inner]} ${3}</p>`.markup).toBe(
      '<p><em>a &lt; b &amp; &quot;c&quot;</em> <em>a &lt; b &amp; &quot;c&quot;</em><em>a &lt; b &amp; &quot;c&quot;</em> 3</p>',
    );
  });

  it('lets no text through that could open a tag, an entity or an attribute', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        expect(xhtml`${text}`.markup).not.toMatch(/[<>"\0]|&(?!(?:amp|lt|gt|quot);)/);
      }),
    );
  });

  it('does not compile text, escaped or not, where markup is wanted', () => {
    const renderedParts: Xhtml[] = [];
    // @ts-expect-error text is not markup
    renderedParts.push('<p>text</p>');
    // @ts-expect-error neither is what only looks like markup
    renderedParts.push({ markup: '<p>text</p>' });
    expect(renderedParts).toHaveLength(2);
  });

  it('leaves out attributes without a value and lines without content', () => {
    expect(attributes({ id: 'a"b', role: undefined }).markup).toBe(' id="a&quot;b"');
    expect(lines([xhtml`a`, noMarkup, xhtml`b`]).markup).toBe('a\nb');
  });
});
