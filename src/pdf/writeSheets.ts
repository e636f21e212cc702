import type { BookMetadata } from '../book/tree.ts';
import { type PrintedPlan, printedSides } from '../impose/printedSides.ts';
import type { SheetSide } from '../impose/sheetPlan.ts';
import type { Page, PageList } from '../typeset/pageList.ts';
import { drawPage } from './drawPage.ts';
import { type PlacedForm, drawSide, place } from './drawSide.ts';
import { type PdfDocument, createPdfDocument } from './pdfkitDocument.ts';
import { printerSettingOf } from './printerSetting.ts';
import { formatHundredths, toHundredths } from './pdfSyntax.ts';
import { type DrawingSources, bookFacts, chunkBytes, startDrawing } from './startDrawing.ts';
import { createNoStructure } from './structureTree.ts';

export interface WriteSheetsOptions extends DrawingSources {
  readonly metadata: BookMetadata;
}

/**
 * Draws typeset pages on the sides of sheets as a plan says: a PDF to print, fold and bind, and not to read on a screen. A
 * side is a page of it. It has no tags, links, outline or page labels, for its pages stand in the order of the sheets. Each
 * page of the book is in the file once, as a form, wherever it is placed; what a blank page shows is nothing. The same pages
 * and plan give the same bytes, which come in chunks as pages are drawn.
 */
export async function* writeSheets(
  pageList: PageList,
  plan: PrintedPlan,
  options: WriteSheetsOptions,
): AsyncGenerator<Uint8Array, void> {
  const document = createPdfDocument({
    facts: bookFacts(options.metadata),
    language: pageList.language === 'und' ? null : pageList.language,
    conformance: null,
    printing: printerSettingOf(plan),
  });
  const structure = createNoStructure();
  const started = startDrawing(document, pageList, structure, false, options);
  const sides = printedSides(plan);
  const forms = new Map<number, WrittenForm>();
  for (const index of placedPages(sides)) {
    const page = pageList.pages[index];
    if (page === undefined) throw new RangeError(`there is no page ${index}`);
    if (isBlank(page)) continue;
    await started.writePictures(page);
    const { content } = drawPage(started.drawing, page);
    const number = document.claimNumber();
    document.writeContent(number, content, formEntries(pageList, started.resources) + started.blendingOf(page));
    const { trimPt, bleedPt } = pageList;
    forms.set(index, { form: { name: `P${index + 1}`, trimPt, bleedPt }, number });
    if (document.waitingBytes() >= chunkBytes) yield document.takeBytes();
  }
  started.finish();
  const markForms = new Map<string, number>();
  for (const side of sides) {
    writeSide({ document, plan, forms, markForms }, side);
    if (document.waitingBytes() >= chunkBytes) yield document.takeBytes();
  }
  document.finish();
  yield document.takeBytes();
}

/** The pages that are placed, in their own order and each once: drawn so, they are as small as a book's are. */
function placedPages(sides: readonly SheetSide[]): number[] {
  const placed = sides.flatMap(({ placements }) => placements.flatMap(({ page }) => (page === null ? [] : [page])));
  return [...new Set(placed)].sort((a, b) => a - b);
}

function isBlank({ frames, rules, pictures, art = [] }: Page): boolean {
  const isEmpty = frames.every(({ lines }) => lines.every(({ runs }) => runs.length === 0));
  return isEmpty && rules.length === 0 && pictures.length === 0 && art.length === 0;
}

/** What of a page's content stream makes it a form (ISO 32000-1, 8.10.2): all of the page and its bleed. */
function formEntries({ trimPt, bleedPt }: PageList, resources: number): string {
  const [width, height] = trimPt.map(length => formatHundredths(toHundredths(length + 2 * bleedPt)));
  return `/Type/XObject/Subtype/Form/BBox[0 0 ${width} ${height}]/Resources ${resources} 0 R`;
}

interface WrittenForm {
  readonly form: PlacedForm;
  readonly number: number;
}

interface SideWriting {
  readonly document: PdfDocument;
  readonly plan: PrintedPlan;
  readonly forms: ReadonlyMap<number, WrittenForm>;
  /** The numbers of forms with marks, by what they draw. */
  readonly markForms: Map<string, number>;
}

function writeSide({ document, plan, forms, markForms }: SideWriting, side: SheetSide): void {
  const page = document.claimPage();
  const { content, pages, marks, boxes } = drawSide(side, plan.sidePt, index => forms.get(index)?.form ?? null);
  const named = pages.flatMap(index => {
    const placed = forms.get(index);
    return placed === undefined ? [] : [`/${placed.form.name} ${placed.number} 0 R`];
  });
  if (marks !== '') named.push(`/M ${markForms.get(marks) ?? writeMarks(document, plan, marks, markForms)} 0 R`);
  const shownBoxes = Object.entries(boxes).map(([name, box]) => `/${name}[${box.join(' ')}]`);
  const contents = document.claimNumber();
  document.writeContent(contents, marks === '' ? content : `${content}\n/M Do`);
  document.writeObject(
    page.number,
    `<</Type/Page/Parent ${document.pageTree} 0 R${shownBoxes.join('')}/Contents ${contents} 0 R/Resources<</XObject<<${named.join('')}>>>>>>`,
  );
}

function writeMarks(
  document: PdfDocument,
  { sidePt }: PrintedPlan,
  marks: string,
  markForms: Map<string, number>,
): number {
  const number = document.claimNumber();
  const [width, height] = sidePt.map(place);
  document.writeContent(number, marks, `/Type/XObject/Subtype/Form/BBox[0 0 ${width} ${height}]`);
  markForms.set(marks, number);
  return number;
}
