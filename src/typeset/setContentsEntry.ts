import type { Inline } from '../book/tree.ts';
import { type SetLine, roundPt } from './composeLine.ts';
import type { ContentsEntry } from './contentsEntries.ts';
import type { ElementNode, Galley, GalleyRule } from './galley.ts';
import type { LinkTarget, Run, TextStyle } from './pageList.ts';
import type { SectionBuilder } from './sectionBuilder.ts';
import { asText } from './setHeadings.ts';
import { mirrorLine, setParagraph, shiftLine } from './setParagraph.ts';
import type { ContentsLook, Lettering } from '../theme/bookLook.ts';
import { createLetteringStyle, createTextStyle } from './textStyle.ts';
import type { TypesetContext } from './typesetContext.ts';

/** Where the entries of a list of contents stand, in points. */
export interface EntryColumns {
  /** The width of the column of labels, its gap included; `null` where labels run into titles. */
  readonly labelPt: number | null;
  /** How far what belongs to the entry above stands in. */
  readonly innerPt: number;
}

export interface PlacedEntry {
  /** The page that the entry stands on, as readers see it. */
  readonly folio: string;
  readonly columns: EntryColumns;
  /** The blank before the entry. */
  readonly airPt: number;
  readonly element: ElementNode;
}

/** The least room between a title and the page number, in ems. */
const numberRoomEm = 3;
/** Turned lines and names stand in by this, in ems. */
const hangEm = 1.2;
/** The gap between the leader and what it leads from and to. */
const leaderGapPt = 5;
/** The gap between a title and its page where no leader joins them, in ems. */
const bareGapEm = 1.2;

/** Adds a title with the page it stands on, both linked, and what leads from one to the other. */
export function addContentsEntry(
  builder: SectionBuilder,
  galley: Galley,
  entry: ContentsEntry,
  { folio, columns, airPt, element }: PlacedEntry,
): void {
  const { context } = builder;
  const { gridPt, rightPage } = context.geometry;
  const isTurned = rightPage === 'verso';
  const target: LinkTarget = { type: 'destination', name: entry.destination };
  const isPart = entry.kind === 'part';
  const words = entryWords(context, entry, columns);
  const numberStyle = numberStyleOf(context, entry.kind);
  const numberPt = context.measurer.widthOf(folio, context.styles.indexOf(numberStyle));
  const hangPt = words.isBesideLabel ? 0 : hangEm * context.design.bodyFontSizePt;
  const leftPt = words.leftPt + hangPt;
  const emPt = context.design.bodyFontSizePt;
  const measurePt = context.geometry.measurePt - numberPt - numberRoomEm * emPt - leftPt;
  const set = setParagraph(context, words.inlines, {
    style: words.style,
    measurePt,
    alignment: 'left',
    firstIndentPt: -hangPt,
    hyphenationLanguage: null,
    direction: isTurned ? 'rtl' : 'ltr',
    // An entry that is read from the right is put together from the left, and all of it turned round at the end.
  }).map(line => shiftLine(isTurned ? mirrorLine(line, measurePt) : line, leftPt));
  const labelled = words.label === null ? set : withLabel(set, words.label);
  const lines = labelled.map(line => linkLine(line, target));
  const last = lines.at(-1);
  if (last === undefined) return;
  const hasLeader = context.design.look.contents.leader === 'dots';
  const xPt = hasLeader ? context.geometry.measurePt - numberPt : last.endPt + bareGapEm * emPt;
  const style = context.styles.indexOf(numberStyle);
  const number: Run = { style, xPt: roundPt(xPt), widthPt: roundPt(numberPt), text: `${folio} `, target };
  lines[lines.length - 1] = { ...last, runs: [...last.runs, number] };
  galley.addSpace(isPart ? gridPt : entry.kind === 'inner' ? 0 : airPt);
  const wholePt = context.geometry.measurePt;
  galley.addBlock({
    lines: isTurned ? lines.map(line => mirrorLine(line, wholePt)) : lines,
    leftPt: 0,
    heightPt: gridPt,
    element,
    keepsWithNext: entry.names !== null || isPart,
    rules: lines.map((_, index) =>
      index !== lines.length - 1 || !hasLeader
        ? []
        : isTurned
          ? leader(wholePt - xPt, wholePt - last.endPt)
          : leader(last.endPt, xPt),
    ),
  });
  if (entry.names !== null) addNames(context, galley, entry.names, words.leftPt + hangEm * emPt, target, element);
}

/** What an entry says and where: in a column of its own the label, in the line the title. */
interface EntryWords {
  readonly inlines: readonly Inline[];
  readonly style: TextStyle;
  readonly leftPt: number;
  readonly label: Run | null;
  readonly isBesideLabel: boolean;
}

function entryWords(context: TypesetContext, { kind, label, title }: ContentsEntry, columns: EntryColumns): EntryWords {
  const { design, measurer, styles } = context;
  const look = design.look.contents;
  const lettering = letteringOf(look, kind);
  const leftPt = kind === 'inner' ? columns.innerPt : 0;
  const none = { label: null, isBesideLabel: false };
  if (label === null || title === null) {
    const only = title ?? label ?? '';
    const own = title === null && kind !== 'part' ? design.look.labels : lettering;
    return { ...none, inlines: asText(only), style: createLetteringStyle(design, own, only), leftPt };
  }
  const style = createLetteringStyle(design, lettering, title);
  if (kind === 'part' || columns.labelPt === null) {
    return { ...none, inlines: asText(`${label}: ${title}`), style, leftPt };
  }
  const labelStyle = styles.indexOf(createLetteringStyle(design, design.look.labels, label));
  const widthPt = roundPt(measurer.widthOf(label, labelStyle));
  const run: Run = { style: labelStyle, xPt: leftPt, widthPt, text: `${label} ` };
  return { inlines: asText(title), style, leftPt: leftPt + columns.labelPt, label: run, isBesideLabel: true };
}

function withLabel(lines: readonly SetLine[], label: Run): readonly SetLine[] {
  return lines.map((line, index) => (index === 0 ? { ...line, runs: [label, ...line.runs] } : line));
}

function letteringOf(look: ContentsLook, kind: ContentsEntry['kind']): Lettering {
  switch (kind) {
    case 'main':
      return look.title;
    case 'part':
      return look.part;
    case 'inner':
      return look.inner;
  }
}

/** Numbers of pages are of the type of the titles they stand beside. */
function numberStyleOf({ design }: TypesetContext, kind: ContentsEntry['kind']): TextStyle {
  const lettering = letteringOf(design.look.contents, kind);
  if (lettering.font !== 'body') return createLetteringStyle(design, { ...lettering, case: 'normal' }, '');
  return createTextStyle(design.fonts.body, design.bodyFontSizePt);
}

function addNames(
  context: TypesetContext,
  galley: Galley,
  names: string,
  startPt: number,
  target: LinkTarget,
  element: ElementNode,
): void {
  const { design, geometry } = context;
  const isTurned = geometry.rightPage === 'verso';
  const namesPt = geometry.measurePt * 0.75;
  const lines = setParagraph(context, asText(names), {
    style: createLetteringStyle(design, design.look.contents.names, names),
    measurePt: namesPt,
    alignment: 'left',
    firstIndentPt: 0,
    hyphenationLanguage: null,
    direction: isTurned ? 'rtl' : 'ltr',
  }).map(line => linkLine(line, target));
  const leftPt = isTurned ? geometry.measurePt - namesPt - startPt : startPt;
  galley.addBlock({ lines, leftPt, heightPt: geometry.gridPt, element });
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
