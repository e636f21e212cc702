import { CompileError } from '../diagnostics/compileError.ts';
import type { PrintDesign } from './theme.ts';
import { describeTrim } from './trimSizes.ts';

/** Narrower or shorter than this, text cannot be set decently. */
const smallestMeasureEm = 8;
const fewestLines = 8;

export interface PageRoom {
  readonly measurePt: number;
  readonly lines: number;
}

/** The room that the margins leave for text. */
export function roomOnPage({ trimPt, marginsPt, leadingPt }: PrintDesign): PageRoom {
  const [widthPt, heightPt] = trimPt;
  const { top, bottom, inner, outer } = marginsPt;
  return {
    measurePt: Math.max(widthPt - inner - outer, 0),
    lines: leadingPt > 0 ? Math.max(Math.floor((heightPt - top - bottom) / leadingPt + 1e-6), 0) : 0,
  };
}

/** Whether text can be set on a page at all; of numbers that are none it cannot. */
export function hasRoom(design: PrintDesign): boolean {
  const { measurePt, lines } = roomOnPage(design);
  const numbers = [...design.trimPt, ...Object.values(design.marginsPt), design.bodyFontSizePt, design.leadingPt];
  return (
    numbers.every(value => Number.isFinite(value) && value >= 0) &&
    design.bodyFontSizePt > 0 &&
    measurePt >= smallestMeasureEm * design.bodyFontSizePt &&
    lines >= fewestLines
  );
}

/**
 * The room for text on a page.
 * @throws CompileError `typeset/page-too-small` when the margins leave too little.
 */
export function demandRoom(design: PrintDesign, hint?: string): PageRoom {
  const room = roomOnPage(design);
  if (hasRoom(design)) return room;
  const measurePt = Math.round(room.measurePt);
  throw new CompileError(
    'typeset/page-too-small',
    `A page of ${describeTrim(design.trimPt)} leaves a text block of ${measurePt} points by ${room.lines} lines, too little for text of ${design.bodyFontSizePt} points.`,
    { hint: hint ?? 'Give it a larger page, smaller margins or smaller text.' },
  );
}
