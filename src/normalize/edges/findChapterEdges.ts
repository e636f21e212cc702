import { learnSpeakers } from '../../parse/lineKinds.ts';
import { markFoot } from './chapterFoot.ts';
import { markHead } from './chapterHead.ts';
import type { ChapterEdges } from './chapterRange.ts';
import { chapterRanges } from './chapterRange.ts';
import { rulesPartNotes } from './noteLayout.ts';
import { type Pass, withMarks } from '../reading.ts';

/** Finds notes, closing lines and furniture at the head and the foot of every chapter. */
export const findChapterEdges: Pass = {
  name: 'find-chapter-edges',
  run: reading => {
    const { title, authors, language, date, fields } = reading;
    const edges: ChapterEdges = {
      blocks: reading.manuscript.blocks,
      known: reading.marks,
      rulesPartNotes: rulesPartNotes(reading),
      isArchivePage: reading.marks.some(mark => mark?.rule === 'wrapper:archive-page'),
      speakers: learnSpeakers(reading.manuscript.blocks),
      marks: new Map(),
      facts: { title, authors, language, date, fields },
    };
    for (const range of chapterRanges(reading)) {
      const bodyEnd = markFoot(edges, range);
      if (range.hasHeading) markHead(edges, { ...range, end: bodyEnd });
    }
    return withMarks({ ...reading, ...edges.facts }, edges.marks);
  },
};
