import type { MatterRole } from '../../book/tree.ts';
import type { MatterMark } from '../manuscript.ts';
import { readAo3Byline, readAo3Tags } from './ao3Fields.ts';
import type { HtmlField, PageReading } from './directives.ts';
import type { PageIndex } from './pageIndex.ts';
import { attribute, childElements, descendants, findElement, hasClass, type HtmlElement, parentOf, visibleText } from './htmlDocument.ts'; // prettier-ignore
import { directAll, directivesOf, removeRest } from './pageDirectives.ts';

const make = directivesOf('ao3-page', 'AO3’s page of the work');

/**
 * Reads a work saved from AO3's site, one chapter or the entire work: `#workskin` with `.preface`, `.chapter`,
 * `.notes.module`; tags in `dl.work.meta`. The rest of the page is the archive's.
 */
export function readAo3Page(page: PageIndex): PageReading | null {
  const { document } = page;
  const work = page.byId('workskin');
  if (work === null) return null;
  const directives: PageReading['directives'] = new Map();
  const fields: HtmlField[] = [];
  const tags = findElement(document, element => element.tagName === 'dl' && hasClass(element, 'work', 'meta'));
  if (tags !== null) {
    directives.set(tags, { kind: 'field', reason: 'ao3-tags' });
    fields.push(...readAo3Tags(tags));
  }
  const isFurniture = (element: HtmlElement) =>
    hasClass(element, 'landmark') || hasClass(element, 'jump') || hasClass(element, 'actions') || hasClass(element, 'series', 'module') || hasClass(element, 'children', 'module'); // prettier-ignore
  directAll(work, isFurniture, { kind: 'removed', reason: 'navigation' }, directives);
  for (const element of descendants(work)) {
    if (directives.has(element)) continue;
    if (element.tagName === 'h2' && hasClass(element, 'title')) directives.set(element, make.mark('title', 'title'));
    else if (element.tagName === 'h3' && hasClass(element, 'byline')) {
      directives.set(element, make.mark('byline', 'byline'));
      fields.push(...readAo3Byline(element));
    } else if (element.tagName === 'h3' && hasClass(element, 'title')) {
      directives.set(element, make.heading('chapter', visibleText(element)));
    } else if (hasClass(element, 'module') && (hasClass(element, 'summary') || hasClass(element, 'notes'))) {
      markModule(element, directives);
    }
  }
  removeRest(document, tags === null ? [work] : [work, tags], directives, 'page-furniture');
  return { directives, fields };
}

function markModule(module: HtmlElement, directives: PageReading['directives']): void {
  const place = placeOf(module);
  const role: MatterRole = hasClass(module, 'summary')
    ? 'summary'
    : hasClass(module, 'end')
      ? 'endNotes'
      : 'authorsNote';
  const [label] = childElements(module).filter(element => hasClass(element, 'heading'));
  if (label !== undefined) directives.set(label, make.matter(role, role, place, 'label'));
  let isFirst = label === undefined;
  for (const element of childElements(module)) {
    if (directives.has(element)) continue;
    directives.set(element, make.matter(role, role, place, isFirst ? 'bare' : 'labelled'));
    isFirst = false;
  }
}

function placeOf(module: HtmlElement): MatterMark['place'] {
  const isEnd = hasClass(module, 'end');
  if (attribute(module, 'id') === 'work_endnotes') return 'back';
  for (let parent = module.parentNode; parent !== null; parent = parentOf(parent)) {
    if ('tagName' in parent && hasClass(parent, 'chapter')) return isEnd ? 'closing' : 'opening';
  }
  return isEnd ? 'back' : 'front';
}
