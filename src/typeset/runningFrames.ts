import { type SetLine, roundPt } from './composeLine.ts';
import type { DraftFrame, DraftPage } from './draftPage.ts';
import type { Line } from './pageList.ts';
import type { Section } from './section.ts';
import { setParagraph } from './setParagraph.ts';
import { createSmallCapsStyle, createTextStyle } from './textStyle.ts';
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

/** Heads and folios are smaller than the text by this much. */
const headSizeStepPt = 1.5;
const folioSizeStepPt = 0.5;
/** Room kept free for the folio on both sides of a head, in ems of the body. */
const folioRoomEm = 3;

export function createRunningFrames(context: TypesetContext): RunningFrames {
  const { geometry, design } = context;
  const heads = new Map<string, SetLine | null>();
  const folioStyle = createTextStyle(design.fonts.body, design.bodyFontSizePt - folioSizeStepPt);

  function headLine(text: string): SetLine | null {
    let line = heads.get(text);
    if (line === undefined) {
      line = setHead(context, text, geometry.measurePt - 2 * folioRoomEm * design.bodyFontSizePt);
      heads.set(text, line);
    }
    return line;
  }

  function folioAt(folio: string, place: 'center' | 'recto' | 'verso', leftPt: number, baselinePt: number): Line {
    const style = context.styles.indexOf(folioStyle);
    const widthPt = context.measurer.widthOf(folio, style);
    const sparePt = geometry.measurePt - widthPt;
    const shiftPt = place === 'center' ? sparePt / 2 : place === 'recto' ? sparePt : 0;
    const run = { style, xPt: roundPt(leftPt + shiftPt), widthPt: roundPt(widthPt), text: folio };
    return { baselinePt: roundPt(baselinePt), wordSpacePt: 0, endsInSoftHyphen: false, runs: [run] };
  }

  return {
    framesFor: (section, side, folio, isOpening) => {
      const leftPt = geometry.textLeftPt(side);
      if (isOpening && section.opening === 'bare') return [];
      if (isOpening) return [artifact(folioAt(folio, 'center', leftPt, geometry.footBaselinePt), 'foot')];
      const head = headLine(section.heads[side]);
      const folioLine = folioAt(folio, side, leftPt, geometry.headBaselinePt);
      if (head === null) return [artifact(folioLine)];
      const shiftPt = leftPt + folioRoomEm * design.bodyFontSizePt;
      const runs = head.runs.map(run => ({ ...run, xPt: roundPt(run.xPt + shiftPt) }));
      const headPlaced = { ...folioLine, wordSpacePt: head.wordSpacePt, runs };
      return [artifact(headPlaced), artifact(folioLine)];
    },
  };
}

function artifact(line: Line, place: 'head' | 'foot' = 'head'): DraftFrame {
  return { element: null, artifact: place, lines: [line] };
}

/** The text on one line in spaced small capitals; what does not fit is cut at a word. */
function setHead(context: TypesetContext, text: string, measurePt: number): SetLine | null {
  const style = createSmallCapsStyle(context.design.fonts.body, context.design.bodyFontSizePt - headSizeStepPt, text);
  const set = (value: string): SetLine[] =>
    setParagraph(context, [{ type: 'text', value }], {
      style,
      measurePt,
      alignment: 'center',
      firstIndentPt: 0,
      hyphenationLanguage: null,
    });
  const words = text.split(/\s+/);
  let lines = set(text);
  for (let count = words.length - 1; lines.length > 1 && count > 0; count--) {
    lines = set(
      `${words
        .slice(0, count)
        .join(' ')
        .replace(/[\p{P}\s]+$/u, '')}…`,
    );
  }
  return lines[0] ?? null;
}
