import type { PersonName, StoryField } from '../../book/tree.ts';
import { isIsoDate } from '../../text/isoDate.ts';
import { languageTag } from '../../text/languageTag.ts';
import { parseHtmlDocument, visibleText } from '../html/htmlDocument.ts';
import type { ManuscriptField, StatedStory } from '../manuscript.ts';
import type { PackageDocument, PackageFact } from './readPackage.ts';

/** What a package says of its book. */
export interface PackageFacts {
  readonly story: StatedStory;
  /** What the book is about in a few sentences. */
  readonly summary: ManuscriptField | null;
  /** The programs and sites that say they made the file, in one line. */
  readonly makers: string;
}

/** What calibre writes where nobody names an author, in its languages. */
const noAuthor = /^(?:unknown|unbekannt|inconnu|desconocido|sconosciuto|onbekend|неизвестный|anonymous user)$/i;

/** What calibre writes where nobody states a date. */
const noDate = /^0?101-01-01|^0101/;

/** Who takes part in a book besides its authors, by the codes of the Library of Congress (id.loc.gov/vocabulary/relators). */
const contributorLabels: Readonly<Record<string, readonly [key: string, label: string]>> = {
  edt: ['editor', 'Editor'],
  trl: ['translator', 'Translator'],
  ill: ['illustrator', 'Illustrator'],
  aui: ['introduction-by', 'Introduction by'],
};

/** Reads the metadata of a package as what the book states of itself; nothing is made up where it says nothing. */
export function readFacts({ metadata, path }: PackageDocument, file: string): PackageFacts {
  const spanOf = ({ line }: PackageFact) => ({ file: `${file}/${path}`, lines: [line, line] as const });
  const named = (name: string) => metadata.filter(fact => fact.name === name && fact.value !== '');
  const field = (key: string, label: string, fact: PackageFact, value = fact.value): StoryField => ({ key, label, value, span: spanOf(fact) }); // prettier-ignore
  const refined = refinements(metadata);
  const { title, subtitle } = readTitles(named('dc:title'), refined);
  const people = [...named('dc:creator'), ...named('dc:contributor')];
  const roleOf = (fact: PackageFact) => fact.role ?? refined(fact, 'role') ?? (fact.name === 'dc:creator' ? 'aut' : '');
  const authors = named('dc:creator').filter(fact => roleOf(fact) === 'aut' && !noAuthor.test(fact.value));
  const description = named('dc:description')[0];
  const summary = description === undefined ? '' : plainText(description.value);
  return {
    story: {
      title: title?.value ?? null,
      authors: distinct(authors.map(fact => personOf(fact, fact.fileAs ?? refined(fact, 'file-as')))),
      language: languageTag(named('dc:language')[0]?.value ?? ''),
      date: dateOf(named('dc:date')),
      fields: [
        ...(subtitle === undefined ? [] : [field('subtitle', 'Subtitle', subtitle)]),
        ...people.flatMap(fact => {
          const known = contributorLabels[roleOf(fact)];
          return known === undefined ? [] : [field(known[0], known[1], fact)];
        }),
        ...seriesOf(metadata, refined).map(({ fact, value }) => field('series', 'Series', fact, value)),
        ...subjectsOf(named('dc:subject')).map(({ key, label, fact, value }) => field(key, label, fact, value)),
        ...named('dc:publisher').map(fact => field('publisher', 'Publisher', fact)),
        ...named('dc:source').map(fact => field('source', 'Source', fact)),
        ...named('dc:rights').map(fact => field('rights', 'Rights', fact)),
      ],
      isWhole: false,
    },
    summary: description === undefined || summary === '' ? null : { key: 'summary', values: [summary], span: spanOf(description) }, // prettier-ignore
    makers: [...named('dc:publisher'), ...named('dc:contributor'), ...named('generator')].map(({ value }) => value).join('; '), // prettier-ignore
  };
}

type Refinements = (fact: PackageFact, property: string) => string | null;

/** What `<meta refines="#id" property="…">` says of other statements. */
function refinements(metadata: readonly PackageFact[]): Refinements {
  const byTarget = new Map(metadata.flatMap(({ refines, name, value }) => (refines === null ? [] : [[`${refines} ${name}`, value] as const]))); // prettier-ignore
  return ({ id }, property) => (id === null ? null : (byTarget.get(`${id} ${property}`) ?? null));
}

function readTitles(
  titles: readonly PackageFact[],
  refined: Refinements,
): { readonly title: PackageFact | undefined; readonly subtitle: PackageFact | undefined } {
  const typed = (type: string) => titles.find(title => refined(title, 'title-type') === type);
  const title = typed('main') ?? titles.find(each => refined(each, 'title-type') === null) ?? titles[0];
  const subtitle = typed('subtitle');
  return { title, subtitle: subtitle === title ? undefined : subtitle };
}

function personOf({ value }: PackageFact, fileAs: string | null): PersonName {
  return fileAs === null || fileAs === '' || fileAs === value ? { name: value } : { name: value, fileAs };
}

function distinct(people: readonly PersonName[]): PersonName[] {
  return [...new Map(people.map(person => [person.name, person])).values()];
}

/** The date of publication, as precise as it is stated: not that of the file's making. */
function dateOf(dates: readonly PackageFact[]): string | null {
  const told = dates.filter(({ event }) => event === null || /publication/i.test(event));
  const best = told.find(({ event }) => event !== null) ?? told[0];
  const [day] = /^\d{4}(?:-\d{2}(?:-\d{2})?)?/.exec(best?.value ?? '') ?? [];
  return day === undefined || noDate.test(day) || !isIsoDate(day) ? null : day;
}

/** The series of EPUB 3 (`belongs-to-collection`) or of calibre, with the book's number in it. */
function seriesOf(metadata: readonly PackageFact[], refined: Refinements): { fact: PackageFact; value: string }[] {
  const collections = metadata.filter(
    fact => fact.name === 'belongs-to-collection' && fact.value !== '' && (refined(fact, 'collection-type') ?? 'series') === 'series',
  ); // prettier-ignore
  if (collections.length > 0) {
    return collections.map(fact => ({ fact, value: withNumber(fact.value, refined(fact, 'group-position')) }));
  }
  const fact = metadata.find(({ name, value }) => name === 'calibre:series' && value !== '');
  const index = metadata.find(({ name }) => name === 'calibre:series_index')?.value ?? null;
  return fact === undefined ? [] : [{ fact, value: withNumber(fact.value, index) }];
}

/** `The Lamp Cycle` and `2.0` → `The Lamp Cycle, 2`. */
function withNumber(series: string, number: string | null): string {
  const digits = /^\d{1,4}(?:\.\d{1,2})?$/.exec(number ?? '')?.[0];
  return digits === undefined ? series : `${series}, ${String(Number(digits))}`;
}

/** Subjects as one list of tags, or each for itself where commas are part of one: `Ghosts, Fiction`. */
function subjectsOf(
  subjects: readonly PackageFact[],
): { readonly key: string; readonly label: string; readonly fact: PackageFact; readonly value: string }[] {
  const [first] = subjects;
  if (first === undefined) return [];
  const values = [...new Set(subjects.map(({ value }) => value))];
  if (!values.some(value => /[,;]/.test(value))) {
    return [{ key: 'tags', label: 'Tags', fact: first, value: values.join(', ') }];
  }
  return values.map(value => ({ key: 'subject', label: 'Subject', fact: first, value }));
}

/** A description without the markup that shops and calibre put into it: `<p>A lamp.</p>` → `A lamp.` */
function plainText(description: string): string {
  return /<\w|&\w+;/.test(description) ? visibleText(parseHtmlDocument(description)) : description;
}
