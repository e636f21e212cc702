import { roundPt } from './composeLine.ts';
import type { DraftPage } from './draftPage.ts';

/** A page all of whose content has moved away from the spine, which is to the left of the right page of an open book. */
export function shiftPage(page: DraftPage, fromSpinePt: number, rightPage: DraftPage['side'] = 'recto'): DraftPage {
  if (fromSpinePt === 0) return page;
  const byPt = page.side === rightPage ? fromSpinePt : -fromSpinePt;
  const move = (x: number): number => roundPt(x + byPt);
  return {
    ...page,
    frames: page.frames.map(frame => ({
      ...frame,
      lines: frame.lines.map(line => ({ ...line, runs: line.runs.map(run => ({ ...run, xPt: move(run.xPt) })) })),
    })),
    rules: page.rules.map(rule => ({
      ...rule,
      fromPt: [move(rule.fromPt[0]), rule.fromPt[1]],
      toPt: [move(rule.toPt[0]), rule.toPt[1]],
    })),
    pictures: page.pictures.map(picture => ({ ...picture, leftPt: move(picture.leftPt) })),
    ornaments: page.ornaments.map(ornament => ({ ...ornament, leftPt: move(ornament.leftPt) })),
  };
}
