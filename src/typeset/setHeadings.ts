import type { PageAnchor } from '../book/printedPage.ts';
import { inlineText } from '../book/plainText.ts';
import type { Inline } from '../book/tree.ts';
import type { DisplayAlignment, Lettering } from '../theme/bookLook.ts';
import type { ElementNode, Galley, GalleyRule } from './galley.ts';
import type { SetLine } from './composeLine.ts';
import type { TextStyle } from './pageList.ts';
import { setBalanced } from './setParagraph.ts';
import { createLetteringStyle } from './textStyle.ts';
import type { TypesetContext } from './typesetContext.ts';

/** One block of display type. */
export interface DisplayText {
  readonly inlines: readonly Inline[];
  readonly style: TextStyle;
  readonly leadingPt: number;
  readonly element: ElementNode | null;
  readonly align?: DisplayAlignment;
  readonly destination?: string;
  readonly source?: PageAnchor;
}

/** Adds lines of display that stay with what follows. */
export function addDisplay(context: TypesetContext, galley: Galley, display: DisplayText): void {
  galley.addBlock({
    lines: setBalanced(context, display.inlines, display.style, context.geometry.measurePt, display.align),
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

/** The sizes of a title, as shares of the full one, and the most lines it may have at each: the first that fits is taken. */
const titleSteps = [
  { share: 1, lines: 3 },
  { share: 0.8, lines: 4 },
  { share: 0.64, lines: 5 },
  { share: 0.5, lines: Infinity },
] as const;
/** No title comes out smaller than this, in ems of the text. */
const smallestTitleEm = 1.1;
/** A line of display is leaded less than a line of text: it has no next line to be mistaken for. */
const displayLeading = 1.2;

export interface TitleStyle {
  readonly style: TextStyle;
  readonly leadingPt: number;
}

/** A title's style: its lettering, in smaller steps the longer the title is, so that it stays a title and becomes no page. */
export function titleStyle(context: TypesetContext, inlines: readonly Inline[], lettering: Lettering): TitleStyle {
  const { design, geometry } = context;
  const text = inlineText(inlines);
  const sized = titleSteps.map(({ share, lines }) => {
    const size = Math.max(lettering.size * share, Math.min(smallestTitleEm, lettering.size));
    return { lines, style: createLetteringStyle(design, { ...lettering, size }, text) };
  });
  const fits = ({ style, lines }: (typeof sized)[number]): boolean => {
    const index = context.styles.indexOf(style);
    const widest = Math.max(0, ...text.split(/\s+/u).map(word => context.measurer.widthOf(word, index)));
    if (widest > geometry.measurePt) return false;
    // What the words take on lines that are not quite filled.
    return context.measurer.widthOf(text, index) <= geometry.measurePt * (lines - 0.5);
  };
  const { style } = sized.find(fits) ?? sized.at(-1) ?? { style: createLetteringStyle(design, lettering, text) };
  return { style, leadingPt: style.sizePt * displayLeading };
}

export interface OpeningHeading {
  readonly label: string | null;
  readonly title: readonly Inline[] | null;
  readonly element: ElementNode;
  readonly destination: string;
  /** What it is the heading of. */
  readonly source?: PageAnchor;
  /** Whether a larger title stands over it on the same page. */
  readonly isBelowTitle?: boolean;
}

/** A page's heading sinks no further than this share of the page. */
const deepestSinkShare = 1 / 3;

/** A sunk heading as the theme has it: label, title, and the rule or ornament that goes with them. */
export function addOpeningHeading(context: TypesetContext, galley: Galley, heading: OpeningHeading): void {
  const { gridPt, linesPerPage } = context.geometry;
  const look = context.design.look.headings;
  const isEmpty = heading.label === null && heading.title === null;
  // In a zine the text of an unmarked chapter begins at the head of its page.
  if (isEmpty && context.design.frontMatter === 'none' && heading.isBelowTitle !== true) return;
  if (heading.isBelowTitle === true) galley.addSpace(look.space * gridPt);
  else galley.addSink(Math.min(look.sink, Math.floor(linesPerPage * deepestSinkShare)) * gridPt);
  if (isEmpty) {
    galley.addSpace(look.space * gridPt);
    return;
  }
  if (look.rule === 'bar') addBar(context, galley);
  if (look.rule === 'above') addShortRule(context, galley, look.align);
  const { inlines, isLabelApart } = headingWords(context, heading);
  if (isLabelApart && heading.label !== null) {
    addDisplay(context, galley, {
      inlines: asText(heading.label),
      style: createLetteringStyle(context.design, look.label, heading.label),
      leadingPt: gridPt,
      element: heading.element,
      align: look.align,
      destination: heading.destination,
      ...sourceOf(heading),
    });
    if (look.rule === 'between') addShortRule(context, galley, look.align);
    galley.addSpace(gridPt / 2);
  }
  if (inlines !== null) {
    addDisplay(context, galley, {
      inlines,
      ...titleStyle(context, inlines, look.title),
      element: heading.element,
      align: look.align,
      ...(isLabelApart ? {} : { destination: heading.destination, ...sourceOf(heading) }),
    });
  }
  if (look.rule === 'below') addShortRule(context, galley, look.align);
  if (look.ornament !== '') addOrnament(context, galley, look.ornament, look.align);
  galley.addSpace(look.space * gridPt);
}

/** The words of the title's line, the label among them where the theme runs it in. */
function headingWords(
  context: TypesetContext,
  { label, title }: OpeningHeading,
): { readonly inlines: readonly Inline[] | null; readonly isLabelApart: boolean } {
  if (label === null || title === null) return { inlines: title ?? asText(label ?? ''), isLabelApart: false };
  if (context.design.look.headings.labelPlace === 'above') return { inlines: title, isLabelApart: true };
  return { inlines: [...asText(`${label}\u00a0 `), ...title], isLabelApart: false };
}

function sourceOf({ source }: OpeningHeading): { readonly source?: PageAnchor } {
  return source === undefined ? {} : { source };
}

/** The width of a short rule, in ems of the body, and how thick it is. */
const shortRuleEm = 3;
const shortRulePt = 0.5;
/** The bar over a heading: as wide as the text, and as thick as the stem of a bold letter. */
const barPt = 2.5;

/** A line without words, for what is drawn. */
export const noText: SetLine = { runs: [], wordSpacePt: 0, endsInSoftHyphen: false, endPt: 0 };

/** A short rule in the middle of a line of its own, or at its left. */
export function addShortRule(context: TypesetContext, galley: Galley, align: DisplayAlignment): void {
  const { gridPt, measurePt } = context.geometry;
  const widthPt = shortRuleEm * context.design.bodyFontSizePt;
  const leftPt = align === 'center' ? (measurePt - widthPt) / 2 : 0;
  addRuleLine(galley, gridPt, { leftPt, rightPt: leftPt + widthPt, thicknessPt: shortRulePt });
}

/** A bar as wide as the text. */
export function addBar(context: TypesetContext, galley: Galley): void {
  const { gridPt, measurePt } = context.geometry;
  addRuleLine(galley, gridPt, { leftPt: 0, rightPt: measurePt, thicknessPt: barPt });
}

function addRuleLine(
  galley: Galley,
  heightPt: number,
  rule: Pick<GalleyRule, 'leftPt' | 'rightPt' | 'thicknessPt'>,
): void {
  galley.addBlock({
    lines: [noText],
    leftPt: 0,
    heightPt,
    element: null,
    keepsWithNext: true,
    rules: [[{ ...rule, abovePt: heightPt * 0.25, isDotted: false }]],
  });
}

/** An ornament below a title. */
export function addOrnament(context: TypesetContext, galley: Galley, ornament: string, align: DisplayAlignment): void {
  const { gridPt } = context.geometry;
  const lettering: Lettering = { font: 'headings', face: 'regular', case: 'normal', size: 1.2 };
  galley.addSpace(gridPt * 0.75);
  addDisplay(context, galley, {
    inlines: asText(ornament.replace(/ /g, '\u00a0\u00a0')),
    style: createLetteringStyle(context.design, lettering, ornament),
    leadingPt: gridPt,
    element: null,
    align,
  });
}
