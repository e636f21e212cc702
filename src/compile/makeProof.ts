import { screenPdf } from '../pdf/pdfProfile.ts';
import { printerSettingOf } from '../pdf/printerSetting.ts';
import type { ProofFacts } from '../proof/proofFacts.ts';
import type { TestSide } from '../proof/testSheet.ts';
import type { Line, Page, PageList, StructureElement, TextStyle } from '../typeset/pageList.ts';
import type { FileBeside, Made } from './made.ts';

export interface ProofOptions {
  /** Whether there is to be a picture of the sheets. */
  readonly hasPreview: boolean;
  /** The moment that stands for "last modified", an ISO 8601 instant in UTC. */
  readonly modified: string;
}

/** The files that go with imposed sheets: a test sheet, printing notes, and where it is asked for a picture of the sheets. */
export function proofBeside(facts: ProofFacts, options: ProofOptions): FileBeside[] {
  return [
    { kind: 'testSheet', ending: '.test.pdf', make: () => makeTestSheet(facts, options) },
    { kind: 'printingNotes', ending: '.txt', make: () => makePrintingNotes(facts) },
    ...(options.hasPreview
      ? [{ kind: 'foldPreview', ending: '.preview.png', make: () => makeFoldPreview(facts) } as const]
      : []),
  ];
}

/** How many files those are. */
export function countProofs(hasPreview: boolean): number {
  return hasPreview ? 3 : 2;
}

/** One sheet of the book's paper that shows whether the printer turns and scales as it should. */
async function makeTestSheet(facts: ProofFacts, { modified }: ProofOptions): Promise<Made> {
  const [{ testSheet, testSheetPlan, testSheetWords, wordsWidth }, { writePdf }] = await Promise.all([
    import('../proof/proofs.ts'),
    import('../pdf/writePdf.ts'),
  ]);
  const plan = testSheetPlan(facts.request);
  const sides = testSheet(plan, testSheetWords(plan, facts));
  const pages = pagesOfSides(sides, (text, size) => wordsWidth(text, 'roman', size));
  const content = writePdf(pages, {
    metadata: { displayTitle: `Test sheet: ${facts.title}`, authors: [], editors: [], description: null, modified },
    profile: { ...screenPdf, hasLinks: false, hasOutline: false },
    printing: printerSettingOf(plan),
  });
  return { content, pages: pages.pages.length, print: null, diagnostics: [] };
}

/** Sides in points, all of one size, each a page with its words as text. */
function pagesOfSides(sides: readonly TestSide[], widthOf: (text: string, size: number) => number): PageList {
  const [first] = sides;
  const trimPt = [first?.drawing.widthUnits ?? 0, first?.drawing.heightUnits ?? 0] as const;
  const sizes = [...new Set(sides.flatMap(({ lines }) => lines.map(({ size }) => size)))];
  const elements: StructureElement[] = [{ role: 'Document', parent: null }];
  const addElement = (element: StructureElement): number => elements.push(element) - 1;
  const pages = sides.map(({ drawing, lines }, index): Page => {
    const figure = addElement({ role: 'Figure', parent: 0, alt: drawing.altText });
    return {
      side: index % 2 === 0 ? 'recto' : 'verso',
      folio: { style: 'arabic', number: index + 1 },
      frames: lines.length === 0 ? [] : [{ element: addElement({ role: 'P', parent: 0 }), lines: lines.map(setLine) }],
      rules: [],
      pictures: [],
      art: [{ element: figure, drawing, leftPt: 0, topPt: 0, widthPt: trimPt[0], heightPt: trimPt[1] }],
      destinations: [],
    };
  });
  function setLine({ text, size, at }: TestSide['lines'][number]): Line {
    const run = { style: sizes.indexOf(size), xPt: at[0], widthPt: widthOf(text, size), text: `${text} ` };
    return { baselinePt: at[1], wordSpacePt: widthOf(' ', size), endsInSoftHyphen: false, runs: [run] };
  }
  // The words of a proof are English, whatever the book is written in.
  return { trimPt, bleedPt: 0, language: 'en', styles: sizes.map(romanStyle), elements, pages, outline: [] };
}

function romanStyle(sizePt: number): TextStyle {
  return { font: 'EB Garamond/regular', features: ['onum'], sizePt, risePt: 0, trackingPt: 0, isStruck: false };
}

async function makePrintingNotes(facts: ProofFacts): Promise<Made> {
  const { printingNotes } = await import('../proof/proofs.ts');
  return loneBytes(new TextEncoder().encode(printingNotes(facts)));
}

async function makeFoldPreview(facts: ProofFacts): Promise<Made> {
  const [{ foldPreview, previewWords }, { drawingToSvg }, { rasterizeToPng }] = await Promise.all([
    import('../proof/proofs.ts'),
    import('../drawing/drawingToSvg.ts'),
    import('../images/rasterizeToPng.ts'),
  ]);
  return loneBytes(await rasterizeToPng(drawingToSvg(foldPreview(facts.plan, previewWords(facts)))));
}

function loneBytes(bytes: Uint8Array): Made {
  return { content: [bytes], pages: null, print: null, diagnostics: [] };
}
