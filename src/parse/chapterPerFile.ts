import { parseNumber } from '../text/numerals.ts';
import type { HeadingBlock, Manuscript, ManuscriptBlock, ManuscriptField } from './manuscript.ts';

/** Keys whose value is the number of a file's chapter. */
const chapterKeys = new Set(['chapter', 'chapter_number', 'chapter-number', 'chapternumber']);

/** Keys that name the story where `title` names a chapter of it. */
const storyKeys = new Set(['story', 'book', 'novel', 'work', 'story_title', 'story-title', 'book_title', 'book-title']);

/**
 * Reads the front matters of files that hold a chapter each: `chapter: 3` and `title: The Jar` are the heading of the
 * chapter where a file names its story beside them, or where the files of one story have titles of their own. A title that
 * all files share is the story's.
 */
export function readChapterPerFile(manuscripts: readonly Manuscript[]): readonly Manuscript[] {
  const titles = new Set(manuscripts.flatMap(({ fields }) => valueOf(fields, key => key === 'title') ?? []));
  const haveOwnTitles = manuscripts.length > 1 && titles.size > 1;
  return manuscripts.map(manuscript => {
    const { fields } = manuscript;
    const isChapter =
      haveOwnTitles ||
      (fields.some(({ key }) => isOf(storyKeys, key)) &&
        fields.some(({ key }) => isOf(chapterKeys, key) || key === 'title')) ||
      (manuscripts.length > 1 && fields.some(({ key }) => isOf(chapterKeys, key)));
    return isChapter ? withHeading(manuscript, haveOwnTitles || hasStory(fields)) : manuscript;
  });
}

function isOf(keys: ReadonlySet<string>, key: string): boolean {
  return keys.has(key.toLowerCase().replace(/\s+/g, '_'));
}

function hasStory(fields: readonly ManuscriptField[]): boolean {
  return fields.some(({ key }) => isOf(storyKeys, key));
}

function valueOf(fields: readonly ManuscriptField[], test: (key: string) => boolean): string | undefined {
  return fields.find(({ key }) => test(key.toLowerCase()))?.values[0];
}

/** The manuscript with its chapter's heading as a block, in place of the fields that say it. */
function withHeading(manuscript: Manuscript, titleIsChapters: boolean): Manuscript {
  const title = titleIsChapters ? manuscript.fields.find(({ key }) => key.toLowerCase() === 'title') : undefined;
  const chapter = manuscript.fields.find(({ key }) => isOf(chapterKeys, key));
  const said = title ?? chapter;
  const value = chapter?.values[0] ?? '';
  const number = /^\d+$/.test(value) ? Number(value) : parseNumber(value);
  if (said === undefined || (title === undefined && number === null)) return manuscript;
  const text = said.values[0] ?? '';
  const heading: HeadingBlock = {
    kind: 'heading',
    depth: 1,
    text,
    inlines: [{ type: 'text', value: text }],
    span: said.span,
    blankLinesBefore: 0,
    stated: {
      kind: 'heading',
      rule: 'front-matter-chapter',
      why: 'The front matter of the file names the chapter.',
      ...(number === null ? {} : { numbered: { number, titleOffset: title === undefined ? text.length : 0 } }),
    },
  };
  const fields = manuscript.fields
    .filter(field => field !== title && field !== chapter)
    .map(field => (isOf(storyKeys, field.key) ? { ...field, key: 'title' } : field));
  const settled = manuscript.settled.filter(
    ({ kind, span }) => kind !== 'field' || span.lines[0] !== said.span.lines[0],
  );
  return { ...manuscript, fields, settled, blocks: [heading, ...withoutRepetition(manuscript.blocks, text)] };
}

/** The blocks, the heading that says the chapter's title once more marked as such. */
function withoutRepetition(blocks: readonly ManuscriptBlock[], title: string): readonly ManuscriptBlock[] {
  const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const own = letters(title);
  const [first, ...others] = blocks;
  if (first?.kind !== 'heading' || own === '' || !letters(first.text).endsWith(own)) return blocks;
  const repeated: ManuscriptBlock = {
    ...first,
    stated: {
      kind: 'removed',
      reason: 'duplicate-heading',
      rule: 'heading-repeats-front-matter',
      why: 'The front matter has the same heading.',
    },
  };
  return [repeated, ...others];
}
