import type { Drawing } from '../drawing/drawing.ts';
import type { ProofFacts } from '../proof/proofFacts.ts';
import type { Page, PageList } from '../typeset/pageList.ts';
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
  const [{ testSheet }, { testSheetPlan, testSheetWords }, { writePdf }, { screenPdf }, { printerSettingOf }] =
    await Promise.all([
      import('../proof/testSheet.ts'),
      import('../proof/testSheetWords.ts'),
      import('../pdf/writePdf.ts'),
      import('../pdf/pdfProfile.ts'),
      import('../pdf/printerSetting.ts'),
    ]);
  const plan = testSheetPlan(facts.request);
  const pages = pagesOfDrawings(testSheet(plan, testSheetWords(plan, facts)));
  const content = writePdf(pages, {
    metadata: { displayTitle: `Test sheet: ${facts.title}`, authors: [], editors: [], description: null, modified },
    profile: { ...screenPdf, hasLinks: false, hasOutline: false },
    printing: printerSettingOf(plan),
  });
  return { content, pages: pages.pages.length, print: null, diagnostics: [] };
}

/** Drawings in points, all of one size, each filling a page. */
function pagesOfDrawings(drawings: readonly Drawing[]): PageList {
  const [first] = drawings;
  const trimPt = [first?.widthUnits ?? 0, first?.heightUnits ?? 0] as const;
  return {
    trimPt,
    bleedPt: 0,
    // The words of a proof are English, whatever the book is written in.
    language: 'en',
    styles: [],
    elements: [
      { role: 'Document', parent: null },
      ...drawings.map(({ altText }) => ({ role: 'Figure', parent: 0, alt: altText }) as const),
    ],
    pages: drawings.map((drawing, index): Page => ({
      side: index % 2 === 0 ? 'recto' : 'verso',
      folio: { style: 'arabic', number: index + 1 },
      frames: [],
      rules: [],
      pictures: [],
      art: [{ element: index + 1, drawing, leftPt: 0, topPt: 0, widthPt: trimPt[0], heightPt: trimPt[1] }],
      destinations: [],
    })),
    outline: [],
  };
}

async function makePrintingNotes(facts: ProofFacts): Promise<Made> {
  const { printingNotes } = await import('../proof/notes/printingNotes.ts');
  return loneBytes(new TextEncoder().encode(printingNotes(facts)));
}

async function makeFoldPreview(facts: ProofFacts): Promise<Made> {
  const [{ foldPreview }, { previewWords }, { drawingToSvg }, { rasterizeToPng }] = await Promise.all([
    import('../proof/foldPreview.ts'),
    import('../proof/previewWords.ts'),
    import('../drawing/drawingToSvg.ts'),
    import('../images/rasterizeToPng.ts'),
  ]);
  return loneBytes(await rasterizeToPng(drawingToSvg(foldPreview(facts.plan, previewWords(facts)))));
}

function loneBytes(bytes: Uint8Array): Made {
  return { content: [bytes], pages: null, print: null, diagnostics: [] };
}
