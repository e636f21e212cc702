import type { Figure, Image, ImageAsset, Paragraph } from '../book/tree.ts';
import { childElement } from './childElement.ts';
import { type SetLine, roundPt } from './composeLine.ts';
import type { ElementNode, Galley, GalleyPicture } from './galley.ts';
import { setBalanced } from './setParagraph.ts';
import type { TextSetting } from './textSetting.ts';
import type { TypesetContext } from './typesetContext.ts';

/** Below so many pixels to the inch a picture in print shows its pixels. */
const coarsestDpi = 150;

/** The most of a text block's height that a picture takes: below it stands its caption, and some text. */
const tallestShare = 0.8;

/** A caption is smaller than the text by this much. */
const captionSizeStepPt = 1;

/** A figure whose picture the book has; `null` where only its description can be shown. */
export function shownPicture(context: TypesetContext, { assetId }: Image): ImageAsset | null {
  return (assetId === undefined ? undefined : context.pictures.get(assetId)) ?? null;
}

/** The picture that a paragraph is, if it holds nothing else. */
export function pictureOf({ children }: Paragraph): Image | null {
  const shown = children.filter(inline => inline.type !== 'text' || inline.value.trim() !== '');
  const [first] = shown;
  return shown.length === 1 && first?.type === 'image' ? first : null;
}

/**
 * Sets a picture in the middle of the measure, as large as its pixels, the measure and the page allow, on whole lines of the
 * grid, and its caption below. A picture without a description says nothing and is no part of the structure; one whose
 * description is empty neither.
 */
export function setFigure(
  context: TypesetContext,
  galley: Galley,
  { image, caption, lang }: Pick<Figure, 'image' | 'caption' | 'lang'>,
  asset: ImageAsset,
  setting: TextSetting,
  parent: ElementNode,
): void {
  const { gridPt } = context.geometry;
  const size = sizeOf(context, asset, setting.measurePt);
  const heightPt = Math.ceil(size.heightPt / gridPt) * gridPt;
  const picture: GalleyPicture = {
    assetId: asset.id,
    leftPt: setting.leftPt + (setting.measurePt - size.widthPt) / 2,
    // What the lines have more than the picture is parted above and below.
    belowTopPt: (heightPt - size.heightPt) / 2,
    ...size,
  };
  const figure: ElementNode = { ...childElement('Figure', parent, lang), ...(image.alt === null ? {} : { alt: image.alt }) }; // prettier-ignore
  galley.addSpace(setting.leadingPt);
  galley.addBlock({
    lines: [noText],
    leftPt: setting.leftPt,
    heightPt,
    snapsToGrid: true,
    keepsWithNext: caption.length > 0,
    element: image.alt === '' ? null : figure,
    picture,
  });
  addCaption(context, galley, caption, setting, childElement('Caption', parent, lang));
  galley.addSpace(setting.leadingPt);
}

function sizeOf(
  context: TypesetContext,
  { widthPx, heightPx }: ImageAsset,
  measurePt: number,
): { readonly widthPt: number; readonly heightPt: number } {
  const tallestPt = tallestShare * context.geometry.textHeightPt;
  const scale = Math.min(72 / coarsestDpi, measurePt / widthPx, tallestPt / heightPx);
  return { widthPt: roundPt(widthPx * scale), heightPt: roundPt(heightPx * scale) };
}

function addCaption(
  context: TypesetContext,
  galley: Galley,
  caption: Figure['caption'],
  setting: TextSetting,
  element: ElementNode,
): void {
  if (caption.length === 0) return;
  const style = { ...setting.style, sizePt: setting.style.sizePt - captionSizeStepPt };
  const lines = setBalanced(context, caption, style, setting.measurePt);
  galley.addSpace(setting.leadingPt / 4);
  galley.addBlock({ lines, leftPt: setting.leftPt, heightPt: setting.leadingPt, element });
}

const noText: SetLine = { runs: [], wordSpacePt: 0, endsInSoftHyphen: false, endPt: 0 };
