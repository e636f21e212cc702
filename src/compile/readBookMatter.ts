import { mapImages } from '../book/mapImages.ts';
import type { MatterSection } from '../book/tree.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { readPage } from '../normalize/readPage.ts';
import { parseSources } from '../parse/parseSource.ts';
import { decodeSource } from '../source/decodeSource.ts';
import type { BookInput, MatterInput } from './compileOptions.ts';
import { illustrate } from './illustrate.ts';
import type { ImageLibrary } from './imageLibrary.ts';
import { readFile } from './readFile.ts';

/** The book's own pages before and after its stories, and what was found about them. */
export interface BookMatter {
  readonly front: readonly MatterSection[];
  readonly back: readonly MatterSection[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the pages that a book's maker wrote for it.
 * @throws CompileError when one cannot be read or holds no text.
 */
export async function readBookMatter(
  { frontMatter, backMatter, language }: BookInput,
  library: ImageLibrary,
  imageRoot?: string,
): Promise<BookMatter> {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => void diagnostics.push(diagnostic);
  const readSection = async ({ role, file }: MatterInput): Promise<MatterSection> => {
    const source = decodeSource(await readFile(file), report);
    const page = readPage(parseSources([source], report), language);
    const { text: blocks, diagnostics: found } = await illustrate(map => mapImages(page.blocks, map), { files: [file], sources: [source], imageRoot }, library); // prettier-ignore
    diagnostics.push(...found);
    return { type: 'matterSection', role, ...page, blocks };
  };
  const front: MatterSection[] = [];
  for (const page of frontMatter ?? []) front.push(await readSection(page));
  const back: MatterSection[] = [];
  for (const page of backMatter ?? []) back.push(await readSection(page));
  return { front, back, diagnostics };
}
