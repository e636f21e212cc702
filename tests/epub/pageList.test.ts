import { describe, expect, it } from 'vitest';
import type { PrintedPage } from '../../src/book/printedPage.ts';
import { renderEpubFiles } from '../../src/epub/renderEpubFiles.ts';
import type { PageList } from '../../src/typeset/pageList.ts';
import { typesetBook } from '../../src/typeset/typesetBook.ts';
import { verifyEpub } from '../../src/verify/verifyEpub.ts';
import { writeEpub } from '../../src/epub/writeEpub.ts';
import { book, chapter, design, matter, paragraphs, story, text } from '../typeset/books.ts';
import { theme } from './books.ts';

const collection = book(
  [
    story('The Lamp', [chapter(paragraphs(60, 1))]),
    story('The Stair', [
      chapter([...paragraphs(40, 2), { type: 'thematicBreak' }, ...paragraphs(40, 3)], {
        number: 1,
        label: 'Chapter 1.',
        title: [text('Down')],
      }),
    ]),
  ],
  { frontMatter: [matter('introduction', 'Two stories about one house.')] },
);

const printedPages: PrintedPage[] = [];
const pageList = typesetBook(collection, {
  design,
  report: () => undefined,
  notePage: page => void printedPages.push(page),
});
const options = { theme, cover: null, printedPages };
const files = new Map(
  renderEpubFiles(collection, options).map(({ path, content }) => [path.replace('OEBPS/', ''), String(content)]),
);

/** The first words of a page's text, its head left out, from the first whole word on. */
function firstWordsOf({ pages }: PageList, index: number): string[] {
  const lines = (pages[index]?.frames ?? []).filter(frame => frame.element !== null).flatMap(frame => frame.lines);
  return lines
    .map(line => line.runs.map(run => run.text).join(''))
    .join('')
    .split(/\s+/)
    .slice(1, 4);
}

/** What the page list of the navigation document links to, by its label. */
function linksOf(navigation: string): Map<string, string> {
  const list = /<nav id="page-list"[\s\S]*?<\/nav>/.exec(navigation)?.[0] ?? '';
  return new Map([...list.matchAll(/<a href="([^"]+)">([^<]+)<\/a>/g)].map(([, href = '', label = '']) => [label, href]));
} // prettier-ignore

describe('the pages of the print edition', () => {
  const links = linksOf(files.get('nav.xhtml') ?? '');

  it('are listed in order, each once', () => {
    const numbers = [...links.keys()].filter(label => /^\d+$/.test(label)).map(Number);
    expect(numbers.length).toBeGreaterThan(12);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    expect(new Set(links.values()).size).toBe(links.size);
  });

  it('begin in the text where they begin on paper', () => {
    const arabic = pageList.pages.flatMap((page, index) => (page.folio.style === 'arabic' ? [{ page, index }] : []));
    let compared = 0;
    for (const { page, index } of arabic) {
      const href = links.get(String(page.folio.number));
      if (href === undefined) continue;
      const [fileName = '', id = ''] = href.split('#');
      const after = (files.get(fileName) ?? '').split(`id="${id}"`)[1]?.replace(/^[^>]*><\/span>/, '') ?? '';
      const words = after.replace(/<\/?(?:p|em|h\d|section|hr)\b[^>]*>/g, ' ').replace(/<[^>]+>/g, '').trim().split(/\s+/);
      // A page may begin with the rest of a word: what is compared begins with the second word on paper.
      const wanted = firstWordsOf(pageList, index).join(' ');
      expect(words.slice(0, 10).join(' ').replaceAll('&#160;', '\u00a0')).toContain(wanted.trim());
      compared++;
    }
    expect(compared).toBeGreaterThan(12);
  }); // prettier-ignore

  it('make a sound book, which says that it has them', async () => {
    const findings = await verifyEpub(await writeEpub(collection, options));
    expect(findings.filter(({ code }) => code !== 'epub/cover-missing')).toEqual([]);
    expect(files.get('content.opf')).toContain('<meta property="schema:accessibilityFeature">pageNavigation</meta>');
    expect(files.get('content.opf')).toContain('<meta property="pageBreakSource">');
  });

  it('are not there without a print edition', () => {
    const plain = renderEpubFiles(collection, { theme, cover: null });
    expect(
      plain.some(
        ({ path, content }) => !path.endsWith('.css') && /pagebreak|page-list|pageBreak/.test(String(content)),
      ),
    ).toBe(false);
  });
});
