import type { HtmlField } from '../html/directives.ts';
import { childElements, descendants, findElement, hasClass, type HtmlElement, visibleText } from '../html/htmlDocument.ts'; // prettier-ignore
import { markMatter, type MatterPlace } from './markMatter.ts';
import { placeStarts } from './placeStarts.ts';
import type { BookContext } from './readSpineDocument.ts';
import { roleOfClass } from './surveyDocument.ts';

const why = 'A book of ours marks it as such.';

/** Reads a page as this program makes them: title pages, matter, notes, closing lines. Returns the fields that it states. */
export function readOwnPage(body: HtmlElement, context: BookContext, place: MatterPlace): readonly HtmlField[] {
  const { directives, order } = place;
  const { kind, place: at, starts } = context.plan;
  if (kind?.kind === 'titlePage') {
    readTitlePage(body, place);
    return fieldsIn(body);
  }
  if (kind?.kind === 'removed') {
    directives.set(body, kind);
    return [];
  }
  if (kind?.kind === 'matter') {
    markMatter(body, kind.role, at ?? (context.isOpening ? 'opening' : 'closing'), place);
    return [];
  }
  placeStarts(starts, { ...context, body, order, directives, storyTitle: context.title });
  for (const element of descendants(body)) {
    if (element.tagName === 'aside' && hasClass(element, 'note')) {
      const ofNote = roleOfClass(element) ?? 'other';
      markMatter(element, ofNote, isOpening(element, starts.length > 0) ? 'opening' : 'closing', place);
    } else if (hasClass(element, 'closing-line')) {
      directives.set(element, { kind: 'mark', mark: { kind: 'closingLine', rule: 'fascicle-epub:closing-line', why } });
    }
  }
  for (const section of childElements(body)) if (hasClass(section, 'story')) markStoryPage(section, place);
  return [];
}

/** A title page: facts of the book, but for what its only story says of itself, a summary and warnings, and their notes. */
function readTitlePage(body: HtmlElement, place: MatterPlace): void {
  for (const section of childElements(body)) {
    for (const element of childElements(section)) {
      if (!markWithTitle(element, 'front', place))
        place.directives.set(element, { kind: 'field', reason: 'title-page' });
    }
  }
}

/** Marks a summary or warnings that stand with a title as what they are; `true` for those, and for the notes below them. */
function markWithTitle(element: HtmlElement, at: 'front' | 'opening', place: MatterPlace): boolean {
  if (hasClass(element, 'with-title')) markMatter(element, roleOfClass(element) ?? 'other', at, place);
  return hasClass(element, 'with-title') || hasClass(element, 'footnotes');
}

/** Whether a note stands above the text of its chapter: only the heading and other notes before it. */
function isOpening(note: HtmlElement, startsHere: boolean): boolean {
  const siblings = note.parentNode === null ? [] : childElements(note.parentNode);
  const before = siblings.slice(0, siblings.indexOf(note));
  return startsHere && before.every(({ tagName }) => tagName === 'aside' || /^h\d$/.test(tagName));
}

/** The byline and the fields under a story's title in a collection: what the book says of it goes to its first chapter. */
function markStoryPage(section: HtmlElement, place: MatterPlace): void {
  let isStart = true;
  for (const element of childElements(section)) {
    if (/^h\d$/.test(element.tagName) || markWithTitle(element, 'opening', place)) continue;
    if (hasClass(element, 'opener')) {
      place.directives.set(element, { kind: 'removed', reason: 'ornament' });
      continue;
    }
    place.directives.set(element, {
      kind: 'matter',
      rule: 'fascicle-epub:story-page',
      why,
      role: 'other',
      place: 'opening',
      isStart,
      isLabel: false,
    });
    isStart = false;
  }
}

/** `<div><dt>Rating:</dt> <dd>Teen</dd></div>` in the list of fields. */
function fieldsIn(body: HtmlElement): HtmlField[] {
  const list = findElement(body, element => element.tagName === 'dl' && hasClass(element, 'fields'));
  const rows = list === null ? [] : childElements(list);
  return rows.flatMap((row): HtmlField[] => {
    const [label, value] = childElements(row);
    if (label === undefined || value === undefined) return [];
    const key = visibleText(label).replace(/:$/, '');
    return key === '' ? [] : [{ key, label: key, values: [visibleText(value)], element: row }];
  });
}
