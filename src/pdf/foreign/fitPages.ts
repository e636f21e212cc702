import type { ForeignPage } from './foreignPage.ts';
import type { PdfBox } from './pdfValues.ts';

/**
 * Which part of a page is its trim: what readers show, what the page says is left when it is cut, or this where every page
 * says it and it can be believed.
 */
export type PageBoxName = 'auto' | 'crop' | 'trim';

/** Pages of one size, made of those that are there. */
export interface FittedPages {
  readonly trimPt: readonly [width: number, height: number];
  readonly bleedPt: number;
  /** Whether pages are cut at their trim boxes. */
  readonly isTrimmed: boolean;
  readonly pages: readonly FittedPage[];
}

export interface FittedPage {
  readonly page: ForeignPage;
  /** What is shown of it: its trim and what bleeds, in its own units. */
  readonly shown: PdfBox;
  /** Brings what is shown upright to 0, 0 of a page with its bleed: the six numbers of a matrix. */
  readonly matrix: readonly number[];
  /** Whether its size is that of the others. */
  readonly isOfCommonSize: boolean;
}

/** Pages whose sides differ by no more than this are of one size: two millimetres are a scanner's or a rounding's. */
const sameSizePt = 5.7;

/** More bleed than this, a quarter of an inch, is asked for by no printer: what lies beyond is marks and notes. */
const mostBleedPt = 18;

/**
 * Brings pages to one size, that of most of them: the others are made smaller or larger until they fit, or where pages keep
 * their size only smaller, and stand in the middle.
 */
export function fitPages(pages: readonly ForeignPage[], boxName: PageBoxName, scaling: 'fit' | 'actual'): FittedPages {
  const isTrimmed = boxName === 'trim' || (boxName === 'auto' && pages.every(hasSensibleTrim));
  const boxes = pages.map(page => ({ page, box: isTrimmed ? (page.trimBox ?? page.cropBox) : page.cropBox }));
  const sizes = boxes.map(({ page, box }) => shownSize(page, box));
  const trimPt = commonSize(sizes);
  const scaled = boxes.map(({ page, box }, index) => {
    const [width, height] = sizes[index] ?? trimPt;
    const isOfCommonSize = isSameSize([width, height], trimPt);
    const fitting = Math.min(trimPt[0] / width, trimPt[1] / height);
    const wanted = scaling === 'fit' ? fitting : Math.min(fitting, 1);
    return { page, box, isOfCommonSize, scale: page.unitPt * (isOfCommonSize ? 1 : wanted) };
  });
  const bleedPt = isTrimmed ? Math.min(mostBleedPt, ...scaled.map(({ page, box, scale }) => bleedOf(page, box) * scale)) : 0; // prettier-ignore
  return {
    trimPt,
    bleedPt,
    isTrimmed,
    pages: scaled.map(({ page, box, isOfCommonSize, scale }) => ({
      page,
      shown: grown(box, bleedPt / scale),
      matrix: uprightMatrix(page, box, scale, trimPt, bleedPt),
      isOfCommonSize,
    })),
  };
}

/**
 * Whether a page says where it is cut, and it can be believed: not what is shown anyway, and not a scrap of it. Programs
 * write trim boxes of no meaning; those that press files have lie a centimetre or two inside.
 */
function hasSensibleTrim({ trimBox, cropBox }: ForeignPage): boolean {
  if (trimBox === null) return false;
  const [width, height] = sizeOf(trimBox);
  const [cropWidth, cropHeight] = sizeOf(cropBox);
  const isSmaller = cropWidth - width > 1 || cropHeight - height > 1;
  return isSmaller && width >= cropWidth * leastTrim && height >= cropHeight * leastTrim;
}

/** Of the side of what is shown, the least that a trim leaves. */
const leastTrim = 0.5;

function sizeOf({ left, bottom, right, top }: PdfBox): readonly [width: number, height: number] {
  return [right - left, top - bottom];
}

/** As a reader shows it, in points: turned. */
function shownSize({ rotation, unitPt }: ForeignPage, box: PdfBox): readonly [width: number, height: number] {
  const [width, height] = sizeOf(box);
  return rotation % 180 === 0 ? [width * unitPt, height * unitPt] : [height * unitPt, width * unitPt];
}

/** The size that most pages have; of several the one that comes first. */
function commonSize(sizes: readonly (readonly [number, number])[]): readonly [width: number, height: number] {
  const groups: { readonly size: readonly [number, number]; pages: number }[] = [];
  for (const size of sizes) {
    const group = groups.find(each => isSameSize(each.size, size));
    if (group === undefined) groups.push({ size, pages: 1 });
    else group.pages++;
  }
  const most = Math.max(...groups.map(({ pages }) => pages));
  return groups.find(({ pages }) => pages === most)?.size ?? [0, 0];
}

function isSameSize(first: readonly [number, number], second: readonly [number, number]): boolean {
  return Math.abs(first[0] - second[0]) <= sameSizePt && Math.abs(first[1] - second[1]) <= sameSizePt;
}

/** How far a page is printed beyond its trim on every side, in its own units. */
function bleedOf({ bleedBox }: ForeignPage, trim: PdfBox): number {
  if (bleedBox === null) return 0;
  const beyond = [trim.left - bleedBox.left, trim.bottom - bleedBox.bottom, bleedBox.right - trim.right, bleedBox.top - trim.top]; // prettier-ignore
  return Math.max(Math.min(...beyond), 0);
}

function grown({ left, bottom, right, top }: PdfBox, by: number): PdfBox {
  return { left: left - by, bottom: bottom - by, right: right + by, top: top + by };
}

/** Cosine and sine of the angles by which a page is turned clockwise. */
const turns = { 0: [1, 0], 90: [0, -1], 180: [-1, 0], 270: [0, 1] } as const;

/** The middle of the box comes to the middle of the page. */
function uprightMatrix(
  { rotation }: ForeignPage,
  { left, bottom, right, top }: PdfBox,
  scale: number,
  [width, height]: readonly [number, number],
  bleedPt: number,
): readonly number[] {
  const [cosine, sine] = turns[rotation];
  const [a, b] = [scale * cosine, scale * sine];
  const [x, y] = [(left + right) / 2, (bottom + top) / 2];
  return [a, b, -b, a, bleedPt + width / 2 - (a * x - b * y), bleedPt + height / 2 - (b * x + a * y)];
}
