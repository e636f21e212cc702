import type { ArchiveFile } from '../archive/archiveFile.ts';
import type { PrintedPage } from '../book/printedPage.ts';
import type { Anthology } from '../book/tree.ts';
import { missingFromCover } from '../cover/coverLettering.ts';
import { coverSubjectOf } from '../cover/coverSubject.ts';
import { type CoverStyle, designCover } from '../cover/designCover.ts';
import { CompileError } from '../diagnostics/compileError.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Drawing } from '../drawing/drawing.ts';
import type { CompileEvent, MadeArtifact } from './compileEvent.ts';
import type { FontedDesign } from './bookFonts.ts';
import { diagnosticOf } from './diagnosticOf.ts';
import { type Edition, editionExtension } from './edition.ts';
import type { Theme } from '../theme/theme.ts';
import { keepLatest } from './keepLatest.ts';
import type { Design } from './resolveDesign.ts';

/** A book and the stem of its files' names. */
export interface PlannedBook {
  readonly book: Anthology;
  readonly stem: string;
}

/** The loose cover is for shops; the one inside stays below the 4 megapixels that Apple Books once allowed. */
const shopCoverPx = { widthPx: 1600, heightPx: 2560 } as const;
const insideCoverPx = { widthPx: 1500, heightPx: 2400 } as const;

/** What a cover may weigh, outside and inside: half a megabyte uploads anywhere. */
const maxCoverBytes = 500_000;

/**
 * Makes a book's files, one after another: each edition, then the loose cover. Print comes first, so that the others can say
 * where its pages begin.
 */
export async function* makeArtifacts(
  { book, stem }: PlannedBook,
  editions: readonly Edition[],
  design: Design,
): AsyncGenerator<CompileEvent> {
  const drawCover = once(() => drawCoverOf(book, design.coverStyle));
  const printedPages: PrintedPage[] = [];
  const rendered = keepLatest((theme: Theme) => renderEpub(book, theme, drawCover, printedPages));
  const inOrder = printFirst(editions);
  for (const edition of inOrder) {
    const theme = design.themeOf(edition);
    yield* attempt(book, stem + editionExtension(edition), edition.format, () =>
      edition.format === 'pdf'
        ? makePdf(book, edition, design.printOf(edition), edition === inOrder[0] ? printedPages : null)
        : makeEpub(book, edition.format, rendered.of(theme)),
    );
  }
  rendered.forget();
  if (design.coverStyle !== null) {
    yield* attempt(book, `${stem}.jpg`, 'cover', async () => ({
      content: [await rasterize(drawCover(), shopCoverPx)],
      pages: null,
      print: null,
      diagnostics: missingLetters(book),
    }));
  }
}

/** The first edition in print is the one whose pages the others tell. */
function printFirst(editions: readonly Edition[]): readonly Edition[] {
  const isPrint = ({ format }: Edition) => format === 'pdf';
  return [...editions.filter(isPrint), ...editions.filter(edition => !isPrint(edition))];
}

type Made = Pick<MadeArtifact, 'content' | 'pages' | 'print' | 'diagnostics'>;

const mediaTypes: Readonly<Record<MadeArtifact['kind'], string>> = {
  epub: 'application/epub+zip',
  kepub: 'application/epub+zip',
  pdf: 'application/pdf',
  cover: 'image/jpeg',
};

async function* attempt(
  book: Anthology,
  fileName: string,
  kind: MadeArtifact['kind'],
  make: () => Promise<Made>,
): AsyncGenerator<CompileEvent> {
  const { displayTitle } = book.metadata;
  yield { type: 'artifactStarted', fileName };
  let made: Made;
  try {
    made = await make();
  } catch (error) {
    if (!(error instanceof CompileError)) throw error;
    yield { type: 'artifactFailed', artifact: { fileName, kind, displayTitle, diagnostics: [diagnosticOf(error)] } };
    return;
  }
  yield {
    type: 'artifactFinished',
    artifact: { fileName, kind, mediaType: mediaTypes[kind], displayTitle, stories: book.stories.length, ...made },
  };
}

/** A book's files for readers, from which an EPUB and a KEPUB are packed. */
interface RenderedEpub {
  readonly files: readonly ArchiveFile[];
  readonly hasCover: boolean;
}

async function renderEpub(
  book: Anthology,
  theme: Theme,
  drawCover: () => Drawing | null,
  printedPages: readonly PrintedPage[],
): Promise<RenderedEpub> {
  const { renderEpubFiles } = await import('../epub/renderEpubFiles.ts');
  const drawing = drawCover();
  const cover =
    drawing === null
      ? null
      : { jpeg: await rasterize(drawing, insideCoverPx), ...insideCoverPx, altText: drawing.altText };
  return { files: renderEpubFiles(book, { theme, cover, printedPages }), hasCover: cover !== null };
}

async function makeEpub(book: Anthology, format: 'epub' | 'kepub', rendered: Promise<RenderedEpub>): Promise<Made> {
  const { files, hasCover } = await rendered;
  const [{ packEpub, packKepub }, { verifyEpub }] = await Promise.all([
    import('../epub/writeEpub.ts'),
    import('../verify/verifyEpub.ts'),
  ]);
  const bytes = await (format === 'epub' ? packEpub : packKepub)(book, files);
  const findings = await verifyEpub(bytes);
  // Whoever asked for no cover need not be told that there is none.
  const diagnostics = hasCover ? findings : findings.filter(finding => finding.code !== 'epub/cover-missing');
  return { content: [bytes], pages: null, print: null, diagnostics };
}

/** Typesets and draws; `printedPages`, where it is given, gets the beginnings of the pages. */
async function makePdf(
  book: Anthology,
  edition: Edition,
  { design, ...fonts }: FontedDesign,
  printedPages: PrintedPage[] | null,
): Promise<Made> {
  const [{ createShaperPool }, { typesetBook }, { writePdf }, { pdfProfileOf, printFactsOf, printFindings }] =
    await Promise.all([
      import('../fonts/shaperPool.ts'),
      import('../typeset/typesetBook.ts'),
      import('../pdf/writePdf.ts'),
      import('./printEdition.ts'),
    ]);
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => void diagnostics.push(diagnostic);
  // Setting and drawing share what was shaped.
  const shapers = createShaperPool({ ...fonts, language: book.metadata.language, report });
  const noted: PrintedPage[] = [];
  const notePage = (page: PrintedPage) => void noted.push(page);
  const pages = typesetBook(book, { design, report, shapers, notePage });
  const shown = new Set(pages.pages.flatMap(page => page.pictures.map(picture => picture.assetId)));
  const asWords = book.images.filter(image => !shown.has(image.id));
  if (asWords.length > 0) report(picturesAsWords(asWords.length));
  const finished = { title: book.metadata.displayTitle, pages: pages.pages.length };
  for (const finding of printFindings(edition, design, finished)) report(finding);
  const content = writePdf(pages, {
    metadata: book.metadata,
    shapers,
    profile: pdfProfileOf(edition),
    readPicture: pictureReader(book),
  });
  // The pages of a file that could not be made are nobody's.
  if (printedPages !== null) for (const page of noted) printedPages.push(page);
  return { content, pages: finished.pages, print: printFactsOf(edition, design), diagnostics };
}

/** Gives the pictures of a book as print has them: opaque. */
function pictureReader(book: Anthology): (assetId: string) => Promise<Uint8Array> {
  const assets = new Map(book.images.map(image => [image.id, image]));
  return async assetId => {
    const asset = assets.get(assetId);
    if (asset === undefined) throw new RangeError(`there is no picture ${assetId}`);
    const { flattenImage } = await import('../images/flattenImage.ts');
    return flattenImage(asset);
  };
}

function picturesAsWords(pictures: number): Diagnostic {
  return {
    code: 'typeset/pictures-as-words',
    severity: 'info',
    message: `The PDF shows no pictures inside a line; ${pictures === 1 ? 'the description of one stands in its place' : `the descriptions of ${pictures} stand in their places`}.`,
  };
}

function drawCoverOf(book: Anthology, style: CoverStyle | null): Drawing | null {
  return style === null ? null : designCover(coverSubjectOf(book), style);
}

async function rasterize(drawing: Drawing | null, size: { widthPx: number; heightPx: number }): Promise<Uint8Array> {
  if (drawing === null) throw new TypeError('A book without a cover has none to rasterize');
  const [{ rasterizeToJpeg }, { drawingToSvg }] = await Promise.all([
    import('../images/rasterizeToJpeg.ts'),
    import('../drawing/drawingToSvg.ts'),
  ]);
  return rasterizeToJpeg(drawingToSvg(drawing), { ...size, maxBytes: maxCoverBytes });
}

/** What of the cover's words our fonts cannot draw. */
function missingLetters(book: Anthology): Diagnostic[] {
  const missing = [...new Set(missingFromCover(coverSubjectOf(book)))];
  if (missing.length === 0) return [];
  return [
    {
      code: 'fonts/missing-glyph',
      severity: 'warning',
      message: `No bundled font has ${missing.join(' ')}; the cover of “${book.metadata.displayTitle}” leaves it out.`,
      hint: 'Give a title that our fonts cover, or build with --cover none.',
    },
  ];
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
