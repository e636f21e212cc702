import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../../src/archive/openArchive.ts';
import { readEntry } from '../../../src/archive/readEntry.ts';
import { renderEpubFiles } from '../../../src/epub/renderEpubFiles.ts';
import { packEpub, packKepub, writeEpub } from '../../../src/epub/writeEpub.ts';
import { verifyEpub } from '../../../src/verify/verifyEpub.ts';
import { fullCollection, optionsWithCover } from '../books.ts';

function filesOf(bytes: Uint8Array): Map<string, string> {
  const archive = openArchive(bytes);
  return new Map(archive.entries.map(entry => [entry.path, Buffer.from(readEntry(archive, entry)).toString('latin1')]));
}

const textOf = (xhtml: string) => xhtml.slice(xhtml.indexOf('<body')).replace(/<[^>]+>/g, '');

describe('packKepub', () => {
  const files = renderEpubFiles(fullCollection, optionsWithCover);

  it('packs the same book from one render, sound and the same on every call', async () => {
    const epub = await packEpub(fullCollection, files);
    const kepub = await packKepub(fullCollection, files);
    expect(await verifyEpub(kepub)).toEqual([]);
    expect(await packKepub(fullCollection, files)).toEqual(kepub);
    expect(epub).toEqual(await writeEpub(fullCollection, optionsWithCover));
    const [plain, rewritten] = [filesOf(epub), filesOf(kepub)];
    expect([...rewritten.keys()]).toEqual([...plain.keys()]);
    for (const [path, content] of plain) {
      const isPage = path.endsWith('.xhtml');
      if (isPage)
        expect(textOf(rewritten.get(path) ?? ''), path).toBe(textOf(content).replaceAll('\u00c2\u00a0', '&#160;'));
      else expect(rewritten.get(path), path).toBe(content);
    }
  });

  it('has spans, style and columns on every page', async () => {
    const pages = [...filesOf(await packKepub(fullCollection, files))].filter(([path]) => path.endsWith('.xhtml'));
    expect(pages.length).toBeGreaterThan(5);
    for (const [path, content] of pages) {
      for (const mark of ['koboSpan', 'kobostylehacks', 'book-inner']) expect(content, path).toContain(mark);
    }
  });

  it('leaves the bundled style sheet its selectors: none looks from the body to its children', () => {
    const css = readFileSync(new URL('../../../templates/plain/epub.css', import.meta.url), 'utf8');
    expect(css).not.toMatch(/body\s*>/);
  });
});
