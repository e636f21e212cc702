import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Anthology } from '../../src/book/tree.ts';
import { renderEpubFiles } from '../../src/epub/renderEpubFiles.ts';
import { theme } from './books.ts';

/** Each folder is a case: `in.json` is a book's tree, `golden` the files of its EPUB. `UPDATE_GOLDEN=1` writes them anew. */
const casesFolder = fileURLToPath(new URL('golden/', import.meta.url));
const isUpdating = process.env.UPDATE_GOLDEN === '1';

/** The style sheet has tests of its own; a change of it shall not touch every case. */
const plainTheme = { ...theme, epub: { ...theme.epub, stylesheet: '/* the theme’s style sheet */\n' } };

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

function writeGolden(folder: string, rendered: ReadonlyMap<string, string>): void {
  if (process.env.CI !== undefined) throw new Error('Golden files are not updated in CI');
  rmSync(folder, { recursive: true, force: true });
  for (const [path, content] of rendered) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

describe('renderEpubFiles', () => {
  it.each(readdirSync(casesFolder))('gives the golden files of %s', name => {
    const golden = join(casesFolder, name, 'golden');
    const book = JSON.parse(readFileSync(join(casesFolder, name, 'in.json'), 'utf8')) as Anthology;
    const files = renderEpubFiles(book, { theme: plainTheme, cover: null });
    const rendered = new Map(files.map(({ path, content }) => [path, String(content)]));
    if (isUpdating) writeGolden(golden, rendered);
    expect(filesBelow(golden)).toEqual([...rendered.keys()].sort());
    for (const [path, content] of rendered) expect(content, path).toBe(readFileSync(join(golden, path), 'utf8'));
  });
});
