import type { Anthology } from '../book/tree.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { PageList } from '../typeset/pageList.ts';

/** Gives the pictures of a book as print has them: opaque. */
export function pictureReader(book: Anthology): (assetId: string) => Promise<Uint8Array> {
  const assets = new Map(book.images.map(image => [image.id, image]));
  return async assetId => {
    const asset = assets.get(assetId);
    if (asset === undefined) throw new RangeError(`there is no picture ${assetId}`);
    const { flattenImage } = await import('../images/flattenImage.ts');
    return flattenImage(asset);
  };
}

/** Pictures that no page shows: a line of text has room for none. */
export function picturesAsWords(book: Anthology, { pages }: PageList): Diagnostic[] {
  const shown = new Set(pages.flatMap(page => page.pictures.map(picture => picture.assetId)));
  const pictures = book.images.filter(image => !shown.has(image.id)).length;
  if (pictures === 0) return [];
  const finding: Diagnostic = {
    code: 'typeset/pictures-as-words',
    severity: 'info',
    message: `The PDF shows no pictures inside a line; ${pictures === 1 ? 'the description of one stands in its place' : `the descriptions of ${pictures} stand in their places`}.`,
  };
  return [finding];
}
