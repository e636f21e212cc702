import type { Anthology, BookMetadata, PersonName } from '../book/tree.ts';
import { accessibilityMetadata } from './accessibilityMetadata.ts';
import type { BookPlan } from './planBook.ts';
import { languageTag } from './language.ts';
import { subjectsOf } from './subjects.ts';
import { visibleText } from '../book/titles.ts';
import { readIsbn } from '../text/isbn.ts';
import { attributes, lines, noMarkup, xhtml } from './xhtml.ts';
import type { Xhtml } from './xhtml.ts';

export interface CoverUse {
  readonly hasCover: boolean;
  readonly hasCoverPage: boolean;
}

/** The content of the package's `metadata`: what the sources and the configuration state, and what is true of every book. */
export function renderMetadata(book: Anthology, plan: BookPlan, cover: CoverUse): Xhtml {
  const { metadata } = book;
  return lines([
    xhtml`<dc:identifier id="book-id">${metadata.id}</dc:identifier>`,
    renderIdentifier(metadata),
    renderTitles(metadata),
    ...languagesOf(book, plan.language).map(language => xhtml`<dc:language>${language}</dc:language>`),
    ...renderPeople(metadata),
    shown(metadata.publisher, publisher => xhtml`<dc:publisher>${publisher}</dc:publisher>`),
    metadata.date === null ? noMarkup : xhtml`<dc:date>${metadata.date}</dc:date>`,
    shown(metadata.description ?? undefined, text => xhtml`<dc:description>${text}</dc:description>`),
    ...subjectsOf(book).map(subject => xhtml`<dc:subject>${subject}</dc:subject>`),
    ...(metadata.sources ?? []).map(source => shown(source, text => xhtml`<dc:source>${text}</dc:source>`)),
    shown(metadata.rights, rights => xhtml`<dc:rights>${rights}</dc:rights>`),
    renderSeries(metadata),
    xhtml`<meta property="dcterms:modified">${metadata.modified}</meta>`,
    accessibilityMetadata(book, plan, cover.hasCoverPage),
    // The prefix `a11y:` before it is an error to EPUBCheck (OPF-027).
    plan.pageBreaks.length === 0
      ? noMarkup
      : xhtml`<meta property="pageBreakSource">${visibleText(metadata.displayTitle)} (PDF)</meta>`,
    // Old Kindles look for `name` before `content`.
    cover.hasCover ? xhtml`<meta name="cover" content="cover"/>` : noMarkup,
    xhtml`<meta name="generator" content="fascicle"/>`,
  ]);
}

/**
 * The book's language first, which is the one that shops and voices go by; then those of its stories that have another.
 *
 * @see https://www.w3.org/TR/epub-33/#sec-opf-dclanguage
 */
function languagesOf({ stories }: Anthology, ofBook: string): readonly string[] {
  const ofStories = stories.map(story => languageTag(story.metadata.language.text));
  return [...new Set([ofBook, ...ofStories.filter(language => language !== 'und')])];
}

/** What there is to see of a text, in its element; nothing for a text that is not there or cannot be seen. */
function shown(text: string | undefined, element: (text: string) => Xhtml): Xhtml {
  const visible = visibleText(text ?? '', '');
  return visible === '' ? noMarkup : element(visible);
}

/** The code of an ISBN of 13 digits in ONIX's list 5, by which shops know one. */
const isbnCode = '15';

function renderIdentifier({ identifier }: BookMetadata): Xhtml {
  return shown(identifier, uri => {
    const isIsbn = readIsbn(uri) !== null;
    return lines([
      xhtml`<dc:identifier id="identifier">${uri}</dc:identifier>`,
      isIsbn
        ? xhtml`<meta refines="#identifier" property="identifier-type" scheme="onix:codelist5">${isbnCode}</meta>`
        : noMarkup,
    ]);
  });
}

function renderTitles(metadata: BookMetadata): Xhtml {
  const subtitle = visibleText(metadata.subtitle ?? '', '');
  return lines([
    xhtml`<dc:title id="title">${visibleText(metadata.displayTitle)}</dc:title>`,
    xhtml`<meta refines="#title" property="title-type">main</meta>`,
    ...(subtitle === ''
      ? []
      : [
          xhtml`<dc:title id="subtitle">${subtitle}</dc:title>`,
          xhtml`<meta refines="#subtitle" property="title-type">subtitle</meta>`,
        ]),
  ]);
}

/** The series in the manner of EPUB 3, and in calibre's, for programs that know only that. */
function renderSeries({ series }: BookMetadata): Xhtml {
  return shown(series?.text.name, name => {
    const position = series?.text.position;
    const place = position === undefined ? null : String(position);
    return lines([
      xhtml`<meta property="belongs-to-collection" id="series">${name}</meta>`,
      xhtml`<meta refines="#series" property="collection-type">series</meta>`,
      place === null ? noMarkup : xhtml`<meta refines="#series" property="group-position">${place}</meta>`,
      xhtml`<meta name="calibre:series" content="${name}"/>`,
      place === null ? noMarkup : xhtml`<meta name="calibre:series_index" content="${place}"/>`,
    ]);
  });
}

/** Authors are creators; those of some stories only are contributors. Editors contribute to what authors wrote; where no author is named the book is theirs. */
function renderPeople({ authors, contributors, editors }: BookMetadata): readonly Xhtml[] {
  const isNamed = ({ name }: PersonName) => visibleText(name, '') !== '';
  const writers = authors.filter(isNamed);
  const editorElement = writers.length === 0 ? 'creator' : 'contributor';
  return [
    ...writers.map((author, index) => renderPerson('creator', `author-${String(index + 1)}`, author, 'aut')),
    ...contributors
      .filter(isNamed)
      .map((author, index) => renderPerson('contributor', `contributor-${String(index + 1)}`, author, 'aut')),
    ...editors
      .filter(isNamed)
      .map((editor, index) => renderPerson(editorElement, `editor-${String(index + 1)}`, editor, 'edt')),
  ];
}

function renderPerson(element: 'creator' | 'contributor', id: string, person: PersonName, role: string): Xhtml {
  const name = visibleText(person.name);
  const refines = attributes({ refines: `#${id}` });
  return lines([
    element === 'creator'
      ? xhtml`<dc:creator id="${id}">${name}</dc:creator>`
      : xhtml`<dc:contributor id="${id}">${name}</dc:contributor>`,
    xhtml`<meta${refines} property="role" scheme="marc:relators">${role}</meta>`,
    person.fileAs === undefined
      ? noMarkup
      : xhtml`<meta${refines} property="file-as">${visibleText(person.fileAs, name)}</meta>`,
  ]);
}
