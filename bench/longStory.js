import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Words of a chapter of the long story. */
const chapterWords = 2000;

/** One long plain-text story of so many words, made by repeating the paragraphs of our own stories in numbered chapters. */
export function makeLongStory(folder, words) {
  const paragraphs = readdirSync(folder)
    .filter(
      name => name.endsWith('.txt') && name !== 'le-dernier-pneumatique.txt' && name !== 'the-lighthouse-bride.txt',
    )
    .sort()
    .flatMap(name => readFileSync(join(folder, name), 'utf8').split(/\n{2,}/))
    .map(paragraph => paragraph.trim())
    .filter(paragraph => paragraph.split(/\s+/).length > 6 && !paragraph.includes('\n'));
  const out = ['The Long Story', '', 'by A. Bench', ''];
  let written = 0;
  for (let chapter = 1, next = 0; written < words; chapter++) {
    out.push(`Chapter ${chapter}`, '');
    for (let inChapter = 0; inChapter < chapterWords && written < words; next++) {
      const paragraph = paragraphs[next % paragraphs.length];
      out.push(paragraph, '');
      const count = paragraph.split(/\s+/).length;
      inChapter += count;
      written += count;
    }
  }
  return `${out.join('\n')}\n`;
}
