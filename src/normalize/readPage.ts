import type { Block, Inline } from '../book/tree.ts';
import type { Manuscript } from '../parse/manuscript.ts';
import { blockOf, createContentReader } from './blockContent.ts';
import { detectLanguage } from './language/detectLanguage.ts';
import { findBreaks } from './breaks/findBreaks.ts';
import { notesBelow } from './footnotes/notesBelow.ts';
import { startReading } from './reading.ts';
import { readStatedFields } from './readStatedFields.ts';
import { createRepairTally } from './typography/repairTally.ts';
import { learnTypography, setInlineTypography, setTypography } from './typography/typography.ts';

/** A page that a book's maker wrote for it, an introduction for instance. */
export interface WrittenPage {
  /** Its first heading, or the title its front matter states; empty when it has none. */
  readonly title: readonly Inline[];
  readonly blocks: readonly Block[];
}

/**
 * Reads a page as it is written: unlike a scraped story it has no byline, label or footer to find, so that nothing of it
 * is set apart. Only the marks are set as the language prints them.
 */
export function readPage(manuscript: Manuscript, language: string | undefined): WrittenPage {
  const read = [readStatedFields, findBreaks, detectLanguage].reduce(
    (reading, pass) => pass.run(reading),
    startReading(manuscript, []),
  );
  const tag = language ?? read.language?.text ?? 'und';
  const tally = createRepairTally({ file: manuscript.sources[0]?.path ?? '', lines: [1, 1] });
  const reader = createContentReader(manuscript, tally);
  const typography = learnTypography(
    manuscript.blocks.map(block => block.text),
    tag,
    tally,
  );
  const shown = manuscript.blocks.filter((_, index) => read.marks[index]?.kind !== 'separator');
  const [first, ...rest] = shown;
  const heading = first?.kind === 'heading' ? first.inlines : null;
  const stated: readonly Inline[] = read.title === null ? [] : [{ type: 'text', value: read.title.text }];
  const text = (heading === null ? shown : rest).map(block => blockOf(block, reader));
  const blocks = notesBelow(text, manuscript.notes ?? [], manuscript.noteMarks ?? new Map<string, string>());
  return {
    title: setInlineTypography(heading ?? stated, typography, undefined),
    blocks: setTypography(blocks, typography),
  };
}
