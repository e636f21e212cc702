import { describe, expect, it } from 'vitest';
import { inlineText } from '../../src/book/plainText.ts';
import type { Block, Footnote, Inline } from '../../src/book/tree.ts';
import type { PrintedPage } from '../../src/book/printedPage.ts';
import type { Page, PageList } from '../../src/typeset/pageList.ts';
import { typesetBook } from '../../src/typeset/typesetBook.ts';
import {
  type Typeset,
  bodyPages,
  book,
  chapter,
  design,
  paragraph,
  paragraphs,
  prose,
  runsOf,
  story,
  text,
  textOf,
  typeset,
} from './books.ts';

const mark = (noteId: string): Inline => ({ type: 'footnoteReference', noteId });
const note = (id: string, label: string, ...blocks: Block[]): Footnote => ({ id, label, blocks });
const marked = (words: string, ...ids: string[]): Block => ({
  type: 'paragraph',
  children: [text(words), ...ids.map(mark)],
});

/** A book of one chapter with footnotes. */
function noted(blocks: readonly Block[], footnotes: readonly Footnote[], changes = {}): Typeset {
  return typeset(book([story('The Boat', [chapter(blocks)], { footnotes })]), changes);
}

/** The pages on which words stand. */
function pagesWith({ pages }: PageList, words: string): Page[] {
  return pages.filter(page => textOf([page]).includes(words));
}

function targetsOf({ pages }: PageList): string[] {
  return runsOf(pages).flatMap(({ target }) => (target?.type === 'destination' ? [target.name] : []));
}

const namesOf = ({ pages }: PageList): string[] => pages.flatMap(page => page.destinations.map(({ name }) => name));

const everyKind: readonly Block[] = [
  ...paragraphs(12),
  marked('A plain mark', 'note-1'),
  ...paragraphs(10, 2),
  { type: 'heading', depth: 1, children: [text('A Heading'), mark('note-2')] },
  ...paragraphs(10, 3),
  { type: 'list', ordered: false, start: 1, items: [[marked('An item', 'note-3')], [paragraph('Another item')]] },
  ...paragraphs(9, 4),
  { type: 'table', header: [[text('Boat')], [text('Oars'), mark('note-4')]], rows: [[[text('Cog')], [text('none')]]] },
  ...paragraphs(9, 5),
  { type: 'blockQuote', children: [marked('A quotation', 'note-5')] },
  ...paragraphs(9, 6),
  marked('Three marks at once', 'note-6', 'note-7', 'note-8'),
  ...paragraphs(9, 7),
  marked('The first mark again', 'note-1'),
];

const everyNote: readonly Footnote[] = [1, 2, 3, 4, 5, 6, 7, 8].map(number =>
  note(
    `note-${number}`,
    String(number),
    number === 5 ? marked('Words of note 5', 'note-9') : paragraph(`Words of note ${number}`),
  ),
);
const notesAndTheirs = [...everyNote, note('note-9', '9', paragraph('Words of note 9'))];

describe('footnotes at the foot of the page', () => {
  it('stand on the page of their first mark, below all of its text, each once', () => {
    const { pages, diagnostics } = noted(everyKind, notesAndTheirs);
    expect(diagnostics.filter(({ code }) => code === 'typeset/late-note')).toEqual([]);
    for (const { id } of notesAndTheirs) {
      const markPage = pages.pages.find(page => page.destinations.some(({ name }) => name === `${id}-mark`));
      const notePages = pagesWith(pages, `Words of note ${id.slice(5)}`);
      expect(notePages).toEqual([markPage]);
    }
    for (const page of bodyPages(pages)) {
      const kinds = page.frames.filter(({ element }) => element !== null).map(({ element }) => isNote(pages, element));
      expect(kinds).toEqual([...kinds].sort());
    }
  });

  it('lead to each other: every mark to a place that is there once', () => {
    for (const footnotes of ['foot', 'chapterEnd'] as const) {
      const { pages } = noted(everyKind, notesAndTheirs, { footnotes });
      const names = namesOf(pages);
      expect(new Set(names).size).toBe(names.length);
      expect(targetsOf(pages).length).toBeGreaterThan(notesAndTheirs.length * 2);
      for (const target of targetsOf(pages)) expect(names).toContain(target);
    }
  });

  it('end on the baseline grid, a short rule above them', () => {
    const { pages } = noted(everyKind, notesAndTheirs);
    for (const page of bodyPages(pages)) {
      const ofNotes = page.frames.filter(({ element }) => isNote(pages, element)).flatMap(({ lines }) => lines);
      const [first, last] = [ofNotes[0], ofNotes.at(-1)];
      if (first === undefined || last === undefined) continue;
      expect((last.baselinePt - 70.5) % design.leadingPt).toBeCloseTo(0, 1);
      const rule = page.rules.find(({ fromPt }) => fromPt[1] < first.baselinePt && fromPt[1] > first.baselinePt - 20);
      expect(rule?.toPt[0]).toBeLessThan((rule?.fromPt[0] ?? 0) + 100);
      const textBottom = Math.max(
        ...page.frames
          .filter(({ element }) => element !== null && !isNote(pages, element))
          .flatMap(({ lines }) => lines.map(line => line.baselinePt)),
      );
      expect(rule?.fromPt[1]).toBeGreaterThan(textBottom + 3);
    }
  });

  it('go on at the foot of the next page when they are long, and lose no word', () => {
    const words = prose(900, 5);
    const { pages } = noted(
      [...paragraphs(6), marked('Here', 'note-1'), ...paragraphs(60, 2)],
      [note('note-1', '1', paragraph(words))],
    );
    const shown = pages.pages.map(page =>
      textOf([{ ...page, frames: page.frames.filter(({ element }) => isNote(pages, element)) }]),
    );
    expect(shown.join('').replace(/^1 /, '').trim()).toBe(words);
    const noteLines = pages.pages.map(page => page.frames.filter(({ element }) => isNote(pages, element)).flatMap(({ lines }) => lines).length); // prettier-ignore
    const parts = noteLines.filter(count => count > 0);
    expect(parts.length).toBeGreaterThan(2);
    for (const count of parts) expect(count).toBeGreaterThan(1);
  });

  it('of a chapter without room for them fill pages of their own', () => {
    const words = prose(5_000, 5);
    const { pages } = noted([marked('Here', 'note-1')], [note('note-1', '1', paragraph(words))]);
    expect(textOf(pages.pages)).toContain(words);
  });

  it('of front matter stand on its pages, and of a part’s title on the part’s', () => {
    const footnotes = [
      note('note-1', '1', paragraph('Of the summary.')),
      note('note-2', '2', paragraph('Of the part.')),
    ];
    const summary = {
      type: 'matterSection',
      role: 'summary',
      title: [],
      blocks: [marked('A cog is lost', 'note-1')],
    } as const;
    const part = { label: 'Part One', number: 1, title: [text('The Sea'), mark('note-2')] };
    const first = chapter([marked('Again', 'note-1')], { part, label: 'Chapter 1', number: 1 });
    const second = chapter(paragraphs(3), { label: 'Chapter 2', number: 2 });
    const { pages } = typeset(book([story('The Boat', [first, second], { frontMatter: [summary], footnotes })]));
    expect(pagesWith(pages, 'Of the summary.').map(({ folio }) => folio.style)).toEqual(['roman']);
    expect(textOf(pagesWith(pages, 'Of the part.'))).toContain('The Sea');
    for (const target of targetsOf(pages)) expect(namesOf(pages)).toContain(target);
  });

  it('leave the start of a page to its text', () => {
    const noted: PrintedPage[] = [];
    const words = prose(900, 5);
    const long = [note('note-1', '1', paragraph(words))];
    const anthology = book([
      story('The Boat', [chapter([marked('Here', 'note-1'), ...paragraphs(60, 2)])], { footnotes: long }),
    ]);
    typesetBook(anthology, { design, report: () => undefined, notePage: page => void noted.push(page) });
    for (const { at } of noted)
      expect(at.type === 'paragraph' && inlineText(at.children).includes(words.slice(0, 40))).toBe(false);
    expect(noted.length).toBeGreaterThan(5);
  });
});

describe('footnotes that are hard to place', () => {
  it('ten thousand in a chapter are all there, in order, in good time', () => {
    const ids = Array.from({ length: 10_000 }, (_, index) => `note-${index + 1}`);
    const blocks = ids.map((id, index) => marked(prose(6 + (index % 40), index), id));
    const started = process.cpuUsage();
    const { pages, diagnostics } = noted(blocks, ids.map((id, index) => note(id, String(index + 1), paragraph(`Note ${index + 1}.`)))); // prettier-ignore
    const { user, system } = process.cpuUsage(started);
    const order = namesOf(pages).filter(name => /^note-\d+$/.test(name));
    expect(order).toEqual(ids);
    expect(diagnostics.filter(({ code }) => code === 'typeset/late-note')).toEqual([]);
    expect((user + system) / 1e6).toBeLessThan(20);
  }, 120_000);

  it('forty on one line are all there, on a page of eight lines too', () => {
    const ids = Array.from({ length: 40 }, (_, index) => `note-${index + 1}`);
    const footnotes = ids.map((id, index) => note(id, String(index + 1), paragraph(`Note number ${index + 1}.`)));
    for (const trimPt of [
      [396, 612],
      [396, 235],
    ] as const) {
      const { pages, diagnostics } = noted([...paragraphs(4), marked('All', ...ids), ...paragraphs(9)], footnotes, {
        trimPt,
      });
      expect(namesOf(pages).filter(name => /^note-\d+$/.test(name))).toEqual(ids);
      for (let number = 1; number <= 40; number++) expect(textOf(pages.pages)).toContain(`Note number ${number}.`);
      if (trimPt[1] === 235) expect(diagnostics.map(({ code }) => code)).toContain('typeset/late-note');
      for (const page of pages.pages) {
        for (const { baselinePt } of page.frames.flatMap(({ lines }) => lines))
          expect(baselinePt).toBeLessThan(trimPt[1] - 30);
      }
    }
  });
});

function isNote({ elements }: PageList, element: number | null): boolean {
  for (let index = element; index !== null; index = elements[index]?.parent ?? null) {
    if (elements[index]?.role === 'Note') return true;
  }
  return false;
}
