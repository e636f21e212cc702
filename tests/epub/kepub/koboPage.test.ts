import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toKoboPage } from '../../../src/epub/kepub/koboPage.ts';
import { parseXml } from '../../../src/xml/parseXml.ts';

const head = '<title>A hat</title>';
const style =
  '<style type="text/css" class="kobostylehacks">div#book-inner { margin-top: 0; margin-bottom: 0;}</style>';
const page = (body: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">\n<head>\n${head}\n</head>\n<body>${body}</body>\n</html>\n`;
const koboPage = (body: string) =>
  page(`<div id="book-columns"><div id="book-inner">${body}</div></div>`).replace('\n</head>', `\n${style}</head>`);

/** Rows write a span as `[1.2 text]`. */
const withSpans = (short: string) =>
  short.replace(/\[(\d+\.\d+) ([^\]]*)\]/g, '<span class="koboSpan" id="kobo.$1">$2</span>');

interface Content {
  readonly text: string;
  readonly ids: readonly string[];
}

/** A page's text and ids; fails where it is not well-formed. */
function contentOf(markup: string): Content {
  let text = '';
  const ids: string[] = [];
  let styleDepth = 0;
  // The parser tells of text alone, not of CDATA.
  const plain = markup.replace(/<!\[CDATA\[(.*?)\]\]>/g, (_, words: string) => words.replaceAll('<', '&lt;'));
  const problem = parseXml(new TextEncoder().encode(plain), {
    onOpen: element => {
      const id = element.attribute('id');
      if (id !== undefined) ids.push(id);
      if (element.name === 'style' || styleDepth > 0) styleDepth++;
    },
    onClose: () => {
      if (styleDepth > 0) styleDepth--;
    },
    onText: piece => {
      if (styleDepth === 0) text += piece;
    },
  });
  expect(problem, markup).toBeNull();
  return { text, ids };
}

/** What stands in the body, before and after; by the rules of kepubify's transform. */
const rules: readonly (readonly [rule: string, cases: readonly (readonly [before: string, after: string])[]])[] = [
  [
    'each sentence is a span, with the space after it',
    [
      ['<p>One. Two! Three?</p>', '<p>[1.1 One. ][1.2 Two! ][1.3 Three?]</p>'],
      ['<p>Up.\n  Down.</p>', '<p>[1.1 Up.\n  ][1.2 Down.]</p>'],
      ['<p>“Up.” “Down!’ he said…</p>', '<p>[1.1 “Up.” ][1.2 “Down!’ ][1.3 he said…]</p>'],
      ['<p>It cost 3.50 at No.5 then</p>', '<p>[1.1 It cost 3.50 at No.5 then]</p>'],
      ['<p>Wait... what?! Yes</p>', '<p>[1.1 Wait... ][1.2 what?! ][1.3 Yes]</p>'],
      ['<p>no end</p>', '<p>[1.1 no end]</p>'],
      ['<p>One.\u3000Two. </p>', '<p>[1.1 One.\u3000Two. ]</p>'],
      ['<p>終わり。始まり。</p>', '<p>[1.1 終わり。始まり。]</p>'],
    ],
  ],
  [
    'the sentences of a paragraph are counted on through what stands in it',
    [
      ['<p>One <em>two. Three</em> four</p>', '<p>[1.1 One ]<em>[1.2 two. ][1.3 Three]</em>[1.4  four]</p>'],
      [
        '<p>See <a href="a.xhtml">there. Or</a> not</p>',
        '<p>[1.1 See ]<a href="a.xhtml">[1.2 there. ][1.3 Or]</a>[1.4  not]</p>',
      ],
      ['<p>One<br/>Two</p>', '<p>[1.1 One]<br/>[1.2 Two]</p>'],
    ],
  ],
  [
    'p, ol, ul, table and headings begin a paragraph, other elements do not',
    [
      ['<p>A</p><p>B</p>', '<p>[1.1 A]</p><p>[2.1 B]</p>'],
      [
        '<ol><li>A</li><li>B</li></ol><ul><li>C</li></ul>',
        '<ol><li>[1.1 A]</li><li>[1.2 B]</li></ol><ul><li>[2.1 C]</li></ul>',
      ],
      ['<table><tr><td>A</td><td>B</td></tr></table>', '<table><tr><td>[1.1 A]</td><td>[1.2 B]</td></tr></table>'],
      [
        [1, 2, 3, 4, 5, 6].map(level => `<h${level}>A</h${level}>`).join(''),
        [1, 2, 3, 4, 5, 6].map(level => `<h${level}>[${level}.1 A]</h${level}>`).join(''),
      ],
      [
        '<section><div>A</div><blockquote>B</blockquote></section>',
        '<section><div>[0.1 A]</div><blockquote>[0.2 B]</blockquote></section>',
      ],
      [
        '<ul><li>A<ul><li>B</li></ul></li><li>C</li></ul>',
        '<ul><li>[1.1 A]<ul><li>[2.1 B]</li></ul></li><li>[2.2 C]</li></ul>',
      ],
      ['<blockquote><p>A</p></blockquote>', '<blockquote><p>[1.1 A]</p></blockquote>'],
    ],
  ],
  [
    'a paragraph without text is not counted',
    [
      ['<p>A</p><p></p><p><!-- b --></p><p>C</p>', '<p>[1.1 A]</p><p></p><p><!-- b --></p><p>[2.1 C]</p>'],
      ['<ul><li><p>A</p></li></ul>', '<ul><li><p>[1.1 A]</p></li></ul>'],
    ],
  ],
  [
    'blanks stay bare unless they stand in a p itself',
    [
      ['\n<section>\n<p>A</p>\n</section>\n', '\n<section>\n<p>[1.1 A]</p>\n</section>\n'],
      ['<p> </p>', '<p>[1.1  ]</p>'],
      ['<p>A<span> </span>B</p>', '<p>[1.1 A]<span> </span>[1.2 B]</p>'],
      ['<p><em>A</em> <em>B</em></p>', '<p><em>[1.1 A]</em>[1.2  ]<em>[1.3 B]</em></p>'],
      ['<p>\u00a0</p><div>\u00a0</div>', '<p>[1.1 &#160;]</p><div>&#160;</div>'],
    ],
  ],
  [
    'a picture is a paragraph of its own, in a span',
    [
      ['<p>A</p><img src="a.png" alt=""/><p>B</p>', '<p>[1.1 A]</p>[2.1 <img src="a.png" alt=""/>]<p>[3.1 B]</p>'],
      ['<p>A <img src="a.png" alt="x"/> b. C</p>', '<p>[1.1 A ][2.1 <img src="a.png" alt="x"/>][2.2  b. ][2.3 C]</p>'],
      ['<p><img src="a.png" alt=""></img></p>', '<p>[1.1 <img src="a.png" alt=""></img>]</p>'],
      [
        '<picture><source srcset="a"/><img src="b" alt=""/></picture>',
        '<picture><source srcset="a"/><img src="b" alt=""/></picture>',
      ],
    ],
  ],
  [
    'what is no text to read is left alone',
    ['script', 'style', 'pre', 'audio', 'video', 'svg', 'math', 'svg:svg', 'm:math'].map(
      name =>
        [
          `<p>A</p><${name}>One. <b>Two</b> <p>x</p></${name}><p>B</p>`,
          `<p>[1.1 A]</p><${name}>One. <b>Two</b> <p>x</p></${name}><p>[2.1 B]</p>`,
        ] as const,
    ),
  ],
  [
    'a page that has spans keeps them',
    [
      [
        '<p><span class="a koboSpan" id="kobo.1.1">A.</span> B. C</p><img src="a.png" alt=""/>',
        '<p><span class="a koboSpan" id="kobo.1.1">A.</span> B. C</p><img src="a.png" alt=""/>',
      ],
      ['<p title="class=\'koboSpan\'">About koboSpan</p>', '<p title="class=\'koboSpan\'">[1.1 About koboSpan]</p>'],
      ['<p class="koboSpanner">A</p>', '<p class="koboSpanner">[1.1 A]</p>'],
    ],
  ],
  [
    'no tag but that of a void element ends itself',
    [
      ['<p>A<a id="x"/>B</p>', '<p>[1.1 A]<a id="x"></a>[1.2 B]</p>'],
      ['<p/><div class="a" /><hr/><wbr/>', '<p></p><div class="a"></div><hr/><wbr/>'],
      ['<script src="a.js"/><td/><i\n/>', '<script src="a.js"></script><td></td><i></i>'],
      ['<svg><rect/><g><path d="m"/></g></svg><svg/>', '<svg><rect/><g><path d="m"/></g></svg><svg/>'],
    ],
  ],
  [
    'a no-break space is spelt out where it is text, and references keep their meaning',
    [
      ['<p title="a\u00a0b">a\u00a0b. c</p>', '<p title="a&#160;b">[1.1 a&#160;b. ][1.2 c]</p>'],
      ['<p>a&nbsp;b&#xA0;c&#160;d</p>', '<p>[1.1 a&#160;b&#160;c&#160;d]</p>'],
      [
        '<p>He said &quot;Go.&quot; She &lt;did&gt;. &amp;c</p>',
        '<p>[1.1 He said &quot;Go.&quot; ][1.2 She &lt;did&gt;. ][1.3 &amp;c]</p>',
      ],
      ['<p>Caf&eacute;. &unknown; b</p>', '<p>[1.1 Caf&eacute;. ][1.2 &unknown; b]</p>'],
      ['<p>a&#13;b &#x1F3A9;</p>', '<p>[1.1 a&#13;b 🎩]</p>'],
      ['<!-- a\u00a0b --><p>A</p>', '<!-- a\u00a0b --><p>[1.1 A]</p>'],
      ['<script>a\u00a0b</script>', '<script>a\u00a0b</script>'],
    ],
  ],
  [
    'comments, instructions and CDATA stay where they are',
    [
      ['<p>A<!-- <p>. x --> B<?x <p>?></p>', '<p>[1.1 A]<!-- <p>. x -->[1.2  B]<?x <p>?></p>'],
      ['<p><![CDATA[a < b. c]]></p>', '<p>[1.1 a &lt; b. ][1.2 c]</p>'],
      ['<pre><![CDATA[a < b. c]]></pre>', '<pre><![CDATA[a < b. c]]></pre>'],
      [`<p title="a > b" lang='"'>A</p>`, `<p title="a > b" lang='"'>[1.1 A]</p>`],
    ],
  ],
];

describe('toKoboPage', () => {
  describe.each(rules)('%s', (_, cases) => {
    it.each(cases)('%s', (before, after) => {
      expect(toKoboPage(page(before))).toBe(koboPage(withSpans(after)));
    });
  });

  it('adds the style once, the columns once, and nothing the second time', () => {
    const once = toKoboPage(page('<p>A. B</p>'));
    expect(toKoboPage(once)).toBe(once);
    const withColumns = page('<div id="book-columns"><div id="book-inner"><p>A</p></div></div>');
    expect(toKoboPage(withColumns)).toBe(koboPage(withSpans('<p>[1.1 A]</p>')));
  });

  it('knows the head and the body in whatever way they are written', () => {
    const spare = '<html><head/><body class="a"/></html>';
    expect(toKoboPage(spare)).toBe(
      `<html><head>${style}</head><body class="a"><div id="book-columns"><div id="book-inner"></div></div></body></html>`,
    );
    const typed = '<!DOCTYPE html [ <!ENTITY a "<body>]>"> <!-- it\'s > ] --> ]><html><body>A</body></html>';
    expect(toKoboPage(typed)).toContain(
      '<html><body><div id="book-columns"><div id="book-inner"><span class="koboSpan"',
    );
  });

  it('leaves the text of the head alone', () => {
    const marked = page('').replace(head, '<title>One. Two.</title>');
    expect(toKoboPage(marked)).toContain('<title>One. Two.</title>');
  });

  it('keeps every word of any page, well-formed and with ids of their own', () => {
    const text = fc
      .array(
        fc.constantFrom(
          'Up',
          '. ',
          '?” ',
          '&amp;',
          '&quot;',
          '&#160;',
          '\u00a0',
          ' ',
          '\n',
          '🎩',
          '<!-- . -->',
          '<br/>',
          '<img src="a" alt="."/>',
          '<![CDATA[<. a]]>',
          '<a class="q"/>',
        ),
        { maxLength: 8 },
      ) // prettier-ignore
      .map(pieces => pieces.join(''));
    const { node } = fc.letrec<{ node: string; element: string }>(tie => ({
      node: fc.oneof({ depthSize: 'small', withCrossShrink: true }, text, tie('element')),
      element: fc
        .tuple(
          fc.constantFrom('p', 'em', 'ul', 'h2', 'div', 'pre', 'svg', 'table', 'script'),
          fc.array(tie('node'), { maxLength: 4 }),
        ) // prettier-ignore
        .map(([name, children]) => `<${name}>${children.join('')}</${name}>`),
    }));
    fc.assert(
      fc.property(fc.array(node, { maxLength: 6 }), nodes => {
        const before = page(nodes.join(''));
        const after = toKoboPage(before);
        const content = contentOf(after);
        expect(content.text).toBe(contentOf(before).text);
        expect(new Set(content.ids).size).toBe(content.ids.length);
        expect(toKoboPage(after)).toBe(after);
      }),
      { numRuns: 500 },
    );
  });

  it('never throws over what is no page at all, and leaves its words', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            '<',
            '>',
            '"',
            "'",
            '&',
            'a',
            '</',
            '<p',
            '/>',
            '<!--',
            '<![CDATA[',
            '<!',
            '[',
            ']]>',
            '<?',
            '<body>',
          ),
          { maxLength: 30 },
        ),
        pieces => {
          // prettier-ignore
          expect(typeof toKoboPage(pieces.join(''))).toBe('string');
        },
      ),
      { numRuns: 500 },
    );
  });

  it('takes time in proportion to the length', () => {
    const timeOf = (count: number) => {
      const long = page('<p>He said &quot;No.&quot; She <em>went</em>. And so on and on </p>'.repeat(count));
      const started = performance.now();
      toKoboPage(long);
      return performance.now() - started;
    };
    timeOf(2000);
    const fastest = (count: number) => Math.min(...[1, 2, 3].map(() => timeOf(count)));
    expect(fastest(40_000) / fastest(4_000)).toBeLessThan(40);
  });
});
