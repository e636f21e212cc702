import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packTree } from '../parse/epub/packTree.ts';
import { useWorkplace } from './spawnCli.ts';

const place = useWorkplace();

/** The modules that a run of the program loads, by the coverage that Node writes of them. */
function modulesOf(...args: readonly string[]): readonly string[] {
  const folder = join(place.folder(), 'coverage');
  expect(place.run(args, { NODE_V8_COVERAGE: folder }).status).toBe(0);
  return readdirSync(folder).flatMap(name => {
    const { result } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { result: readonly { url: string }[] };
    return result.map(({ url }) => url);
  });
}

const reader = /\/dist\/chunks\/parseEpub-|\/node_modules\/saxes\//;

/** Of `/node_modules/@noble/hashes/utils.js`, `@noble/hashes`. */
const library = /\/node_modules\/(?<name>(?:@[^/]+\/)?[^/]+)/;
const forOtherWork = /\/(?:renderEpub|writeEpub|parseEpub|verifyEpub|checkEpub|runCheck|runInspect|rasterize)/;

describe('starting', () => {
  it('loads the reader of EPUBs for an EPUB only', () => {
    place.write({
      'lamp.txt': 'The Lamp\n\nby Ned Hollow\n\nThe lamp had been lit before anybody thought of asking.\n',
    });
    expect(modulesOf('inspect', 'lamp.txt').filter(url => reader.test(url))).toEqual([]);
  });

  it('loads it for one', () => {
    const cases = new URL('../parse/epub/cases/parts-and-chapters/in.epub', import.meta.url);
    place.write({ 'room.epub': packTree(cases.pathname) });
    expect(modulesOf('inspect', 'room.epub').some(url => reader.test(url))).toBe(true);
  });

  it('loads for a PDF of plain text no library that it has no use for', () => {
    place.write({
      'lamp.txt': 'The Lamp\n\nby Ned Hollow\n\nThe lamp had been lit before anybody thought of it.\n',
    });
    const modules = modulesOf('build', 'lamp.txt', '-f', 'pdf', '--cover', 'none', '-q');
    const libraries = modules.flatMap(url => library.exec(url)?.groups?.name ?? []);
    // The rules of hyphens are asked for by a paragraph that needs them.
    expect([...new Set(libraries)].filter(name => name !== 'hyphen')).toEqual(['harfbuzzjs']);
    const own = modules.filter(url => url.includes('/dist/'));
    expect(own.filter(url => forOtherWork.test(url))).toEqual([]);
    // Hundreds of small files took longer to open than a short book to make.
    expect(own.length).toBeLessThan(60);
  });
});
