import { blockText, inlineText } from '../../src/book/plainText.ts';
import { expect } from 'vitest';
import { mapBlockInlines } from '../../src/book/mapBlockInlines.ts';
import { mapReferences } from '../../src/book/mapReferences.ts';
import type { Block, Inline, MatterSection } from '../../src/book/tree.ts';
import type { LedgerEntry, NormalizedStory } from '../../src/normalize/normalizedStory.ts';

/** White space as readers of the file count it, with the zero-width space, the byte-order mark and control characters. */
const blank = /^[\s\u0000-\u001f\u007f-\u009f\u200b\ufeff]*$/;

/** What is wrong with the ledger: lines in no entry, lines in several, columns that overlap or leave characters out. */
export function ledgerFaults(story: NormalizedStory): string[] {
  const faults: string[] = [];
  for (const { path, lines } of story.sources) {
    const byLine = entriesByLine(story.evidence.ledger.filter(entry => entry.span.file === path));
    lines.forEach((line, index) => {
      const entries = byLine.get(index + 1) ?? [];
      const whole = entries.filter(entry => entry.span.columns === undefined);
      if (!blank.test(line) && entries.length === 0) faults.push(`line ${index + 1} is in no entry`);
      else if (whole.length > 1 || (whole.length === 1 && entries.length > 1)) {
        faults.push(`line ${index + 1} is in ${entries.length} entries`);
      } else if (whole.length === 0 && entries.length > 0) {
        faults.push(...columnFaults(line, entries).map(fault => `line ${index + 1}: ${fault}`));
      }
    });
  }
  return faults;
}

function entriesByLine(ledger: readonly LedgerEntry[]): Map<number, LedgerEntry[]> {
  const byLine = new Map<number, LedgerEntry[]>();
  for (const entry of ledger) {
    for (let line = entry.span.lines[0]; line <= entry.span.lines[1]; line++) {
      byLine.set(line, [...(byLine.get(line) ?? []), entry]);
    }
  }
  return byLine;
}

function columnFaults(line: string, entries: readonly LedgerEntry[]): string[] {
  const taken = [...line].map(() => 0);
  for (const { span } of entries) {
    const [first, last] = span.columns ?? [1, 0];
    for (let column = first; column <= last; column++) taken[column - 1] = (taken[column - 1] ?? 0) + 1;
  }
  return [...line].flatMap((character, index) =>
    taken[index] === 1 || (/\s/.test(character) && taken[index] === 0)
      ? []
      : [`column ${index + 1} is in ${taken[index] ?? 0} entries`],
  );
}

/** The letters and digits of a text, in order; a raised figure counts as its figure, for a note's mark is either. */
export function lettersOf(text: string): string {
  const letters = text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
  return letters.replace(/[⁰¹²³⁴-⁹]/g, figure => figure.normalize('NFKC'));
}

/** Tags of HTML and bulletin boards that a plain text may hold; those that are read as what they mean leave the words. */
const inlineTags = /<\/?(?:i|em|u|b|strong|s|del|strike|sup|sub|br)(?: [^<>\n]*)?\/?>|\[\/?(?:i|b|u|s|em|strong)\]/gi;

/** A text without inline tags, whether they were read or not. */
export function withoutTags(text: string): string {
  return text.replace(inlineTags, '');
}

/** The letters of the source's lines, and parts of lines, that the ledger gives to any of some kinds, in order. */
export function ledgerLetters(story: NormalizedStory, kinds: readonly LedgerEntry['kind'][]): string {
  let letters = '';
  for (const { kind, span } of story.evidence.ledger) {
    if (!kinds.includes(kind)) continue;
    const lines = story.sources.find(source => source.path === span.file)?.lines ?? [];
    const own = lines.slice(span.lines[0] - 1, span.lines[1]);
    const [first, last] = span.columns ?? [1, Infinity];
    letters += own.map(line => lettersOf(withoutTags([...line].slice(first - 1, last).join('')))).join('');
  }
  return letters;
}

/** The letters of a story's body, matter and footnotes in the order of the source; a footnote's mark counts where it is typed. */
export function storyLetters(story: NormalizedStory): string {
  const matter = (sections: readonly MatterSection[]) => sections.flatMap(section => section.blocks);
  const typed = (noteId: string): Inline => ({ type: 'text', value: story.footnotes.find(({ id }) => id === noteId)?.label ?? '' }); // prettier-ignore
  const withMarks = (own: readonly Block[]) => mapBlockInlines(own, inlines => mapReferences(inlines, typed));
  const notes = story.footnotes.map(({ label, blocks: [first, ...others], span }): Block => {
    const children: Inline[] = [{ type: 'text', value: label }, ...(first?.type === 'paragraph' ? first.children : [])];
    expect(others).toEqual([]);
    return { type: 'paragraph', children, ...(span === undefined ? {} : { span }) };
  });
  const blocks: Block[] = [
    ...notes,
    ...matter(story.frontMatter),
    ...story.chapters.flatMap(chapter => [
      ...matter(chapter.openingNotes),
      ...chapter.body,
      ...matter(chapter.closingNotes),
    ]),
    ...matter(story.backMatter),
  ];
  return withMarks(blocks)
    .map((block, index) => ({
      text: lettersOf(withoutTags(blockText([block]))),
      line: block.span?.lines[0] ?? 0,
      index,
    }))
    .sort((left, right) => left.line - right.line || left.index - right.index)
    .map(({ text }) => text)
    .join('');
}

/** The letters of chapter labels and titles, in order. */
export function headingLetters(story: NormalizedStory): string {
  return story.chapters
    .map(chapter => lettersOf((chapter.label ?? '') + (chapter.title === null ? '' : inlineText(chapter.title))))
    .join('');
}
