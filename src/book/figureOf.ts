import type { Block, Figure, Image, Inline } from './tree.ts';

/** A paragraph that holds nothing but one picture, as a figure; `null` for any other. Emphasis of a picture means nothing. */
export function figureOf(inlines: readonly Inline[], caption: readonly Inline[] = []): Figure | null {
  const image = onlyImage(inlines);
  return image === null ? null : { type: 'figure', image, caption };
}

/**
 * Pictures without a word beside them as a block: one is a figure, several are a paragraph; `null` where there are words.
 * Nothing is looked for in such a block: the description of a picture is no title.
 */
export function picturesAlone(inlines: readonly Inline[], caption: readonly Inline[] = []): Block | null {
  const figure = figureOf(inlines, caption);
  if (figure !== null) return figure;
  return countImages(inlines) > 0 ? { type: 'paragraph', children: inlines } : null;
}

/** How many pictures inlines hold; none where they hold words, too. */
function countImages(inlines: readonly Inline[]): number {
  let count = 0;
  for (const inline of inlines) {
    if (inline.type === 'image') count++;
    else if (inline.type === 'hardBreak' || (inline.type === 'text' && inline.value.trim() === '')) continue;
    else {
      const inside = 'children' in inline ? countImages(inline.children) : 0;
      if (inside === 0) return 0;
      count += inside;
    }
  }
  return count;
}

/** Matches `https://a.example/lamp.JPG?size=full`: a link around a picture that leads to the picture itself. */
const pictureAddress = /\.(?:jpe?g|png|gif|webp|avif|svg|tiff?)(?:[?#].*)?$/i;

function onlyImage(inlines: readonly Inline[]): Image | null {
  const [only, ...others] = inlines.filter(inline => inline.type !== 'text' || inline.value.trim() !== '');
  if (only === undefined || others.length > 0) return null;
  if (only.type === 'image') return only;
  const isAround =
    only.type === 'emphasis' || only.type === 'strong' || (only.type === 'link' && pictureAddress.test(only.url));
  return isAround ? onlyImage(only.children) : null;
}
