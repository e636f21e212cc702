import type { Line, LinkTarget, Run } from '../typeset/pageList.ts';
import { toHundredths } from './pdfSyntax.ts';
import type { OpenElement } from './structureTree.ts';

/** Where a reader may click; lengths in hundredths of a point from the bottom left of the sheet. */
export interface LinkArea {
  readonly element: OpenElement;
  readonly target: LinkTarget;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** The words that are linked. */
  readonly text: string;
}

/** Gathers the areas of one page's links: runs of one link on one line are one area. */
export interface LinkAreas {
  readonly areas: readonly LinkArea[];
  readonly add: (element: OpenElement, target: LinkTarget, run: Run, line: Line, sizePt: number) => void;
  readonly close: () => void;
}

/** How far a link's area reaches above and below the baseline, in ems. */
const linkAscentEm = 0.8;
const linkDescentEm = 0.3;

export function createLinkAreas(left: number, top: number): LinkAreas {
  const areas: LinkArea[] = [];
  let line: Line | null = null;
  let last: LinkArea | null = null;
  const close = (): void => {
    if (last !== null) areas.push(last);
    last = null;
  };
  return {
    areas,
    add: (element, target, run, runLine, sizePt) => {
      const from = left + toHundredths(run.xPt);
      const to = from + toHundredths(run.widthPt);
      const above = top - toHundredths(runLine.baselinePt - linkAscentEm * sizePt);
      const below = top - toHundredths(runLine.baselinePt + linkDescentEm * sizePt);
      if (last !== null && last.element === element && line === runLine) {
        last = {
          ...last,
          left: Math.min(last.left, from),
          right: Math.max(last.right, to),
          top: Math.max(last.top, above),
          bottom: Math.min(last.bottom, below),
          text: last.text + run.text,
        };
        return;
      }
      close();
      line = runLine;
      last = { element, target, left: from, right: to, top: above, bottom: below, text: run.text };
    },
    close,
  };
}
