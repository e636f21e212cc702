import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Inline, Table } from '../../src/book/tree.ts';
import { bytesOf } from '../../src/compile/artifactContent.ts';
import { writePdf } from '../../src/pdf/writePdf.ts';
import { book, bookOf, chapter, paragraphs, story, text, typeset } from '../typeset/books.ts';

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
    writeFileSync(file, await bytesOf(writePdf(typeset(anthology).pages, { metadata: anthology.metadata })));
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

  it.each([[[]], [['-raw']], [['-layout']]])('read spaced small capitals whole (pdftotext %j)', async options => {
    const label = 'Chapter 1, RATVTWYT';
    const labelled = book([story('The Hat', [chapter(paragraphs(3), { label })])]);
    const path = join(folder, 'labelled.pdf');
    writeFileSync(path, await bytesOf(writePdf(typeset(labelled).pages, { metadata: labelled.metadata })));
    const read = execFileSync('pdftotext', [...options, '-enc', 'UTF-8', path, '-'], { encoding: 'utf8' });
    expect(read).toContain(`${label}\n`);
    expect(read).toMatch(/\bby\n\s*Anna Tinsel\n/);
  });

  it('keep the cells of a table apart where words are divided', async () => {
    const cell = (letter: string): Inline[] => [text(letter.repeat(60))];
    const table: Table = { type: 'table', header: [], rows: [[cell('m'), cell('n'), cell('o')]] };
    const ledger = bookOf(table);
    const path = join(folder, 'ledger.pdf');
    writeFileSync(path, await bytesOf(writePdf(typeset(ledger).pages, { metadata: ledger.metadata })));
    const structure = execFileSync('pdfinfo', ['-struct-text', path], { encoding: 'utf8' });
    const whole = structure.replace(/"\n\s*"/g, '').replace(/[\u00ad ]/g, '');
    for (const letter of 'mno') expect(whole).toContain(`"${letter.repeat(60)}"`);
    const raw = execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' });
    expect(raw).not.toMatch(/mn|no|om/);
  });

  it('read the structure', () => {
    // A paragraph that two pages share is printed as two strings.
    const structure = execFileSync('pdfinfo', ['-struct-text', file], { encoding: 'utf8' }).replace(/"\n\s*"/g, '');
    // The half title repeats the title and is no heading.
    expect(structure).toMatch(/^Document\n\s+Sect\n\s+P \(block\)[^]*?\n\s+H1/);
    for (const sentence of words.flat()) expect(structure).toContain(sentence);
  });
});
