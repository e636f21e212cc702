import { inlineText } from '../book/plainText.ts';
import type { Anthology, Figure, Image, ImageAsset } from '../book/tree.ts';
import { attributes, lines, noMarkup, xhtml } from './xhtml.ts';
import type { Xhtml } from './xhtml.ts';

/** The pictures of a book by their ids. */
export type BookImages = ReadonlyMap<string, ImageAsset>;

export const noImages: BookImages = new Map();

export function imagesById({ images }: Pick<Anthology, 'images'>): BookImages {
  return new Map(images.map(asset => [asset.id, asset]));
}

/** `image-3f2a91c04b7d.jpg`: the name of a picture's file in the package. */
export function imageFileName({ id, mediaType }: Pick<ImageAsset, 'id' | 'mediaType'>): string {
  return `${id}.${mediaType === 'image/jpeg' ? 'jpg' : 'png'}`;
}

/** A picture; the description in its place when the book does not hold it. An ornament says to those who listen that it is one. */
export function renderImage(image: Image, images: BookImages): Xhtml {
  const asset = images.get(image.assetId ?? '');
  if (asset === undefined) return xhtml`${image.alt ?? ''}`;
  const values = attributes({
    src: imageFileName(asset),
    alt: image.alt ?? '',
    width: String(asset.widthPx),
    height: String(asset.heightPx),
    role: image.alt === '' ? 'presentation' : undefined,
  });
  return xhtml`<img${values}/>`;
}

/** A picture that stands for itself, its caption below; the words of both, where the book does not hold it. */
export function renderFigure({ image, caption }: Figure, images: BookImages, language: Xhtml, captionMarkup: Xhtml): Xhtml {
  const hasCaption = inlineText(caption).trim() !== '';
  if (images.has(image.assetId ?? '')) {
    const below = hasCaption ? xhtml`<figcaption>${captionMarkup}</figcaption>` : noMarkup;
    return xhtml`<figure${language}>\n${lines([renderImage(image, images), below])}\n</figure>`;
  }
  return lines([
    (image.alt ?? '').trim() === '' ? noMarkup : xhtml`<p class="described"${language}>${renderImage(image, images)}</p>`,
    hasCaption ? xhtml`<p class="described"${language}>${captionMarkup}</p>` : noMarkup,
  ]);
} // prettier-ignore
