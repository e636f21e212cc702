import { type SetLine, lineEdges, roundPt } from './composeLine.ts';
import type { DraftFrame, DraftPage } from './draftPage.ts';
import type { Line } from './pageList.ts';
import type { Section } from './section.ts';
import { setParagraph } from './setParagraph.ts';
import { createLetteringStyle, createTextStyle } from './textStyle.ts';
import type { TypesetContext } from './typesetContext.ts';

/** Makes the running heads and the folios of pages. */
export interface RunningFrames {
  readonly framesFor: (
    section: Section,
    side: DraftPage['side'],
    folio: string,
    isOpening: boolean,
  ) => readonly DraftFrame[];
}

/** Folios are smaller than the text by this much. */
const folioSizeStepPt = 0.5;
/** Room kept free for the folio beside a head, in ems of the body. */
const folioRoomEm = 3;

type FolioPlace = 'center' | 'outer';

export function createRunningFrames(context: TypesetContext): RunningFrames {
  const { geometry, design } = context;
  const look = design.look.runningHeads;
  const heads = new Map<string, SetLine | null>();
  const folioStyle = folioStyleOf(context);
  const roomPt = look.folio === 'head' ? folioRoomEm * design.bodyFontSizePt : 0;
  const headMeasurePt = geometry.measurePt - (look.align === 'center' ? 2 : 1) * roomPt;

  function headLine(forms: readonly string[]): SetLine | null {
    const key = forms.join('\n');
    let line = heads.get(key);
    if (line === undefined) {
      line = setHead(context, forms, headMeasurePt);
      heads.set(key, line);
    }
    return line;
  }

  function folioAt(folio: string, place: FolioPlace, side: DraftPage['side'], baselinePt: number): Line {
    const style = context.styles.indexOf(folioStyle);
    const widthPt = context.measurer.widthOf(folio, style);
    const sparePt = geometry.measurePt - widthPt;
    const shiftPt = place === 'center' ? sparePt / 2 : side === geometry.rightPage ? sparePt : 0;
    const xPt = roundPt(geometry.textLeftPt(side) + shiftPt);
    const run = { style, xPt, widthPt: roundPt(widthPt), text: folio };
    return { baselinePt: roundPt(baselinePt), wordSpacePt: 0, endsInSoftHyphen: false, runs: [run] };
  }

  /** Where a head begins, from the left edge of the text block. */
  function headShift(head: SetLine, side: DraftPage['side']): number {
    const widthPt = headWidth(head);
    if (look.align === 'center') return (geometry.measurePt - widthPt) / 2;
    // On the left page the outer edge is the left one, where the folio has the first room.
    const isLeft = (look.align === 'outer') === (side !== geometry.rightPage);
    const besideFolioPt = look.align === 'outer' ? roomPt : 0;
    return isLeft ? besideFolioPt : geometry.measurePt - widthPt - besideFolioPt;
  }

  function headAt(head: SetLine, side: DraftPage['side']): Line {
    const shiftPt = geometry.textLeftPt(side) + headShift(head, side) - lineEdges(head).leftPt;
    const runs = head.runs.map(run => ({ ...run, xPt: roundPt(run.xPt + shiftPt) }));
    const baselinePt = roundPt(geometry.headBaselinePt);
    return { baselinePt, wordSpacePt: head.wordSpacePt, endsInSoftHyphen: false, runs };
  }

  const footPlace: FolioPlace = look.folio === 'outerFoot' ? 'outer' : 'center';
  return {
    framesFor: (section, side, folio, isOpening) => {
      if (isOpening && (section.opening === 'bare' || !look.dropFolio)) return [];
      const atFoot = (): DraftFrame => artifact(folioAt(folio, footPlace, side, geometry.footBaselinePt), 'foot');
      if (isOpening) return [atFoot()];
      const head = headLine(section.heads[side]);
      const heading = head === null ? [] : [artifact(headAt(head, side))];
      if (look.folio !== 'head') return [...heading, atFoot()];
      return [...heading, artifact(folioAt(folio, 'outer', side, geometry.headBaselinePt))];
    },
  };
}

function artifact(line: Line, place: 'head' | 'foot' = 'head'): DraftFrame {
  return { element: null, artifact: place, lines: [line] };
}

/** A folio is of the body's type, or of that of heads which are not. */
function folioStyleOf({ design }: TypesetContext): ReturnType<typeof createTextStyle> {
  const { text } = design.look.runningHeads;
  if (text.font !== 'body') return createLetteringStyle(design, { ...text, case: 'normal' }, '');
  return createTextStyle(design.fonts.body, design.bodyFontSizePt - folioSizeStepPt);
}

function headWidth(line: SetLine): number {
  const { leftPt, rightPt } = lineEdges(line);
  return rightPt - leftPt;
}

/** The first form of a head that fits on one line; the last one cut at a word where none does. */
function setHead(context: TypesetContext, forms: readonly string[], measurePt: number): SetLine | null {
  const set = (value: string): SetLine[] =>
    setParagraph(context, [{ type: 'text', value }], {
      style: createLetteringStyle(context.design, context.design.look.runningHeads.text, value),
      measurePt,
      alignment: 'left',
      firstIndentPt: 0,
      hyphenationLanguage: null,
    });
  for (const form of forms) {
    const [first, ...others] = set(form);
    if (first !== undefined && others.length === 0) return first;
  }
  const words = (forms.at(-1) ?? '').split(/\s+/u);
  for (let count = words.length - 1; count > 0; count--) {
    const [first, ...others] = set(`${trimmed(words.slice(0, count))}…`);
    if (first !== undefined && (others.length === 0 || count === 1)) return first;
  }
  return set(words.join(' '))[0] ?? null;
}

/** Words that lead over to what is cut off, and so end no head. */
const leadingWords =
  /^(?:a|an|the|and|or|of|in|on|to|at|by|for|from|with|who|that|which|de|la|le|les|et|der|die|das|und|el|los|las|y)$/iu;

/** The words without what would hang in the air before an ellipsis: "The Stair of the" → "The Stair". */
function trimmed(words: readonly string[]): string {
  let count = words.length;
  while (count > 1 && leadingWords.test(words[count - 1] ?? '')) count--;
  return words
    .slice(0, count)
    .join(' ')
    .replace(/[\p{P}\s]+$/u, '');
}
