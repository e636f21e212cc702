import type { PageAnchor } from '../book/printedPage.ts';
import type { Footnote } from '../book/tree.ts';
import type { Ornament } from '../drawing/ornament.ts';
import type { SetLine } from './composeLine.ts';
import type { StructureRole } from './pageList.ts';

/** A node of the logical structure; the pages number those that they show. */
export interface ElementNode {
  readonly role: StructureRole;
  readonly parent: ElementNode | null;
  readonly language?: string;
  readonly alt?: string;
}

/** A line in one endless column, with all that page breaking needs to know; lengths in points. */
export interface GalleyLine {
  readonly line: SetLine;
  /** From the left edge of the text block. */
  readonly leftPt: number;
  readonly heightPt: number;
  /** Blank before the line; dropped at the top of a page unless `keepsSpaceAtTop`. */
  readonly spaceBeforePt: number;
  readonly keepsSpaceAtTop: boolean;
  /** Whether the line moves down to the next line of the baseline grid. */
  readonly snapsToGrid: boolean;
  /** Whether no page may end after the line. */
  readonly keepsWithNext: boolean;
  readonly isSceneBreak: boolean;
  readonly indexInBlock: number;
  readonly blockLength: number;
  /** `null` for what is no part of the text: ornaments, rules. */
  readonly element: ElementNode | null;
  /** Names of places that links lead to. */
  readonly destinations: readonly string[];
  /** The node of the tree that the line is of; `null` for what only print has. */
  readonly source: PageAnchor | null;
  readonly rules: readonly GalleyRule[];
  /** A picture that stands in place of words. */
  readonly picture?: GalleyPicture;
  /** An ornament that stands in place of words, and is no part of the text. */
  readonly ornament?: GalleyOrnament;
  /** Sets the line's paragraph anew with another number of lines; `null` where it keeps those that it has. */
  readonly reset: ResetParagraph | null;
  /** What stands above the line, once more, where a page begins with it. */
  readonly repeatedHead?: RepeatedHead;
}

/** A table's head on the pages that the table goes on on: shown again, and no part of the text. */
export interface RepeatedHead {
  readonly lines: readonly GalleyLine[];
  /** Blank below it. */
  readonly gapPt: number;
}

/** How much room a head takes at the top of a page. */
export function heightOfHead({ lines, gapPt }: RepeatedHead): number {
  return lines.reduce((sum, line) => sum + line.heightPt, gapPt);
}

/** The lines of a paragraph set to be so many; `null` when they would not be decent. Reports nothing. */
export type ResetParagraph = (lineCount: number) => readonly SetLine[] | null;

/** A horizontal rule that belongs to a line: from the left edge of the text block, upwards from the baseline. */
export interface GalleyRule {
  readonly leftPt: number;
  readonly rightPt: number;
  readonly abovePt: number;
  readonly thicknessPt: number;
  readonly isDotted: boolean;
}

/** A picture from the left edge of the text block and down from the top of its line. */
export interface GalleyPicture {
  readonly assetId: string;
  readonly leftPt: number;
  readonly belowTopPt: number;
  readonly widthPt: number;
  readonly heightPt: number;
}

/** An ornament in the ink of the text, placed as a picture is. */
export interface GalleyOrnament extends Omit<GalleyPicture, 'assetId'> {
  readonly ornament: Ornament;
}

export interface BlockLines {
  readonly lines: readonly SetLine[];
  readonly leftPt: number;
  readonly heightPt: number;
  readonly element: ElementNode | null;
  readonly snapsToGrid?: boolean;
  /** Keeps all lines of the block together and with what follows. */
  readonly keepsWithNext?: boolean;
  /** So many first lines stand on one page. */
  readonly keptLines?: number;
  readonly isSceneBreak?: boolean;
  readonly destination?: string;
  readonly source?: PageAnchor;
  /** The picture that its only line is. */
  readonly picture?: GalleyPicture;
  /** The ornament that its only line is. */
  readonly ornament?: GalleyOrnament;
  /** Rules of each line by its index. */
  readonly rules?: readonly (readonly GalleyRule[])[];
  readonly reset?: ResetParagraph;
}

/** Collects lines one below the other. */
export interface Galley {
  readonly lines: GalleyLine[];
  /** The notes that its text leads to, where they are to stand at the feet of its pages. */
  readonly footnotes: Footnote[];
  readonly addBlock: (block: BlockLines) => void;
  /** Blank before the next block; of several, the largest counts. */
  readonly addSpace: (heightPt: number) => void;
  /** Blank before the next block that stays even at the top of a page. */
  readonly addSink: (heightPt: number) => void;
  /** No page may end after the last line so far. */
  readonly keepLastWithNext: () => void;
}

export function createGalley(): Galley {
  const lines: GalleyLine[] = [];
  let spacePt = 0;
  let isSink = false;
  return {
    lines,
    footnotes: [],
    addBlock: block => {
      block.lines.forEach((line, index) => {
        const isFirst = index === 0;
        lines.push({
          line,
          leftPt: block.leftPt,
          heightPt: block.heightPt,
          spaceBeforePt: isFirst ? spacePt : 0,
          keepsSpaceAtTop: isFirst && isSink,
          snapsToGrid: block.snapsToGrid ?? false,
          keepsWithNext: (block.keepsWithNext ?? false) || index + 1 < (block.keptLines ?? 0),
          isSceneBreak: block.isSceneBreak ?? false,
          indexInBlock: index,
          blockLength: block.lines.length,
          element: block.element,
          destinations: isFirst && block.destination !== undefined ? [block.destination] : noDestinations,
          source: block.source ?? null,
          rules: block.rules?.[index] ?? noRules,
          ...(block.picture === undefined ? {} : { picture: block.picture }),
          ...(block.ornament === undefined ? {} : { ornament: block.ornament }),
          reset: block.reset ?? null,
        });
      });
      if (block.lines.length === 0) return;
      spacePt = 0;
      isSink = false;
    },
    addSpace: heightPt => {
      spacePt = Math.max(spacePt, heightPt);
    },
    addSink: heightPt => {
      spacePt = Math.max(spacePt, heightPt);
      isSink = true;
    },
    keepLastWithNext: () => {
      const last = lines.at(-1);
      if (last !== undefined) lines[lines.length - 1] = { ...last, keepsWithNext: true };
    },
  };
}

const noRules: readonly GalleyRule[] = [];
const noDestinations: readonly string[] = [];
