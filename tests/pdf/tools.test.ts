import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writePdf } from '../../src/pdf/writePdf.ts';
import { book, chapter, paragraphs, story, typeset } from '../typeset/books.ts';

const hasTools = ['qpdf', 'pdftotext', 'pdfinfo'].every(tool => spawnSync(tool, ['--version']).error === undefined);

describe.skipIf(!hasTools)('other programs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fascicle-pdf-'));
  const file = join(folder, 'book.pdf');
  const stories = [1, 2, 3].map(seed => story(`Story ${String(seed)}`, [chapter(paragraphs(60, seed))]));
  const [first = story('None', []), ...others] = stories;
  const words = stories.map(each =>
    each.chapters
      .flatMap(({ body }) => body)
      .map(block =>
        block.type === 'paragraph'
          ? block.children.map(inline => (inline.type === 'text' ? inline.value : '')).join('')
          : '',
      ),
  );

  beforeAll(async () => {
    const anthology = book([first, ...others]);
    writeFileSync(file, await writePdf(typeset(anthology).pages, { metadata: anthology.metadata }));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('find nothing wrong with the file', () => {
    expect(spawnSync('qpdf', ['--check', file]).status).toBe(0);
  });

  it.each([[[]], [['-raw']]])('read every word in order (pdftotext %j)', options => {
    // The crop leaves running heads and folios out.
    const area = ['-x', '0', '-y', '50', '-W', '396', '-H', '505', '-enc', 'UTF-8'];
    const shown = execFileSync('pdftotext', [...options, ...area, file, '-'], { encoding: 'utf8' });
    const read = shown
      .replace(/\u00ad\s*/g, '')
      .split(/\s+/)
      .join(' ');
    for (const sentences of words) expect(read).toContain(sentences.join(' '));
  });

  it('read the structure', () => {
    // A paragraph that two pages share is printed as two strings.
    const structure = execFileSync('pdfinfo', ['-struct-text', file], { encoding: 'utf8' }).replace(/"\n\s*"/g, '');
    expect(structure).toMatch(/Document\n\s+Sect\n\s+H1/);
    for (const sentence of words.flat()) expect(structure).toContain(sentence);
  });
});
