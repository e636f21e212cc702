import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { bytesOf } from '../../src/compile/artifactContent.ts';
import { imposeFile } from '../../src/compile/imposeFile.ts';
import { proofBeside } from '../../src/compile/makeProof.ts';
import type { ImpositionRequest } from '../../src/impose/imposition.ts';
import { planSheets } from '../../src/impose/planSheets.ts';
import { requestOf } from '../proof/requests.ts';

async function filesFor(request: ImpositionRequest, hasPreview: boolean): Promise<Map<string, Uint8Array>> {
  const facts = { title: 'Borrowed & Kept', request, plan: planSheets(request), savesASheet: null };
  const files = new Map<string, Uint8Array>();
  for (const file of proofBeside(facts, { hasPreview, modified: '2024-05-06T00:00:00Z' })) {
    files.set(file.ending, await bytesOf((await file.make()).content));
  }
  return files;
}

function latin(bytes: Uint8Array | undefined): string {
  return Buffer.from(bytes ?? []).toString('latin1');
}

describe('proofBeside', () => {
  it('makes a test sheet and notes, and a picture of the sheets where it is asked for', async () => {
    const request = requestOf('booklet', { pages: 12 });
    expect([...(await filesFor(request, false)).keys()]).toEqual(['.test.pdf', '.txt']);
    const files = await filesFor(request, true);
    expect([...files.keys()]).toEqual(['.test.pdf', '.txt', '.preview.png']);
    expect(Buffer.from(files.get('.txt') ?? []).toString()).toMatch(/^Borrowed & Kept\n={15}\n/);
    expect((await sharp(files.get('.preview.png')).metadata()).format).toBe('png');
  });

  it('makes the test sheet as large as the paper, for the edge that the book is turned over', async () => {
    const sheetOf = async (asked: Partial<ImpositionRequest>) =>
      latin((await filesFor(requestOf('booklet', { pages: 12, ...asked }), false)).get('.test.pdf'));
    const long = await sheetOf({ duplex: 'longEdge' });
    expect(long.match(/\/MediaBox\s*\[0 0 792 612\]/g)).toHaveLength(2);
    expect(long).toContain('/Duplex /DuplexFlipLongEdge');
    expect(long).toContain('/PrintScaling /None');
    expect(await sheetOf({ duplex: 'shortEdge' })).toContain('/Duplex /DuplexFlipShortEdge');
    expect(await sheetOf({ duplex: 'twoPasses' })).toContain('/Duplex /Simplex');
    const zine = latin((await filesFor(requestOf('mini-zine'), false)).get('.test.pdf'));
    expect(zine.match(/\/MediaBox\s*\[0 0 792 612\]/g)).toHaveLength(1);
  });

  it('makes the same bytes each time', async () => {
    const request = requestOf('quarto', { pages: 24, direction: 'rtl' });
    const [first, second] = [await filesFor(request, true), await filesFor(request, true)];
    for (const [ending, bytes] of first) expect(Buffer.compare(bytes, second.get(ending) ?? new Uint8Array())).toBe(0);
  });

  it('goes with the sheets of a PDF that somebody else made', async () => {
    const bytes = (await filesFor(requestOf('stab', { pages: 2 }), false)).get('.test.pdf') ?? new Uint8Array();
    const impose = { path: 'drafts/novel.pdf', bytes, settings: { scheme: 'booklet' }, pageBox: 'auto' } as const;
    const { beside = [] } = await imposeFile({ ...impose, hasFoldPreview: true });
    expect(beside.map(({ ending }) => ending)).toEqual(['.test.pdf', '.txt', '.preview.png']);
    const notes = await bytesOf((await beside[1]?.make())?.content ?? []);
    expect(Buffer.from(notes).toString()).toMatch(/^novel\n=====\nBooklet/);
    expect((await imposeFile(impose)).beside).toHaveLength(2);
  });
});
