import type { MatterRole } from '../../book/tree.ts';
import type { MatterMark } from '../manuscript.ts';
import { readAo3Byline, readAo3Tags } from './ao3Fields.ts';
import type { HtmlField, PageReading } from './directives.ts';
import type { PageIndex } from './pageIndex.ts';
import { attribute, descendants, findElement, hasClass, type HtmlElement, parentOf, visibleText } from './htmlDocument.ts'; // prettier-ignore
import { directAll, directivesOf } from './pageDirectives.ts';

const make = directivesOf('ao3-download', 'An AO3 download');

const furniture = (reason: string) => ({ kind: 'removed', reason }) as const;

/** Matches the labels of a download: `Summary`, `Chapter Notes`, `Chapter End Notes`; not a paragraph of a note. */
const label = /^(?:chapter )?(?:summary|notes|end notes)$/i;

/**
 * Reads a work as AO3 gives it for download: `#preface` with its tags, summary and notes, `#chapters`, `#afterword`.
 * The words in `.userstuff` are the author's; everything else is the archive's.
 */
export function readAo3Download(page: PageIndex): PageReading | null {
  const [preface, chapters] = [page.byId('preface'), page.byId('chapters')];
  if (preface === null || chapters === null || page.byId('workskin') !== null) return null;
  return readParts(page, preface, chapters);
}

/** Reads one of the pages that a download in another format is parted into: the preface, a chapter, the afterword. */
export function readAo3Pages(page: PageIndex): PageReading {
  const preface = page.byId('preface');
  const isOutside = preface !== null || page.byId('afterword') !== null;
  return readParts(page, preface, page.byId('chapters') ?? (isOutside ? null : page.firstOf('body')));
}

function readParts(page: PageIndex, preface: HtmlElement | null, chapters: HtmlElement | null): PageReading {
  const { document } = page;
  const directives: PageReading['directives'] = new Map();
  const fields: HtmlField[] = [];
  directAll(document, element => hasClass(element, 'toc-heading'), furniture('hidden-heading'), directives);
  directAll(document, element => hasClass(element, 'endnote-link'), furniture('navigation'), directives);
  for (const element of preface === null ? [] : descendants(preface)) {
    if (element.tagName === 'h1') directives.set(element, make.mark('title', 'title'));
    else if (hasClass(element, 'byline')) {
      directives.set(element, make.mark('byline', 'byline'));
      fields.push(...readAo3Byline(element));
    } else if (element.tagName === 'dl' && hasClass(element, 'tags')) {
      directives.set(element, { kind: 'field', reason: 'ao3-tags' });
      fields.push(...readAo3Tags(element));
    } else if (hasClass(element, 'message')) {
      directives.set(element, make.mark('source', 'field'));
      fields.push(...readSource(element));
    }
  }
  if (preface !== null) markNotes(preface, 'front', directives);
  for (const element of chapters === null ? [] : descendants(chapters)) {
    if (hasClass(element, 'heading')) directives.set(element, make.heading('chapter', visibleText(element)));
    if (hasClass(element, 'meta')) markNotes(element, isEndNotes(element) ? 'closing' : 'opening', directives);
  }
  const afterword = page.byId('afterword');
  if (afterword !== null) {
    markNotes(afterword, 'back', directives);
    directAll(afterword, element => hasClass(element, 'message'), furniture('archive-footer'), directives);
    directAll(afterword, element => element.tagName === 'dl', furniture('related-works'), directives);
  }
  return { directives, fields };
}

function isEndNotes(element: HtmlElement): boolean {
  return (attribute(element, 'id') ?? '').startsWith('endnotes');
}

/** "Posted originally on the Archive of Our Own at …": the address is where the text is from. */
function readSource(message: HtmlElement): HtmlField[] {
  const work = findElement(message, element => /\/works\/\d+/.test(attribute(element, 'href') ?? ''));
  const address = work === null ? null : attribute(work, 'href');
  return address === null ? [] : [{ key: 'source', values: [address], element: message }];
}

/**
 * Marks labels, and the author's words under each, as notes of their kind. The list at the head of the notes (`For
 * gannet.`, `Inspired by … by …`) is part of them, as on the archive's own page.
 */
function markNotes(parent: HtmlElement, place: MatterMark['place'], directives: PageReading['directives']): void {
  let role: MatterRole | null = null;
  for (const element of descendants(parent)) {
    if (directives.has(element)) continue;
    const text = element.tagName === 'p' || element.tagName === 'h3' ? visibleText(element) : '';
    if (label.test(text) && !isInUserText(element, parent)) {
      role = roleOfLabel(text);
      directives.set(element, make.matter(role, role, place, 'label'));
    } else if (hasClass(element, 'associations') && !isInUserText(element, parent)) {
      directives.set(element, make.matter('authorsNote', 'authorsNote', place, role === null ? 'bare' : 'labelled'));
      role = 'authorsNote';
    } else if (hasClass(element, 'userstuff') && element.tagName === 'blockquote') {
      directives.set(element, make.matter(role ?? 'authorsNote', role ?? 'authorsNote', place, role === null ? 'bare' : 'labelled')); // prettier-ignore
      role = null;
    }
  }
}

function isInUserText(element: HtmlElement, within: HtmlElement): boolean {
  for (let parent = element.parentNode; parent !== null && parent !== within; parent = parentOf(parent)) {
    if ('tagName' in parent && parent.tagName === 'blockquote' && hasClass(parent, 'userstuff')) return true;
  }
  return false;
}

function roleOfLabel(text: string): MatterRole {
  if (/summary$/i.test(text)) return 'summary';
  return /end notes$/i.test(text) ? 'endNotes' : 'authorsNote';
}
