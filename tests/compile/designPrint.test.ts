import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { designPrint } from '../../src/compile/designPrint.ts';
import type { Edition } from '../../src/compile/edition.ts';
import { overridePrint, readTypedSizes } from '../../src/compile/overridePrint.ts';
import { loadTheme } from '../../src/theme/loadTheme.ts';
import type { PrintDesign } from '../../src/theme/theme.ts';
import type { PrintSettings } from '../../src/theme/themeSchema.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fascicle-theme-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function designOf(
  theme: string,
  ofBook: PrintSettings = {},
  ofEdition: PrintSettings = {},
): Promise<PrintDesign> {
  const edition: Edition = { name: 'print', format: 'pdf', print: ofEdition };
  const designs = await designPrint([edition], () => loadTheme(theme), { print: ofBook });
  return designs(edition).design;
}

describe('designPrint', () => {
  it('derives what a theme does not say of a page of its own', async () => {
    writeFileSync(join(folder, 'theme.yaml'), 'name: mine\nextends: classic\nprint: { trim: A6, bodySize: 9.5 }\n');
    const own = await designOf(folder);
    expect(own).toMatchObject({ trimPt: [297.64, 419.53], bodyFontSizePt: 9.5, sceneBreakOrnament: '❦' });
    expect(own.marginsPt.inner + own.marginsPt.outer).toBeLessThan(90);
    // On another page its size of text is not its own any more.
    const other = await designOf(folder, { trim: [432, 648] });
    expect(other).toMatchObject({ trimPt: [432, 648], bodyFontSizePt: 12, sceneBreakOrnament: '❦' });
  });

  it('counts the edition before the book, the book before the theme, and what is typed before all', async () => {
    const page = await designOf(
      'plain',
      { trim: [360, 576], bodySize: 10, chaptersStartOn: 'recto' },
      { bodySize: 11 },
    );
    expect(page).toMatchObject({ trimPt: [360, 576], bodyFontSizePt: 11, chaptersStartOn: 'recto' });
    const { print, editions } = overridePrint(
      {
        stories: [],
        print: { trim: [360, 576], bodySize: 10, leading: 12 },
        editions: ['epub', { name: 'print', format: 'pdf', print: { trim: [432, 648], margins: { inner: 80 } } }],
      },
      readTypedSizes({ trim: 'A5', fontSize: '14' }),
    );
    expect(print).toEqual({ trim: [419.53, 595.28], bodySize: 14 });
    expect(editions).toEqual([
      'epub',
      { name: 'print', format: 'pdf', print: { trim: [419.53, 595.28], bodySize: 14 } },
    ]);
  });

  it('lays maps of settings over each other key by key', async () => {
    const page = await designOf(
      'plain',
      { margins: { inner: 70 }, headings: { align: 'left', sink: 2 } },
      { margins: { outer: 60 }, headings: { sink: 4 } },
    );
    expect(page.marginsPt).toMatchObject({ inner: 70, outer: 60 });
    expect(page.look.headings).toMatchObject({ align: 'left', sink: 4 });
  });

  it('refuses settings that a program makes up', async () => {
    for (const print of [
      { bodySize: NaN },
      { trim: [0, 0] },
      { trim: [1e9, 1e9] },
      { margins: { top: -5 } },
      { leading: Infinity },
    ]) {
      await expect(designOf('plain', print as PrintSettings)).rejects.toMatchObject({ code: 'config/invalid' });
    }
  });
});
