import { PDFBool, type PDFContext, PDFDict, PDFHeader, PDFHexString, PDFName, type PDFObject, PDFRawStream, type PDFRef, PDFStreamWriter, PDFString } from '@cantoo/pdf-lib'; // prettier-ignore
import { type PrintedPlan, printedSides } from '../../impose/printedSides.ts';
import type { SheetSide } from '../../impose/sheetPlan.ts';
import { deflate } from '../deflate.ts';
import { type PlacedForm, drawSide, place } from '../drawSide.ts';
import { formatNumber } from '../pdfSyntax.ts';
import { printerSettingOf } from '../printerSetting.ts';
import { programName } from '../xmpPacket.ts';
import type { FittedPage, FittedPages } from './fitPages.ts';
import { keepReachable } from './keepReachable.ts';
import type { ForeignPdf } from './openForeignPdf.ts';
import { entry } from './pdfValues.ts';
import { unpackContents } from './unpackContents.ts';

/** Sheets of somebody else's pages, and what of the pages is not in the file they came in. */
export interface ForeignSheets {
  readonly bytes: Uint8Array;
  /** How many objects that pages refer to are missing. */
  readonly missing: number;
}

/**
 * Draws the pages of a PDF on the sides of sheets as a plan says: each that is placed becomes a form with the content and the
 * resources it has, in the same file, and what no page shows goes: annotations, outline, structure, scripts, attachments. The
 * same pages and plan give the same bytes; the document is used up.
 * @throws RangeError for content that cannot be put together, and whatever the library fails with
 */
export async function writeForeignSheets(
  pdf: ForeignPdf,
  { pages, trimPt, bleedPt }: FittedPages,
  plan: PrintedPlan,
): Promise<ForeignSheets> {
  const { context } = pdf;
  const forms = new Map<FittedPage, PDFRef>();
  const names = new Map<number, PDFRef>();
  const writing: SideWriting = { context, plan, names, marks: new Map(), tree: context.nextRef() };
  const formOf = (index: number): PlacedForm | null => {
    const fitted = pages[index];
    if (fitted === undefined) throw new RangeError(`there is no page ${index}`);
    if (fitted.page.contents.length === 0) return null;
    const form = forms.get(fitted) ?? context.register(pageForm(context, fitted));
    forms.set(fitted, form);
    names.set(index, form);
    return { name: `P${index + 1}`, trimPt, bleedPt };
  };
  const sides = printedSides(plan).map(side => writeSide(writing, side, formOf));
  context.assign(writing.tree, context.obj({ Type: 'Pages', Kids: sides, Count: sides.length }));
  const missing = finish(pdf, plan, writing.tree);
  return { bytes: await PDFStreamWriter.forContext(context, Infinity).serializeToBuffer(), missing };
}

/** A page as a form (ISO 32000-1, 8.10.2): upright, of the size of all. */
function pageForm(context: PDFContext, { page, shown, matrix }: FittedPage): PDFRawStream {
  const { left, bottom, right, top } = shown;
  const [only, ...others] = page.contents;
  const isAsItIs = others.length === 0 && only instanceof PDFRawStream;
  const bytes = isAsItIs ? only.getContents() : deflate(unpackContents(page.contents));
  const form = context.obj({
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [left, bottom, right, top].map(number => rounded(number, 3)),
    Matrix: matrix.map(number => rounded(number, 6)),
    Length: bytes.length,
  });
  if (isAsItIs) copyEntries(only.dict, form, ['Filter', 'DecodeParms']);
  else form.set(PDFName.of('Filter'), PDFName.of('FlateDecode'));
  form.set(PDFName.of('Resources'), page.resources ?? context.obj({}));
  // How the page's colours are mixed is said on the page, and has to be said on the form (ISO 32000-1, 11.6.6).
  copyEntries(page.dict, form, ['Group']);
  return PDFRawStream.of(form, bytes);
}

function rounded(number: number, decimals: number): number {
  return Number(formatNumber(number, decimals));
}

function copyEntries(from: PDFDict, to: PDFDict, keys: readonly string[]): void {
  for (const key of keys) {
    const value = from.get(PDFName.of(key));
    if (value !== undefined) to.set(PDFName.of(key), value);
  }
}

interface SideWriting {
  readonly context: PDFContext;
  readonly plan: PrintedPlan;
  /** The forms of pages by their indexes. */
  readonly names: ReadonlyMap<number, PDFRef>;
  /** The forms of marks by what they draw. */
  readonly marks: Map<string, PDFRef>;
  readonly tree: PDFRef;
}

function writeSide(writing: SideWriting, side: SheetSide, formOf: (index: number) => PlacedForm | null): PDFRef {
  const { context, plan, names, marks: markForms, tree } = writing;
  const { content, pages, marks, boxes } = drawSide(side, plan.sidePt, formOf);
  const shown: Record<string, PDFObject> = {};
  for (const index of pages) {
    const form = names.get(index);
    if (form !== undefined) shown[`P${index + 1}`] = form;
  }
  if (marks !== '') shown.M = markForms.get(marks) ?? registerMarks(writing, marks);
  const drawn = marks === '' ? content : `${content}\n/M Do`;
  const page = context.obj({
    Type: 'Page',
    Parent: tree,
    Contents: context.register(packed(context, {}, drawn)),
    Resources: { XObject: shown },
  });
  for (const [name, box] of Object.entries(boxes)) page.set(PDFName.of(name), context.obj([...box]));
  return context.register(page);
}

function registerMarks({ context, plan, marks: known }: SideWriting, marks: string): PDFRef {
  const box = [0, 0, ...plan.sidePt.map(length => Number(place(length)))];
  const form = context.register(packed(context, { Type: 'XObject', Subtype: 'Form', BBox: box }, marks));
  known.set(marks, form);
  return form;
}

function packed(context: PDFContext, entries: Record<string, string | number[]>, content: string): PDFRawStream {
  const bytes = deflate(Buffer.from(content, 'latin1'));
  return PDFRawStream.of(context.obj({ ...entries, Filter: 'FlateDecode', Length: bytes.length }), bytes);
}

/** Of the catalog, what the look of pages depends on: which layers are shown, and what their colours mean. */
const keptOfCatalog = ['Lang', 'OCProperties', 'OutputIntents'];
/** Of what a document says of itself, what is true of its sheets. */
const keptOfInfo = ['Title', 'Author', 'Subject', 'Keywords', 'Creator', 'CreationDate'];

/** Replaces the document's catalog and facts, and takes out what is not reached from them. Returns what is missing. */
function finish({ context, catalog }: ForeignPdf, plan: PrintedPlan, tree: PDFRef): number {
  const { Info } = context.trailerInfo;
  const said = context.lookup(Info);
  const facts = context.obj({});
  if (said instanceof PDFDict) copyEntries(said, facts, keptOfInfo);
  facts.set(PDFName.of('Producer'), PDFString.of(programName));
  const root = context.obj({ Type: 'Catalog', Pages: tree });
  copyEntries(catalog, root, keptOfCatalog);
  const preferences = context.obj({ PrintScaling: 'None', Duplex: printerSettingOf(plan) });
  if (hasText(entry(facts, 'Title'))) preferences.set(PDFName.of('DisplayDocTitle'), PDFBool.True);
  root.set(PDFName.of('ViewerPreferences'), preferences);
  context.trailerInfo = { Root: context.register(root), Info: context.register(facts) };
  // `Duplex` is PDF 1.7; what a later version brought is in the pages, and stays what it is.
  if (!context.header.toString().startsWith('%PDF-2')) context.header = PDFHeader.forVersion(1, 7);
  return keepReachable(context);
}

function hasText(value: PDFObject | undefined): boolean {
  return (value instanceof PDFString || value instanceof PDFHexString) && value.asBytes().length > 0;
}
