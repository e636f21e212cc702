import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { compress } from 'woff2-encoder';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CompileError } from '../../src/diagnostics/compileError.ts';
import { openFamilies, openFamily } from '../../src/fonts/openFamily.ts';
import { shapeText } from '../../src/fonts/shape.ts';
import { entryAt, makeFont, tableAt, toCollection, toWoff, withoutTable } from './testFonts.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fascicle-fonts-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function place(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}

async function refusalOf(path: string): Promise<CompileError> {
  const failure = await openFamily(path).then(
    family => family.face('regular'),
    (error: unknown) => error,
  );
  if (failure instanceof CompileError) return failure;
  throw new TypeError(`${path} was opened`);
}

/** Opens all that a path holds, glyphs included. */
async function openWhole(path: string): Promise<void> {
  for (const family of await openFamilies(path)) for (const face of family.faces) family.face(face);
}

const plain = makeFont();

describe('openFamily', () => {
  it('knows faces by what they say of themselves, whatever their files are called', async () => {
    place('mixed/d.ttf', makeFont({ style: 'bold italic' }));
    place('mixed/c.ttf', makeFont({ style: 'normal' }));
    place('mixed/a.otf', makeFont({ style: 'bold' }));
    place('mixed/Regular.ttf', makeFont({ style: 'italic' }));
    place('mixed/OFL.txt', 'A licence.');
    const family = await openFamily(join(folder, 'mixed'));
    expect(family.name).toBe('EB Garamond');
    expect(family.faces).toEqual(['regular', 'italic', 'bold', 'boldItalic']);
    expect(family.face('italic').path).toBe(join(folder, 'mixed/Regular.ttf'));
    expect(family.face('bold').id).toBe('EBGaramond-Bold');
  });

  it('takes the nearest face for one that is missing, and never a slanted copy', async () => {
    const family = await openFamily(place('one.ttf', makeFont({ style: 'bold' })));
    expect(family.faces).toEqual(['bold']);
    expect(family.face('boldItalic')).toBe(family.face('bold'));
  });

  it.each([
    ['WOFF', () => toWoff(plain)],
    ['WOFF2', () => compress(plain)],
    ['a collection', () => toCollection(plain, makeFont({ style: 'bold' }))],
  ])('reads %s as the font that it was made of', async (name, pack) => {
    const original = await openFamily(place('original.ttf', plain));
    const packed = await openFamily(place(`${name}.bin`, await pack()));
    const text = 'Affable waves, 1920';
    expect(shapeText(packed.face('regular'), text)).toEqual(shapeText(original.face('regular'), text));
  });

  it('refuses a folder of several families, and names them', async () => {
    place('several/a.ttf', plain);
    place('several/b.ttf', makeFont({ family: 'Own Roman X' }));
    const { code, message } = await refusalOf(join(folder, 'several'));
    expect(code).toBe('fonts/not-found');
    expect(message).toContain('EB Garamond, Own Roman X');
    expect(await openFamilies(join(folder, 'several'))).toHaveLength(2);
  });

  it.each([
    ['an empty file', new Uint8Array(), 'is empty'],
    ['a zip', 'PK\u0003\u0004 and so on', 'is a zip archive'],
    ['a web page', '<!DOCTYPE html>', 'is a text with markup'],
    ['words', 'Not a font.', 'is no font: it begins with the bytes 4e 6f 74 20'],
    ['a font cut off', plain.subarray(0, plain.length - 2000), 'ends at byte'],
    ['a font of a header', plain.subarray(0, 12), 'is cut off'],
    ['a font without characters', withoutTable(plain, 'cmap'), 'lacks the table "cmap"'],
    ['a font without outlines', withoutTable(plain, 'glyf'), 'has no outlines'],
    ['WOFF cut off', toWoff(plain).subarray(0, 5000), 'is cut off'],
    ['WOFF2 cut off', Buffer.from('wOF2 and no more'), 'is cut off'],
  ])('refuses %s', async (name, content, found) => {
    const { code, message, hint, path } = await refusalOf(place(`${name}.ttf`, content));
    expect(code).toBe('fonts/unreadable');
    expect(message).toContain(found);
    expect(hint).toBeDefined();
    expect(path).toContain(name);
  });

  it('refuses what is too large for a font without reading it', async () => {
    const path = place('large.ttf', plain);
    truncateSync(path, 200_000_000);
    expect((await refusalOf(path)).message).toContain('has 200000000 bytes; at most 64000000 are read');
  });

  it('refuses a table that is packed to grow without end', async () => {
    const woff = toWoff(plain);
    const view = new DataView(woff.buffer);
    view.setUint32(44 + 12, 0xfffffff0);
    expect((await refusalOf(place('bomb.woff', woff))).message).toContain('unpacks to');
  });

  it.each([
    [0x0002, 'forbids embedding (fsType bit 1'],
    [0x0200, 'lets only bitmaps be embedded (fsType bit 9)'],
    [0x0100, 'forbids subsetting (fsType bit 8)'],
  ])('refuses a font whose fsType is %i', async (embedding, says) => {
    const { code, message, hint } = await refusalOf(place('rights.ttf', makeFont({ embedding })));
    expect(code).toBe('fonts/embedding-forbidden');
    expect(message).toContain(`The font “EB Garamond`);
    expect(message).toContain(says);
    expect(hint).toContain('Ask its maker');
  });

  it.each([0x0, 0x4, 0x8, 0x6])('takes a font whose fsType is %i', async embedding => {
    await expect(openFamily(place('rights.ttf', makeFont({ embedding })))).resolves.toMatchObject({
      faces: ['regular'],
    });
  });

  it('refuses or opens what is damaged anywhere, and never throws anything else', async () => {
    const small = makeFont({ letters: 'abc fi' });
    const change = fc.record({ at: fc.nat(small.length - 1), byte: fc.nat(255) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 1, maxLength: 40 }),
        fc.nat(small.length),
        async (changes, cut) => {
          const damaged = small.slice(0, cut % 7 === 0 ? cut : undefined);
          for (const { at, byte } of changes) if (at < damaged.length) damaged[at] = byte;
          await openWhole(place('damaged.ttf', damaged)).catch((error: unknown) => {
            expect(error).toBeInstanceOf(CompileError);
          });
        },
      ),
      { numRuns: 200 },
    );
  }, 60_000);

  it.each(['head', 'hhea', 'maxp', 'cmap', 'glyf', 'loca', 'hmtx', 'GPOS', 'GSUB', 'OS/2', 'name'])(
    'refuses or mends a table %s of nothing but 255',
    async tag => {
      const broken = plain.slice();
      const length = new DataView(broken.buffer).getUint32(entryAt(broken, tag) + 12);
      broken.fill(0xff, tableAt(broken, tag), tableAt(broken, tag) + length);
      await openWhole(place(`${tag.replace('/', '')}.ttf`, broken)).catch((error: unknown) => {
        expect(error).toBeInstanceOf(CompileError);
      });
    },
  );
});
