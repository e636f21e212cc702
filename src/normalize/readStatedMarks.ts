import { readHeadingCandidate } from './chapters/chapterHeading.ts';
import type { ManuscriptBlock, StatedMark } from '../parse/manuscript.ts';
import { type ChapterHeading, type Mark, type Pass, withMarks } from './reading.ts';

/** Takes over what the markup of a file says about its blocks, as the readers of known formats found it. */
export const readStatedMarks: Pass = {
  name: 'read-stated-marks',
  run: reading => {
    const marks = new Map<number, Mark>();
    reading.manuscript.blocks.forEach((block, index) => {
      if (block.stated !== undefined) marks.set(index, markOf(block, block.stated));
    });
    return withMarks(reading, marks);
  },
};

function markOf(block: ManuscriptBlock, stated: StatedMark): Mark {
  if (stated.kind !== 'heading') return { ...stated, confidence: 1 };
  const heading = stated.heading ?? headingOf(block.text, stated);
  const chapterKind = stated.chapterKind ?? heading.chapterKind;
  return { ...stated, confidence: 1, heading: { ...heading, chapterKind } };
}

function headingOf(text: string, { numbered }: Extract<StatedMark, { kind: 'heading' }>): ChapterHeading {
  if (numbered === undefined) return markupHeading(text);
  const { number, titleOffset } = numbered;
  const label = text.slice(0, titleOffset).trim();
  return {
    chapterKind: 'chapter',
    number,
    label: label === '' ? null : label,
    titleOffset: titleOffset < text.length ? titleOffset : null,
  };
}

/** What a line that is known to be a chapter's heading says: a label and a number where it has the looks of one, else a title. */
export function markupHeading(text: string): ChapterHeading {
  const candidate = readHeadingCandidate(text);
  return candidate?.heading ?? { chapterKind: 'chapter', number: null, label: null, titleOffset: 0 };
}
