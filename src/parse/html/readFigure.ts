import type { Figure, Inline } from '../../book/tree.ts';
import { isBreakImage } from '../breakImage.ts';
import { isHidden, isOutOfSight } from './elementRoles.ts';
import { childElements, type HtmlElement } from './htmlDocument.ts';
import { readImageElement } from './imageElement.ts';
import type { TextLengths } from './textLengths.ts';

/** A `<figure>` of one picture and its caption; `null` for one of several, of words, or of a scene break. */
export function readFigure(
  element: HtmlElement,
  lengths: TextLengths,
  read: { readonly image: (element: HtmlElement) => void; readonly inlines: (element: HtmlElement) => Inline[] },
): Figure | null {
  const shown = shownElements(element);
  if (shown.length > maxElements) return null;
  const [picture, ...otherPictures] = shown.filter(({ tagName }) => tagName === 'img');
  const [caption, ...otherCaptions] = shown.filter(({ tagName }) => tagName === 'figcaption');
  if (picture === undefined || otherPictures.length > 0 || otherCaptions.length > 0) return null;
  if (lengths.of(element) !== (caption === undefined ? 0 : lengths.of(caption))) return null;
  const image = readImageElement(picture);
  if (image?.type !== 'image' || isBreakImage(image.alt ?? '')) return null;
  read.image(picture);
  return { type: 'figure', image, caption: caption === undefined ? [] : read.inlines(caption) };
}

/** A figure of one picture has no more elements than this; one that holds a page is not gone through at every level of it. */
const maxElements = 60;

/** The elements inside one, without those that a page does not show: `<noscript>` often holds the same picture again. */
function shownElements(element: HtmlElement): readonly HtmlElement[] {
  const shown: HtmlElement[] = [];
  const collect = (parent: HtmlElement): void => {
    for (const child of childElements(parent)) {
      if (shown.length > maxElements) return;
      if (isHidden(child) || isOutOfSight(child.tagName)) continue;
      shown.push(child);
      collect(child);
    }
  };
  collect(element);
  return shown;
}
