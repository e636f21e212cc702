import type { StoryField } from '../../book/tree.ts';
import type { ManuscriptBlock, ManuscriptField } from '../manuscript.ts';
import { lettersOf } from './headingUnits.ts';
import type { PackageFacts } from './packageFacts.ts';

/** A summary is told by so many of its letters; the pages of a book often have it in other paragraphs. */
const comparedLetters = 120;

/** How many blocks at the front and the back of a book are looked through for its summary. */
const searchedBlocks = 60;

/** The Archive of Our Own gives this tag to every work. */
const emptyTags: ReadonlySet<string> = new Set(['Fanworks']);

/** The facts of a package without those that the book's own pages say as well: the summary of a preface, its tags. */
export function withoutRepeatedFacts(
  facts: PackageFacts,
  fields: readonly ManuscriptField[],
  blocks: readonly ManuscriptBlock[],
): Pick<PackageFacts, 'story' | 'summary'> {
  const values = fields.flatMap(field => field.values.map(value => lettersOf(value)));
  const isSaid = (value: string) => values.some(said => said.includes(lettersOf(value)));
  const own = facts.story.fields.flatMap((field): StoryField[] => {
    if (field.key === 'source' || field.key === 'subject') return isSaid(field.value) ? [] : [field];
    if (field.key === 'publisher' || field.key === 'rights') return values.includes(lettersOf(field.value)) ? [] : [field]; // prettier-ignore
    if (field.key === 'series') return isSeriesSaid(field.value, fields) ? [] : [field];
    if (field.key !== 'tags') return [field];
    const left = field.value.split(', ').filter(tag => !isSaid(tag) && !emptyTags.has(tag));
    return left.length === 0 ? [] : [{ ...field, value: left.join(', ') }];
  });
  const matter = blocks.slice(0, searchedBlocks).filter(({ stated }) => stated === undefined || stated.kind === 'matter'); // prettier-ignore
  const words = lettersOf(matter.map(({ text }) => text).join(' '));
  const summary = facts.summary?.values.map(value => lettersOf(value).slice(0, comparedLetters)).join('') ?? '';
  const hasSummary = values.some(said => said.includes(summary)) || words.includes(summary);
  return {
    story: { ...facts.story, fields: own },
    summary: summary === '' || hasSummary ? null : facts.summary,
  };
}

/** Whether a page names the series: `Series: Part 2 of Handles` where the package has `Handles, 2`. */
function isSeriesSaid(series: string, fields: readonly ManuscriptField[]): boolean {
  const name = lettersOf(series.replace(/, [\d.]+$/, ''));
  const said = fields.filter(({ key }) => lettersOf(key).startsWith('seri')).flatMap(({ values }) => values);
  return said.some(value => lettersOf(value).includes(name));
}
