import type { TextDirection } from '../fonts/shape.ts';
import { type SetLine, lineEdges, roundPt } from './composeLine.ts';
import { type ElementNode, type Galley, type GalleyRule, createGalley } from './galley.ts';
import type { LinkTarget } from './pageList.ts';
import type { Section } from './section.ts';
import type { SectionBuilder } from './sectionBuilder.ts';
import { addOpeningHeading, asText } from './setHeadings.ts';
import { setParagraph, shiftLine } from './setParagraph.ts';
import { createSmallCapsStyle, createTextStyle, toItalic } from './textStyle.ts';
import { frontSection } from './titlePageSections.ts';

/** One line of the contents before its page is known. */
export interface ContentsEntry {
  readonly title: string;
  /** The names below the title of a story; `null` where there are none. */
  readonly names: string | null;
  readonly destination: string;
  /** A part of a story, whose chapters follow it. */
  readonly isPart?: boolean;
}

/**
 * The contents page: titles with their pages, linked; `folioOf` gives the page of a destination as readers see it. `null` for a
 * single entry, which tells nobody more than the title page.
 */
export function contentsSection(
  builder: SectionBuilder,
  entries: readonly ContentsEntry[],
  folioOf: (destination: string) => string,
): Section | null {
  if (entries.length < 2) return null;
  const { context, labels, document } = builder;
  const galley = createGalley();
  const sect: ElementNode = { role: 'Sect', parent: document };
  const list: ElementNode = { role: 'TOC', parent: sect };
  addOpeningHeading(context, galley, {
    label: null,
    title: asText(labels.contents),
    element: { role: 'H1', parent: sect },
    destination: 'contents',
  });
  for (const entry of entries) {
    addContentsEntry(builder, galley, entry, folioOf(entry.destination), { role: 'TOCI', parent: list });
  }
  return {
    ...frontSection(builder),
    lines: galley.lines,
    startsOn: 'recto',
    heads: { verso: builder.bookHeads, recto: [labels.contents] },
    outline: { title: labels.contents, level: 1 },
  };
}

/** The least room between a title and the page number, in ems. */
const numberRoomEm = 3;
/** Turned lines and names stand in by this, in ems. */
const hangEm = 1.2;
/** The gap between the leader and what it leads from and to. */
const leaderGapPt = 5;

/** Adds a title with the page it stands on, both linked, a leader between them. */
export function addContentsEntry(
  builder: SectionBuilder,
  galley: Galley,
  entry: ContentsEntry,
  folio: string,
  element: ElementNode,
): void {
  const { context } = builder;
  const { gridPt, measurePt } = context.geometry;
  const direction = context.geometry.rightPage === 'verso' ? 'rtl' : 'ltr';
  const isPart = entry.isPart === true;
  const { bodyFontSizePt } = context.design;
  const style = isPart
    ? createSmallCapsStyle(context.design.fonts.body, bodyFontSizePt, entry.title)
    : createTextStyle(context.design.fonts.body, bodyFontSizePt);
  const hangPt = hangEm * style.sizePt;
  const target: LinkTarget = { type: 'destination', name: entry.destination };
  const numberPt = context.measurer.widthOf(
    folio,
    context.styles.indexOf(createTextStyle(context.design.fonts.body, bodyFontSizePt)),
  );
  const roomPt = numberPt + numberRoomEm * style.sizePt;
  const lines = setParagraph(context, asText(entry.title), {
    style,
    measurePt: measurePt - roomPt - hangPt,
    alignment: 'left',
    firstIndentPt: -hangPt,
    hyphenationLanguage: null,
    direction,
  }).map(line => linkLine(shiftLine(line, direction === 'rtl' ? roomPt : hangPt), target));
  const last = lines.at(-1);
  if (last === undefined) return;
  const xPt = direction === 'rtl' ? 0 : roundPt(measurePt - numberPt);
  const [leadsFromPt, leadsToPt] = direction === 'rtl' ? [numberPt, lineEdges(last).leftPt] : [last.endPt, xPt];
  const number = {
    style: context.styles.indexOf(createTextStyle(context.design.fonts.body, bodyFontSizePt)),
    xPt,
    widthPt: roundPt(numberPt),
    text: `${folio} `,
    target,
  };
  lines[lines.length - 1] = { ...last, runs: [...last.runs, number] };
  galley.addSpace(isPart ? gridPt : gridPt / 2);
  galley.addBlock({
    lines,
    leftPt: 0,
    heightPt: gridPt,
    element,
    keepsWithNext: entry.names !== null || isPart,
    rules: lines.map((_, index) => (index === lines.length - 1 ? leader(leadsFromPt, leadsToPt) : [])),
  });
  if (entry.names !== null) addNames(builder, galley, entry.names, hangPt, target, element, direction);
}

function addNames(
  builder: SectionBuilder,
  galley: Galley,
  names: string,
  hangPt: number,
  target: LinkTarget,
  element: ElementNode,
  direction: TextDirection,
): void {
  const { context } = builder;
  const namesMeasurePt = context.geometry.measurePt * 0.75;
  const lines = setParagraph(context, asText(names), {
    style: toItalic(createTextStyle(context.design.fonts.body, context.design.bodyFontSizePt - 0.5)),
    measurePt: namesMeasurePt,
    alignment: 'left',
    firstIndentPt: 0,
    hyphenationLanguage: null,
    direction,
  }).map(line => linkLine(line, target));
  const leftPt = direction === 'rtl' ? context.geometry.measurePt - namesMeasurePt - hangPt : hangPt;
  galley.addBlock({ lines, leftPt, heightPt: context.geometry.gridPt, element });
}

function leader(fromPt: number, toPt: number): GalleyRule[] {
  const leftPt = roundPt(fromPt + leaderGapPt);
  const rightPt = roundPt(toPt - leaderGapPt);
  if (rightPt - leftPt < 2 * leaderGapPt) return [];
  return [{ leftPt, rightPt, abovePt: 0.6, thicknessPt: 0.9, isDotted: true }];
}

function linkLine(line: SetLine, target: LinkTarget): SetLine {
  return { ...line, runs: line.runs.map(run => ({ ...run, target })) };
}
