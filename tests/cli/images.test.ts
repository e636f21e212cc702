import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../src/archive/openArchive.ts';
import { readEntry } from '../../src/archive/readEntry.ts';
import { verifyEpub } from '../../src/verify/verifyEpub.ts';
import { packEpub } from '../parse/epub/packTree.ts';
import { lastReport, useWorkplace } from './spawnCli.ts';

const fast = ['--cover', 'none', '-f', 'epub', '--json'];

const words = 'The lamp had been lit before anybody thought of asking, and nobody had asked since.';

async function picture(colour: string): Promise<Uint8Array> {
  return sharp({ create: { width: 40, height: 30, channels: 3, background: colour } })
    .jpeg()
    .toBuffer();
}

interface Report {
  readonly ok: boolean;
  readonly stories: readonly { readonly diagnostics: readonly { readonly code: string; readonly message: string; readonly span?: unknown }[] }[];
  readonly diagnostics: readonly { readonly code: string }[];
} // prettier-ignore

describe('building stories with pictures', () => {
  const place = useWorkplace();
  const build = (...args: readonly string[]) => {
    const run = place.run(['build', ...args, ...fast]);
    expect(run.stderr).toBe('');
    return lastReport(run) as Report;
  };
  const bytesOf = (path: string) => new Uint8Array(readFileSync(join(place.folder(), path)));
  const entriesOf = (path: string): ReadonlyMap<string, string> => {
    const archive = openArchive(bytesOf(path));
    return new Map(archive.entries.map(entry => [entry.path, Buffer.from(readEntry(archive, entry)).toString('latin1')])); // prettier-ignore
  };
  const picturesIn = (path: string) => [...entriesOf(path).keys()].filter(name => name.includes('/image-'));

  it('puts those of its folder into the book, each once, and passes every check', async () => {
    const red = await picture('#a03020');
    place.write({ 'tale/red.jpg': red, 'tale/pictures/copy.png': red, 'tale/pictures/blue.jpg': await picture('#2030a0') }); // prettier-ignore
    place.write({
      'tale/tale.md': `# The Lamp\n\n${words}\n\n![A red wall](red.jpg "By day")\n\n${words} ![A blue wall](pictures/blue.jpg)\n\n![The same wall](pictures/copy.png)\n`,
    });
    const report = build('tale/tale.md');
    expect(report.stories[0]?.diagnostics).toEqual([]);
    expect(picturesIn('out/the-lamp.epub')).toHaveLength(2);
    const page = entriesOf('out/the-lamp.epub').get('OEBPS/chapter-1.xhtml') ?? '';
    expect(page.match(/<img src="(image-[0-9a-f]{12}\.(?:jpg|png))"/g)).toHaveLength(3);
    expect(page).toContain('<figcaption>By day</figcaption>');
    const findings = await verifyEpub(bytesOf('out/the-lamp.epub'));
    expect(findings.filter(({ code }) => code !== 'epub/cover-missing')).toEqual([]);
    place.run(['build', 'tale/tale.md', ...fast, '-o', 'again']);
    expect(bytesOf('again/the-lamp.epub')).toEqual(bytesOf('out/the-lamp.epub'));
  });

  it('keeps the words of those it cannot have, and says why, once each', async () => {
    place.write({ 'secret.jpg': await picture('#000'), 'tale/words.jpg': 'These are words.', 'tale/mute.jpg': await picture('#fff') }); // prettier-ignore
    place.write({
      'tale/tale.html': `<h1>The Lamp</h1><p>${words}</p>
<p><img src="../secret.jpg" alt="A secret"></p>
<p><img src="gone.jpg" alt="A ghost"> <img src="gone.jpg" alt="A ghost again"></p>
<p><img src="words.jpg" alt="Some words"></p>
<p><img src="http://127.0.0.1:9/x.jpg" alt="A door"></p>
<p><img src="mute.jpg"></p>`,
    });
    const report = build('tale/tale.html');
    expect(report.ok).toBe(true);
    expect(report.stories[0]?.diagnostics.map(({ code, span }) => [code, (span as { lines: unknown }).lines])).toEqual([
      ['images/outside-folder', [2, 2]],
      ['images/not-found', [3, 3]],
      ['images/not-an-image', [4, 4]],
      ['images/not-fetched', [5, 5]],
      ['images/alt-missing', [6, 6]],
    ]);
    const page = entriesOf('out/the-lamp.epub').get('OEBPS/chapter-1.xhtml') ?? '';
    for (const told of ['A secret', 'A ghost', 'A ghost again', 'Some words', 'A door']) expect(page).toContain(told);
    expect(page).not.toMatch(/secret\.jpg|gone\.jpg|127\.0\.0\.1/);
    expect(page.match(/<img [^>]*>/g)).toEqual([expect.stringContaining('alt=""')]);
    expect(build('tale/tale.html', '--fetch-images').stories[0]?.diagnostics[3]?.message).toBe(
      'The image http://127.0.0.1:9/x.jpg is not on a public host; its description stands in its place.',
    );
  });

  it('takes those of the folder of a book, for its stories and its own pages', async () => {
    const lamp = await picture('#a03020');
    place.write({ 'art/lamp.jpg': lamp, 'outside.jpg': lamp });
    place.write({
      'book/book.yaml': 'title: Lamps\nstories: [tales/one.md]\nfrontMatter: {introduction: before.md}\n',
      'book/art/lamp.jpg': lamp,
      'book/before.md': `# Before\n\n![A lamp](art/lamp.jpg)\n\n![Outside](../outside.jpg)\n`,
      'book/tales/one.md': `# One\n\n${words}\n\n![A lamp](../art/lamp.jpg)\n\n![Outside](../../outside.jpg)\n`,
    });
    const report = build('book/book.yaml');
    expect(report.stories[0]?.diagnostics.map(({ code }) => code)).toEqual(['images/outside-folder']);
    expect(report.diagnostics.map(({ code }) => code)).toContain('images/outside-folder');
    expect(picturesIn('out/lamps.epub')).toHaveLength(1);
    const pages = [...entriesOf('out/lamps.epub')].filter(([, content]) => content.includes('<img src="image-'));
    expect(pages).toHaveLength(2);
  });

  it('takes those of an e-book from the e-book, and never from the folder it lies in', async () => {
    const page = (inner: string) => `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>The Lamp</title></head><body>${inner}</body></html>`; // prettier-ignore
    place.write({
      'OEBPS/beside.jpg': await picture('#000'),
      'beside.jpg': await picture('#fff'),
      'lamp.epub': packEpub({
        'META-INF/container.xml': '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
        'OEBPS/book.opf': '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The Lamp</dc:title><dc:language>en</dc:language></metadata><manifest><item id="one" href="text/one.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="one"/></spine></package>',
        'OEBPS/text/one.xhtml': page(`<h1>One</h1><p>${words}</p><p><img src="../art/a%20lamp.jpg" alt="A lamp"/></p>
<p>${words}</p><p><img src="beside.jpg" alt="Beside"/></p>
<p><img src="../../../beside.jpg" alt="Above"/></p>`),
        'OEBPS/art/a lamp.jpg': await picture('#a03020'),
      }),
    }); // prettier-ignore
    const report = build('lamp.epub');
    expect(report.stories[0]?.diagnostics.map(({ code }) => code)).toEqual(['parse/epub-without-contents', 'images/not-found', 'images/outside-folder']); // prettier-ignore
    expect(picturesIn('out/the-lamp.epub')).toHaveLength(1);
    const text = [...entriesOf('out/the-lamp.epub')].map(([, content]) => content).join('');
    for (const told of ['alt="A lamp"', 'Beside', 'Above']) expect(text).toContain(told);
    place.run(['build', 'out/the-lamp.epub', ...fast, '-o', 'again']);
    expect(picturesIn('again/the-lamp.epub')).toHaveLength(1);
  });

  it('stand in a PDF, too, and it says which of them it shows in words', async () => {
    const beside = `![A lamp](lamp.jpg)\n\nShe lit it ![A flame](flame.jpg) at once.`;
    const pictures = { 'lamp.jpg': await picture('#a03020'), 'flame.jpg': await picture('#f0c020') };
    place.write({ ...pictures, 'tale.md': `# The Lamp\n\n${words}\n\n${beside}\n` });
    const run = place.run(['build', 'tale.md', '--cover', 'none', '-f', 'pdf', '--json']);
    const files = (lastReport(run) as { files: readonly { diagnostics: readonly { code: string }[] }[] }).files;
    expect(files[0]?.diagnostics.map(({ code }) => code)).toEqual(['typeset/pictures-as-words']);
    const pdf = Buffer.from(bytesOf('out/the-lamp.pdf')).toString('latin1');
    expect(pdf.match(/\/Subtype \/Image/g)).toHaveLength(1);
  });

  it('decodes those that stand in an address', async () => {
    const lamp = Buffer.from(await picture('#a03020')).toString('base64');
    place.write({ 'tale.md': `# The Lamp\n\n${words}\n\n![A lamp](data:image/jpeg;base64,${lamp})\n` });
    expect(build('tale.md').stories[0]?.diagnostics).toEqual([]);
    expect(picturesIn('out/the-lamp.epub')).toHaveLength(1);
  });
});
