import type { PageAnchor } from '../book/printedPage.ts';
import type { Inline } from '../book/tree.ts';
import { inlineText } from '../book/plainText.ts';
import type { ElementNode, Galley } from './galley.ts';
import type { TextStyle } from './pageList.ts';
import { setBalanced } from './setParagraph.ts';
import { createSmallCapsStyle, createTextStyle } from './textStyle.ts';
import type { TypesetContext } from './typesetContext.ts';

/** One centred block of display type. */
export interface DisplayText {
  readonly inlines: readonly Inline[];
  readonly style: TextStyle;
  readonly leadingPt: number;
  readonly element: ElementNode | null;
  readonly destination?: string;
  readonly source?: PageAnchor;
}

/** Adds centred lines that stay with what follows. */
export function addDisplay(context: TypesetContext, galley: Galley, display: DisplayText): void {
  galley.addBlock({
    lines: setBalanced(context, display.inlines, display.style, context.geometry.measurePt),
    leftPt: 0,
    heightPt: display.leadingPt,
    keepsWithNext: true,
    element: display.element,
    ...(display.destination === undefined ? {} : { destination: display.destination }),
    ...(display.source === undefined ? {} : { source: display.source }),
  });
}

export function asText(value: string): readonly Inline[] {
  return [{ type: 'text', value }];
}

/** Titles longer than these numbers of characters are set smaller, so that they stay a title and become no page. */
const longTitle = 60;
const veryLongTitle = 140;

/** A title's size: `sizePt`, smaller the longer the title is. */
export function titleSize(inlines: readonly Inline[], sizePt: number): number {
  const { length } = inlineText(inlines);
  if (length > veryLongTitle) return sizePt * 0.6;
  return length > longTitle ? sizePt * 0.78 : sizePt;
}

/** How far the text of an opening page begins below the top of the text block, in grid lines. */
const headingSinkLines = 5;
const blankAfterHeadingLines = 2;

export interface OpeningHeading {
  readonly label: string | null;
  readonly title: readonly Inline[] | null;
  readonly element: ElementNode;
  readonly destination: string;
  /** What it is the heading of. */
  readonly source?: PageAnchor;
}

/** A sunk heading: a small label over the title, both centred. */
export function addOpeningHeading(context: TypesetContext, galley: Galley, heading: OpeningHeading): void {
  const { gridPt } = context.geometry;
  const bodyPt = context.design.bodyFontSizePt;
  const sinkLines = Math.min(headingSinkLines, Math.floor(context.geometry.linesPerPage / 6));
  galley.addSink(sinkLines * gridPt);
  if (heading.label !== null) {
    addDisplay(context, galley, {
      inlines: asText(heading.label),
      style: createSmallCapsStyle(context.design.fonts.body, bodyPt, heading.label),
      leadingPt: gridPt,
      element: heading.element,
      destination: heading.destination,
      ...sourceOf(heading),
    });
    galley.addSpace(gridPt / 2);
  }
  if (heading.title !== null) {
    const sizePt = titleSize(heading.title, bodyPt * 1.7);
    addDisplay(context, galley, {
      inlines: heading.title,
      style: createTextStyle(context.design.fonts.headings, sizePt),
      leadingPt: sizePt * 1.25,
      element: heading.element,
      ...(heading.label === null ? { destination: heading.destination, ...sourceOf(heading) } : {}),
    });
  }
  galley.addSpace(blankAfterHeadingLines * gridPt);
}

function sourceOf({ source }: OpeningHeading): { readonly source?: PageAnchor } {
  return source === undefined ? {} : { source };
}
