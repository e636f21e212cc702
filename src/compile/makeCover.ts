import type { Anthology } from '../book/tree.ts';
import { type ByteStore, noStore } from '../cache/byteStore.ts';
import { chooseCoverStyle, explainChoice } from '../cover/chooseCoverStyle.ts';
import { type CoverCanvas, type CoverDesign, shopCanvas } from '../cover/coverDesign.ts';
import { missingFromCover } from '../cover/coverLettering.ts';
import type { CoverStyle } from '../cover/coverStyles.ts';
import { type CoverSubject, coverSubjectOf } from '../cover/coverSubject.ts';
import type { FoundTrait } from '../cover/findTraits.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Drawing } from '../drawing/drawing.ts';
import type { JpegRequest } from '../images/rasterizeToJpeg.ts';
import type { CoverImage } from '../epub/coverPage.ts';
import { bookTraits } from './bookTraits.ts';
import type { CoverFacts } from './compileEvent.ts';
import type { CoverFonts } from './coverMeans.ts';
import type { CoverPlan } from './coverPlan.ts';
import type { Made } from './made.ts';

/** A size in pixels that a cover has to fit into. */
export interface CoverSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** The loose cover is for shops; the one inside stays below the 4 megapixels that Apple Books once allowed. */
export const shopCoverPx: CoverSize = { widthPx: 1600, heightPx: 2560 };
export const insideCoverPx: CoverSize = { widthPx: 1500, heightPx: 2400 };
/** For shelves on the web. */
export const thumbnailPx: CoverSize = { widthPx: 600, heightPx: 960 };

/** What a cover may weigh, outside and inside: half a megabyte uploads anywhere. */
const maxCoverBytes = 500_000;

/** Makes the covers of one book from one design. */
export interface CoverMaker {
  /** What the cover knows of its book. */
  readonly subject: CoverSubject;
  readonly facts: CoverFacts;
  /** The design for shops and readers; a picture that is shown as it is keeps its own proportions. */
  readonly design: () => CoverDesign;
  /** The design for a canvas of another size: a printed front. */
  readonly designOn: (canvas: CoverCanvas) => CoverDesign;
  /** The design in another style than the book's own. */
  readonly designAs: (style: CoverStyle) => CoverDesign;
  /** Makes the cover for shops and those that are made of its pixels ahead of being asked for them. */
  readonly draw: () => Promise<void>;
  readonly makeShopCover: () => Promise<Made>;
  readonly makeInsideCover: () => Promise<CoverImage>;
  readonly makeThumbnail: () => Promise<Uint8Array>;
  /** What of the cover's words the fonts cannot draw. */
  readonly findings: () => readonly Diagnostic[];
}

/** The sizes that go with a book. */
const bookFrames: readonly CoverSize[] = [shopCoverPx, insideCoverPx];

/** All sizes: a thumbnail is made of the pixels of the cover for shops, too. */
export const allFrames: readonly CoverSize[] = [...bookFrames, thumbnailPx];

/**
 * @param frames what `draw` makes
 * @returns `null` for a book that is to have no cover
 */
export async function createCoverMaker(
  book: Anthology,
  plan: CoverPlan,
  fonts: CoverFonts,
  { store = noStore, frames = bookFrames }: { readonly store?: ByteStore; readonly frames?: readonly CoverSize[] } = {},
): Promise<CoverMaker | null> {
  if (plan.type === 'none') return null;
  const [{ designCover }, pictures, { lettersOf }] = await Promise.all([
    import('../cover/designCover.ts'),
    plan.type === 'picture' ? import('../cover/pictureCover.ts') : null,
    import('./coverMeans.ts'),
  ]);
  const traits = bookTraits(book);
  const known = coverSubjectOf(book);
  const subject: CoverSubject = {
    ...known,
    colors: plan.colors,
    traits: new Set(traits.map(({ trait }) => trait)),
    means: await lettersOf(known, fonts),
  };
  const facts = coverFacts(book, plan, traits);
  const designOn = (canvas: CoverCanvas | null): CoverDesign => {
    if (plan.type === 'picture' && pictures !== null) {
      const { designLetteredPictureCover, designPictureCover, pictureCanvas } = pictures;
      if (plan.hasLettering) return designLetteredPictureCover(subject, plan.picture, canvas ?? shopCanvas);
      return designPictureCover(subject, plan.picture, canvas ?? pictureCanvas(plan.picture));
    }
    if (facts.style === 'picture') throw new RangeError('a cover that is drawn has a style');
    return designCover(subject, facts.style, canvas ?? shopCanvas);
  };
  const design = once(() => designOn(null));
  // The picture is drawn once; what is smaller is made from its pixels, side by side with it.
  const jpegs = once(async () => {
    const { drawing } = design();
    const requests = frames.map(frame => jpegIn(drawing, frame, maxCoverBytes));
    if (store === noStore) return drawSizes(drawing, requests);
    const { keepPictures } = await import('./keptPictures.ts');
    return keepPictures(store, drawing, requests, () => drawSizes(drawing, requests));
  });
  const isLettered = plan.type === 'drawn' || plan.hasLettering;
  const findings = once(() => (isLettered ? missingLetters(book, subject) : []));
  return {
    subject,
    facts,
    design,
    designOn,
    designAs: style => designCover(subject, style),
    findings,
    draw: async () => {
      await jpegs();
    },
    makeThumbnail: async () => (await jpegs())[2] ?? rasterizeCover(design().drawing, thumbnailPx),
    makeShopCover: async () => ({
      content: (await jpegs()).slice(0, 1),
      pages: null,
      print: null,
      cover: facts,
      diagnostics: findings(),
    }),
    makeInsideCover: async () => {
      const { drawing } = design();
      const [, jpeg = new Uint8Array()] = await jpegs();
      return { jpeg, ...fittedSize(drawing, insideCoverPx), altText: drawing.altText };
    },
  };
}

function coverFacts(
  book: Anthology,
  plan: Exclude<CoverPlan, { type: 'none' }>,
  traits: readonly FoundTrait[],
): CoverFacts {
  if (plan.type === 'picture') return { style: 'picture', isChosen: false, why: 'the picture was named' };
  if (plan.style !== null) return { style: plan.style, isChosen: false, why: 'the style was named' };
  const chosen = chooseCoverStyle(book.metadata.id, traits);
  return { style: chosen.style, isChosen: true, why: explainChoice(chosen) };
}

/** The size that a drawing has in a frame, without distortion. */
export function fittedSize({ widthUnits, heightUnits }: Drawing, frame: CoverSize): CoverSize {
  const scale = Math.min(frame.widthPx / widthUnits, frame.heightPx / heightUnits);
  return { widthPx: Math.round(widthUnits * scale), heightPx: Math.round(heightUnits * scale) };
}

function jpegIn(drawing: Drawing, frame: CoverSize, maxBytes: number): JpegRequest {
  return { ...fittedSize(drawing, frame), maxBytes };
}

/** So many rows of pixels are drawn at a time: a fifth of a cover for shops. */
const bandRows = 512;

/** Draws a cover in the size of the first picture that is asked for, and makes all of them from it. */
async function drawSizes(drawing: Drawing, requests: readonly JpegRequest[]): Promise<Uint8Array[]> {
  const [{ rasterizeSizes }, { bandToSvg }] = await Promise.all([
    import('../images/rasterizeToJpeg.ts'),
    import('../drawing/drawingToSvg.ts'),
  ]);
  const [size] = requests;
  if (size === undefined) return [];
  const { widthPx, heightPx } = size;
  const bandAt = (row: number): string => bandToSvg(drawing, size, row, Math.min(row + bandRows, heightPx));
  return rasterizeSizes({ widthPx, heightPx, bandRows, bandAt }, requests);
}

/** Draws a cover as a JPEG that fits into a frame; at most half a megabyte unless it is said. */
export async function rasterizeCover(
  drawing: Drawing,
  frame: CoverSize,
  maxBytes: number = maxCoverBytes,
): Promise<Uint8Array> {
  const [jpeg = new Uint8Array()] = await drawSizes(drawing, [jpegIn(drawing, frame, maxBytes)]);
  return jpeg;
}

function missingLetters(book: Anthology, subject: CoverSubject): Diagnostic[] {
  const missing = [...new Set(missingFromCover(subject))];
  if (missing.length === 0) return [];
  return [
    {
      code: 'fonts/missing-glyph',
      severity: 'warning',
      message: `No bundled font has ${missing.join(' ')}; the cover of “${book.metadata.displayTitle}” leaves ${missing.length === 1 ? 'it' : 'them'} out.`,
      hint: 'Give a title that our fonts cover, name a font that has it with --font, or build with --cover none.',
    },
  ];
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
