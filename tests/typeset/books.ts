import type {
  Anthology,
  Block,
  BookId,
  Chapter,
  ChapterId,
  Inline,
  MatterRole,
  MatterSection,
  Paragraph,
  Story,
  StoryId,
} from '../../src/book/tree.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { defaultLook } from '../../src/theme/bookLook.ts';
import { unbound } from '../../src/theme/printDesign.ts';
import type { PrintDesign } from '../../src/theme/theme.ts';
import type { Page, PageList, Run } from '../../src/typeset/pageList.ts';
import { typesetBook } from '../../src/typeset/typesetBook.ts';

/** A paperback page of 35 lines, 288 points wide. */
export const design: PrintDesign = {
  trimPt: [396, 612],
  marginsPt: { top: 60, bottom: 62, inner: 58, outer: 50 },
  bodyFontSizePt: 11,
  leadingPt: 14,
  paragraphIndentPt: 14,
  sceneBreakOrnament: '* * *',
  fonts: { body: 'EB Garamond', headings: 'EB Garamond', labels: 'Courier Prime' },
  openings: 'plain',
  chaptersStartOn: 'next',
  frontMatter: 'full',
  footnotes: 'foot',
  look: defaultLook,
  links: 'live',
  binding: unbound,
};

export const text = (value: string): Inline => ({ type: 'text', value });
export const paragraph = (value: string): Paragraph => ({ type: 'paragraph', children: [text(value)] });

export function matter(role: MatterRole, words: string): MatterSection {
  return { type: 'matterSection', role, title: [], blocks: [paragraph(words)] };
}

export function chapter(body: readonly Block[], parts: Partial<Chapter> = {}): Chapter {
  return {
    type: 'chapter',
    id: 'chapter-1' as ChapterId,
    kind: 'chapter',
    number: null,
    label: null,
    title: null,
    openingNotes: [],
    body,
    closingLine: null,
    closingNotes: [],
    ...parts,
  };
}

export function story(title: string, chapters: readonly Chapter[], parts: Partial<Story> = {}, language = 'en'): Story {
  const stated = <T>(value: T) => ({ text: value, origin: 'text' as const, confidence: 1 });
  return {
    type: 'story',
    id: `story:${title}` as StoryId,
    metadata: {
      title: stated(title),
      displayTitle: title,
      authors: [stated({ name: 'Anna Tinsel' })],
      language: stated(language),
      date: null,
      fields: [],
    },
    frontMatter: [],
    chapters,
    backMatter: [],
    footnotes: [],
    ...parts,
  };
}

export function book(stories: readonly [Story, ...Story[]], parts: Partial<Anthology> = {}): Anthology {
  const title = stories.length > 1 ? 'A Shelf of Hats' : stories[0].metadata.displayTitle;
  return {
    type: 'anthology',
    metadata: {
      id: 'urn:uuid:0f9d1a5e-6b7c-5d2e-8f30-0a1b2c3d4e5f' as BookId,
      title,
      displayTitle: title,
      subtitle: null,
      editors: [],
      authors: [{ name: 'Anna Tinsel' }],
      contributors: [],
      language: stories[0].metadata.language.text,
      date: null,
      modified: '2024-10-31T00:00:00Z',
      description: null,
      isCollection: stories.length > 1,
    },
    frontMatter: [],
    stories,
    backMatter: [],
    images: [],
    ...parts,
  };
}

/** A book of one unmarked chapter. */
export const bookOf = (...blocks: Block[]): Anthology => book([story('The Hat', [chapter(blocks)])]);

const words = (
  'the lamp was lit before anyone had thought to ask who would carry it down and so the housekeeper took it herself ' +
  'counting every stair aloud as she had counted them for thirty years because remembering them silently seemed ungrateful ' +
  'nobody answered though something in the furthest corridor considered answering and decided against the inconvenience'
).split(' ');

/** Prose of a number of words that reads like any other, always the same for the same seed. */
export function prose(wordCount: number, seed: number): string {
  let state = seed * 2 + 1;
  const next = (): number => (state = (state * 1_103_515_245 + 12_345) & 0x7fffffff) / 0x7fffffff;
  const chosen = Array.from({ length: wordCount }, () => words[Math.floor(next() * words.length)] ?? 'lamp');
  const sentence = chosen.join(' ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

/** Paragraphs of very different lengths. */
export function paragraphs(count: number, seed = 1): Paragraph[] {
  return Array.from({ length: count }, (_, index) =>
    paragraph(prose(5 + ((index * 37 + seed * 11) % 90), index + seed)),
  );
}

export interface Typeset {
  readonly pages: PageList;
  readonly diagnostics: readonly Diagnostic[];
}

export function typeset(anthology: Anthology, changes: Partial<PrintDesign> = {}): Typeset {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  return { pages: typesetBook(anthology, { design: { ...design, ...changes }, report }), diagnostics };
}

/** The text of pages in reading order, without heads and folios; hyphens of line breaks taken out. */
export function textOf(pages: readonly Page[]): string {
  let result = '';
  for (const page of pages) {
    for (const frame of page.frames) {
      if (frame.element === null) continue;
      for (const line of frame.lines) {
        const lineText = line.runs.map(run => run.text).join('');
        result += line.endsInSoftHyphen ? lineText.slice(0, -1) : lineText;
      }
    }
  }
  return result;
}

/** Everything a page shows, heads and folios among it. */
export function allTextOf(page: Page): string {
  return page.frames.flatMap(frame => frame.lines.map(line => line.runs.map(run => run.text).join(''))).join('\n');
}

export function runsOf(pages: readonly Page[]): Run[] {
  return pages.flatMap(page => page.frames.flatMap(frame => frame.lines.flatMap(line => line.runs)));
}

/** The pages numbered in arabic figures. */
export function bodyPages(pages: PageList): Page[] {
  return pages.pages.filter(page => page.folio.style === 'arabic');
}
