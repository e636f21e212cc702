import type { Anthology } from '../book/tree.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { BookOrnaments } from '../drawing/ornament.ts';
import type { ShaperPool } from '../fonts/shaperPool.ts';
import type { ImpositionRequest } from '../impose/imposition.ts';
import { type CoverPlace, type ImpositionSettings, impositionRequest } from '../impose/impositionSettings.ts';
import { pagesInRange } from '../impose/pageRange.ts';
import { describePaper } from '../impose/paperSizes.ts';
import { planSheets } from '../impose/planSheets.ts';
import { runThrough, type Steps } from '../steps/steps.ts';
import { isRightToLeft } from '../text/writingDirection.ts';
import { bookSizesPt } from '../theme/pageCanon.ts';
import type { TextSize } from '../theme/textLadder.ts';
import type { PrintDesign } from '../theme/theme.ts';
import { isTiny, tinySizesPt } from '../theme/tinyPage.ts';
import type { PageArt, PageList } from '../typeset/pageList.ts';
import { typesetInSteps } from '../typeset/typesetBook.ts';
import { writeSheets } from '../pdf/writeSheets.ts';
import type { FontedDesign, ImposedDesign } from './bookFonts.ts';
import { describeSheets, refuseTooLong } from './describeSheets.ts';
import { creepInMargin, noneChosen, pagesNotThere } from './imposeFindings.ts';
import { type SetPages, type SheetFit, fitToSheets } from './fitToSheets.ts';
import { countBlanks, linesOf, placeBlanks, placeCover, shownPages } from './imposePages.ts';
import type { Made } from './made.ts';
import type { CoverMaker } from './makeCover.ts';
import type { Pace } from './pace.ts';
import type { PrintRequest } from './makePrint.ts';
import { proofBeside } from './makeProof.ts';
import { printFactsOf } from './printEdition.ts';
import { pictureReader, picturesAsWords } from './printedPictures.ts';
import { rasterizeArt } from './rasterizeArt.ts';
import { storyWords } from './storyWords.ts';
import { createShaperPool } from '../fonts/shaperPool.ts';

/** A book set with text of one size. */
interface Trial extends SetPages {
  readonly design: PrintDesign;
  readonly pageList: PageList;
  readonly diagnostics: readonly Diagnostic[];
}

/** A book that is to lie on sheets. */
export interface SheetsRequest extends Omit<PrintRequest, 'motifs'> {
  readonly fonted: ImposableDesign;
  /** The motifs of the book's cover, where the design asks for them. */
  readonly ornaments: BookOrnaments | null;
}

type ImposableDesign = FontedDesign & { readonly imposed: ImposedDesign };

/**
 * Typesets a book for the sheets that it is printed on, fills them, and lays its pages on them.
 * @throws CompileError `impose/too-many-pages` for a book longer than the scheme holds, and what `planSheets` throws
 */
export async function makeSheets(
  { book, edition, fonted, cover, ornaments, hasFoldPreview }: SheetsRequest,
  pace: Pace,
): Promise<Made> {
  const { design, imposed, ...fonts } = fonted;
  const { imposition } = imposed;
  const diagnostics: Diagnostic[] = [];
  const shapers = createShaperPool({ ...fonts, language: book.metadata.language, report: found => void diagnostics.push(found) }); // prettier-ignore
  const requestFor = createRequests(imposition, design);
  const { set, saving } = await fitBook(book, fonted, { shapers, ornaments, requestFor, pace });
  const spare = sheetsFor(requestFor(set.pageList)).spare;
  const whole = placeBlanks(set.pageList, {
    spare: isSingleLeaves(imposition) ? 0 : spare,
    hasLastPage: set.design.frontMatter === 'none',
    cover: coverOf(imposition, set.design, cover),
  });
  const chosen = pagesInRange(imposition.pages ?? null, whole.pages.length);
  const { displayTitle } = book.metadata;
  diagnostics.push(...pagesNotThere(`“${displayTitle}”`, imposition.pages, whole.pages.length));
  if (chosen.length === 0) throw noneChosen(displayTitle, whole.pages.length);
  const pageList = { ...whole, pages: chosen.flatMap(index => whole.pages[index] ?? []) };
  const request = requestFor(pageList);
  const plan = planSheets(request);
  const blanks = countBlanks(pageList) + plan.blanks;
  const pages = pageList.pages.length + plan.blanks;
  const { paperPt } = request;
  const sheets = {
    scheme: request.scheme,
    paper: describePaper(paperPt),
    paperPt,
    duplex: request.duplex,
    sheets: plan.sheets.length,
    blanks,
    savesASheet: saving,
  };
  diagnostics.push(
    ...set.diagnostics,
    ...picturesAsWords(book, pageList),
    ...creepInMargin(displayTitle, plan, set.design.marginsPt.inner * plan.scale),
    describeSheets(displayTitle, sheets, pages, set.text.bodySizePt),
  );
  const sources = { metadata: book.metadata, shapers, readPicture: pictureReader(book), rasterizeArt };
  return {
    content: writeSheets(pageList, plan, sources),
    pages,
    print: printFactsOf(edition, set.design),
    sheets,
    diagnostics,
    beside: proofBeside(
      {
        title: displayTitle,
        request,
        plan,
        savesASheet: saving,
        isCoverApart: cover !== null && imposition.cover === 'apart',
      },
      { hasPreview: hasFoldPreview, modified: book.metadata.modified },
    ),
  };
}

/** What a book's pages ask of the sheets: those of a trial, or so many. */
interface PagesOfBook {
  readonly pages: { readonly length: number };
  readonly direction?: 'rtl';
}
type RequestFor = (pages: PagesOfBook) => ImpositionRequest;

function createRequests(imposition: ImpositionSettings, { trimPt, binding }: PrintDesign): RequestFor {
  return ({ pages, direction }) =>
    impositionRequest(imposition, {
      pages: pages.length,
      trimPt,
      bleedPt: binding.bleedPt,
      direction: direction ?? 'ltr',
      scaling: 'actual',
    });
}

/** Eight pages are all that one sheet with one cut has. */
const miniZinePages = 8;

function sheetsFor(request: ImpositionRequest): { readonly sheets: number; readonly spare: number } {
  if (request.scheme === 'mini-zine') return { sheets: 1, spare: Math.max(miniZinePages - request.pages, 0) };
  const plan = planSheets(request);
  // A flyleaf has two pages, and there is one at either end.
  return { sheets: plan.sheets.length, spare: Math.max(plan.blanks - 4 * request.flyleaves, 0) };
}

function isSingleLeaves({ scheme }: ImpositionSettings): boolean {
  return scheme === 'stab' || scheme === 'cut-and-stack';
}

/** How far the size of the text may be from what the page is designed for, in points. */
const largestChangePt = 0.5;

interface FitMeans {
  readonly shapers: ShaperPool;
  readonly ornaments: BookOrnaments | null;
  readonly requestFor: RequestFor;
  readonly pace: Pace;
}

async function fitBook(
  book: Anthology,
  { design, imposed }: ImposableDesign,
  { shapers, ornaments, requestFor, pace }: FitMeans,
): Promise<SheetFit<Trial>> {
  const usual: TextSize = { bodySizePt: design.bodyFontSizePt, leadingPt: design.leadingPt };
  const isZine = imposed.imposition.scheme === 'mini-zine';
  const readablePt = isTiny(design.trimPt) ? tinySizesPt.smallest : bookSizesPt.smallest;
  const setInSteps = function* (text: TextSize, textStartsOn: 'next' | 'recto'): Steps<Trial> {
    const own = text === usual ? design : imposed.resized(text);
    const diagnostics: Diagnostic[] = [];
    const report = (found: Diagnostic) => void diagnostics.push(found);
    const pageList = yield* typesetInSteps(book, { design: own, report, shapers, ornaments, textStartsOn });
    return { text, design: own, pageList, pages: shownPages(pageList), diagnostics };
  };
  // What is long is set once, and may be stopped while it is; what is set again and again is short.
  const usually = isZine ? null : await pace.run(setInSteps(usual, 'next'));
  const set = (text: TextSize, textStartsOn: 'next' | 'recto' = 'next'): Trial =>
    usually !== null && text === usual && textStartsOn === 'next'
      ? usually
      : runThrough(setInSteps(text, textStartsOn));
  const around = { smallestPt: Math.max(usual.bodySizePt - largestChangePt, readablePt), largestPt: usual.bodySizePt + largestChangePt }; // prettier-ignore
  const direction = isRightToLeft(book.metadata.language) ? { direction: 'rtl' as const } : {};
  const fit = fitToSheets({
    usual,
    bounds: imposed.isTextSaid ? null : isZine ? zineBounds : around,
    readablePt,
    set: text => set(text),
    countSheets: pages => sheetsFor(requestFor({ pages: { length: pages }, ...direction })),
    hasFreeBack: imposed.imposition.scheme === 'booklet',
    mostPages: isZine ? miniZinePages : null,
  });
  if (fit === null) throw tooLong(book, set(imposed.isTextSaid ? usual : smallestOf(usual)), requestFor);
  return { ...fit, set: openedOnRecto(fit.set, set, miniZinePages) };
}

const zineBounds = { smallestPt: tinySizesPt.smallest, largestPt: tinySizesPt.largest };

function smallestOf({ bodySizePt, leadingPt }: TextSize): TextSize {
  const { smallest } = tinySizesPt;
  return { bodySizePt: smallest, leadingPt: Math.round((smallest * leadingPt * 4) / bodySizePt) / 4 };
}

/** Text of a zine that has a page to spare opens on a right-hand page, the inside of the cover before it blank. */
function openedOnRecto(trial: Trial, set: (text: TextSize, textStartsOn: 'recto') => Trial, mostPages: number): Trial {
  if (trial.design.frontMatter !== 'none') return trial;
  const opened = set(trial.text, 'recto');
  return opened.pages <= Math.max(mostPages, trial.pages) ? opened : trial;
}

/** The cover and the last page hold no text. */
const pagesApart = 2;

function tooLong(book: Anthology, { pages, text, pageList }: Trial, requestFor: RequestFor): Error {
  const lines = pageList.pages.slice(1, -1).map(linesOf);
  return refuseTooLong({
    title: book.metadata.displayTitle,
    words: book.stories.reduce((sum, story) => sum + storyWords(story), 0),
    pages,
    mostPages: miniZinePages,
    fittingShare: ((miniZinePages - pagesApart) * Math.max(...lines)) / lines.reduce((sum, each) => sum + each, 0),
    paper: describePaper(requestFor(pageList).paperPt),
    bodySizePt: text.bodySizePt,
  });
}

/** Where the cover is unless it is said: what is folded from one or a few sheets has its picture on the outermost page. */
function coverPlaceOf({ cover, scheme }: ImpositionSettings): CoverPlace {
  return cover ?? (scheme === 'booklet' || scheme === 'mini-zine' ? 'self' : 'none');
}

/** A printer at home reaches so near to the edge of the paper, in points. */
const coverMarginPt = 18;

function coverOf(
  imposition: ImpositionSettings,
  { trimPt, binding }: PrintDesign,
  cover: CoverMaker | null,
): PageArt | null {
  if (cover === null || coverPlaceOf(imposition) !== 'self') return null;
  // A cover that cannot show the whole title, or a picture that may not show it at all, leaves the page to the typesetter.
  if (cover.facts.style === 'picture' || cover.findings().length > 0) return null;
  const marginPt = binding.bleedPt > 0 ? 0 : coverMarginPt;
  const [width, height] = [trimPt[0] - 2 * marginPt, trimPt[1] - 2 * marginPt];
  const unitsPt = width / 1000;
  const design = cover.designOn({
    widthUnits: 1000,
    heightUnits: Math.round(height / unitsPt),
    bleedUnits: Math.round((binding.bleedPt / unitsPt) * 100) / 100,
  });
  return placeCover(design, { trimPt }, marginPt);
}
