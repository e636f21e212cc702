import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Anthology } from '../../src/book/tree.ts';
import type { PageList } from '../../src/typeset/pageList.ts';
import { typeset } from './books.ts';

/** Each folder is a case: `in.json` is a book's tree, `golden.json` its pages. `UPDATE_GOLDEN=1` writes them anew. */
const casesFolder = fileURLToPath(new URL('golden/', import.meta.url));

/** One line a line of type, so that a change of the golden file shows what moved. */
function printPages({ pages, ...rest }: PageList): string {
  const print = (value: unknown): string => JSON.stringify(value);
  const printed = pages.map(({ frames, ...page }) => {
    const lines = frames.map(frame => `  ${print(frame.element)}\n${frame.lines.map(line => `    ${print(line)}`).join('\n')}`);
    return [print(page), ...lines].join('\n');
  });
  const about = Object.entries(rest).map(([key, value]) => `${key} ${print(value)}`);
  return `${[...about, ...printed].join('\n')}\n`;
}

function expectGolden(file: string, pages: PageList): void {
  const printed = printPages(pages);
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, printed);
  expect(printed).toBe(readFileSync(file, 'utf8'));
}

describe.each(readdirSync(casesFolder))('golden case %s', name => {
  it('gives the same pages as before', () => {
    const anthology = JSON.parse(readFileSync(join(casesFolder, name, 'in.json'), 'utf8')) as Anthology;
    expectGolden(join(casesFolder, name, 'golden.txt'), typeset(anthology).pages);
  });
});

describe.each(['small-collection', 'stated-facts'])('golden case %s in a booklet and a zine', name => {
  it.each(['brief', 'none'] as const)('gives the same pages as before with front matter %s', frontMatter => {
    const anthology = JSON.parse(readFileSync(join(casesFolder, name, 'in.json'), 'utf8')) as Anthology;
    expectGolden(join(casesFolder, name, `${frontMatter}.txt`), typeset(anthology, { frontMatter }).pages);
  });
});
