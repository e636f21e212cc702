import { imagesOf } from '../book/storyImages.ts';
import type { Anthology, BookMetadata, PersonName } from '../book/tree.ts';
import { labelLanguage } from './language.ts';
import { phrasesFor } from './phrases.ts';
import type { BookPlan } from './planBook.ts';
import { subjectsOf } from './subjects.ts';
import { visibleText } from '../book/titles.ts';
import { attributes, lines, noMarkup, xhtml } from './xhtml.ts';
import type { Xhtml } from './xhtml.ts';

export interface CoverUse {
  readonly hasCover: boolean;
  readonly hasCoverPage: boolean;
}

/** The content of the package's `metadata`: what the sources and the configuration state, and what is true of every book. */
export function renderMetadata(book: Anthology, plan: BookPlan, cover: CoverUse): Xhtml {
  const { metadata } = book;
  const description = visibleText(metadata.description ?? '', '');
  return lines([
    xhtml`<dc:identifier id="book-id">${metadata.id}</dc:identifier>`,
    renderTitles(metadata),
    xhtml`<dc:language>${plan.language}</dc:language>`,
    ...renderPeople(metadata),
    metadata.date === null ? noMarkup : xhtml`<dc:date>${metadata.date}</dc:date>`,
    description === '' ? noMarkup : xhtml`<dc:description>${description}</dc:description>`,
    ...subjectsOf(book).map(subject => xhtml`<dc:subject>${subject}</dc:subject>`),
    xhtml`<meta property="dcterms:modified">${metadata.modified}</meta>`,
    renderAccessibility(plan, pictureAccess(book, cover.hasCoverPage)),
    // Old Kindles look for `name` before `content`.
    cover.hasCover ? xhtml`<meta name="cover" content="cover"/>` : noMarkup,
    xhtml`<meta name="generator" content="fascicle"/>`,
  ]);
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
      .map(name => ({ name }))
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

/** Whether a book shows pictures that say something, and whether all of them are described. */
type PictureAccess = 'none' | 'described' | 'undescribed';

/** Judges the pictures that a book holds; those that it does not are words in it, and ornaments say nothing. The cover is always described. */
function pictureAccess(book: Anthology, hasCoverPage: boolean): PictureAccess {
  if (book.images.length === 0) return hasCoverPage ? 'described' : 'none';
  const held = new Set(book.images.map(({ id }) => id));
  const shown = imagesOf(book).filter(({ assetId, alt }) => alt !== '' && held.has(assetId ?? ''));
  if (shown.some(({ alt }) => alt === null)) return 'undescribed';
  return shown.length > 0 || hasCoverPage ? 'described' : 'none';
}

/**
 * What the book offers to those who read it by ear, by touch or enlarged. No conformance to WCAG is claimed: that takes
 * a person's judgement.
 *
 * @see https://www.w3.org/TR/epub-a11y-11/#sec-disc-package
 */
function renderAccessibility({ labels, language }: BookPlan, pictures: PictureAccess): Xhtml {
  const property = (name: string, value: string) => xhtml`<meta property="schema:${name}">${value}</meta>`;
  const features = ['tableOfContents', 'readingOrder', 'structuralNavigation', 'displayTransformability'];
  const phrases = phrasesFor(labels.language);
  const summary = pictures === 'none' ? phrases.accessibilitySummary : phrases.pictureSummary(pictures === 'described');
  const summaryLanguage = attributes({ 'xml:lang': labelLanguage(labels, language) });
  return lines([
    property('accessMode', 'textual'),
    pictures === 'none' ? noMarkup : property('accessMode', 'visual'),
    property('accessModeSufficient', pictures === 'undescribed' ? 'textual,visual' : 'textual'),
    ...features.map(feature => property('accessibilityFeature', feature)),
    pictures === 'described' ? property('accessibilityFeature', 'alternativeText') : noMarkup,
    property('accessibilityHazard', 'none'),
    xhtml`<meta property="schema:accessibilitySummary"${summaryLanguage}>${summary}</meta>`,
  ]);
}
