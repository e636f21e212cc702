import { describe, expect, it } from 'vitest';
import { bytesOf } from '../../src/compile/artifactContent.ts';
import { frameOrnament } from '../../src/drawing/frameOrnament.ts';
import { boxOutline } from '../../src/drawing/lines.ts';
import { writePdf } from '../../src/pdf/writePdf.ts';
import { typesetBook } from '../../src/typeset/typesetBook.ts';
import { bookOf, design, paragraph, paragraphs } from '../typeset/books.ts';
import { readPdf } from './readPdf.ts';

const square = frameOrnament({ widthUnits: 1, heightUnits: 1, steps: boxOutline({ left: 0, top: 0, right: 1, bottom: 1 }) }); // prettier-ignore

describe('ornaments in a PDF', () => {
  const anthology = bookOf(...paragraphs(6), { type: 'thematicBreak' }, ...paragraphs(6, 2), { type: 'thematicBreak' }, paragraph('The end.')); // prettier-ignore
  const look = {
    ...design.look,
    openers: 'motif',
    sceneBreak: { ...design.look.sceneBreak, ornament: 'motif' },
  } as const;
  const pages = typesetBook(anthology, {
    design: { ...design, look },
    report: () => undefined,
    ornaments: { opener: square, sceneBreak: square, storyOpeners: [square] },
  });
  const write = () => bytesOf(writePdf(pages, { metadata: anthology.metadata }));

  it('are one form, drawn in the ink of the text as what is none of it', async () => {
    const pdf = readPdf(await write());
    const contents = pdf.pageContents.join('\n');
    const drawn = [...contents.matchAll(/\/Artifact<<\/Type\/Layout>>\s*BDC\s+q [^Q]* cm\/(Fm\d+) Do Q\s+EMC/g)];
    expect(drawn.map(match => match[1])).toEqual(['Fm1', 'Fm1', 'Fm1']);
    expect(contents).not.toMatch(/ rg\b/);
  });

  it('come out the same every time', async () => {
    expect(Buffer.compare(await write(), await write())).toBe(0);
  });
});
