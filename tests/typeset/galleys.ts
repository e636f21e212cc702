import fc from 'fast-check';
import type { SetLine } from '../../src/typeset/composeLine.ts';
import { type GalleyLine, createGalley } from '../../src/typeset/galley.ts';
import type { SectionFootnotes } from '../../src/typeset/section.ts';

export const gridPt = 14;
export const emptyLine: SetLine = { runs: [], wordSpacePt: 0, endsInSoftHyphen: false, endPt: 0 };

/** One block of a made-up galley. */
export interface MadeBlock {
  readonly type: 'paragraph' | 'heading' | 'sceneBreak' | 'quote';
  readonly lines: number;
  /** Lines of a note whose mark stands in the block's first line; 0 for none. */
  readonly note: number;
}

export const madeBlock: fc.Arbitrary<MadeBlock> = fc.record({
  type: fc.constantFrom('paragraph', 'paragraph', 'paragraph', 'heading', 'sceneBreak', 'quote'),
  lines: fc.integer({ min: 1, max: 8 }),
  note: fc.constantFrom(0, 0, 0, 1, 2, 5),
});

export interface MadeGalley {
  readonly lines: readonly GalleyLine[];
  readonly footnotes: SectionFootnotes;
}

/** A galley of blocks; what is no paragraph stands off the grid, as in a book. */
export function galleyOf(blocks: readonly MadeBlock[]): MadeGalley {
  const galley = createGalley();
  const notes = createGalley();
  const starts: number[] = [];
  const counts: number[] = [0];
  const repeat = (count: number): SetLine[] => Array.from({ length: count }, () => emptyLine);
  for (const { type, lines, note } of blocks) {
    const first = galley.lines.length;
    const place = { leftPt: 0, heightPt: gridPt, element: null };
    if (type === 'paragraph') galley.addBlock({ ...place, lines: repeat(lines), snapsToGrid: true });
    if (type === 'heading') {
      galley.addSpace(gridPt);
      galley.addBlock({
        ...place,
        lines: repeat(1),
        heightPt: 20,
        keepsWithNext: true,
        element: { role: 'H3', parent: null },
      });
      galley.addSpace(gridPt / 2);
    }
    if (type === 'sceneBreak') {
      galley.keepLastWithNext();
      galley.addSpace(gridPt);
      galley.addBlock({ ...place, lines: repeat(1), snapsToGrid: true, keepsWithNext: true, isSceneBreak: true });
      galley.addSpace(gridPt);
    }
    if (type === 'quote') {
      galley.addSpace(gridPt / 2);
      galley.addBlock({ ...place, lines: repeat(lines), heightPt: 12, element: { role: 'BlockQuote', parent: null } });
      galley.addSpace(gridPt / 2);
    }
    if (note > 0) {
      starts.push(notes.lines.length);
      notes.addSpace(3);
      notes.addBlock({ lines: repeat(note), leftPt: 0, heightPt: 12, element: null });
    }
    while (counts.length <= galley.lines.length) counts.push(counts.length > first ? notes.lines.length : 0);
  }
  return { lines: galley.lines, footnotes: { lines: notes.lines, starts, lineCounts: Int32Array.from(counts) } };
}
