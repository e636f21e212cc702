import type { Anthology } from '../book/tree.ts';
import type { CoverCanvas } from '../cover/coverDesign.ts';
import { type CoverStyle, coverStyleFacts, coverStyles } from '../cover/coverStyles.ts';
import { CompileError } from '../diagnostics/compileError.ts';
import type { Drawing } from '../drawing/drawing.ts';
import { compileMaking } from './compileBooks.ts';
import type { CompileEvent } from './compileEvent.ts';
import type { CompileOptions } from './compileOptions.ts';
import { attempt, type PlannedBook } from './makeArtifacts.ts';
import { allFrames, type CoverMaker, createCoverMaker, fittedSize, rasterizeCover, thumbnailPx } from './makeCover.ts';
import type { FileBeside, Made } from './made.ts';
import type { Stoppable } from './pace.ts';
import { rasterizeArt } from './rasterizeArt.ts';
import type { Design } from './resolveDesign.ts';

/** What covers are wanted, without their books. */
export interface CoverOrder {
  /** Whether every style is to be shown on a sheet to choose from, and no cover written. */
  readonly isSheet: boolean;
  /** The page of a printed book, in points; the theme's where it is not said. */
  readonly trimPt: readonly [width: number, height: number] | null;
}

/** The front of a printed book; lengths in points. */
interface Front {
  readonly trimPt: readonly [width: number, height: number];
  readonly bleedPt: number;
}

/** Covers of stories or of a book: their cover in all sizes, or a sheet of all styles; see `compileBooks`. */
export async function* compileCovers(
  options: CompileOptions,
  order: CoverOrder,
  stoppable: Stoppable = {},
): AsyncGenerator<CompileEvent> {
  yield* compileMaking(
    { ...options, editions: [], verify: false },
    { filesPerBook: order.isSheet ? 2 : 5, make: (book, design) => makeCoverFiles(book, design, order) },
    stoppable,
  );
}

/** Presses and their cutters ask for an eighth of an inch. */
const usualBleedPt = 9;

/** Makes the covers of one book in all sizes, or a sheet of all styles. */
async function* makeCoverFiles(
  { book, stem }: PlannedBook,
  design: Design,
  order: CoverOrder,
): AsyncGenerator<CompileEvent> {
  const plan = design.cover.type === 'none' ? ({ type: 'drawn', style: null, colors: [] } as const) : design.cover;
  const cover = await createCoverMaker(book, plan, design.coverFonts, { frames: allFrames });
  if (cover === null) throw new CompileError('config/unknown-cover', 'There is no cover to make.');
  if (order.isSheet) {
    const drawn = await createCoverMaker(book, { ...plan, type: 'drawn', style: null }, design.coverFonts);
    const sheet = drawn ?? cover;
    yield* attempt(book, { named: stem, ending: '.covers.html', kind: 'coverSheet' }, () => makeSheet(book, sheet));
    return;
  }
  yield* attempt(book, { named: stem, ending: '.jpg', kind: 'cover' }, async () => {
    const shop = cover.makeShopCover();
    const beside = sizesBeside(book, cover, {
      trimPt: order.trimPt ?? design.themeOf({ name: 'front', format: 'pdf' }).print.trimPt,
      bleedPt: usualBleedPt,
    });
    return { ...(await shop), beside };
  });
}

/** The printed front is begun at once, beside the cover for shops: threads that are not ours draw the pixels of both. */
function sizesBeside(book: Anthology, cover: CoverMaker, front: Front): FileBeside[] {
  const drawn = begun(async () => Promise.resolve(cover.designOn(frontCanvas(front)).drawing));
  const picture = begun(async () => makeFrontPicture(await drawn, front));
  const page = begun(async () => makeFront(book, await drawn, front));
  return [
    { kind: 'cover', ending: '.inside.jpg', make: async () => file((await cover.makeInsideCover()).jpeg) },
    { kind: 'cover', ending: '.thumbnail.jpg', make: async () => file(await cover.makeThumbnail()) },
    { kind: 'frontCover', ending: '.front.pdf', make: () => page },
    { kind: 'cover', ending: '.front.jpg', make: () => picture },
  ];
}

/** What fails before anybody asks for it fails for whoever does. */
function begun<T>(make: () => Promise<T>): Promise<T> {
  const made = make();
  made.catch(() => undefined);
  return made;
}

function file(bytes: Uint8Array): Made {
  return { content: [bytes], pages: null, print: null, diagnostics: [] };
}

function frontCanvas({ trimPt: [width, height], bleedPt }: Front): CoverCanvas {
  return { widthUnits: 1000, heightUnits: (1000 * height) / width, bleedUnits: (1000 * bleedPt) / width };
}

/** The front to be printed, as vectors that go on beyond where it is cut. */
async function makeFront(book: Anthology, drawing: Drawing, { trimPt, bleedPt }: Front): Promise<Made> {
  const { writeCover } = await import('../pdf/writeCover.ts');
  const content: Uint8Array[] = [];
  const written = writeCover({ drawing, trimPt, bleedPt, metadata: book.metadata, rasterizeArt: null });
  for await (const bytes of written) content.push(bytes);
  return { content, pages: 1, print: null, diagnostics: [] };
}

/** Pixels an inch that presses ask for. */
const pressResolution = 300;

/** The same as pixels, bleed and all. */
async function makeFrontPicture(drawing: Drawing, front: Front): Promise<Made> {
  const [widthPx = 1, heightPx = 1] = front.trimPt.map(side =>
    Math.ceil(((side + 2 * front.bleedPt) / 72) * pressResolution),
  );
  return file(await rasterizeArt(drawing, { widthPx, heightPx }));
}

/** What one small picture on the sheet may weigh. */
const maxSheetBytes = 110_000;

/** A page and a picture of every style. */
async function makeSheet(book: Anthology, cover: CoverMaker): Promise<Made> {
  const { contactSheetPage } = await import('./contactSheetPage.ts');
  const { metadata } = book;
  const entries = [];
  for (const style of coverStyles) {
    const { drawing } = cover.designAs(style);
    const { label, sentence } = coverStyleFacts[style];
    const jpeg = await rasterizeCover(drawing, thumbnailPx, maxSheetBytes);
    const chosenFor = style === cover.facts.style ? cover.facts.why : null;
    const { altText } = drawing;
    entries.push({ style, label, sentence, altText, jpeg, ...fittedSize(drawing, thumbnailPx), chosenFor });
  }
  const html = contactSheetPage(metadata.displayTitle, metadata.language, entries);
  return {
    ...file(new TextEncoder().encode(html)),
    cover: cover.facts,
    diagnostics: cover.findings(),
    beside: [{ kind: 'cover', ending: '.covers.jpg', make: () => makeSheetPicture(cover) }],
  };
}

/** Pixels across a sheet: each cover on it is as large as on a shelf. */
const sheetWidthPx = 1800;
const maxSheetPictureBytes = 2_500_000;

async function makeSheetPicture(cover: CoverMaker): Promise<Made> {
  const { drawContactSheet } = await import('../cover/contactSheet.ts');
  const entries = coverStyles.map((style: CoverStyle) => ({
    label: coverStyleFacts[style].label,
    drawing: cover.designAs(style).drawing,
    isChosen: style === cover.facts.style,
  }));
  const altText = entries.map(({ label, drawing }) => `${label}: ${drawing.altText}`).join(' ');
  const sheet = drawContactSheet(cover.subject, entries, altText);
  const frame = { widthPx: sheetWidthPx, heightPx: sheetWidthPx * 100 };
  return file(await rasterizeCover(sheet, frame, maxSheetPictureBytes));
}
