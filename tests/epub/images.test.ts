import { describe, expect, it } from 'vitest';
import type { Anthology, Block, Image, ImageAsset } from '../../src/book/tree.ts';
import { renderEpubFiles } from '../../src/epub/renderEpubFiles.ts';
import { writeEpub } from '../../src/epub/writeEpub.ts';
import { verifyEpub } from '../../src/verify/verifyEpub.ts';
import { chapter, onePixelJpeg, optionsWithCover, paragraph, text, theme, untitledStory } from './books.ts';

const asset: ImageAsset = { id: 'image-0123456789ab', mediaType: 'image/jpeg', bytes: onePixelJpeg, widthPx: 1, heightPx: 1 }; // prettier-ignore
const lamp: Image = { type: 'image', url: 'lamp.jpg', alt: 'A lamp & a moth', assetId: asset.id };
const missing: Image = { type: 'image', url: 'lamp.jpg', alt: 'A lamp & a moth' };

function bookOf(body: readonly Block[], images: readonly ImageAsset[] = [asset]): Anthology {
  const [story] = untitledStory.stories;
  return { ...untitledStory, images, stories: [{ ...story, chapters: [chapter(1, { body })] }] };
}

function filesOf(book: Anthology): ReadonlyMap<string, string> {
  const files = renderEpubFiles(book, { theme, cover: null });
  return new Map(files.map(({ path, content }) => [path.replace('OEBPS/', ''), String(content)]));
}

const figure = (image: Image, caption = ''): Block => ({ type: 'figure', image, caption: caption === '' ? [] : [text(caption)] }); // prettier-ignore
const markupOf = (block: Block) => /<section[^>]*>\n([^]*)\n<\/section>/.exec(filesOf(bookOf([block])).get('chapter-1.xhtml') ?? '')?.[1] ?? ''; // prettier-ignore

const img = '<img src="image-0123456789ab.jpg" alt="A lamp &amp; a moth" width="1" height="1"/>';

describe('pictures in an EPUB', () => {
  it.each<[string, Block, string]>([
    ['a figure', figure(lamp), `<figure>\n${img}\n</figure>`],
    ['a figure with its caption', figure(lamp, 'At night'), `<figure>\n${img}\n<figcaption>At night</figcaption>\n</figure>`],
    ['an ornament', figure({ ...lamp, alt: '' }), '<figure>\n<img src="image-0123456789ab.jpg" alt="" width="1" height="1" role="presentation"/>\n</figure>'],
    ['one that nobody described', figure({ ...lamp, alt: null }), '<figure>\n<img src="image-0123456789ab.jpg" alt="" width="1" height="1"/>\n</figure>'],
    ['one that could not be had', figure(missing, 'At night'), '<p class="described">A lamp &amp; a moth</p>\n<p class="described">At night</p>'],
    ['one that could not be had and says nothing', figure({ ...missing, alt: null }), ''],
    ['one among words', { type: 'paragraph', children: [text('See '), lamp, text('.')] }, `<p>See ${img}.</p>`],
    ['one that leads somewhere', { type: 'paragraph', children: [{ type: 'link', url: 'https://a.example/', children: [lamp] }] }, `<p><a href="https://a.example/">${img}</a></p>`],
    ['one in a table', { type: 'table', header: [], rows: [[[lamp]]] }, `<table>\n<tbody>\n<tr><td>${img}</td></tr>\n</tbody>\n</table>`],
    ['one in a heading', { type: 'heading', depth: 1, children: [missing] }, '<h3>A lamp &amp; a moth</h3>'],
  ])('are shown as what they are: %s', (_name, block, expected) => {
    expect(markupOf(block)).toContain(expected);
    expect(markupOf(block)).not.toContain('lamp.jpg');
  }); // prettier-ignore

  it('are files of the package', () => {
    const book = bookOf([figure(lamp)]);
    expect(filesOf(book).get('content.opf')).toContain('<item id="image-0123456789ab" href="image-0123456789ab.jpg" media-type="image/jpeg"/>'); // prettier-ignore
    const held = renderEpubFiles(book, { theme, cover: null }).find(({ path }) => path === 'OEBPS/image-0123456789ab.jpg'); // prettier-ignore
    expect(held?.content).toBe(onePixelJpeg);
  });

  it.each<[string, readonly Block[], readonly string[], readonly string[]]>([
    ['no picture', [paragraph('x')], ['accessModeSufficient">textual<', 'All the content is text'], ['visual', 'alternativeText']],
    ['described pictures', [figure(lamp), figure({ ...lamp, alt: '' })], ['accessMode">visual<', 'accessModeSufficient">textual<', 'alternativeText', 'text with pictures'], ['textual,visual']],
    ['ornaments', [figure({ ...lamp, alt: '' })], ['accessModeSufficient">textual<'], ['visual', 'alternativeText']],
    ['one that nobody described', [figure(lamp), figure({ ...lamp, alt: null })], ['accessMode">visual<', 'accessModeSufficient">textual,visual<', 'Not every picture'], ['alternativeText']],
    ['one that could not be had', [figure(missing)], ['accessModeSufficient">textual<'], ['visual', 'alternativeText']],
  ])('are told of truly: %s', (_name, body, said, unsaid) => {
    const metadata = /<metadata[^]*<\/metadata>/.exec(filesOf(bookOf(body)).get('content.opf') ?? '')?.[0] ?? '';
    for (const words of said) expect(metadata).toContain(words);
    for (const words of unsaid) expect(metadata).not.toContain(words);
  }); // prettier-ignore

  it('pass the checks of every book', async () => {
    const book = bookOf([figure(lamp, 'At night'), figure(missing), { type: 'paragraph', children: [text('See '), lamp] }]); // prettier-ignore
    expect(await verifyEpub(await writeEpub(book, optionsWithCover))).toEqual([]);
  });
});
