import type { BookLabels } from '../book/labels.ts';
import type { BookPage } from './bookPage.ts';
import { attributes, xhtml } from './xhtml.ts';

/** The picture on the front of the book. */
export interface CoverImage {
  readonly jpeg: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly altText: string;
}

export const coverFileName = 'cover.jpg';

/** A page that shows the cover. Kindle and Kobo show the cover by themselves, so a book has one only on demand. */
export function coverPage(cover: CoverImage, language: string, labels: BookLabels): BookPage {
  const image = attributes({
    src: coverFileName,
    alt: cover.altText,
    width: String(cover.widthPx),
    height: String(cover.heightPx),
    role: 'doc-cover',
  });
  return {
    id: 'coverpage',
    title: labels.cover,
    language,
    division: 'frontmatter',
    content: xhtml`<section id="coverpage" epub:type="cover">\n<p><img${image}/></p>\n</section>`,
  };
}
